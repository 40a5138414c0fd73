// Whatever is asked: `explain` answers, or names what it may have been; the answer prints in both formats and holds nothing raw.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "api/explain.h"
#include "api/explain_json.h"
#include "api/load.h"
#include "cli/explain_text.h"

namespace api = ferrule::api;
namespace cli = ferrule::cli;

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_plain(std::string_view text) {
  hold(std::none_of(text.begin(), text.end(),
                    [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<api::Loaded> loaded = api::load_facts("");
  const std::string query(reinterpret_cast<const char*>(data), size);
  const std::vector<api::Explanation> found = api::explain(loaded->facts, query);
  const std::vector<std::string> near = api::names_near(loaded->facts, query);
  hold(near.size() <= 3);
  hold(!api::explain_json(query, found, near).empty());
  hold_plain(found.empty() ? cli::nothing_known_text(query, near) : cli::explain_text(found));
  for (const std::string& name : near)
    hold(!api::explain(loaded->facts, name).empty());  // a suggestion that leads nowhere is none
  return 0;
}
