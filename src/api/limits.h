// Test limits: what each link may lose when it is measured, by the editions of the cabling standards, by the figures of its own parts
// and by what its application needs; and which of them governs.
//
//     [leaf1/Eth1]--C1--[A01-P1/1]==T1==[B01-P1/1]--C2--[spine1/Eth1]
//                       |---- permanent link ----|                        between the panels, test plug to test plug
//                 |----------------- channel ----------------|            with the equipment cords, without what mates at the ports
//
// Units:  Loss in whole microdecibel, wavelengths in nm as written.
// Shape:  tests that share every figure are one group; `tests` says which test of which link is in which. Cords between the fronts of two
//         panels divide a link into several permanent links. Wavelengths of one window of the glass are one row.
// Errors: a link that does not exist is a finding with the nearest names, and exit code 2. A limit that cannot be computed says what is
//         missing, and never governs.
// Source: loss/test_limit.h, check/budget.h
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/check.h"
#include "loss/test_limit.h"

namespace ferrule::api {

enum class Configuration : std::uint8_t { kPermanent, kChannel };
std::string_view spell(Configuration configuration);  // "permanent", "channel"

struct LimitsOptions {
  std::vector<std::string> links = {};              // empty: the whole plant
  std::string standard = {};                        // an edition of data/test_limits.csv; empty: all
  std::optional<Configuration> configuration = {};  // empty: both
  bool points = true;  // name where each test begins and ends; else only for the first of a group: a hall has many
};

struct TestFigure {
  std::string id, name;  // "tia-568.3-e", "vendor", "application"; "TIA-568.3-E", "vendor figures", "10GBASE-SR over OM4"
  std::optional<Loss> limit;
  std::vector<std::string> missing;   // why there is none
  loss::TestSum sum;                  // of editions and parts; the application's has no terms
  std::optional<Loss> channel, rest;  // of the application: its channel's limit, and what lies outside this test takes of it
};

// Two decimals: sums of allowances are rounded up like every loss, what an application leaves is rounded down; "?" when not known.
std::string spell_limit(const TestFigure& figure);

struct WaveLimits {
  std::string nm;                           // the tester's, or the application's where no tester goes
  bool tester = true;                       // a wavelength that testers have
  std::vector<std::string> application_nm;  // of the application, in the same window of the glass
  std::vector<TestFigure> figures;          // editions in the order of the table, vendor, application
  std::optional<std::size_t> governs;       // the strictest figure that is known
  std::vector<std::string> remarks;         // what passing the test does not say
};

struct TestGroup {
  Configuration configuration = Configuration::kPermanent;
  std::uint64_t links = 0, tests = 0;
  std::vector<std::string> names;  // of links, the first few
  std::string from, to;            // of the first
  std::string application;
  loss::TestedPath path;
  bool two_modules = false;   // it begins and ends in a cassette
  std::optional<Loss> plugs;  // of a channel: what test plugs may leave in the reading after a three-jumper reference
  std::vector<WaveLimits> waves;
  std::string why_none;  // then there is no such test of these links, and the rest is empty
};

struct LinkTest {
  std::uint32_t link = 0, group = 0;
  std::string from, to;
};

struct LimitsReport {
  std::unique_ptr<Loaded> loaded;
  LimitsOptions options;
  std::vector<std::string> standards;  // names of the editions shown
  CheckCounts counts;
  std::vector<TestGroup> groups;
  std::vector<LinkTest> tests;          // by link
  std::vector<std::string> not_proven;  // names of the first few
  std::uint64_t not_proven_count = 0;
  diag::Findings findings;
  Exit exit = Exit::kClean;
};

LimitsReport limits(const LoadRequest& request, const LimitsOptions& options = {});
LimitsReport limits(std::unique_ptr<Loaded> loaded, const LimitsOptions& options = {});

// Editions that --standard may name: "tia-568.3-d", ...
std::vector<std::string> editions(const facts::Facts& facts);

}  // namespace ferrule::api
