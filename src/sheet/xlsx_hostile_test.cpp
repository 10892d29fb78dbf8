// Files that no spreadsheet program writes. Each ends with a sentence, soon, and without taking the memory.
#include <doctest/doctest.h>

#include <random>

#include "sheet/packed.h"
#include "sheet/read.h"

using namespace tandem;
using namespace tandem::sheet;

namespace {

std::string refusal(const std::string& bytes, const Limits& limits = {}) {
  const auto book = read_workbook(bytes, "raci.xlsx", limits);
  if (book) return "was read";
  CHECK(book.error().code == base::ErrorCode::BadInput);
  return book.error().message;
}

std::string with_worksheet(std::string text) {
  Parts parts = sheet_parts("");
  parts.back().second = std::move(text);
  return pack(parts);
}

}  // namespace

TEST_CASE("A part that unpacks to a thousand times its size ends at the limit") {
  const std::string bomb = pack_sheet("<!--" + std::string(std::size_t{80} << 20, ' ') + "-->");
  CHECK(bomb.size() < std::size_t{200} << 10);
  CHECK(refusal(bomb) == "raci.xlsx unpacks to more than 67108864 bytes");
}

TEST_CASE("Entities, from within and from without, are refused before they mean anything") {
  CHECK(refusal(with_worksheet(R"(<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>)"))
            .find("has a document type declaration") != std::string::npos);
  CHECK(refusal(with_worksheet(R"(<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>)"))
            .find("has a document type declaration") != std::string::npos);
}

TEST_CASE("Elements nested without end are refused") {
  std::string deep = "<worksheet>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(refusal(with_worksheet(deep)).find("nests elements more than 64 deep") != std::string::npos);
}

TEST_CASE("Cells at places that there are not are refused") {
  CHECK(refusal(pack_sheet(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)")) ==
        "raci.xlsx has a cell at `ZZZZ1`, which is no place in a spreadsheet");
  CHECK(refusal(pack_sheet(R"(<row r="1048577"><c><v>1</v></c></row>)")).find("goes beyond row 1048576") !=
        std::string::npos);
  CHECK(refusal(pack_sheet(R"(<row r="-1"/>)")).find("goes beyond row") != std::string::npos);
  CHECK(refusal(pack_sheet("", R"(<mergeCells><mergeCell ref="A0:B2"/></mergeCells>)")).find("no area") !=
        std::string::npos);
  CHECK(refusal(pack_sheet("<row><c t=\"s\"><v>7</v></c></row>")) ==
        "the cell A1 of raci.xlsx refers to a shared text that is not there");
}

TEST_CASE("Merged areas may not overlap, and one may be the whole sheet") {
  CHECK(refusal(pack_sheet("", R"(<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="C3:D4"/></mergeCells>)")) ==
        "raci.xlsx merges the cell C3 into two areas");
  CHECK(refusal(pack_sheet("", R"(<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>)")) == "was read");
  CHECK(refusal(pack_sheet(
            "",
            R"(<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A3:B4"/><mergeCell ref="C1:C4"/></mergeCells>)")) ==
        "was read");
}

TEST_CASE("One long shared text cannot be multiplied by many cells") {
  Parts parts = sheet_parts("");
  parts[2].second.replace(parts[2].second.find("</Relationships>"), 0,
                          "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>");
  parts.emplace_back("xl/sharedStrings.xml", "<sst><si><t>" + std::string(60'000, 'x') + "</t></si></sst>");
  std::string rows;
  for (int i = 0; i < 1'000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  parts[3].second = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  CHECK(refusal(pack(parts)) == "the cells of raci.xlsx hold more than 33554432 bytes of text");
}

TEST_CASE("Files that are packed and no workbook are named") {
  CHECK(refusal(pack({{"a.txt", "a"}})).find("a packed file without a workbook") != std::string::npos);
  CHECK(refusal(pack({{"mimetype", "a"}, {"content.xml", "<a/>"}})) ==
        "raci.xlsx is an OpenDocument file: save it as .xlsx or .csv");
  CHECK(refusal("PK\x03\x04 and then nothing").find("cannot be opened as one") != std::string::npos);
  CHECK(refusal(with_worksheet("<worksheet><sheetData>")).find("is not well-formed XML") != std::string::npos);
  CHECK(refusal(pack_sheet("<row><c><v>1</v></c></row>"), {.sheets = 0}).find("has 1 sheets") != std::string::npos);
}

TEST_CASE("Damaged files are read or refused, and nothing else") {
  const std::string good = pack_sheet("<row><c t=\"inlineStr\"><is><t>Patching</t></is></c><c><v>1</v></c></row>",
                                      "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");
  std::mt19937 random(20261126);
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes = good;
    const auto changes = 1 + random() % 4;
    for (unsigned i = 0; i < changes; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 5 == 0) bytes.resize(random() % bytes.size());
    const auto book = read_workbook(bytes, "raci.xlsx");
    if (!book) CHECK_FALSE(book.error().message.empty());
  }
}
