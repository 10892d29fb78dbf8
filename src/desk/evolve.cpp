#include "desk/evolve.h"

#include "base/check.h"

namespace tandem::desk {
namespace {

// Applies one event's data. Every function looks before it changes anything, so that a refused event leaves the ticket
// as it was; it returns what contradicts the ticket, or an empty text.
class Fold {
 public:
  Fold(Ticket& ticket, const Event& event) : ticket_(ticket), event_(event) {}

  std::string operator()(const TicketOpened&) { return "the ticket is already opened"; }

  std::string operator()(const OwnerAssigned& assigned) {
    const Owner& owner = assigned.ownership.owner;
    if (owner.team.empty()) return "no team owns the ticket";
    if (assigned.ownership.accountable.empty()) return "nobody answers for the ticket";
    if (ticket_.handoff && owner.team != ticket_.ownership.owner.team) {
      return fmt::format("the owner changes while the hand-off {} is pending", ticket_.handoff->offer.epoch);
    }
    ticket_.ownership = assigned.ownership;
    ticket_.assigned_by = assigned.cause;
    return {};
  }

  std::string operator()(const CommentAdded& added) {
    const auto next = ticket_.comments.empty() ? 1 : ticket_.comments.back().number + 1;
    if (added.comment != next) return fmt::format("comment {} stands where comment {} belongs", added.comment, next);
    ticket_.comments.push_back({.number = added.comment,
                                .at = event_.at,
                                .author = event_.actor,
                                .visibility = added.visibility,
                                .team = added.team,
                                .text = added.text});
    return {};
  }

  std::string operator()(const PriorityChanged& changed) {
    if (changed.from != ticket_.facts.priority)
      return differs("priority", ticket_.facts.priority.text(), changed.from.text());
    ticket_.facts.priority = changed.to;
    return {};
  }

  std::string operator()(const CategoryChanged& changed) {
    if (changed.from != ticket_.facts.category)
      return differs("category", ticket_.facts.category.text(), changed.from.text());
    ticket_.facts.category = changed.to;
    return {};
  }

  std::string operator()(const HandoffOffered& offered) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.handoff) return fmt::format("the hand-off {} is still pending", ticket_.handoff->offer.epoch);
    if (offered.epoch != ticket_.last_epoch + 1) {
      return fmt::format("hand-off {} stands where hand-off {} belongs", offered.epoch, ticket_.last_epoch + 1);
    }
    ticket_.handoff = PendingHandoff{.offer = offered, .offered_at = event_.at, .offered_by = event_.actor};
    ticket_.last_epoch = offered.epoch;
    return {};
  }

  std::string operator()(const HandoffAccepted& accepted) {
    if (auto wrong = end_handoff(accepted.epoch); !wrong.empty()) return wrong;
    ++ticket_.handoffs_accepted;
    return {};
  }
  std::string operator()(const HandoffDeclined& declined) { return end_handoff(declined.epoch); }
  std::string operator()(const HandoffWithdrawn& withdrawn) { return end_handoff(withdrawn.epoch); }
  std::string operator()(const HandoffExpired& expired) { return end_handoff(expired.epoch); }

  std::string operator()(const WorkStarted&) {
    if (!is_open(ticket_.state)) return not_open();
    enter(State::Active);
    return {};
  }

  std::string operator()(const WaitStarted& wait) {
    if (!is_open(ticket_.state)) return not_open();
    enter(State::Waiting);
    ticket_.waiting_on = wait.on;
    return {};
  }

  std::string operator()(const TicketResolved&) {
    if (!is_open(ticket_.state)) return not_open();
    if (ticket_.handoff) return left_pending();
    enter(State::Resolved);
    ticket_.resolved_at = event_.at;
    return {};
  }

  std::string operator()(const TicketReopened&) {
    if (is_open(ticket_.state)) return "the ticket is open already";
    enter(State::New);
    ticket_.resolved_at.reset();
    ++ticket_.reopened;
    return {};
  }

  std::string operator()(const TicketClosed&) {
    if (ticket_.state == State::Closed) return not_open();
    if (ticket_.handoff) return left_pending();
    enter(State::Closed);
    return {};
  }

 private:
  void enter(State state) {
    ticket_.state = state;
    ticket_.waiting_on.reset();
  }

  std::string end_handoff(std::uint32_t epoch) {
    if (!ticket_.handoff || ticket_.handoff->offer.epoch != epoch)
      return fmt::format("the hand-off {} is not pending", epoch);
    ticket_.handoff.reset();
    return {};
  }

  std::string not_open() const { return fmt::format("the ticket is {}", to_text(ticket_.state)); }
  std::string left_pending() const {
    return fmt::format("the hand-off {} would be left pending", ticket_.handoff->offer.epoch);
  }
  static std::string differs(std::string_view what, std::string_view is, std::string_view said) {
    return fmt::format("the {} was `{}`, not `{}`", what, is, said);
  }

  Ticket& ticket_;
  const Event& event_;
};

// Whether the event is the teams' first sign to the requester: an answer where they can read it, or work begun or done.
// Who asks for themselves is the requester whatever they are besides, and what the desk does by itself is no answer.
bool is_response(const Ticket& ticket, const Event& event) {
  if (event.actor.kind == ActorKind::Requester || event.actor.kind == ActorKind::System) return false;
  if (const auto* comment = std::get_if<CommentAdded>(&event.data)) {
    const std::string& email = event.actor.email;
    return comment->visibility == Visibility::Requester &&
           (email.empty() || !same_address(email, ticket.facts.requester.email));
  }
  return std::holds_alternative<WorkStarted>(event.data) || std::holds_alternative<TicketResolved>(event.data);
}

// Notes what the event means for the clocks. The ticket is already as the event left it.
void keep_time(Ticket& ticket, const Event& event) {
  add_segment(ticket.segments, {.from = ticket.segments.empty() ? ticket.opened_at : event.at,
                                .party = ticket.ownership.owner.party,
                                .team = ticket.ownership.owner.team,
                                .state = ticket.state,
                                .waiting_on = ticket.waiting_on,
                                .priority = ticket.facts.priority});
  if (!ticket.responded_at && is_response(ticket, event)) ticket.responded_at = std::max(event.at, ticket.opened_at);
}

std::unexpected<base::Error> corrupt(TicketId id, std::size_t position, const Event& event, std::string_view wrong) {
  return base::fail(base::ErrorCode::Corrupt,
                    fmt::format("the history of ticket {} contradicts itself at its event {} (`{}`): {}", id.text(),
                                position, name_of(event.data), wrong));
}

}  // namespace

base::Result<Ticket> begin(TicketId id, const Event& first) {
  const auto* opened = std::get_if<TicketOpened>(&first.data);
  if (opened == nullptr) return corrupt(id, 1, first, "a history begins with `ticket-opened`");
  return Ticket{.id = id,
                .version = 1,
                .facts = *opened,
                .waiting_on = {},
                .ownership = {},
                .opened_at = first.at,
                .updated_at = first.at,
                .responded_at = {},
                .resolved_at = {},
                .segments = {},
                .comments = {},
                .handoff = {}};
}

base::Result<void> evolve(Ticket& ticket, const Event& event) {
  const bool unowned = ticket.version == 1;
  auto wrong = unowned && !std::holds_alternative<OwnerAssigned>(event.data)
                   ? std::string("`owner-assigned` belongs here: no ticket is without an owner")
                   : std::visit(Fold(ticket, event), event.data);
  if (!wrong.empty()) return corrupt(ticket.id, std::size_t{ticket.version} + 1, event, wrong);
  ++ticket.version;
  ticket.updated_at = event.at;
  keep_time(ticket, event);
  return {};
}

base::Result<Ticket> replay(TicketId id, std::span<const Event> events) {
  TANDEM_CHECK(!events.empty());
  TANDEM_TRY(Ticket ticket, begin(id, events.front()));
  for (const Event& event : events.subspan(1)) TANDEM_TRY_DONE(evolve(ticket, event));
  return ticket;
}

}  // namespace tandem::desk
