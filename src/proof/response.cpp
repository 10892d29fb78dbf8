#include "proof/response.h"

#include "base/check.h"
#include "policy/escalation.h"
#include "proof/escalations.h"
#include "proof/waiting.h"
#include "proof/work_kinds.h"

namespace tandem::proof {

using base::Duration;
using base::Instant;
using base::Interval;
using policy::EscalationStep;
using policy::PriorityIndex;
using policy::Target;
using policy::TeamIndex;

namespace {

// The stretches that lie in a part of the horizon that begins and ends with stretches.
std::span<const Stretch> stretches_in(const Moments& moments, Interval part) {
  const auto all = moments.stretches();
  const std::size_t begin = moments.stretch_at(part.from);
  const std::size_t end = part.to == moments.horizon().to ? all.size() : moments.stretch_at(part.to);
  return all.subspan(begin, end - begin);
}

}  // namespace

// One priority's work that is named to one team.
class Response::PriorityWork {
 public:
  PriorityWork(const Response& response, PriorityIndex priority, TeamIndex named)
      : response_(response),
        target_(response.spec_.targets[priority.value]),
        priority_(priority),
        named_(named),
        gaps_(response.gaps_[named.value]) {
    for (const EscalationStep& step : target_.escalation) steps_.emplace_back(response.spec_, target_, step.after);
  }

  void lengthen(LongestUnseen& longest) const {
    for (const Interval& gap : gaps_) {
      if (gap.to - gap.from > longest.longest) lengthen(longest, gap);
    }
  }

  [[nodiscard]] std::optional<ImpossibleTarget> impossible() const {
    if (!target_.respond) return std::nullopt;
    const Waiting response(response_.spec_, target_, std::span(&*target_.respond, 1));
    WorkKinds kinds(response_.named_, named_, priority_, response_.moments_);
    std::optional<ImpossibleTarget> first;
    std::vector<Interval> openings;
    for (const Interval& gap : gaps_) {
      // Later openings are due later, and the gap ends for all of them at once. Due at that instant is too late to act.
      const auto in_time = response.first_reaching(gap.to + Duration(1));
      if (!in_time) continue;
      for (const Stretch& stretch : stretches_in(response_.moments_, gap)) {
        if (stretch.during.from >= *in_time) break;
        if (!kinds.has_work(stretch.kind)) continue;
        openings.push_back({stretch.during.from, std::min(stretch.during.to, *in_time)});
        if (!first) first = earliest(gap, stretch);
      }
    }
    if (first) first->openings = Openings(std::move(openings));
    return first;
  }

 private:
  [[nodiscard]] std::optional<Work> work_in(const Stretch& stretch) const {
    return response_.named_.work_named(named_, {stretch.kind}, priority_);
  }

  // REQUIRES: there is work in the stretch.
  [[nodiscard]] ImpossibleTarget earliest(Interval gap, const Stretch& stretch) const {
    const Instant opened = stretch.during.from;
    const auto due = policy::respond_by(response_.spec_, target_, opened);
    auto work = work_in(stretch);
    TANDEM_ENSURE(due && work);
    ImpossibleTarget found{.priority = priority_,
                           .named = named_,
                           .opened = opened,
                           .due = *due,
                           .reopens = gap.to,
                           .work = *std::move(work),
                           .openings = {}};
    if (gap.to == response_.moments_.horizon().to) found.reopens.reset();
    return found;
  }

  void lengthen(LongestUnseen& longest, Interval gap) const {
    const auto stretches = stretches_in(response_.moments_, gap);
    std::vector<Instant> boundaries;
    for (const Stretch& stretch : stretches) boundaries.push_back(stretch.during.from);
    boundaries.push_back(gap.to);
    std::size_t of_work = stretches.size();  // the last stretch of which it was asked whether it has work
    std::optional<Work> work;
    std::size_t current = 0;
    for (const Instant opened : turning_points(steps_, boundaries, gap)) {
      if (gap.to - opened <= longest.longest) return;  // no later one can wait longer
      while (!stretches[current].during.contains(opened)) ++current;
      if (of_work != current) work = work_in(stretches[current]);
      of_work = current;
      if (!work) continue;
      LongestUnseen found = unseen(opened, gap);
      if (found.longest <= longest.longest) continue;
      found.work = work;
      longest = std::move(found);
    }
  }

  // Nobody of the team is there within the gap, so only the steps can tell somebody.
  [[nodiscard]] LongestUnseen unseen(Instant opened, Interval gap) const {
    LongestUnseen out{.priority = priority_,
                      .longest = gap.to - opened,
                      .named = named_,
                      .opened = opened,
                      .seen = gap.to,
                      .step = {},
                      .work = {}};
    if (gap.to == response_.moments_.horizon().to) out.seen.reset();
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const auto at = steps_[i].ends(opened);
      if (!at || *at - opened >= out.longest || !tells_somebody(target_.escalation[i], *at)) continue;
      out.longest = *at - opened;
      out.seen = at;
      out.step = i;
    }
    return out;
  }

  [[nodiscard]] bool tells_somebody(const EscalationStep& step, Instant at) const {
    const Moments& moments = response_.moments_;
    const std::uint32_t kind = moments.stretches()[moments.stretch_at(at)].kind;
    return std::ranges::any_of(step.tell, [&](const policy::Addressee& one) {
      return is_there(response_.spec_, moments, response_.attendance_, one, named_, kind);
    });
  }

  const Response& response_;
  const Target& target_;
  PriorityIndex priority_;
  TeamIndex named_;
  std::span<const Interval> gaps_;
  std::vector<Waiting> steps_;
};

std::vector<LongestUnseen> Response::longest_unseen() const {
  std::vector<LongestUnseen> out;
  for (std::uint32_t i = 0; i < spec_.targets.size(); ++i) {
    LongestUnseen longest{.priority = {i}, .seen = {}, .step = {}, .work = {}};
    for (std::uint32_t team = 0; team < spec_.teams.size(); ++team) PriorityWork(*this, {i}, {team}).lengthen(longest);
    out.push_back(std::move(longest));
  }
  return out;
}

std::vector<ImpossibleTarget> Response::impossible_targets() const {
  std::vector<ImpossibleTarget> out;
  for (std::uint32_t i = 0; i < spec_.targets.size(); ++i) {
    for (std::uint32_t team = 0; team < spec_.teams.size(); ++team) {
      if (auto found = PriorityWork(*this, {i}, {team}).impossible()) out.push_back(*std::move(found));
    }
  }
  return out;
}

}  // namespace tandem::proof
