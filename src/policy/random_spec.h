// Random agreements and questions for property tests: small enough that rules collide, with absences and closings dense
// enough that covers, deputies and gaps are common. The same seed gives the same agreement.
#pragma once

#include <random>

#include "calendar/random_rotation.h"
#include "policy/policy.h"

namespace tandem::policy {

class RandomSpec {
 public:
  explicit RandomSpec(std::uint32_t seed) : random_(seed) {}

  Spec spec(std::size_t rule_count) {
    Spec spec;
    spec.parties = {{.name = "client"}, {.name = "provider", .kind = PartyKind::Provider}};
    for (std::uint32_t i = 0, n = below(3); i <= n; ++i) {
      spec.calendars.push_back({fmt::format("hours-{}", i), random_calendar(), {}});
    }
    for (std::uint32_t i = 0, n = below(3); i < n; ++i) {
      spec.calendars.push_back({fmt::format("combined-{}", i), combined_calendar(spec), {}});
    }
    fill(spec.sites, "site", 1 + below(4));
    fill(spec.departments, "department", 1 + below(4));
    fill(spec.asset_classes, "class", 1 + below(4));
    for (std::uint32_t i = 0, n = 1 + below(8); i < n; ++i) spec.people.push_back(random_person(i));
    for (std::uint32_t i = 0, n = 1 + below(5); i < n; ++i) spec.teams.push_back({.name = fmt::format("team-{}", i)});
    for (Team& team : spec.teams) fill_team(team, spec);
    for (std::uint32_t i = 0, n = 1 + below(5); i < n; ++i) {
      spec.activities.push_back({.name = fmt::format("function.activity-{}", i),
                                 .responsible = one_of<TeamIndex>(spec.teams),
                                 .accountable = one_of<PersonIndex>(spec.people),
                                 .deputy = chance(3) ? PersonIndex::none() : one_of<PersonIndex>(spec.people)});
    }
    for (std::uint32_t i = 0, n = 1 + below(12); i < n; ++i) {
      const std::string name = i == 0 ? "other" : fmt::format("category-{}", i);
      spec.categories.push_back({.name = name, .activity = one_of<ActivityIndex>(spec.activities)});
    }
    for (std::uint32_t i = 0, n = 1 + below(4); i < n; ++i) {
      spec.targets.push_back({.priority = i == 2 ? "normal" : fmt::format("priority-{}", i)});
    }
    for (std::size_t i = 0; i < rule_count; ++i) spec.rules.push_back(random_rule(i, spec));
    return spec;
  }

  Facts facts(const Spec& spec) {
    open_by_team_.resize(below(2) * spec.teams.size());
    open_by_person_.resize(below(2) * spec.people.size());
    for (auto& load : open_by_team_) load = below(40);
    for (auto& load : open_by_person_) load = below(4);
    return {.category = or_none(one_of<CategoryIndex>(spec.categories)),
            .priority = or_none(one_of<PriorityIndex>(spec.targets)),
            .site = or_none(one_of<SiteIndex>(spec.sites)),
            .department = or_none(one_of<DepartmentIndex>(spec.departments)),
            .asset_class = or_none(one_of<AssetClassIndex>(spec.asset_classes)),
            .requester = requester(),
            .source = source(),
            .workload = {.open_by_team = open_by_team_, .open_by_person = open_by_person_}};  // until the next call
  }

  // Within the weeks in which people take leave and in which clocks change, often on an edge of something.
  base::Instant instant() {
    if (chance(4)) return kStart + base::hours(below(kDays * 24));
    return kStart + base::minutes(below(kDays * 24 * 60));
  }

  // The agreement with one person away around the instant, whatever leave they have.
  Spec without_anyone(Spec spec, base::Instant at) {
    Person& away = spec.people[below(spec.people.size())];
    away.leave = {{at - base::hours(below(3)), at + base::hours(1)}};
    away.leave_at = {Recorded{"supposed"}};
    return spec;
  }

 private:
  static constexpr base::Instant kStart = base::Instant::from_unix_s(1'790'000'400);  // 2026-09-21 14:20 UTC
  static constexpr std::size_t kDays = 45;  // behind the ends of daylight time in Europe and America

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

  template <class Found, class Items>
  Found one_of(const Items& items) {
    return {below(items.size())};
  }
  template <class Found>
  Found or_none(Found found) {
    return chance(8) ? Found::none() : found;
  }
  RequesterKind requester() { return chance(3) ? RequesterKind::Vip : RequesterKind::Standard; }
  WorkSource source() { return static_cast<WorkSource>(below(5)); }

  template <class Value, class Make>
  void some(std::vector<Value>& values, std::uint32_t one_in, Make make) {
    if (!chance(one_in)) return;
    for (std::uint32_t n = 1 + below(3) * below(2); n > 0; --n) values.push_back(make());
  }

  void fill(std::vector<std::string>& names, std::string_view kind, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) names.push_back(fmt::format("{}-{}", kind, i));
  }

  calendar::BusinessCalendar random_calendar() {
    calendar::BusinessHours hours{.zone = *calendar::Zone::find(chance(2) ? "Europe/Berlin" : "America/New_York")};
    const bool always = chance(4);
    for (auto& day : hours.windows) {
      if (always) day = {{base::hours(0), base::hours(24)}};
      if (always || chance(4)) continue;
      const std::uint32_t from = below(20);
      day = {{base::hours(from), base::hours(from + 1 + below(12))}};
    }
    for (std::uint32_t n = below(4); n > 0; --n) hours.closed.push_back(random_date());
    if (chance(2)) hours.special.push_back({random_date(), {{base::hours(below(12)), base::hours(13 + below(12))}}});
    if (chance(2)) hours.breaks.push_back({random_date(), {{base::hours(12), base::hours(13 + below(6))}}});
    return *calendar::BusinessCalendar::make(std::move(hours));
  }

  calendar::Date random_date() {
    return calendar::Date(std::chrono::floor<std::chrono::days>(kStart.sys()) + std::chrono::days(below(kDays)));
  }

  calendar::BusinessCalendar combined_calendar(const Spec& spec) {
    const auto& one = spec.calendars[below(spec.calendars.size())].open;
    const auto& other = spec.calendars[below(spec.calendars.size())].open;
    switch (below(3)) {
      case 0: return calendar::BusinessCalendar::any_of({one, other});
      case 1: return calendar::BusinessCalendar::all_of({one, other});
      default: return calendar::BusinessCalendar::without(one, other);
    }
  }

  Person random_person(std::uint32_t number) {
    Person person{.name = fmt::format("person-{}", number), .party = {below(2)}};
    base::Instant from = kStart;
    for (std::uint32_t n = below(4); n > 0; --n) {
      from = from + base::hours(below(300));
      person.leave.push_back({from, from + base::hours(1 + below(200))});
      person.leave_at.push_back(chance(3) ? LeaveSource(Recorded{"recorded by somebody"})
                                          : LeaveSource(TextPlace{.file = "leave.yaml", .line = n}));
      from = person.leave.back().to;
    }
    return person;
  }

  void fill_team(Team& team, const Spec& spec) {
    team.party = {below(2)};
    for (std::uint32_t i = 0; i < spec.people.size(); ++i) {
      if (chance(2)) team.members.push_back({i});
    }
    std::ranges::shuffle(team.members, random_);
    team.hours = one_of<CalendarIndex>(spec.calendars);
    team.minimum = below(4);
    some(team.cover, 2, [&] { return one_of<TeamIndex>(spec.teams); });
    if (team.members.empty() || !chance(2)) return;
    team.rotation_order = team.members;
    calendar::RandomRotation rotations(static_cast<std::uint32_t>(random_()));
    const auto people = static_cast<std::uint32_t>(team.rotation_order.size());
    team.rotation = *calendar::Rotation::make(rotations.rule(kStart + base::hours(24 * 12), people));
    const calendar::RotationRule& rule = team.rotation->rule();
    const auto places = [](std::string_view file, std::size_t count) {
      std::vector<TextPlace> out;
      for (std::uint32_t line = 1; line <= count; ++line) out.push_back({std::string(file), line});
      return out;
    };
    team.exceptions_at = {.swaps = places("swaps.yaml", rule.swaps.size()),
                          .temporary = places("temporary.yaml", rule.temporary.size()),
                          .overrides = places("overrides.yaml", rule.overrides.size())};
  }

  Rule random_rule(std::size_t number, const Spec& spec) {
    Rule rule{.name = fmt::format("rule {}", number)};
    some(rule.categories, 2, [&] { return one_of<CategoryIndex>(spec.categories); });
    some(rule.priorities, 3, [&] { return one_of<PriorityIndex>(spec.targets); });
    some(rule.sites, 3, [&] { return one_of<SiteIndex>(spec.sites); });
    some(rule.departments, 4, [&] { return one_of<DepartmentIndex>(spec.departments); });
    some(rule.asset_classes, 4, [&] { return one_of<AssetClassIndex>(spec.asset_classes); });
    some(rule.requesters, 4, [&] { return requester(); });
    some(rule.sources, 4, [&] { return source(); });
    some(rule.hours, 4, [&] { return Rule::Hours{one_of<CalendarIndex>(spec.calendars), chance(2)}; });
    some(rule.away, 8, [&] { return one_of<PersonIndex>(spec.people); });
    if (chance(6)) rule.load = Rule::Load{.team = one_of<TeamIndex>(spec.teams), .open_per_person = below(12)};
    rule.to = one_of<TeamIndex>(spec.teams);
    return rule;
  }

  std::mt19937 random_;
  std::vector<std::uint32_t> open_by_team_;
  std::vector<std::uint32_t> open_by_person_;
};

}  // namespace tandem::policy
