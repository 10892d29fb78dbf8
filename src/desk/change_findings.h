// What speaks against a planned change, by the agreement and by the other changes: found before it is approved, looked
// at again when it is started, and shown at any time.
//
//   for (const ChangeFinding& finding : change_findings(plan, ticket.id, policy, now, live))
//     if (finding.blocks) …                       // it cannot be approved like this
//
// - A freeze that the window touches blocks, unless it excepts the change's kind of decision.
// - Two changes clash when their windows overlap and they touch the same asset or the same site. An approved or running
//   one blocks the other; a proposed one is only told: whoever is approved first has the time. A change that is still
//   running after its window has its time until it ends.
// - Business hours and a responsible team that is not there are told and block nothing.
// What a clash says of the other change is for those who read this one: a confidential change that they may not all
// read takes the time, and has neither number nor name. An emergency is blocked by nothing. Pure; O(freezes + changes ×
// things touched).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

// For whom the words are, and how they name another ticket.
struct ClashWords {
  CategoryName category{};    // of the change's own ticket
  std::string_view prefix{};  // "HCU", for "HCU-12"; empty: "ticket 12"
};

// `self` is the change's own ticket, which `changes` may hold; nothing before it is opened. Changes that are not live
// clash with nothing. In the order: freezes by the agreement's text, clashes by number, then the rest.
[[nodiscard]] std::vector<ChangeFinding> change_findings(const ChangePlan& plan, std::optional<TicketId> self,
                                                         const policy::Policy& policy, base::Instant now,
                                                         std::span<const ScheduledChange> changes,
                                                         const ClashWords& words = {});

// What both touch, "`core-switch`"; empty when they do not clash. Symmetrical.
[[nodiscard]] std::string clash_between(const ScheduledChange& a, const ScheduledChange& b, base::Instant now);

// Names of assets are the same when their letters are, large or small.
[[nodiscard]] bool is_same_asset(std::string_view a, std::string_view b);

// What a store keeps of a ticket's change. REQUIRES: it has one.
[[nodiscard]] ScheduledChange scheduled_change(const Ticket& ticket);

}  // namespace tandem::desk
