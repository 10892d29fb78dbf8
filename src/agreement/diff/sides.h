// Two agreements side by side over one horizon: what each of them makes of every kind of moment, and one number for
// what both of them have.
//
//   const Sides sides(before, after, naming, horizon);
//   sides.moments().kinds()                                 // what calendars and leave of both tell apart
//   sides.before().holder(team, kind)                       // who has work that is named to the team there
//
// Teams and people of both are numbered together: those of the new text first, behind them those that are gone.
// Refers to what it is made of. Immutable. O(kinds × (teams × covers + people)).
#pragma once

#include <vector>

#include "agreement/diff/naming.h"
#include "policy/policy.h"
#include "proof/moments.h"

namespace tandem::agreement::diff {

// Who acts on work: a team, or where nobody of it or its covers is there, the team that keeps it (a gap).
struct Holder {
  std::uint32_t team = 0;  // the joint number
  bool gap = false;
  auto operator<=>(const Holder&) const = default;
};

class Sides;

// One of the two agreements, asked about kinds of moment.
class Side {
 public:
  [[nodiscard]] const policy::Spec& spec() const { return policy_->spec(); }
  [[nodiscard]] const policy::Policy& policy() const { return *policy_; }
  [[nodiscard]] bool is_open(policy::CalendarIndex calendar, std::uint32_t kind) const {
    return moments_->kinds()[kind].open_calendars.has(first_calendar_ + calendar.value);
  }
  [[nodiscard]] bool is_away(policy::PersonIndex person, std::uint32_t kind) const {
    return moments_->kinds()[kind].away_people.has(first_person_ + person.value);
  }
  [[nodiscard]] std::uint32_t present(policy::TeamIndex team, std::uint32_t kind) const;  // members not on leave
  // Who acts on work that is named to the team.
  [[nodiscard]] Holder holder(policy::TeamIndex team, std::uint32_t kind) const {
    return holders_[kind * spec().teams.size() + team.value];
  }
  // The joint number of who answers for the activity.
  [[nodiscard]] std::uint32_t accountable(policy::ActivityIndex activity, std::uint32_t kind) const;
  [[nodiscard]] std::uint32_t joint(policy::TeamIndex team) const { return joint_teams_[team.value]; }
  [[nodiscard]] std::uint32_t joint(policy::PersonIndex person) const { return joint_people_[person.value]; }
  // The kinds in which the calendar is open, and in which the person is on leave.
  [[nodiscard]] proof::Bits open_kinds(policy::CalendarIndex calendar) const;
  [[nodiscard]] proof::Bits away_kinds(policy::PersonIndex person) const;

 private:
  friend class Sides;
  void find_holders();

  const policy::Policy* policy_ = nullptr;
  const proof::Moments* moments_ = nullptr;
  std::size_t first_calendar_ = 0;
  std::size_t first_person_ = 0;
  std::vector<std::uint32_t> joint_teams_;
  std::vector<std::uint32_t> joint_people_;
  std::vector<Holder> holders_;  // by kind, then team
};

class Sides {
 public:
  // REQUIRES: the naming is that of the agreements that the policies were compiled from; a horizon that is not empty.
  Sides(const policy::Policy& before, const policy::Policy& after, const Naming& naming, base::Interval horizon);
  Sides(const Sides&) = delete;
  Sides& operator=(const Sides&) = delete;

  [[nodiscard]] const Side& before() const { return before_; }
  [[nodiscard]] const Side& after() const { return after_; }
  [[nodiscard]] const Naming& naming() const { return *naming_; }
  [[nodiscard]] const proof::Moments& moments() const { return moments_; }
  // The kind of moment that an instant is of, also outside of the horizon; nothing when the horizon has none like it.
  [[nodiscard]] std::optional<std::uint32_t> kind_at(base::Instant at) const;

  [[nodiscard]] const policy::Team& team(std::uint32_t joint) const;
  [[nodiscard]] const policy::Person& person(std::uint32_t joint) const;
  // As the old text has it and as the new one has it; the other one's where that side does not know it.
  [[nodiscard]] const std::string& party_of_team(std::uint32_t joint) const;  // the party's name in its text

 private:
  const Naming* naming_;
  proof::Moments moments_;
  Side before_;
  Side after_;
};

}  // namespace tandem::agreement::diff
