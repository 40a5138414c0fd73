#include "api/substitute.h"

#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

// Whatever is offered, a hall of two thousand links takes long under the sanitizers, and eight links say the same.
#if defined(FERRULE_SANITIZED)
constexpr const char* kProject = "examples/dr4-400g-direct";
constexpr std::size_t kLinks = 8;
#else
constexpr const char* kProject = "examples/superpod-h100-4su";
constexpr std::size_t kLinks = 2044;
#endif

Certificate offer(std::string line, std::string part = "cord-b") {
  return substitute({{.path = kProject, .data = ""}, std::move(part), std::move(line), {}});
}

bool brought(const Certificate& certificate, std::string_view code) {
  for (const diag::Finding& finding : certificate.findings)
    if (finding.code == code) return true;
  return false;
}

TEST(Substitute, AnEqualCordIsAllowedEverywhere) {
  const Certificate certificate = offer("12F MTP jumper female OS2 APC Type B");
  EXPECT_EQ(certificate.why_not, "");
  EXPECT_EQ(certificate.links.size(), kLinks);
  EXPECT_EQ(certificate.allowed, kLinks);
  EXPECT_EQ(certificate.exit, Exit::kClean);
  EXPECT_EQ(certificate.digest.size(), 64u);
}

TEST(Substitute, AnotherMapOrOtherPinsAreRefusedAndWhatIsNotSaidIsUnconfirmed) {
  struct Row {
    std::string_view line;
    std::size_t Certificate::*all;
    std::string_view code;
  };
  const Row table[] = {
      {"12F MTP jumper female OS2 APC Type A", &Certificate::refused, "P402"},
      {"12F MTP jumper male OS2 APC Type B", &Certificate::refused, "M201"},
      {"12F MTP jumper female OS2 UPC Type B", &Certificate::refused, "M203"},
      {"12F MTP jumper female OM4 APC Type B", &Certificate::refused, ""},
      {"12F MTP jumper female OS2 APC", &Certificate::unconfirmed, "P415"},
      {"12F MTP jumper OS2 APC Type B", &Certificate::unconfirmed, ""},
      {"12F MTP jumper female OS2 APC Type B 0.5 m", &Certificate::refused, "S801"},
  };
  for (const Row& row : table) {
    const Certificate certificate = offer(std::string(row.line));
    EXPECT_EQ(certificate.*row.all, kLinks) << row.line;
    EXPECT_TRUE(row.code.empty() || brought(certificate, row.code)) << row.line;
    EXPECT_EQ(certificate.exit, Exit::kFindings) << row.line;
  }
}

// A fabric that nobody cabled: the parts are those that its design takes.
TEST(Substitute, OffersGoIntoThePlantThatIsDesignedOfAFabric) {
  const auto offered = [](const char* part, const char* line) {
    return substitute({{.path = "examples/design/links-csv", .data = ""}, part, line, {}});
  };
  const Certificate same = offered("cord", "12F MTP jumper female to female OS2 APC Type B");
  EXPECT_EQ(same.why_not, "");
  EXPECT_EQ(same.allowed, 16u);
  EXPECT_EQ(offered("cord", "12F MTP jumper female to female OS2 APC Type A").refused, 16u);
  EXPECT_NE(offered("trunk", "12F MTP jumper female to female OS2 APC Type B").why_not, "");
}

TEST(Substitute, ALineThatIsNoPartAllowsNothing) {
  const Certificate certificate = offer("something nice");
  EXPECT_EQ(certificate.allowed, 0u);
  EXPECT_EQ(certificate.exit, Exit::kFindings);
}

TEST(Substitute, APartThatTheProjectDoesNotHaveIsSaid) {
  EXPECT_EQ(offer("12F MTP jumper", "cord-x").why_not, "the project has no part 'cord-x'");
  EXPECT_EQ(substitute({{.path = "no/such/project", .data = ""}, "a", "b", {}}).exit, Exit::kUnreadable);
}

TEST(Substitute, AChangedFileChangesTheDigest) {
  EXPECT_EQ(offer("12F MTP jumper").digest, offer("anything else").digest);
  const Certificate other = substitute({{.path = "examples/dr4-400g-two-panels", .data = ""}, "cord-b", "12F MTP jumper", {}});
  EXPECT_NE(other.digest, offer("12F MTP jumper").digest);
}

}  // namespace
}  // namespace ferrule::api
