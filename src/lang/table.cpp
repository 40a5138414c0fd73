#include "lang/table.h"

#include <algorithm>
#include <functional>
#include <fmt/format.h>

namespace ferrule::lang {

Table::Table(Reader& reader, std::uint32_t source, const Mapping& mapping)
    : reader_(reader), source_(source), csv_(reader.sources, source, reader.findings), whole_(reader.sources.text(source)) {
  if (csv_.header().empty()) return;
  usable_ = true;
  std::vector<std::string> known;
  for (const Key& key : mapping.keys)
    known.emplace_back(key.name.ends_with('#') ? std::string(key.name.substr(0, key.name.size() - 1)) + "1" : key.name);
  for (const syntax::Cell& cell : csv_.header()) {
    keys_.push_back(mapping.find(cell.text));
    if (keys_.back() != nullptr) continue;
    auto builder = reader.say(kUnknownKey, csv_.place(cell), fmt::format("unknown column {}", in_quotes(cell.text)));
    suggest(builder, cell.text, known);
  }
  last_good_.resize(keys_.size());
  for (const Key& key : mapping.keys) {
    if (!key.required || csv_.column(key.name)) continue;
    reader.say(kMissingKey, csv_.place(csv_.header().front()), fmt::format("the table has no column `{}`", key.name));
    usable_ = false;
  }
}

std::size_t Table::lines() const { return static_cast<std::size_t>(std::count(whole_.begin(), whole_.end(), '\n')) + 1; }

bool Table::in_source(std::string_view text) const {
  const std::less_equal<> not_after;
  return not_after(whole_.data(), text.data()) && not_after(text.data() + text.size(), whole_.data() + whole_.size());
}

bool Table::row_stays() const {
  return std::all_of(row_.begin(), row_.end(),
                     [this](const syntax::Cell& cell) { return cell.text.empty() || in_source(cell.text); });
}

bool Table::row_fits() {
  bool good = true;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    const Key* key = keys_[i];
    const std::string_view cell = row_[i].text;
    if (key == nullptr) continue;
    if (cell.empty()) {
      if (!key->required || key->shape->may_be_empty) continue;
      reader_.say(kMissingKey, place(i), fmt::format("`{}` is missing", key->name));
      good = false;
      continue;
    }
    if (cell == last_good_[i]) continue;
    if (!fits_text(reader_, cell, place(i), *key->shape, key->name))
      good = false;
    else if (in_source(cell))
      last_good_[i] = cell;
  }
  return good;
}

bool Table::next() {
  if (!usable_) return false;
  do {
    row_ = csv_.next();
    if (row_.empty()) return false;
  } while (!row_fits());
  return true;
}

std::optional<std::size_t> Table::column(std::string_view key) const { return csv_.column(key); }

std::string_view Table::text(std::string_view key) const {
  const std::optional<std::size_t> at = column(key);
  return at ? text(*at) : std::string_view();
}

diag::Place Table::place(std::string_view key) const { return place(column(key).value_or(0)); }

}  // namespace ferrule::lang
