// The fold: (ticket so far, event) → ticket. Total on every sequence that decide() produced; a sequence that starts
// without TicketOpened, or names a hand-off that is not pending, is corrupt history and is reported, never guessed at.
//
//   auto ticket = replay(id, events);       // Result: Corrupt says which event
#pragma once

#include <span>

#include "base/error.h"
#include "desk/ticket.h"

namespace tandem::desk {

// The first event: REQUIRES TicketOpened, else Corrupt.
[[nodiscard]] base::Result<Ticket> begin(TicketId id, const Event& first);
[[nodiscard]] base::Result<void> evolve(Ticket& ticket, const Event& event);
[[nodiscard]] base::Result<Ticket> replay(TicketId id, std::span<const Event> events);  // REQUIRES: at least one event

}  // namespace tandem::desk
