// One step that may concern several tickets: what is decided on one, and what those hear that are linked with it
// (ripple.h). All of it is to be written in one transaction, or nothing.
//
//   JointStep step(find, circumstances);
//   TANDEM_TRY(const auto refusal, step.decide(id, MergeTicket{.into = survivor, .reason = {}}));
//   if (!refusal) for (const JointStep::Changed* one : step.changed()) append(one->ticket, one->events);
//
// Several commands may be given one after the other; each sees the tickets as those before left them. After a refusal
// or an error the step is worth nothing. Pure but for `find`.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/error.h"
#include "desk/decide.h"
#include "desk/ripple.h"

namespace tandem::desk {

class JointStep {
 public:
  // A ticket as it is stored; nothing when there is none. Asked at most once about each.
  using Find = std::function<base::Result<std::optional<Ticket>>(TicketId)>;
  struct Changed {
    Ticket ticket;                   // as the step leaves it
    Events events;                   // that the step adds
    std::optional<Ticket> before{};  // as the step found it, once it has events; nothing: it was opened
  };

  // `circumstances`, without `related`, outlives this; what is changed in it counts from the next command on.
  JointStep(Find find, const Circumstances& circumstances) : find_(std::move(find)), circumstances_(circumstances) {}

  // Nothing: it was done. REQUIRES of decide(): the ticket is there.
  [[nodiscard]] base::Result<std::optional<Refusal>> open(TicketId id, const OpenTicket& command);
  [[nodiscard]] base::Result<std::optional<Refusal>> decide(TicketId id, const Command& command);

  // The ticket as the step leaves it; null: there is none.
  [[nodiscard]] base::Result<const Ticket*> ticket(TicketId id);
  // Those that got events, in the order in which they were first touched. They are this step's.
  [[nodiscard]] std::vector<const Changed*> changed() const;

 private:
  [[nodiscard]] base::Result<Changed*> touch(TicketId id);
  [[nodiscard]] base::Result<std::vector<Related>> facts_of(TicketId id, std::span<const LinkTicket> named);
  // Whether following `kind` from `from` arrives at `id`.
  [[nodiscard]] base::Result<bool> leads_back(LinkKind kind, TicketId from, TicketId id);
  [[nodiscard]] base::Result<void> add(Changed& changed, Events events);
  [[nodiscard]] base::Result<void> spread();
  [[nodiscard]] Circumstances circumstances_with(std::span<const Related> related) const;

  Find find_;
  const Circumstances& circumstances_;
  std::deque<Changed> tickets_;  // whose addresses stay
  std::deque<Ripple> ripples_;   // not heard yet
};

}  // namespace tandem::desk
