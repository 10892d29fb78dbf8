// The reference for the analyses of time: every minute of a short horizon, every combination of facts, every person
// further away, one by one through the slow interpreter; and waits counted minute by minute. For agreements in which
// everything begins and ends with a minute.
#pragma once

#include <map>
#include <set>

#include "proof/plain_named_work.h"

namespace tandem::proof {

using Minute = std::int64_t;  // since the horizon begins

class MinuteByMinute {
 public:
  // Work that is named to a team, and nobody is there.
  std::map<policy::TeamIndex, std::set<Minute>> uncovered;
  // The categories of it, with somebody away (none: nobody); also those of all work that is named to the team.
  using Categories = std::map<Minute, std::set<policy::CategoryIndex>>;
  std::map<std::pair<policy::TeamIndex, policy::PersonIndex>, Categories> uncovered_categories;
  std::map<policy::TeamIndex, Categories> named_categories;
  std::map<policy::TeamIndex, std::set<Minute>> named;
  // The same with a person away, where nothing named to the team is uncovered without.
  std::map<policy::TeamIndex, std::map<policy::PersonIndex, std::set<Minute>>> needed;
  // Work for whose activity nobody answers with that person away; none: by leave alone.
  std::map<policy::ActivityIndex, std::map<policy::PersonIndex, std::set<Minute>>> unanswered;

  enum class Absences : std::uint8_t { None, Single };
  MinuteByMinute(const policy::Spec& spec, base::Interval horizon, Absences absences) : spec_(spec), horizon_(horizon) {
    const std::size_t people = absences == Absences::Single ? spec.people.size() : 0;
    for (std::uint32_t i = 0; i < people; ++i) look_at_all({i});
    look_at_all(policy::PersonIndex::none());
    for (auto& [team, by_person] : needed) {
      for (auto& [person, minutes] : by_person) {
        for (const Minute minute : uncovered[team]) minutes.erase(minute);
      }
    }
  }

  [[nodiscard]] Minute length() const { return (horizon_.to - horizon_.from) / base::minutes(1); }
  [[nodiscard]] base::Instant at(Minute minute) const { return horizon_.from + base::minutes(minute); }
  [[nodiscard]] Minute minute_of(base::Instant at) const {
    return std::chrono::floor<std::chrono::minutes>(at - horizon_.from).count();
  }

  [[nodiscard]] bool is_away(policy::PersonIndex person, Minute minute) const {
    const auto& leave = spec_.people[person.value].leave;
    return std::ranges::any_of(leave, [&](const base::Interval& each) { return each.contains(at(minute)); });
  }
  [[nodiscard]] bool is_available(policy::TeamIndex index, Minute minute) const {
    const policy::Team& team = spec_.teams[index.value];
    std::uint32_t present = 0;
    for (const policy::PersonIndex member : team.members) present += is_away(member, minute) ? 0U : 1U;
    return spec_.calendars[team.hours.value].open.is_open(at(minute)) && present >= team.minimum;
  }
  // Who acts for the team, or none.
  [[nodiscard]] policy::TeamIndex acting(policy::TeamIndex team, Minute minute) const {
    if (is_available(team, minute)) return team;
    for (const policy::TeamIndex cover : spec_.teams[team.value].cover) {
      if (is_available(cover, minute)) return cover;
    }
    return policy::TeamIndex::none();
  }
  [[nodiscard]] bool has_work(policy::TeamIndex team, policy::PriorityIndex priority, Minute minute) const {
    return of_priority_.contains({team, priority, minute});
  }

  // Counted open minute by open minute; nothing when it takes more than two weeks.
  [[nodiscard]] std::optional<base::Instant> ends(const policy::Target& target,
                                                  std::span<const policy::TargetTime> times, base::Instant from) const {
    base::Instant now = from;
    for (const policy::TargetTime& time : times) {
      base::Duration left = base::minutes(time.minutes);
      while (left > base::Duration{}) {
        if (now > from + base::hours(14 * 24)) return std::nullopt;
        const base::Instant end = at(minute_of(now) + 1);
        const bool runs = time.unit == policy::TargetTime::Unit::Real ||
                          spec_.calendars[target.clock.value].open.is_open(at(minute_of(now)));
        const base::Duration taken = runs ? std::min(left, end - now) : base::Duration{};
        left -= taken;
        now = runs ? now + taken : end;
      }
    }
    return now;
  }

  [[nodiscard]] bool tells_somebody(const policy::EscalationStep& step, policy::TeamIndex team, Minute minute) const {
    return std::ranges::any_of(step.tell, [&](const policy::Addressee& one) {
      const policy::TeamIndex acts = acting(team, minute);
      const policy::PersonIndex lead = spec_.teams[acts.is_none() ? team.value : acts.value].lead;
      switch (one.kind) {
        case policy::Addressee::Kind::Person: return !is_away(one.person, minute);
        case policy::Addressee::Kind::Team: return is_available(one.team, minute);
        case policy::Addressee::Kind::OnDuty: return !acts.is_none();
        case policy::Addressee::Kind::Lead: return !lead.is_none() && !is_away(lead, minute);
      }
      return false;
    });
  }

 private:
  void look_at_all(policy::PersonIndex away) {
    const policy::Spec real = without_person(spec_, away);
    const policy::Spec there = with_all_teams_there(real);
    const AllWork all(real);
    for (Minute minute = 0; minute < length(); ++minute) {
      all.any_at(at(minute), [&](const Work& work) {
        const policy::Answer answer = policy::evaluate_plainly(real, work.asked(), at(minute));
        const policy::TeamIndex team = policy::evaluate_plainly(there, work.asked(), at(minute)).team;
        if (away.is_none()) {
          named[team].insert(minute);
          named_categories[team][minute].insert(work.facts.category);
          of_priority_.insert({team, work.facts.priority, minute});
        }
        if (answer.gap) look_at_gap(team, work, minute, away);
        look_at_accountable(answer, minute, away, real);
        return false;
      });
    }
  }

  void look_at_gap(policy::TeamIndex team, const Work& work, Minute minute, policy::PersonIndex away) {
    uncovered_categories[{team, away}][minute].insert(work.facts.category);
    if (away.is_none()) {
      uncovered[team].insert(minute);
    } else {
      needed[team][away].insert(minute);
    }
  }

  void look_at_accountable(const policy::Answer& answer, Minute minute, policy::PersonIndex away,
                           const policy::Spec& real) {
    const policy::Activity& activity = spec_.activities[answer.activity.value];
    if (activity.deputy.is_none() || activity.deputy == activity.accountable) return;
    const auto& leave = real.people[answer.accountable.value].leave;
    if (std::ranges::none_of(leave, [&](const base::Interval& each) { return each.contains(at(minute)); })) return;
    unanswered[answer.activity][away].insert(minute);
  }

  const policy::Spec& spec_;
  base::Interval horizon_;
  std::set<std::tuple<policy::TeamIndex, policy::PriorityIndex, Minute>> of_priority_;
};

}  // namespace tandem::proof
