// What happens to work that nobody takes notice of: the steps of its priority's escalation take place one after the
// other, and each is kept with whom it told. The first sign from the owning team ends it: somebody acknowledges, takes,
// hands over, answers, waits or resolves. Work with strategic implications goes to the strategic owner instead.
//
// Steps count from the opening; from the moment at which the priority changed, or the ticket was reopened or went to
// another team after it had been acknowledged. So an unnoticed ticket that moves does not begin anew.
// A new version of the agreement may have other steps: those whose time is not behind that of a step that took place
// are over.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "desk/names.h"

namespace tandem::desk {

// Commands ----------------------------------------------------------------------------------------------------------

struct Acknowledge {};  // "I have seen it": by a member of the owning team, without taking it

// Says that operational work has strategic implications: it goes to the owner of the strategic activity.
struct FlagStrategic {
  ActivityName activity;  // empty: the first strategic one of the agreement
  std::string reason;
};

// Events ------------------------------------------------------------------------------------------------------------

struct Acknowledged {
  bool operator==(const Acknowledged&) const = default;
};

// One whom a step tells.
struct Told {
  PersonName person;
  std::string as;     // "on-duty", "lead", "named", or the team they are told as a member of
  bool away = false;  // on leave: told all the same, and not counted on
  bool operator==(const Told&) const = default;
};

struct EscalationStepTaken {
  std::uint32_t step = 0;  // of the priority's way, from 1
  std::uint32_t steps = 0;
  PriorityName priority;
  std::vector<Told> told;
  std::string file;  // of the agreement, where the step stands
  std::uint32_t line = 0;
  std::optional<base::Instant> due;  // when it was to take place; older events do not say
  bool operator==(const EscalationStepTaken&) const = default;
};

struct StrategicFlagged {
  ActivityName activity;
  std::string reason;
  bool operator==(const StrategicFlagged&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct TakenStep {
  std::uint32_t step = 0;
  std::optional<base::Instant> due;
  bool operator==(const TakenStep&) const = default;
};

struct Escalation {
  base::Instant since;           // from when the steps count
  std::vector<TakenStep> taken;  // in the order in which they took place
  std::optional<base::Instant> acknowledged_at;
  std::string acknowledged_by;  // as people read it
  bool operator==(const Escalation&) const = default;
};

}  // namespace tandem::desk
