// The parts of a Spec in the order in which they are written and read. Each line names every member of its struct, so
// that one that is added to the struct and not to the bytes does not compile. Private to policy/.
#pragma once

#include <concepts>
#include <type_traits>

#include "calendar/rotation_rule.h"
#include "policy/byte_reader.h"
#include "policy/spec.h"

namespace tandem::policy {

template <class T, class Of>
concept Parts = std::same_as<std::remove_const_t<T>, Of>;

void fields(auto& io, Parts<TextPlace> auto& place) {
  auto& [file, line] = place;
  io(file, line);
}
void fields(auto& io, Parts<Recorded> auto& recorded) {
  auto& [words] = recorded;
  io(words);
}
void fields(auto& io, Parts<Party> auto& party) {
  auto& [name, display, kind, handled_by, at] = party;
  io(name, display, kind, handled_by, at);
}
void fields(auto& io, Parts<Person> auto& person) {
  auto& [name, display, email, title, party, time_zone, leave, leave_at, at] = person;
  io(name, display, email, title, party, time_zone, leave, leave_at, at);
}
void fields(auto& io, Parts<Authority::Spend> auto& spend) {
  auto& [hundredths, currency, text] = spend;
  io(hundredths, currency, text);
}
void fields(auto& io, Parts<Authority> auto& authority) {
  auto& [may, spend, risk] = authority;
  io(may, spend, risk);
}
void fields(auto& io, Parts<RotationPlaces> auto& places) {
  auto& [swaps, temporary, overrides] = places;
  io(swaps, temporary, overrides);
}
void fields(auto& io, Parts<Activity> auto& activity) {
  auto& [name, responsible, accountable, deputy, consulted_teams, consulted_people, informed_teams, informed_people,
         strategic, authority, at, responsible_at, accountable_at, deputy_at] = activity;
  io(name, responsible, accountable, deputy, consulted_teams, consulted_people, informed_teams, informed_people,
     strategic, authority, at, responsible_at, accountable_at, deputy_at);
}
void fields(auto& io, Parts<Category> auto& category) {
  auto& [name, activity, at] = category;
  io(name, activity, at);
}
void fields(auto& io, Parts<Rule::Hours> auto& hours) {
  auto& [calendar, open] = hours;
  io(calendar, open);
}
void fields(auto& io, Parts<Rule::Load> auto& load) {
  auto& [team, open_per_person] = load;
  io(team, open_per_person);
}
void fields(auto& io, Parts<Rule> auto& rule) {
  auto& [name, categories, priorities, sites, departments, requesters, asset_classes, sources, hours, load, away, to,
         at] = rule;
  io(name, categories, priorities, sites, departments, requesters, asset_classes, sources, hours, load, away, to, at);
}
void fields(auto& io, Parts<TargetTime> auto& time) {
  auto& [minutes, unit, text] = time;
  io(minutes, unit, text);
}
void fields(auto& io, Parts<Addressee> auto& addressee) {
  auto& [kind, team, person] = addressee;
  io(kind, team, person);
}
void fields(auto& io, Parts<EscalationStep> auto& step) {
  auto& [after, tell, at] = step;
  io(after, tell, at);
}
void fields(auto& io, Parts<Target> auto& target) {
  auto& [priority, respond, resolve, clock, at, escalation] = target;
  io(priority, respond, resolve, clock, at, escalation);
}
void fields(auto& io, Parts<HandoffRules> auto& rules) {
  auto& [accept_within_default, accept_within, bounces, at] = rules;
  io(accept_within_default, accept_within, bounces, at);
}

void fields(auto& io, Parts<Term> auto& term) {
  auto& [count, unit, text] = term;
  io(count, unit, text);
}
void fields(auto& io, Parts<Audience> auto& audience) {
  auto& [teams, people] = audience;
  io(teams, people);
}
void fields(auto& io, Parts<DisputeRules> auto& rules) {
  auto& [decide_within, path, at] = rules;
  io(decide_within, path, at);
}
void fields(auto& io, Parts<DecisionKind> auto& kind) {
  auto& [name, big, by, with, within, deadlock, expires, at] = kind;
  io(name, big, by, with, within, deadlock, expires, at);
}
void fields(auto& io, Parts<Post> auto& post) {
  auto& [team, person] = post;
  io(team, person);
}
void fields(auto& io, Parts<Scenario::Say> auto& say) {
  auto& [what, who] = say;
  io(what, who);
}
void fields(auto& io, Parts<Scenario> auto& scenario) {
  auto& [name, contain, communicate, recover, decide, updates, at] = scenario;
  io(name, contain, communicate, recover, decide, updates, at);
}
void fields(auto& io, Parts<Freeze> auto& freeze) {
  auto& [name, during, except, at] = freeze;
  io(name, during, except, at);
}
void fields(auto& io, Parts<ConfidentialCategory> auto& category) {
  auto& [name, read, at] = category;
  io(name, read, at);
}
void fields(auto& io, Parts<Governance> auto& governance) {
  auto& [clock, disputes, decisions, scenarios, freezes, confidential, critical_news] = governance;
  io(clock, disputes, decisions, scenarios, freezes, confidential, critical_news);
}

void fields(auto& io, Parts<calendar::DayWindow> auto& window) {
  auto& [from, to] = window;
  io(from, to);
}
void fields(auto& io, Parts<calendar::DayHours> auto& hours) {
  auto& [date, windows] = hours;
  io(date, windows);
}
void fields(auto& io, Parts<calendar::LocalTime> auto& time) {
  auto& [date, time_of_day] = time;
  io(date, time_of_day);
}
void fields(auto& io, Parts<calendar::Turn> auto& turn) {
  auto& [count, unit] = turn;
  io(count, unit);
}
void fields(auto& io, Parts<calendar::DutyLayer> auto& layer) {
  auto& [name, order, starts, ends, turn, only] = layer;
  io(name, order, starts, ends, turn, only);
}
void fields(auto& io, Parts<calendar::DutySwap> auto& swap) {
  auto& [one, other, during] = swap;
  io(one, other, during);
}
void fields(auto& io, Parts<calendar::TemporarySchedule::Shift> auto& shift) {
  auto& [person, during] = shift;
  io(person, during);
}
void fields(auto& io, Parts<calendar::TemporarySchedule> auto& schedule) {
  auto& [span, shifts] = schedule;
  io(span, shifts);
}
void fields(auto& io, Parts<calendar::DutyOverride> auto& item) {
  auto& [person, during] = item;
  io(person, during);
}

template <>
struct LastOf<PartyKind> {
  static constexpr auto value = PartyKind::Vendor;
};
template <>
struct LastOf<RequesterKind> {
  static constexpr auto value = RequesterKind::Vip;
};
template <>
struct LastOf<WorkSource> {
  static constexpr auto value = WorkSource::Duty;
};
template <>
struct LastOf<TargetTime::Unit> {
  static constexpr auto value = TargetTime::Unit::Business;
};
template <>
struct LastOf<Addressee::Kind> {
  static constexpr auto value = Addressee::Kind::Person;
};
template <>
struct LastOf<Term::Unit> {
  static constexpr auto value = Term::Unit::Month;
};
template <>
struct LastOf<Risk> {
  static constexpr auto value = Risk::High;
};
template <>
struct LastOf<calendar::Turn::Unit> {
  static constexpr auto value = calendar::Turn::Unit::Month;
};
template <>
struct LastOf<calendar::BusinessCalendar::Operation> {
  static constexpr auto value = calendar::BusinessCalendar::Operation::Without;
};

}  // namespace tandem::policy
