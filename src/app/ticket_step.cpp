// What a step on tickets asks inside its transaction before the desk is asked.
#include "app/ticket_scope.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> stale() {
  return std::unexpected(Failure{
      FailureKind::Stale, "somebody changed the ticket meanwhile: load it again and repeat your change", {}, {}});
}

}  // namespace

base::Result<Outcome<Tickets::Step::Begun>> Tickets::Step::begin(desk::TicketId id, const Permission& permission,
                                                                 const CommandOptions& options) {
  using Answer = Outcome<Begun>;
  TANDEM_TRY(const desk::Ticket* ticket, joint.ticket(id));
  if (ticket == nullptr) return Answer(no_ticket());
  auto reading = scope.of(*ticket);
  if (!reading) return Answer(no_ticket());
  if (!permission.is_given_to(reading->membership)) return Answer(forbidden(std::string(permission.otherwise)));
  if (options.if_version && *options.if_version != ticket->version) return Answer(stale());
  circumstances.actor = std::move(reading->actor);
  return Answer(Begun{.ticket = ticket, .membership = std::move(reading->membership)});
}

base::Result<void> Tickets::Step::read_changes() {
  TANDEM_TRY(changes, tx.live_changes(engagement));
  circumstances.changes = changes;
  return {};
}

base::Result<void> Tickets::Step::read_vip(const desk::Requester& requester) {
  circumstances.vip_since.reset();
  if (requester.email.empty()) return {};
  TANDEM_TRY(const auto vip, tx.find_vip(engagement, desk::plain_address(requester.email)));
  if (vip) circumstances.vip_since = vip->added.at;
  return {};
}

}  // namespace tandem::app
