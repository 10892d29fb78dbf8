// Who is on duty when: the rotations of teams, as the text says it. Plain values; people are positions in the
// Agreement's (located.h).
#pragma once

#include "agreement/amounts.h"
#include "agreement/days.h"
#include "agreement/located.h"

namespace tandem::agreement {

// People who take turns. Local times are those of the rotation's zone.
struct LayerText {
  Field<std::string> name;  // absent in the only layer of a rotation written without `layers`
  source::Range at{};       // the layer's place, for findings about it as a whole
  Field<std::vector<PersonRef>> order;
  Field<Length> turn;
  Field<calendar::LocalTime> starts;
  Field<calendar::LocalTime> ends;
  Field<calendar::WeekWindows> only;  // absent: at all hours
};

// Somebody, or `nobody`: nobody is on duty, on purpose.
struct Substitute {
  bool nobody = false;
  PersonRef person;
};

struct RotationOverride {
  source::Range at{};
  Field<Substitute> who;
  FromTo during;
};

struct RotationSwap {
  source::Range at{};
  Field<std::vector<PersonRef>> between;  // two
  FromTo during;
};

struct TemporaryShift {
  source::Range at{};
  Field<PersonRef> who;
  FromTo during;
};

// Takes the place of the turns while it lasts.
struct TemporaryTurns {
  source::Range at{};
  FromTo during;
  Field<std::vector<TemporaryShift>> shifts;
};

struct RotationText {
  Located<std::string> key;
  Field<TeamRef> team;
  Field<std::string> time_zone;          // absent: the agreement's
  Field<std::vector<LayerText>> layers;  // the first that has somebody answers
  Field<std::vector<RotationOverride>> overrides;
  Field<std::vector<RotationSwap>> swaps;
  Field<std::vector<TemporaryTurns>> temporary;
};

// Everybody whom a rotation names, as often as it does, in the order of the text.
[[nodiscard]] std::vector<const PersonRef*> people_of(const RotationText& rotation);

}  // namespace tandem::agreement
