// What a caller sees and may do of a ticket's planned change.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "desk/command.h"
#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::app {

struct AllowedChange {
  bool answer = false, approve = false, reschedule = false, start = false, finish = false, roll_back = false,
       review = false, withdraw = false;
};

// As `can` answers to each command; nothing of a ticket that is no change. Another window is asked about with one that
// is always possible, an answer with either.
[[nodiscard]] AllowedChange allowed_to_change(const desk::Ticket& ticket, base::Instant now,
                                              const std::function<bool(const desk::Command&)>& can);

// What speaks against a change that is not started; afterwards, what was known when it was approved. `prefix`: of the
// engagement's numbers.
[[nodiscard]] std::vector<desk::ChangeFinding> findings_now(const desk::Ticket& ticket, const policy::Policy& policy,
                                                            base::Instant now,
                                                            std::span<const desk::ScheduledChange> changes,
                                                            std::string_view prefix);

}  // namespace tandem::app
