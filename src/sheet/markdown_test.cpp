#include "sheet/markdown.h"

#include <doctest/doctest.h>

using namespace tandem::sheet;

namespace {

Sheet read(std::string text) {
  auto sheet = read_markdown(std::move(text), "raci.md", {});
  REQUIRE(sheet.has_value());
  return *std::move(sheet);
}

std::string drawn(const Sheet& sheet) {
  std::string out;
  for (const Cell& cell : sheet.cells)
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", to_text(cell.at), cell.text);
  return out;
}

}  // namespace

TEST_CASE("A pipe table is cells; its row of dashes is none, and prose is left out") {
  CHECK(drawn(read("Prose | with a pipe\n\n| Task | CIO |\n|---|:-:|\n| Patch | A |\n\nmore prose\n")) ==
        "A3=Task B3=CIO A5=Patch B5=A");
  CHECK(drawn(read("Task | CIO\n--- | ---\nPatch | A")) == "A1=Task B1=CIO A3=Patch B3=A");
}

TEST_CASE("Headings stand in the first column") {
  CHECK(drawn(read("## Backup\n|T|C|\n|-|-|\n|p|A|\n#no heading\n")) == "A1=Backup A2=T B2=C A4=p B4=A");
}

TEST_CASE("Marks are taken away") {
  const auto cell = [](std::string_view marked) {
    const Sheet sheet = read(fmt::format("|a|b|\n|-|-|\n|{}|\n", marked));
    return sheet.cells.size() < 3 ? std::string() : sheet.cells[2].text;
  };
  CHECK(cell("**Patch** of *all*") == "Patch of *all*");
  CHECK(cell("*A*") == "A");
  CHECK(cell("A*") == "A*");
  CHECK(cell("`R`") == "R");
  CHECK(cell("[Patch](https://a.example/x_(y)") == "Patch");
  CHECK(cell("a\\|b") == "a|b");
  CHECK(cell("R<br>C") == "R C");
  CHECK(cell("[[[[](") == "[[[[](");
}

TEST_CASE("Ranges are those of the file") {
  const Sheet sheet = read("|T|C|\r\n|-|-|\r\n| **p** | A (x) |\r\n");
  REQUIRE(sheet.cells.size() == 4);
  CHECK(sheet.source.substr(sheet.cells[2].begin, sheet.cells[2].end - sheet.cells[2].begin) == "**p**");
  CHECK(sheet.source.substr(sheet.cells[3].begin, sheet.cells[3].end - sheet.cells[3].begin) == "A (x)");
}

TEST_CASE("Fenced code is not read") {
  CHECK(drawn(read("```\n|T|C|\n|-|-|\n|p|A|\n```\n")).empty());
}

TEST_CASE("A table is known by the line of dashes under its header") {
  CHECK(has_markdown_table("x\n|a|b|\n|---|---|\n"));
  CHECK_FALSE(has_markdown_table("a|b\nc|d\n"));
  CHECK_FALSE(has_markdown_table("a,b\n---\n"));
}

TEST_CASE("Brackets without end cost no more than other text") {
  CHECK(read("|a|b|\n|-|-|\n|" + std::string(60'000, '[') + "](|\n").cells.size() == 3);
}
