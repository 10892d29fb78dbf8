// A caller inside one engagement, and as whom they read one ticket of it; and what a step works with. Private to the
// use cases on tickets.
#pragma once

#include "app/tickets.h"

namespace tandem::app {

struct Tickets::Scope {
  const Caller& caller;
  MembershipRecord membership;  // or as whom they read the one ticket that it is about
  std::shared_ptr<const Engagement> engagement;
  desk::Actor actor;

  [[nodiscard]] const policy::Policy& policy() const { return *engagement->policy; }
  [[nodiscard]] const desk::EngagementName& name() const { return engagement->record.name; }
  // Nothing: the ticket does not exist for the caller.
  [[nodiscard]] std::optional<Scope> of(const desk::Ticket& ticket) const {
    auto reading = reads_as(caller, membership, ticket, policy());
    if (!reading) return std::nullopt;
    desk::Actor as = actor_of(caller, *reading, policy());
    return Scope{.caller = caller, .membership = *std::move(reading), .engagement = engagement, .actor = std::move(as)};
  }
  [[nodiscard]] bool hides(const desk::Ticket& other) const { return hides_other(caller, membership, other, policy()); }
};

inline constexpr std::string_view kNotYourRole = "your role does not allow this";

// One step inside a transaction. What is changed in the circumstances counts for what the desk is asked next.
struct Tickets::Step {
  Step(WriteTransaction& transaction, const Scope& of, const desk::Circumstances& given)
      : tx(transaction),
        scope(of),
        engagement(of.name()),
        circumstances(given),
        joint([this](desk::TicketId id) { return tx.ticket(engagement, id); }, circumstances) {
    circumstances.prefix = scope.engagement->record.prefix;
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

  // Who may take the step, and what the others are told.
  struct Permission {
    std::function<bool(const MembershipRecord&)> is_given_to;
    std::string_view otherwise = kNotYourRole;
  };
  // The ticket that is worked on, and as whom the caller reads it.
  struct Begun {
    const desk::Ticket* ticket;  // never null; until the step changes the ticket
    MembershipRecord membership;
  };
  // What every step on a ticket that is there begins with: the caller may read the ticket, may do this with it and has
  // seen it as it is; or why nothing is done. From then on the desk is asked as by whoever they are to the ticket.
  [[nodiscard]] base::Result<Outcome<Begun>> begin(desk::TicketId id, const Permission& permission,
                                                   const CommandOptions& options);

  // For commands about changes; asked where a ticket has one.
  [[nodiscard]] base::Result<void> read_changes();

  // For the ticket that is opened next: since when its requester is in the register of VIPs.
  [[nodiscard]] base::Result<void> read_vip(const desk::Requester& requester);

  WriteTransaction& tx;
  const Scope& scope;
  const desk::EngagementName& engagement;
  desk::Circumstances circumstances;
  std::vector<desk::ScheduledChange> changes;
  desk::JointStep joint;
};

// What a step on a ticket is refused with before the desk is asked.
inline std::unexpected<Failure> no_ticket() {
  return not_found("there is no such ticket");
}
inline std::unexpected<Failure> not_your_role() {
  return forbidden(std::string(kNotYourRole));
}

// Whom somebody asks about a step that they wait for and may not read: its team, and who leads that, where they may
// read it, else who answers for it. Nothing else is told of it. checklists.cpp
[[nodiscard]] desk::Owner whom_to_ask(const desk::Ticket& step, const policy::Policy& policy);

// The buttons of a ticket: the desk itself is asked, so that what is offered and what is accepted cannot differ.
[[nodiscard]] Allowed allowed_now(const MembershipRecord& membership, const desk::Ticket& ticket,
                                  const desk::Circumstances& circumstances);
// Writes what a step did to each of its tickets, who is told of it, and when time next does something to them.
[[nodiscard]] base::Result<void> keep_step(WriteTransaction& tx, const desk::EngagementName& engagement,
                                           const desk::JointStep& step, const desk::Circumstances& circumstances);

// Leaves in the view the files that the caller may read, and says which they may remove.
void view_files(TicketView& view, const MembershipRecord& membership, const desk::Circumstances& circumstances);
// Those of them on work that belongs together; part of the above.
void allow_related(Allowed& allowed, const MembershipRecord& membership, const desk::Ticket& ticket,
                   const desk::Circumstances& circumstances);

}  // namespace tandem::app
