#include "api/load.h"

namespace ferrule::api {

std::unique_ptr<Loaded> load_facts(const std::string& data) {
  auto loaded = std::make_unique<Loaded>();
  loaded->facts = facts::Facts::load(loaded->sources, data, loaded->findings);
  loaded->readable = !loaded->findings.any_unreadable();
  return loaded;
}

std::unique_ptr<Loaded> load(const LoadRequest& request) {
  std::unique_ptr<Loaded> loaded = load_facts(request.data);
  if (!loaded->readable) return loaded;
  // TODO(lang): read_project
  return loaded;
}

}  // namespace ferrule::api
