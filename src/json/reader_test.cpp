#include "json/reader.h"

#include <doctest/doctest.h>

#include <boost/json/value.hpp>

using namespace tandem;
using namespace tandem::json;

namespace {

enum class Impact { One, Team, Site };
constexpr Choice<Impact> kImpacts[] = {{"one", Impact::One}, {"team", Impact::Team}, {"site", Impact::Site}};
constexpr std::string_view kColours[] = {"red", "green"};

// Reads `text` with `read` and tells the problems, a line each.
template <class Read>
std::string problems_of(std::string_view text, Read read) {
  const auto value = parse(text);
  REQUIRE(value);
  std::vector<Problem> problems;
  auto in = ValueReader(*value, "", problems).object();
  read(in);
  in.done();
  std::string told;
  for (const Problem& problem : problems) told += fmt::format("{} {}\n", problem.pointer, problem.message);
  return told;
}

std::string text_problem(std::string_view json_text, const TextRule& rule) {
  return problems_of(fmt::format(R"({{"t":{}}})", json_text),
                     [&](ObjectReader& in) { (void)in.required_text("t", rule); });
}

}  // namespace

TEST_CASE("a good object is read without a problem") {
  std::string tags;
  CHECK(problems_of(R"({"s":"Grüße","i":"team","n":-5,"b":true,"at":"2026-10-05T16:00:00+02:00","c":"red",
                        "who":{"name":"Ana"},"tags":["x","y"],"gone":null})",
                    [&](ObjectReader& in) {
                      CHECK(in.required_text("s", {.min = 5, .max = 5}) == "Grüße");
                      CHECK(in.required_choice("i", kImpacts) == Impact::Team);
                      CHECK(in.required_integer("n", {.min = -5, .max = 5}) == -5);
                      CHECK(in.required_boolean("b"));
                      CHECK(base::to_rfc3339(in.required_instant("at")) == "2026-10-05T14:00:00Z");
                      CHECK(in.required_word("c", kColours) == "red");
                      ObjectReader who = in.required_object("who");
                      CHECK(who.required_text("name") == "Ana");
                      who.done();
                      for (ValueReader& tag : in.required_list("tags", {.max = 2})) tags += tag.text().value_or("?");
                      CHECK(in.has("gone"));
                      CHECK(in.optional_text("gone") == std::nullopt);
                      CHECK_FALSE(in.has("never"));
                      CHECK(in.optional_text("never") == std::nullopt);
                      CHECK(in.optional_choice("never", kImpacts) == std::nullopt);
                      CHECK(in.optional_word("never", kColours) == std::nullopt);
                      CHECK(in.optional_integer("never") == std::nullopt);
                      CHECK(in.optional_boolean("never") == std::nullopt);
                      CHECK(in.optional_instant("never") == std::nullopt);
                      CHECK_FALSE(in.optional_object("never").has_value());
                      CHECK(in.optional_list("never", {.min = 1}).empty());
                    }) == "");
  CHECK(tags == "xy");
}

TEST_CASE("every mistake is told with its pointer") {
  CHECK(problems_of(R"({"s":1,"i":"all","n":1.5,"b":0,"at":"today","c":null,"who":[],"tags":{},"a/b~c":1,"more":2})",
                    [](ObjectReader& in) {
                      CHECK(in.required_text("s") == "");
                      CHECK(in.required_choice("i", kImpacts) == Impact::One);
                      CHECK(in.required_integer("n") == 0);
                      CHECK_FALSE(in.required_boolean("b"));
                      CHECK(in.required_instant("at") == base::Instant());
                      CHECK(in.required_word("c", kColours) == "");
                      ObjectReader who = in.required_object("who");
                      CHECK(who.required_text("name") == "");  // told once: `who` is no object
                      who.done();
                      CHECK(in.required_list("tags").empty());
                      CHECK(in.required_list("none").empty());
                      in.complain("s", "is taken");
                    }) ==
        "/s must be a text\n"
        "/i must be one of `one`, `team`, `site`\n"
        "/n must be a whole number\n"
        "/b must be true or false\n"
        "/at must be a time with its offset, like `2026-10-05T14:00:00Z`\n"
        "/c is missing\n"
        "/who must be an object\n"
        "/tags must be a list\n"
        "/none is missing\n"
        "/s is taken\n"
        "/a~1b~0c is not a known field\n"
        "/more is not a known field\n");
}

TEST_CASE("problems inside lists and objects have their full pointer") {
  CHECK(problems_of(R"({"people":[{"name":"a"},{"name":"","age":200,"x":0},7]})",
                    [](ObjectReader& in) {
                      for (ValueReader& item : in.required_list("people")) {
                        ObjectReader person = item.object();
                        (void)person.required_text("name", {.min = 1});
                        (void)person.optional_integer("age", {.min = 0, .max = 150});
                        person.done();
                      }
                    }) ==
        "/people/1/name must not be empty\n"
        "/people/1/age must be between 0 and 150\n"
        "/people/1/x is not a known field\n"
        "/people/2 must be an object\n");
}

TEST_CASE("a text keeps to its rule") {
  CHECK(text_problem(R"("")", {}) == "");
  CHECK(text_problem(R"(" \n ")", {.min = 1}) == "/t must not be empty\n");
  CHECK(text_problem(R"("ab")", {.min = 3}) == "/t must have at least 3 characters\n");
  CHECK(text_problem(R"("éé")", {.max = 1}) == "/t must have at most 1 character\n");
  CHECK(text_problem(R"("éé")", {.max = 2}) == "");
  CHECK(text_problem(R"("a\tb\r\n")", {}) == "");
  CHECK(text_problem(R"("a\tb")", {.lines = Lines::One}) == "/t must be one line without tabs\n");
  CHECK(text_problem(R"("a\nb")", {.lines = Lines::One}) == "/t must be one line without tabs\n");
  for (const char* text : {R"("\u0000")", R"("\u001b[31m")", R"("\u007f")", R"("\u0085")"}) {
    CHECK(text_problem(text, {}) == "/t must not hold control characters\n");
  }
  CHECK(text_problem(R"("\u00a0é")", {}) == "");
}

TEST_CASE("what nobody sees is left out of a text, unless the rule keeps it, and a text of nothing else is empty") {
  const auto kept = [](std::string_view json, const TextRule& rule) {
    std::string text;
    CHECK(problems_of(fmt::format(R"({{"t":{}}})", json),
                      [&](ObjectReader& in) { text = in.required_text("t", rule); }) == "");
    return text;
  };
  CHECK(kept(R"("a\u202eb\u2066c")", {.lines = Lines::One}) == "abc");
  CHECK(kept(R"("a\u202eb\u2066c")", {}) == "ab\u2066c");
  CHECK(kept(R"("a\u202eb")", {.unseen = Unseen::Kept}) == "a\u202eb");
  CHECK(text_problem(R"("\u202e\u200b")", {.min = 1, .lines = Lines::One}) == "/t must not be empty\n");
}

TEST_CASE("numbers beyond 64 bits with sign are out of range, not wrapped") {
  CHECK(problems_of(R"({"a":18446744073709551615,"b":9223372036854775807})", [](ObjectReader& in) {
          CHECK(in.required_integer("a", {.min = 0}) == 0);
          CHECK(in.required_integer("b") == std::numeric_limits<std::int64_t>::max());
        }) == "/a must be between 0 and 9223372036854775807\n");
}

TEST_CASE("counts are checked before the items are read, and problems are bounded") {
  CHECK(problems_of(R"({"a":[1,2,3],"b":[]})", [](ObjectReader& in) {
          CHECK(in.required_list("a", {.max = 2}).empty());
          CHECK(in.required_list("b", {.min = 1}).empty());
        }) == "/a must have at most 2 items\n/b must have at least 1 item\n");
  std::string many = "{";
  for (int i = 0; i < 1000; ++i) many += fmt::format("\"k{}\":0,", i);
  many.back() = '}';
  const std::string told = problems_of(many, [](ObjectReader&) {});
  CHECK(std::ranges::count(told, '\n') == 100);
}

TEST_CASE("something else than an object is one problem") {
  const auto value = parse("[1]");
  std::vector<Problem> problems;
  auto in = ValueReader(*value, "", problems).object();
  (void)in.required_text("subject");
  in.done();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == "");
  CHECK(problems[0].message == "must be an object");
}
