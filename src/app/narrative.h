// A ticket's history as people read it: one sentence per event, in the agreement's words, with people by their names.
//
//   narrate(event, ticket, policy)    // "Sam Okafor offered it to `harbor-it`: needs the core banking login"
#pragma once

#include <string>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::app {

// What its actor did, to be read after their name: it starts with a verb. Or a whole sentence, of what happened by
// itself: see below. `ticket`: whose event it is, as it stands now; what the event has by number is said by the name
// that the ticket has for it.
[[nodiscard]] std::string narrate(const desk::Event& event, const desk::Ticket& ticket, const policy::Policy& policy);

// Whether the event is told in a whole sentence, which is read without the actor's name before it.
[[nodiscard]] bool is_whole_sentence(const desk::EventData& data);

// "Ann and Bob are", those who are away marked. REQUIRES: somebody.
[[nodiscard]] std::string spoken_told(const std::vector<desk::Told>& told, const policy::Policy& policy);

// Who has it and who answers, without what led to it: for those who may not know that.
[[nodiscard]] std::string narrate_owner(const desk::Ownership& ownership, const policy::Policy& policy);

// A person's display name, or the name itself when the agreement in force does not know it any more.
[[nodiscard]] std::string display_of(const desk::PersonName& person, const policy::Policy& policy);

}  // namespace tandem::app
