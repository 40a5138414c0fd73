#include "api/guessed_encoding.h"

#include <string>

#include "spec/paper/rules.h"

namespace ferrule::api {

void note_guessed_encoding(std::uint32_t source, diag::Findings& findings) {
  const spec::paper::Rule& rule = spec::paper::kEncodingGuessed;
  findings.add(std::string(rule.code), std::string(rule.name), rule.severity, {source, 0, 0}, "no UTF-8, read as Windows-1252")
      .help("save the file as UTF-8");
}

}  // namespace ferrule::api
