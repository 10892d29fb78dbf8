#include "draft/words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "yaml/node.h"

namespace tandem::draft {
namespace {

// What YAML reads where the word stands in a list in brackets.
std::string read_back(const std::string& text) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto root = yaml::parse(sources, sources.add("t", fmt::format("x: [{}, b]\n", yaml_word(text))), findings);
  REQUIRE(root.has_value());
  REQUIRE(findings.all().empty());
  const auto* list = root->find("x")->value.list();
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 2);
  return list->items[0].scalar()->text;
}

TEST_CASE("whatever people write comes back from YAML as it was") {
  for (const std::string text : {"Harbor Credit Union",
                                 "a: b",
                                 "#1",
                                 "[x]",
                                 "{y}",
                                 "a, b",
                                 "\"q\"",
                                 "it's",
                                 "- x",
                                 "",
                                 " lead",
                                 "trail ",
                                 "a\\b",
                                 "tab\tend",
                                 "näh",
                                 "@at",
                                 "100 %",
                                 "!tag",
                                 "*x",
                                 "&y",
                                 "a #b",
                                 "?",
                                 "null",
                                 "~",
                                 "line\nbreak",
                                 "\x7f"}) {
    CAPTURE(text);
    CHECK(read_back(text) == text);
  }
}

TEST_CASE("plain words stay plain") {
  CHECK(yaml_word("Harbor Credit Union") == "Harbor Credit Union");
  CHECK(yaml_items({"a", "b: c"}) == "a, \"b: c\"");
}

TEST_CASE("names of businesses become short names") {
  CHECK(name_of("Harbor Credit Union") == "harbor-credit-union");
  CHECK(name_of("The Quarry, Inc.") == "quarry");
  CHECK(name_of("O'Brien & Sons GmbH") == "obrien-sons");
  CHECK(name_of("LLC") == "llc");
  CHECK(name_of("Müller & Söhne") == "mueller-soehne");
  CHECK(name_of("東京電力") == "");
  CHECK(name_of(fmt::format("{:a<100} b", "")).empty());
  CHECK(name_of(fmt::format("a {:b<61} c", "")).size() == 63);
}

TEST_CASE("parts are trimmed and not empty") {
  CHECK(parts_of(" a, b;;c ,", ",;") == std::vector<std::string>{"a", "b", "c"});
  CHECK(parts_of("", ",").empty());
}

}  // namespace
}  // namespace tandem::draft
