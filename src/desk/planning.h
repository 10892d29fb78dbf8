// What planning a change and giving it another window have in common. Private to this folder.
#pragma once

#include <optional>
#include <string_view>

#include "desk/rules.h"

namespace tandem::desk {

// What is wrong with a window; the fields are called `prefix` and "from", "to".
[[nodiscard]] std::optional<Refusal> check_window(base::Interval window, base::Instant now, std::string_view prefix);

// The approval of a standard change that a member of the responsible team plans: at once, unless a freeze or another
// change stands in its way. Nothing for others.
[[nodiscard]] std::optional<ChangeApproved> approve_unasked(const ChangePlan& plan, std::optional<TicketId> self,
                                                            const CategoryName& category,
                                                            const Circumstances& circumstances);

}  // namespace tandem::desk
