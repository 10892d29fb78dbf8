// Whom confidential work asks: nobody waits for the word of somebody who may not know of it.
//
// Where the agreement, or whoever asked before the work was confidential, names somebody who may not read it:
// - Who would be heard or advise is left out. What they said while they could stays said.
// - Who decides, breaks a deadlock or has a part in a major incident is a reader in their place: whoever answers
//   for the work, else the first of the named who is there. Whose say it is now, and whose part, is an event.
// - A side, a team or a person whose answer is needed and of whom nobody may read it is not waited for.
// - What was done without authority is answered for by the first of the named on the other side, who is `asked` then.
//   Where none of them is of that side, `asked` is empty: it waits for nobody in particular, and whoever of that side
//   may read it one day answers.
// Where nobody at all may read the work, everything stays as it is.
//
// Pure. Private to the desk, but for what a view shows.
#pragma once

#include <optional>
#include <vector>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

class AgreementHistory;

// The ticket as it waits for readers alone; nothing where it waits for nobody else. Every rule is asked about it. Whose
// say it is stays in it as the events have it. `history` of the agreement says which side did something; null: what is
// in force does.
[[nodiscard]] std::optional<Ticket> asking_readers(const Ticket& ticket, const policy::Policy& policy,
                                                   base::Instant now, const AgreementHistory* history);

// The sides whose recommendation is waited for or written: all, but for those of whom nobody may read it. REQUIRES
// ticket.decision.
[[nodiscard]] std::vector<PartyName> sides_of(const Ticket& ticket, const policy::Policy& policy);

}  // namespace tandem::desk
