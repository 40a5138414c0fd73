#include "spec/paper/columns.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace ferrule::spec::paper {
namespace {

constexpr std::size_t kLongestHeader = 48;  // bytes; a longer cell is a sentence
constexpr std::size_t kLookedAt = 40;       // rows

struct HeaderWord {
  std::string_view word;  // the header begins with it, or is it
  Role role;
};

// In the order in which they are tried: "unit price" is a price, "part description" a description.
constexpr HeaderWord kHeaderWords[] = {
    {"description", Role::kDescription},
    {"item description", Role::kDescription},
    {"part description", Role::kDescription},
    {"product description", Role::kDescription},
    {"descr", Role::kDescription},
    {"beschreibung", Role::kDescription},
    {"bezeichnung", Role::kDescription},
    {"artikelbezeichnung", Role::kDescription},
    {"désignation", Role::kDescription},
    {"designation", Role::kDescription},
    {"descripcion", Role::kDescription},
    {"descripción", Role::kDescription},
    {"descrizione", Role::kDescription},
    {"omschrijving", Role::kDescription},
    {"opis", Role::kDescription},
    {"описание", Role::kDescription},
    {"наименование", Role::kDescription},
    {"描述", Role::kDescription},
    {"品名", Role::kDescription},
    {"产品描述", Role::kDescription},
    {"requested", Role::kDescription},
    {"offered", Role::kDescription},
    {"required", Role::kDescription},
    {"specification", Role::kDescription},
    {"unit price", Role::kPrice},
    {"price", Role::kPrice},
    {"unit usd", Role::kPrice},
    {"unit eur", Role::kPrice},
    {"unit $", Role::kPrice},
    {"unit €", Role::kPrice},
    {"unit cost", Role::kPrice},
    {"cost", Role::kPrice},
    {"rate", Role::kPrice},
    {"amount", Role::kPrice},
    {"ext", Role::kPrice},
    {"total", Role::kPrice},
    {"pu ht", Role::kPrice},
    {"p.unit", Role::kPrice},
    {"precio", Role::kPrice},
    {"preis", Role::kPrice},
    {"einzelpreis", Role::kPrice},
    {"prix", Role::kPrice},
    {"prezzo", Role::kPrice},
    {"importe", Role::kPrice},
    {"单价", Role::kPrice},
    {"价格", Role::kPrice},
    {"цена", Role::kPrice},
    {"part number", Role::kPartNumber},
    {"part no", Role::kPartNumber},
    {"part #", Role::kPartNumber},
    {"p/n", Role::kPartNumber},
    {"pn", Role::kPartNumber},
    {"part", Role::kPartNumber},
    {"sku", Role::kPartNumber},
    {"mpn", Role::kPartNumber},
    {"mfr part", Role::kPartNumber},
    {"model", Role::kPartNumber},
    {"order code", Role::kPartNumber},
    {"ordering code", Role::kPartNumber},
    {"item code", Role::kPartNumber},
    {"product code", Role::kPartNumber},
    {"catalog", Role::kPartNumber},
    {"cat no", Role::kPartNumber},
    {"code", Role::kPartNumber},
    {"codigo", Role::kPartNumber},
    {"código", Role::kPartNumber},
    {"artikel", Role::kPartNumber},
    {"artikelnr", Role::kPartNumber},
    {"artikelnummer", Role::kPartNumber},
    {"art.-nr", Role::kPartNumber},
    {"art. nr", Role::kPartNumber},
    {"teilenummer", Role::kPartNumber},
    {"materialnummer", Role::kPartNumber},
    {"article", Role::kPartNumber},
    {"bestell", Role::kPartNumber},
    {"réf", Role::kPartNumber},
    {"ref", Role::kPartNumber},
    {"артикул", Role::kPartNumber},
    {"型号", Role::kPartNumber},
    {"料号", Role::kPartNumber},
    {"short name", Role::kName},
    {"name", Role::kName},
    {"label", Role::kName},
    {"tag", Role::kName},
    {"alias", Role::kName},
    {"qty", Role::kQuantity},
    {"quantity", Role::kQuantity},
    {"quantité", Role::kQuantity},
    {"qté", Role::kQuantity},
    {"cant", Role::kQuantity},
    {"menge", Role::kQuantity},
    {"anzahl", Role::kQuantity},
    {"nos", Role::kQuantity},
    {"pcs", Role::kQuantity},
    {"stück", Role::kQuantity},
    {"ilość", Role::kQuantity},
    {"кол", Role::kQuantity},
    {"数量", Role::kQuantity},
    {"moq", Role::kQuantity},
    {"break qty", Role::kQuantity},
    {"uom", Role::kUnit},
    {"u/m", Role::kUnit},
    {"unit of measure", Role::kUnit},
    {"unit", Role::kUnit},
    {"einheit", Role::kUnit},
    {"单位", Role::kUnit},
    {"item", Role::kDescription},
    {"product", Role::kDescription},
    {"artículo", Role::kDescription},
};

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

// "Qty (pcs)" begins with qty; "Partner" does not begin with part.
bool begins(std::string_view header, std::string_view word) {
  if (!header.starts_with(word)) return false;
  if (header.size() == word.size() || !letter(word.back())) return true;
  return !letter(header[word.size()]) || static_cast<unsigned char>(word.back()) >= 0x80;
}

}  // namespace

Role role_of(std::string_view header) {
  const std::string text = lower(trim(header));
  if (text.empty() || text.size() > kLongestHeader) return Role::kOther;
  for (const HeaderWord& word : kHeaderWords)
    if (begins(text, word.word)) return word.role;
  return Role::kOther;
}

std::optional<std::size_t> find_header(std::span<const syntax::TableRow> rows) {
  std::optional<std::size_t> best;
  std::size_t most = 1;  // one word of a header may be a word of a title
  for (std::size_t i = 0; i < std::min(rows.size(), kLookedAt); ++i) {
    const auto count =
        static_cast<std::size_t>(std::count_if(rows[i].cells.begin(), rows[i].cells.end(),
                                               [](const syntax::TableCell& cell) { return role_of(cell.text) != Role::kOther; }));
    if (count <= most) continue;
    most = count;
    best = i;
  }
  return best;
}

}  // namespace ferrule::spec::paper
