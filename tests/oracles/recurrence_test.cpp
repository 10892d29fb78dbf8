// Recurrence rules and calendars of libical's own tests. Debian's libical 3.0.16 gets 14 of these 60 rules wrong
// itself.
#include "calendar/recurrence.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "calendar/icalendar.h"
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

TEST_CASE("libical's calendars are read or refused, one by one") {
  const std::filesystem::path archive = std::string(kData) + "libical_ics.tar.xz";
  if (!std::filesystem::exists(archive)) {
    MESSAGE("skipped: there is no ../shared/data/rrule/libical_ics.tar.xz");
    return;
  }
  std::string made = (std::filesystem::temp_directory_path() / "tandem-ics-XXXXXX").string();
  REQUIRE(mkdtemp(made.data()) != nullptr);
  const std::filesystem::path folder(made);
  const int unpacked = std::system(fmt::format("tar xJf '{}' -C '{}'", archive.string(), made).c_str());
  REQUIRE(unpacked == 0);
  std::map<std::string, std::string> answers;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".ics") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto feed = read_icalendar(
        bytes, {.window = {start_of_year(1990), start_of_year(2030)}, .zone = *Zone::find("America/New_York")});
    answers[entry.path().filename().string()] =
        feed ? fmt::format("{} events, {} faults", feed->events.size(), feed->fault_count) : feed.error().message;
  }
  std::filesystem::remove_all(folder);
  CHECK(answers.size() == 33);
  // Made to crash libical: bytes that are no text, components that do not end, zones that are not closed.
  CHECK(answers["crash.ics"] == "line 2: is not UTF-8: byte 0xC9 at position 27");
  CHECK(answers["issue251.ics"].find("does not end") != std::string::npos);
  CHECK(answers["malloc.ics"] == "line 2: holds a NUL byte");
  CHECK(answers["zday.ics"] == "line 11: END:DAYLIGHT does not end VTIMEZONE, which begins on line 6");
  CHECK(answers["2.ics"] == "1 events, 0 faults");
  CHECK(answers["7.ics"] == "1 events, 0 faults");
  CHECK(answers["process-calendar.ics"] == "1 events, 2 faults");
}
