// The caller inside one engagement: what a use case on tickets works with. Private to this folder.
#pragma once

#include "app/tickets.h"

namespace tandem::app {

struct Tickets::Scope {
  const Caller& caller;
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;
  desk::Actor actor;

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
};

// Which of the commands on work that belongs together the desk would take now.
void allow_related(Allowed& allowed, const MembershipRecord& membership, const desk::Ticket& ticket,
                   const desk::Circumstances& circumstances);

}  // namespace tandem::app
