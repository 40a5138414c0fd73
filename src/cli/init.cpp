#include "api/init.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_init(const Arguments& arguments, Console& console) {
  const std::string folder = arguments.get("DIR");
  const Result<api::Initialised> done = api::init(folder);
  if (!done) {
    console.err(fmt::format("error: cannot write a project to {}: {}\n", printable(folder), printable(done.error().message)));
    return api::Exit::kRefused;
  }
  for (const std::string& file : done->files) console.out(fmt::format("wrote {}\n", printable(file)));
  console.out(fmt::format("next: ferrule check {}\n", printable(folder)));
  return api::Exit::kClean;
}

}  // namespace ferrule::cli
