#include "source/source_map.h"

#include <doctest/doctest.h>

using namespace tandem::source;

TEST_CASE("a place counts lines and code points from one") {
  SourceMap sources;
  const FileId file = sources.add("a.yaml", "one\nz\xc3\xbcrich: x\r\n\nend");
  const auto at = [&](std::uint32_t offset) {
    const Place place = sources.place(file, offset);
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
  };
  CHECK(at(0) == "a.yaml:1:1");
  CHECK(at(3) == "a.yaml:1:4");  // the line break belongs to its line
  CHECK(at(4) == "a.yaml:2:1");
  CHECK(at(7) == "a.yaml:2:3");  // behind the two bytes of `ü`
  CHECK(at(16) == "a.yaml:3:1");
  CHECK(at(17) == "a.yaml:4:1");
  CHECK(at(20) == "a.yaml:4:4");
  CHECK(at(999) == "a.yaml:4:4");
  CHECK(sources.place(Range{file, 7, 9}).column == 3);
}

TEST_CASE("a line comes without its break") {
  SourceMap sources;
  const FileId file = sources.add("a", "one\r\ntwo\n\nlast\n");
  CHECK(sources.line(file, 1) == "one");
  CHECK(sources.line(file, 2) == "two");
  CHECK(sources.line(file, 3) == "");
  CHECK(sources.line(file, 4) == "last");
  CHECK(sources.line(file, 5) == "");
  CHECK(sources.line(file, 0) == "");
  CHECK(sources.line(file, 99) == "");
}

TEST_CASE("files keep their own text, and ranges beyond the end are cut") {
  SourceMap sources;
  const FileId empty = sources.add("empty", "");
  const FileId file = sources.add("b", "hello");
  CHECK(sources.size() == 2);
  CHECK(sources.name(file) == "b");
  CHECK(sources.text(empty).empty());
  CHECK(sources.place(empty, 0).line == 1);
  CHECK(sources.text(Range{file, 1, 3}) == "el");
  CHECK(sources.text(Range{file, 3, 99}) == "lo");
  CHECK(sources.text(Range{file, 99, 3}) == "");
}

TEST_CASE("columns of a long line count every code point before them") {
  std::string text = "first\n";
  for (int i = 0; i < 2000; ++i) text += i % 3 == 0 ? "ü" : "a";
  SourceMap sources;
  const FileId file = sources.add("long", text);
  std::uint32_t column = 1;
  for (std::uint32_t at = 6; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    const Place place = sources.place(file, at);
    REQUIRE(place.line == 2);
    REQUIRE(place.column == column);
    if (begins) ++column;
  }
  CHECK(sources.place(file, static_cast<std::uint32_t>(text.size())).column == 2001);
}

TEST_CASE("places in a sheet carry the cell's name") {
  SourceMap sources;
  const FileId file = sources.add_sheet("raci.xlsx", "Task | CIO\n\nPatch | A\n",
                                        {{0, 4, "RACI!A1"}, {7, 10, "RACI!B1"}, {12, 17, "RACI!A3"}});
  CHECK(sources.place(file, 0).cell == "RACI!A1");
  CHECK(sources.place(file, 5).cell == "RACI!A1");
  CHECK(sources.place(file, 8).cell == "RACI!B1");
  CHECK(sources.place(file, 12).cell == "RACI!A3");
  CHECK(sources.place(file, 12).line == 3);
  CHECK(sources.place(file, 999).cell == "RACI!A3");
  const FileId text = sources.add("agreement.yaml", "tandem: 1\n");
  CHECK(sources.place(text, 0).cell.empty());
}
