// The picture of a part of time: when each team is open, when it is short of people although it should be open, who
// has its duty, who is there now, and who is away when.
#pragma once

#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/leave.h"
#include "calendar/interval_set.h"
#include "calendar/zone.h"

namespace tandem::app {

inline constexpr int kMaxCalendarDays = 100;

struct TeamCalendar {
  desk::TeamName team;
  desk::PartyName party;
  calendar::IntervalSet open;                 // its calendar's hours
  calendar::IntervalSet short_of_people;      // the part of them in which fewer than its minimum are present
  std::vector<policy::DutyShift> shifts;      // of its rotation, with those who stand in
  bool is_open_now = false;                   // with enough people
  std::vector<desk::PersonName> present_now;  // members who are not on leave, whatever the hour
};

struct PersonCalendar {
  desk::PersonName person;
  bool is_present_now = false;
  bool may_record = false;  // whether the caller may record leave for them
  std::vector<LeaveEntry> leave;
};

struct CalendarView {
  std::shared_ptr<const Engagement> engagement;
  base::Interval part;
  base::Instant now;
  std::vector<TeamCalendar> teams;  // without vendors'
  std::vector<PersonCalendar> people;
};

// Whole days in the agreement's zone, both included. Invalid when `to` is before `from` or the two are more than
// kMaxCalendarDays apart.
[[nodiscard]] Outcome<CalendarView> read_calendar(const Caller& caller, const Engagements& engagements,
                                                  const desk::EngagementName& engagement, calendar::Date from,
                                                  calendar::Date to, base::Instant now);

}  // namespace tandem::app
