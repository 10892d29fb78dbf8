// The caller inside one engagement, for the use cases on its agreement. Private to this folder.
#pragma once

#include "app/agreements.h"

namespace tandem::app {

struct Agreements::Scope {
  const Caller& caller;
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;
  desk::Actor actor;
  base::Instant now;

  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] desk::AgreementCircumstances circumstances() const {
    return {.policy = &policy(), .now = now, .actor = actor};
  }
};

}  // namespace tandem::app
