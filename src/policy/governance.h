// How the parties decide, disagree and meet an emergency: the part of the agreement that the desk executes when it is
// not the question who works on something but who has the say. Plain data, part of a Spec; references are indices into
// the vectors of the same Spec.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "policy/parts.h"

namespace tandem::policy {

// How long something may take or holds. Business time is that of `Governance::clock`; a month ends on the same day of
// the month, or on its last (term.h).
struct Term {
  std::int64_t count = 0;
  enum class Unit : std::uint8_t { Minute, BusinessMinute, Month } unit = Unit::Minute;
  std::string text{};  // as the agreement has it: "5 business days"
};

// Teams and people whom something is told, or who are asked.
struct Audience {
  std::vector<TeamIndex> teams{};
  std::vector<PersonIndex> people{};
};

// Who rules when both sides say that work is not theirs.
struct DisputeRules {
  Term decide_within{};                          // for each step
  std::vector<std::vector<PersonIndex>> path{};  // in order; the people of a step decide together; none is empty
  TextPlace at{};
};

struct DecisionKind {
  std::string name{};
  bool big = false;
  PersonIndex by{};                 // none: whoever is closest to the work
  std::vector<PersonIndex> with{};  // must be heard
  std::optional<Term> within{};
  PersonIndex deadlock{};         // may be none
  std::optional<Term> expires{};  // when it must be taken anew
  TextPlace at{};
};

// A team, or a person; the other is none.
struct Post {
  TeamIndex team{};
  PersonIndex person{};
};

// How often those concerned may be owed an update while a scenario is on.
inline constexpr base::Duration kShortestUpdateInterval = base::minutes(5);
inline constexpr base::Duration kLongestUpdateInterval = base::hours(24);

struct Scenario {
  std::string name{};
  std::optional<Post> contain{};
  std::optional<Post> communicate{};
  std::optional<Post> recover{};
  struct Say {
    std::string what{};  // "pay"
    PersonIndex who{};
  };
  std::vector<Say> decide{};
  std::optional<base::Duration> updates{};  // within the two bounds above; nothing: as the desk does it
  TextPlace at{};
};

// A time in which nothing is changed, but for the kinds of decisions that are excepted.
struct Freeze {
  std::string name{};  // may be empty
  base::Interval during{};
  std::vector<DecisionIndex> except{};
  TextPlace at{};
};

// Work that only the named may read. Its category need not be one of the agreement's.
struct ConfidentialCategory {
  std::string name{};
  std::vector<PersonIndex> read{};
  TextPlace at{};
};

struct Governance {
  CalendarIndex clock{};  // of the default priority's target; none: all time is business time
  std::optional<DisputeRules> disputes{};
  std::vector<DecisionKind> decisions{};
  std::vector<Scenario> scenarios{};
  std::vector<Freeze> freezes{};
  std::vector<ConfidentialCategory> confidential{};
  std::optional<Audience> critical_news{};  // `communication: {critical: {tell: …}}`
};

// What an activity's team may do without asking (requirement of the parties' authority boundaries).
enum class Risk : std::uint8_t { Low, Medium, High };
struct Authority {
  std::vector<std::string> may{};  // actions by name: "isolate-host"
  struct Spend {
    std::int64_t hundredths = 0;
    std::string currency{};  // ISO 4217
    std::string text{};      // as the agreement has it: "250 USD per month"
  };
  std::optional<Spend> spend{};
  std::optional<Risk> risk{};  // up to this
};

}  // namespace tandem::policy
