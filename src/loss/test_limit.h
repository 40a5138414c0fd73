// What installed fibre may lose between two test plugs: the sum of what an edition of a cabling standard, or the parts themselves,
// allow each connection, splice and length of glass.
//
//     permanent link     test plug =|= panel ... panel =|= test plug      two ends, at the reference-to-standard allowance
//     channel            cord ... cord                                    no ends: what mates at the transceivers does not count
//
// Units:  whole microdecibel; the glass of each class is rounded up once.
// Shape:  a sum keeps its terms, so that it can be shown and typed into a tester. As soon as one term is not known there is no limit:
//         what is missing is listed instead.
// Errors: none.
// Source: data/test_limits.csv, data/fibres.csv
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/test_limits.h"
#include "loss/side_loss.h"

namespace ferrule::loss {

struct TestedGlass {
  const facts::Fibre* fibre = nullptr;
  Length length;
};

// A connection with the loss that its own parts are stated to have, and whose figure it is.
struct OwnFigure {
  std::string what;  // "MPO-12 of trunk"
  Loss most;
  Confidence confidence = Confidence::kHigh;
};

struct TestedPath {
  std::string mode;  // "MM", "SM"; empty when no part says
  int ends = 0;      // connections that a test plug is half of
  int connections = 0, splices = 0;
  std::vector<TestedGlass> glass;        // each class once, in light order
  std::vector<std::string> unknown;      // of the glass: "fibre of trunk is not stated"
  std::vector<std::string> not_covered;  // what cabling standards allow nothing for: "tap monitor"

  std::vector<OwnFigure> own;            // of ends, connections, splices and taps
  std::vector<std::string> own_unknown;  // those that have none

  Length length() const;
};

struct TestTerm {
  std::string what;  // "end", "connection", "splice", or whose own figure it is
  int count = 0;
  Loss each;
};
struct GlassTerm {
  std::string fibre;
  Length length;
  Attenuation glass;
};

struct TestSum {
  std::vector<TestTerm> terms;
  std::vector<GlassTerm> glass;
  std::vector<std::string> missing;  // each once; with any there is no limit
  Confidence confidence = Confidence::kHigh;

  std::optional<Loss> limit() const;
};

TestSum limit_by_edition(const TestedPath& path, const facts::TestLimit& edition, std::string_view wavelength_nm);
TestSum limit_by_own_figures(const TestedPath& path, std::string_view wavelength_nm, bool iso_attenuation);

// How a standard's sum is typed into a tester that knows one loss per connection, or one per module, and the glass by length.
//
//     no connection between the ends, or none but those between      Connector:   each the same
//     two modules, each an end and a connection                       MPO Module:  both together, twice
//
// Nothing where no such settings make the sum at every length: then the limit is typed in as it is.
struct LengthBased {
  bool modules = false;
  int count = 0;  // of connections or modules
  Loss each, splice;
  int splices = 0;
  Attenuation glass;
};
std::optional<LengthBased> length_based(const TestSum& sum, bool two_modules);

}  // namespace ferrule::loss
