#include "yaml/comments.h"

#include <doctest/doctest.h>

using namespace tandem;

namespace {

// Each comment in brackets, those on a line of their own with a `!`.
std::string comments_of(std::string text) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto file = sources.add("t.yaml", std::move(text));
  const auto root = yaml::parse(sources, file, findings);
  REQUIRE(root.has_value());
  std::string all;
  for (const yaml::Comment& comment : yaml::find_comments(sources.text(file), *root)) {
    all += fmt::format("{}[{}]", comment.own_line ? "!" : "", sources.text(comment.at));
  }
  return all;
}

}  // namespace

TEST_CASE("comments are found where YAML has them") {
  CHECK(comments_of("# one\na: b # two\n  # three  \nc: d\n#four") == "![# one][# two]![# three]![#four]");
  CHECK(comments_of("a: # here\n  - x # there\n  -  # and\n    y\n") == "[# here][# there][# and]");
  CHECK(comments_of("a: {b: 1, # one\n  c: [2, # two\n  3] # three\n } # four\n") == "[# one][# two][# three][# four]");
  CHECK(comments_of("\ufeff# marked\na: 1\r\n# end\r\n") == "![# marked]![# end]");
  CHECK(comments_of("# nothing else\n") == "![# nothing else]");
  CHECK(comments_of("--- # begin\na: 1\n... # end\n") == "[# begin][# end]");
  CHECK(comments_of("").empty());
}

TEST_CASE("what only looks like a comment is none") {
  CHECK(comments_of("a: b#c\n\"# d\": '# e'\nf: \"x # y\n  # z\"\n").empty());
  CHECK(comments_of("a: |\n  # text\n  more # text\n# comment\n") == "![# comment]");
  CHECK(comments_of("a: >- # folded\n  # text\n\n  # text\nb: 1 # last\n") == "[# folded][# last]");
  CHECK(comments_of("a: b\n  c#d\n  e # f\n") == "[# f]");
  CHECK(comments_of("url: http://harbor.example/#top\n").empty());
}
