#include "cli/calendar_month_json.h"

#include <boost/json.hpp>

#include "cli/calendar_open_days.h"
#include "cli/calendar_subject.h"
#include "cli/calendar_team.h"
#include "cli/local_text.h"

namespace tandem::cli {
namespace {

json::Object head_of(const MonthFrame& frame) {
  return {{"month", fmt::format("{:04}-{:02}", static_cast<int>(frame.month().year()),
                                static_cast<unsigned>(frame.month().month()))},
          {"zone", frame.zone().name()}};
}

// The parts of `all` that lie in the day, cut at its edges, as `made` makes them of the entry and the part.
template <class Entry, class Make>
json::Array within(const std::vector<Entry>& all, base::Interval day, Make make) {
  json::Array parts;
  for (const Entry& entry : all) {
    const base::Interval part{std::max(entry.during.from, day.from), std::min(entry.during.to, day.to)};
    if (part.from < part.to) parts.push_back(make(entry, part));
  }
  return parts;
}

json::Object span_json(base::Interval part) {
  return {{"from", base::to_rfc3339(part.from)}, {"to", base::to_rfc3339(part.to)}};
}

json::Object team_json(const policy::Policy& policy, policy::TeamIndex team, const MonthFrame& frame) {
  const auto shifts = shifts_of(policy, team, frame.whole());
  const auto presence = presence_of(policy, team, frame.whole());
  const auto gaps = gaps_of(policy, team, frame.whole());
  json::Array days;
  for (const calendar::Date date : frame.days()) {
    const base::Interval day = frame.day(date);
    json::Object one{{"date", iso_text(date)}, {"weekday", weekday_text(date)}};
    one["on_duty"] = within(shifts, day, [&](const TeamShift& shift, base::Interval part) {
      json::Object out = span_json(part);
      out["person"] = policy.person(shift.person).name;
      return out;
    });
    one["present"] = within(presence, day, [&](const Presence& present, base::Interval part) {
      json::Object out = span_json(part);
      json::Array people;
      for (const policy::PersonIndex person : present.people) people.emplace_back(policy.person(person).name);
      out["people"] = std::move(people);
      return out;
    });
    one["gaps"] = within(gaps, day, [](const TeamGap& gap, base::Interval part) {
      json::Object out = span_json(part);
      out["reason"] = gap.reason;
      return out;
    });
    days.push_back(std::move(one));
  }
  return {{"team", policy.team(team).name}, {"days", std::move(days)}};
}

}  // namespace

json::Object month_json(const policy::NamedCalendar& calendar, const MonthFrame& frame) {
  json::Array days;
  base::Duration sum{};
  for (const OpenDay& day : open_days(calendar.open, frame.zone(), frame.whole())) {
    days.push_back(to_json(day, frame.zone()));
    sum += day.total;
  }
  json::Object out = head_of(frame);
  out["calendar"] = calendar.name;
  out["days"] = std::move(days);
  out["seconds"] = seconds_json(sum);
  return out;
}

json::Object month_json(const policy::Policy& policy, std::span<const policy::TeamIndex> teams,
                        const MonthFrame& frame) {
  json::Array listed;
  for (const policy::TeamIndex team : teams) listed.push_back(team_json(policy, team, frame));
  json::Object out = head_of(frame);
  out["teams"] = std::move(listed);
  return out;
}

}  // namespace tandem::cli
