#include "cli/calendar_case.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

using namespace tandem;
using namespace tandem::cli;

namespace {

// A file with the calendar `C` of the given description and one case, whose line is answered.
std::string answered(std::string_view calendar, std::string_view asked) {
  const std::string text =
      fmt::format(R"({{"calendars":{{"C":{}}},"cases":[{{"id":"1","calendar":"C",{}}}]}})", calendar, asked);
  auto file = CaseFile::parse(text);
  REQUIRE_MESSAGE(file.has_value(), file.error());
  REQUIRE(file->size() == 1);
  const CaseFile::Outcome outcome = file->ask(0);
  CHECK(outcome.agrees == (outcome.line.find("\"agrees\":true") != std::string::npos));
  return outcome.line;
}

constexpr std::string_view kOffice = R"({"tz":"Europe/Berlin","weekly":{"mon":[["09:00","17:00"]]}})";

}  // namespace

TEST_CASE("a case is answered in the form of its expectation and compared by value") {
  CHECK(answered(kOffice, R"("op":"is_open","at_or_from":"2026-05-04T07:00:00Z","expected":true)") ==
        R"({"id":"1","actual":true,"agrees":true})");
  CHECK(answered(kOffice,
                 R"("op":"elapsed","at_or_from":"2026-05-04T07:00:00Z","to_or_seconds":"2026-05-04T07:00:07Z",
                    "expected":7.0)") == R"({"id":"1","actual":7,"agrees":true})");
  CHECK(answered(kOffice,
                 R"("op":"elapsed","at_or_from":"2026-05-04T07:00:00.25Z","to_or_seconds":"2026-05-04T07:00:00Z",
                    "expected":-0.25)") == R"({"id":"1","actual":-0.25,"agrees":true})");
  CHECK(answered(kOffice,
                 R"("op":"add","at_or_from":"2026-05-04T07:00:00Z","to_or_seconds":0.5,
                    "expected":"2026-05-04T09:00:00.5+02:00")") ==
        R"({"id":"1","actual":"2026-05-04T07:00:00.500Z","agrees":true})");
  CHECK(
      answered(kOffice, R"("op":"next_open","at_or_from":"2026-05-05T07:00:00Z","expected":"2026-05-11T09:00:00Z")") ==
      R"({"id":"1","actual":"2026-05-11T07:00:00Z","agrees":false})");
}

TEST_CASE("windows of a case file end on the next day when their end is not behind their beginning") {
  constexpr std::string_view kNights =
      R"({"tz":"UTC","weekly":{"mon":[["22:00:30","06:00"]],"wed":[["08:00","08:00"]]}})";
  const auto is_open = [&](std::string_view at) {
    return answered(kNights, fmt::format(R"("op":"is_open","at_or_from":"{}","expected":true)", at))
               .find("\"actual\":true") != std::string::npos;
  };
  CHECK_FALSE(is_open("2026-05-04T22:00:29Z"));
  CHECK(is_open("2026-05-04T22:00:30Z"));
  CHECK(is_open("2026-05-05T05:59:59Z"));
  CHECK_FALSE(is_open("2026-05-05T06:00:00Z"));
  CHECK(is_open("2026-05-07T07:59:59Z"));
  CHECK_FALSE(is_open("2026-05-07T08:00:00Z"));
}

TEST_CASE("a calendar that never opens has no answer, which null expects") {
  CHECK(answered(R"({"tz":"UTC","weekly":{}})",
                 R"("op":"next_open","at_or_from":"2026-05-04T07:00:00Z","expected":null)") ==
        R"({"id":"1","actual":null,"agrees":true})");
}

TEST_CASE("a case that cannot be asked says why and disagrees") {
  const std::string at = R"("at_or_from":"2026-05-04T07:00:00Z","expected":null)";
  const auto error = [](std::string_view calendar, const std::string& asked) {
    const json::Value line = *json::parse(answered(calendar, asked));
    CHECK(line.at("actual").is_null());
    CHECK_FALSE(line.at("agrees").as_bool());
    return std::string(line.at("error").as_string());
  };
  CHECK(error(kOffice, R"("op":"next_opne",)" + at) == "there is no question `next_opne`: did you mean `next_open`?");
  CHECK(error(kOffice, at) == "the case needs `op`");
  CHECK(error(kOffice, R"("op":"add","to_or_seconds":"x",)" + at) == "`to_or_seconds` is not a number");
  CHECK(error(kOffice, R"("op":"add","to_or_seconds":1e300,)" + at) == "`to_or_seconds` is too large");
  CHECK(error(kOffice, R"("op":"elapsed","to_or_seconds":7,)" + at) == "`to_or_seconds` is not a time");
  CHECK(error(kOffice, R"("op":"is_open","at_or_from":"yesterday","expected":true)") ==
        "`at_or_from` is not a time in RFC 3339");
  CHECK(error(kOffice, R"("op":"is_open","at_or_from":"2026-05-04T07:00:00Z")") == "the case needs `expected`");
  CHECK(error(R"({"weekly":{}})", R"("op":"is_open",)" + at) ==
        "calendar `C`: a calendar needs `tz`, the name of a zone");
  CHECK(error(R"({"tz":"Mars/Base","weekly":{}})", R"("op":"is_open",)" + at).starts_with("calendar `C`: "));
  CHECK(error(R"({"tz":"UTC","weekly":{"mo":[]}})", R"("op":"is_open",)" + at) ==
        "calendar `C`: `mo` is not a day: mon to sun");
  CHECK(error(R"({"tz":"UTC","weekly":{"mon":[["09:00","25:00"]]}})", R"("op":"is_open",)" + at) ==
        R"(calendar `C`: `mon`: ["09:00","25:00"] is not a window of times)");
  CHECK(error(R"({"tz":"UTC","holidays":["no-such-set"]})", R"("op":"is_open",)" + at) ==
        "calendar `C`: `no-such-set` is neither a date nor the name of a set of holidays");
}

TEST_CASE("what is no file of cases is refused as a whole") {
  const auto error = [](std::string_view text) { return CaseFile::parse(text).error(); };
  CHECK(error("{").starts_with("line 1, column 2: "));
  CHECK(error("[]") == "an object with `calendars` and `cases` is needed");
  CHECK(error(R"({"cases":[]})") == "`calendars` is not an object");
  CHECK(error(R"({"calendars":{},"cases":{}})") == "`cases` is not a list");
}

TEST_CASE("one bad case does not touch the others, and ids are kept as they are") {
  auto file = CaseFile::parse(R"({"calendars":{"C":{"tz":"UTC"}},"cases":[7,
    {"id":42,"calendar":"D","op":"is_open","at_or_from":"2026-05-04T07:00:00Z","expected":false},
    {"id":"ok","calendar":"C","op":"is_open","at_or_from":"2026-05-04T07:00:00Z","expected":false}]})");
  REQUIRE(file.has_value());
  CHECK(file->ask(0).line == R"({"id":null,"actual":null,"agrees":false,"error":"a case is an object"})");
  CHECK(file->ask(1).line == R"({"id":42,"actual":null,"agrees":false,"error":"there is no calendar `D`"})");
  CHECK(file->ask(2).line == R"({"id":"ok","actual":false,"agrees":true})");
}
