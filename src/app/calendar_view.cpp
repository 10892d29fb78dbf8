#include "app/calendar_view.h"

#include "app/entry.h"
#include "app/recorded_leave.h"
#include "app/team_hours.h"

namespace tandem::app {
namespace {

using policy::PersonIndex;
using policy::TeamIndex;

TeamCalendar team_calendar(const policy::Policy& policy, TeamIndex index, const CalendarView& view) {
  const policy::Team& team = policy.team(index);
  TeamCalendar calendar{.team = desk::TeamName(team.name),
                        .party = desk::PartyName(policy.party(team.party).name),
                        .open = open_hours(policy, index, view.part),
                        .short_of_people = {},
                        .shifts = policy.duty_shifts(index, view.part),
                        .is_open_now = policy.is_open(index, view.now),
                        .present_now = {}};
  calendar.short_of_people = calendar.open - staffed_hours(policy, index, view.part);
  for (const PersonIndex member : team.members) {
    if (policy.is_present(member, view.now)) calendar.present_now.emplace_back(policy.person(member).name);
  }
  return calendar;
}

base::Result<std::vector<PersonCalendar>> people_calendars(const CalendarView& view,
                                                           const MembershipRecord& membership) {
  const policy::Policy& policy = *view.engagement->policy;
  TANDEM_TRY(auto entries, leave_entries(*view.engagement, view.engagement->leave,
                                         {.between = view.part, .person = {}, .history = LeaveHistory::InForce}));
  std::vector<PersonCalendar> people;
  for (std::uint32_t i = 0; i < policy.spec().people.size(); ++i) {
    const desk::PersonName name(policy.spec().people[i].name);
    PersonCalendar person{.person = name,
                          .is_present_now = policy.is_present(PersonIndex{i}, view.now),
                          .may_record = may_record_leave(membership, name, policy),
                          .leave = {}};
    for (LeaveEntry& entry : entries) {
      if (entry.person != name) continue;
      entry.may_remove = person.may_record && entry.record && !entry.record->feed;
      person.leave.push_back(entry);
    }
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace

Outcome<CalendarView> read_calendar(const Caller& caller, const Engagements& engagements,
                                    const desk::EngagementName& engagement, calendar::Date from, calendar::Date to,
                                    base::Instant now) {
  auto entry = enter_engagement(caller, engagements, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_calendar(*membership)) return forbidden("the calendar is for the two teams");
  const auto days = (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count() + 1;
  if (days < 1) return invalid("to", "`to` is before `from`");
  if (days > kMaxCalendarDays) return invalid("to", fmt::format("ask for at most {} days", kMaxCalendarDays));

  const policy::Policy& policy = *found->policy;
  const calendar::Zone zone = zone_of("", policy.spec());
  CalendarView view{.engagement = found,
                    .part = {zone.to_instant(from, {}), zone.to_instant(to, base::hours(24))},
                    .now = now,
                    .teams = {},
                    .people = {}};
  for (std::uint32_t i = 0; i < policy.spec().teams.size(); ++i) {
    const bool is_vendors = policy.party(policy.spec().teams[i].party).kind == policy::PartyKind::Vendor;
    if (!is_vendors) view.teams.push_back(team_calendar(policy, TeamIndex{i}, view));
  }
  auto people = people_calendars(view, *membership);
  if (!people) return failed(people.error());
  view.people = *std::move(people);
  return view;
}

}  // namespace tandem::app
