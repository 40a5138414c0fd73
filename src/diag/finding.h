// A finding: what was seen, where, under which rule, and what to do about it.
//
// Wording: `message` says what was seen, lower case, no full stop. A note points at another place that explains. Help says
//          what to type or order. Advice never replaces the fact.
// Shape:   equal findings with one cause are one finding with many subjects (320 links), not many findings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/source.h"

namespace ferrule::diag {

enum class Severity : std::uint8_t { kOff, kNote, kWarning, kError };

std::string_view spell(Severity severity);

struct Note {
  Place place;  // may be nowhere
  std::string text;
};

struct Finding {
  std::string code;  // "M201"; stable for ever
  std::string name;  // "same-pins-meet"
  Severity severity = Severity::kError;
  std::string message;
  Place place;
  std::string label;  // words under the underlined place; may be empty
  std::vector<Note> notes;
  std::vector<std::string> help;
  std::string subject_kind;           // "link", "joint", "cable", ...; empty when the finding stands for itself
  std::vector<std::string> subjects;  // names of those it holds for, in plant order; the first few unless all were asked for
  std::uint64_t subject_count = 0;    // of all it holds for
  std::uint64_t all_subjects() const { return subject_count > subjects.size() ? subject_count : subjects.size(); }
  bool unreadable = false;  // the text could not be read or parsed: exit code 3
  std::string waived_by;    // owner and reason when a waiver covers it
};

// Findings gathered during one run. Bounded: past `most` equal codes the rest are only counted.
class Findings {
 public:
  // Fluent help for the common case: findings.add("L101", ...).note(...).help(...).
  class Builder {
   public:
    explicit Builder(Finding& finding) : finding_(finding) {}
    Builder& label(std::string text) { return finding_.label = std::move(text), *this; }
    Builder& note(std::string text) { return finding_.notes.push_back({{}, std::move(text)}), *this; }
    Builder& note(Place place, std::string text) { return finding_.notes.push_back({place, std::move(text)}), *this; }
    Builder& help(std::string text) { return finding_.help.push_back(std::move(text)), *this; }
    Builder& unreadable() { return finding_.unreadable = true, *this; }
    Finding& finding() { return finding_; }

   private:
    Finding& finding_;
  };

  Builder add(std::string code, std::string name, Severity severity, Place place, std::string message);
  void add(Finding finding);

  const std::vector<Finding>& all() const { return list_; }
  std::vector<Finding>& all() { return list_; }
  bool any_at_least(Severity severity) const;  // waived findings do not count
  bool any_unreadable() const;
  std::size_t suppressed() const { return suppressed_; }  // findings not kept because one code had too many
  void sort();  // each fault once, by place, then code, then message: the order in which they are printed

 private:
  static constexpr std::size_t kMostPerCode = 1000;
  std::vector<Finding> list_;
  std::vector<std::pair<std::string, std::size_t>> counts_;
  std::size_t suppressed_ = 0;
  Finding spare_;  // swallows what is not kept
};

}  // namespace ferrule::diag
