#include <string_view>
#include <fmt/core.h>

// The program's entry. It stands outside the library so that tests can link everything else.
int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    fmt::print("ferrule {}\n", FERRULE_VERSION);
    return 0;
  }
  fmt::print(stderr, "usage: ferrule --version\n");
  return 2;
}
