// The program's entry. It stands outside the library so that tests can link everything else.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>
#include <unistd.h>

#include "api/exit.h"
#include "cli/run.h"

namespace {

class Streams : public ferrule::cli::Console {
 public:
  Streams() {
    terminal_out = isatty(STDOUT_FILENO) != 0;
    terminal_err = isatty(STDERR_FILENO) != 0;
    // The usual 4 KB ask the system once for each line of parse.
    if (!terminal_out) std::setvbuf(stdout, nullptr, _IOFBF, std::size_t{1} << 16);
  }
  void out(std::string_view text) override { write(stdout, text); }
  void err(std::string_view text) override {
    flush();  // what was said first stands first, also when both go to one place
    write(stderr, text);
  }
  // Why the data did not get out; 0 when it did. A reader that went away (head) is no fault.
  int failed() {
    flush();
    return failed_ == EPIPE ? 0 : failed_;
  }

 private:
  void flush() {
    if (std::fflush(stdout) != 0 && failed_ == 0) failed_ = errno;
  }
  void write(std::FILE* stream, std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size() && failed_ == 0) failed_ = errno;
  }
  int failed_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  Streams streams;
  const char* no_color = std::getenv("NO_COLOR");
  const int code = ferrule::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc),
                                     {FERRULE_VERSION, no_color != nullptr && *no_color != '\0'}, streams);
  if (const int why = streams.failed()) {
    std::fprintf(stderr, "error: cannot write the output: %s\n", std::strerror(why));
    return ferrule::api::number(ferrule::api::Exit::kRefused);
  }
  return code;
}
