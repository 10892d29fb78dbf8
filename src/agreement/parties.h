// Who takes part: parties, people, teams and leave, as the text says it. Plain values; names are positions in the
// Agreement's vectors (located.h).
#pragma once

#include "agreement/days.h"
#include "agreement/located.h"
#include "agreement/room.h"

namespace tandem::agreement {

struct Party {
  Located<std::string> key;
  Field<policy::PartyKind> kind;
  Field<std::string> name;
  Field<PersonRef> handled_by;  // vendors: who keeps their cases
  std::optional<Room> room;
};

struct Person {
  Located<std::string> key;
  Field<PartyRef> party;
  Field<std::string> name;
  Field<std::string> email;
  Field<std::string> title;
  Field<std::string> time_zone;  // whose days their leave is counted in; absent: the agreement's
};

struct Team {
  Located<std::string> key;
  Field<PartyRef> party;
  Field<PersonRef> lead;
  Field<std::vector<PersonRef>> members;
  Field<CalendarRef> hours;
  Field<std::uint32_t> minimum;
  Field<std::vector<TeamRef>> cover;
  std::optional<Room> room;
};

// In the person's zone; whole days are inclusive.
struct Leave {
  source::Range at;
  Field<PersonRef> who;
  FromTo during;
};

}  // namespace tandem::agreement
