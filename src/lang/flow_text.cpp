#include "lang/flow_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::lang {
namespace {

// What YAML takes for a sign of its own, anywhere in a plain scalar or at its beginning.
constexpr std::string_view kSigns = ",[]{}:#\"'\\", kFirstSigns = "-?&*!|>%@`= ~";

bool is_plain(std::string_view text) {
  if (text.empty() || text.back() == ' ' || kFirstSigns.find(text.front()) != std::string_view::npos) return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return kSigns.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

std::string in_flow_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      out += c;
  }
  return out + "\"";
}

}  // namespace

std::string flow_key(std::string_view key) { return is_plain(key) ? std::string(key) : in_flow_quotes(key); }

std::string flow_text(const syntax::Node& node) {
  std::string out;
  switch (node.kind) {
    case syntax::Node::Kind::kEmpty: return "";
    case syntax::Node::Kind::kScalar: return node.quoted ? in_flow_quotes(node.text) : flow_key(node.text);
    case syntax::Node::Kind::kSequence:
      for (const syntax::Node& item : node.items) out += (out.empty() ? "" : ", ") + flow_text(item);
      return "[" + out + "]";
    case syntax::Node::Kind::kMapping:
      for (const syntax::Pair& pair : node.pairs)
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", flow_key(pair.key), flow_text(pair.value));
      return "{" + out + "}";
  }
  return out;
}

}  // namespace ferrule::lang
