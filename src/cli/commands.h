// Every verb with its arguments and options, as rows. Parsing, --help, the manual page and the completions all come from here.
#pragma once

#include <span>
#include <string_view>

#include "api/exit.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

struct Option {
  std::string_view name;         // "--format"
  std::string_view value;        // "FORMAT"; empty: a switch
  std::string_view choices;      // "text|json"; empty: anything
  std::string_view help;         // what it does, without full stop
  std::string_view otherwise;    // the value when it is not given
  bool many = false;             // each time it is given counts; otherwise the last
  std::string_view letter = {};  // "-o": its short form, when it has one
  std::string_view alone = {};   // the value when it is given without one; empty: it needs one
};

struct Positional {
  std::string_view name;  // "PATH"
  std::string_view help;
  bool many = false;  // one or more
  bool optional = false;
  bool path = false;  // completed as one
};

struct Example {
  std::string_view command, what;
};

using Run = api::Exit (*)(const Arguments&, Console&);

struct Command {
  std::string_view verb, summary;
  std::string_view about;  // paragraphs
  std::span<const Positional> positionals;
  std::span<const Option> options;
  std::span<const Example> examples;
  Run run;
};

std::span<const Command> commands();
const Command* command_named(std::string_view verb);
std::span<const Option> common_options();   // of every verb
std::span<const Option> program_options();  // without a verb

}  // namespace ferrule::cli
