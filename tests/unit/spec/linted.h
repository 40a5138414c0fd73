// A paper from a text, and what is found in it, for the tests of this folder.
#pragma once

#include <string>
#include <string_view>

#include "diag/print.h"
#include "facts/facts.h"
#include "spec/paper/lint.h"
#include "syntax/table.h"
#include "words/words.h"

namespace ferrule::spec::paper {

struct Linted {
  diag::Sources sources;
  syntax::Table table;
  Paper paper;
  diag::Findings findings;

  explicit Linted(std::string text, Policy policy = {}, PaperOptions options = {}) {
    const std::uint32_t source = sources.add("paper", std::move(text));
    table = syntax::read_table(sources, {source, 0, syntax::Encoding::kUtf8}, syntax::TableForm::kUnknown);
    const syntax::Table* tables[] = {&table};
    paper = read_paper(tables, tests::words().lexicon, tests::words().paper_words, options);
    lint(paper, policy, tests::words().facts, sources, findings);
    findings.sort();
  }

  std::size_t count(std::string_view code) const {
    std::size_t count = 0;
    for (const diag::Finding& finding : findings.all()) count += finding.code == code;
    return count;
  }
  const diag::Finding* first(std::string_view code) const {
    for (const diag::Finding& finding : findings.all())
      if (finding.code == code) return &finding;
    return nullptr;
  }
  std::string printed(std::string_view code) const {
    std::string out;
    for (const diag::Finding& finding : findings.all())
      if (finding.code == code) out += diag::print(finding, sources);
    return out;
  }
};

}  // namespace ferrule::spec::paper
