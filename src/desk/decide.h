// The decider: (ticket, command, circumstances) → events or refusal. Pure: it reads no clock and no store, and the
// same arguments give the same answer. Owner, accountable person and reasons come from the policy at every moment that
// may change them.
//
//   auto decision = decide(ticket, Take{}, {.policy = policy, .now = now, .actor = actor});
//   if (auto* refusal = std::get_if<Refusal>(&decision)) …
//   else store.append(std::get<Events>(decision));
//
// Rules (docs/desk.md tells them to people):
// - A pending hand-off leaves the giver owner; accepting moves ownership to the accepting person's team and person
//   in the same step; it binds to its epoch, so late and repeated answers are refused.
// - Priority or category changes ask the policy again; the person who has a ticket keeps it when their team still owns
//   it, and a team that has it by a hand-off keeps it when the policy would have named the same other team before the
//   change.
// - A person who takes a ticket must belong to the owning team; members of another team of the same party are told to
//   ask for a hand-off.
// - Leaving (resolve, close) withdraws a pending offer in the same step.
#pragma once

#include <span>
#include <variant>
#include <vector>

#include "desk/clock_terms.h"
#include "desk/command.h"
#include "desk/refusal.h"
#include "desk/related.h"
#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

using Events = std::vector<Event>;
using Decision = std::variant<Events, Refusal>;

struct Circumstances {
  const policy::Policy& policy;
  base::Instant now;
  Actor actor;
  policy::Workload workload;  // for the person with the lowest load and for load conditions
  // Every version of the agreement, for what targets promise. Null: nobody is warned of targets.
  const AgreementHistory* history = nullptr;
  std::span<const ScheduledChange> changes{};  // for commands about changes: the live ones, with or without its own
  std::optional<PastDecision> renews{};        // of the ticket that NewDecision::renews names; nothing: there is none
  std::span<const Related> related{};          // of the tickets that the command names, those that are there
  std::optional<base::Instant> vip_since{};    // of open(): since when the requester is in the register of VIPs
  std::string_view prefix{};                   // of the engagement's numbers, "HCU": how words name another ticket
};

// Limits on text, in code points.
inline constexpr std::size_t kMaxSubject = 200;
inline constexpr std::size_t kMaxText = 50'000;

[[nodiscard]] Decision open(const OpenTicket& command, const Circumstances& circumstances);
[[nodiscard]] Decision decide(const Ticket& ticket, const Command& command, const Circumstances& circumstances);

// What the policy says about a ticket's facts at an instant: the ownership that open() and the changes record.
[[nodiscard]] Ownership resolve_ownership(const TicketOpened& facts, const policy::Policy& policy, base::Instant at,
                                          const policy::Workload& workload);
// The same for a ticket as it is: a planned change is its activity's, whatever its category.
[[nodiscard]] Ownership ownership_anew(const Ticket& ticket, const Circumstances& circumstances);

}  // namespace tandem::desk
