// The reference for NamedWork: every combination of facts, asked of the slow interpreter, one by one. For agreements
// with a handful of everything.
#pragma once

#include <set>

#include "policy/reference.h"
#include "proof/named_work.h"

namespace tandem::proof {

// The agreement with the person away throughout.
inline policy::Spec without_person(policy::Spec spec, policy::PersonIndex person) {
  if (person.is_none()) return spec;
  const auto at = base::Instant::from_unix_s;
  spec.people[person.value].leave = {{at(0), at(4'000'000'000)}};
  spec.people[person.value].leave_at.assign(1, policy::TextPlace{});
  return spec;
}

// The same agreement where every team is always there, so that whoever is named acts.
inline policy::Spec with_all_teams_there(policy::Spec spec) {
  calendar::BusinessHours always{.zone = *calendar::Zone::find("UTC")};
  always.windows.fill({{base::hours(0), base::hours(24)}});
  spec.calendars.push_back({"always there", *calendar::BusinessCalendar::make(always), {}});
  for (policy::Team& team : spec.teams) {
    team.hours = {static_cast<std::uint32_t>(spec.calendars.size() - 1)};
    team.minimum = 0;
  }
  return spec;
}

// Every combination of facts that rules can tell apart, with every load that makes a difference at the instant.
class AllWork {
 public:
  explicit AllWork(const policy::Spec& spec) : spec_(spec) {
    for (std::uint32_t i = 0; i < spec.categories.size(); ++i) categories_.push_back({i});
    for (std::uint32_t i = 0; i < spec.targets.size(); ++i) priorities_.push_back({i});
    for (std::uint32_t i = 0; i < spec.sites.size(); ++i) sites_.push_back({i});
    for (std::uint32_t i = 0; i < spec.departments.size(); ++i) departments_.push_back({i});
    for (std::uint32_t i = 0; i < spec.asset_classes.size(); ++i) classes_.push_back({i});
    for (const policy::Rule& rule : spec.rules) sources_.insert(rule.sources.begin(), rule.sources.end());
    // And one that no rule asks for, if there is one.
    for (const auto source : {policy::WorkSource::Portal, policy::WorkSource::Email, policy::WorkSource::Api,
                              policy::WorkSource::Alert, policy::WorkSource::Duty}) {
      if (sources_.insert(source).second) break;
    }
  }

  // Visits until it says true.
  template <class Visit>
  bool any_at(base::Instant at, const Visit& visit) const {
    for (const std::vector<std::uint32_t>& load : loads_at(at)) {
      Work work{.facts = {}, .open_by_team = load};
      policy::Facts& facts = work.facts;
      for (const auto category : categories_) {
        for (const auto priority : priorities_) {
          for (const auto site : sites_) {
            for (const auto department : departments_) {
              for (const auto asset_class : classes_) {
                for (const auto requester : requesters_) {
                  for (const auto source : sources_) {
                    facts = {category, priority, site, department, asset_class, requester, source, {}};
                    if (visit(std::as_const(work))) return true;
                  }
                }
              }
            }
          }
        }
      }
    }
    return false;
  }

 private:
  // For each team whose load rules ask about: nothing open, and as much as each of the rules asks for.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> loads_at(base::Instant at) const {
    std::vector<std::vector<std::uint32_t>> loads = {std::vector<std::uint32_t>(spec_.teams.size(), 0)};
    for (const policy::Rule& rule : spec_.rules) {
      if (!rule.load) continue;
      std::uint32_t present = 0;
      for (const policy::PersonIndex member : spec_.teams[rule.load->team.value].members) {
        const auto& leave = spec_.people[member.value].leave;
        present += std::ranges::none_of(leave, [&](const base::Interval& each) { return each.contains(at); }) ? 1U : 0U;
      }
      const std::size_t before = loads.size();
      for (std::size_t i = 0; i < before; ++i) {
        loads.push_back(loads[i]);
        loads.back()[rule.load->team.value] = present * rule.load->open_per_person;
      }
    }
    return loads;
  }

  const policy::Spec& spec_;
  std::vector<policy::CategoryIndex> categories_;
  std::vector<policy::PriorityIndex> priorities_;
  std::vector<policy::SiteIndex> sites_{policy::SiteIndex::none()};
  std::vector<policy::DepartmentIndex> departments_{policy::DepartmentIndex::none()};
  std::vector<policy::AssetClassIndex> classes_{policy::AssetClassIndex::none()};
  std::vector<policy::RequesterKind> requesters_{policy::RequesterKind::Standard, policy::RequesterKind::Vip};
  std::set<policy::WorkSource> sources_{};
};

class PlainNamedWork : public NamedWork {
 public:
  PlainNamedWork(const policy::Spec& spec, const Moments& moments) : moments_(moments) {
    const policy::Spec there = with_all_teams_there(spec);
    for (std::uint32_t i = 0; i <= spec.people.size(); ++i) {
      const bool nobody = i == spec.people.size();
      specs_.push_back(without_person(there, nobody ? policy::PersonIndex::none() : policy::PersonIndex{i}));
    }
  }

  std::optional<Work> work_named(policy::TeamIndex team, const Situation& situation,
                                 std::optional<policy::PriorityIndex> priority) const override {
    const policy::Spec& spec = spec_for(situation);
    const base::Instant at = moments_.kinds()[situation.kind].first;
    std::optional<Work> found;
    AllWork(spec).any_at(at, [&](const Work& work) {
      if (priority && work.facts.priority != *priority) return false;
      if (policy::evaluate_plainly(spec, work.asked(), at).team != team) return false;
      found = work;
      return true;
    });
    return found;
  }

  std::vector<policy::CategoryIndex> categories_named(policy::TeamIndex team,
                                                      std::span<const Situation> situations) const override {
    std::set<policy::CategoryIndex> found;
    for (const Situation& situation : situations) {
      const policy::Spec& spec = spec_for(situation);
      const base::Instant at = moments_.kinds()[situation.kind].first;
      AllWork(spec).any_at(at, [&](const Work& work) {
        if (policy::evaluate_plainly(spec, work.asked(), at).team == team) found.insert(work.facts.category);
        return false;
      });
    }
    return {found.begin(), found.end()};
  }

 private:
  [[nodiscard]] const policy::Spec& spec_for(const Situation& situation) const {
    return situation.away.is_none() ? specs_.back() : specs_[situation.away.value];
  }
  const Moments& moments_;
  std::vector<policy::Spec> specs_;  // by the person further away, and last with nobody
};

}  // namespace tandem::proof
