// What the use cases on tickets do for decisions around the desk's rules, inside the same transaction.
#pragma once

#include <functional>
#include <vector>

#include "app/store.h"
#include "desk/decide.h"
#include "desk/joint_step.h"

namespace tandem::app {

// Where the priority stands in queues; see WriteTransaction::append. One the agreement does not have comes last.
[[nodiscard]] std::uint32_t rank_of(const desk::PriorityName& priority, const policy::Policy& policy);

// A recommendation gets its salt here, from the system's generator: the desk is pure, and what a client chose could be
// guessed. Other commands stay as they are.
[[nodiscard]] desk::Command salted(const desk::Command& command);

// The decision that a new one names, as it stands; nothing when it names none, none that is there, or one that is
// hidden from whoever asks: it is not theirs to end.
[[nodiscard]] base::Result<std::optional<desk::PastDecision>> read_renewed(
    WriteTransaction& tx, const desk::EngagementName& engagement, const desk::OpenTicket& command,
    const std::function<bool(const desk::Ticket&)>& hides);

// When the step took the decision `id`: it takes the place of the one it renews, in the same step.
[[nodiscard]] base::Result<void> replace_renewed(desk::JointStep& step, desk::TicketId id,
                                                 desk::Circumstances& circumstances);

// One command for each option: some may be more than the caller may decide. Empty where nothing is to be decided.
[[nodiscard]] std::vector<desk::Command> ways_to_decide(const desk::Ticket& ticket);

}  // namespace tandem::app
