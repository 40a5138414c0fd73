// The part types of a project by name, and the optics it uses by their own names.
#pragma once

#include <map>

#include "lang/name_table.h"
#include "lang/part.h"
#include "plant/builder.h"

namespace ferrule::lang {

class Parts {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFF'FFFF;
  static constexpr std::uint32_t kBroken = 0xFFFF'FFFE;  // described wrongly, which has been said

  Parts(Reader& reader, plant::Builder& builder) : reader_(reader), builder_(builder) {}

  // Describes one part type; a name that is there already is refused.
  void add(const std::string& name, diag::Place name_place, const syntax::Node& description, const std::string& file);

  // A part that an offer names. The description and the path outlive the reading.
  void keep_for_offers(const syntax::Pair& part, const std::string& file) { offered_parts_[part.key] = {&part.value, &file}; }

  // The type of that name: a type of the plant, kBroken, or kAbsent.
  std::uint32_t find(std::string_view name) const;

  // As find, for something of a certain use; says what is wrong and gives kBroken then.
  std::uint32_t for_port(std::string_view name, diag::Place place);  // a transceiver, or an optic by its own name
  std::uint32_t for_slot(std::string_view name, diag::Place place);
  std::uint32_t for_cable(std::string_view name, diag::Place place);
  std::uint32_t for_lot(std::string_view name, diag::Place place);  // what has connectors of its own that light leaves

  const PartEnds& ends(std::uint32_t type) const { return ends_[type]; }
  const std::vector<plant::CableMeasures>& measures() const { return measures_; }  // by type
  int receptacles(std::uint32_t type) const { return static_cast<int>(builder_.plant().types[type].faces.size()); }

 private:
  struct Described {
    const syntax::Node* node = nullptr;
    const std::string* file = nullptr;  // what it names stands beside it
  };
  Described offered(const std::string& name, Described described);
  std::uint32_t keep(Part part);
  std::uint32_t add_optic(const facts::Optic& optic);
  std::uint32_t unknown(std::string_view name, diag::Place place, bool optics_too);

  Reader& reader_;
  plant::Builder& builder_;
  syntax::Node offer_;
  std::map<std::string, Described, std::less<>> offered_parts_;
  struct Named {
    std::string name;
    std::uint32_t type = kBroken;
    diag::Place place;
  };
  std::vector<Named> named_;
  NameTable by_name_;
  std::vector<PartEnds> ends_;                  // by type
  std::vector<plant::CableMeasures> measures_;  // by type
  std::unordered_map<const facts::Optic*, std::uint32_t> optics_;
};

}  // namespace ferrule::lang
