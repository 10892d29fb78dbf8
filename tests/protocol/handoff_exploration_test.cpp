// The desk's real transition functions, explored in every order of messages, time, leave and crashes within bounds; and
// mutants of them, each of which must be caught.
#include <doctest/doctest.h>

#include "protocol/desk_world.h"
#include "protocol/explorer.h"

using namespace tandem;
using namespace tandem::desk;
using protocol::Bounds;
using protocol::Decider;
using protocol::DeskWorld;

namespace {

constexpr std::size_t kMostStates = 400'000;

Decision real(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  return decide(ticket, command, circumstances);
}

Circumstances at(const Circumstances& circumstances, base::Instant now) {
  return {.policy = circumstances.policy, .now = now, .actor = circumstances.actor, .workload = circumstances.workload};
}

Event moves_to(const HandoffOffered& offer, const Ticket& ticket, const Circumstances& circumstances) {
  Ownership ownership = ticket.ownership;
  ownership.owner = {.party = offer.to_party, .team = offer.to_team, .person = {}};
  return {.at = circumstances.now,
          .actor = circumstances.actor,
          .data = OwnerAssigned{.cause = AssignmentCause::HandoffAccepted, .ownership = std::move(ownership)}};
}

// An answer to any offer counts for the one that is pending.
Decision any_epoch(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  if (std::holds_alternative<AcceptHandoff>(command) && ticket.handoff)
    return decide(ticket, AcceptHandoff{ticket.handoff->offer.epoch}, circumstances);
  return decide(ticket, command, circumstances);
}
// An answer counts after the offer's time, as long as the desk has not noticed that it is over.
Decision late_answer(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  if (std::holds_alternative<AcceptHandoff>(command) && ticket.handoff)
    return decide(ticket, command, at(circumstances, ticket.handoff->offer.expires_at - base::Duration(1)));
  return decide(ticket, command, circumstances);
}
// Offering gives the item away at once.
Decision offer_moves(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  Decision decision = decide(ticket, command, circumstances);
  if (auto* events = std::get_if<Events>(&decision);
      events != nullptr && std::holds_alternative<OfferHandoff>(command)) {
    const auto offer = std::get<HandoffOffered>(events->front().data);
    events->insert(events->begin(), moves_to(offer, ticket, circumstances));
  }
  return decision;
}
// Who declines has it all the same.
Decision decline_moves(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  Decision decision = decide(ticket, command, circumstances);
  if (auto* events = std::get_if<Events>(&decision);
      events != nullptr && std::holds_alternative<DeclineHandoff>(command)) {
    events->push_back(moves_to(ticket.handoff->offer, ticket, circumstances));
  }
  return decision;
}
// What moves or ends the work forgets the pending offer.
Decision leaves_offer(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  Decision decision = decide(ticket, command, circumstances);
  if (auto* events = std::get_if<Events>(&decision);
      events != nullptr && !std::holds_alternative<WithdrawHandoff>(command)) {
    std::erase_if(*events, [](const Event& event) { return std::holds_alternative<HandoffWithdrawn>(event.data); });
  }
  return decision;
}

}  // namespace

TEST_CASE("one item: whatever arrives when, exactly one team has it, and only the pending offer can be accepted") {
  const auto found = protocol::explore(DeskWorld({.items = 1, .sends = 3}, real), kMostStates);
  CHECK_MESSAGE(found.wrong.empty(), found.told());
  CHECK(found.complete);
  CHECK(found.states > 10'000);
  MESSAGE(fmt::format("{} states, {} moves", found.states, found.moves));
}

TEST_CASE("two items do not disturb one another") {
  const auto found = protocol::explore(DeskWorld({.items = 2, .sends = 2}, real), kMostStates);
  CHECK_MESSAGE(found.wrong.empty(), found.told());
  CHECK(found.complete);
  CHECK(found.states > 10'000);
  MESSAGE(fmt::format("{} states, {} moves", found.states, found.moves));
}

TEST_CASE("each mutant is caught") {
  const std::vector<std::pair<std::string, Decider>> mutants{{"any epoch", any_epoch},
                                                             {"late answer", late_answer},
                                                             {"offer moves", offer_moves},
                                                             {"decline moves", decline_moves},
                                                             {"leaves offer", leaves_offer}};
  for (const auto& [name, mutant] : mutants) {
    CAPTURE(name);
    const auto found =
        protocol::explore(DeskWorld({.items = 1, .sends = 4, .repeats = 0, .leaves = 0}, mutant), kMostStates);
    CHECK_FALSE(found.wrong.empty());
    CHECK_FALSE(found.way.empty());
  }
}

TEST_CASE("a store that could crash between the writes of one decision is caught") {
  const auto found = protocol::explore(DeskWorld({.items = 1, .sends = 3, .crashes = 1}, real), kMostStates);
  CHECK_FALSE(found.wrong.empty());
}
