// From a ticket's words to the policy's indices and from its answer back to words. Private to this folder.
//
//   const policy::Answer answer = policy.evaluate(facts_in(ticket.facts, policy, workload), now, &trace);
//   const Ownership ownership = in_words(answer, trace.reasons(), policy);
//
// A word the agreement no longer has counts as unknown: the category as `other`, the priority as the default.
#pragma once

#include <span>

#include "desk/decide.h"

namespace tandem::desk {

[[nodiscard]] policy::Facts facts_in(const TicketOpened& facts, const policy::Policy& policy,
                                     const policy::Workload& workload);
[[nodiscard]] policy::PriorityIndex priority_in(const PriorityName& name, const policy::Policy& policy);
[[nodiscard]] policy::CategoryIndex category_in(const CategoryName& name, const policy::Policy& policy);

// What the ticket is about: its category's activity, that of its change, or the strategic one that somebody said it
// belongs to.
[[nodiscard]] policy::ActivityIndex activity_of(const Ticket& ticket, const policy::Policy& policy);

// The policy's answer in words; `reasons` are those to keep, in order.
[[nodiscard]] Ownership in_words(const policy::Answer& answer, std::span<const policy::Reason> reasons,
                                 const policy::Policy& policy);
[[nodiscard]] Reason in_words(const policy::Reason& reason, const policy::Policy& policy);

}  // namespace tandem::desk
