// libxlsxwriter writes to a named file and reads it nowhere: the name is one of our own in the folder for temporary files, and the bytes are
// handed on, so that whoever asked decides where they go and that they go there whole.
#include "write/workbook.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <unistd.h>
#include <xlsxwriter.h>

namespace ferrule::write {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::size_t kLongestText = 32'767;  // bytes here, characters there: never too many
constexpr std::time_t kMadeAt = 946'684'800;  // 2000-01-01, whenever it is made

tl::unexpected<Failure> refused(std::string why) { return tl::unexpected(Failure{"the workbook", std::move(why)}); }

// Not within a character.
std::string fitting(const std::string& text) {
  if (text.size() <= kLongestText) return text;
  constexpr std::string_view kCut = " ... (cut)";
  std::size_t end = kLongestText - kCut.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end).append(kCut);
}

}  // namespace

struct Workbook::State {
  std::string file;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format *bold = nullptr, *whole = nullptr, *money = nullptr, *metres = nullptr;
  std::uint32_t next_row = 0;
  std::string failed;

  ~State() {
    if (book != nullptr) workbook_close(book);  // which frees it; what it writes is removed
    if (!file.empty()) unlink(file.c_str());
  }
  void keep(lxw_error error) {
    if (error != LXW_NO_ERROR && failed.empty()) failed = lxw_strerror(error);
  }
  lxw_format* format(const char* digits) {
    lxw_format* const made = workbook_add_format(book);
    format_set_num_format(made, digits);
    return made;
  }
  void write(std::uint16_t column, const SheetValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      if (!text->empty()) keep(worksheet_write_string(sheet, next_row, column, fitting(*text).c_str(), nullptr));
    } else if (const auto* number = std::get_if<SheetNumber>(&value)) {
      const double scale = number->decimals == 2 ? 100 : number->decimals == 3 ? 1000 : 1;
      keep(worksheet_write_number(sheet, next_row, column, static_cast<double>(number->scaled) / scale,
                                  number->decimals == 2   ? money
                                  : number->decimals == 3 ? metres
                                                          : whole));
    }
  }
};

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::make() {
  auto state = std::make_unique<State>();
  std::error_code code;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(code);
  if (code) return refused("there is no folder for temporary files");
  state->file = (folder / "ferrule-XXXXXX").string();
  const int handle = mkstemp(state->file.data());
  if (handle < 0) {
    state->file.clear();
    return refused(std::strerror(errno));
  }
  close(handle);
  std::string temporary = folder.string();
  lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = temporary.data(), .use_zip64 = LXW_FALSE};
  state->book = workbook_new_opt(state->file.c_str(), &options);
  if (state->book == nullptr) return refused("there is not enough memory");
  lxw_doc_properties properties{};
  properties.created = kMadeAt;
  workbook_set_properties(state->book, &properties);
  state->bold = workbook_add_format(state->book);
  format_set_bold(state->bold);
  state->whole = state->format("#,##0");
  state->money = state->format("#,##0.00");
  state->metres = state->format("0.###");
  return Workbook(std::move(state));
}

void Workbook::begin_sheet(const std::string& name, const std::vector<std::string>& header, const std::vector<double>& widths) {
  State& state = *state_;
  state.sheet = workbook_add_worksheet(state.book, name.c_str());
  if (state.sheet == nullptr) {
    if (state.failed.empty()) state.failed = "no sheet can be called " + name;
    return;
  }
  for (std::size_t i = 0; i < widths.size(); ++i)
    state.keep(worksheet_set_column(state.sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr));
  worksheet_freeze_panes(state.sheet, 1, 0);
  for (std::size_t i = 0; i < header.size(); ++i)
    state.keep(worksheet_write_string(state.sheet, 0, static_cast<lxw_col_t>(i), header[i].c_str(), state.bold));
  state.next_row = 1;
}

void Workbook::row(const std::vector<SheetValue>& cells) {
  State& state = *state_;
  if (!state.failed.empty()) return;
  if (state.next_row >= kMostRows) {
    state.failed = "a sheet holds 1,048,576 rows, and there are more";
    return;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) state.write(static_cast<std::uint16_t>(i), cells[i]);
  ++state.next_row;
}

Result<std::string> Workbook::finish() {
  State& state = *state_;
  state.keep(workbook_close(std::exchange(state.book, nullptr)));
  if (!state.failed.empty()) return refused(state.failed);
  std::ifstream in(state.file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) return refused("the temporary file cannot be read");
  return bytes;
}

}  // namespace ferrule::write
