#include "syntax/office_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "syntax/faults.h"

namespace ferrule::syntax {
namespace {

constexpr std::uint64_t kLargestFile = 64 << 20;  // bytes

TableForm form_of(std::string_view path) {
  const std::string name = lower(path);
  const auto ends = [&](std::string_view with) { return name.ends_with(with); };
  if (ends(".csv") || ends(".tsv") || ends(".tab")) return TableForm::kTable;
  if (ends(".md") || ends(".markdown")) return TableForm::kText;
  return TableForm::kUnknown;
}

}  // namespace

std::vector<const Table*> OfficeFile::tables() const {
  std::vector<const Table*> out;
  for (const Sheet& sheet : sheets) out.push_back(&sheet.table);
  return out;
}

std::optional<OfficeFile> read_office_file(diag::Sources& sources, const std::string& path, diag::Findings& findings) {
  const Result<std::uint32_t> source = sources.read(path, kLargestFile);
  if (!source) {
    report_unreadable(source.error(), {}, findings);
    return std::nullopt;
  }
  OfficeFile file;
  if (looks_like_workbook(sources.text(*source))) {
    std::optional<std::vector<Sheet>> sheets = read_workbook(sources, *source, findings);
    if (!sheets) return std::nullopt;
    file.sheets = std::move(*sheets);
  } else {
    const std::optional<ReadableText> text = readable_text(sources, *source, findings);
    if (!text) return std::nullopt;
    file.source = text->source;
    file.encoding = text->encoding;
    file.sheets.push_back({"", read_table(sources, *text, form_of(path))});
    if (file.sheets.front().table.cut) {
      add_fault(findings, kPaperTooLarge, {}, fmt::format("{}: more than {} rows", path, with_thousands(kMostTableRows)))
          .help("part the file");
      return std::nullopt;
    }
  }
  return file;
}

}  // namespace ferrule::syntax
