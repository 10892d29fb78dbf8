#include "desk/ticket.h"

namespace tandem::desk {

Ticket::Ticket(TicketId named) : id(named) {}
Ticket::Ticket(const Ticket& other) = default;
Ticket::Ticket(Ticket&& other) noexcept = default;
Ticket& Ticket::operator=(const Ticket& other) = default;
Ticket& Ticket::operator=(Ticket&& other) noexcept = default;
Ticket::~Ticket() = default;
bool Ticket::operator==(const Ticket& other) const = default;

}  // namespace tandem::desk
