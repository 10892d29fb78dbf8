#include "lsp/cursor_text.h"

#include <doctest/doctest.h>

namespace tandem::lsp {
namespace {

CursorText at_cursor(std::string& text) {
  const auto at = text.find("<|>");
  REQUIRE(at != std::string::npos);
  text.erase(at, 3);
  return {text, static_cast<std::uint32_t>(at)};
}

// The first and the second attempt, with X for the word.
std::vector<std::string> attempts(std::string text) {
  const auto cursor = at_cursor(text);
  auto all = cursor.with("X");
  all.pop_back();
  return all;
}

TEST_CASE("the section of the cursor is cut out, with a word in its place") {
  CHECK(attempts("a: 1\nb:\n  c: d<|>e\n  f: 2\ng: 3\n") ==
        std::vector<std::string>{"b:\n  c: X\n  f: 2", "b:\n  c: X\n  f: 2"});
  CHECK(attempts("a: 1\n<|>\nb: 2\n").front() == "a: 1\nX");
  CHECK(attempts("te<|>\nb: 2\n").front() == "X");
  CHECK(attempts("r:\n- {a: <|>}\n- {b: 1}\nq: 1").front() == "r:\n- {a: X}\n- {b: 1}");
}

TEST_CASE("brackets that are open at the cursor are closed") {
  CHECK(attempts("t:\n  d: {a: [x, <|>\n  e: 1\n").back() == "t:\n  d: {a: [x, X]}\n  e: 1\n");
  CHECK(attempts("t: {n: it's, c: \"a]{\", d: {<|>").back() == "t: {n: it's, c: \"a]{\", d: {X}}");
  CHECK(attempts("t: {n: \"<|>").back() == "t: {n: \"X\"}");
  CHECK(attempts("t:\n  a: b [c\n  d: <|>\n").back() == "t:\n  a: b [c\n  d: X\n");
}

TEST_CASE("words, keys and comments are told apart") {
  std::string key = "t:\n  mem<|>bers: [x]\n";
  CHECK(at_cursor(key).is_key());
  CHECK(at_cursor(key = "t:\n  - na<|>\n").is_first());
  CHECK_FALSE(at_cursor(key = "t: {a: n<|>}\n").is_first());
  CHECK_FALSE(at_cursor(key = "t: {a: n<|>}\n").is_key());
  CHECK_FALSE(at_cursor(key = "t: 1 # so<|>\n").takes_words());
  CHECK(at_cursor(key = "t: a#so<|>\n").takes_words());
  CHECK(at_cursor(key = "# x\nt: <|>\n").takes_words());
  const auto zone = at_cursor(key = "z: America/New_Y<|>ork");
  CHECK(zone.word_begin() == 3);
  CHECK(zone.word_end() == 19);
}

}  // namespace
}  // namespace tandem::lsp
