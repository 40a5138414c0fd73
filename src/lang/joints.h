// Joints between cable ends outside panels: splices and couplers.
#pragma once

#include "lang/cables.h"

namespace ferrule::lang {

class Joints {
 public:
  Joints(Reader& reader, const Cables& cables, plant::Builder& builder) : reader_(reader), cables_(cables), builder_(builder) {}

  void add_splice(const syntax::Node& entry);
  void add_coupler(const syntax::Node& entry);

 private:
  void add(const syntax::Node& entry, plant::Joint joint);
  // The plug of `a`, now mated with that of `b`; nothing when they cannot be.
  std::optional<std::uint32_t> join(std::string_view a, std::string_view b, const syntax::Node& entry, plant::Joint joint);
  void keep(std::string_view name, std::uint32_t plug, diag::Place place);
  bool claim(std::string_view name, diag::Place place);

  Reader& reader_;
  const Cables& cables_;
  plant::Builder& builder_;
  plant::NamePool names_;
  std::vector<diag::Place> places_;
  NameTable ids_;
};

}  // namespace ferrule::lang
