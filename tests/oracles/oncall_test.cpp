// On-call schedules of others: their published cases, told to our rotations. Where several people are on call at once,
// each of them is a rotation of its own that has the same higher layers and overrides.
#include <doctest/doctest.h>

#include <set>

#include "calendar/date_text.h"
#include "calendar/rotation_shifts.h"
#include "oracles/oncall_cases.h"

using namespace tandem;
using namespace tandem::calendar;
using namespace tandem::calendar::oncall;

namespace {

// The shift that holds the instant, with its edges, of turns that last three months at most.
Interval turn_at(const Rotation& rotation, Instant at) {
  const Duration far = base::hours(24 * 100);
  const std::vector<Shift> shifts = shifts_of(rotation, {at - far, at + far});
  const auto found = std::ranges::find_if(shifts, [&](const Shift& each) { return each.during.contains(at); });
  REQUIRE(found != shifts.end());
  return found->during;
}

}  // namespace

TEST_CASE("hand-overs are those of a published on-call service") {
  std::size_t asked = 0;
  for (const json::Value& each : cases("rotation_handoffs")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    const Zone zone = zone_of(one);
    const Rotation rotation = turns(one, text(one.at("start_local")));
    const Instant end = instant(zone, text(one.at("window_local").at(1)));
    // From the hand-over before the window to the one behind it.
    std::vector<Instant> found{turn_at(rotation, instant(zone, text(one.at("window_local").at(0)))).from};
    while (found.back() <= end) found.push_back(turn_at(rotation, found.back()).to);
    std::vector<Instant> expected;
    for (const json::Value& hand_over : one.at("handoffs").as_array()) expected.push_back(instant(text(hand_over)));
    // Some of their lists end with the last hand-over of the window.
    if (expected.size() + 1 == found.size() && expected.back() == end) found.pop_back();
    CHECK(found == expected);
    ++asked;
  }
  MESSAGE("asked " << asked << " cases");
}

TEST_CASE("the length of a turn is that of a published on-call service") {
  for (const json::Value& each : cases("rotation_shift_length")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    const Zone zone = zone_of(one);
    const Rotation rotation = turns(one, text(one.at("shift_start_local")));
    const Interval turn = turn_at(rotation, instant(zone, text(one.at("shift_start_local"))));
    CHECK(turn.from == instant(zone, text(one.at("shift_start_local"))));
    CHECK(turn.to == instant(zone, text(one.at("shift_end_local"))));
    CHECK(turn.to - turn.from == hours(one.at("real_hours")));
  }
}

TEST_CASE("a local time is its first occurrence, as a published on-call service has it") {
  for (const json::Value& each : cases("wall_clock_to_instant")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    const Date date = *parse_date(text(one.at("date")));
    CHECK(zone_of(one).to_instant(date, time_of_day(text(one.at("clock")))) == instant(text(one.at("first_instant"))));
  }
}

namespace {

struct LayeredShift {
  std::uint32_t person = 0;
  int priority = 0;
  Duration from{};
  Duration to{};
};

std::vector<LayeredShift> layered_shifts(const json::Array& listed, People& people) {
  std::vector<LayeredShift> out;
  for (const json::Value& shift : listed) {
    out.push_back({people.number(text(shift.at(0))), shift.at(1).to_number<int>(), hours(shift.at(2)),
                   hours(shift.at(2)) + hours(shift.at(3))});
  }
  return out;
}

DutyLayer once(const LayeredShift& shift) {
  return {.order = {shift.person}, .starts = moment(shift.from), .ends = moment(shift.to), .turn = {}};
}

// Shifts of one priority may overlap: each is a layer below all those of higher priority, in a rotation of its own.
std::vector<Rotation> layered(const std::vector<LayeredShift>& shifts, std::vector<LayeredShift> overrides) {
  std::vector<Rotation> out;
  std::ranges::stable_sort(overrides, {}, &LayeredShift::priority);
  for (const LayeredShift& shift : shifts) {
    RotationRule rule{.zone = *Zone::find("UTC"), .people = 100};
    std::vector<LayeredShift> higher;
    std::ranges::copy_if(shifts, std::back_inserter(higher),
                         [&](auto& each) { return each.priority > shift.priority; });
    std::ranges::stable_sort(higher, std::ranges::greater(), &LayeredShift::priority);
    for (const LayeredShift& each : higher) rule.layers.push_back(once(each));
    rule.layers.push_back(once(shift));
    for (const LayeredShift& each : overrides) {
      rule.overrides.push_back({each.person, {kMidnight + each.from, kMidnight + each.to}});
    }
    out.push_back(made(std::move(rule)));
  }
  return out;
}

}  // namespace

TEST_CASE("layers and overrides hide one another as in a published on-call service") {
  for (const json::Value& each : cases("layered_schedule")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    People people;
    const auto shifts = layered_shifts(one.at("shifts").as_array(), people);
    const auto overrides = layered_shifts(one.at("overrides").as_array(), people);
    using Row = std::tuple<Duration, Duration, std::string>;
    std::set<Row> expected;
    Duration first = base::hours(24);
    Duration last{};
    for (const json::Value& row : one.at("expected").as_array()) {
      const std::string who = row.at(2).is_null() ? "nobody" : std::string(text(row.at(2)));
      expected.emplace(hours(row.at(0)), hours(row.at(1)), who);
      first = std::min(first, hours(row.at(0)));
      last = std::max(last, hours(row.at(0)) + hours(row.at(1)));
    }
    if (const json::Value* window = one.if_contains("window_h")) {
      first = hours(window->at(0));
      last = hours(window->at(1));
    }
    const Interval between{kMidnight + first, kMidnight + last};
    std::set<Row> found;
    std::vector<Interval> taken;
    for (const Rotation& rotation : layered(shifts, overrides)) {
      for (const Shift& shift : shifts_of(rotation, between)) {
        const std::string who = people.name(shift.person) + (shift.origin == ShiftOrigin::Override ? "(override)" : "");
        found.emplace(shift.during.from - kMidnight, shift.during.to - shift.during.from, who);
        taken.push_back(shift.during);
      }
    }
    std::ranges::sort(taken);
    Instant covered = between.from;
    taken.push_back({between.to, between.to});
    for (const Interval& each_taken : taken) {
      if (each_taken.from > covered) found.emplace(covered - kMidnight, each_taken.from - covered, "nobody");
      covered = std::max(covered, each_taken.to);
    }
    CHECK(found == expected);
  }
}

TEST_CASE("the week in which clocks change is as long as in a published on-call service") {
  for (const json::Value& each : cases("dst_week")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    const std::string_view told = text(one.at("rotation"));
    const std::string_view starts = told.substr(told.find("starts ") + 7, 16);
    REQUIRE(told.starts_with("weekly, one user"));
    const Rotation rotation =
        made({.zone = zone_of(one),
              .people = 2,
              .layers = {{.order = {0, 1}, .starts = local(starts), .turn = {1, Turn::Unit::Week}}}});
    const Interval expected{instant(text(one.at("expected_shift_utc").at(0))),
                            instant(text(one.at("expected_shift_utc").at(1)))};
    const Instant from = instant(text(one.at("query_utc").at(0)));
    CHECK(turn_at(rotation, from) == expected);
    CHECK(turn_at(rotation, instant(text(one.at("query_utc").at(1)))) == expected);
  }
}

namespace {

WeekWindows weekdays(const json::Value& listed) {
  constexpr std::array<std::string_view, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  WeekWindows only;
  for (std::size_t day = 0; day < 7; ++day) {
    const bool on = listed.is_string() || std::ranges::any_of(listed.as_array(), [&](const json::Value& each) {
                      return text(each) == kDays[day];
                    });
    if (on) only[day] = {{Duration{}, base::hours(24)}};
  }
  return only;
}

// Their first turn begins with the first day that is worked; weeks turn on Mondays, months on the first.
LocalTime first_turn(Days start, const WeekWindows& only, Turn::Unit unit) {
  const auto weekday = [](Days day) { return std::chrono::weekday(day).iso_encoding() - 1; };
  while (only[weekday(start)].empty()) start += std::chrono::days(1);
  if (unit == Turn::Unit::Week) start -= std::chrono::days(weekday(start));
  const Date date(start);
  if (unit == Turn::Unit::Month) return {date.year() / date.month() / 1, {}};
  return {date, {}};
}

}  // namespace

TEST_CASE("turns roll by weekday as in a published on-call service") {
  for (const json::Value& each : cases("rolling_by_weekday")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    const WeekWindows only = weekdays(one.at("weekdays"));
    const Days start(*parse_date(text(one.at("start_date"))));
    const Turn turn = turn_of(text(one.at("frequency")), one.at("interval").to_number<std::uint32_t>());
    // A group of several people is as many rotations; who is missing from a smaller group is "nobody", person 99.
    std::vector<std::vector<std::uint32_t>> groups;
    std::uint32_t people = 0;
    std::size_t largest = 0;
    for (const json::Value& size : one.at("group_sizes").as_array()) {
      auto& group = groups.emplace_back();
      for (auto n = size.to_number<std::uint32_t>(); n > 0; --n) group.push_back(people++);
      largest = std::max(largest, group.size());
    }
    std::vector<Rotation> rotations;
    for (std::size_t i = 0; i < largest; ++i) {
      DutyLayer layer{.starts = first_turn(start, only, turn.unit), .turn = turn, .only = only};
      for (const auto& group : groups) layer.order.push_back(i < group.size() ? group[i] : 99);
      rotations.push_back(made({.zone = *Zone::find("UTC"), .people = 100, .layers = {std::move(layer)}}));
    }
    std::map<std::string, std::string> found;
    for (Days day = start; day < start + std::chrono::days(one.at("days").to_number<int>());
         day += std::chrono::days(1)) {
      std::string names;
      const Instant noon(day.time_since_epoch() + base::hours(12));
      for (const Rotation& rotation : rotations) {
        const auto person = rotation.on_duty(noon);
        if (person && *person != 99) names += static_cast<char>('A' + *person);
      }
      if (!names.empty()) found.emplace(iso_date(Date(day)), names);
    }
    std::map<std::string, std::string> expected;
    for (const auto& [date, names] : one.at("expected_by_date").as_object()) expected.emplace(date, text(names));
    CHECK(found == expected);
  }
}

namespace {

// A rotation for each person on call between the edges of `window`, and one for each who is added.
std::vector<RotationRule> people_on_call(const json::Object& one, Interval window, People& people) {
  std::vector<RotationRule> rules;
  const auto override_time = [&](const json::Object& given) {
    return given.contains("from") ? on_day(text(given.at("from")), text(given.at("to"))) : window;
  };
  for (const json::Value& name : one.at("on_call").as_array()) {
    RotationRule rule{.zone = *Zone::find("UTC"), .people = 100};
    rule.layers.push_back(once({people.number(text(name)), 0, window.from - kMidnight, window.to - kMidnight}));
    rules.push_back(std::move(rule));
  }
  const json::Value* overrides = one.if_contains("overrides");
  for (const json::Value& each : overrides != nullptr ? overrides->as_array() : json::Array{}) {
    const json::Object& given = each.as_object();
    const auto added = given.contains("add") ? std::optional(people.number(text(given.at("add")))) : std::nullopt;
    if (!given.contains("remove")) {
      rules.push_back({.zone = *Zone::find("UTC"), .people = 100, .overrides = {{added, override_time(given)}}});
      continue;
    }
    const std::uint32_t removed = people.number(text(given.at("remove")));
    for (RotationRule& rule : rules) {
      const bool own = !rule.layers.empty() && rule.layers[0].order[0] == removed;
      if (own) rule.overrides.push_back({added, override_time(given)});
    }
  }
  if (const json::Value* given = one.if_contains("temporary_schedule")) {
    TemporarySchedule schedule{.span = on_day(text(given->at("from")), text(given->at("to")))};
    for (const json::Value& shift : given->at("shifts").as_array()) {
      schedule.shifts.push_back({people.number(text(shift.at(2))), on_day(text(shift.at(0)), text(shift.at(1)))});
    }
    for (RotationRule& rule : rules) rule.temporary.push_back(schedule);
  }
  return rules;
}

}  // namespace

TEST_CASE("overrides add, replace and remove as in a published on-call service") {
  for (const json::Value& each : cases("override_map")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    People people;
    const json::Value* edges = one.if_contains("window");
    const Interval window =
        edges == nullptr ? on_day("08:00", "09:00") : on_day(text(edges->at(0)), text(edges->at(1)));
    std::set<std::string> names;
    std::set<std::pair<Interval, std::string>> segments;
    for (RotationRule& rule : people_on_call(one, window, people)) {
      const Rotation rotation = made(std::move(rule));
      for (const Shift& shift : shifts_of(rotation, window)) segments.emplace(shift.during, people.name(shift.person));
      if (const auto person = rotation.on_duty(window.from)) names.insert(people.name(*person));
    }
    if (const json::Value* result = one.if_contains("result")) {
      std::set<std::string> expected;
      for (const json::Value& name : result->as_array()) expected.emplace(text(name));
      CHECK(names == expected);
    }
    if (const json::Value* result = one.if_contains("result_segments")) {
      std::set<std::pair<Interval, std::string>> expected;
      for (const json::Value& part : result->as_array()) {
        expected.emplace(on_day(text(part.at(0)), text(part.at(1))), text(part.at(2)));
      }
      CHECK(segments == expected);
    }
  }
}

TEST_CASE("days and nights share the day as in a published on-call service") {
  for (const json::Value& each : cases("day_night_partition")) {
    const json::Object& one = each.as_object();
    CAPTURE(text(one.at("id")));
    People people;
    const json::Object& state = one.at("state").as_object();
    const LocalTime now = local(text(state.at("now")));
    RotationRule rule{.zone = zone_of(one), .people = 100};
    for (const json::Value& given : one.at("rules").as_array()) {
      const Duration from = time_of_day(text(given.at("window").at(0)));
      const Duration to = time_of_day(text(given.at("window").at(1)));
      const Duration hand_over = time_of_day(text(given.at("daily_handoff")));
      DutyLayer layer{.starts = {.date = now.date, .time_of_day = hand_over}, .turn = {1, Turn::Unit::Day}};
      // The turn under way began with the last hand-over before now.
      if (hand_over > now.time_of_day) layer.starts.date = Date(Days(now.date) - std::chrono::days(1));
      layer.only.fill({{from, to > from ? to : to + base::hours(24)}});
      for (const json::Value& name : given.at("rotation").as_array()) layer.order.push_back(people.number(text(name)));
      const auto index = state.at(from < to ? "day_index" : "night_index").to_number<std::size_t>();
      std::ranges::rotate(layer.order, layer.order.begin() + static_cast<std::ptrdiff_t>(index));
      rule.layers.push_back(std::move(layer));
    }
    const Rotation rotation = made(std::move(rule));
    const json::Array& future = one.at("expected_future").as_array();
    const Zone zone = zone_of(one);
    const Interval between{instant(zone, text(future.front().at(1))), instant(zone, text(future.back().at(2)))};
    std::vector<std::pair<std::string, Interval>> expected;
    for (const json::Value& shift : future) {
      expected.emplace_back(text(shift.at(0)),
                            Interval{instant(zone, text(shift.at(1))), instant(zone, text(shift.at(2)))});
    }
    std::vector<std::pair<std::string, Interval>> found;
    for (const Shift& shift : shifts_of(rotation, between)) found.emplace_back(people.name(shift.person), shift.during);
    CHECK(found == expected);
    CHECK(gaps_of(rotation, between).empty());
  }
}
