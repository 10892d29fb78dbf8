// The one evaluator. Reasons are built only where a trace is there to take them: building one copies the file's name.
#include "base/check.h"
#include "policy/compiled.h"
#include "policy/policy.h"

namespace tandem::policy {

using base::Instant;

namespace {

std::uint32_t open_items(std::span<const std::uint32_t> load, std::uint32_t index) {
  return index < load.size() ? load[index] : 0;
}

class Evaluation {
 public:
  Evaluation(const Spec& spec, const RoutingTree& routing, const calendar::Absences& absences, Instant at,
             const Workload& workload, Trace* trace)
      : spec_(spec), routing_(routing), absences_(absences), at_(at), workload_(workload), trace_(trace) {}

  Answer answer(const Facts& facts) const {
    const CategoryIndex category = facts.category;
    const ActivityIndex activity = spec_.categories[category.value].activity;
    const RuleIndex rule =
        routing_.first_match(facts, [&](RuleIndex candidate) { return circumstances_hold(candidate); });
    Answer result{.activity = activity};
    const TeamIndex named = rule.is_none() ? spec_.activities[activity.value].responsible : spec_.rules[rule.value].to;
    if (trace_ != nullptr && rule.is_none()) {
      add_category(category);
      trace_->add({.kind = ReasonKind::ActivityResponsible,
                   .activity = activity,
                   .team = named,
                   .at = spec_.activities[activity.value].responsible_at});
    } else if (trace_ != nullptr) {
      trace_->add({.kind = ReasonKind::RuleMatched, .rule = rule, .team = named, .at = spec_.rules[rule.value].at});
    }
    result.team = acting_team(named, result.gap);
    result.person = person_for(result.team);
    if (trace_ != nullptr && !rule.is_none()) add_category(category);
    result.accountable = accountable_for(activity);
    return result;
  }

  PersonIndex person_for(TeamIndex index) const {
    const Team& team = spec_.teams[index.value];
    if (const PersonIndex on_duty = person_on_duty(index, team); !on_duty.is_none()) return on_duty;
    PersonIndex chosen;
    std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
    for (const PersonIndex member : team.members) {
      const std::uint32_t open = open_items(workload_.open_by_person, member.value);
      if ((chosen.is_none() || open < fewest) && is_present(member)) {
        chosen = member;
        fewest = open;
        if (open == 0) break;  // nobody can have fewer
      }
    }
    if (trace_ != nullptr && chosen.is_none()) {
      trace_->add({.kind = ReasonKind::NobodyPresent, .team = index, .at = team.at});
    } else if (trace_ != nullptr) {
      trace_->add({.kind = ReasonKind::LowestLoad, .team = index, .person = chosen, .number = fewest, .at = team.at});
    }
    return chosen;
  }

  PersonIndex accountable_for(ActivityIndex index) const {
    const Activity& activity = spec_.activities[index.value];
    const PersonIndex person = activity.accountable;
    const auto leave = absences_.leave_at(person.value, at_);
    if (!leave) {
      if (trace_ != nullptr) {
        trace_->add(
            {.kind = ReasonKind::Accountable, .activity = index, .person = person, .at = activity.accountable_at});
      }
      return person;
    }
    const bool deputised = !activity.deputy.is_none() && is_present(activity.deputy);
    if (trace_ != nullptr) {
      Reason reason = away(ReasonKind::AccountableAway, person, *leave);
      reason.activity = index;
      trace_->add(std::move(reason));
      trace_->add({.kind = deputised ? ReasonKind::Deputy : ReasonKind::NoDeputyPresent,
                   .activity = index,
                   .person = deputised ? activity.deputy : person,
                   .at = activity.deputy.is_none() ? activity.accountable_at : activity.deputy_at});
    }
    return deputised ? activity.deputy : person;
  }

  bool is_available(const Team& team) const {
    return spec_.calendars[team.hours.value].open.is_open(at_) && count_present(team, team.minimum) >= team.minimum;
  }

 private:
  bool is_present(PersonIndex person) const { return absences_.is_present(person.value, at_); }

  // How many are present, counting no further than `enough`.
  std::uint32_t count_present(const Team& team, std::uint32_t enough) const {
    std::uint32_t present = 0;
    for (const PersonIndex member : team.members) {
      if (present >= enough) break;
      if (is_present(member)) ++present;
    }
    return present;
  }

  // The conditions of a rule that are not facts of the work: hours, absences, load.
  bool circumstances_hold(RuleIndex index) const {
    const Rule& rule = spec_.rules[index.value];
    const auto hours_hold = [&](const Rule::Hours& hours) {
      return spec_.calendars[hours.calendar.value].open.is_open(at_) == hours.open;
    };
    if (!rule.hours.empty() && !std::ranges::any_of(rule.hours, hours_hold)) return false;
    if (!rule.away.empty() && std::ranges::all_of(rule.away, [&](PersonIndex who) { return is_present(who); }))
      return false;
    return !rule.load || is_loaded(*rule.load);
  }

  bool is_loaded(const Rule::Load& load) const {
    const Team& team = spec_.teams[load.team.value];
    const std::uint64_t present = count_present(team, std::numeric_limits<std::uint32_t>::max());
    return open_items(workload_.open_by_team, load.team.value) >= present * load.open_per_person || present == 0;
  }

  TeamIndex acting_team(TeamIndex named, bool& gap) const {
    const Team& team = spec_.teams[named.value];
    if (is_available(team)) {
      if (trace_ != nullptr) {
        trace_->add({.kind = ReasonKind::TeamOpen, .team = named, .calendar = team.hours, .at = team.hours_at});
      }
      return named;
    }
    if (trace_ != nullptr) trace_->add(unavailable(named, TeamIndex::none()));
    for (const TeamIndex cover : team.cover) {
      if (is_available(spec_.teams[cover.value])) {
        if (trace_ != nullptr) {
          trace_->add({.kind = ReasonKind::CoverOpen, .team = cover, .other_team = named, .at = team.cover_at});
        }
        return cover;
      }
      if (trace_ != nullptr) trace_->add(unavailable(cover, named));
    }
    gap = true;
    if (trace_ != nullptr) {
      trace_->add({.kind = ReasonKind::NobodyOpen, .team = named, .at = team.cover.empty() ? team.at : team.cover_at});
    }
    return named;
  }

  // Why a team that is not available is not: its calendar if that is closed, else its people. `covered` is the team
  // it was to cover for, if any.
  Reason unavailable(TeamIndex index, TeamIndex covered) const {
    const Team& team = spec_.teams[index.value];
    const bool closed = !spec_.calendars[team.hours.value].open.is_open(at_);
    const ReasonKind own = closed ? ReasonKind::TeamClosed : ReasonKind::TeamShort;
    return {.kind = covered.is_none() ? own : ReasonKind::CoverUnavailable,
            .team = index,
            .other_team = covered,
            .calendar = closed ? team.hours : CalendarIndex::none(),
            .number = closed ? 0 : count_present(team, team.minimum),
            .at = closed ? team.hours_at : team.at};
  }

  // Why the person is not there: when they are back and what says so.
  Reason away(ReasonKind kind, PersonIndex person, std::size_t leave) const {
    Reason reason{.kind = kind, .person = person};
    // An absence that is supposed for the moment of a question has no end worth telling.
    const Instant back = absences_.back_at(person.value, at_);
    if (back - at_ >= base::minutes(1)) reason.until = back;
    const LeaveSource& source = spec_.people[person.value].leave_at[leave];
    if (const auto* place = std::get_if<TextPlace>(&source)) reason.at = *place;
    if (const auto* recorded = std::get_if<Recorded>(&source)) reason.recorded = recorded->words;
    return reason;
  }

  // The first in the rotation's line who is present.
  PersonIndex person_on_duty(TeamIndex index, const Team& team) const {
    if (!team.rotation) return PersonIndex::none();
    calendar::DutyLine line = team.rotation->in_line(at_);
    while (const auto place = line.next()) {
      const PersonIndex person = team.rotation_order[place->duty.person];
      const auto leave = absences_.leave_at(person.value, at_);
      if (trace_ != nullptr) add_place(index, team, *place, leave);
      if (!leave) return person;
    }
    if (trace_ != nullptr) {
      trace_->add({.kind = ReasonKind::NobodyOnDuty, .team = index, .at = team.rotation_at});
    }
    return PersonIndex::none();
  }

  // That those who could have stood in are away as well is not worth a reason each.
  void add_place(TeamIndex index, const Team& team, const calendar::DutyLine::Place& place,
                 std::optional<std::size_t> leave) const {
    const PersonIndex person = team.rotation_order[place.duty.person];
    if (leave && place.stands_in()) return;
    if (leave) {
      Reason reason = away(ReasonKind::DutyAway, person, *leave);
      reason.team = index;
      trace_->add(std::move(reason));
      return;
    }
    trace_->add({.kind = place.stands_in() ? ReasonKind::StandIn : ReasonKind::OnDuty,
                 .team = index,
                 .person = person,
                 .other_person = place.stands_in() ? team.rotation_order[place.scheduled] : PersonIndex::none(),
                 .number = place.duty.source,
                 .origin = place.duty.origin,
                 .at = place_of(team, place.duty)});
  }

  // The exception's own line, else that of the rotation.
  static const TextPlace& place_of(const Team& team, const calendar::Duty& duty) {
    const auto found = [&](const std::vector<TextPlace>& places) -> const TextPlace& {
      return duty.source < places.size() ? places[duty.source] : team.rotation_at;
    };
    switch (duty.origin) {
      case calendar::ShiftOrigin::Layer: break;
      case calendar::ShiftOrigin::Swap: return found(team.exceptions_at.swaps);
      case calendar::ShiftOrigin::Temporary: return found(team.exceptions_at.temporary);
      case calendar::ShiftOrigin::Override: return found(team.exceptions_at.overrides);
    }
    return team.rotation_at;
  }

  void add_category(CategoryIndex index) const {
    const Category& category = spec_.categories[index.value];
    trace_->add(
        {.kind = ReasonKind::CategoryActivity, .category = index, .activity = category.activity, .at = category.at});
  }

  const Spec& spec_;
  const RoutingTree& routing_;
  const calendar::Absences& absences_;
  Instant at_;
  const Workload& workload_;
  Trace* trace_;
};

}  // namespace

Answer Policy::evaluate(const Facts& given, Instant at, Trace* trace) const {
  Facts facts = given;
  if (facts.category.is_none()) facts.category = other();
  if (facts.priority.is_none()) facts.priority = default_priority();
  TANDEM_ENSURE(facts.category.value < spec_.categories.size());
  return Evaluation(spec_, compiled_->routing, compiled_->absences, at, facts.workload, trace).answer(facts);
}

PersonIndex Policy::accountable_for(ActivityIndex activity, Instant at, Trace* trace) const {
  return Evaluation(spec_, compiled_->routing, compiled_->absences, at, {}, trace).accountable_for(activity);
}

PersonIndex Policy::person_for(TeamIndex team, Instant at, const Workload& workload, Trace* trace) const {
  return Evaluation(spec_, compiled_->routing, compiled_->absences, at, workload, trace).person_for(team);
}

bool Policy::is_present(PersonIndex person, Instant at) const {
  return compiled_->absences.is_present(person.value, at);
}

bool Policy::is_open(TeamIndex team, Instant at) const {
  return Evaluation(spec_, compiled_->routing, compiled_->absences, at, {}, nullptr)
      .is_available(spec_.teams[team.value]);
}

}  // namespace tandem::policy
