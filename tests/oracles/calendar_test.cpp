// Answers of others: business hours of published libraries.
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "calendar/business_calendar.h"
#include "json/json.h"
#include "oracles/oracle_file.h"

using namespace tandem;
using namespace tandem::calendar;
using base::Instant;
using oracles::oracle;

namespace {

Instant instant(const json::Value& text) {
  return *base::parse_rfc3339(std::string_view(text.as_string()));
}

base::Duration time_of_day(const json::Value& text) {
  const std::string_view digits = text.as_string();
  const auto two = [&](std::size_t i) { return (digits[i] - '0') * 10 + (digits[i + 1] - '0'); };
  return base::hours(two(0)) + base::minutes(two(3));
}

// "20:00" to "08:00" ends on the following day.
DayWindow window(const json::Array& edges) {
  const base::Duration from = time_of_day(edges.at(0));
  const base::Duration to = time_of_day(edges.at(1));
  return {from, to > from ? to : to + base::hours(24)};
}

std::vector<DayWindow> windows(const json::Value& listed) {
  std::vector<DayWindow> found;
  for (const json::Value& edges : listed.as_array()) found.push_back(window(edges.as_array()));
  return found;
}

// Hours of single dates: {"2006-01-02": [["10:00", "11:30"]]}.
std::vector<DayHours> days(const json::Object& described, std::string_view key) {
  std::vector<DayHours> found;
  if (const json::Value* listed = described.if_contains(key)) {
    for (const auto& [date, hours] : listed->as_object()) {
      found.push_back({*parse_date(std::string_view(date)), windows(hours)});
    }
  }
  return found;
}

BusinessCalendar calendar_of(const json::Object& described) {
  BusinessHours hours{.zone = *Zone::find(std::string_view(described.at("tz").as_string()))};
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (const auto& [day, listed] : described.at("weekly").as_object()) {
    const auto number = std::ranges::find(kDays, std::string_view(day)) - kDays.begin();
    hours.windows[static_cast<std::size_t>(number)] = windows(listed);
  }
  if (const json::Value* holidays = described.if_contains("holidays")) {
    for (const json::Value& day : holidays->as_array()) {
      hours.closed.push_back(*parse_date(std::string_view(day.as_string())));
    }
  }
  hours.special = days(described, "special");
  hours.breaks = days(described, "breaks");
  return *BusinessCalendar::make(std::move(hours));
}

void ask(const BusinessCalendar& calendar, const json::Object& asked) {
  const std::string_view question = asked.at("op").as_string();
  const Instant at = instant(asked.at("at_or_from"));
  const json::Value& second = asked.at("to_or_seconds");
  const json::Value& expected = asked.at("expected");
  if (question == "is_open") {
    CHECK(calendar.is_open(at) == expected.as_bool());
  } else if (question == "next_open") {
    CHECK(calendar.next_open(at) == instant(expected));
  } else if (question == "prev_close") {
    CHECK(calendar.previous_close(at) == instant(expected));
  } else if (question == "elapsed") {
    CHECK(calendar.elapsed(at, instant(second)).open == base::seconds(expected.to_number<std::int64_t>()));
  } else if (question == "add") {
    CHECK(calendar.after(at, {base::seconds(second.to_number<std::int64_t>())}) == instant(expected));
  } else if (question == "sub") {
    CHECK(calendar.before(at, {base::seconds(second.to_number<std::int64_t>())}) == instant(expected));
  } else {
    FAIL("a question that nobody has asked before: " << question);
  }
}

}  // namespace

TEST_CASE("business hours are those of published libraries") {
  const auto data = oracle("time/business_hours_cases.json");
  if (!data) return;
  const json::Object& calendars = data->at("calendars").as_object();
  for (const json::Value& each : data->at("cases").as_array()) {
    const json::Object& one = each.as_object();
    const std::string_view id = one.at("id").as_string();
    CAPTURE(id);
    ask(calendar_of(calendars.at(std::string_view(one.at("calendar").as_string())).as_object()), one);
  }
  CHECK(data->at("cases").as_array().size() >= 40);
}
