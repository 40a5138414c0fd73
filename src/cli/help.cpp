#include "cli/help.h"

#include <algorithm>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kHelpWidth = 100;

struct Entry {
  std::string name, text;
};

std::string spell_option(const Option& option) {
  const std::string name = fmt::format("{}{}{}", option.letter, option.letter.empty() ? "" : ", ", option.name);
  if (option.value.empty()) return name;
  if (!option.alone.empty()) return fmt::format("{} [{}]", name, option.value);
  return fmt::format("{} {}", name, option.choices.empty() ? option.value : option.choices);
}

std::string help_of(const Option& option) {
  if (option.otherwise.empty()) return std::string(option.help);
  return fmt::format("{} (default: {})", option.help, option.otherwise);
}

std::string entries_text(std::string_view title, const std::vector<Entry>& entries) {
  if (entries.empty()) return "";
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, columns(entry.name));
  std::string out = fmt::format("\n{}:\n", title);
  for (const Entry& entry : entries) {
    std::string lead = fmt::format("  {:<{}}  ", entry.name, width);
    for (const std::string& line : wrap(entry.text, kHelpWidth - width - 4)) {
      out += lead + line + '\n';
      lead.assign(width + 4, ' ');
    }
  }
  return out;
}

std::vector<Entry> option_entries(std::span<const Option> options) {
  std::vector<Entry> entries;
  for (const Option& option : options) entries.push_back({spell_option(option), help_of(option)});
  return entries;
}

std::vector<Entry> positional_entries(const Command& command) {
  std::vector<Entry> entries;
  for (const Positional& p : command.positionals) entries.push_back({std::string(p.name), std::string(p.help)});
  return entries;
}

std::vector<Entry> exit_entries() {
  return {{"0", "clean"},
          {"1", "findings at or above the level"},
          {"2", "the command line is wrong"},
          {"3", "a file cannot be read or parsed"},
          {"4", "the output could not be written"},
          {"70", "a fault in ferrule itself"}};
}

// A leading dot or quote is an order to roff, a hyphen must be one that can be copied.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '-')
      out += "\\-";
    else if (c == '\\')
      out += "\\e";
    else
      out += c;
  }
  return out;
}

std::string roff_entries(const std::vector<Entry>& entries) {
  std::string out;
  for (const Entry& entry : entries) out += fmt::format(".TP\n.B {}\n{}\n", roff(entry.name), roff(entry.text));
  return out;
}

std::string words_of(std::span<const Option> options) {
  std::string words;
  for (const Option& option : options) words += fmt::format("{}{}", words.empty() ? "" : " ", option.name);
  return words;
}

std::string completion_of(const Command& command) {
  std::string words = words_of(command.options);
  if (!words.empty()) words += ' ';
  std::string out = fmt::format("    {})\n      words='{}{}'\n", command.verb, words, words_of(common_options()));
  const bool paths =
      std::any_of(command.positionals.begin(), command.positionals.end(), [](const Positional& p) { return p.path; });
  if (command.verb == "help") {
    out += "      words=\"$verbs\"\n";
  } else if (paths) {
    out += "      paths=yes\n";
  }
  return out + "      ;;\n";
}

}  // namespace

std::string usage_line(const Command& command) {
  std::string out = fmt::format("ferrule {}", command.verb);
  for (const Positional& p : command.positionals) {
    const std::string name = fmt::format("{}{}", p.name, p.many ? "..." : "");
    out += p.optional ? " [" + name + "]" : " " + name;
  }
  return out + " [OPTIONS]";
}

std::string help_text(const Command& command) {
  std::string out = fmt::format("{}: {}\n\nusage: {}\n\n", command.verb, command.summary, usage_line(command));
  for (const std::string& line : wrap(command.about, kHelpWidth)) out += line + '\n';
  out += entries_text("arguments", positional_entries(command));
  std::vector<Entry> options = option_entries(command.options);
  for (Entry& entry : option_entries(common_options())) options.push_back(std::move(entry));
  out += entries_text("options", options);
  if (!command.examples.empty()) out += "\nexamples:\n";
  for (const Example& example : command.examples) out += fmt::format("  # {}\n  {}\n", example.what, example.command);
  return out;
}

std::string program_help() {
  std::vector<Entry> verbs;
  for (const Command& command : commands()) verbs.push_back({std::string(command.verb), std::string(command.summary)});
  return "ferrule: a compiler for multi-fibre (MPO/MTP) cabling\n\nusage: ferrule VERB [ARGUMENTS] [OPTIONS]\n" +
         entries_text("verbs", verbs) + entries_text("options", option_entries(program_options())) +
         "\n`ferrule help VERB` tells more. Begin with: ferrule init my-plant && ferrule check my-plant\n";
}

std::string manual_page(std::string_view version) {
  std::string out = fmt::format(".TH FERRULE 1 \"\" \"ferrule {}\" \"User Commands\"\n", roff(version));
  out += ".SH NAME\nferrule \\- a compiler for multi\\-fibre (MPO/MTP) cabling\n.SH SYNOPSIS\n";
  for (const Command& command : commands()) out += fmt::format(".B {}\n.br\n", roff(usage_line(command)));
  out +=
      ".SH DESCRIPTION\nA plant, installed or planned, is described in text files: transceivers, cords, trunks, cassettes, "
      "panels, and which "
      "port\nshould reach which. Ferrule follows every fibre through every part and every mating, and says for each link "
      "whether\nlight will "
      "arrive, on which lane, and if not, why and what is the least thing to change.\n";
  for (const Command& command : commands()) {
    std::string title(command.verb);
    for (char& c : title) c = static_cast<char>(c - 'a' + 'A');
    out += fmt::format(".SH {}\n.B {}\n.PP\n{}\n", title, roff(usage_line(command)), roff(command.about));
    out += roff_entries(positional_entries(command)) + roff_entries(option_entries(command.options));
    for (const Example& example : command.examples)
      out += fmt::format(".PP\n{}:\n.PP\n.RS 4\n.nf\n{}\n.fi\n.RE\n", roff(example.what), roff(example.command));
  }
  out += ".SH OPTIONS OF EVERY VERB\n" + roff_entries(option_entries(common_options()));
  out += ".SH OPTIONS WITHOUT A VERB\n" + roff_entries(option_entries(program_options()));
  out += ".SH EXIT STATUS\n" + roff_entries(exit_entries());
  out += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhen set, colours are off unless \\-\\-color always is given.\n";
  return out;
}

std::string bash_completion() {
  std::string verbs, values;
  for (const Command& command : commands()) {
    verbs += fmt::format("{}{}", verbs.empty() ? "" : " ", command.verb);
    for (const Option& option : command.options) {
      if (option.value.empty()) continue;
      if (!option.choices.empty()) {
        std::string words(option.choices);
        std::replace(words.begin(), words.end(), '|', ' ');
        values += fmt::format("    '{} {}') words='{}' paths= ;;\n", command.verb, option.name, words);
      } else {
        values += fmt::format("    '{} {}') words= paths={} ;;\n", command.verb, option.name,
                              option.value == "FILE" || option.value == "DIR" ? "yes" : "");
      }
    }
  }
  std::string out = "# bash completion for ferrule; load it with: source <(ferrule --completion bash)\n_ferrule() {\n";
  out += fmt::format("  local verbs='{}' words= paths= word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}\n",
                     verbs);
  out += "  COMPREPLY=()\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) out += completion_of(command);
  out += "  esac\n  case \"${COMP_WORDS[1]} $before\" in\n" + values +
         "    *' --color') words='auto always never' paths= ;;\n  esac\n";
  out += fmt::format("  if (( COMP_CWORD == 1 )); then words=\"$verbs {}\" paths=; fi\n", words_of(program_options()));
  out +=
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; [[ $paths && $word != -* ]] && compgen -f -- \"$word\")\n"
      "}\ncomplete -o filenames -F _ferrule ferrule\n";
  return out;
}

}  // namespace ferrule::cli
