#include "diag/source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace ferrule::diag {
namespace {

constexpr std::size_t kBlock = 4096;  // bytes

std::uint32_t points_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// 1 is A, 27 is AA: base 26 without a zero.
std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace

std::uint32_t Sources::add(std::string name, std::string text) { return add_sheet(std::move(name), {}, std::move(text), {}); }

std::uint32_t Sources::add_sheet(std::string name, std::string sheet, std::string text, std::vector<SheetCell> cells) {
  entries_.push_back({std::move(name), std::move(text), std::move(sheet), std::move(cells), 1, {}, {}});
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

std::uint32_t Sources::add_piece(std::string name, std::string text, std::uint32_t first_line) {
  const std::uint32_t source = add(std::move(name), std::move(text));
  entries_[source].first_line = first_line;
  return source;
}

std::string Sources::cell(const Place& place) const {
  if (!place.known() || entries_[place.source].cells.empty()) return {};
  const Entry& entry = entries_[place.source];
  const auto behind = std::upper_bound(entry.cells.begin(), entry.cells.end(), place.offset,
                                       [](std::uint32_t offset, const SheetCell& cell) { return offset < cell.offset; });
  const SheetCell& cell = behind == entry.cells.begin() ? entry.cells.front() : *(behind - 1);
  return entry.sheet + '!' + column_letters(cell.column) + std::to_string(cell.row);
}

Result<std::uint32_t> Sources::read(const std::string& path, std::uint64_t most) {
  std::error_code code;
  const auto status = std::filesystem::status(path, code);
  if (code || !std::filesystem::exists(status)) return tl::unexpected(Failure{path, "no such file"});
  if (std::filesystem::is_directory(status)) return tl::unexpected(Failure{path, "is a folder, not a file"});
  if (!std::filesystem::is_regular_file(status)) return tl::unexpected(Failure{path, "is not a regular file"});
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return tl::unexpected(Failure{path, std::string("cannot be opened: ") + std::strerror(errno)});
  const std::uint64_t size = std::filesystem::file_size(path, code);
  if (code) return tl::unexpected(Failure{path, "cannot be read: " + code.message()});
  if (size > most || size >= 0xFFFF0000u) return tl::unexpected(Failure{path, "is too large to read"});
  std::string text(size, '\0');
  const std::size_t got = std::fread(text.data(), 1, size, file.get());
  if (std::ferror(file.get())) return tl::unexpected(Failure{path, "cannot be read"});
  text.resize(got);
  return add(path, std::move(text));
}

const std::vector<std::uint32_t>& Sources::line_starts(std::uint32_t source) const {
  const Entry& entry = entries_[source];
  if (entry.line_starts.empty()) {
    entry.line_starts.push_back(0);
    for (std::size_t at = entry.text.find('\n'); at != std::string::npos; at = entry.text.find('\n', at + 1))
      entry.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return entry.line_starts;
}

std::uint32_t Sources::points_before(const Entry& entry, std::uint32_t offset) const {
  const std::string_view text = entry.text;
  if (entry.points.empty()) {
    entry.points.push_back(0);
    for (std::size_t at = 0; at + kBlock <= text.size(); at += kBlock)
      entry.points.push_back(entry.points.back() + points_in(text.substr(at, kBlock)));
  }
  const std::size_t block = offset / kBlock;
  return entry.points[block] + points_in(text.substr(block * kBlock, offset - block * kBlock));
}

LineColumn Sources::line_column(const Place& place) const {
  if (!place.known()) return {};
  const Entry& entry = entries_[place.source];
  const auto& starts = line_starts(place.source);
  const auto offset = static_cast<std::uint32_t>(std::min<std::size_t>(place.offset, entry.text.size()));
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts.begin());
  const std::uint32_t start = starts[line - 1];
  const std::uint32_t before = offset - start < kBlock ? points_in(std::string_view(entry.text).substr(start, offset - start))
                                                       : points_before(entry, offset) - points_before(entry, start);
  return {line + entry.first_line - 1, before + 1};
}

std::string_view Sources::line_text(std::uint32_t source, std::uint32_t line) const {
  const auto& starts = line_starts(source);
  const std::uint32_t first = entries_[source].first_line;
  if (line < first || line - first >= starts.size()) return {};
  line -= first - 1;
  const std::string_view all = text(source);
  const std::size_t end = line < starts.size() ? starts[line] - 1 : all.size();
  std::string_view found = all.substr(starts[line - 1], end - starts[line - 1]);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

}  // namespace ferrule::diag
