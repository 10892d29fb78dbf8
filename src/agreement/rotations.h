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

// Somebody, or `nobody`: a gap on purpose.
struct Substitute {
  bool nobody = false;
  PersonRef person;
};

struct RotationOverride {
  source::Range at{};
  Field<Substitute> who;
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;  // a whole day is inclusive, here and below
};

struct RotationSwap {
  source::Range at{};
  Field<std::vector<PersonRef>> between;  // two
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;
};

struct TemporaryShift {
  source::Range at{};
  Field<PersonRef> who;
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;
};

// Takes the place of the turns while it lasts.
struct TemporaryTurns {
  source::Range at{};
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;
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
