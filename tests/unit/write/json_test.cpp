#include "write/json.h"

#include <initializer_list>
#include <limits>
#include <gtest/gtest.h>

namespace ferrule::write {
namespace {

TEST(JsonWriter, WritesCompactAndPretty) {
  const auto write = [](JsonWriter json) {
    json.begin_object().key("a").integer(-7).key("b").begin_array().boolean(true).null().string("x").end_array();
    json.key("c").begin_object().end_object().end_object();
    return json.take();
  };
  EXPECT_EQ(write(JsonWriter()), R"({"a":-7,"b":[true,null,"x"],"c":{}})");
  EXPECT_EQ(write(JsonWriter(JsonWriter::Layout::kPretty)), R"({
  "a": -7,
  "b": [
    true,
    null,
    "x"
  ],
  "c": {}
}
)");
}

TEST(JsonWriter, EscapesAndRepairsText) {
  struct Row {
    std::string text;
    const char* json;
  };
  for (const auto& [text, json] : std::initializer_list<Row>{{"", "\"\""},
                                                             {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
                                                             {"\n\t\x1b", "\"\\n\\t\\u001B\""},
                                                             {std::string("\0", 1), "\"\\u0000\""},
                                                             {"größe 名 😀", "\"größe 名 😀\""},
                                                             {"gr\xF6", "\"gr\uFFFD\""}}) {
    JsonWriter writer;
    EXPECT_EQ(writer.string(text).take(), json);
  }
}

// Text without anything to escape is copied whole, eight bytes at a time: what has to be escaped is found wherever it stands.
TEST(JsonWriter, FindsWhatHasToBeEscapedAtEveryPlace) {
  struct Row {
    std::string_view text, json;
  };
  for (const auto& [text, json] : std::initializer_list<Row>{{"\"", "\\\""},
                                                             {"\\", "\\\\"},
                                                             {"\x1f", "\\u001F"},
                                                             {"\n", "\\n"},
                                                             {"\x7f", "\x7f"},
                                                             {" ", " "},
                                                             {"!", "!"},
                                                             {"é", "é"},
                                                             {"\xff", "\uFFFD"}})
    for (std::size_t size = 0; size < 20; ++size)
      for (std::size_t at = 0; at <= size; ++at) {
        const std::string front(at, 'a'), back(size - at, '#');
        JsonWriter writer(at % 2 == 0 ? JsonWriter::Layout::kCompact : JsonWriter::Layout::kPretty);
        writer.begin_object().key(front + std::string(text) + back).string(front + std::string(text) + back).end_object();
        const std::string quoted = '"' + front + std::string(json) + back + '"';
        const bool compact = at % 2 == 0;
        EXPECT_EQ(writer.take(), compact ? "{" + quoted + ":" + quoted + "}" : "{\n  " + quoted + ": " + quoted + "\n}\n");
      }
}

TEST(JsonWriter, NumbersHaveTheDecimalsThatWereAskedFor) {
  JsonWriter json;
  json.begin_array().number(1.92, 4).number(-0.5, 0).number(1e21, 1).number(std::numeric_limits<double>::quiet_NaN(), 2);
  json.integer(std::numeric_limits<std::int64_t>::min()).end_array();
  EXPECT_EQ(json.take(), "[1.9200,0,1000000000000000000000.0,null,-9223372036854775808]");
}

TEST(JsonWriter, DecimalsAreExact) {
  struct Row {
    std::int64_t scaled;
    int digits;
    const char* json;
  };
  for (auto [scaled, digits, json] :
       std::initializer_list<Row>{{1'920'000, 6, "1.92"},
                                  {1, 6, "0.000001"},
                                  {0, 6, "0"},
                                  {-420'000, 6, "-0.42"},
                                  {30'000, 3, "30"},
                                  {100, 0, "100"},
                                  {-5, 1, "-0.5"},
                                  {std::numeric_limits<std::int64_t>::min(), 3, "-9223372036854775.808"}}) {
    JsonWriter writer;
    EXPECT_EQ(writer.decimal(scaled, digits).take(), json);
  }
}

TEST(JsonWriter, IsEmptyAfterTake) {
  JsonWriter json;
  EXPECT_EQ(json.integer(1).take(), "1");
  EXPECT_EQ(json.integer(2).take(), "2");
}

TEST(JsonWriter, IsTakenBehindWhatThereIs) {
  JsonWriter json;
  std::string out = "1,";
  json.begin_array().integer(2).end_array().take_to(out);
  json.string("three").take_to(out);
  EXPECT_EQ(out, "1,[2]\"three\"");
}

TEST(JsonWriter, DrainsWhileSomethingIsOpen) {
  JsonWriter json;
  json.begin_array().integer(1);
  std::string text = json.drain();
  EXPECT_EQ(text, "[1");
  json.integer(2).end_array();
  text += json.take();
  EXPECT_EQ(text, "[1,2]");
}

TEST(JsonWriter, KeepsAValueThatIsJsonAlreadyOnOneLine) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object().key("lane").raw(R"({"from": 1})").end_object();
  EXPECT_EQ(json.take(), "{\n  \"lane\": {\"from\": 1}\n}\n");
}

}  // namespace
}  // namespace ferrule::write
