#include "words/own_lines.h"

#include <fstream>

namespace ferrule::tests {

std::vector<std::string> own_lines() {
  std::vector<std::string> lines;
  std::ifstream file("tests/lines/own.jsonl");
  for (std::string line; std::getline(file, line);) {
    const std::size_t at = line.find("\"text\": \"");
    if (at == std::string::npos) continue;
    const std::size_t begin = at + 9, end = line.find("\", \"source\"", begin);
    if (end != std::string::npos && line.find('\\', begin) > end) lines.push_back(line.substr(begin, end - begin));
  }
  return lines;
}

}  // namespace ferrule::tests
