// A ticket's history as people read it: one sentence per event, in the agreement's words, with people by their names.
//
//   narrate(event, *engagement)       // "Sam Okafor offered it to `harbor-it`: needs the core banking login"
#pragma once

#include <string>

#include "desk/event.h"
#include "policy/policy.h"

namespace tandem::app {

// The sentence has no subject when the actor is shown beside it: it starts with a verb.
[[nodiscard]] std::string narrate(const desk::Event& event, const policy::Policy& policy);

// Who has it and who answers, without what led to it: for those who may not know that.
[[nodiscard]] std::string narrate_owner(const desk::Ownership& ownership, const policy::Policy& policy);

// A person's display name, or the name itself when the agreement in force does not know it any more.
[[nodiscard]] std::string display_of(const desk::PersonName& person, const policy::Policy& policy);

}  // namespace tandem::app
