// What the desk promises: of a ticket at every moment, of tickets that are linked, and of one step. Each answers with
// what is broken, or with an empty text. They are written from docs/desk.md and the agreement, not from the deciders.
#pragma once

#include <span>
#include <string>

#include "desk/decide.h"

namespace tandem::protocol {

// One step, seen from the ticket that was decided on.
struct Seen {
  const desk::Ticket& before;
  const desk::Ticket& after;
  const desk::Command& command;
  const desk::Actor& actor;
  const desk::Events& events;
  const policy::Policy& policy;  // in force
  base::Instant now;

  [[nodiscard]] bool moved() const { return before.ownership.owner.team != after.ownership.owner.team; }
  [[nodiscard]] bool is_time() const { return std::holds_alternative<desk::PassTime>(command); }
};

// `given` is the agreement that its ownership was decided by.
[[nodiscard]] std::string broken_record(const desk::Ticket& ticket, const policy::Policy& given);
[[nodiscard]] std::string broken_links(std::span<const desk::Ticket> items);
[[nodiscard]] std::string broken_promise(const Seen& seen);
// Of a ticket that heard of a step on another one.
[[nodiscard]] std::string broken_hearing(const desk::Ticket& before, const desk::Ticket& after);

// Those whom the dispute's step names and who are of the agreement. REQUIRES ticket.dispute.
[[nodiscard]] std::vector<desk::PersonName> asked_to_rule(const desk::Ticket& ticket, const policy::Policy& policy);
// What the desk has left undone that has just looked at the ticket.
[[nodiscard]] std::string left_undone(const desk::Ticket& ticket, const policy::Policy& policy, base::Instant now);

}  // namespace tandem::protocol
