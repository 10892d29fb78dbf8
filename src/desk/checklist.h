// Checklists: the steps that bring somebody in, move them or see them off, split between the parties. A step is a
// ticket of kind `task` that is part of another one, so that owners, hand-offs, clocks, escalation and reasons are the
// ones that every ticket has: the step's category says by the agreement which party does it. The ticket that it is part
// of knows of each whether it is open (Link::step), is not resolved before all are done or not needed, and its owner is
// told of the last.
//
//   step.open(parent, …); for (const FormStep& one : form.steps) step.open(id, {.kind = Task, .links = part-of parent})
//
// A step that turns out not to be needed is closed as such, with a reason, and one that does not belong there is taken
// off: both is for whoever has the whole to say, not for whoever has the step.
//
// INVARIANT: what has ended and waits for steps has none that is open. Nothing becomes a step of it, and none of its
// steps is reopened, before it is itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "desk/request_form.h"

namespace tandem::desk {

inline constexpr std::size_t kMaxChecklists = 10;  // of one ticket

enum class StepState : std::uint8_t { Open, Done, NotNeeded };
[[nodiscard]] std::string_view to_text(StepState state);  // "not-needed"

// Commands ----------------------------------------------------------------------------------------------------------

// Says that a form's checklist is started on the ticket; app/ opens its steps in the same step.
struct StartChecklist {
  FormId form{base::IdBits{}};
  std::string title;
};
struct CloseNotNeeded {
  std::string reason;
};

// Events ------------------------------------------------------------------------------------------------------------

struct ChecklistStarted {
  FormId form{base::IdBits{}};
  std::string title;
  bool operator==(const ChecklistStarted&) const = default;
};
// The ticket is closed in the same step.
struct FoundNotNeeded {
  std::string reason;
  bool operator==(const FoundNotNeeded&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct StartedChecklist {
  FormId form{base::IdBits{}};
  std::string title;
  base::Instant at;
  bool operator==(const StartedChecklist&) const = default;
};

}  // namespace tandem::desk
