#include "cli/run.h"

#include <initializer_list>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "unit/cli/strings_console.h"

namespace ferrule::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Said {
  int code;
  std::string data, messages;
};

Said say(const std::vector<std::string>& words, StringsConsole console = {}) {
  const int code = run(words, {"9.9.9", false}, console);
  return {code, console.data, console.messages};
}

TEST(Run, TheVersionIsOneLineOfData) {
  const Said said = say({"--version"});
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(said.data, "ferrule 9.9.9\n");
  EXPECT_THAT(said.messages, IsEmpty());
}

TEST(Run, WrongUseSaysWhatIsWrongOnStderrAndEndsWith2) {
  struct Row {
    std::vector<std::string> words;
    const char *message, *help;
  };
  for (const auto& [words, message, help] : std::initializer_list<Row>{
           {{"chek"}, "there is no verb 'chek'", "did you mean 'check'?"},
           {{"--vers"}, "there is no option '--vers'", "did you mean '--version'?"},
           {{"check"}, "check needs PATH", "usage: ferrule check PATH [OPTIONS]"},
           {{"check", "a", "b"}, "'b' is one argument too many for check", ""},
           {{"check", "a", "--formt", "json"}, "check has no option '--formt'", "did you mean '--format'?"},
           {{"check", "a", "--format", "jsn"}, "--format cannot be 'jsn'", "did you mean 'json'?"},
           {{"check", "a", "--format"}, "--format needs a value: text|json|sarif", ""},
           {{"check", "a", "--level", "loud"}, "--level cannot be 'loud'", "one of error, warning, note"},
           {{"check", "a", "--today", "tomorrow"}, "--today cannot be 'tomorrow'", "2027-03-01"},
           {{"trace", "a"}, "trace needs END", ""},
           {{"--completion", "zsh"}, "no completions for 'zsh'", "bash"},
           {{}, "usage: ferrule VERB", ""},
       }) {
    const Said said = say(words);
    EXPECT_EQ(said.code, 2) << message;
    EXPECT_THAT(said.data, IsEmpty()) << message;
    EXPECT_THAT(said.messages, HasSubstr(message));
    EXPECT_THAT(said.messages, HasSubstr(help));
  }
}

TEST(Run, WhatWasTypedCannotMoveTheCursor) {
  EXPECT_THAT(say({"\x1b[2Jcheck"}).messages, testing::Not(HasSubstr("\x1b")));
  EXPECT_THAT(say({"check", "a", "--\x1b[2J"}).messages, testing::Not(HasSubstr("\x1b")));
}

TEST(Run, HelpIsDataWhateverElseIsWrong) {
  for (const auto& words :
       std::initializer_list<std::vector<std::string>>{{"help", "check"}, {"check", "--help"}, {"check", "-h"}}) {
    const Said said = say(words);
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.data, HasSubstr("--format text|json|sarif"));
    EXPECT_THAT(said.messages, IsEmpty());
  }
}

TEST(Run, AnUnreadableProjectEndsWith3) {
  const Said said = say({"check", "no-such-folder"});
  EXPECT_EQ(said.code, 3);
  EXPECT_THAT(said.data, HasSubstr("no-such-folder"));
}

TEST(Run, ColoursAreForTerminalsUnlessAskedFor) {
  const auto coloured = [](std::vector<std::string> words, bool terminal, bool no_color) {
    StringsConsole console;
    console.terminal_out = console.terminal_err = terminal;
    run(words, {"9", no_color}, console);
    return console.data.find("\x1b[") != std::string::npos;
  };
  EXPECT_FALSE(coloured({"explain", "MTP"}, false, false));
  EXPECT_TRUE(coloured({"explain", "MTP"}, true, false));
  EXPECT_FALSE(coloured({"explain", "MTP"}, true, true));
  EXPECT_TRUE(coloured({"explain", "MTP", "--color", "always"}, false, true));
  EXPECT_FALSE(coloured({"explain", "MTP", "--color", "never"}, true, false));
}

// The word behind an option that may stand alone is its value, unless the argument would be missing.
TEST(Parse, AnOptionMayStandAlone) {
  struct Row {
    std::vector<std::string> words;
    const char *compare, *path;
  };
  for (const auto& [words, compare, path] :
       std::initializer_list<Row>{{{"hall", "--compare"}, "usual", "hall"},
                                  {{"--compare", "hall"}, "usual", "hall"},
                                  {{"hall", "--compare", "direct,base-8"}, "direct,base-8", "hall"},
                                  {{"--compare=all", "hall"}, "all", "hall"},
                                  {{"hall", "--compare", "--format", "json"}, "usual", "hall"}}) {
    const auto parsed = parse(*command_named("design"), words);
    const auto* const arguments = std::get_if<Arguments>(&parsed);
    ASSERT_NE(arguments, nullptr) << words.front();
    EXPECT_EQ(arguments->get("--compare"), compare);
    EXPECT_EQ(arguments->get("PATH"), path);
  }
}

TEST(Parse, ValuesFlagsAndListsAreSortedByTheTable) {
  const auto parsed = parse(*command_named("trace"), {"here", "T1", "--drawing", "--format=json", "L1"});
  const auto* arguments = std::get_if<Arguments>(&parsed);
  ASSERT_NE(arguments, nullptr);
  EXPECT_EQ(arguments->get("PATH"), "here");
  EXPECT_THAT(arguments->all("END"), testing::ElementsAre("T1", "L1"));
  EXPECT_TRUE(arguments->has("--drawing"));
  EXPECT_EQ(arguments->get("--format"), "json");
  EXPECT_EQ(arguments->get("--color"), "auto");
  EXPECT_FALSE(arguments->has("--data"));
}

TEST(Help, EveryVerbAndOptionIsInTheManualAndInTheCompletions) {
  const std::string manual = manual_page("1"), completion = bash_completion();
  for (const Command& command : commands()) {
    EXPECT_THAT(program_help(), HasSubstr(std::string(command.summary)));
    EXPECT_THAT(completion, HasSubstr(std::string(command.verb) + ")"));
    for (const Option& option : command.options) {
      EXPECT_THAT(help_text(command), HasSubstr(std::string(option.name)));
      EXPECT_THAT(completion, HasSubstr(std::string(option.name)));
      std::string roff = std::string(option.name);
      for (std::size_t at = 0; (at = roff.find('-', at)) != std::string::npos; at += 2) roff.replace(at, 1, "\\-");
      EXPECT_THAT(manual, HasSubstr(roff));
    }
  }
}

TEST(Help, LinesFitATerminalOf100Columns) {
  for (const Command& command : commands()) {
    const std::string text = help_text(command);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(end - at, 100u) << text.substr(at, end - at);
      at = end + 1;
    }
  }
}

}  // namespace
}  // namespace ferrule::cli
