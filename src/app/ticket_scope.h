// A caller inside one engagement, and as whom they read one ticket of it. Private to tickets.cpp and ticket_queue.cpp.
#pragma once

#include "app/tickets.h"

namespace tandem::app {

struct Tickets::Scope {
  const Caller& caller;
  MembershipRecord membership;  // or as whom they read the one ticket that it is about
  std::shared_ptr<const Engagement> engagement;
  desk::Actor actor;

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
  // Nothing: the ticket does not exist for the caller.
  [[nodiscard]] std::optional<Scope> of(const desk::Ticket& ticket) const {
    auto reading = reads_as(caller, membership, ticket, policy());
    if (!reading) return std::nullopt;
    desk::Actor as = actor_of(caller, *reading, policy());
    return Scope{.caller = caller, .membership = *std::move(reading), .engagement = engagement, .actor = std::move(as)};
  }
};

}  // namespace tandem::app
