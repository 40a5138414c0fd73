#include "write/json.h"

#include <cmath>
#include <cstring>
#include <type_traits>
#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/text.h"

namespace ferrule::write {
namespace json_text {  // named: JsonWriter::Text holds its writers

// Eight bytes at a time: none beyond ASCII, no quote, no backslash, no control character.
bool stands_in_json(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighBits = 0x8080808080808080u;
  const auto holds_zero = [](std::uint64_t word) { return (word - kOnes) & ~word; };  // in a high bit
  const auto special = [&](std::uint64_t word) {
    const std::uint64_t control = (word - kOnes * ' ') & ~word;
    return (word | control | holds_zero(word ^ kOnes * '"') | holds_zero(word ^ kOnes * '\\')) & kHighBits;
  };
  std::uint64_t found = 0;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t word;
    std::memcpy(&word, text.data(), 8);
    found |= special(word);
  }
  std::uint64_t rest = kOnes * ' ';
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  return (found | special(rest)) == 0;
}

// RapidJSON looks at every character and asks twice for its room. Nearly all text is ASCII without quotes, and is copied whole.
template <class Base>
class PlainTextWriter : public Base {
 public:
  using Base::Base;

  // A key or a value; stands_in_json(text).
  void plain_text(std::string_view text) {
    if constexpr (std::is_same_v<Base, rapidjson::PrettyWriter<rapidjson::StringBuffer>>)
      this->PrettyPrefix(rapidjson::kStringType);
    else
      this->Prefix(rapidjson::kStringType);
    char* const room = this->os_->Push(text.size() + 2);
    room[0] = room[text.size() + 1] = '"';
    if (!text.empty()) std::memcpy(room + 1, text.data(), text.size());
  }
};

}  // namespace json_text

// RapidJSON's writers share no virtual functions, so both are kept and one is used.
struct JsonWriter::Text {
  explicit Text(Layout wanted) : layout(wanted), compact(buffer), pretty(buffer) { pretty.SetIndent(' ', 2); }

  template <class Call>
  void to_writer(Call call) {
    if (layout == Layout::kPretty)
      call(pretty);
    else
      call(compact);
  }

  // A key or a value, which are the same to the writers.
  void text(std::string_view text) {
    if (json_text::stands_in_json(text)) return to_writer([&](auto& writer) { writer.plain_text(text); });
    const std::string repaired = first_bad_utf8(text) ? with_valid_utf8(text) : std::string();
    const std::string_view valid = repaired.empty() ? text : std::string_view(repaired);
    to_writer([&](auto& writer) { writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size())); });
  }

  void clear() {  // and keeps the memory
    buffer.Clear();
    compact.Reset(buffer);
    pretty.Reset(buffer);
  }

  Layout layout;
  rapidjson::StringBuffer buffer;
  json_text::PlainTextWriter<rapidjson::Writer<rapidjson::StringBuffer>> compact;
  json_text::PlainTextWriter<rapidjson::PrettyWriter<rapidjson::StringBuffer>> pretty;
};

JsonWriter::JsonWriter(Layout layout) : text_(std::make_unique<Text>(layout)) {}
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  text_->to_writer([](auto& writer) { writer.StartObject(); });
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  text_->to_writer([](auto& writer) { writer.EndObject(); });
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  text_->to_writer([](auto& writer) { writer.StartArray(); });
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  text_->to_writer([](auto& writer) { writer.EndArray(); });
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  text_->text(name);
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  text_->text(text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  text_->to_writer([&](auto& writer) { writer.Int64(value); });
  return *this;
}

JsonWriter& JsonWriter::number(double value, int decimals) {
  if (!std::isfinite(value)) return null();
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  if (digits.find_first_not_of("-0.") == std::string::npos && digits.front() == '-') digits.erase(0, 1);  // no minus zero
  text_->to_writer([&](auto& writer) { writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType); });
  return *this;
}

JsonWriter& JsonWriter::decimal(std::int64_t scaled, int digits) {
  std::string text =
      fmt::format("{:0{}}", scaled < 0 ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled), digits + 1);
  if (digits > 0) {
    text.insert(text.size() - static_cast<std::size_t>(digits), 1, '.');
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  if (scaled < 0) text.insert(0, 1, '-');
  text_->to_writer([&](auto& writer) { writer.RawValue(text.data(), text.size(), rapidjson::kNumberType); });
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  text_->to_writer([&](auto& writer) { writer.Bool(value); });
  return *this;
}

JsonWriter& JsonWriter::null() {
  text_->to_writer([](auto& writer) { writer.Null(); });
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  text_->to_writer([&](auto& writer) { writer.RawValue(json.data(), json.size(), rapidjson::kObjectType); });
  return *this;
}

std::string JsonWriter::drain() {
  std::string out(text_->buffer.GetString(), text_->buffer.GetSize());
  text_->buffer.Clear();
  return out;
}

std::string JsonWriter::take() {
  std::string out;
  take_to(out);
  return out;
}

void JsonWriter::take_to(std::string& out) {
  out.append(text_->buffer.GetString(), text_->buffer.GetSize());
  if (text_->layout == Layout::kPretty && text_->buffer.GetSize() > 0) out += '\n';
  text_->clear();
}

}  // namespace ferrule::write
