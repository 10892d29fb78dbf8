#include "agreement/summary.h"

namespace tandem::agreement {
namespace {

std::int64_t classes_of_work(const policy::Spec& spec) {
  constexpr std::int64_t kRequesters = 2;
  constexpr std::int64_t kSources = 5;
  return std::ssize(spec.categories) * std::ssize(spec.targets) * (std::ssize(spec.sites) + 1) *
         (std::ssize(spec.departments) + 1) * (std::ssize(spec.asset_classes) + 1) * kRequesters * kSources;
}

base::Duration covered(const proof::Analysis& analysis) {
  proof::Bits uncovered(analysis.moments().kinds().size());
  for (std::uint32_t team = 0; team < analysis.spec().teams.size(); ++team) {
    uncovered |= analysis.coverage().uncovered_kinds({team});
  }
  const base::Interval horizon = analysis.moments().horizon();
  return horizon.to - horizon.from - proof::hours_of(analysis.moments(), uncovered).total;
}

}  // namespace

Summary summary_of(const ProofContext& context) {
  const proof::Analysis& analysis = context.analysis;
  Summary out{.policy = nullptr,
              .horizon = context.horizon,
              .classes_of_work = classes_of_work(analysis.spec()),
              .covered = covered(analysis),
              .unseen = {analysis.longest_unseen().begin(), analysis.longest_unseen().end()},
              .needed = {},
              .unanswered = {},
              .exceptions = {}};
  for (const proof::NeededTeam& team : analysis.needed_teams()) {
    for (const proof::NeededPerson& one : team.people) {
      out.needed.push_back({.person = one.person, .team = team.team, .length = one.hours.total});
    }
  }
  std::ranges::stable_sort(out.needed, std::ranges::greater{}, &Summary::Needed::length);
  for (const proof::UnansweredActivity& each : analysis.unanswered_activities())
    out.unanswered.push_back(each.activity);
  return out;
}

}  // namespace tandem::agreement
