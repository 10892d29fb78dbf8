// Recurrence rules and calendars of libical's own tests. Debian's libical 3.0.16 gets 14 of these 60 rules wrong
// itself.
#include "calendar/recurrence.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>

#include "json/json.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

constexpr const char* kData = TANDEM_ROOT "/../shared/data/rrule/";

std::string written(const LocalTime& at, CivilTime::Kind kind) {
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at.time_of_day));
  std::string out = fmt::format("{:04}{:02}{:02}", static_cast<int>(at.date.year()),
                                static_cast<unsigned>(at.date.month()), static_cast<unsigned>(at.date.day()));
  if (kind == CivilTime::Kind::WholeDay) return out;
  out += fmt::format("T{:02}{:02}{:02}", time.hours().count(), time.minutes().count(), time.seconds().count());
  return kind == CivilTime::Kind::Utc ? out + "Z" : out;
}

base::Instant start_of_year(int year) {
  return base::Instant(std::chrono::sys_days(std::chrono::year(year) / 1 / 1).time_since_epoch());
}

// The first starts of a rule, as iCalendar writes them.
std::vector<std::string> expand(std::string_view rule, std::string_view start, std::size_t most) {
  const auto from = parse_civil_time(start);
  REQUIRE(from.has_value());
  auto parsed = parse_recurrence_rule(rule);
  REQUIRE_MESSAGE(parsed.has_value(), parsed.error().message);
  Series series{.clock = WallClock::utc(), .start = from->at};
  series.whole_day = from->kind == CivilTime::Kind::WholeDay;
  series.length.days = series.whole_day ? 1 : 0;
  series.rules.push_back(*std::move(parsed));
  const auto found = occurrences(series, {start_of_year(1900), start_of_year(2100)});
  REQUIRE_MESSAGE(found.has_value(), found.error().message);
  std::vector<std::string> out;
  for (const Occurrence& one : *found) {
    if (out.size() < most) out.push_back(written(one.start, from->kind));
  }
  return out;
}

}  // namespace

TEST_CASE("recurrence rules give the published starts") {
  std::ifstream file(std::string(kData) + "libical_vectors.json");
  if (!file) {
    MESSAGE("skipped: there is no ../shared/data/rrule/libical_vectors.json");
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto data = json::parse(text, {.bytes = std::size_t{64} << 20});
  REQUIRE(data.has_value());
  const json::Array& cases = data->at("cases").as_array();
  CHECK(cases.size() == 60);
  for (const json::Value& each : cases) {
    const json::Object& one = each.as_object();
    const std::string_view rule = one.at("rrule").as_string();
    const std::string_view start = one.at("dtstart").as_string();
    CAPTURE(rule);
    CAPTURE(start);
    std::vector<std::string> expected;
    for (const json::Value& at : one.at("expected").as_array()) expected.emplace_back(at.as_string());
    // All of these rules end, so one more than is expected would be too many.
    CHECK(expand(rule, start, expected.size() + 1) == expected);
  }
}
