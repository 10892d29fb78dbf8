// What happened to a ticket. Events are the truth: a ticket is the fold of its events (evolve.h), every read table is
// made from them, and none is ever changed. Each kind is one struct with just the data it needs.
//
// Their durable form is record/; adding a field there needs a default for events written before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/alternative.h"
#include "base/time.h"
#include "desk/actor.h"
#include "desk/attachment.h"
#include "desk/checklist.h"
#include "desk/decision_request.h"
#include "desk/dispute.h"
#include "desk/done_action.h"
#include "desk/due_date.h"
#include "desk/escalation.h"
#include "desk/leave_cover.h"
#include "desk/link.h"
#include "desk/major_incident.h"
#include "desk/ownership.h"
#include "desk/planned_change.h"
#include "desk/problem.h"
#include "desk/request_form.h"
#include "desk/satisfaction.h"
#include "desk/tags.h"
#include "desk/target_watch.h"
#include "desk/vendor_case.h"
#include "desk/visibility.h"
#include "desk/watching.h"

namespace tandem::desk {

enum class TicketKind : std::uint8_t { Incident, Request, Change, Decision, Problem, Task, VendorCase };
enum class Source : std::uint8_t { Portal, Email, Api, Alert, Duty };
enum class WaitingOn : std::uint8_t { Requester, Vendor, Problem, Evidence };
// Why an owner was worked out or set anew.
enum class AssignmentCause : std::uint8_t {
  Opened,
  PriorityChanged,
  CategoryChanged,
  HandoffAccepted,
  Taken,
  Reopened,
  Reconsidered,  // the circumstances changed: somebody's hours, leave or duty
  Assigned,      // somebody of the team gave it to a colleague
  Released,      // the person who had it gave it back to the team
  Strategic,     // it has strategic implications
  Ruled,         // those who decide disputes said whose it is
  NewVersion,    // another version of the agreement came into force, and names others
  Recorded
};

struct Requester {
  std::string name;
  std::string email;  // may be empty in imported history
  bool vip = false;
  bool operator==(const Requester&) const = default;
};

// A reference into the system something was imported from: ("servicenow", "INC0000045").
struct ExternalKey {
  std::string system;
  std::string key;
  bool operator==(const ExternalKey&) const = default;
};

struct TicketOpened {
  std::uint64_t number = 0;  // unique within the engagement, from 1
  TicketKind kind = TicketKind::Incident;
  std::string subject;
  std::string description;
  Requester requester;
  CategoryName category;
  PriorityName priority;
  SiteName site;               // empty: unknown
  DepartmentName department;   // empty: unknown
  AssetClassName asset_class;  // empty: unknown
  Source source = Source::Portal;
  std::optional<ExternalKey> external;
  std::optional<base::Instant> vip_since{};  // in the register of VIPs, where that is why the requester is one
  bool operator==(const TicketOpened&) const = default;
};
struct OwnerAssigned {
  AssignmentCause cause = AssignmentCause::Opened;
  Ownership ownership;
  bool operator==(const OwnerAssigned&) const = default;
};
struct CommentAdded {
  std::uint32_t comment = 0;  // from 1, within the ticket
  Visibility visibility = Visibility::Both;
  TeamName team;                       // with Visibility::Team: the team that may read it
  std::string text;                    // Markdown
  std::vector<PersonName> mentions{};  // people whom the text calls by their names in the agreement
  bool operator==(const CommentAdded&) const = default;
};
struct PriorityChanged {
  PriorityName from;
  PriorityName to;
  bool operator==(const PriorityChanged&) const = default;
};
struct CategoryChanged {
  CategoryName from;
  CategoryName to;
  bool operator==(const CategoryChanged&) const = default;
};
// An offer has an epoch, counted from 1 within the ticket; answers name it and count only while it is pending.
struct HandoffOffered {
  std::uint32_t epoch = 0;
  Owner from;
  TeamName to_team;
  PartyName to_party;
  PersonName to_person;  // empty: anybody of the team may accept
  std::string note;      // what is known, what was tried, what is needed
  base::Instant expires_at;
  bool operator==(const HandoffOffered&) const = default;
};
struct HandoffAccepted {
  std::uint32_t epoch = 0;
  bool operator==(const HandoffAccepted&) const = default;
};
struct HandoffDeclined {
  std::uint32_t epoch = 0;
  std::string reason;
  bool operator==(const HandoffDeclined&) const = default;
};
struct HandoffWithdrawn {
  std::uint32_t epoch = 0;
  bool operator==(const HandoffWithdrawn&) const = default;
};
struct HandoffExpired {
  std::uint32_t epoch = 0;
  std::vector<PersonName> told;  // who leads the two teams
  bool operator==(const HandoffExpired&) const = default;
};
struct WorkStarted {  // somebody began: the state goes from New (or Waiting) to Active
  bool operator==(const WorkStarted&) const = default;
};
struct WorkReleased {  // the person who had it gave it back: Active goes to New
  std::string reason;
  bool operator==(const WorkReleased&) const = default;
};
struct WaitStarted {
  WaitingOn on = WaitingOn::Requester;
  bool operator==(const WaitStarted&) const = default;
};
struct TicketResolved {
  std::string note;
  bool operator==(const TicketResolved&) const = default;
};
struct TicketReopened {
  std::string reason;
  bool operator==(const TicketReopened&) const = default;
};
struct TicketClosed {
  bool operator==(const TicketClosed&) const = default;
};

using EventAlternatives = std::variant<
    TicketOpened, OwnerAssigned, CommentAdded, PriorityChanged, CategoryChanged, HandoffOffered, HandoffAccepted,
    HandoffDeclined, HandoffWithdrawn, HandoffExpired, WorkStarted, WaitStarted, TicketResolved, TicketReopened,
    TicketClosed, WorkReleased, Acknowledged, EscalationStepTaken, StrategicFlagged, DisputeRaised, RulingGiven,
    DisputeMovedOn, DisputeSettled, TargetWarned, ChangePlanned, ChangeRescheduled, ChangeAnswered, ChangeApproved,
    ChangeStarted, ChangeFinished, ChangeRolledBack, ChangeReviewed, ChangeWithdrawn, ChangeLapsed, ChangeNoticed,
    WatchStarted, WatchEnded, TagsChanged, ServiceRated, DecisionAsked, AdviceGiven, RecommendationSealed,
    RecommendationsOpened, DecisionPassedOn, DecisionTaken, LapseReminded, DecisionLapsed, DecisionReplaced,
    TicketLinked, TicketUnlinked, TicketMerged, FollowerAdded, LinkedTicketMoved, VendorCaseOpened, VendorChased,
    VendorAnswered, VendorChaseDue, VendorLoopFound, RootCauseFound, KnownErrorDeclared, MajorDeclared, MajorRoleGiven,
    TimelineNoted, MajorUpdateSent, MajorUpdateOverdue, MajorStoodDown, MajorReviewed, FormFilled, ChecklistStarted,
    FoundNotNeeded, DueDateSet, DueDateNoticed, FileAttached, FileRemoved, ActionRecorded, ActionAnswered, CoverWanted,
    CoverReminded, CoverArranged, DecisionUsed>;

// What happened: one of the alternatives, which std::get_if, std::visit and the like find. Made, copied, compared and
// destroyed in event.cpp alone: every file that passes events on would compile the machinery of so large a variant
// anew.
struct EventData : EventAlternatives {
  EventData();
  template <base::AlternativeOf<EventAlternatives> T>
  EventData(T alternative);  // NOLINT(google-explicit-constructor): as of a variant
  EventData(const EventData& other);
  EventData(EventData&& other) noexcept;
  EventData& operator=(const EventData& other);
  EventData& operator=(EventData&& other) noexcept;
  ~EventData();
  bool operator==(const EventData& other) const;
};

struct Event {
  base::Instant at;
  Actor actor;
  EventData data;
  bool operator==(const Event&) const = default;
};

// The event's name in records, in the API and in live updates: "ticket-opened".
[[nodiscard]] std::string_view name_of(const EventData& data);
// The inverse: the kind with the name, its data empty; nothing for other words.
[[nodiscard]] std::optional<EventData> make_event_data(std::string_view name);

}  // namespace tandem::desk
