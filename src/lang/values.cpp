#include "lang/values.h"

#include <algorithm>

#include "base/text.h"

namespace ferrule::lang {

const syntax::Node* value(const syntax::Node& mapping, std::string_view key) {
  const syntax::Pair* pair = mapping.find(key);
  return pair == nullptr || pair->value.kind == syntax::Node::Kind::kEmpty ? nullptr : &pair->value;
}

const syntax::Node& below(const syntax::Node& mapping, std::string_view key) {
  static const syntax::Node kNothing;
  const syntax::Node* found = value(mapping, key);
  return found != nullptr ? *found : kNothing;
}

std::string_view text(const syntax::Node& mapping, std::string_view key) {
  const syntax::Node* found = value(mapping, key);
  return found != nullptr && found->is_scalar() ? std::string_view(found->text) : std::string_view();
}

diag::Place place_of(const syntax::Node& mapping, std::string_view key) {
  const syntax::Node* found = value(mapping, key);
  return found != nullptr ? found->place : mapping.place;
}

std::optional<int> whole(const syntax::Node& mapping, std::string_view key) { return parse_whole(text(mapping, key)); }
bool yes(const syntax::Node& mapping, std::string_view key) { return text(mapping, key) == "true"; }
std::optional<Length> length(const syntax::Node& mapping, std::string_view key) { return parse_length(text(mapping, key)); }
std::optional<Loss> loss(const syntax::Node& mapping, std::string_view key) { return parse_loss(text(mapping, key)); }

std::optional<int> parse_whole(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Length> parse_place(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() != '-') return parse_length(text);
  const std::optional<Length> behind = parse_length(text.substr(1));
  return behind ? std::optional(Length{} - *behind) : std::nullopt;
}

std::optional<Loss> parse_loss(std::string_view text) {
  text = trim(text);
  if (!text.ends_with("dB")) return std::nullopt;
  text.remove_suffix(2);
  text = trim(text);
  if (text.empty() || text.front() < '0' || text.front() > '9' || text.back() == '.') return std::nullopt;
  const std::optional<std::int64_t> micro = parse_decimal(text, 6);
  if (!micro || *micro > 1'000'000'000) return std::nullopt;  // 1,000 dB: no light is left long before
  return Loss{*micro};
}

std::optional<check::Spares> parse_spares(std::string_view text) {
  text = trim(text);
  if (!text.ends_with("%")) {
    const std::optional<int> count = parse_whole(text);
    return count && *count <= 1'000'000 ? std::optional(check::Spares{false, *count}) : std::nullopt;
  }
  text = trim(text.substr(0, text.size() - 1));
  if (text.empty() || text.front() < '0' || text.front() > '9' || text.back() == '.') return std::nullopt;
  if (const std::size_t point = text.find('.'); point != std::string_view::npos && text.size() - point > 3) return std::nullopt;
  const std::optional<std::int64_t> share = parse_decimal(text, 2);
  return share && *share <= 10'000 ? std::optional(check::Spares{true, *share}) : std::nullopt;
}

namespace {

// A plain number before its unit, scaled by 10^digits; more than 0 and at most `most`.
std::optional<std::int64_t> number_of_unit(std::string_view text, std::string_view unit, int digits, std::int64_t most) {
  text = trim(text);
  if (!text.ends_with(unit)) return std::nullopt;
  text = trim(text.substr(0, text.size() - unit.size()));
  if (text.empty() || text.front() < '0' || text.front() > '9' || text.back() == '.') return std::nullopt;
  const std::optional<std::int64_t> value = parse_decimal(text, digits);
  return value && *value > 0 && *value <= most ? value : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_share(std::string_view text) {
  const std::optional<std::int64_t> share = number_of_unit(text, "%", 2, 10'000);
  return share && *share >= 100 ? share : std::nullopt;  // 0.4 is a slip for 40 %
}

std::optional<std::int64_t> parse_diameter(std::string_view text) { return number_of_unit(text, "mm", 3, 1'000'000); }

std::optional<std::int64_t> parse_weight(std::string_view text) {
  constexpr std::int64_t kHeaviest = 100'000'000;  // 100 kg/m: no fibre cable
  if (const auto weight = number_of_unit(text, "kg/m", 6, kHeaviest)) return weight;
  if (const auto weight = number_of_unit(text, "kg/km", 3, kHeaviest)) return weight;
  return number_of_unit(text, "g/m", 3, kHeaviest);
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::optional<int> year = parse_whole(text.substr(0, 4)), month = parse_whole(text.substr(5, 2)),
                           day = parse_whole(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
  return *day <= kDays[*month - 1] + (leap && *month == 2 ? 1 : 0);
}

std::optional<std::vector<int>> parse_span(std::string_view text, int most) {
  const std::size_t dash = text.find('-');
  const std::optional<int> first = parse_whole(trim(text.substr(0, dash)));
  const std::optional<int> last = dash == std::string_view::npos ? first : parse_whole(trim(text.substr(dash + 1)));
  if (!first || !last || std::min(*first, *last) < 1 || std::max(*first, *last) > most) return std::nullopt;
  std::vector<int> out;
  for (int at = *first;; at += *first <= *last ? 1 : -1) {
    out.push_back(at - 1);
    if (at == *last) return out;
  }
}

std::optional<std::vector<int>> positions(const syntax::Node& node, int most) {
  std::vector<int> out;
  for (const syntax::Node* item : scalars(&node)) {
    const std::optional<std::vector<int>> some = parse_span(item->text, most);
    if (!some || out.size() + some->size() > 128) return std::nullopt;
    out.insert(out.end(), some->begin(), some->end());
  }
  return out;
}

std::vector<const syntax::Node*> scalars(const syntax::Node* node) {
  std::vector<const syntax::Node*> out;
  if (node == nullptr) return out;
  if (node->is_scalar()) out.push_back(node);
  for (const syntax::Node& item : node->items)
    if (item.is_scalar()) out.push_back(&item);
  return out;
}

}  // namespace ferrule::lang
