// Planned work on what both teams share: a ticket of kind `change` with a window, what it touches, and who has a say.
// The agreement decides all of it: whom the activity consults is asked and must answer before anybody approves, its
// limits say what the responsible team may approve alone, its freezes say when nothing is changed.
//
//   OpenTicket command{…, .kind = TicketKind::Change, .change = ChangePlan{…}};
//   decide(ticket, AnswerChange{.answer = ChangeAnswer::Agree}, …);   // each of those who are asked
//   decide(ticket, ApproveChange{}, …);                               // refused while frozen or clashing
//   decide(ticket, StartChange{}, …);                                 // within the window
//
//   proposed ─▶ approved ─▶ running ─▶ finished, or rolled back
//      └───────────┴─▶ lapsed (its window is over), withdrawn          another window makes it proposed again
//
// A standard change is an action that the agreement lets the team do unasked: approved as the team plans it. An
// emergency starts unapproved and at any time; who answers for it is told at once, and it must be reviewed afterwards
// before its ticket can be closed. Neither freezes nor clashes stop it. (docs/changes.md tells this to people.)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/escalation.h"
#include "desk/names.h"
#include "desk/ownership.h"

namespace tandem::desk {

enum class ChangeKind : std::uint8_t { Normal, Standard, Emergency };
[[nodiscard]] std::string_view to_text(ChangeKind kind);  // "normal"
// In the order of policy::Risk.
enum class ChangeRisk : std::uint8_t { Low, Medium, High };
[[nodiscard]] std::string_view to_text(ChangeRisk risk);
enum class ChangePhase : std::uint8_t { Proposed, Approved, Running, Finished, RolledBack, Lapsed, Withdrawn };
[[nodiscard]] std::string_view to_text(ChangePhase phase);  // "rolled-back"
// Whether it may still happen or does: only such changes clash.
[[nodiscard]] constexpr bool is_live(ChangePhase phase) {
  return phase == ChangePhase::Proposed || phase == ChangePhase::Approved || phase == ChangePhase::Running;
}
enum class ChangeAnswer : std::uint8_t { Agree, Object };
[[nodiscard]] std::string_view to_text(ChangeAnswer answer);
enum class ChangeOutcome : std::uint8_t { Success, Partly };
[[nodiscard]] std::string_view to_text(ChangeOutcome outcome);
// By what right it was approved.
enum class ApprovalGround : std::uint8_t {
  Standard,     // the agreement lets the team do the action unasked
  Authority,    // within what the responsible team may do alone
  Accountable,  // who answers for the activity
  Decider,      // whom the kind of decision names
  Deadlock,     // who decides where those who were consulted object
};
[[nodiscard]] std::string_view to_text(ApprovalGround ground);
enum class ChangeFindingKind : std::uint8_t {
  Freeze,          // its window lies in a freeze
  FreezeExcepted,  // in one that excepts its kind of decision
  Clash,           // with another change
  BusinessHours,   // while the business is open
  NobodyThere,     // the responsible team is not open when it begins
};
[[nodiscard]] std::string_view to_text(ChangeFindingKind kind);  // "business-hours"
// What people are reminded of.
enum class ChangeNotice : std::uint8_t { AnswersMissing, Overrun, ReviewSoon, ReviewDue };
[[nodiscard]] std::string_view to_text(ChangeNotice notice);  // "answers-missing"

struct ChangePlan {
  ChangeKind kind = ChangeKind::Normal;
  ActivityName activity{};  // in OpenTicket empty: that of the ticket's category
  std::string action{};     // one of the activity's `may`; empty: none of them. A standard change has one
  base::Instant from{};     // the window, half-open
  base::Instant to{};
  std::vector<SiteName> sites{};  // with the next two: what is touched; not all three are empty
  std::vector<AssetClassName> asset_classes{};
  std::vector<std::string> assets{};  // by name, as people write them
  std::string plan{};
  std::string roll_back{};
  ChangeRisk risk = ChangeRisk::Low;
  DecisionKindName decision{};  // the agreement's kind of decision that it falls under; may be empty
  bool operator==(const ChangePlan&) const = default;

  [[nodiscard]] base::Interval window() const { return {from, to}; }
};

inline constexpr std::size_t kMaxTouched = 50;     // of each of sites, asset classes and assets
inline constexpr std::size_t kMaxAssetName = 200;  // in code points
inline constexpr base::Duration kLongestWindow = base::hours(24 * 90);
// An emergency is reviewed within so long of its end, and people are reminded so long before.
inline constexpr base::Duration kReviewWithin = base::hours(24 * 5);
inline constexpr base::Duration kReviewReminder = base::hours(24);

// A team or a person whose answer is needed; the other is empty. Any member speaks for a team.
struct Consulted {
  TeamName team;
  PersonName person;
  bool operator==(const Consulted&) const = default;
};
[[nodiscard]] const std::string& name_of(const Consulted& consulted);

struct ChangeFinding {
  ChangeFindingKind kind = ChangeFindingKind::Freeze;
  bool blocks = false;       // it cannot be approved like this
  std::string text;          // one sentence
  std::uint64_t number = 0;  // Clash: of the other ticket; 0 where it is confidential
  std::string file;          // of the agreement; empty when no line of it is the reason
  std::uint32_t line = 0;
  bool operator==(const ChangeFinding&) const = default;
};

// Commands ----------------------------------------------------------------------------------------------------------

struct AnswerChange {  // by whom is consulted
  ChangeAnswer answer = ChangeAnswer::Agree;
  std::string reason{};  // needed to object
};
struct ApproveChange {
  std::string note{};
};
struct RescheduleChange {  // asks those who are consulted again
  base::Instant from{};
  base::Instant to{};
  std::string reason{};
  std::string plan{};  // empty: as it was
  std::string roll_back{};
};
struct StartChange {};
struct FinishChange {
  ChangeOutcome outcome = ChangeOutcome::Success;
  std::string note{};  // needed where it succeeded in part
};
struct RollBackChange {
  std::string reason{};
};
struct ReviewChange {
  std::string text{};
};
struct WithdrawChange {
  std::string reason{};
};

// Events ------------------------------------------------------------------------------------------------------------

struct ChangePlanned {
  ChangePlan plan;
  std::vector<Consulted> asked;
  std::optional<base::Instant> answers_due;  // nothing: nobody is asked
  bool operator==(const ChangePlanned&) const = default;
};
struct ChangeRescheduled {
  base::Instant from;
  base::Instant to;
  std::string reason;
  std::string plan;  // empty: as it was
  std::string roll_back;
  std::vector<Consulted> asked;
  std::optional<base::Instant> answers_due;
  bool operator==(const ChangeRescheduled&) const = default;
};
struct ChangeAnswered {
  std::vector<Consulted> as;  // for whom the actor spoke; never empty
  ChangeAnswer answer = ChangeAnswer::Agree;
  std::string reason;
  bool operator==(const ChangeAnswered&) const = default;
};
struct ChangeApproved {
  ApprovalGround ground = ApprovalGround::Accountable;
  std::string note;
  std::vector<ChangeFinding> findings;  // that were known, and did not block
  std::vector<Told> told;
  bool operator==(const ChangeApproved&) const = default;
};
struct ChangeStarted {
  std::vector<Told> told;  // of an emergency: who answers for it, and who would have been asked
  bool operator==(const ChangeStarted&) const = default;
};
struct ChangeFinished {
  ChangeOutcome outcome = ChangeOutcome::Success;
  std::string note;
  std::vector<Told> told;
  std::optional<base::Instant> review_due;
  bool operator==(const ChangeFinished&) const = default;
};
struct ChangeRolledBack {
  std::string reason;
  std::vector<Told> told;
  std::optional<base::Instant> review_due;
  bool operator==(const ChangeRolledBack&) const = default;
};
struct ChangeReviewed {
  std::string text;
  bool operator==(const ChangeReviewed&) const = default;
};
struct ChangeWithdrawn {
  std::string reason;  // empty: its ticket was resolved or closed
  bool operator==(const ChangeWithdrawn&) const = default;
};
struct ChangeLapsed {  // its window is over and it was not started
  std::vector<Told> told;
  bool operator==(const ChangeLapsed&) const = default;
};
struct ChangeNoticed {
  ChangeNotice notice = ChangeNotice::AnswersMissing;
  std::vector<Told> told;
  bool operator==(const ChangeNoticed&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct PlannedChange {
  ChangePlan plan;  // with the window of now
  ChangePhase phase = ChangePhase::Proposed;
  Actor planned_by;
  base::Instant planned_at;
  std::vector<Consulted> asked;
  struct Answer {
    Consulted as;
    Actor by;
    base::Instant at;
    ChangeAnswer answer = ChangeAnswer::Agree;
    std::string reason;
    bool operator==(const Answer&) const = default;
  };
  std::vector<Answer> answers;  // the latest of each who is asked, about the window of now
  std::optional<base::Instant> answers_due;
  bool answers_noticed = false;
  struct Approval {
    Actor by;
    base::Instant at;
    ChangeApproved approved;
    bool operator==(const Approval&) const = default;
  };
  std::optional<Approval> approval;
  std::optional<base::Instant> started_at;
  std::optional<base::Instant> ended_at;
  std::optional<ChangeOutcome> outcome;  // exactly while it is finished
  std::string closing_words;             // of finishing, rolling back or withdrawing
  bool overrun_noticed = false;
  std::uint32_t rescheduled = 0;
  struct Review {
    base::Instant due;
    bool soon_noticed = false;
    bool due_noticed = false;
    std::optional<base::Instant> done_at;
    Actor by;
    std::string text;
    bool operator==(const Review&) const = default;
  };
  std::optional<Review> review;  // of the latest emergency that was started
  bool operator==(const PlannedChange&) const = default;

  [[nodiscard]] const Answer* answer_of(const Consulted& consulted) const;  // null: none yet
  [[nodiscard]] std::vector<Consulted> unanswered() const;
  [[nodiscard]] bool is_objected_to() const;
  [[nodiscard]] bool owes_review() const { return review && !review->done_at; }
};

// A change of another ticket, as a store keeps it in its read table.
struct ScheduledChange {
  TicketId ticket;
  std::uint64_t number = 0;
  std::string subject{};
  ChangeKind kind = ChangeKind::Normal;
  ChangePhase phase = ChangePhase::Proposed;
  ChangeRisk risk = ChangeRisk::Low;
  base::Instant from{};
  base::Instant to{};
  Owner owner{};
  ActivityName activity{};
  DecisionKindName decision{};
  std::vector<SiteName> sites{};
  std::vector<AssetClassName> asset_classes{};
  std::vector<std::string> assets{};
  CategoryName category{};  // of its ticket: it may be confidential
  bool operator==(const ScheduledChange&) const = default;
};

}  // namespace tandem::desk
