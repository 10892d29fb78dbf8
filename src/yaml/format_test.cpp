#include "yaml/format.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace tandem;

namespace {

std::string formatted(const std::string& text, std::size_t width = 120) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto once = yaml::format(sources, sources.add("t.yaml", text), findings, {.width = width});
  if (!once) return "fault: " + findings.all().front().message;
  const auto twice = yaml::format(sources, sources.add("t.yaml", *once), findings, {.width = width});
  CHECK_MESSAGE(twice == once, "formatting again changes:\n" << *once);
  return *once;
}

}  // namespace

TEST_CASE("space and indentation become uniform") {
  CHECK(formatted("a:    1\nb :  {c:1x,d: [ 1,2 ,3 ] , e: }\n") == "a: 1\nb: {c:1x, d: [1, 2, 3], e}\n");
  CHECK(formatted("a:\n      b:\n            c: 1\n") == "a:\n  b:\n    c: 1\n");
  CHECK(formatted("a:\n- x\n-    y\n- - z\n  - w\n") == "a:\n  - x\n  - y\n  - - z\n    - w\n");
  CHECK(formatted("a: [x,\n   y]\nb: {\n  c: 1\n}\n") == "a: [x, y]\nb: {c: 1}\n");
  CHECK(formatted("-   a: 1\n    b:   2\n-   c\n") == "- a: 1\n  b: 2\n- c\n");
  CHECK(formatted("a:\n\n\n\nb: 1\n\n\n\nc: 2\n\n\n") == "a:\n\nb: 1\n\nc: 2\n");
  CHECK(formatted("\n\na:\n\n  b: 1\n\n  c: 2") == "a:\n  b: 1\n\n  c: 2\n");
  CHECK(formatted("- a\n\n- b\n") == "- a\n\n- b\n");
  CHECK(formatted("- - a\n\n  - b\n\n- c\n") == "- - a\n\n  - b\n\n- c\n");
  CHECK(formatted("a:   \n  1\nb:\n  [x]\n") == "a: 1\nb: [x]\n");
  CHECK(formatted("a: 1\r\nb: 2\r\n") == "a: 1\nb: 2\n");
  CHECK(formatted("---\na: 1\n...\n") == "a: 1\n");
  CHECK(formatted("\ufeffa: 1") == "a: 1\n");
  CHECK(formatted("? a\n: b\n? c\n") == "a: b\nc:\n");
  CHECK(formatted("{a: {}, b: []}") == "{a: {}, b: []}\n");
  CHECK(formatted("[a: b, {c: d}]") == "[{a: b}, {c: d}]\n");
  CHECK(formatted("just text") == "just text\n");
  CHECK(formatted("").empty());
}

TEST_CASE("siblings are lined up where their author began to") {
  CHECK(formatted("t:\n  a:   1\n  long: 2\n  b: 3\n") == "t:\n  a:    1\n  long: 2\n  b:    3\n");
  CHECK(formatted("t:\n  a: 1\n  long: 2\n") == "t:\n  a: 1\n  long: 2\n");
  CHECK(formatted("t:\n  a:   1\n  long: 2\n\n  other: 3\n  b: 4\n") ==
        "t:\n  a:    1\n  long: 2\n\n  other: 3\n  b: 4\n");
  CHECK(formatted("t:\n  a:   1\n  # between\n  long: 2\n  bb: 3\n") ==
        "t:\n  a: 1\n  # between\n  long: 2\n  bb: 3\n");
  CHECK(formatted("t:\n  a: {k: x,  n: 1}\n  bb: {k: longer, n: 2, m: 3}\n  c: [q]\n  d: {n: 1, k: 2}\n") ==
        "t:\n  a:  {k: x,      n: 1}\n  bb: {k: longer, n: 2, m: 3}\n  c:  [q]\n  d:  {n: 1, k: 2}\n");
  CHECK(formatted("- {k: x,  n: 1}\n- {k: longer, n: 2}\n") == "- {k: x,      n: 1}\n- {k: longer, n: 2}\n");
  CHECK(formatted("t:\n  ä:  1\n  日本: 2\n") == "t:\n  ä:    1\n  日本: 2\n");
}

TEST_CASE("nothing is lined up beyond the width") {
  CHECK(formatted("a:  1\nlonger-key: {x: 12345}\nb: {x: 1234567890}\n", 24) ==
        "a: 1\nlonger-key: {x: 12345}\nb: {x: 1234567890}\n");
  CHECK(formatted("t:\n  a: {k: 1,  n: 123456789012}\n  b: {k: 123456789, n: 1}\n", 30) ==
        "t:\n  a: {k: 1, n: 123456789012}\n  b: {k: 123456789, n: 1}\n");
}

TEST_CASE("what is too long for its line is written over several") {
  CHECK(formatted("a: {b: [one, two], c: {d: three}}\n", 20) == "a:\n  b: [one, two]\n  c: {d: three}\n");
  CHECK(formatted("a: [one, {b: two, c: three}, [four, five]]\n", 24) ==
        "a:\n  - one\n  - {b: two, c: three}\n  - [four, five]\n");
  CHECK(formatted("a: [[one, two, three], [four, five]]\n", 16) ==
        "a:\n  - - one\n    - two\n    - three\n  - [four, five]\n");
  CHECK(formatted("- {a: one, b: two, c}\n", 12) == "- a: one\n  b: two\n  c:\n");
  CHECK(formatted("[a: one, b: two]", 12) == "- a: one\n- b: two\n");
  CHECK(formatted("a: {b: \"one\n  two\", c: three\n  four}\n") == "a:\n  b: \"one\n    two\"\n  c: three\n    four\n");
  const std::string long_key(1010, 'k');
  CHECK(formatted("? " + long_key + "\n: v\n") == "? " + long_key + "\n: v\n");
  CHECK(formatted("a: {? " + long_key + "\n : v}\n") == "a:\n  ? " + long_key + "\n  : v\n");
  CHECK(formatted("? \"a\n  b\"\n: c\n") == "\"a b\": c\n");
}

TEST_CASE("comments stay where they are") {
  CHECK(formatted("# head\n\n\n# more\na: 1   # one\nbb: 2 # two\n\n# tail\n") ==
        "# head\n\n# more\na: 1   # one\nbb: 2  # two\n\n# tail\n");
  CHECK(formatted("a:     # of a\n    b: 1\n    # in a\n  # of what\n# of c\nc: 2\n") ==
        "a:  # of a\n  b: 1\n  # in a\n# of what\n# of c\nc: 2\n");
  CHECK(formatted("a: # key\n  # own\n  1 # value\n") == "a:  # key\n  # own\n  1  # value\n");
  CHECK(formatted("a: {b: 1, # one\n    # two\n    c: 2 # three\n    } # four\nd: 3\n") ==
        "a:\n  b: 1  # one\n  # two\n  c: 2  # three\n# four\nd: 3\n");
  CHECK(formatted("a: [ # begin\n  x]\nb: { # nothing\n}\n") == "a:  # begin\n  - x\nb: {}  # nothing\n");
  CHECK(formatted("- # item\n  a: 1\n-\n  # own\n  b\n- - # deep\n    c\n") ==
        "-  # item\n  a: 1\n-\n  # own\n  b\n- -  # deep\n    c\n");
  CHECK(formatted("a:\n  - b\n  # last\n\n  # of all\nc:\n# end\n") ==
        "a:\n  - b\n  # last\n\n  # of all\nc:\n# end\n");
  CHECK(formatted("a: 1\n\n# far\n\nb: 2\n") == "a: 1\n\n# far\n\nb: 2\n");
  CHECK(formatted("# only\n") == "# only\n");
  CHECK(formatted("a:\n  b: 1 # x\n  cc: 2 # y\nd: 3 # z\n") == "a:\n  b: 1   # x\n  cc: 2  # y\nd: 3  # z\n");
}

TEST_CASE("texts over several lines keep their lines") {
  CHECK(formatted("a: one\n      two\n\n      three # c\nb: 1\n") == "a: one\n  two\n\n  three  # c\nb: 1\n");
  CHECK(formatted("a: \"one \\\n     two\\ \n     three\"\n") == "a: \"one \\\n  two\\ \n  three\"\n");
  CHECK(formatted("a: |   # note\n      one\n\n        two\n\n\nb: 1\n") == "a: |  # note\n  one\n\n    two\n\nb: 1\n");
  CHECK(formatted("a:\n  - key: >-\n            one\n            two\n  - |+\n    x\n\n\n  - y\n") ==
        "a:\n  - key: >-\n      one\n      two\n  - |+\n    x\n\n\n  - y\n");
  CHECK(formatted("a: |4\n      two\n    zero\n") == "a: |2\n    two\n  zero\n");
  CHECK(formatted("a: |\n  x") == "a: |-\n  x\n");
  CHECK(formatted("a: |+\n  x\n\n") == "a: |+\n  x\n\n");
  CHECK(formatted("a: |\nb: 1\n") == "a: |\nb: 1\n");
  CHECK(formatted("a\n --- b\n") == "a\n  --- b\n");
  CHECK(formatted("- a\n  b\n- k: c\n    d\n") == "- a\n  b\n- k: c\n    d\n");
}

TEST_CASE("a text that is not YAML is left alone and told") {
  CHECK(formatted("a: [1, 2\nb: 3\n") == "fault: expected `,` or `]` here");
  CHECK(formatted("a: 1\na: 2\n") == "fault: `a` is given twice in one map");
  CHECK(formatted("a: &x 1\n").starts_with("fault: anchors"));
}

TEST_CASE("the page about the style shows what the formatter does") {
  std::ifstream file(std::filesystem::path(TANDEM_ROOT) / "docs" / "format.md", std::ios::binary);
  std::ostringstream page;
  page << file.rdbuf();
  std::vector<std::string> blocks;
  const std::string text = page.str();
  constexpr std::string_view kOpen = "```yaml\n";
  for (auto at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    at += kOpen.size();
    blocks.push_back(text.substr(at, text.find("```", at) - at));
  }
  REQUIRE(blocks.size() == 2);
  CHECK(formatted(blocks[0]) == blocks[1]);
}
