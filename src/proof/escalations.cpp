#include "proof/escalations.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "policy/escalation.h"
#include "proof/extent.h"
#include "proof/waiting.h"
#include "proof/work_kinds.h"

namespace tandem::proof {

using base::Instant;
using base::Interval;
using policy::Addressee;
using policy::EscalationStep;
using policy::PriorityIndex;
using policy::Target;
using policy::TeamIndex;

bool is_there(const policy::Spec& spec, const Moments& moments, const Attendance& attendance, const Addressee& one,
              TeamIndex named, std::uint32_t kind) {
  switch (one.kind) {
    case Addressee::Kind::Person: return !moments.is_away(one.person, {kind});
    case Addressee::Kind::Team: return attendance.is_available(one.team, {kind});
    case Addressee::Kind::OnDuty: return attendance.is_covered(named, {kind});
    case Addressee::Kind::Lead: {
      const TeamIndex acting = attendance.acting(named, {kind});
      const policy::PersonIndex lead = spec.teams[acting.is_none() ? named.value : acting.value].lead;
      return !lead.is_none() && !moments.is_away(lead, {kind});
    }
  }
  base::check_failed("an addressee is of one of the kinds");
}

namespace {

class StepSearch {
 public:
  StepSearch(const policy::Spec& spec, const Moments& moments, const Attendance& attendance, const NamedWork& named,
             const Coverage& coverage)
      : spec_(spec), moments_(moments), attendance_(attendance), named_(named) {
    for (std::uint32_t i = 0; i < spec.teams.size(); ++i) uncovered_.push_back(coverage.uncovered_kinds({i}));
  }

  // The earliest opening whose step tells nobody, and all of them.
  std::optional<StepToNobody> find(PriorityIndex priority, std::size_t position) {
    const Target& target = spec_.targets[priority.value];
    const EscalationStep& step = target.escalation[position];
    const bool tells_on_duty =
        std::ranges::find(step.tell, Addressee::Kind::OnDuty, &Addressee::kind) != step.tell.end();
    std::optional<StepToNobody> first;
    std::vector<Interval> openings;
    for (std::uint32_t i = 0; i < spec_.teams.size(); ++i) {
      Bits nobody = absent(step.tell.front(), {i});
      for (const Addressee& one : step.tell) nobody &= absent(one, {i});
      if (tells_on_duty) nobody -= uncovered_[i];
      if (nobody.empty()) continue;
      auto found = opened_into({spec_, target, step.after}, nobody, {i}, priority, openings);
      if (!found || (first && first->opened <= found->opened)) continue;
      first = std::move(found);
      first->priority = priority;
      first->step = position;
    }
    if (first) first->openings = Openings(std::move(openings));
    return first;
  }

 private:
  // The kinds of moment in which the one who is told is not there.
  const Bits& absent(const Addressee& one, TeamIndex named) {
    const bool depends = one.kind == Addressee::Kind::OnDuty || one.kind == Addressee::Kind::Lead;
    const auto [found, is_new] =
        absent_.try_emplace({one, depends ? named : TeamIndex::none()}, moments_.kinds().size());
    if (!is_new) return found->second;
    for (std::uint32_t kind = 0; kind < moments_.kinds().size(); ++kind) {
      if (!is_there(spec_, moments_, attendance_, one, named, kind)) found->second.add(kind);
    }
    return found->second;
  }

  // Adds all of them to `openings`.
  std::optional<StepToNobody> opened_into(const Waiting& waiting, const Bits& kinds, TeamIndex named,
                                          PriorityIndex priority, std::vector<Interval>& openings) {
    WorkKinds& of_work = work_kinds(named, priority);
    std::optional<StepToNobody> first;
    const Interval horizon = moments_.horizon();
    for (const Interval& nobody : intervals_of(moments_, kinds)) {
      const Instant from = std::max(horizon.from, waiting.first_reaching(nobody.from).value_or(horizon.from));
      const Instant to = std::min(horizon.to, waiting.first_reaching(nobody.to).value_or(horizon.from));
      if (from >= to) continue;
      for (const Stretch& stretch : moments_.stretches().subspan(moments_.stretch_at(from))) {
        if (stretch.during.from >= to) break;
        if (!of_work.has_work(stretch.kind)) continue;
        const Instant opened = std::max(from, stretch.during.from);
        openings.push_back({opened, std::min(to, stretch.during.to)});
        if (first) continue;
        first = StepToNobody{.named = named,
                             .opened = opened,
                             .at = *waiting.ends(opened),
                             .work = *named_.work_named(named, {stretch.kind}, priority),
                             .openings = {}};
      }
    }
    return first;
  }

  WorkKinds& work_kinds(TeamIndex named, PriorityIndex priority) {
    return work_kinds_.try_emplace({named, priority}, named_, named, priority, moments_).first->second;
  }

  const policy::Spec& spec_;
  const Moments& moments_;
  const Attendance& attendance_;
  const NamedWork& named_;
  std::map<std::pair<TeamIndex, PriorityIndex>, WorkKinds> work_kinds_;
  std::map<std::pair<Addressee, TeamIndex>, Bits> absent_;  // no team where it does not depend on it
  std::vector<Bits> uncovered_;                             // by team: the kinds that the coverage tells of
};

struct FirstStep {
  std::size_t position = 0;
  std::optional<Instant> at;  // none: never
};

FirstStep first_step(const policy::Spec& spec, const Target& target, Instant opened) {
  FirstStep first;
  for (std::size_t i = 0; i < target.escalation.size(); ++i) {
    const auto at = policy::takes_place(spec, target, target.escalation[i], opened);
    if (at && (!first.at || *at < *first.at)) first = {i, at};
  }
  return first;
}

std::optional<LateEscalation> late_for(const policy::Spec& spec, const Target& target, Instant opened) {
  const auto due = policy::respond_by(spec, target, opened);
  if (!due) return std::nullopt;
  const FirstStep first = first_step(spec, target, opened);
  if (first.at && *first.at < *due) return std::nullopt;
  return LateEscalation{.step = first.position, .opened = opened, .due = *due, .at = first.at, .openings = {}};
}

// Between two turning points the step falls behind the target, catches up, or neither, but never turns round; so it is
// late for a first and for all that follow, or for those up to a last one. Empty: for none.
Interval late_between(const policy::Spec& spec, const Target& target, Interval between) {
  const auto is_late = [&](Instant opened) { return late_for(spec, target, opened).has_value(); };
  Instant left = between.from;
  Instant right = between.to - base::Duration(1);
  const bool begins_late = is_late(left);
  if (begins_late == is_late(right)) return begins_late ? between : Interval{between.from, between.from};
  while (right - left > base::Duration(1)) {
    const Instant middle = left + (right - left) / 2;
    (is_late(middle) == begins_late ? left : right) = middle;
  }
  return begins_late ? Interval{between.from, right} : Interval{right, between.to};
}

std::optional<LateEscalation> late_escalation(const policy::Spec& spec, const Target& target, Interval horizon) {
  std::vector<Waiting> waitings = {{spec, target, std::span(&*target.respond, 1)}};
  for (const EscalationStep& step : target.escalation) waitings.emplace_back(spec, target, step.after);
  std::vector<Instant> boundaries;
  if (!std::ranges::all_of(waitings, &Waiting::is_real)) {
    // As far as the clock is asked: until the last of the waits is over.
    Instant last = horizon.to;
    for (const Waiting& waiting : waitings) last = std::max(last, waiting.ends(horizon.to).value_or(horizon.to));
    for (const Interval& open : spec.calendars[target.clock.value].open.open_within({horizon.from, last})) {
      boundaries.push_back(open.from);
      boundaries.push_back(open.to);
    }
  }
  const std::vector<Instant> points = turning_points(waitings, boundaries, horizon);
  std::vector<Interval> openings;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Instant next = i + 1 < points.size() ? points[i + 1] : horizon.to;
    openings.push_back(late_between(spec, target, {points[i], next}));
  }
  Openings late(std::move(openings));
  if (late.empty()) return std::nullopt;
  auto first = late_for(spec, target, late.intervals().front().from);
  first->openings = std::move(late);
  return first;
}

}  // namespace

std::vector<StepToNobody> steps_to_nobody(const policy::Spec& spec, const Moments& moments,
                                          const Attendance& attendance, const NamedWork& named,
                                          const Coverage& coverage) {
  std::vector<StepToNobody> out;
  StepSearch search(spec, moments, attendance, named, coverage);
  for (std::uint32_t i = 0; i < spec.targets.size(); ++i) {
    for (std::size_t step = 0; step < spec.targets[i].escalation.size(); ++step) {
      if (auto found = search.find({i}, step)) out.push_back(*std::move(found));
    }
  }
  return out;
}

std::vector<LateEscalation> late_escalations(const policy::Spec& spec, Interval horizon) {
  std::vector<LateEscalation> out;
  for (std::uint32_t i = 0; i < spec.targets.size(); ++i) {
    const Target& target = spec.targets[i];
    if (!target.respond || target.escalation.empty()) continue;
    if (auto late = late_escalation(spec, target, horizon)) {
      late->priority = {i};
      out.push_back(*std::move(late));
    }
  }
  return out;
}

}  // namespace tandem::proof
