// A ticket: the fold of its events. INVARIANT after the first two events (TicketOpened, OwnerAssigned), and for ever:
// ownership.owner.team and ownership.accountable are set, and at most one hand-off is pending.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/event.h"
#include "desk/segment.h"

namespace tandem::desk {

struct Comment {
  std::uint32_t number = 0;
  base::Instant at;
  Actor author;
  Visibility visibility = Visibility::Both;
  TeamName team;
  std::string text;
  bool operator==(const Comment&) const = default;
};

struct PendingHandoff {
  HandoffOffered offer;
  base::Instant offered_at;
  Actor offered_by;
  bool operator==(const PendingHandoff&) const = default;
};

struct Ticket {
  TicketId id;
  std::uint32_t version = 0;  // how many events it is the fold of
  TicketOpened facts;         // as opened, except category and priority, which are kept current
  State state = State::New;
  std::optional<WaitingOn> waiting_on;  // exactly while state is Waiting
  Ownership ownership;
  AssignmentCause brought_by = AssignmentCause::Opened;  // why the team that has it has it
  // Whom people brought it to: whoever took or accepted it, or was given it. Only while they have it; else empty.
  PersonName brought_to{};
  base::Instant opened_at;
  base::Instant updated_at;
  // When somebody of either team first answered the requester where they can read it, or began to work. It stays.
  std::optional<base::Instant> responded_at;
  std::optional<base::Instant> resolved_at;  // the latest; empty again after a reopening
  std::vector<Segment> segments;             // empty before the second event
  std::vector<Comment> comments;
  std::optional<PendingHandoff> handoff;
  std::uint32_t last_epoch = 0;  // of hand-offs
  std::vector<TeamName> trail;   // which gave it on by hand-offs, since it was opened, reopened or ruled about
  Escalation escalation;
  TargetsTold targets_told{};             // since it was opened, reopened or got another priority
  std::optional<ActivityName> strategic;  // the strategic activity that it belongs to, where somebody said so
  std::optional<Dispute> dispute;
  std::optional<PlannedChange> change{};     // exactly with facts.kind == TicketKind::Change
  std::vector<PersonName> watchers;          // sorted
  std::vector<std::string> tags;             // sorted
  std::optional<Satisfaction> satisfaction;  // since it was last opened
  std::optional<DecisionRequest> decision;   // exactly with kind Decision, from the third event on
  std::uint32_t handoffs_accepted = 0;
  std::uint32_t reopened = 0;
  std::vector<Link> links{};          // in the order in which they were made
  std::vector<Follower> followers{};  // requesters of what was merged into it
  std::optional<TicketId> merged_into{};
  std::optional<VendorCase> vendor_case{};  // exactly where the kind says so
  std::optional<Problem> problem{};         // exactly where the kind says so
  std::optional<MajorIncident> major{};     // stays when it is over
  std::vector<Attachment> files{};          // number 1 first, with those that were removed
  std::optional<FormFilled> form{};         // what it was asked for with
  std::vector<StartedChecklist> checklists{};
  std::string not_needed{};  // why, of a task that is closed because of that; else empty
  std::optional<DueDate> due{};
  std::uint32_t last_question = 0;    // of its disputes (dispute.h); the one that is asked while there is one
  std::vector<DoneAction> actions{};  // number 1 first
  std::optional<LeaveCover> cover{};  // exactly where it is a task for somebody's leave
  // Who declined what the team that has it offered, since it has it, since it was reopened or ruled about.
  std::vector<TeamName> declined_by{};

  // In ticket.cpp: every file that passes tickets on would compile the copying of so much anew.
  explicit Ticket(TicketId named);
  Ticket(const Ticket& other);
  Ticket(Ticket&& other) noexcept;
  Ticket& operator=(const Ticket& other);
  Ticket& operator=(Ticket&& other) noexcept;
  ~Ticket();
  bool operator==(const Ticket& other) const;
};

// Whether it was decided which team has it: ruled, or because of its strategic implications.
[[nodiscard]] inline bool was_decided(const Ticket& ticket) {
  return ticket.brought_by == AssignmentCause::Ruled || ticket.brought_by == AssignmentCause::Strategic;
}

// Whether people brought it to one of them by name, and not only to their team.
[[nodiscard]] inline bool names_somebody(AssignmentCause cause) {
  return cause == AssignmentCause::HandoffAccepted || cause == AssignmentCause::Taken ||
         cause == AssignmentCause::Assigned || cause == AssignmentCause::Recorded;
}

// How a step of a checklist stands; nothing: the ticket is no task. checklist.cpp
[[nodiscard]] std::optional<StepState> step_of(const Ticket& ticket);
// What the ticket is a step of; nothing: it is no task, or part of nothing.
[[nodiscard]] std::optional<TicketId> whole_of(const Ticket& ticket);
// Whether something may become a step of it: it is open, or does not wait for its steps. A decision ends by being
// taken, and what follows from a major incident outlasts it.
[[nodiscard]] bool takes_steps(const Ticket& ticket);

[[nodiscard]] std::string_view to_text(State state);  // "new" …
[[nodiscard]] std::string_view to_text(WaitingOn on);
[[nodiscard]] std::string_view to_text(Visibility visibility);  // "requester", "both", "team"
[[nodiscard]] std::string_view to_text(Source source);
[[nodiscard]] std::string_view to_text(TicketKind kind);
[[nodiscard]] std::string_view to_text(AssignmentCause cause);  // "handoff-accepted"
// The inverse of to_text for any of the types above and ActorKind; nothing for other words. O(number of values).
template <class Enum>
[[nodiscard]] std::optional<Enum> parse(std::string_view text);

}  // namespace tandem::desk
