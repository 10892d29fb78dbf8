// The agreement as plain data, in the order of its text: what the compiler (agreement/) lowers to and what Policy is
// made from. Everything that refers to something else does so by index into the vectors of the same Spec, and every
// part that can be a reason remembers where it stands.
//
// A Spec may be built by hand in tests. REQUIRES (checked when a Policy is made from it): every index is in range and
// only those said to may be none; names of a kind are unique; there is a category `other`; leave is sorted and disjoint
// with a source for each interval; a rotation has as many people as its order; time zones exist.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "calendar/business_calendar.h"
#include "calendar/rotation.h"
#include "policy/governance.h"
#include "policy/parts.h"

namespace tandem::policy {

// Leave that is not of the signed text: who or what it is from, in a few words that end a sentence in brackets.
struct Recorded {
  std::string words{};  // "recorded by Dana Whitfield", "from the calendar feed"
  auto operator<=>(const Recorded&) const = default;
};
using LeaveSource = std::variant<TextPlace, Recorded>;

enum class PartyKind : std::uint8_t { Client, Provider, Vendor };
enum class RequesterKind : std::uint8_t { Standard, Vip };
enum class WorkSource : std::uint8_t { Portal, Email, Api, Alert, Duty };

struct Party {
  std::string name{};     // kebab-case
  std::string display{};  // "Harbor Credit Union"
  PartyKind kind = PartyKind::Client;
  PersonIndex handled_by{};  // vendors: who keeps their cases; else none
  TextPlace at{};
};

struct Person {
  std::string name{};
  std::string display{};
  std::string email{};  // may be empty
  std::string title{};  // may be empty
  PartyIndex party{};
  std::string time_zone{};              // IANA: where their days of leave begin and end; empty: the agreement's
  std::vector<base::Interval> leave{};  // sorted, disjoint; neighbours may touch
  std::vector<LeaveSource> leave_at{};  // one for each interval
  TextPlace at{};
};

// Where the exceptions of a rotation stand, in the order of its rule. Each list may be empty: the text does not tell.
struct RotationPlaces {
  std::vector<TextPlace> swaps{};
  std::vector<TextPlace> temporary{};
  std::vector<TextPlace> overrides{};
};

struct Team {
  std::string name{};
  PartyIndex party{};
  PersonIndex lead{};  // may be none
  std::vector<PersonIndex> members{};
  CalendarIndex hours{};
  std::uint32_t minimum = 1;                     // people present, or the team counts as closed
  std::vector<TeamIndex> cover{};                // asked in order
  std::optional<calendar::Rotation> rotation{};  // answers with a position in rotation_order
  std::vector<PersonIndex> rotation_order{};     // everybody whom the rotation names: layers, swaps and exceptions
  TextPlace rotation_at{};
  RotationPlaces exceptions_at{};
  TextPlace hours_at{};
  TextPlace cover_at{};
  TextPlace at{};
};

struct NamedCalendar {
  std::string name{};
  calendar::BusinessCalendar open;
  TextPlace at{};
};

struct Activity {
  std::string name{};  // "help-desk.routine"
  TeamIndex responsible{};
  PersonIndex accountable{};
  PersonIndex deputy{};  // may be none
  std::vector<TeamIndex> consulted_teams{};
  std::vector<PersonIndex> consulted_people{};
  std::vector<TeamIndex> informed_teams{};
  std::vector<PersonIndex> informed_people{};
  bool strategic = false;  // of a function whose kind is `strategic`
  Authority authority{};
  TextPlace at{};              // the activity's key
  TextPlace responsible_at{};  // the value of `responsible`
  TextPlace accountable_at{};
  TextPlace deputy_at{};
};

struct Category {
  std::string name{};
  ActivityIndex activity{};
  TextPlace at{};
};

// Holds when open items / people present is at least this; where nobody is present it holds. Not nested in Rule, where
// Clang knows the initialisers only once Rule is complete, and std::optional asks before.
struct LoadCondition {
  TeamIndex team{};
  std::uint32_t open_per_person = 0;
};

// A routing rule holds when all its conditions hold; an empty vector asks nothing, several values mean any of them.
struct Rule {
  std::string name{};  // "executives stay in house"; never empty (the compiler names unnamed rules by their position)
  std::vector<CategoryIndex> categories{};
  std::vector<PriorityIndex> priorities{};
  std::vector<SiteIndex> sites{};
  std::vector<DepartmentIndex> departments{};
  std::vector<RequesterKind> requesters{};
  std::vector<AssetClassIndex> asset_classes{};
  std::vector<WorkSource> sources{};
  struct Hours {
    CalendarIndex calendar{};
    bool open = true;  // false: `not NAME`
  };
  std::vector<Hours> hours{};
  using Load = LoadCondition;
  std::optional<Load> load{};
  std::vector<PersonIndex> away{};
  TeamIndex to{};
  TextPlace at{};
};

// "15 min" is real time, "4 business hours" is time in which `clock` is open.
struct TargetTime {
  std::int64_t minutes = 0;
  enum class Unit : std::uint8_t { Real, Business } unit = Unit::Real;
  std::string text{};  // as the agreement has it: "3 business days"
};
// Whom a step of an escalation tells.
struct Addressee {
  enum class Kind : std::uint8_t {
    OnDuty,  // whoever has the duty in the team that owns the work then
    Lead,    // the lead of that team
    Team,
    Person,
  } kind = Kind::OnDuty;
  TeamIndex team{};      // Team; else none
  PersonIndex person{};  // Person; else none
  auto operator<=>(const Addressee&) const = default;
};

// Takes place when the times in `after` have run one behind the other since the work was opened, unless somebody has
// acknowledged it by then (escalation.h). There are several where the text goes on in another path, whose steps count
// from the step that says `then`.
struct EscalationStep {
  std::vector<TargetTime> after{};
  std::vector<Addressee> tell{};  // never empty
  TextPlace at{};
};

struct Target {
  std::string priority{};
  std::optional<TargetTime> respond{};
  std::optional<TargetTime> resolve{};
  CalendarIndex clock{};  // may be none when no time is a business time
  TextPlace at{};
  // The whole way, `then` followed, from the priority's own path or else from `default`. Finite: an escalation ends
  // with its last step. The order is the text's; instants may overtake one another where real and business times mix.
  std::vector<EscalationStep> escalation{};
};

struct HandoffRules {
  base::Duration accept_within_default = base::minutes(30);
  std::vector<std::optional<base::Duration>> accept_within{};  // by priority
  std::uint32_t bounces = 2;
  TextPlace at{};  // line 0 when the text leaves it to the default
};

struct Spec {
  std::string engagement{};  // `harbor-cu`
  std::string name{};        // "Harbor Credit Union and Northbeam IT"
  std::string time_zone{};   // IANA
  std::uint32_t version = 1;
  std::vector<Party> parties{};
  std::vector<Person> people{};
  std::vector<Team> teams{};
  std::vector<NamedCalendar> calendars{};
  std::vector<std::string> sites{};
  std::vector<std::string> departments{};
  std::vector<std::string> asset_classes{};
  std::vector<Activity> activities{};
  std::vector<Category> categories{};
  std::vector<Rule> rules{};
  std::vector<Target> targets{};  // the priorities, most urgent first: PriorityIndex points here
  HandoffRules handoffs{};
  Governance governance{};
};

}  // namespace tandem::policy
