// What a decider has to know of other tickets: plain facts, read by app/ inside the transaction that the decision is
// made in (Circumstances::related).
//
//   for (const LinkTicket& named : named_by(ticket, command)) facts.push_back(related_of(other, leads_back));
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "desk/command.h"
#include "desk/ticket.h"

namespace tandem::desk {

// The option that a decision took, for how long it allows what it says, and what was done under it so far.
struct DecidedOption {
  DecisionOption option;
  base::Instant from;
  std::optional<base::Instant> until{};  // it lapses, lapsed or was replaced then; nothing: it holds
  std::vector<DecisionUsed> uses{};
};

struct Related {
  TicketId id{base::IdBits{}};
  std::uint64_t number = 0;
  TicketKind kind = TicketKind::Incident;
  State state = State::New;
  Owner owner{};
  PersonName accountable{};
  CategoryName category{};
  std::optional<TicketId> merged_into{};
  bool has_parent = false;
  bool is_major = false;    // and not stood down
  bool takes_steps = true;  // see takes_steps(), checklist.cpp
  std::size_t links = 0;
  std::optional<StepState> step{};         // of a task
  std::optional<DecidedOption> decided{};  // of a decision that was taken
  // Whether following the relation in which the command names it leads from it back to the ticket that is decided on.
  bool leads_back = false;
};

// The other tickets that a command to the ticket is about, and in which relation it puts the ticket to them: what it
// names, and besides those that the rule asks about, as what `relates-to` it: the whole of a step, the ticket of a
// vendor case, and of a duplicate its vendor cases.
[[nodiscard]] std::vector<LinkTicket> named_by(const Ticket& ticket, const Command& command);
[[nodiscard]] Related related_of(const Ticket& other, bool leads_back);

}  // namespace tandem::desk
