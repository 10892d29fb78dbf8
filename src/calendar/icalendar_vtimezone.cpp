#include "calendar/icalendar_vtimezone.h"

namespace tandem::calendar {
namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> kWeekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr int kLast = -1;
constexpr base::Duration kLongestDaylight = base::hours(24 * 366);

struct Change {
  base::Instant at;
  base::Duration before;
  base::Duration after;
  std::string name;
  bool daylight = false;

  [[nodiscard]] LocalTime local() const {  // on the clock as it was before
    return local_time(at.sys().time_since_epoch() + before);
  }
  [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday(sys_days(local().date)); }
};

std::vector<Change> changes_of(const Zone& zone, base::Interval range) {
  std::vector<Change> changes;
  for (const Transition& each : zone.transitions(range)) {
    if (each.before != each.after) changes.push_back({each.at, each.before, each.after, each.abbreviation});
  }
  return changes;
}

// Daylight saving is what moves clocks ahead and is taken back within a year. Ireland and Morocco have it the other way
// round in law; programs that know only summer and winter understand this one.
void mark_daylight(std::vector<Change>& changes) {
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    const Change& next = changes[i + 1];
    const bool taken_back = next.after < next.before && next.at - changes[i].at < kLongestDaylight;
    changes[i].daylight = changes[i].after > changes[i].before && taken_back;
  }
}

// Which weekday of its month a change is: the nth, and perhaps the last.
bool is_nth(const Change& change, int nth) {
  const Date date = change.local().date;
  const auto day = static_cast<int>(static_cast<unsigned>(date.day()));
  const auto last = static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
  return nth == kLast ? day + 7 > static_cast<int>(last) : (day - 1) / 7 + 1 == nth;
}

bool same_kind(const Change& a, const Change& b) {
  return a.daylight == b.daylight && a.before == b.before && a.after == b.after && a.name == b.name;
}

bool follows_yearly(const Change& a, const Change& b, int nth) {
  const LocalTime one = a.local();
  const LocalTime other = b.local();
  return same_kind(a, b) && one.date.year() + std::chrono::years(1) == other.date.year() &&
         one.date.month() == other.date.month() && one.time_of_day == other.time_of_day && a.weekday() == b.weekday() &&
         is_nth(b, nth);
}

// One STANDARD or DAYLIGHT.
struct Part {
  std::vector<Change> onsets;
  int nth = 0;  // of the weekday in its month, every year; 0 for a list of dates
};

// The longest run of yearly changes that begins with the first of `changes`.
Part longest_run(const std::vector<Change>& changes) {
  Part best;
  for (const int nth : {kLast, 1, 2, 3, 4}) {
    Part run{{changes.front()}, nth};
    if (!is_nth(changes.front(), nth)) continue;
    for (const Change& each : changes) {
      if (follows_yearly(run.onsets.back(), each, nth)) run.onsets.push_back(each);
    }
    if (run.onsets.size() > best.onsets.size()) best = std::move(run);
  }
  return best;
}

std::vector<Part> parts_of(std::vector<Change> changes) {
  std::vector<Part> parts;
  while (!changes.empty()) {
    Part part = longest_run(changes);
    if (part.onsets.size() == 1) {
      const Change only = changes.front();
      const auto listed = std::ranges::find_if(
          parts, [&](const Part& one) { return one.nth == 0 && same_kind(one.onsets.front(), only); });
      part.nth = 0;
      if (listed != parts.end()) {
        listed->onsets.push_back(only);
      } else {
        parts.push_back(part);
      }
    } else {
      parts.push_back(part);
    }
    std::erase_if(changes, [&](const Change& each) {
      return std::ranges::find(part.onsets, each.at, &Change::at) != part.onsets.end();
    });
  }
  return parts;
}

void append_part(const Part& part, bool daylight, std::chrono::year last_year, LineWriter& out) {
  const Change& first = part.onsets.front();
  const Change& last = part.onsets.back();
  const std::string_view kind = daylight ? "DAYLIGHT" : "STANDARD";
  out.line(fmt::format("BEGIN:{}", kind));
  out.line("DTSTART:" + written_local(first.local()));
  out.line("TZOFFSETFROM:" + written_offset(first.before));
  out.line("TZOFFSETTO:" + written_offset(first.after));
  out.line("TZNAME:" + first.name);
  if (part.nth != 0) {
    std::string rule =
        fmt::format("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}{}", static_cast<unsigned>(first.local().date.month()),
                    part.nth, kWeekdays[first.weekday().c_encoding()]);
    if (last.local().date.year() < last_year) rule += ";UNTIL=" + written_utc(last.at);
    out.line(rule);
  } else if (part.onsets.size() > 1) {
    // The first again, because some readers (ical.js) take DTSTART for no onset where there is an RDATE.
    for (const Change& onset : part.onsets) out.line("RDATE:" + written_local(onset.local()));
  }
  out.line(fmt::format("END:{}", kind));
}

}  // namespace

void append_vtimezone(const Zone& zone, base::Interval range, LineWriter& out) {
  // Whole years, and one more on each side, so that rules show and the range begins after a change.
  const std::chrono::year first_year = zone.to_local(range.from).date.year() - std::chrono::years(1);
  const std::chrono::year last_year = zone.to_local(range.to).date.year() + std::chrono::years(1);
  const base::Instant from = zone.to_instant(first_year / 1 / 1, {});
  const base::Instant to = zone.to_instant(last_year / 12 / 31, base::hours(24));
  // The change that takes back the last one lies behind it.
  std::vector<Change> changes = changes_of(zone, {from, to + kLongestDaylight});
  mark_daylight(changes);
  std::erase_if(changes, [&](const Change& each) { return each.at >= to; });

  out.line("BEGIN:VTIMEZONE");
  out.line(fmt::format("TZID:{}", zone.name()));
  out.line(fmt::format("X-LIC-LOCATION:{}", zone.name()));
  if (changes.empty() || changes.front().at > range.from) {
    const base::Duration offset = zone.offset_at(from);
    append_part({{{from, offset, offset, std::string(zone.abbreviation_at(from))}}, 0}, /*daylight=*/false, last_year,
                out);
  }
  const bool has_standard = std::ranges::any_of(changes, [](const Change& each) { return !each.daylight; });
  for (const Part& part : parts_of(changes)) {
    append_part(part, part.onsets.front().daylight && has_standard, last_year, out);
  }
  out.line("END:VTIMEZONE");
}

}  // namespace tandem::calendar
