#include "lexis/plain_text.h"

#include <string>
#include <gtest/gtest.h>

namespace ferrule::lexis {
namespace {

std::string plain(std::string_view text) {
  PlainText out;
  make_plain(text, out);
  return out.text;
}

struct Damage {
  std::string_view text, plain;
};

TEST(PlainText, MendsWhatPeopleAndProgramsDoToText) {
  const Damage table[] = {
      {"MTP-12 OM4", "mtp-12 om4"},
      {"Jarretière Größe Ø", "jarretiere grosse o"},
      {"ﬁber 8‑ﬁbre", "fiber 8-fibre"},  // ligatures, a non-breaking hyphen
      {"ＭＰＯ－１２", "mpo-12"},        // full-width forms
      {"۱۲ ٣٤ ๕", "12 34 5"},            // digits of other scripts
      {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
      {"MTP® Elite™", "mtp\x01 elite\x01"},
      {"f&uuml;r 50&nbsp;&micro;m", "fur 50 um"},
      {"<b>LC</b><br>duplex", "|lc||duplex"},
      {"IL<=0.35 dB, LC <-> LC", "il<=0.35 db, lc <-> lc"},  // not markup
      {"Glasfaser fÃ¼r 900Âµm", "glasfaser fur 900um"},      // encoded twice
      {"Mul(cid:2)mode", "mul\x02mode"},
      {"2×3 and 2х3", "2*3 and 2*3"},  // a sign, and a Cyrillic letter between digits
      {"ﾊﾟｯﾁ", "ハ\u309Aッチ"},
  };
  for (const Damage& row : table) EXPECT_EQ(plain(row.text), row.plain) << row.text;
}

TEST(PlainText, EveryByteKnowsWhereItCameFrom) {
  const std::string text = "12F für MTP®-LC";
  PlainText out;
  make_plain(text, out);
  const std::size_t at = out.text.find("fur");
  ASSERT_NE(at, std::string::npos);
  const std::uint32_t from = out.from(static_cast<std::uint32_t>(at)), to = out.to(static_cast<std::uint32_t>(at + 3));
  EXPECT_EQ(text.substr(from, to - from), "für");
  EXPECT_EQ(out.origin.size(), out.text.size() + 1);
}

TEST(PlainText, BytesThatAreNoUtf8AreReadAsWindows1252) {
  EXPECT_EQ(plain("Spl\xFC"
                  "ck 2\xB5m"),
            "spluck 2um");
}

TEST(PlainText, AnyBytesGiveText) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  for (std::size_t cut = 0; cut < bytes.size(); cut += 7) {
    PlainText out;
    make_plain(std::string_view(bytes).substr(cut), out);
    EXPECT_EQ(out.origin.size(), out.text.size() + 1);
    for (const char c : out.text) EXPECT_TRUE(c >= ' ' || c < 0 || c == '\n' || c == kTrademark || c == kGap);
  }
}

}  // namespace
}  // namespace ferrule::lexis
