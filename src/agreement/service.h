// How work runs: routing, targets, escalations, hand-offs, disputes and the expectations that travel with the
// agreement, as the text says it. Plain values.
#pragma once

#include "agreement/amounts.h"
#include "agreement/located.h"
#include "calendar/zone.h"

namespace tandem::agreement {

struct HoursCondition {
  CalendarRef calendar;
  bool open = true;  // false: `not NAME`
};

struct LoadCondition {
  Field<TeamRef> team;
  Field<std::uint32_t> open_per_person;
};

// All that are given must hold; several values mean any of them.
struct Conditions {
  Field<std::vector<CategoryRef>> category;
  Field<std::vector<PriorityRef>> priority;
  Field<std::vector<SiteRef>> site;
  Field<std::vector<DepartmentRef>> department;
  Field<std::vector<policy::RequesterKind>> requester;
  Field<std::vector<AssetClassRef>> asset_class;
  Field<std::vector<policy::WorkSource>> source;
  Field<std::vector<HoursCondition>> hours;
  Field<LoadCondition> load;
  Field<std::vector<PersonRef>> away;
};

struct RoutingRule {
  source::Range at;
  Field<std::string> name;
  Field<Conditions> when;
  Field<TeamRef> to;
};

struct TargetText {
  Located<std::string> key;  // the priority
  Field<Length> respond;
  Field<Length> resolve;
  Field<CalendarRef> clock;
};

struct Addressee {
  enum class Kind : std::uint8_t { OnDuty, Lead, Named } kind = Kind::Named;
  TeamOrPerson named;
  source::Range at{};
};

struct EscalationStep {
  source::Range at;
  Field<Length> after;
  Field<std::vector<Addressee>> tell;
  Field<PathRef> then;
};

struct EscalationPath {
  Located<std::string> key;  // a priority, `default`, or a name that steps go on to
  Field<std::vector<EscalationStep>> steps;
};

struct AcceptWithin {
  Located<std::string> key;          // `default`, or a priority
  policy::PriorityIndex priority{};  // none: `default`
  Field<Length> within;
};

struct Handoffs {
  source::Range at{};
  Field<std::vector<AcceptWithin>> accept_within;
  Field<std::uint32_t> bounces;
};

struct Disputes {
  source::Range at{};
  Field<Length> decide_within;
  Field<std::vector<std::vector<PersonRef>>> path;  // each step: who decides together
};

struct Given {
  Field<CategoryRef> category;
  Field<PriorityRef> priority;
  Field<SiteRef> site;
  Field<DepartmentRef> department;
  Field<policy::RequesterKind> requester;
  Field<AssetClassRef> asset_class;
  Field<policy::WorkSource> source;
  Field<LoadCondition> load;
  Field<std::vector<PersonRef>> away;
  Field<calendar::LocalTime> at;
};

struct Expectation {
  source::Range at;
  Field<Given> given;
  Field<TeamRef> owner;
  Field<PersonRef> accountable;
  Field<PersonRef> person;
};

}  // namespace tandem::agreement
