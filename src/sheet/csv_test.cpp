#include "sheet/csv.h"

#include <doctest/doctest.h>

using namespace tandem::sheet;

namespace {

Sheet read(std::string text) {
  auto sheet = read_csv(std::move(text), "raci.csv", {});
  REQUIRE(sheet.has_value());
  return *std::move(sheet);
}

// "A1=x B1=y": every cell with its place.
std::string drawn(const Sheet& sheet) {
  std::string out;
  for (const Cell& cell : sheet.cells)
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", to_text(cell.at), cell.text);
  return out;
}

}  // namespace

TEST_CASE("Fields are cells, blank ones are left out, and rows may differ in length") {
  CHECK(drawn(read("a,b,c\nd,,f\n,,\ng\n")) == "A1=a B1=b C1=c A2=d C2=f A4=g");
  CHECK(drawn(read("a,b\r\nc,d")) == "A1=a B1=b A2=c B2=d");
  CHECK(drawn(read("a,b\rc,d\r")) == "A1=a B1=b A2=c B2=d");
  CHECK(read("").cells.empty());
}

TEST_CASE("The separator is the one the rows agree on") {
  CHECK(drawn(read("Task;CIO;MSP\nPatch, test;A;R\n")) == "A1=Task B1=CIO C1=MSP A2=Patch, test B2=A C2=R");
  CHECK(drawn(read("Task\tCIO\nPatch, test; go\tA\n")) == "A1=Task B1=CIO A2=Patch, test; go B2=A");
  CHECK(drawn(read("sep=;\r\na;b,c\r\n")) == "A2=a B2=b,c");
}

TEST_CASE("Quotes hold separators, line breaks and doubled quotes") {
  CHECK(drawn(read("\"a,\"\"b\"\"\",c\n\"d\ne\",f\n")) == "A1=a,\"b\" B1=c A2=d\ne B2=f");
}

TEST_CASE("What RFC 4180 does not allow is read as Excel reads it") {
  CHECK(drawn(read("12\" rack,b\n\"a\"b,c\n")) == "A1=12\" rack B1=b A2=ab B2=c");
}

TEST_CASE("A quote that is never closed is refused with its line") {
  const auto sheet = read_csv("a,b\nc,\"d\ne,f\n", "raci.csv", {});
  REQUIRE_FALSE(sheet.has_value());
  CHECK(sheet.error().message == "line 2 of raci.csv opens a quote that is never closed");
}

TEST_CASE("Every cell has its range in the text") {
  const Sheet sheet = read("a,\"b c\"\nd, e \n");
  const auto shown = [&](const Cell& cell) { return sheet.source.substr(cell.begin, cell.end - cell.begin); };
  REQUIRE(sheet.cells.size() == 4);
  CHECK(shown(sheet.cells[1]) == "b c");
  CHECK(shown(sheet.cells[2]) == "d");
  CHECK(trimmed(shown(sheet.cells[3])) == "e");
}

TEST_CASE("Limits hold") {
  const auto message = [](const std::string& text, Limits limits) {
    const auto sheet = read_csv(text, "raci.csv", limits);
    return sheet ? std::string() : sheet.error().message;
  };
  CHECK(message("a,b,c", {.cells = 2}) == "raci.csv has more than 2 cells that are not blank");
  CHECK(message("abcd,b", {.cell_bytes = 3}) == "the cell A1 of raci.csv holds 4 bytes: at most 3 are read");
  CHECK(message("ab,cd", {.text_bytes = 3}) == "the cells of raci.csv hold more than 3 bytes of text");
  CHECK(message(std::string(kMostColumns, ',') + "x", {}).find("goes beyond row") != std::string::npos);
  CHECK(message(std::string(kMostRows, '\n') + "x", {}).find("goes beyond row") != std::string::npos);
}
