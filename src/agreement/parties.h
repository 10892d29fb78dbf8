// Who takes part: parties, people, teams, their hours, turns and leave, as the text says it. Plain values; names are
// positions in the Agreement's vectors (located.h).
#pragma once

#include <array>

#include "agreement/amounts.h"
#include "agreement/located.h"
#include "calendar/week_windows.h"
#include "calendar/zone.h"

namespace tandem::agreement {

struct Party {
  Located<std::string> key;
  Field<policy::PartyKind> kind;
  Field<std::string> name;
  Field<PersonRef> handled_by;  // vendors: who keeps their cases
};

// Opening hours in a zone (its own or the agreement's).
struct CalendarText {
  Located<std::string> key;
  Field<std::string> time_zone;
  calendar::WeekWindows windows;
  Field<std::vector<Located<std::string>>> holidays;
  Field<std::vector<Located<calendar::Date>>> closed;
};

struct Person {
  Located<std::string> key;
  Field<PartyRef> party;
  Field<std::string> name;
  Field<std::string> email;
  Field<std::string> title;
};

struct Team {
  Located<std::string> key;
  Field<PartyRef> party;
  Field<PersonRef> lead;
  Field<std::vector<PersonRef>> members;
  Field<CalendarRef> hours;
  Field<std::uint32_t> minimum;
  Field<std::vector<TeamRef>> cover;
};

// A day, or a moment of it, in local time.
struct DayOrMoment {
  calendar::LocalTime time;
  bool whole_day = true;
};
// Whether `to` ends before `from` begins; a whole day ends with its last moment.
[[nodiscard]] inline bool ends_before(const DayOrMoment& to, const DayOrMoment& from) {
  if (to.time.date != from.time.date) return to.time.date < from.time.date;
  return !to.whole_day && to.time.time_of_day < from.time.time_of_day;
}

struct RotationOverride {
  source::Range at;
  Field<PersonRef> who;
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;  // a whole day is inclusive
};

struct RotationText {
  Located<std::string> key;
  Field<TeamRef> team;
  Field<std::vector<PersonRef>> order;
  Field<Length> turn;
  Field<calendar::LocalTime> starts;
  Field<std::vector<RotationOverride>> overrides;
};

// Whole days, both inclusive, in the agreement's zone.
struct Leave {
  source::Range at;
  Field<PersonRef> who;
  Field<calendar::Date> from;
  Field<calendar::Date> to;
};

}  // namespace tandem::agreement
