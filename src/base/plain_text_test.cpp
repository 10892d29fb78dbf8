#include "base/plain_text.h"

#include <doctest/doctest.h>

#include <random>

#include "base/utf8.h"

using namespace tandem::base;

TEST_CASE("a line has nothing that turns or hides it, and every letter that is seen") {
  CHECK(plain_line("invoice\u202Efdp.exe") == "invoicefdp.exe");
  // The whole of Bidi_Control (Unicode's PropList.txt).
  CHECK(plain_line("a\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069z") == "az");
  CHECK(plain_line("pass\u200Bword \u00ADand\uFEFF so\u2060 on") == "password and so on");
  CHECK(plain_line("tags \U000E0068\U000E0069 \uFFF9are\uFFFB read by machines") == "tags  are read by machines");
  CHECK(plain_line("Übersicht „März“ 日本 🖨 שלום مرحبا") == "Übersicht „März“ 日本 🖨 שלום مرحبا");
}

TEST_CASE("a line keeps the joiners that scripts and emoji are written with") {
  CHECK(plain_line("می\u200Cخواهم") == "می\u200Cخواهم");
  CHECK(plain_line("👩\u200D💻") == "👩\u200D💻");
}

TEST_CASE("controls are left out of a line, and its breaks are blanks") {
  using namespace std::string_view_literals;
  CHECK(plain_line("a\0b\x1b[31m\x7f"
                   "c\u0085"sv) == "ab[31mc");
  CHECK(plain_line("one\ttwo\r\nthree") == "one two  three");
}

TEST_CASE("a text keeps its lines, marks and isolates, and neither overrides nor embeddings") {
  CHECK(plain_text("one\ttwo\r\nthree") == "one\ttwo\r\nthree");
  CHECK(plain_text("\u2068שלום\u2069, \u200Esee\u200F") == "\u2068שלום\u2069, \u200Esee\u200F");
  CHECK(plain_text("a\u202Ab\u202Bc\u202Cd\u202De\u202Ef") == "abcdef");
  CHECK(plain_text("bell\x07 and \u206Anothing \U000E0041more") == "bell and nothing more");
}

TEST_CASE("whatever comes in, what goes out is well-formed and clean, and cleaning it changes nothing") {
  std::mt19937 random(11);
  constexpr std::array<std::string_view, 10> kPieces{"\u202E", "\u2067", "\u200D", "\n", "é",
                                                     "日",     "🖨",     "\x07",   " x", "\U000E0041"};
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += kPieces[random() % kPieces.size()];
    const std::string line = plain_line(text);
    const std::string lines = plain_text(text);
    for (const std::string& plain : {line, lines}) {
      REQUIRE_FALSE(find_bad_utf8(plain));
      REQUIRE_FALSE(plain.contains("\u202E"));
    }
    REQUIRE_FALSE(line.contains("\u2067"));
    REQUIRE(plain_line(line) == line);
    REQUIRE(plain_text(lines) == lines);
  }
}

TEST_CASE("blanks around a text are left out, and those inside stay") {
  CHECK(trimmed(" \tisolate host\r\n") == "isolate host");
  CHECK(trimmed("isolate") == "isolate");
  CHECK(trimmed(" \n\t").empty());
  CHECK(trimmed("").empty());
}
