#include "spec/purchase_text.h"

#include <fmt/format.h>

#include "spec/connector_name.h"

namespace ferrule::spec {
namespace {

// "one row of 12 positions, 8 of them populated"
std::string face_words(const facts::Connector& connector) {
  if (!connector.modelled() || connector.columns < 3) return {};
  std::string out = fmt::format("{} of {} positions", connector.rows == 1 ? "one row" : fmt::format("{} rows", connector.rows),
                                connector.columns);
  const std::size_t populated = connector.populated.size(),
                    all = static_cast<std::size_t>(connector.rows) * static_cast<std::size_t>(connector.columns);
  if (populated == all) return out;
  out += ", populated:";
  for (const int position : connector.populated) out += fmt::format(" {}", position + 1);
  return out;
}

class Writer {
 public:
  Writer(const Specification& specification, const facts::Facts& facts, const Needs& needs, BrandPolicy brand)
      : s_(specification), facts_(facts), needs_(needs), brand_(brand) {}

  std::string write() {
    clause("Item", s_.has(Field::kKind) ? std::string(s_.text(Field::kKind)) : open(Field::kKind));
    for (char& c : out_)
      if (c == '_') c = ' ';
    end(false);
    if (s_.has(Field::kBType) || wants(Field::kBType)) end(true);
    clause("Fibres", number(Field::kFibreCount, ""));
    clause("Fibre", fibre());
    clause("Fibre map", map());
    clause("Length", number(Field::kLength, " m") +
                         (s_.has(Field::kLength) ? ", tip to tip, tolerance 0/+5 % unless agreed otherwise" : ""));
    clause("Flame rating", rating());
    clause("Insertion loss", loss());
    clause("Return loss",
           s_.has(Field::kMinRl) ? fmt::format("at least {} dB", s_.get(Field::kMinRl).number) : open(Field::kMinRl));
    clause("Labels", "both ends, with type, fibre class, polarity, pins, length and serial number");
    clause("Test report", "insertion loss of every fibre, with each piece");
    brand_clause();
    return std::move(out_);
  }

 private:
  void clause(std::string_view name, const std::string& text) {
    if (!text.empty()) out_ += fmt::format("{:<16}{}\n", fmt::format("{}:", name), text);
  }
  bool wants(Field field) const {
    const Need* need = needs_.need_of(field);
    return need != nullptr && needs_.applies(*need, s_);
  }
  std::string open(Field field) const {
    return wants(field) ? fmt::format("[to be stated: {}]", needs_.need_of(field)->name) : std::string();
  }
  std::string word(Field field) const { return s_.has(field) ? std::string(s_.text(field)) : open(field); }
  std::string number(Field field, std::string_view unit) const {
    return s_.has(field) ? fmt::format("{}{}", s_.get(field).number, unit) : open(field);
  }

  static void append(std::string& text, const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += ", ";
    text += part;
  }

  void end(bool b) {
    const Field type = at_end(Field::kAType, b), gender = at_end(Field::kAGender, b), polish = at_end(Field::kAPolish, b);
    std::string text;
    if (const auto count = s_.number(at_end(Field::kACount, b))) text = fmt::format("{} x ", *count);
    const std::string name = exact_connector(s_, b);
    text += name.empty() ? open(type) : name;
    if (const facts::Connector* connector = facts_.connector(name); connector != nullptr && s_.has(type)) {
      if (!connector->interface_standard.empty()) append(text, "interface " + connector->interface_standard);
      append(text, face_words(*connector));
    }
    if (is_multi_fibre(name)) append(text, word(gender));
    if (s_.has(polish))
      append(text,
             s_.text(polish) == "APC" ? "end face angled (APC, 8 degrees)" : fmt::format("end face flat ({})", s_.text(polish)));
    else
      append(text, open(polish));
    clause(b ? "End B" : "End A", text);
  }

  std::string fibre() const {
    std::string text = word(Field::kFibreType);
    if (!s_.has(Field::kFibreType) && s_.has(Field::kMode))
      append(text, s_.text(Field::kMode) == "SM" ? "single-mode" : "multimode");
    append(text, s_.has(Field::kGlass) ? std::string(s_.text(Field::kGlass)) : std::string());
    return text;
  }

  std::string map() const {
    std::string text;
    if (s_.has(Field::kPolarity))
      text = s_.text(Field::kPolarity) == "other" ? "as the map that is part of this request"
                                                  : fmt::format("Type {} (TIA-568.3)", s_.text(Field::kPolarity));
    else
      text = open(Field::kPolarity);
    if (s_.has(Field::kPinOut) || wants(Field::kPinOut)) append(text, "pin-out " + word(Field::kPinOut));
    if (s_.has(Field::kCordMap) || wants(Field::kCordMap)) append(text, word(Field::kCordMap));
    return text;
  }

  std::string rating() const {
    std::string text = word(Field::kJacket);
    if (s_.has(Field::kEuroclass)) {
      if (!s_.has(Field::kJacket)) text.clear();
      append(text, fmt::format("CPR class {} (EN 50575, EN 13501-6)", s_.text(Field::kEuroclass)));
    }
    if (s_.has(Field::kJacket) && s_.text(Field::kJacket).starts_with("OF")) text += " listed (NEC article 770)";
    return text;
  }

  std::string loss() const {
    if (!s_.has(Field::kMaxIl)) return open(Field::kMaxIl);
    const std::string basis =
        s_.has(Field::kLossBasis) ? std::string(s_.text(Field::kLossBasis)) : "per mated pair, " + open(Field::kLossBasis);
    return fmt::format("at most {} dB {}", s_.get(Field::kMaxIl).number, basis);
  }

  // A brand clause narrows the choice to one maker of connectors, and the text says so.
  void brand_clause() {
    if (!is_multi_fibre(s_.text(Field::kAType))) return;
    if (brand_ == BrandPolicy::kFamily)
      return clause("Brand", "any MPO connector that meets the interface and the figures above");
    const std::string_view line = s_.text(Field::kProductLine);
    const std::string name = fmt::format("MTP{}{} (trademark of US Conec)", line.empty() ? "" : " ", line);
    clause("Brand",
           brand_ == BrandPolicy::kRequired
               ? fmt::format("{} required. This clause leaves one maker of connectors; assemblies with other MPO connectors "
                             "of the same interface and figures are excluded",
                             name)
               : fmt::format("{} preferred; an equivalent MPO connector is to be declared as a deviation", name));
  }

  const Specification& s_;
  const facts::Facts& facts_;
  const Needs& needs_;
  BrandPolicy brand_;
  std::string out_;
};

}  // namespace

std::string purchase_text(const Specification& specification, const facts::Facts& facts, const Needs& needs, BrandPolicy brand) {
  return Writer(specification, facts, needs, brand).write();
}

}  // namespace ferrule::spec
