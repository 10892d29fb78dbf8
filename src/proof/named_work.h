// Which work is named to which team: the first matching rule's team, or else the responsible one, before anybody asks
// whether that team is there. Coverage is a matter of teams and situations alone; facts only decide whether there is
// any work that makes a team's absence hurt, and that is what is asked here.
//
//   if (const auto work = named.work_named(soc, {.kind = 3, .away = mei})) …      // a malware alert, say
//
// Answers are exact over the whole space of facts: category × priority × site × department × asset class (each of the
// three also unknown) × requester × source × the load of every team. RoutingSpace answers them symbolically; tests hold
// it and what is built on it against an enumeration.
#pragma once

#include <optional>
#include <vector>

#include "policy/policy.h"
#include "proof/moments.h"

namespace tandem::proof {

// One piece of work, with the load that makes rules hold.
struct Work {
  policy::Facts facts{};                      // its workload is empty
  std::vector<std::uint32_t> open_by_team{};  // by TeamIndex; what lies behind the end is zero

  // As Policy is asked. Borrows open_by_team.
  [[nodiscard]] policy::Facts asked() const {
    policy::Facts out = facts;
    out.workload.open_by_team = open_by_team;
    return out;
  }
};

class NamedWork {
 public:
  virtual ~NamedWork() = default;
  // Some work that is named to the team in the situation, of the priority if one is given; nothing when there is none.
  // Always the same for the same question.
  [[nodiscard]] virtual std::optional<Work> work_named(policy::TeamIndex team, const Situation& situation,
                                                       std::optional<policy::PriorityIndex> priority = {}) const = 0;
  // Whether there is such work: cheaper where many situations are asked about.
  [[nodiscard]] virtual bool has_work(policy::TeamIndex team, const Situation& situation,
                                      policy::PriorityIndex priority) const {
    return work_named(team, situation, priority).has_value();
  }
  // The categories of which some work is named to the team in at least one of the situations, in ascending order.
  [[nodiscard]] virtual std::vector<policy::CategoryIndex> categories_named(
      policy::TeamIndex team, std::span<const Situation> situations) const = 0;
};

}  // namespace tandem::proof
