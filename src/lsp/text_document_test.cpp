#include "lsp/text_document.h"

#include <doctest/doctest.h>

#include <random>

namespace tandem::lsp {
namespace {

TEST_CASE("places count the units that were agreed on") {
  const std::string text = "aä😀b\nc\r\nd\re";
  const LineIndex lines(text);
  CHECK(lines.lines() == 4);
  const auto behind_face = text.find('b');
  CHECK(lines.position(behind_face, Encoding::Utf16) == Position{0, 4});
  CHECK(lines.position(behind_face, Encoding::Utf8) == Position{0, 7});
  CHECK(lines.position(behind_face, Encoding::Utf32) == Position{0, 3});
  for (const auto encoding : {Encoding::Utf8, Encoding::Utf16, Encoding::Utf32}) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const bool in_character = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      const bool in_break = at > 0 && text[at - 1] == '\r' && at < text.size() && text[at] == '\n';
      if (in_character || in_break) continue;
      CHECK(lines.offset(lines.position(at, encoding), encoding) == at);
    }
  }
}

TEST_CASE("places that are not there are the nearest that is") {
  const LineIndex lines("ab\n😀\n");
  CHECK(lines.offset({0, 99}, Encoding::Utf16) == 2);
  CHECK(lines.offset({9, 0}, Encoding::Utf16) == 8);
  CHECK(lines.offset({1, 1}, Encoding::Utf16) == 3);  // the middle of a pair of units
  CHECK(lines.position(99, Encoding::Utf16) == Position{2, 0});
}

TEST_CASE("changes make the text that the editor has") {
  TextDocument document("one\ntwo\nthree\n", 1);
  const TextEdit edit = document.replace({{1, 0}, {1, 3}}, "zwei", Encoding::Utf16);
  CHECK(document.text() == "one\nzwei\nthree\n");
  CHECK(edit.begin == 4);
  CHECK(edit.end == 7);
  CHECK(edit.inserted == 4);
  document.replace({{2, 5}, {2, 0}}, "x", Encoding::Utf16);  // backwards
  CHECK(document.text() == "one\nzwei\nxthree\n");
  const TextEdit whole = document.replace_all("one\nzwei\nxfour\n");
  CHECK(whole.begin == 10);
  CHECK(whole.inserted == 4);
  CHECK(document.text() == "one\nzwei\nxfour\n");
}

TEST_CASE("random changes agree with a list of lines") {
  std::mt19937 random(5);
  const auto below = [&](std::size_t n) { return random() % n; };
  TextDocument document("", 1);
  std::u32string model;  // by code points, lines end at \n alone
  for (int round = 0; round < 2000; ++round) {
    const std::size_t begin = below(model.size() + 1);
    const std::size_t end = begin + below(std::min<std::size_t>(model.size() - begin, 5) + 1);
    std::u32string piece;
    for (std::size_t i = below(4); i > 0; --i) piece += U"aä😀\n"[below(4)];
    const auto place = [&](std::size_t at) {
      Position position;
      for (std::size_t i = 0; i < at; ++i) {
        if (model[i] == U'\n') {
          position = {position.line + 1, 0};
        } else {
          position.character += model[i] > 0xFFFF ? 2U : 1U;
        }
      }
      return position;
    };
    const auto utf8 = [](const std::u32string& text) {
      std::string out;
      for (const char32_t c : text) out += c == U'a' ? "a" : c == U'ä' ? "ä" : c == U'\n' ? "\n" : "😀";
      return out;
    };
    document.replace({place(begin), place(end)}, utf8(piece), Encoding::Utf16);
    model.replace(begin, end - begin, piece);
    REQUIRE(document.text() == utf8(model));
    if (model.size() > 60) model.clear(), document.replace_all("");
  }
}

}  // namespace
}  // namespace tandem::lsp
