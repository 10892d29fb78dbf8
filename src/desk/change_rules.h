// What the rest of the desk asks of planned changes. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "desk/rules.h"

namespace tandem::desk {

// change_plan.cpp ---------------------------------------------------------------------------------------------------

// The plan of a ticket that is about to be opened, completed by what follows from it: without an activity that of the
// category.
[[nodiscard]] std::variant<ChangePlan, Refusal> take_plan(const OpenTicket& command,
                                                          const Circumstances& circumstances);
// The category of a change's ticket that named none: the first of its activity; empty when it has none.
[[nodiscard]] CategoryName category_of(const ChangePlan& plan, const policy::Policy& policy);
// A change is the responsible team's of its activity at any hour; there it is its planner's where they are of the team,
// else whom the team puts on it. `planner` may be empty. What is confidential is with its readers.
[[nodiscard]] Ownership change_ownership(policy::ActivityIndex activity, const PersonName& planner,
                                         const CategoryName& category, const Circumstances& circumstances);
// That it is planned; and approved, where the agreement lets it be done unasked and nothing stands in its way.
[[nodiscard]] Events plan_change(ChangePlan plan, const CategoryName& category, const Circumstances& circumstances);

// change_end.cpp ----------------------------------------------------------------------------------------------------

// What keeps a ticket from being resolved, or closed: a change that runs, and a review that is owed.
enum class Leaving : std::uint8_t { Resolve, Close };
[[nodiscard]] std::optional<Refusal> may_leave_change(const Ticket& ticket, Leaving leaving);
// A change that will not happen any more goes with its ticket.
void withdraw_change(const Case& given, Events& events);

// change_time.cpp ---------------------------------------------------------------------------------------------------

[[nodiscard]] std::optional<base::Instant> next_change_due(const Ticket& ticket);

// change_fold.cpp ---------------------------------------------------------------------------------------------------

// Applies an event about the ticket's change; what contradicts the ticket, or an empty text. A refused event changes
// nothing.
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangePlanned& planned);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeRescheduled& rescheduled);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeAnswered& answered);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeApproved& approved);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeStarted& started);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeFinished& finished);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeRolledBack& rolled_back);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeReviewed& reviewed);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeWithdrawn& withdrawn);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeLapsed& lapsed);
[[nodiscard]] std::string fold_change(Ticket& ticket, const Event& event, const ChangeNoticed& noticed);
// What would be left behind if the ticket were resolved, or closed, as it is.
[[nodiscard]] std::string left_of_change(const Ticket& ticket, Leaving leaving);

}  // namespace tandem::desk
