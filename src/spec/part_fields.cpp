#include "spec/part_fields.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/connector_name.h"
#include "spec/needs.h"

namespace ferrule::spec {
namespace {

constexpr std::string_view kHelp = "a part may also be given as fields: {kind: cord, ends: {connector: LC-duplex}, ...}";

struct KindRow {
  std::string_view kind, word;
};
constexpr KindRow kKinds[] = {{"patch_cord", "cord"},    {"trunk", "trunk"},       {"breakout", "breakout"},
                              {"loopback", "loopback"},  {"cassette", "cassette"}, {"conversion", "conversion"},
                              {"panel", "adapter-panel"}};

class Reader {
 public:
  Reader(std::string_view line, diag::Place place, const Specification& specification, const facts::Facts& facts,
         diag::Findings& findings)
      : line_(line), place_(place), s_(specification), facts_(facts), findings_(findings) {}

  std::optional<std::vector<PartField>> read(const std::vector<Span>& passed_over) {
    for (const Contradiction& contradiction : s_.contradictions) {
      refuse(contradiction.second_span,
             fmt::format("'{}' contradicts '{}'", printable(contradiction.second), printable(contradiction.first)));
      return std::nullopt;
    }
    if (!kind() || !ends()) return std::nullopt;
    for (const Span span : passed_over)
      findings_
          .add("L221", "words-passed-over", diag::Severity::kWarning, place(span),
               fmt::format("'{}' is not understood here and says nothing",
                           printable(line_.substr(span.begin, span.end - span.begin))))
          .help("what nobody understood stays unknown; a name can be set apart: maker \"Acme\", part number \"AB-12\"");
    add("fibre", Field::kFibreType);
    map();
    add("wiring", Field::kLegWiring);
    jacket();
    grade();
    if (s_.has(Field::kMaxIl)) put("loss", fmt::format("{} dB", s_.get(Field::kMaxIl).number), s_.get(Field::kMaxIl).span);
    diameter();
    if (s_.text(Field::kChangeable) == "yes") put("field_changeable", "true", s_.get(Field::kChangeable).span);
    return std::move(out_);
  }

 private:
  diag::Place place(Span span) const {
    // Written plain, or in quotes without escapes: then the words stand where they stand. Otherwise the line as a whole is named.
    const bool in_quotes = place_.length == line_.size() + 2;
    if (!in_quotes && place_.length != line_.size()) return place_;
    return {place_.source, place_.offset + span.begin + (in_quotes ? 1u : 0u), span.end - span.begin};
  }
  void refuse(Span span, std::string message) {
    findings_.add("L220", "line-not-understood", diag::Severity::kError, place(span), std::move(message))
        .help(std::string(kHelp));
  }
  Span whole() const { return {0, static_cast<std::uint32_t>(line_.size())}; }

  void put(std::string key, std::string value, Span span) { out_.push_back({std::move(key), std::move(value), place(span)}); }
  void add(std::string_view key, Field field) {
    if (s_.has(field)) put(std::string(key), std::string(s_.text(field)), s_.get(field).span);
  }

  bool kind() {
    for (const KindRow& row : kKinds) {
      if (s_.text(Field::kKind) != row.kind) continue;
      put("kind", std::string(row.word), s_.get(Field::kKind).span);
      return true;
    }
    refuse(s_.has(Field::kKind) ? s_.get(Field::kKind).span : whole(),
           s_.has(Field::kKind) ? std::string("this does not say a kind of part that a plant is built of")
                                : std::string("the line does not say what the part is: a cord, a trunk, a breakout ..."));
    return false;
  }

  bool ends() {
    const std::string_view kind = s_.text(Field::kKind);
    if (kind == "loopback") return end("connector", false);
    if (kind == "panel") return panel();
    if (same_ends()) return end("ends", false);
    const std::string_view a = kind == "breakout" ? "head" : kind == "cassette" ? "rear" : "a";
    const std::string_view b = kind == "breakout" ? "leg" : kind == "cassette" ? "front" : "b";
    return end(a, false) && end(b, true);
  }

  // An adapter panel has one connector on both sides; a letter on it is that of its adapters.
  bool panel() {
    if (!connector_stated(false)) return false;
    put("connector", exact_connector(s_, false), s_.get(Field::kAType).span);
    if (const auto count = s_.number(Field::kACount); count && *count != 1)
      put("count", fmt::format("{}", *count), s_.get(Field::kACount).span);
    if (is_multi_fibre(s_.text(Field::kAType)) && s_.has(Field::kPolarity) && s_.text(Field::kPolarity) != "other")
      add("adapter", Field::kPolarity);
    return true;
  }

  bool same_ends() const {
    if (s_.text(Field::kKind) != "patch_cord" && s_.text(Field::kKind) != "trunk") return false;
    for (const Field field : {Field::kAType, Field::kAGender, Field::kAPolish}) {
      const Field other = mirrored(field);
      if (s_.has(field) != s_.has(other) || (s_.has(field) && s_.text(field) != s_.text(other))) return false;
    }
    return true;
  }

  bool end(std::string_view name, bool b) {
    const Field type = at_end(Field::kAType, b), gender = at_end(Field::kAGender, b), polish = at_end(Field::kAPolish, b),
                count = at_end(Field::kACount, b);
    if (!connector_stated(b)) return false;
    const std::string prefix = std::string(name) + ".";
    put(prefix + "connector", exact_connector(s_, b), s_.get(type).span);
    add(prefix + "gender", gender);
    add(prefix + "polish", polish);
    if (const auto number = s_.number(count); number && *number != 1)
      put(prefix + "count", fmt::format("{}", *number), s_.get(count).span);
    return true;
  }

  bool connector_stated(bool b) {
    const Field type = at_end(Field::kAType, b);
    if (!s_.has(type)) {
      refuse(whole(), fmt::format("the line does not say which connector end {} has", b ? "B" : "A"));
      return false;
    }
    const std::string connector = exact_connector(s_, b);
    if (connector == "MPO" || connector == "LC" || connector == "SC") {
      refuse(s_.get(type).span, connector == "MPO"
                                    ? std::string("the line does not say which MPO it is: with 8, 12, 16 or 24 positions?")
                                    : fmt::format("the line does not say whether {} is simplex or duplex", connector));
      return false;
    }
    return true;
  }

  // A letter is a map only on a cable with the same connectors at both ends. On a cassette it may mean the wiring or the adapters.
  void map() {
    const std::string_view kind = s_.text(Field::kKind);
    if (kind == "cassette") {
      if (s_.text(Field::kPolarity) == "other" && says(Field::kPolarity, "universal"))
        put("transition", "universal", s_.get(Field::kPolarity).span);
      return;
    }
    if (kind != "patch_cord" && kind != "trunk") return;
    if (s_.has(Field::kCordMap)) return add("polarity", Field::kCordMap);
    if (s_.has(Field::kPinOut)) return add("polarity", Field::kPinOut);
    if (s_.has(Field::kPolarity) && s_.text(Field::kPolarity) != "other") add("polarity", Field::kPolarity);
  }

  bool says(Field field, std::string_view word) const {
    const Span span = s_.get(field).span;
    return lower(line_.substr(span.begin, span.end - span.begin)).find(word) != std::string::npos;
  }

  void jacket() {
    if (!s_.has(Field::kJacket) && !s_.has(Field::kEuroclass)) return;
    std::string value(s_.text(Field::kJacket));
    if (s_.has(Field::kEuroclass)) value += (value.empty() ? "" : " ") + std::string(s_.text(Field::kEuroclass));
    put("jacket", value, s_.get(s_.has(Field::kJacket) ? Field::kJacket : Field::kEuroclass).span);
  }

  void grade() {
    if (s_.has(Field::kGrade)) return put("grade", folded_grade(s_.text(Field::kGrade)), s_.get(Field::kGrade).span);
    if (s_.number(Field::kMtpBrandClaimed) != 1.0) return;  // "Elite" alone is anybody's word
    const std::string line = fmt::format("MTP {}", s_.text(Field::kProductLine)), name = lower(s_.text(Field::kProductLine));
    const bool of_its_own = std::any_of(facts_.grades().begin(), facts_.grades().end(), [&](const facts::Grade& row) {
      return row.line == line && row.grade == name && row.most;
    });
    if (of_its_own) put("grade", name, s_.get(Field::kProductLine).span);
  }

  // Of a cable; on other parts it may be that of anything.
  void diameter() {
    if (!s_.has(Field::kDiameter)) return;
    for (const std::string_view kind : {"patch_cord", "trunk", "breakout", "conversion"})
      if (s_.text(Field::kKind) == kind)
        put("diameter", fmt::format("{} mm", s_.get(Field::kDiameter).number), s_.get(Field::kDiameter).span);
  }

  static std::string folded_grade(std::string_view grade) {
    std::string out(grade);
    std::replace(out.begin(), out.end(), '_', '-');
    return out;
  }

  std::string_view line_;
  diag::Place place_;
  const Specification& s_;
  const facts::Facts& facts_;
  diag::Findings& findings_;
  std::vector<PartField> out_;
};

}  // namespace

std::optional<std::vector<PartField>> part_fields(std::string_view line, diag::Place place, LineReader& reader,
                                                  const facts::Facts& facts, diag::Findings& findings) {
  Specification specification;
  reader.read(line, specification);
  return Reader(line, place, specification, facts, findings).read(reader.passed_over());
}

}  // namespace ferrule::spec
