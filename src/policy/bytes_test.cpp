#include "policy/bytes.h"

#include <doctest/doctest.h>

#include "calendar/holidays.h"
#include "policy/example_spec.h"
#include "policy/random_spec.h"

using namespace tandem;
using namespace tandem::policy;

namespace {

Spec round_trip(const Spec& spec) {
  const std::string bytes = to_bytes(spec);
  auto read = from_bytes(bytes);
  REQUIRE_MESSAGE(read.has_value(), read.error().message);
  REQUIRE(to_bytes(*read) == bytes);
  return *std::move(read);
}

std::vector<Reason> reasons_of(const Policy& policy, const Facts& facts, base::Instant at) {
  Trace trace;
  (void)policy.evaluate(facts, at, &trace);
  return {trace.reasons().begin(), trace.reasons().end()};
}

// Calendars of every kind: combined, with holidays of the language and of one's own, with dated hours.
Spec with_rich_calendars() {
  Spec spec = example_spec();
  const auto zone = *calendar::Zone::find("Europe/Berlin");
  calendar::HolidaySetText own{.name = "own", .based_on = {calendar::find_holiday_set("us-federal")}};
  own.days.push_back({"Founders' Day", "2nd fri may"});
  own.without.push_back("Columbus Day");
  own.observed = "nearest weekday";
  const auto set = *calendar::HolidaySet::make(own);
  calendar::BusinessHours hours{.zone = zone};
  hours.windows[0] = {{base::hours(8), base::hours(12)}, {base::hours(13), base::hours(17)}};
  hours.windows[4] = {{base::hours(22), base::hours(30)}};
  hours.closed = {std::chrono::year(2026) / 12 / 24};
  hours.holidays = {set, calendar::find_holiday_set("us-federal"), set};
  hours.special = {{std::chrono::year(2026) / 12 / 26, {{base::hours(9), base::hours(10)}}}};
  hours.breaks = {{std::chrono::year(2026) / 12 / 28, {{base::hours(9), base::hours(10)}}}};
  const auto plain = *calendar::BusinessCalendar::make(hours);
  const calendar::BusinessCalendar office = spec.calendars.front().open;
  const auto either = calendar::BusinessCalendar::any_of({plain, office});
  spec.calendars.push_back({"plain", plain, {"calendars.yaml", 3}});
  spec.calendars.push_back({"either", either, {}});
  spec.calendars.push_back({"both", calendar::BusinessCalendar::all_of({either, plain, office}), {}});
  spec.calendars.push_back({"rest", calendar::BusinessCalendar::without(either, plain), {}});
  spec.calendars.push_back({"never", calendar::BusinessCalendar::any_of({}), {}});
  return spec;
}

}  // namespace

TEST_CASE("the same agreement gives the same bytes, and they are read back as the same agreement") {
  CHECK(to_bytes(example_spec()) == to_bytes(example_spec()));
  CHECK(to_bytes(with_rich_calendars()) == to_bytes(with_rich_calendars()));
  CHECK(to_bytes(example_spec()) != to_bytes(with_rich_calendars()));
  (void)round_trip(example_spec());
  const Spec rich = with_rich_calendars();
  const Spec read = round_trip(rich);
  for (std::size_t i = 0; i < rich.calendars.size(); ++i) {
    CAPTURE(rich.calendars[i].name);
    const auto day = base::hours(24);
    const base::Interval year{base::Instant::from_unix_s(1'780'000'000), base::Instant::from_unix_s(1'820'000'000)};
    CHECK(rich.calendars[i].open.open_within(year) == read.calendars[i].open.open_within(year));
    CHECK(rich.calendars[i].open.elapsed(year.from - 40'000 * day, year.to + 40'000 * day) ==
          read.calendars[i].open.elapsed(year.from - 40'000 * day, year.to + 40'000 * day));
  }
}

TEST_CASE("every set of holidays of the language is read back with the same holidays") {
  for (const std::string_view name : calendar::holiday_set_names()) {
    CAPTURE(name);
    Spec spec = example_spec();
    calendar::BusinessHours hours{.zone = *calendar::Zone::find("UTC"), .holidays = {calendar::find_holiday_set(name)}};
    hours.windows.fill({{base::hours(0), base::hours(24)}});
    spec.calendars.push_back({"with holidays", *calendar::BusinessCalendar::make(std::move(hours)), {}});
    const Spec read = round_trip(spec);
    const auto& before = *spec.calendars.back().open.hours()->holidays.front();
    const auto& after = *read.calendars.back().open.hours()->holidays.front();
    for (int year = 1950; year < 2100; year += 7)
      CHECK(before.in_year(std::chrono::year(year)) == after.in_year(std::chrono::year(year)));
  }
}

TEST_CASE("a policy of what was read back answers every question with the same reasons") {
  for (std::uint32_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    RandomSpec random(seed);
    const auto policy = Policy::make(random.spec(seed % 20));
    const auto read = Policy::make(round_trip(policy->spec()));
    for (int i = 0; i < 30; ++i) {
      const Facts facts = random.facts(policy->spec());
      const base::Instant at = random.instant();
      REQUIRE(policy->evaluate(facts, at) == read->evaluate(facts, at));
      const auto before = reasons_of(*policy, facts, at);
      const auto after = reasons_of(*read, facts, at);
      REQUIRE(before.size() == after.size());
      for (std::size_t r = 0; r < before.size(); ++r) {
        CHECK(explain(*policy, before[r]) == explain(*read, after[r]));
        CHECK(before[r].at == after[r].at);
      }
    }
  }
}

TEST_CASE("bytes that are cut short are refused, wherever they end") {
  const std::string bytes = to_bytes(with_rich_calendars());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto read = from_bytes(std::string_view(bytes).substr(0, length));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == base::ErrorCode::BadInput);
  }
  const auto longer = from_bytes(bytes + '\0');
  REQUIRE_FALSE(longer.has_value());
  CHECK(longer.error().message.ends_with("something follows behind its end"));
}

TEST_CASE("changed bytes are refused, or are another agreement in its one form") {
  const std::string bytes = to_bytes(with_rich_calendars());
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string changed = bytes;
    for (std::size_t n = 1 + random() % 3; n > 0; --n)
      changed[random() % changed.size()] = static_cast<char>(random() % 3 == 0 ? 0xff : random() % 256);
    const auto read = from_bytes(changed);
    if (read) {
      CHECK(to_bytes(*read) == changed);
      CHECK(Policy::make(*read) != nullptr);
    } else {
      CHECK(read.error().message.starts_with("reading a compiled agreement: "));
      ++refused;
    }
  }
  CHECK(refused > 500);
}

TEST_CASE("a format of another program is not taken for damage") {
  std::string bytes = to_bytes(example_spec());
  bytes[8] = kBytesFormat + 1;
  const auto read = from_bytes(bytes);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == base::ErrorCode::Unsupported);
  CHECK(read.error().message ==
        "reading a compiled agreement: at byte 12: it is of format 4, and this program reads format 3");
  CHECK(from_bytes("tandem: 1\n").error().code == base::ErrorCode::BadInput);
}

TEST_CASE("an agreement that no policy could be made of is refused by what is wrong with it") {
  Spec spec = example_spec();
  spec.teams.front().members.push_back({99});
  const auto read = from_bytes(to_bytes(spec));
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().message.ends_with("a team's member is not there"));
}
