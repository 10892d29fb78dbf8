// What somebody did that an agreement may let their team do alone: isolated a host, blocked a sender, bought a part. An
// activity's `may` and `limits` say what its responsible team does without asking (policy::Authority). Whoever did it
// records it on the ticket that it was done for; the desk holds it against the agreement in force and tells the other
// side afterwards.
//
//   decide(ticket, RecordAction{.name = "isolate-host", .on = "PC-12", .done_at = ten_twenty, .cost = {}, .risk = {},
//                               .reason = {}}, …)
//
// Rules (docs/authority.md tells them to people):
// - Within `may` and `limits`: it is kept with the line of the agreement that allows it.
// - Beyond them: refused, with whom to ask. Where it has been done all the same, it is recorded as done without
//   authority, with the reason; then somebody of the other side acknowledges it or disputes it, and it stays open until
//   it is acknowledged.
// - What was decided may be done as it was decided: with the decision that was asked for, linked with the ticket.
// - What is spent alone on one ticket is added up: two small orders are one large one.
// - A person of the client who answers for the activity is bound by neither.
//
// Nothing is ever taken back: what was done was done.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "desk/actor.h"
#include "desk/decision_request.h"
#include "desk/escalation.h"
#include "desk/names.h"

namespace tandem::desk {

struct Circumstances;

inline constexpr std::size_t kMaxActions = 200;                        // of a ticket
inline constexpr std::size_t kMaxActionName = 100;                     // code points
inline constexpr std::size_t kMaxActionTarget = 500;                   // the same
inline constexpr base::Duration kOldestAction = base::hours(24 * 31);  // before it is recorded

enum class ActionAnswer : std::uint8_t { Acknowledge, Dispute };
[[nodiscard]] std::string_view to_text(ActionAnswer answer);  // "acknowledge"

// Commands ----------------------------------------------------------------------------------------------------------

struct RecordAction {
  std::string name;  // in the words of an activity's `may`, or in others where it is not among them
  std::string on;    // what it was done to: "PC-12"; may be empty
  base::Instant done_at;
  std::optional<Cost> cost;            // nothing: it cost nothing
  std::optional<RiskLevel> risk;       // nothing: not said
  std::string reason;                  // why it was done without authority; empty: it was not
  std::optional<TicketId> decided_by;  // the decision that was asked for before; linked with the ticket
};
// By whoever answers for the other side. What was acknowledged stays so; who disputed it may still acknowledge it.
struct AnswerAction {
  std::uint32_t action = 0;
  ActionAnswer answer = ActionAnswer::Acknowledge;
  std::string words;  // needed to dispute it
};

// Events ------------------------------------------------------------------------------------------------------------

struct ActionRecorded {
  std::uint32_t action = 0;  // from 1, within the ticket
  std::string name;
  std::string on;
  base::Instant done_at;
  std::optional<Cost> cost;
  std::optional<RiskLevel> risk;
  TeamName team;          // that the person did it for
  ActivityName activity;  // whose `may` and `limits` it was held against
  std::string because;    // one sentence: what allows it, or in what it goes beyond
  std::string file;       // of the agreement, where that stands
  std::uint32_t line = 0;
  std::string reason;      // why it was done without authority; empty: it was not
  PersonName asked;        // who acknowledges or disputes it; empty: nobody has to, or the agreement names nobody
  std::vector<Told> told;  // afterwards
  std::uint32_t agreement_version = 0;
  std::optional<DecisionRef> decided_by;  // what allows it besides
  bool operator==(const ActionRecorded&) const = default;

  [[nodiscard]] bool was_allowed() const { return reason.empty(); }
};
struct ActionAnswered {
  std::uint32_t action = 0;
  ActionAnswer answer = ActionAnswer::Acknowledge;
  std::string words;
  bool operator==(const ActionAnswered&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct DoneAction {
  ActionRecorded recorded;
  base::Instant at;
  Actor by;
  std::uint32_t version = 0;  // of the ticket, when it was recorded: what the notices about it are of
  struct Answer {
    ActionAnswer answer = ActionAnswer::Acknowledge;
    std::string words;
    base::Instant at;
    Actor by;
    bool operator==(const Answer&) const = default;
  };
  std::optional<Answer> answer;  // the latest
  bool operator==(const DoneAction&) const = default;

  // Done without authority, and not acknowledged.
  [[nodiscard]] bool is_open() const {
    return !recorded.was_allowed() && !(answer && answer->answer == ActionAnswer::Acknowledge);
  }
};

// What somebody may do alone on a ticket, before they do it: what a screen shows.
struct Boundaries {
  ActivityName activity;
  TeamName team;                  // whose `may` and `limits` it is
  bool binds = true;              // the actor is bound by them; no: they answer for it, for the client
  bool is_theirs = false;         // the actor is of that team
  std::vector<std::string> may;   // empty where it is not theirs
  std::string spend;              // "250 USD per month"; empty: no limit is said
  std::string spent;              // what of it is spent on this ticket: "120.00 USD"; empty: nothing
  std::optional<RiskLevel> risk;  // up to this; nothing: no limit is said
  std::string file;               // where it stands
  std::uint32_t line = 0;
  PersonName ask;           // who has the say beyond; empty: nobody is named
  DecisionKindName decide;  // the kind of decision that asks them; empty: the agreement has none
  std::vector<Told> told;   // whom the desk would tell
};
// Of an actor who is a person of the client or a provider; for others nothing is theirs. done_action.cpp
[[nodiscard]] Boundaries boundaries_of(const Ticket& ticket, const Circumstances& circumstances);

}  // namespace tandem::desk
