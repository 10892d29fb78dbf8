// The compiled agreement: who owns a piece of work at an instant, who answers for it, and why. Immutable after it is
// made and safe to share between threads; asking is pure (facts, instant) → answer, without clock, database or
// allocation (a Trace allocates, and only when one is passed).
//
//   const Policy& policy = …;
//   const Facts facts{.category = *policy.find_category("malware"), .priority = *policy.find_priority("critical")};
//   Trace trace;
//   const Answer answer = policy.evaluate(facts, now, &trace);
//   policy.team(answer.team).name;                 // "soc"
//   for (const Reason& r : trace.reasons()) explain(policy, r);
//
// Meaning (docs/language): the first matching routing rule names the team, else the responsible team of the
// category's activity; a team that is closed, or has fewer than `minimum` people present, gives way to its covers in
// order; when no cover is open either, the named team keeps the work and the answer is marked as a gap: work is never
// ownerless. Within the team the rotation names the person: who has the duty, or while they are on leave the next of
// the layer's order who is present, then the next layer's; where the rotation has nobody, the present member with the
// fewest open items, the earlier listed first. Accountable is the activity's person, or the deputy while that person is
// on leave.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "policy/spec.h"
#include "policy/staffing.h"

namespace tandem::policy {

// How much open work everybody has, indexed as Spec's vectors. Empty spans are zero everywhere.
struct Workload {
  std::span<const std::uint32_t> open_by_team{};  // what lies behind the end counts as zero
  std::span<const std::uint32_t> open_by_person{};
};

struct Facts {
  CategoryIndex category{};
  PriorityIndex priority{};
  SiteIndex site{};  // none: unknown; a rule that asks for a site does not match
  DepartmentIndex department{};
  AssetClassIndex asset_class{};
  RequesterKind requester = RequesterKind::Standard;
  WorkSource source = WorkSource::Portal;
  Workload workload{};
};

struct Answer {
  ActivityIndex activity{};
  TeamIndex team{};           // never none
  PersonIndex person{};       // none: nobody of the team is present
  PersonIndex accountable{};  // never none
  bool gap = false;           // nobody is there now: the team keeps the work although it is closed or short of people
  auto operator<=>(const Answer&) const = default;
};

enum class ReasonKind : std::uint8_t {
  RuleMatched,          // rule → team
  CategoryActivity,     // category is the activity's
  ActivityResponsible,  // the activity's responsible team
  TeamOpen,             // team's hours are open and enough people are present
  TeamClosed,           // team's calendar is closed
  TeamShort,            // fewer than `minimum` people present: number says how many are
  CoverOpen,            // team covers for other_team
  CoverUnavailable,     // the cover is closed or short as well
  NobodyOpen,           // no cover is open: the team keeps it, and this is a gap
  OnDuty,               // person is on duty by the team's rotation: by `origin` and its number
  DutyAway,             // the rotation's person is on leave, until `until`
  StandIn,              // person is the next of the order who is present, in place of other_person
  NobodyOnDuty,         // the rotation has nobody, or nobody who is present
  LowestLoad,           // person has the fewest open items (number)
  NobodyPresent,        // no member of the team is present
  Accountable,          // person is the activity's accountable
  AccountableAway,      // person is on leave, until `until`
  Deputy,               // person answers as deputy
  NoDeputyPresent,      // the accountable person is away and no deputy is there: the name stays
};
[[nodiscard]] std::string_view to_text(ReasonKind kind);  // "rule-matched"

// What is filled depends on the kind; the rest is none.
struct Reason {
  ReasonKind kind;
  RuleIndex rule{};
  CategoryIndex category{};
  ActivityIndex activity{};
  TeamIndex team{};
  TeamIndex other_team{};
  PersonIndex person{};
  PersonIndex other_person{};
  CalendarIndex calendar{};
  std::uint32_t number = 0;
  calendar::ShiftOrigin origin = calendar::ShiftOrigin::Layer;
  std::optional<base::Instant> until{};  // when all leave that touches is over; none: supposed for that moment only
  std::string recorded{};                // where the leave is not of the text: Recorded::words
  TextPlace at{};                        // the line of the text that made it so; line 0: none did
};

class Trace {
 public:
  void add(Reason reason) { reasons_.push_back(std::move(reason)); }
  [[nodiscard]] std::span<const Reason> reasons() const { return reasons_; }

 private:
  std::vector<Reason> reasons_;
};

class Policy {
 public:
  // REQUIRES what Spec requires; a Spec that breaks it is our bug (InternalError).
  [[nodiscard]] static std::shared_ptr<const Policy> make(Spec spec);
  ~Policy();
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;

  // A category or priority that is none counts as other() and default_priority(). The trace gets the reasons in the
  // order of the decision: what named the team, who is there, which person, who is accountable.
  // REQUIRES: indices of this policy. O(log rules) in the common case.
  [[nodiscard]] Answer evaluate(const Facts& facts, base::Instant at, Trace* trace = nullptr) const;

  // Whether the person is not on leave. (Working hours belong to teams, not to people.)
  [[nodiscard]] bool is_present(PersonIndex person, base::Instant at) const;
  [[nodiscard]] bool is_member(TeamIndex team, PersonIndex person) const;
  [[nodiscard]] bool is_open(TeamIndex team, base::Instant at) const;  // hours and minimum
  // Who answers for the activity at `at`, without the rest.
  [[nodiscard]] PersonIndex accountable_for(ActivityIndex activity, base::Instant at, Trace* trace = nullptr) const;
  // The person a team would put on work now; none when nobody is present.
  [[nodiscard]] PersonIndex person_for(TeamIndex team, base::Instant at, const Workload& workload,
                                       Trace* trace = nullptr) const;

  // Over a part of time, [from, to). The cost grows with the shifts, absences and opening hours that lie in it.
  // Who has the team's duty by its rotation, with those who stand in; what is left out is nobody's. Sorted, disjoint.
  [[nodiscard]] std::vector<DutyShift> duty_shifts(TeamIndex team, base::Interval between) const;
  // How many members are present (leave only, not hours), without a break; neighbours differ.
  [[nodiscard]] std::vector<calendar::Headcount> headcounts(TeamIndex team, base::Interval between) const;
  // When the team's hours are open and it is short of its minimum, or its rotation has begun and nobody is on duty.
  // Sorted by time, then kind; gaps of one kind are disjoint.
  [[nodiscard]] std::vector<StaffingGap> staffing_gaps(TeamIndex team, base::Interval between) const;

  // How long the receiver of a hand-off may take to accept.
  [[nodiscard]] base::Duration accept_within(PriorityIndex priority) const;

  [[nodiscard]] const Spec& spec() const { return spec_; }
  [[nodiscard]] const calendar::Zone& zone() const;  // the agreement's; UTC where it names none
  [[nodiscard]] const Party& party(PartyIndex i) const { return spec_.parties[i.value]; }
  [[nodiscard]] const Person& person(PersonIndex i) const { return spec_.people[i.value]; }
  [[nodiscard]] const Team& team(TeamIndex i) const { return spec_.teams[i.value]; }
  [[nodiscard]] const Activity& activity(ActivityIndex i) const { return spec_.activities[i.value]; }
  [[nodiscard]] const Category& category(CategoryIndex i) const { return spec_.categories[i.value]; }
  [[nodiscard]] const Target& priority(PriorityIndex i) const { return spec_.targets[i.value]; }
  [[nodiscard]] const Rule& rule(RuleIndex i) const { return spec_.rules[i.value]; }
  [[nodiscard]] const NamedCalendar& calendar(CalendarIndex i) const { return spec_.calendars[i.value]; }
  [[nodiscard]] const DecisionKind& decision(DecisionIndex i) const { return spec_.governance.decisions[i.value]; }

  // By name; O(1), no allocation. People are found by their name in the agreement (`dana`). Nothing when the agreement
  // does not know it.
  [[nodiscard]] std::optional<TeamIndex> find_team(std::string_view name) const;
  [[nodiscard]] std::optional<PersonIndex> find_person(std::string_view name) const;
  [[nodiscard]] std::optional<PartyIndex> find_party(std::string_view name) const;
  [[nodiscard]] std::optional<CategoryIndex> find_category(std::string_view name) const;
  [[nodiscard]] std::optional<PriorityIndex> find_priority(std::string_view name) const;
  [[nodiscard]] std::optional<SiteIndex> find_site(std::string_view name) const;
  [[nodiscard]] std::optional<DepartmentIndex> find_department(std::string_view name) const;
  [[nodiscard]] std::optional<AssetClassIndex> find_asset_class(std::string_view name) const;
  [[nodiscard]] std::optional<ActivityIndex> find_activity(std::string_view name) const;
  [[nodiscard]] std::optional<DecisionIndex> find_decision(std::string_view name) const;
  [[nodiscard]] const Scenario* find_scenario(std::string_view name) const;  // null: there is none
  // Who may read work of the category; null: it is not confidential. The category need not be the agreement's.
  [[nodiscard]] const ConfidentialCategory* find_confidential(std::string_view category) const;
  // The category of work that nobody classified.
  [[nodiscard]] CategoryIndex other() const;
  // The priority used when nobody set one: `normal` if the agreement has it, else the least urgent.
  [[nodiscard]] PriorityIndex default_priority() const;

 private:
  struct Compiled;
  explicit Policy(Spec spec);
  Spec spec_;
  std::unique_ptr<const Compiled> compiled_;
};

// One sentence for people: "`harbor-it` is closed (calendar `office`)". Words only; the place is in reason.at.
[[nodiscard]] std::string explain(const Policy& policy, const Reason& reason);

}  // namespace tandem::policy
