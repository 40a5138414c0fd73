#include "cli/run.h"

#include <exception>
#include <new>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

void complain(Console& console, std::string_view message, std::string_view help) {
  const std::string_view red = console.colour_err ? "\x1b[1;31m" : "", strong = console.colour_err ? "\x1b[1m" : "",
                         plain = console.colour_err ? "\x1b[0m" : "";
  console.err(fmt::format("{}error{}{}: {}{}\n", red, plain, strong, printable(message), plain));
  if (!help.empty()) console.err(fmt::format("  = {}help:{} {}\n", strong, plain, printable(help)));
}

void choose_colours(Console& console, std::string_view when, bool no_color) {
  const auto on = [&](bool terminal) { return when == "always" || (when != "never" && terminal && !no_color); };
  console.colour_out = on(console.terminal_out);
  console.colour_err = on(console.terminal_err);
}

Exit unknown_verb(Console& console, const std::string& word) {
  std::vector<std::string> known;
  const bool option = word.starts_with("-");
  if (option)
    for (const Option& row : program_options()) known.emplace_back(row.name);
  else
    for (const Command& command : commands()) known.emplace_back(command.verb);
  auto near = nearest(word, known);
  for (const std::string& name : known)  // cut short: --vers
    if (!near && word.size() > 2 && name.starts_with(word)) near = name;
  complain(console, fmt::format("there is no {} '{}'", option ? "option" : "verb", shortened(word, 200)),
           near ? fmt::format("did you mean '{}'?", *near)
                : fmt::format("`ferrule --help` lists {}", option ? "the options" : "the verbs"));
  return Exit::kUsage;
}

Exit run_completion(const std::vector<std::string>& words, Console& console) {
  if (words.size() == 2 && words[1] == "bash") {
    console.out(bash_completion());
    return Exit::kClean;
  }
  complain(console,
           words.size() < 2 ? "--completion needs the name of a shell"
                            : fmt::format("no completions for '{}'", shortened(words[1], 200)),
           "the shell that is known is bash: ferrule --completion bash");
  return Exit::kUsage;
}

Exit run_without_verb(const std::vector<std::string>& words, const Environment& environment, Console& console) {
  const std::string& word = words[0];
  if (word == "--completion" || word.starts_with("--completion="))
    return run_completion(word == "--completion" ? words : std::vector<std::string>{"--completion", word.substr(13)}, console);
  if (word != "--version" && word != "--help" && word != "-h" && word != "--man") return unknown_verb(console, word);
  if (words.size() > 1) {
    complain(console, fmt::format("{} stands alone; what is '{}'?", word, shortened(words[1], 200)), "");
    return Exit::kUsage;
  }
  if (word == "--version")
    console.out(fmt::format("ferrule {}\n", environment.version));
  else if (word == "--man")
    console.out(manual_page(environment.version));
  else
    console.out(program_help());
  return Exit::kClean;
}

Exit run_verb(const Command& command, std::vector<std::string> words, const Environment& environment, Console& console) {
  for (std::string& word : words)
    if (word == "-h") word = "--help";
  auto parsed = parse(command, words);
  if (const auto* wrong = std::get_if<UsageError>(&parsed)) {
    choose_colours(console, "auto", environment.no_color);
    return usage_error(console, command.verb, wrong->message, wrong->help);
  }
  auto& arguments = std::get<Arguments>(parsed);
  choose_colours(console, arguments.get("--color"), environment.no_color);
  if (arguments.has("--help")) {
    console.out(help_text(command));
    return Exit::kClean;
  }
  arguments.values["version"] = {environment.version};
  return command.run(arguments, console);
}

}  // namespace

Exit cannot_write(Console& console, const Failure& failure) {
  console.err(fmt::format("error: cannot write {}: {}\n", printable(failure.place), printable(failure.message)));
  return Exit::kRefused;
}

Exit usage_error(Console& console, std::string_view verb, std::string_view message, std::string_view help) {
  complain(console, message, help);
  if (const Command* command = command_named(verb)) console.err(fmt::format("usage: {}\n", usage_line(*command)));
  return Exit::kUsage;
}

Exit run_help(const Arguments& arguments, Console& console) {
  const std::string verb = arguments.get("VERB");
  if (verb.empty()) {
    console.out(program_help());
    return Exit::kClean;
  }
  const Command* command = command_named(verb);
  if (command == nullptr) return unknown_verb(console, verb);
  console.out(help_text(*command));
  return Exit::kClean;
}

int run(const std::vector<std::string>& words, const Environment& environment, Console& console) {
  choose_colours(console, "auto", environment.no_color);
  try {
    if (words.empty()) {
      console.err(program_help());
      return api::number(Exit::kUsage);
    }
    if (words[0].starts_with("-")) return api::number(run_without_verb(words, environment, console));
    const Command* command = command_named(words[0]);
    if (command == nullptr) return api::number(unknown_verb(console, words[0]));
    return api::number(run_verb(*command, {words.begin() + 1, words.end()}, environment, console));
  } catch (const std::bad_alloc&) {
    console.err("ferrule: out of memory\n");
  } catch (const std::exception& error) {
    console.err(
        fmt::format("ferrule: internal fault: {}\nPlease report it, with the files that lead to it.\n", printable(error.what())));
  }
  return api::number(Exit::kInternal);
}

}  // namespace ferrule::cli
