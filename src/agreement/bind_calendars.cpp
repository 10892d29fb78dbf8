#include <fmt/format.h>

#include "agreement/limits.h"
#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

constexpr auto kReadCalendars = read_one_or_more<read_ref<policy::CalendarIndex>, CalendarRef>;

void read_parts(Binder& binder, Fields& fields, std::string_view key, Field<std::vector<CalendarRef>>& into) {
  fields.optional(key, into, kReadCalendars);
  check_once(binder, key, into);
  if (into.good() && into.value.empty()) {
    binder.findings.add(diag::Kind::BadValue, into.at, fmt::format("`{}` names no calendar", key));
    into.presence = Presence::Wrong;
  }
}

// Whether the key gives a calendar hours of its own, or changes them.
bool is_own(std::string_view key) {
  constexpr std::array<std::string_view, 5> kOwn = {"holidays", "closed", "open", "breaks", "time_zone"};
  return WeekReader::is_day(key) || std::ranges::find(kOwn, key) != kOwn.end();
}

// A calendar has hours of its own or combines others: what both together would mean, no reader could tell.
void check_form(Binder& binder, const yaml::Map& map, const CalendarText& calendar) {
  if (!calendar.combines()) return;
  const auto entry_of = [&](auto wanted) { return std::ranges::find_if(map.entries, wanted, &yaml::Entry::key); };
  const auto combines = entry_of([](std::string_view key) { return key == "any_of" || key == "all_of"; });
  if (combines == map.entries.end()) return;  // misspelt, which has been reported
  if (!calendar.any_of.absent() && !calendar.all_of.absent()) {
    const auto second = std::find_if(std::next(combines), map.entries.end(), [](const yaml::Entry& entry) {
      return entry.key == "any_of" || entry.key == "all_of";
    });
    if (second != map.entries.end()) {
      binder.findings
          .add(diag::Kind::BadValue, second->key_range,
               fmt::format("`{}` combines others by `any_of` and by `all_of`", calendar.key.value))
          .note(combines->key_range, "the other is here")
          .suggest("make a calendar of one of the two, and combine that");
    }
  }
  const auto own = entry_of(is_own);
  if (own == map.entries.end()) return;
  binder.findings
      .add(diag::Kind::BadValue, own->key_range,
           fmt::format("`{}` combines other calendars, so it cannot have `{}`", calendar.key.value, own->key))
      .note(combines->key_range, "it combines them here")
      .suggest("leave it out, or write it in a calendar of its own and combine that");
}

// What it costs to work a calendar out.
struct Weight {
  std::size_t windows = 0;
  std::size_t dated = 0;
  std::size_t holiday_sets = 0;
  void add(const Weight& more) {
    constexpr std::size_t kEnough = 1'000'000'000;  // beyond every limit, so that sums never overflow
    windows = std::min(kEnough, windows + more.windows);
    dated = std::min(kEnough, dated + more.dated);
    holiday_sets = std::min(kEnough, holiday_sets + more.holiday_sets);
  }
};

// Dates without hours count like those with them: all are looked at for every day.
Weight own_weight(const CalendarText& calendar) {
  Weight weight;
  for (const auto& day : calendar.windows) weight.windows += day.size();
  for (const auto& closed : calendar.closed.value) weight.add({0, day_count(closed.value), 0});
  for (const auto* dated : {&calendar.open.value, &calendar.breaks.value}) {
    for (const DatedHours& hours : *dated) {
      const std::size_t windows = std::max<std::size_t>(1, hours.windows.size());
      weight.add({0, day_count(hours.days.value) * windows, 0});
    }
  }
  weight.holiday_sets = calendar.holidays.value.size();
  return weight;
}

}  // namespace

CalendarText bind_calendar(Binder& binder, const yaml::Entry& entry) {
  CalendarText calendar;
  calendar.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kCalendar, WeekReader::is_day);
  fields.place_at(entry.key_range);
  if (!fields.usable()) return calendar;
  fields.optional("time_zone", calendar.time_zone, read_time_zone);
  fields.optional("holidays", calendar.holidays, read_one_or_more<read_holiday_set, HolidaySetRef>);
  check_once(binder, "holidays", calendar.holidays);
  fields.optional("closed", calendar.closed, read_one_or_more<read_located_day_span, Located<DaySpan>>);
  fields.optional("open", calendar.open, read_dated_hours);
  fields.optional("breaks", calendar.breaks, read_dated_hours);
  read_parts(binder, fields, "any_of", calendar.any_of);
  read_parts(binder, fields, "all_of", calendar.all_of);
  read_parts(binder, fields, "without", calendar.without);
  WeekReader week(binder, calendar.windows);
  for (const yaml::Entry& item : entry.value.map()->entries) static_cast<void>(week.read(item));
  check_form(binder, *entry.value.map(), calendar);
  return calendar;
}

void check_calendar_limits(Binder& binder, const std::vector<CalendarText>& calendars, source::Range section) {
  std::vector<Weight> weights(calendars.size());
  Weight all;
  for (const std::size_t i : order_of(calendars).order) {
    weights[i] = own_weight(calendars[i]);
    for (const CalendarRef* part : parts_of(calendars[i])) {
      weights[i].add(weights[part->index.value]);
      weights[i].add({1, 0, 0});  // so that combining nothing has its price too
    }
    all.add(weights[i]);
  }
  const bool combined = std::ranges::any_of(calendars, [](const auto& each) { return !parts_of(each).empty(); });
  const auto hold = [&](std::size_t count, std::size_t limit, std::string_view what) {
    if (count <= limit) return;
    binder.findings.add(diag::Kind::TooLarge, section,
                        fmt::format("`calendars` has more than {} {}{}", limit, what,
                                    combined ? ", counting what combined calendars take from others" : ""));
  };
  hold(all.windows, kWindows, "opening hours a week");
  hold(all.dated, kDatedHours, "closed days and hours of certain dates");
  hold(all.holiday_sets, kKeptHolidaySets, "names under `holidays`");
}

}  // namespace tandem::agreement
