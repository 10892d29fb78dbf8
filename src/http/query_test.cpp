#include "http/query.h"

#include <doctest/doctest.h>

namespace tandem::http {
namespace {

TEST_CASE("parameters are read by name, decoded") {
  QueryReader query("q=printer+jam%21&state=new&state=active&limit=50&open=true");
  CHECK(query.word("q") == "printer jam!");
  CHECK(query.words("state") == std::vector<std::string>{"new", "active"});
  CHECK(query.number("limit", 1, 200) == 50);
  CHECK(query.flag("open") == true);
  CHECK_FALSE(query.word("after"));
  CHECK(query.finish());
}

TEST_CASE("an unknown parameter is named") {
  QueryReader query("limt=5");
  CHECK_FALSE(query.number("limit", 1, 200));
  REQUIRE_FALSE(query.finish());
  CHECK(query.problems()[0].pointer == "limt");
}

TEST_CASE("numbers outside their range, and what is no number, are refused") {
  for (const char* text :
       {"limit=0", "limit=201", "limit=-1", "limit=1e2", "limit=", "limit=99999999999999999999", "limit=5x"}) {
    CAPTURE(text);
    QueryReader query(text);
    CHECK_FALSE(query.number("limit", 1, 200));
    CHECK_FALSE(query.finish());
  }
}

TEST_CASE("a single parameter given twice is refused") {
  QueryReader query("q=a&q=b");
  CHECK_FALSE(query.word("q"));
  CHECK_FALSE(query.finish());
}

TEST_CASE("what follows from a mistake is not told beside it") {
  QueryReader query("from=0001-01-01&q=a&q=b");
  if (!query.day("from")) query.complain("from", "say from which day");
  if (!query.word("q")) query.complain("q", "say what");
  query.complain("to", "say until which day");
  CHECK_FALSE(query.finish());
  REQUIRE(query.problems().size() == 3);
  CHECK(query.problems()[0].message == "`from` is a day from 1970 to 2199, such as 2026-12-21");
  CHECK(query.problems()[1].message == "`q` is given 2 times");
  CHECK(query.problems()[2].message == "say until which day");
}

TEST_CASE("bad encodings are refused and do not hide the rest") {
  for (const char* text : {"q=%", "q=%2", "q=%gg", "q=%00", "q=%ff", "%ff=1"}) {
    CAPTURE(text);
    QueryReader query(text);
    static_cast<void>(query.word("q"));
    CHECK_FALSE(query.finish());
  }
}

TEST_CASE("a flood of parameters is refused") {
  std::string text;
  for (int i = 0; i < 70; ++i) text += "state=new&";
  QueryReader query(text);
  CHECK(query.words("state").size() == 64);
  CHECK_FALSE(query.finish());
}

TEST_CASE("empty parts are nothing") {
  QueryReader query("&&a=1&");
  CHECK(query.word("a") == "1");
  CHECK(query.finish());
}

}  // namespace
}  // namespace tandem::http
