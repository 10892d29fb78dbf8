#include "desk/ticket_life.h"

#include "desk/evolve.h"

namespace tandem::desk {
namespace {

Belonging belonging_of(const Ticket& ticket) {
  return {.owner = ticket.ownership.owner, .category = ticket.facts.category, .priority = ticket.facts.priority};
}

bool same_but_for_time(const Holding& a, const Holding& b) {
  return a.belongs == b.belongs && a.state == b.state && a.waiting_on == b.waiting_on && a.is_offered == b.is_offered;
}

// As add_segment(): an instant before the last one counts as that one, and what would be empty is replaced.
void add_holding(std::vector<Holding>& holdings, Holding now) {
  if (!holdings.empty()) {
    now.from = std::max(now.from, holdings.back().from);
    if (now.from == holdings.back().from) holdings.pop_back();
  }
  if (!holdings.empty() && same_but_for_time(holdings.back(), now)) return;
  holdings.push_back(std::move(now));
}

std::optional<HandoffStep> step_of(const EventData& data) {
  if (std::holds_alternative<HandoffOffered>(data)) return HandoffStep::Offered;
  if (std::holds_alternative<HandoffAccepted>(data)) return HandoffStep::Accepted;
  if (std::holds_alternative<HandoffDeclined>(data)) return HandoffStep::Declined;
  if (std::holds_alternative<HandoffExpired>(data)) return HandoffStep::Expired;
  if (std::holds_alternative<HandoffWithdrawn>(data)) return HandoffStep::Withdrawn;
  return std::nullopt;
}

// Who was asked: the team of the offer, and there whom it names, or else whoever answered for it.
Owner asked_owner(const PendingHandoff& pending, const Event& event) {
  const HandoffOffered& offer = pending.offer;
  const bool by_a_person = event.actor.kind == ActorKind::Person || event.actor.kind == ActorKind::Import;
  const bool is_answer =
      std::holds_alternative<HandoffAccepted>(event.data) || std::holds_alternative<HandoffDeclined>(event.data);
  return {.party = offer.to_party,
          .team = offer.to_team,
          .person = is_answer && by_a_person ? event.actor.person : offer.to_person};
}

// REQUIRES: `ticket` is as it was before the event.
void keep_handoff(TicketLife& life, const Ticket& ticket, const Event& event) {
  const auto step = step_of(event.data);
  if (!step) return;
  HandoffMoment moment{.step = *step, .at = event.at, .belongs = belonging_of(ticket), .after_offer = {}};
  if (*step != HandoffStep::Offered) {
    if (!ticket.handoff) return;  // corrupt, as evolve() says in a moment
    moment.after_offer = event.at - ticket.handoff->offered_at;
    if (*step != HandoffStep::Withdrawn) moment.belongs.owner = asked_owner(*ticket.handoff, event);
  }
  life.handoffs.push_back(std::move(moment));
}

void keep_rating(TicketLife& life, const Ticket& ticket, const Event& event) {
  const auto* rated = std::get_if<ServiceRated>(&event.data);
  if (rated == nullptr) return;
  RatingMoment moment{.verdict = rated->verdict, .at = event.at, .belongs = belonging_of(ticket)};
  // Whose work it was stands in the event; the person who had it was of that team.
  if (moment.belongs.owner.team != rated->team) moment.belongs.owner.person = {};
  moment.belongs.owner.party = rated->party;
  moment.belongs.owner.team = rated->team;
  life.ratings.push_back(std::move(moment));
}

}  // namespace

base::Result<TicketLife> read_life(TicketId id, std::span<const Event> events) {
  if (events.empty()) return base::fail(base::ErrorCode::Corrupt, fmt::format("ticket {} has no events", id.text()));
  TANDEM_TRY(auto ticket_as_opened, begin(id, events.front()));
  TicketLife life{.ticket = std::move(ticket_as_opened), .holdings = {}, .handoffs = {}, .ratings = {}};
  for (const Event& event : events.subspan(1)) {
    keep_handoff(life, life.ticket, event);
    keep_rating(life, life.ticket, event);
    TANDEM_TRY_DONE(evolve(life.ticket, event));
    const Ticket& ticket = life.ticket;
    add_holding(life.holdings, {.from = life.holdings.empty() ? ticket.opened_at : event.at,
                                .belongs = belonging_of(ticket),
                                .state = ticket.state,
                                .waiting_on = ticket.waiting_on,
                                .is_offered = ticket.handoff.has_value()});
  }
  if (life.holdings.empty() || life.holdings.front().belongs.owner.team.empty())
    return base::fail(base::ErrorCode::Corrupt, fmt::format("ticket {} was opened without an owner", id.text()));
  return life;
}

}  // namespace tandem::desk
