// Small random agreements for the analyses of time: everything begins and ends at full quarters of an hour, days of
// clock changes are among them, teams are often closed, short of people, or count on each other. The same seed gives
// the same agreement.
#pragma once

#include <random>

#include "policy/spec.h"

namespace tandem::proof {

class RandomAgreement {
 public:
  explicit RandomAgreement(std::uint32_t seed) : random_(seed) {}

  // A day and a half, often over a change of clocks.
  base::Interval horizon() {
    static constexpr std::array<std::int64_t, 4> kEvenings = {
        1'792'872'000,  // Sat 2026-10-24 22:00 in Berlin, which goes back
        1'793'484'000,  // Sat 2026-10-31 18:00 in New York, which goes back
        1'805'061'600,  // Sat 2027-03-13 17:00 in New York, which goes forward
        1'790'064'000};
    const auto from = base::Instant::from_unix_s(kEvenings[below(4)]) + base::minutes(15 * below(16));
    return {from, from + base::minutes(15 * (80 + below(60)))};
  }

  policy::Spec spec(base::Interval horizon) {
    horizon_ = horizon;
    policy::Spec spec;
    spec.time_zone = "America/New_York";
    spec.parties = {{.name = "client"}, {.name = "provider", .kind = policy::PartyKind::Provider}};
    for (std::uint32_t i = 0, n = 1 + below(3); i < n; ++i) {
      spec.calendars.push_back({fmt::format("hours-{}", i), random_calendar(), {}});
    }
    for (std::uint32_t i = 0, n = 1 + below(4); i < n; ++i) spec.people.push_back(random_person(i));
    for (std::uint32_t i = 0, n = 1 + below(4); i < n; ++i) spec.teams.push_back({.name = fmt::format("team-{}", i)});
    for (std::uint32_t i = 0; i < spec.teams.size(); ++i) fill_team(i, spec);
    for (std::uint32_t i = 0, n = 1 + below(2); i < n; ++i) {
      spec.activities.push_back(
          {.name = fmt::format("function.activity-{}", i),
           .responsible = {below(spec.teams.size())},
           .accountable = {below(spec.people.size())},
           .deputy = chance(4) ? policy::PersonIndex::none() : policy::PersonIndex{below(spec.people.size())}});
    }
    spec.categories = {{.name = "other", .activity = {below(spec.activities.size())}},
                       {.name = "special", .activity = {below(spec.activities.size())}}};
    if (chance(3)) spec.sites = {"site"};
    for (std::uint32_t i = 0, n = 1 + below(2); i < n; ++i) spec.targets.push_back(random_target(i, spec));
    for (std::uint32_t i = 0, n = below(4); i < n; ++i) spec.rules.push_back(random_rule(i, spec));
    return spec;
  }

 private:
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

  calendar::BusinessCalendar random_calendar() {
    calendar::BusinessHours hours{.zone = *calendar::Zone::find(chance(2) ? "Europe/Berlin" : "America/New_York")};
    const std::uint32_t form = below(4);
    for (auto& day : hours.windows) {
      if (form == 0) day = {{base::hours(0), base::hours(24)}};
      if (form == 0 || chance(5)) continue;
      const auto from = base::minutes(15 * below(80));
      day = {{from, from + base::minutes(15 * (1 + below(64)))}};
    }
    return *calendar::BusinessCalendar::make(std::move(hours));
  }

  policy::Person random_person(std::uint32_t number) {
    policy::Person person{.name = fmt::format("person-{}", number), .party = {below(2)}};
    base::Instant from = horizon_.from - base::hours(10);
    for (std::uint32_t n = below(4); n > 0; --n) {
      from = from + base::minutes(15 * below(100));
      person.leave.push_back({from, from + base::minutes(15 * (1 + below(60)))});
      person.leave_at.emplace_back(policy::TextPlace{});
      from = person.leave.back().to;
    }
    return person;
  }

  void fill_team(std::uint32_t number, policy::Spec& spec) {
    policy::Team& team = spec.teams[number];
    team.party = {below(2)};
    for (std::uint32_t i = 0; i < spec.people.size(); ++i) {
      if (!chance(3)) team.members.push_back({i});
    }
    team.lead = chance(6) ? policy::PersonIndex::none() : policy::PersonIndex{below(spec.people.size())};
    team.hours = {below(spec.calendars.size())};
    team.minimum = 1 + below(2);
    for (std::uint32_t n = below(3); n > 0; --n) {
      const policy::TeamIndex cover{below(spec.teams.size())};
      const bool taken = std::ranges::find(team.cover, cover) != team.cover.end();
      if (cover.value != number && !taken) team.cover.push_back(cover);
    }
  }

  policy::TargetTime random_time(std::uint32_t quarters) {
    return {.minutes = 15 * below(quarters),
            .unit = chance(2) ? policy::TargetTime::Unit::Real : policy::TargetTime::Unit::Business};
  }

  policy::Target random_target(std::uint32_t number, const policy::Spec& spec) {
    policy::Target target{.priority = fmt::format("priority-{}", number)};
    target.clock = {below(spec.calendars.size())};
    if (!chance(4)) target.respond = random_time(30);
    if (target.respond) target.respond->minutes += 15;
    for (std::uint32_t n = below(4); n > 0; --n) {
      policy::EscalationStep step;
      for (std::uint32_t waits = 1 + below(6) / 4; waits > 0; --waits) step.after.push_back(random_time(40));
      for (std::uint32_t told = 1 + below(2); told > 0; --told) step.tell.push_back(random_addressee(spec));
      target.escalation.push_back(std::move(step));
    }
    return target;
  }

  policy::Addressee random_addressee(const policy::Spec& spec) {
    using Kind = policy::Addressee::Kind;
    switch (below(5)) {
      case 0: return {.kind = Kind::OnDuty};
      case 1: return {.kind = Kind::Lead};
      case 2: return {.kind = Kind::Team, .team = {below(spec.teams.size())}};
      default: return {.kind = Kind::Person, .person = {below(spec.people.size())}};
    }
  }

  policy::Rule random_rule(std::uint32_t number, const policy::Spec& spec) {
    policy::Rule rule{.name = fmt::format("rule {}", number), .to = {below(spec.teams.size())}};
    if (chance(3)) rule.categories = {{below(2)}};
    if (chance(4)) rule.priorities = {{below(spec.targets.size())}};
    if (chance(5)) rule.requesters = {policy::RequesterKind::Vip};
    if (chance(5)) rule.sources = {policy::WorkSource::Alert};
    if (!spec.sites.empty() && chance(2)) rule.sites = {{0}};
    if (chance(3)) rule.hours = {{.calendar = {below(spec.calendars.size())}, .open = chance(2)}};
    if (chance(4)) rule.away = {{below(spec.people.size())}};
    if (chance(5)) rule.load = policy::Rule::Load{.team = {below(spec.teams.size())}, .open_per_person = 1 + below(3)};
    return rule;
  }

  std::mt19937 random_;
  base::Interval horizon_;
};

}  // namespace tandem::proof
