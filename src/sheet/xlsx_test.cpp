#include "sheet/xlsx.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "sheet/packed.h"
#include "sheet/read.h"
#include "sheet/xlsx_styles.h"

using namespace tandem::sheet;

namespace {

std::string drawn(const Sheet& sheet) {
  std::string out;
  for (const Cell& cell : sheet.cells)
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", to_text(cell.at), cell.text);
  return out;
}

Sheet read_rows(std::string_view rows, std::string_view behind = {}) {
  auto book = read_xlsx(pack_sheet(rows, behind), "raci.xlsx", {});
  REQUIRE_MESSAGE(book.has_value(), book.error().message);
  REQUIRE(book->sheets.size() == 1);
  return std::move(book->sheets.front());
}

// A file of this test alone, gone when it ends.
class ScratchFile {
 public:
  ScratchFile() : path_(std::filesystem::temp_directory_path() / fmt::format("tandem-xlsx-{}.xlsx", ::getpid())) {}
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("A workbook of another program is read whole") {
  const ScratchFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  lxw_worksheet* matrix = workbook_add_worksheet(book, "RACI");
  lxw_worksheet* legend = workbook_add_worksheet(book, "The legend");
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  lxw_format* dated = workbook_add_format(book);
  format_set_num_format(dated, "yyyy-mm-dd");
  worksheet_write_string(matrix, 0, 0, "Activity", bold);
  worksheet_write_string(matrix, 0, 1, "MSP", nullptr);
  worksheet_merge_range(matrix, 1, 0, 1, 3, "Security & Monitoring", bold);
  worksheet_write_string(matrix, 2, 0, "Müller's <desk>", nullptr);
  worksheet_write_number(matrix, 2, 1, 1.1, nullptr);
  lxw_datetime day = {2026, 10, 1, 0, 0, 0};
  worksheet_write_datetime(matrix, 2, 2, &day, dated);
  worksheet_write_boolean(matrix, 2, 3, 1, nullptr);
  worksheet_write_formula_str(matrix, 3, 0, "=A1&\"!\"", nullptr, "Activity!");
  lxw_rich_string_tuple plain = {nullptr, const_cast<char*>("A ")};
  lxw_rich_string_tuple strong = {bold, const_cast<char*>("(Sev 1-2)")};
  lxw_rich_string_tuple* pieces[] = {&plain, &strong, nullptr};
  worksheet_write_rich_string(matrix, 3, 1, pieces, nullptr);
  worksheet_write_string(legend, 0, 0, "R", nullptr);
  worksheet_hide(legend);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);

  const auto read = read_workbook_file(file.path());
  REQUIRE_MESSAGE(read.has_value(), read.error().message);
  REQUIRE(read->sheets.size() == 2);
  const Sheet& sheet = read->sheets[0];
  CHECK(sheet.name == "RACI");
  CHECK(drawn(sheet) ==
        "A1=Activity B1=MSP A2=Security & Monitoring A3=Müller's <desk> B3=1.1 C3=2026-10-01 D3=TRUE "
        "A4=Activity! B4=A (Sev 1-2)");
  CHECK(sheet.merged == std::vector<Area>{{{1, 0}, {1, 3}}});
  CHECK(sheet.source ==
        "Activity | MSP\nSecurity & Monitoring\nMüller's <desk> | 1.1 | 2026-10-01 | TRUE\nActivity! | A (Sev 1-2)\n");
  CHECK(sheet.source.substr(sheet.cells.back().begin, sheet.cells.back().end - sheet.cells.back().begin) ==
        "A (Sev 1-2)");
  CHECK_FALSE(sheet.hidden);
  CHECK(read->sheets[1].name == "The legend");
  CHECK(read->sheets[1].hidden);
}

TEST_CASE("Cells and rows without places follow one another") {
  CHECK(drawn(read_rows(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
            "<row><c><v>5</v></c></row>")) == "A1=1 B1=2 C4=3 D4=4 A5=5");
}

TEST_CASE("Inline texts leave phonetic guides out and escapes are undone") {
  CHECK(drawn(read_rows("<row><c t=\"inlineStr\"><is><r><t>東</t></r><rPh sb=\"0\" "
                        "eb=\"1\"><t>ひがし</t></rPh><r><t>京</t></r></is></c>"
                        "<c t=\"inlineStr\"><is><t>a_x000D_b _x005F_x</t></is></c></row>")) == "A1=東京 B1=a b _x");
}

TEST_CASE("Cells out of order are put in order, and the first of two at one place counts") {
  CHECK(drawn(read_rows("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row>"
                        "<row r=\"1\"><c r=\"A1\"><v>4</v></c></row>")) == "A1=4 A2=2 B2=1");
}

TEST_CASE("Blank rows and wide gaps keep lines and ranges") {
  const Sheet sheet =
      read_rows("<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"D3\"><v>2</v></c><c r=\"XFD3\"><v>3</v></c></row>");
  CHECK(sheet.source == "\n\n1 |  |  | 2 | 3\n");
  CHECK(sheet.source.substr(sheet.cells[1].begin, 1) == "2");
}

TEST_CASE("Numbers in a format of dates are dates") {
  CHECK(number_text("46296", NumberKind::Date, false) == "2026-10-01");
  CHECK(number_text("44834", NumberKind::Date, true) == "2026-10-01");
  CHECK(number_text("1", NumberKind::Date, false) == "1900-01-01");
  CHECK(number_text("59", NumberKind::Date, false) == "1900-02-28");
  CHECK(number_text("61", NumberKind::Date, false) == "1900-03-01");
  CHECK(number_text("46296.604166666664", NumberKind::DateAndTime, false) == "2026-10-01 14:30");
  CHECK(number_text("0.604166666666667", NumberKind::Time, false) == "14:30");
  CHECK(number_text("0.755", NumberKind::Percent, false) == "75.5%");
  CHECK(number_text("1.1000000000000001", NumberKind::Plain, false) == "1.1");
  CHECK(number_text("7", NumberKind::Plain, false) == "7");
  CHECK(number_text("1e400", NumberKind::Date, false) == "1e400");
  CHECK(number_text("-1", NumberKind::Date, false) == "-1");
}

TEST_CASE("Formats are told by their letters, not by their words") {
  CHECK(kind_of_format("dd/mm/yyyy") == NumberKind::Date);
  CHECK(kind_of_format("mmm") == NumberKind::Date);
  CHECK(kind_of_format("[$-409]d\\-mmm\\-yy;@") == NumberKind::Date);
  CHECK(kind_of_format("[h]:mm") == NumberKind::Time);
  CHECK(kind_of_format("m/d/yy h:mm") == NumberKind::DateAndTime);
  CHECK(kind_of_format("0.0%") == NumberKind::Percent);
  CHECK(kind_of_format("#,##0.00 \"days\"") == NumberKind::Plain);
  CHECK(kind_of_format("[Red]0") == NumberKind::Plain);
  CHECK(kind_of_format("General") == NumberKind::Plain);
}

TEST_CASE("Strict workbooks, whose namespaces differ, are read alike") {
  Parts parts = sheet_parts("<row><c><v>1</v></c></row>");
  for (auto& [name, text] : parts) {
    for (const auto& [from, to] : {std::pair{"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                             "http://purl.oclc.org/ooxml/spreadsheetml/main"},
                                   std::pair{"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                             "http://purl.oclc.org/ooxml/officeDocument/relationships"}}) {
      for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from)) {
        text.replace(at, std::string_view(from).size(), to);
      }
    }
  }
  const auto book = read_xlsx(pack(parts), "raci.xlsx", {});
  REQUIRE(book.has_value());
  CHECK(drawn(book->sheets.front()) == "A1=1");
}
