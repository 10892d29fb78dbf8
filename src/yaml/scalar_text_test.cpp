#include "yaml/scalar_text.h"

#include <doctest/doctest.h>

#include "yaml/node.h"

using namespace tandem;

TEST_CASE("a word is written plain where it is read back as it is") {
  for (const char* word :
       {"desk", "harbor-it", "08:00", "Founders' Day", "care.routine", "a#b", "a:b", "3rd thu oct"}) {
    CHECK(yaml::scalar_text(word) == word);
  }
  CHECK(yaml::scalar_text("yes: no") == "\"yes: no\"");
  CHECK(yaml::scalar_text("a\\b, \"c\"") == R"("a\\b, \"c\"")");
  CHECK(yaml::scalar_text("") == "\"\"");
}

TEST_CASE("every word is read back from a map, a list and brackets") {
  for (const char* word : {"",  " ",  "- a", "-a",  "a: b", "a #b", "#a",  "*a", "&a",  "!a",  "a,b", "[a",   "a]",
                           "{", "}",  "'a'", "a:",  "\ta",  "a\nb", "? a", "a ", "...", "---", "<<",  "null", "true",
                           "~", "%a", "@a",  "`a`", "é",    "\x7f", "\\",  "\"", ">",   "|",   "a\"b"}) {
    CAPTURE(word);
    const std::string written = yaml::scalar_text(word);
    for (const std::string& text : {"k: " + written + "\n", "k: [" + written + ", x]\n", "k: {a: " + written + "}\n"}) {
      CAPTURE(text);
      source::SourceMap sources;
      diag::Findings findings;
      const auto root = yaml::parse(sources, sources.add("t.yaml", text), findings);
      REQUIRE(root.has_value());
      const yaml::Node* node = &root->find("k")->value;
      if (node->list() != nullptr) node = node->list()->items.data();
      if (node->map() != nullptr) node = &node->find("a")->value;
      REQUIRE(node->scalar() != nullptr);
      CHECK(node->scalar()->text == word);
      CHECK(node->scalar()->style != yaml::Style::Absent);
    }
  }
}
