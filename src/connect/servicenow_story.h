// What the rows of one ServiceNow incident say happened to it, as the desk's events. Opening and every question of who
// answers goes through the desk and the agreement; who had it is the log's to say: where the log names another
// group than the agreement would, the owner is the log's and the reasons tell both.
//
//   auto story = open_story(incident, id, policy, unknown);                // a ticket that was not here
//   give_number(*story, number);
//   auto more = continue_story(incident, ticket, last, policy, unknown);   // one that was imported before, in part
//   store.append(more->ticket, more->events)
//
// Rows tell by difference: a row that changes nothing the desk knows makes no event, so that reading a row twice is
// harmless. Pure; times are the log's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "connect/servicenow_log.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::connect {

// Words of the log that the agreement does not know, with how many rows used them: "assignment group `Group 99`".
using UnknownWords = std::map<std::string, std::uint64_t>;

struct Story {
  desk::Ticket ticket;  // after the events
  std::vector<desk::Event> events;
};

[[nodiscard]] desk::ExternalKey servicenow_key(std::string_view number);
// "Category 26" → "category-26", "3 - Moderate" → "moderate": how the log's words stand in an agreement.
[[nodiscard]] std::string agreement_word(std::string_view text);

// BadInput when the desk refuses to open it: the message says why. It has no number yet.
[[nodiscard]] base::Result<Story> open_story(const LogIncident& incident, desk::TicketId id,
                                             const policy::Policy& policy, UnknownWords& unknown);
// REQUIRES: a story that open_story() made.
void give_number(Story& story, std::uint64_t number);
// Only what came after `last_import`, the time of the ticket's latest imported event.
[[nodiscard]] base::Result<Story> continue_story(const LogIncident& incident, desk::Ticket ticket,
                                                 base::Instant last_import, const policy::Policy& policy,
                                                 UnknownWords& unknown);

}  // namespace tandem::connect
