#include "cli/parse.h"

#include <algorithm>
#include <utility>
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::cli {
namespace {

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  auto near = nearest(word, known);
  for (const std::string& name : known)  // cut short: --vers
    if (!near && word.size() > 2 && name.starts_with(word)) near = name;
  return near ? fmt::format("did you mean '{}'?", *near) : std::string();
}

std::vector<std::string> choices_of(const Option& option) {
  std::vector<std::string> choices;
  for (std::string_view choice : split(option.choices, '|')) choices.emplace_back(choice);
  return choices;
}

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> options;
  for (const Option& option : command.options) options.push_back(&option);
  for (const Option& option : common_options()) options.push_back(&option);
  return options;
}

UsageError stranger(const Command& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-')
    return {fmt::format("'{}' is one argument too many for {}", shortened(word, 200), command.verb), ""};
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  for (const Option* option : options_of(command)) known.emplace_back(option->name);
  return {fmt::format("{} has no option '{}'", command.verb, shortened(name, 200)), did_you_mean(name, known)};
}

// The library would take an unknown option's value for an argument and complain about that.
std::optional<UsageError> judge_options(const Command& command, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.size() < 2 || word[0] != '-') continue;
    const std::string_view name = std::string_view(word).substr(0, word.find('='));
    const std::vector<const Option*> options = options_of(command);
    if (std::none_of(options.begin(), options.end(),
                     [&](const Option* option) { return option->name == name || option->letter == name; }))
      return stranger(command, word);
  }
  return std::nullopt;
}

const Option* option_alone(const Command& command, std::string_view word) {
  for (const Option* option : options_of(command))
    if (!option->alone.empty() && option->name == word) return option;
  return nullptr;
}

// An option that stands alone gets its value: the last word, or one before another option.
std::vector<std::string> with_values(const Command& command, std::vector<std::string> words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i)
    if (const Option* option = option_alone(command, words[i]);
        option != nullptr && (i + 1 == words.size() || words[i + 1].starts_with('-')))
      words[i] += "=" + std::string(option->alone);
  return words;
}

// `ferrule design --compare PROJECT`: the word behind such an option was the argument, since nothing else is.
void give_back(const Command& command, Arguments& arguments) {
  for (const Positional& positional : command.positionals)
    for (const Option* option : options_of(command))
      if (!positional.optional && !arguments.has(positional.name) && !option->alone.empty() && arguments.has(option->name) &&
          arguments.get(option->name) != option->alone)
        arguments.values[std::string(positional.name)] =
            std::exchange(arguments.values[std::string(option->name)], {std::string(option->alone)});
}

std::optional<UsageError> judge_choice(const Option& option, const std::vector<std::string>& values) {
  if (option.choices.empty()) return std::nullopt;
  const std::vector<std::string> choices = choices_of(option);
  for (const std::string& value : values) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) continue;
    std::string help = did_you_mean(value, choices);
    if (help.empty()) help = fmt::format("one of {}", joined(choices, ", "));
    return UsageError{fmt::format("{} cannot be '{}'", option.name, shortened(value, 200)), help};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Arguments, UsageError> parse(const Command& command, const std::vector<std::string>& words) {
  if (auto wrong = judge_options(command, words)) return *wrong;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::map<std::string, std::vector<std::string>, std::less<>> given;
  for (const Option* option : options_of(command)) {
    const std::string name(option->name);
    const std::string spellings = option->letter.empty() ? name : fmt::format("{},{}", option->letter, name);
    if (option->value.empty())
      app.add_flag_callback(spellings, [&given, name] { given[name]; });
    else if (option->many)
      app.add_option(spellings, given[name])->allow_extra_args(false);
    else
      app.add_option_function<std::string>(spellings, [&given, name](const std::string& word) { given[name] = {word}; })
          ->take_last();
  }
  for (const Positional& positional : command.positionals) {
    const std::string name(positional.name);
    if (positional.many)  // a list takes all that is left, so it stands last
      app.add_option(name, given[name]);
    else
      app.add_option_function<std::string>(name, [&given, name](const std::string& word) { given[name] = {word}; });
  }
  try {
    std::vector<std::string> backwards = with_values(command, words);
    std::reverse(backwards.begin(), backwards.end());  // as the library wants them
    app.parse(std::move(backwards));
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    for (const Option* option : options_of(command))
      if (!option->value.empty() && what.find(option->name) != std::string::npos)
        return UsageError{
            fmt::format("{} needs a value: {}", option->name, option->choices.empty() ? option->value : option->choices), ""};
    return UsageError{what, ""};
  } catch (const CLI::ParseError& error) {
    return UsageError{error.what(), ""};
  }
  const std::vector<std::string> strangers = app.remaining();
  for (const std::string& word : strangers)
    if (word.size() > 1 && word[0] == '-') return stranger(command, word);
  if (!strangers.empty()) return stranger(command, strangers.front());

  Arguments arguments;
  for (auto& [name, values] : given)
    if (app.get_option(name)->count() > 0) arguments.values[name] = std::move(values);
  if (arguments.has("--help")) return arguments;  // whatever else is wrong
  for (const Option* option : options_of(command)) {
    if (const auto wrong = judge_choice(*option, arguments.all(option->name))) return *wrong;
    if (!option->otherwise.empty() && !arguments.has(option->name))
      arguments.values[std::string(option->name)] = {std::string(option->otherwise)};
  }
  for (const auto& [name, values] : arguments.values)  // a shell variable that was never set
    if (std::any_of(values.begin(), values.end(), [](const std::string& value) { return trim(value).empty(); }))
      return UsageError{fmt::format("{} is empty", name), ""};
  give_back(command, arguments);
  for (const Positional& positional : command.positionals)
    if (!positional.optional && !arguments.has(positional.name))
      return UsageError{fmt::format("{} needs {}: {}", command.verb, positional.name, positional.help), ""};
  return arguments;
}

}  // namespace ferrule::cli
