// What both sides have to decide: a ticket of kind `decision`. Somebody asks a question with options; whom the
// agreement names is asked for advice; each side writes what it would do if it were its call, sealed until every side
// has; whoever has the say takes one option with a reason. What is decided may hold for a time only, such as a risk
// that is accepted or an exception that is granted: its owner is reminded before it lapses and gets it back when it
// does.
//
// Rules (docs/decisions.md tells them to people; the agreement's words are policy::DecisionKind and policy::Authority):
// - The kind's `by` has the say; where it names nobody, whoever is closest: the person who has the ticket, else the one
//   who answers for it. It moves with the ticket.
// - A sealed recommendation is its side's alone. It opens when the last side has written, all in one step, and never
//   otherwise: a side that is silent learns nothing by waiting. Its event carries a salt, so that the ledger's leaf,
//   which everybody may see, does not let a text be guessed.
// - The say passes to the kind's `deadlock` when the sides differ or the time is over, and to somebody with authority
//   when an option costs or risks more than the activity's team may decide.
// - One decision ends once: what was decided is never changed, and what lapsed is decided anew by another that names
// it.
//
// desk::Decision (decide.h) is something else: the answer of the decider functions.
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

struct Ticket;

enum class RiskLevel : std::uint8_t { Low, Medium, High };
[[nodiscard]] std::string_view to_text(RiskLevel level);  // "low"; as policy::Risk has them
enum class PassedOnBecause : std::uint8_t {
  Disagreement,  // the sides would take different options
  Deadline,      // nobody decided in time
  Authority,     // the option is more than may be decided alone
  Confidential,  // whose say it was may not read it
};
[[nodiscard]] std::string_view to_text(PassedOnBecause why);  // "disagreement"
enum class DecisionStanding : std::uint8_t {
  Open,      // to be decided
  Dropped,   // the ticket ended without a decision
  Decided,   // and holds
  Lapsed,    // its time is over
  Replaced,  // another decision took its place
};
[[nodiscard]] std::string_view to_text(DecisionStanding standing);  // "open"

// Limits.
inline constexpr std::size_t kMaxOptions = 20;
inline constexpr std::size_t kMaxOptionName = 200;  // code points
inline constexpr std::size_t kMaxAsked = 50;        // people whom the asker wants heard as well

struct Cost {
  std::uint64_t hundredths = 0;
  std::string currency;  // ISO 4217
  bool operator==(const Cost&) const = default;
};
inline constexpr std::uint64_t kMaxCost = 100'000'000'000'000;  // in hundredths, of options and of actions

struct DecisionOption {
  std::string name;   // one line: "Replace it now"
  std::string words;  // what speaks for and against it; may be empty
  std::optional<Cost> cost;
  std::optional<RiskLevel> risk;
  std::string action;  // what it does, in the words of an activity's `may`; may be empty
  bool operator==(const DecisionOption&) const = default;
};
// Another decision, by the ticket it is.
struct DecisionRef {
  TicketId ticket{base::IdBits{}};
  std::uint64_t number = 0;
  bool operator==(const DecisionRef&) const = default;
};
struct AcceptedRisk {
  std::string what;
  std::string treatment;  // what is done about it meanwhile; may be empty
  bool operator==(const AcceptedRisk&) const = default;
};
struct PolicyException {
  std::string policy;  // what it is an exception from
  std::string scope;   // for whom or what; may be empty: as the question says
  bool operator==(const PolicyException&) const = default;
};

// Commands ----------------------------------------------------------------------------------------------------------

// The optional part of OpenTicket: what makes it a decision.
struct NewDecision {
  DecisionKindName kind;
  std::string question;
  std::vector<DecisionOption> options;    // two at least: leaving it as it is counts
  std::string evidence;                   // may be empty
  std::optional<base::Instant> deadline;  // earlier than the kind's `within`
  std::vector<PersonName> consult;        // besides whom the agreement names
  std::optional<TicketId> renews;         // REQUIRES: Circumstances::renews says what it is, or it is refused
};
struct GiveAdvice {
  std::string text;
};
struct Recommend {
  std::uint32_t option = 0;  // from 1
  std::string text;
  std::string salt;  // REQUIRES: kSaltLength unguessable characters; app::Tickets adds them
};
inline constexpr std::size_t kSaltLength = 43;
struct TakeDecision {
  std::uint32_t option = 0;  // from 1
  std::string reason;
  std::string conditions;              // may be empty
  std::optional<base::Instant> until;  // earlier than the kind's `expires`
  PersonName owner;                    // of what it allows; empty: whoever decides
  std::optional<AcceptedRisk> risk;
  std::optional<PolicyException> exception;
};
// The system's: another decision that names this one was taken.
struct ReplaceDecision {
  DecisionRef by;
};

// Events ------------------------------------------------------------------------------------------------------------

struct DecisionAsked {
  DecisionKindName kind;
  bool big = false;
  std::string question;
  std::vector<DecisionOption> options;
  std::string evidence;
  std::optional<base::Instant> deadline;
  PersonName by;  // empty: whoever is closest
  PersonName deadlock;
  std::vector<PersonName> heard;  // who must be, before it is decided
  std::vector<Told> consulted;    // who was asked for advice, and as what
  std::vector<PartyName> sides;
  std::vector<Reason> reasons;  // why they have the say
  std::optional<DecisionRef> renews;
  bool operator==(const DecisionAsked&) const = default;
};
struct AdviceGiven {
  std::string text;
  bool operator==(const AdviceGiven&) const = default;
};
struct RecommendationSealed {
  PartyName side;
  std::uint32_t option = 0;
  std::string text;
  std::string salt;
  bool operator==(const RecommendationSealed&) const = default;
};
// What one side would do; while it is sealed, only that side's people and the fold itself know it.
struct Recommendation {
  PartyName side;
  PersonName person;
  std::uint32_t option = 0;
  std::string text;
  bool operator==(const Recommendation&) const = default;
};
struct RecommendationsOpened {
  std::vector<Recommendation> recommendations;
  std::vector<PartyName> without{};  // sides that nobody may read it of, and that have not written
  bool operator==(const RecommendationsOpened&) const = default;
};
struct DecisionPassedOn {
  PassedOnBecause why = PassedOnBecause::Deadline;
  PersonName to;             // who has the say now; empty: whoever is closest still has it
  std::uint32_t option = 0;  // Authority: what was proposed
  std::string reason;        // Authority: why, by who proposed it
  std::string limit;         // Authority: what it goes beyond, in words
  std::vector<Told> told;
  std::string file;  // of the agreement, where it says so
  std::uint32_t line = 0;
  bool operator==(const DecisionPassedOn&) const = default;
};
struct DecisionTaken {
  std::uint32_t option = 0;
  std::string reason;
  std::string conditions;
  PersonName owner;
  std::optional<base::Instant> lapses_at;
  std::optional<base::Instant> remind_at;  // exactly where it lapses
  std::optional<AcceptedRisk> risk;
  std::optional<PolicyException> exception;
  std::vector<Told> told;  // the informed, and who was asked
  std::uint32_t agreement_version = 0;
  bool operator==(const DecisionTaken&) const = default;
};
struct LapseReminded {
  std::vector<Told> told;
  bool operator==(const LapseReminded&) const = default;
};
struct DecisionLapsed {
  std::vector<Told> told;
  bool operator==(const DecisionLapsed&) const = default;
};
struct DecisionReplaced {
  DecisionRef by;
  bool operator==(const DecisionReplaced&) const = default;
};
// What was decided was done, on a ticket that the decision is linked with (done_action.h): recorded there and here in
// one step, so that what is left of a decided cost is a fact of the decision, whichever ticket it is spent on.
struct DecisionUsed {
  TicketId ticket{base::IdBits{}};
  std::uint64_t number = 0;  // of the ticket
  std::uint32_t action = 0;  // its number within the ticket
  base::Instant done_at;
  std::optional<Cost> cost;
  bool operator==(const DecisionUsed&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct DecisionRequest {
  DecisionAsked asked;
  Actor asked_by;
  base::Instant asked_at;
  struct Advice {
    PersonName person;
    base::Instant at;
    std::string text;
    bool operator==(const Advice&) const = default;
  };
  std::vector<Advice> advice;  // each person's latest
  struct Sealed {
    Recommendation recommendation;
    base::Instant at;
    bool operator==(const Sealed&) const = default;
  };
  std::vector<Sealed> recommendations;        // each side's latest
  std::optional<base::Instant> opened_at;     // the recommendations: from then on everybody reads them
  std::optional<DecisionPassedOn> passed_on;  // to whom at last; why: as it first came to that place
  bool overdue = false;                       // the time was over before it was decided
  struct Outcome {
    DecisionTaken taken;
    Actor by;
    base::Instant at;
    bool operator==(const Outcome&) const = default;
  };
  std::optional<Outcome> outcome;
  std::optional<base::Instant> reminded_at;
  std::optional<base::Instant> lapsed_at;
  std::optional<DecisionRef> replaced_by;
  std::optional<base::Instant> replaced_at;
  struct Use {
    DecisionUsed used;
    Actor by;
    base::Instant at;
    bool operator==(const Use&) const = default;
  };
  std::vector<Use> uses;  // in the order in which they were recorded
  bool operator==(const DecisionRequest&) const = default;

  [[nodiscard]] bool is_written_by(const PartyName& side) const;
};

// Who has the say now; never empty. REQUIRES ticket.decision.
[[nodiscard]] PersonName decider_of(const Ticket& ticket);
[[nodiscard]] DecisionStanding standing_of(const Ticket& ticket);  // REQUIRES ticket.decision
// What of the cost that was decided is not spent yet; nothing where no cost was decided. decision_use.cpp
[[nodiscard]] std::optional<Cost> left_of(const DecisionRequest& decision);
// "250.00 USD". decision_authority.cpp
[[nodiscard]] std::string spoken_cost(const Cost& cost);
// When time next does something to it; nothing where there is no decision.
[[nodiscard]] std::optional<base::Instant> decision_due(const Ticket& ticket);

// What the decision that is renewed is, read in the same transaction.
struct PastDecision {
  DecisionRef ref;
  DecisionKindName kind;
  DecisionStanding standing = DecisionStanding::Open;
};

}  // namespace tandem::desk
