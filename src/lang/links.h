// The intent: which port should reach which.
//
// Shape:  a link has one bundle per receptacle; a twin-port module named without a receptacle means all of them, in order.
//         Lanes that nobody knows give an empty lane set; the module's type says why, and the link will be unproven.
#pragma once

#include "lang/ends.h"
#include "lang/table.h"

namespace ferrule::lang {

struct LinkText {
  std::string_view id, a, b, application;
  diag::Place id_place, a_place, b_place;
  bool one_way = false;
};

class Links {
 public:
  Links(Reader& reader, const Ends& ends, plant::Builder& builder) : reader_(reader), ends_(ends), builder_(builder) {}

  void add(const syntax::Node& entry);
  void add_table(std::uint32_t source);

 private:
  void add(const LinkText& text);
  void add_one(const LinkText& text, std::string_view id, std::string_view a, std::string_view b);
  std::optional<PortSpot> port(std::string_view text, diag::Place place);
  std::optional<std::uint32_t> lane_set(std::uint32_t connector, const PortSpot& spot, bool receive_only, bool transmit_only,
                                        std::string_view text, diag::Place place);
  bool add_bundles(const LinkText& text, const PortSpot& a, const PortSpot* b, std::string_view a_text, std::string_view b_text);

  Reader& reader_;
  const Ends& ends_;
  plant::Builder& builder_;
  NameTable ids_;
  std::unordered_map<std::uint32_t, std::uint32_t> empty_sets_;  // by face
  std::vector<plant::Bundle> bundles_;
};

}  // namespace ferrule::lang
