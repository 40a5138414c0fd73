// Why none of the combinations that were tried for a rule is taken: how many each field of the parts rules out, and an example of each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferrule::api {

class PartRefusals {
 public:
  void add(std::string_view rule, const std::string& why);  // of a combination: the rule of check that it breaks first

  // "fibre rules out both: 400GBASE-DR4 is single-mode, cord-a is multimode (OM4)"; the field that rules out most first.
  std::vector<std::string> notes(int tried) const;

  bool any_by_loss() const;  // some combination loses too much, and another grade may not

 private:
  struct Refusal {
    std::string_view field;
    std::string example;
    int count = 0;
  };
  std::vector<Refusal> all_;
};

}  // namespace ferrule::api
