// What happens to one ticket matters to those linked with it. After a decision its events say who hears what, and each
// that hears answers with events of its own, which may be heard in turn; app/ writes all of them in one transaction.
//
//   for (const Ripple& ripple : ripples(ticket, events)) hear(other, ripple.news, circumstances);
//
// Hearing refuses nothing and is harmless when repeated: what is known already has no events, so that the two halves of
// a link do not tell each other for ever. Pure.
#pragma once

#include <span>
#include <vector>

#include "desk/decide.h"

namespace tandem::desk {

struct News {
  enum class What : std::uint8_t {
    Linked,
    Unlinked,
    Merged,    // the hearer survives
    Moved,     // see `move`
    Answered,  // a major incident's requesters are told something
    Solved,    // a major incident is resolved, and its parts with it
    Owned,     // a ticket has an owner, for its vendor cases
    Used,      // something was done under a decision, which is the hearer
  };
  What what = What::Linked;
  LinkKind kind = LinkKind::RelatesTo;  // how the hearer stands to the ticket that it comes from
  TicketId from{base::IdBits{}};
  std::uint64_t number = 0;
  LinkedMove move = LinkedMove::Resolved;
  std::optional<StepState> step{};  // with Linked: of a part that is a task
  std::string text{};               // with Unlinked: why
  Requester requester{};            // with Merged
  Owner owner{};                    // with Solved: of the major incident; with Owned: of the ticket
  DecisionUsed used{};              // with Used
};
struct Ripple {
  TicketId to{base::IdBits{}};
  News news{};
};

// What the events, the last ones folded into `after`, say to other tickets; in order.
[[nodiscard]] std::vector<Ripple> ripples(const Ticket& after, std::span<const Event> events);
// What comes of it.
[[nodiscard]] Events hear(const Ticket& ticket, const News& news, const Circumstances& circumstances);

}  // namespace tandem::desk
