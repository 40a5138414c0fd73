// Writes JSON text, one call per token, in the order of the calls.
//
// Shape:  always valid JSON in valid UTF-8: bytes that are not UTF-8 become U+FFFD, numbers that are not finite become null. The
//         same calls give the same bytes everywhere. Pretty text is indented by two spaces and ends with a line feed.
// Errors: none. Calls that do not nest (a value without its key, an end too many) are a caller's bug and are asserted.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ferrule::write {

class JsonWriter {
 public:
  enum class Layout { kCompact, kPretty };

  explicit JsonWriter(Layout layout = Layout::kCompact);
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(JsonWriter&&) noexcept;
  ~JsonWriter();

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& number(double value, int decimals);        // 1.9200 with 4 decimals
  JsonWriter& decimal(std::int64_t scaled, int digits);  // exact: 1'920'000 scaled by 10^6 is 1.92
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  // A value that is JSON already, as it is: one line inside pretty text, say.
  JsonWriter& raw(std::string_view json);

  // The text since the last call; what is open stays open, so a report of a million links need not be in memory at once.
  std::string drain();

  // The text so far; the writer is empty afterwards.
  std::string take();
  void take_to(std::string& out);  // the same behind what `out` holds

 private:
  struct Text;  // RapidJSON stays out of this header: it is slow to compile
  std::unique_ptr<Text> text_;
};

}  // namespace ferrule::write
