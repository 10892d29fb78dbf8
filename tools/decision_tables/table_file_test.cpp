#include "decision_tables/table_file.h"

#include <doctest/doctest.h>

#include "decision_tables/table_report.h"

using namespace tandem;
using namespace tandem::decision_tables;

namespace {

constexpr std::string_view kColumns =
    R"([{"name":"site","kind":"enum","domain":["east","west"]},
        {"name":"minute","kind":"num","domain":{"from":-10,"to_exclusive":1440}}])";

std::string table(std::string_view columns, std::string_view rules) {
  return fmt::format(R"({{"note":"ignored","tables":[{{"id":"hours","columns":{},"rules":{}}}]}})", columns, rules);
}

std::string mistake(const std::string& text) {
  const auto tables = read_tables(text);
  if (tables) return "none";
  CHECK(tables.error().code == base::ErrorCode::BadInput);
  return tables.error().message;
}

std::string mistake_in_rules(std::string_view rules) {
  return mistake(table(kColumns, rules));
}

}  // namespace

TEST_CASE("a table is read and told in the same notation") {
  const auto tables = read_tables(table(kColumns, R"([{"when":[["east"],[-10,720]],"owner":"desk"},
                                                      {"when":[["west","east"],[700,1440]],"owner":"it"},
                                                      {"when":[["east"],[1000,1100]],"owner":"it"}])"));
  REQUIRE(tables.has_value());
  REQUIRE(tables->size() == 1);
  CHECK(to_line(tables->front(), analyse(tables->front()), 1.5) ==
        R"({"id":"hours","complete":false,"overlap_pairs":[[1,2],[2,3]],"conflicting_pairs":[[1,2]],)"
        R"("gap_volume":710,"gap_boxes":[[["west"],[-10,700]]],"ms":1.500})");
}

TEST_CASE("a table without rules is all gap") {
  const auto tables = read_tables(table(kColumns, "[]"));
  REQUIRE(tables.has_value());
  CHECK(to_line(tables->front(), analyse(tables->front()), 0) ==
        R"({"id":"hours","complete":false,"overlap_pairs":[],"conflicting_pairs":[],)"
        R"("gap_volume":2900,"gap_boxes":[[["east","west"],[-10,1440]]],"ms":0.000})");
}

TEST_CASE("a list of tables and a single table are files too") {
  const std::string one = fmt::format(R"({{"id":"a","columns":{},"rules":[]}})", kColumns);
  CHECK(read_tables(one)->size() == 1);
  CHECK(read_tables("[" + one + "," + one + "]")->size() == 2);
  CHECK(read_tables(R"({"tables":[]})")->empty());
}

TEST_CASE("what is no table is told with its place") {
  CHECK(mistake("{").starts_with("line 1, column 2: "));
  CHECK(mistake("3") == "the whole: must be an object");
  CHECK(mistake("{}") == "/tables: is missing");
  CHECK(mistake(table("[]", "[]")).starts_with("/tables/0/columns: "));
  CHECK(mistake(table(R"([{"name":"a","kind":"date","domain":[]}])", "[]")).starts_with("/tables/0/columns/0/kind: "));
  CHECK(
      mistake(table(R"([{"name":"a","kind":"enum","domain":[]}])", "[]")).starts_with("/tables/0/columns/0/domain: "));
  CHECK(mistake(table(R"([{"name":"a","kind":"enum","domain":["x","x"]}])", "[]")) ==
        "/tables/0/columns/0/domain/1: `x` stands twice in the domain");
  CHECK(mistake(table(R"([{"name":"a","kind":"num","domain":{"from":3,"to_exclusive":3}}])", "[]")) ==
        "/tables/0/columns/0/domain/to_exclusive: the domain is empty: 3 is not above 3");
  CHECK(mistake(table(R"([{"name":"a","kind":"num","domain":{"from":3}}])", "[]")) ==
        "/tables/0/columns/0/domain/to_exclusive: is missing");
}

TEST_CASE("what is no rule is told with its place") {
  CHECK(mistake_in_rules(R"([{"when":[["east"]],"owner":"it"}])") ==
        "/tables/0/rules/0/when: has 1 cells where the table has 2 columns");
  CHECK(mistake_in_rules(R"([{"when":[["east"],[0,1]]}])") == "/tables/0/rules/0/owner: is missing");
  CHECK(mistake_in_rules(R"([{"when":[["north"],[0,1]],"owner":"it"}])") ==
        "/tables/0/rules/0/when/0/0: `north` is not in the domain of `site`");
  CHECK(mistake_in_rules(R"([{"when":[["east"],[1,1]],"owner":"it"}])") ==
        "/tables/0/rules/0/when/1: the range is empty: 1 is not above 1");
  CHECK(mistake_in_rules(R"([{"when":[["east"],[-11,1]],"owner":"it"}])") ==
        "/tables/0/rules/0/when/1: [-11, 1) is not within the domain of `minute`, [-10, 1440)");
  CHECK(mistake_in_rules(R"([{"when":[["east"],["a",1]],"owner":"it"}])").starts_with("/tables/0/rules/0/when/1/0: "));
  CHECK(mistake_in_rules(R"([{"when":[[],[0,1]],"owner":"it"}])").starts_with("/tables/0/rules/0/when/0: "));
  CHECK(mistake_in_rules(R"([{"when":["east",[0,1]],"owner":"it"}])").starts_with("/tables/0/rules/0/when/0: "));
}

TEST_CASE("every mistake is told, at most twenty") {
  std::string rules = "[";
  for (int i = 0; i < 25; ++i) rules += fmt::format(R"({}{{"when":[["east"],[0,1]]}})", i == 0 ? "" : ",");
  const std::string told = mistake_in_rules(rules + "]");
  CHECK(std::ranges::count(told, '\n') == 20);
  CHECK(told.ends_with("\nand 5 others"));
}

TEST_CASE("a domain that cannot be counted is told") {
  const std::string column =
      R"({"name":"a","kind":"num","domain":{"from":-9223372036854775808,"to_exclusive":9223372036854775807}})";
  CHECK(mistake(table("[" + column + "," + column + "]", "[]")) == "none");
  CHECK(mistake(table("[" + column + "," + column + "," + column + "]", "[]")) ==
        "/tables/0/columns: the domain must have fewer than 2^128 points");
}
