#include "cli/table.h"

#include <doctest/doctest.h>

#include "cli/local_text.h"
#include "cli/text_line.h"

using namespace tandem;
using namespace tandem::cli;
using namespace std::chrono_literals;

TEST_CASE("a table's columns are as wide as their widest cell, and no line ends in spaces") {
  Table table({{"who"}, {"hours", Align::Right}, {"why"}});
  table.add({{"Sam"}, {"9:30 h"}, {"turn"}});
  table.space();
  table.add({{"José Ñuñez"}, {"168:00 h"}});
  table.add({{""}, {"1:00 h"}});
  CHECK(table.text(Palette(false)) ==
        "who            hours  why\n"
        "Sam           9:30 h  turn\n"
        "\n"
        "José Ñuñez  168:00 h\n"
        "              1:00 h\n");
  CHECK(table.text(Palette(false), 2).starts_with("  who"));
}

TEST_CASE("a table without headings has no line of them, and colours only what is written") {
  Table table({{}, {"", Align::Right}});
  table.add({{"a", Ink::Good}, {"", Ink::Bad}});
  CHECK(table.text(Palette(false)) == "a\n");
  CHECK(table.text(Palette(true)) == "\x1b[32ma\x1b[0m\n");
}

TEST_CASE("what must not reach a terminal is spelled out in a table") {
  Table table(std::vector<Table::Column>{{}});
  table.add({{"a\x1b[31mb"}});
  CHECK(table.text(Palette(false)) == "a<U+001B>[31mb\n");
}

TEST_CASE("a line of text keeps spaces at its end only where they are coloured") {
  TextLine line;
  line.put(2, "a ");
  line.put(6, "b  ", Ink::Block0);
  CHECK(line.text(Palette(false)) == "  a   b\n");
  CHECK(line.text(Palette(true)) == "  a   \x1b[30;46mb  \x1b[0m\n");
}

TEST_CASE("words are shortened to the columns there are") {
  CHECK(shortened("desk", 4) == "desk");
  CHECK(shortened("desks", 4) == "des…");
  CHECK(shortened("日本語", 5) == "日本…");
}

TEST_CASE("times, dates and lengths read as people write them") {
  const auto zone = *calendar::Zone::find("America/New_York");
  CHECK(local_text(*base::parse_rfc3339("2026-12-25T08:00:00Z"), zone) == "Fri 2026-12-25 03:00");
  CHECK(local_text(*base::parse_rfc3339("2026-12-25T08:00:07.9Z"), zone) == "Fri 2026-12-25 03:00:07");
  CHECK(clock_text(24h) == "24:00");
  CHECK(length_text(base::Duration{}) == "0 min");
  CHECK(length_text(9h + 30min) == "9 h 30 min");
  CHECK(length_text(168h) == "168 h");
  CHECK(length_text(61s) == "1 min 1 s");
  CHECK(hours_text(168h) == "168:00 h");
  CHECK(hours_text(90min + 5s) == "1:30:05 h");
}
