#include "wire/csv_writer.h"

#include <doctest/doctest.h>

using tandem::wire::CsvWriter;

namespace {

std::string written(std::string_view text) {
  CsvWriter csv;
  csv.field(text);
  return csv.take();
}

}  // namespace

TEST_CASE("fields are separated by commas and lines end with CR LF") {
  CsvWriter csv;
  csv.field("team");
  csv.field("held");
  csv.end_line();
  csv.field("");
  csv.field(std::int64_t{-12});
  csv.field(3U);
  csv.end_line();
  CHECK(csv.take() == "team,held\r\n,-12,3\r\n");
}

TEST_CASE("what separates is quoted, and a quote is written twice") {
  CHECK(written("plain text") == "plain text");
  CHECK(written("a, b") == "\"a, b\"");
  CHECK(written("the \"old\" one") == "\"the \"\"old\"\" one\"");
  CHECK(written("two\nlines") == "\"two\nlines\"");
  CHECK(written("two\r\nlines") == "\"two\r\nlines\"");
}

TEST_CASE("no text is a formula to a spreadsheet") {
  CHECK(written("=1+1") == "'=1+1");
  CHECK(written("+1") == "'+1");
  CHECK(written("-1") == "'-1");
  CHECK(written("@sum") == "'@sum");
  CHECK(written("\tx") == "'\tx");
  CHECK(written("\r=1") == "\"'\r=1\"");
  CHECK(written("=cmd|' /C calc'!A0, \"x\"") == "\"'=cmd|' /C calc'!A0, \"\"x\"\"\"");
  CHECK(written("a=1") == "a=1");
}
