#include "app/leave_consequences.h"

#include <map>

#include "app/team_hours.h"
#include "calendar/zone.h"

namespace tandem::app {
namespace {

using calendar::IntervalSet;
using policy::PersonIndex;
using policy::Policy;
using policy::TeamIndex;

// Who and what is there, worked out once for each team.
class Attendance {
 public:
  Attendance(const Policy& policy, base::Interval during) : policy_(policy), during_(during) {}

  const IntervalSet& staffed(TeamIndex team) {
    const auto found = staffed_.find(team);
    if (found != staffed_.end()) return found->second;
    return staffed_.emplace(team, staffed_hours(policy_, team, during_)).first->second;
  }
  // By the team itself or by one of its covers.
  IntervalSet served(TeamIndex team) {
    IntervalSet all = staffed(team);
    for (const TeamIndex cover : policy_.team(team).cover) all = all | staffed(cover);
    return all;
  }
  // When nobody answers for the activity: the accountable person is away, and there is no deputy or they are too.
  IntervalSet unanswered(const policy::Activity& activity) const {
    const IntervalSet away = leave_within(policy_, activity.accountable, during_);
    return activity.deputy.is_none() ? away : away & leave_within(policy_, activity.deputy, during_);
  }
  IntervalSet on_duty(TeamIndex team) const { return duty_hours(policy_, team, during_); }
  IntervalSet duty_of(TeamIndex team, PersonIndex person) const {
    std::vector<base::Interval> own;
    for (const policy::DutyShift& shift : policy_.duty_shifts(team, during_)) {
      if (shift.person == person) own.push_back(shift.during);
    }
    return IntervalSet(std::move(own));
  }
  IntervalSet away(PersonIndex person) const { return leave_within(policy_, person, during_); }

 private:
  const Policy& policy_;
  base::Interval during_;
  std::map<TeamIndex, IntervalSet> staffed_;
};

class Survey {
 public:
  Survey(const Policy& before, const Policy& after, PersonIndex person, base::Interval during)
      : policy_(after), person_(person), before_(before, during), after_(after, during) {}

  std::vector<Consequence> run() {
    add({ConsequenceKind::AlreadyAway, {}, {}, before_.away(person_), {}},
        fmt::format("{} is on leave already", display(person_)));
    for (std::uint32_t i = 0; i < policy_.spec().teams.size(); ++i) {
      look_at_staff(TeamIndex{i});
      look_at_duty(TeamIndex{i});
    }
    for (const policy::Activity& activity : policy_.spec().activities) look_at_activity(activity);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& display(PersonIndex person) const { return policy_.person(person).display; }

  [[nodiscard]] bool depends_on_person(TeamIndex team) const {
    const auto is_member = [&](TeamIndex each) { return policy_.is_member(each, person_); };
    return is_member(team) || std::ranges::any_of(policy_.team(team).cover, is_member);
  }

  void look_at_staff(TeamIndex index) {
    if (!depends_on_person(index)) return;
    const policy::Team& team = policy_.team(index);
    const desk::TeamName name(team.name);
    const IntervalSet nobody = before_.served(index) - after_.served(index);
    const IntervalSet lost = before_.staffed(index) - after_.staffed(index);
    add({ConsequenceKind::NobodyThere, name, {}, nobody, {}}, fmt::format("nobody is there for `{}`", team.name));
    add({ConsequenceKind::CoverTakesOver, name, {}, lost - nobody, {}},
        fmt::format("`{}` has fewer than {} present and gives way to its cover", team.name, team.minimum));
  }

  void look_at_duty(TeamIndex index) {
    const policy::Team& team = policy_.team(index);
    if (!team.rotation) return;
    const desk::TeamName name(team.name);
    const IntervalSet still = after_.on_duty(index);
    add({ConsequenceKind::NobodyOnDuty, name, {}, before_.on_duty(index) - still, {}},
        fmt::format("nobody is on duty for `{}`", team.name));
    const IntervalSet own = before_.duty_of(index, person_) - after_.duty_of(index, person_);
    add({ConsequenceKind::StandIn, name, {}, own & still, {}},
        fmt::format("{} has the duty of `{}` and somebody stands in", display(person_), team.name));
  }

  void look_at_activity(const policy::Activity& activity) {
    if (activity.accountable != person_ && activity.deputy != person_) return;
    const std::string why =
        activity.deputy.is_none()
            ? fmt::format("{} has no deputy", display(activity.accountable))
            : fmt::format("{} and {} are both away", display(activity.accountable), display(activity.deputy));
    add({ConsequenceKind::NobodyAnswers,
         {},
         desk::ActivityName(activity.name),
         after_.unanswered(activity) - before_.unanswered(activity),
         {}},
        fmt::format("nobody answers for `{}`: {}", activity.name, why));
  }

  // What is never the case is no consequence.
  void add(Consequence consequence, std::string_view what) {
    const auto when = consequence.when.intervals();
    if (when.empty()) return;
    const std::size_t more = when.size() - 1;
    consequence.text = fmt::format("{}, {} to {}", what, local(when.front().from), local(when.front().to));
    if (more > 0) consequence.text += fmt::format(", and {} more time{}", more, more == 1 ? "" : "s");
    found_.push_back(std::move(consequence));
  }

  [[nodiscard]] std::string local(base::Instant at) const {
    const calendar::LocalTime time = policy_.zone().to_local(at);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time.time_of_day).count();
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(time.date.year()),
                       static_cast<unsigned>(time.date.month()), static_cast<unsigned>(time.date.day()), minutes / 60,
                       minutes % 60);
  }

  const Policy& policy_;
  PersonIndex person_;
  Attendance before_;
  Attendance after_;
  std::vector<Consequence> found_;
};

}  // namespace

std::string_view to_text(ConsequenceKind kind) {
  switch (kind) {
    case ConsequenceKind::NobodyThere: return "nobody-there";
    case ConsequenceKind::CoverTakesOver: return "cover-takes-over";
    case ConsequenceKind::NobodyOnDuty: return "nobody-on-duty";
    case ConsequenceKind::StandIn: return "stand-in";
    case ConsequenceKind::NobodyAnswers: return "nobody-answers";
    case ConsequenceKind::AlreadyAway: return "already-away";
  }
  return "nobody-there";
}

std::vector<Consequence> consequences_of(const Policy& before, const Policy& after, PersonIndex person,
                                         base::Interval during) {
  return Survey(before, after, person, during).run();
}

}  // namespace tandem::app
