#include "app/leave_consequences.h"

#include <map>

#include "app/team_hours.h"
#include "base/check.h"
#include "calendar/zone.h"

namespace tandem::app {
namespace {

using policy::PersonIndex;
using policy::Policy;
using policy::TeamIndex;

IntervalSet united_with(IntervalSet a, const IntervalSet& b) {
  a.insert(a.end(), b.begin(), b.end());
  return united(std::move(a));
}

// When a team is there, worked out once for each.
class Presence {
 public:
  Presence(const Policy& policy, base::Interval during) : policy_(policy), during_(during) {}

  const IntervalSet& staffed(TeamIndex team) {
    const auto found = staffed_.find(team);
    if (found != staffed_.end()) return found->second;
    return staffed_.emplace(team, staffed_hours(policy_, team, during_)).first->second;
  }
  // By the team itself or by one of its covers.
  IntervalSet served(TeamIndex team) {
    IntervalSet all = staffed(team);
    for (const TeamIndex cover : policy_.team(team).cover) all = united_with(std::move(all), staffed(cover));
    return all;
  }
  // When nobody answers for the activity: the accountable person is away, and there is no deputy or they are too.
  IntervalSet unanswered(const policy::Activity& activity) const {
    const IntervalSet away = leave_within(policy_, activity.accountable, during_);
    return activity.deputy.is_none() ? away : common(away, leave_within(policy_, activity.deputy, during_));
  }

 private:
  const Policy& policy_;
  base::Interval during_;
  std::map<TeamIndex, IntervalSet> staffed_;
};

class Survey {
 public:
  Survey(const Policy& before, const Policy& after, PersonIndex person, base::Interval during)
      : policy_(after), person_(person), during_(during), before_(before, during), after_(after, during) {}

  std::vector<Consequence> run(const Policy& before) {
    look_at_leave(before);
    for (std::uint32_t i = 0; i < policy_.spec().teams.size(); ++i) look_at_team(TeamIndex{i});
    for (const policy::Activity& activity : policy_.spec().activities) look_at_activity(activity);
    return std::move(found_);
  }

 private:
  bool depends_on_person(TeamIndex team) const {
    const auto is_member = [&](TeamIndex each) { return policy_.is_member(each, person_); };
    return is_member(team) || std::ranges::any_of(policy_.team(team).cover, is_member);
  }

  void look_at_leave(const Policy& before) {
    IntervalSet already = leave_within(before, person_, during_);
    if (already.empty()) return;
    add({.kind = ConsequenceKind::AlreadyAway, .team = {}, .activity = {}, .when = std::move(already), .text = {}},
        fmt::format("{} is on leave already", policy_.person(person_).display));
  }

  void look_at_team(TeamIndex index) {
    if (!depends_on_person(index)) return;
    const policy::Team& team = policy_.team(index);
    IntervalSet nobody = without(before_.served(index), after_.served(index));
    const IntervalSet lost = without(before_.staffed(index), after_.staffed(index));
    IntervalSet covered = without(lost, nobody);
    if (!nobody.empty()) {
      add({.kind = ConsequenceKind::NobodyThere,
           .team = desk::TeamName(team.name),
           .activity = {},
           .when = std::move(nobody),
           .text = {}},
          fmt::format("nobody is there for `{}`", team.name));
    }
    if (!covered.empty()) {
      add({.kind = ConsequenceKind::CoverTakesOver,
           .team = desk::TeamName(team.name),
           .activity = {},
           .when = std::move(covered),
           .text = {}},
          fmt::format("`{}` has fewer than {} present and gives way to its cover", team.name, team.minimum));
    }
  }

  void look_at_activity(const policy::Activity& activity) {
    if (activity.accountable != person_ && activity.deputy != person_) return;
    IntervalSet nobody = without(after_.unanswered(activity), before_.unanswered(activity));
    if (nobody.empty()) return;
    const std::string why = activity.deputy.is_none()
                                ? fmt::format("{} has no deputy", policy_.person(activity.accountable).display)
                                : fmt::format("{} and {} are both away", policy_.person(activity.accountable).display,
                                              policy_.person(activity.deputy).display);
    add({.kind = ConsequenceKind::NobodyAnswers,
         .team = {},
         .activity = desk::ActivityName(activity.name),
         .when = std::move(nobody),
         .text = {}},
        fmt::format("nobody answers for `{}`: {}", activity.name, why));
  }

  void add(Consequence consequence, std::string_view what) {
    const base::Interval first = consequence.when.front();
    const std::size_t more = consequence.when.size() - 1;
    consequence.text = fmt::format("{}, {} to {}", what, local(first.from), local(first.to));
    if (more > 0) consequence.text += fmt::format(", and {} more time{}", more, more == 1 ? "" : "s");
    found_.push_back(std::move(consequence));
  }

  std::string local(base::Instant at) const {
    const auto zone = calendar::Zone::find(policy_.spec().time_zone);
    TANDEM_ENSURE(zone.has_value());
    const calendar::LocalTime time = zone->to_local(at);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time.time_of_day).count();
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(time.date.year()),
                       static_cast<unsigned>(time.date.month()), static_cast<unsigned>(time.date.day()), minutes / 60,
                       minutes % 60);
  }

  const Policy& policy_;
  PersonIndex person_;
  base::Interval during_;
  Presence before_;
  Presence after_;
  std::vector<Consequence> found_;
};

}  // namespace

std::string_view to_text(ConsequenceKind kind) {
  switch (kind) {
    case ConsequenceKind::NobodyThere: return "nobody-there";
    case ConsequenceKind::CoverTakesOver: return "cover-takes-over";
    case ConsequenceKind::NobodyAnswers: return "nobody-answers";
    case ConsequenceKind::AlreadyAway: return "already-away";
  }
  return "nobody-there";
}

std::vector<Consequence> consequences_of(const Policy& before, const Policy& after, PersonIndex person,
                                         base::Interval during) {
  return Survey(before, after, person, during).run(before);
}

}  // namespace tandem::app
