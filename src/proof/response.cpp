#include "proof/response.h"

#include "base/check.h"
#include "policy/escalation.h"
#include "proof/escalations.h"
#include "proof/waiting.h"

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

// The openings of one priority's work that is named to one team.
class Response::Openings {
 public:
  Openings(const Response& response, PriorityIndex priority, TeamIndex named)
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
    for (const Interval& gap : gaps_) {
      // Later openings are due later, and the gap ends for all of them at once.
      for (const Stretch& stretch : stretches_in(response_.moments_, gap)) {
        auto work = work_in(stretch);
        if (!work) continue;
        const auto due = policy::respond_by(response_.spec_, target_, stretch.during.from);
        if (!due || *due > gap.to) break;
        const bool ends_with_horizon = gap.to == response_.moments_.horizon().to;
        return ImpossibleTarget{.priority = priority_,
                                .named = named_,
                                .opened = stretch.during.from,
                                .due = *due,
                                .reopens = ends_with_horizon ? std::nullopt : std::optional(gap.to),
                                .work = *std::move(work)};
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Work> work_in(const Stretch& stretch) const {
    return response_.named_.work_named(named_, {stretch.kind}, priority_);
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
    for (std::uint32_t team = 0; team < spec_.teams.size(); ++team) Openings(*this, {i}, {team}).lengthen(longest);
    out.push_back(std::move(longest));
  }
  return out;
}

std::vector<ImpossibleTarget> Response::impossible_targets() const {
  std::vector<ImpossibleTarget> out;
  for (std::uint32_t i = 0; i < spec_.targets.size(); ++i) {
    for (std::uint32_t team = 0; team < spec_.teams.size(); ++team) {
      if (auto found = Openings(*this, {i}, {team}).impossible()) out.push_back(*std::move(found));
    }
  }
  return out;
}

}  // namespace tandem::proof
