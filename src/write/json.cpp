#include "write/json.h"

#include <cmath>
#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/text.h"

namespace ferrule::write {

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

  template <class Call>
  void with_valid(std::string_view text, Call call) {
    if (first_bad_utf8(text)) {
      const std::string repaired = with_valid_utf8(text);
      call(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
    } else {
      call(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
  }

  Layout layout;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> compact;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> pretty;
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
  text_->with_valid(
      name, [&](const char* data, rapidjson::SizeType size) { text_->to_writer([&](auto& writer) { writer.Key(data, size); }); });
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  text_->with_valid(text, [&](const char* data, rapidjson::SizeType size) {
    text_->to_writer([&](auto& writer) { writer.String(data, size); });
  });
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
  std::string out(text_->buffer.GetString(), text_->buffer.GetSize());
  if (text_->layout == Layout::kPretty && !out.empty()) out += '\n';
  text_ = std::make_unique<Text>(text_->layout);
  return out;
}

}  // namespace ferrule::write
