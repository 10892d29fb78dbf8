// The service report over the API: what the document promises, the line that a drill-down names, and the spreadsheet.
#include <doctest/doctest.h>

#include "world.h"

namespace tandem::contract {
namespace {

constexpr const char* kReport = "/api/v1/engagements/{engagement}/reports/service";
constexpr const char* kCsv = "/api/v1/engagements/{engagement}/reports/service.csv";
constexpr const char* kBehind = "/api/v1/engagements/{engagement}/reports/service/tickets";

// The day in New York on which the world stands.
std::string days_from_today(World& world, int days) {
  const auto day = std::chrono::floor<std::chrono::days>((world.clock.now() - base::hours(4)).sys());
  const std::chrono::year_month_day from(day);
  const std::chrono::year_month_day to(day + std::chrono::days(days));
  const auto text = [](std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
  };
  return fmt::format("?from={}&to={}", text(from), text(to));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    lines.push_back(text.substr(from, end - from));
    from = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("a report says who held what, and each of its numbers which tickets") {
  World world;
  const std::string query = days_from_today(world, 2);
  const std::string ticket = world.open_ticket("Cannot sign in");
  world.act(Who::Sam, ticket, "/take");
  world.clock.advance(base::minutes(30));
  world.act(Who::Sam, ticket, "/wait", R"({"on": "vendor"})");
  world.clock.advance(base::minutes(90));
  const auto report = world.ask(Who::Dana, "GET", kReport, {.query = query}).json();
  CHECK(report.at("group").as_string() == "team");
  CHECK(report.at("time_zone").as_string() == "America/New_York");
  CHECK_FALSE(report.at("leaves_out_confidential").as_bool());
  REQUIRE(report.at("lines").as_array().size() == 1);
  const auto& line = report.at("lines").at(0);
  CHECK(line.at("party").as_string() == "northbeam");
  CHECK(line.at("team").as_string() == "desk");
  CHECK(line.at("person").is_null());
  CHECK(line.at("figures").at("opened").as_int64() == 1);
  CHECK(line.at("figures").at("held_seconds").as_int64() == 120 * 60);
  CHECK(line.at("figures").at("working_seconds").as_int64() == 30 * 60);
  CHECK(line.at("figures").at("on_vendor_seconds").as_int64() == 90 * 60);
  CHECK(line.at("satisfied_percent").is_null());
  CHECK(report.at("total").at("figures") == line.at("figures"));
  const auto behind =
      world.ask(Who::Dana, "GET", kBehind, {.query = query + "&figure=on_vendor_seconds&party=northbeam&team=desk"})
          .json();
  CHECK(behind.at("count").as_int64() == 1);
  CHECK(behind.at("amount").as_int64() == 90 * 60);
  CHECK(behind.at("tickets").at(0).at("id").as_string() == ticket.c_str());
  CHECK(behind.at("tickets").at(0).at("subject").as_string() == "Cannot sign in");
  // Of another line there are none, and without a line it is the total's.
  const std::string of_harbor = "&figure=opened&party=harbor&team=harbor-it";
  CHECK(world.ask(Who::Dana, "GET", kBehind, {.query = query + of_harbor}).json().at("count").as_int64() == 0);
  CHECK(world.ask(Who::Dana, "GET", kBehind, {.query = query + "&figure=opened"}).json().at("count").as_int64() == 1);
}

TEST_CASE("the spreadsheet has the report's columns and lines") {
  World world;
  const std::string query = days_from_today(world, 2) + "&group=person";
  const std::string ticket = world.open_ticket();
  world.act(Who::Sam, ticket, "/take");
  world.clock.advance(base::minutes(10));
  const Answer answer = world.ask(Who::Ada, "GET", kCsv, {.query = query});
  REQUIRE(answer.status == 200);
  const auto lines = lines_of(answer.body);
  REQUIRE(lines.size() >= 2);
  CHECK(lines[0].starts_with("party,person,open_at_start,opened,reopened,resolved,open_at_end,held_seconds,"));
  CHECK(lines[0].ends_with(",rated_good,rated_bad,median_seconds_to_accept,satisfied_percent"));
  const auto sams = std::ranges::find_if(lines, [](const auto& line) { return line.starts_with("northbeam,sam,"); });
  REQUIRE(sams != lines.end());
  CHECK(std::ranges::count(*sams, ',') == std::ranges::count(lines[0], ','));
  CHECK(sams->ends_with(",,"));  // nobody accepted or said anything
  CHECK(answer.raw.header("content-disposition").starts_with("attachment; filename=\"service-harbor-cu-"));
}

TEST_CASE("the tickets behind a number are asked for by a line that there can be") {
  World world;
  const std::string days = days_from_today(world, 2);
  world.open_ticket();
  world.clock.advance(base::minutes(10));
  struct Mistake {
    const char* query;
    const char* parameter;
    const char* message;
  };
  const std::vector<Mistake> mistakes{
      {"&figure=opened&team=desk", "party", "say which `party`: a line by `team` is named by `party` and `team`"},
      {"&figure=opened&party=northbeam", "team", "say which `team`: a line by `team` is named by `party` and `team`"},
      {"&figure=opened&party=northbeam&team=desk&priority=high", "priority",
       "`priority` is no part of it: a line by `team` is named by `party` and `team`"},
      {"&figure=opened&group=category&person=sam&category=other", "person",
       "`person` is no part of it: a line by `category` is named by `category`"},
      {"&figure=opened&group=party&party=moon", "party", "there is no party `moon`: there are `harbor`, `northbeam`"},
      {"&figure=opened&party=harbor&team=desk", "team", "there is no team `desk` of `harbor`: there are `harbor-it`"},
      {"&figure=opened&group=person&party=northbeam&person=dana", "person",
       "there is no person `dana` of `northbeam`: there are "},
      {"&figure=opened&group=priority&priority=urgent", "priority", "there is no priority `urgent`: there are "},
      {"&figure=held", "figure", "say which number: `figure` is one of `open_at_start`, `opened`, "},
      {"&figure=median_seconds_to_accept", "figure",
       "`median_seconds_to_accept` is worked out and has no tickets of its own: ask for `handoffs_accepted`"},
      {"&figure=satisfied_percent", "figure", "`satisfied_percent` is worked out and has no tickets of its own"}};
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.query);
    const Answer answer = world.ask(Who::Dana, "GET", kBehind, {.query = days + mistake.query});
    CHECK(answer.status == 400);
    const auto errors = answer.json().at("errors");
    REQUIRE(errors.as_array().size() == 1);
    CHECK(errors.at(0).at("pointer").as_string() == mistake.parameter);
    const std::string said(errors.at(0).at("message").as_string());
    CAPTURE(said);
    CHECK(said.starts_with(mistake.message));
  }
  // What nobody in particular has is the line of a party without a person.
  const std::string nobody = days + "&group=person&figure=opened&party=northbeam";
  CHECK(world.ask(Who::Dana, "GET", kBehind, {.query = nobody}).status == 200);
}

TEST_CASE("a report about no days, or about a number that there is not, says what is wrong") {
  World world;
  const auto refused = [&](const char* path, const std::string& query, const char* parameter) {
    const Answer answer = world.ask(Who::Sam, "GET", path, {.query = query});
    CAPTURE(query);
    CHECK(answer.status == 400);
    CHECK(answer.json().at("errors").as_array().size() == 1);  // each mistake is told once
    CHECK(answer.json().at("errors").at(0).at("pointer").as_string() == parameter);
  };
  refused(kReport, "?to=2026-10-06", "from");
  refused(kReport, "?from=2026-10-06", "to");
  refused(kReport, "?from=2026-10-06&to=2026-10-06", "to");
  refused(kReport, "?from=2026-10-06&to=2028-10-06", "to");
  refused(kReport, "?from=2026-10-06&to=tomorrow", "to");
  refused(kReport, "?from=0001-01-01&to=2026-10-06", "from");
  refused(kReport, "?from=2026-10-06&to=2026-10-07&group=site", "group");
  refused(kReport, "?from=2026-10-06&to=2026-10-07&figure=opened", "figure");
  refused(kCsv, "?from=2026-10-06", "to");
  refused(kBehind, "?from=2026-10-06&to=2026-10-07", "figure");
  refused(kBehind, "?from=2026-10-06&to=2026-10-07&figure=held", "figure");
}

}  // namespace tandem::contract
