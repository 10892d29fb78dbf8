#include <fmt/format.h>

#include <map>
#include <set>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/cover_repair.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

// Whoever else it would hurt to miss: ", or while `otto` or `sam` is", with how long in all.
std::string also_text(const policy::Policy& policy, const proof::NeededTeam& needed) {
  std::vector<std::string> others;
  for (const proof::NeededPerson& one : needed.people) {
    if (one.person != needed.witness.away) others.push_back(policy.person(one.person).name);
  }
  return others.empty() ? "" : fmt::format("; the same holds of {}", listed(others));
}

// Teams of which the same people are needed: one cause. A team that an exception names speaks for itself.
using NeededTeams = std::vector<const proof::NeededTeam*>;

std::vector<policy::PersonIndex> people_of(const proof::NeededTeam& needed) {
  std::vector<policy::PersonIndex> people;
  for (const proof::NeededPerson& one : needed.people) people.push_back(one.person);
  return people;
}

bool is_excepted(const Agreement& agreement, const ReportPlace& place) {
  const std::vector<std::string> spellings = place.spellings();
  return std::ranges::any_of(agreement.exceptions, [&](const Exception& exception) {
    return exception.allow.good() && exception.allow.value == diag::Kind::AbsenceUncovers &&
           std::ranges::find(spellings, exception.place.value) != spellings.end();
  });
}

std::vector<NeededTeams> one_cause_each(const ProofContext& context) {
  std::vector<NeededTeams> out;
  std::map<std::vector<policy::PersonIndex>, std::size_t> by_people;
  for (const proof::NeededTeam& each : context.analysis.needed_teams()) {
    // A team that can never act is told of as that.
    if (proof::is_unable(context.policy.spec(), each.team)) continue;
    if (is_excepted(context.agreement, {"teams", context.policy.team(each.team).name})) {
      out.push_back({&each});
      continue;
    }
    const auto [found, is_new] = by_people.try_emplace(people_of(each), out.size());
    if (is_new) out.emplace_back();
    out[found->second].push_back(&each);
  }
  // The earliest case tells.
  for (NeededTeams& teams : out) std::ranges::stable_sort(teams, {}, [](const auto* each) { return each->witness.at; });
  return out;
}

proof::Extent extent_of(const ProofContext& context, const NeededTeams& teams) {
  std::set<policy::CategoryIndex> categories;
  proof::Bits kinds(context.analysis.moments().kinds().size());
  for (const proof::NeededTeam* each : teams) {
    categories.insert(each->extent.categories.begin(), each->extent.categories.end());
    kinds |= each->kinds;
  }
  return {.categories = {categories.begin(), categories.end()},
          .hours = proof::hours_of(context.analysis.moments(), kinds)};
}

source::Range place_of(const Team& text) {
  return text.cover.good() && !text.cover.value.empty() ? text.cover.at : text.members.at;
}

// A cover that closes it for each of the teams, if it is the same.
std::optional<policy::TeamIndex> shared_cover(const ProofContext& context, const NeededTeams& teams) {
  std::optional<policy::TeamIndex> shared;
  for (const proof::NeededTeam* each : teams) {
    const auto closes = [&](const policy::Spec& spec, const proof::Attendance& attendance, const proof::Coverage&) {
      return !proof::is_anybody_needed(spec, context.analysis.moments(), attendance, context.analysis.space(),
                                       each->team);
    };
    const auto cover = closing_cover(context, each->team, closes);
    if (!cover || (shared && *shared != *cover)) return std::nullopt;
    shared = cover;
  }
  return shared;
}

void suggest_for_teams(diag::Finding& finding, const ProofContext& context, const NeededTeams& teams) {
  const auto cover = shared_cover(context, teams);
  if (!cover) {
    finding.suggest("name another member who can be there then, or a team that covers");
    return;
  }
  if (teams.size() == 1) return suggest_cover(finding, context, teams.front()->team, *cover);
  diag::Repair repair{.words = fmt::format("let `{}` cover for each of them, which is there whenever nobody else is",
                                           context.policy.team(*cover).name)};
  for (const proof::NeededTeam* each : teams) {
    diag::Finding alone = finding;
    suggest_cover(alone, context, each->team, *cover);
    // Not all of it can be written: none is.
    if (alone.repair->edits.empty()) {
      repair.edits.clear();
      break;
    }
    repair.edits.insert(repair.edits.end(), alone.repair->edits.begin(), alone.repair->edits.end());
  }
  finding.suggest(std::move(repair));
}

void check_teams(const ProofContext& context, const NeededTeams& teams, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const proof::NeededTeam& each = *teams.front();
  const Agreement& agreement = context.agreement;
  std::vector<std::string> names;
  for (const proof::NeededTeam* one : teams) names.push_back(policy.team(one->team).name);
  auto& finding = reports.add(
      diag::Kind::AbsenceUncovers, {"teams", names.front()}, place_of(agreement.teams[each.team.value]),
      fmt::format(
          "if `{}` is away, work for {} has nobody: {} ({}{})", policy.person(each.witness.away).name, listed(names),
          when_text(policy, each.witness.at),
          extent_text(policy, extent_of(context, teams), each.witness.work.facts.category, context.horizon.words),
          also_text(policy, each)));
  const proof::Moments& moments = context.analysis.moments();
  const std::uint32_t kind = moments.stretches()[moments.stretch_at(each.witness.at)].kind;
  add_why_nobody(finding, context, each.team, {kind, each.witness.away}, each.witness.at);
  for (const proof::NeededTeam* other : std::span(teams).subspan(1)) {
    finding.note(place_of(agreement.teams[other->team.value]),
                 fmt::format("work for `{}` has nobody either: {} while `{}` is away", policy.team(other->team).name,
                             when_text(policy, other->witness.at), policy.person(other->witness.away).name));
  }
  finding.counterexample = counterexample(policy, each.witness);
  suggest_for_teams(finding, context, teams);
}

void check_activity(const ProofContext& context, const proof::UnansweredActivity& each, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const policy::Activity& activity = policy.activity(each.activity);
  const Activity& text = context.agreement.activities[each.activity.value];
  const std::string& accountable = policy.person(activity.accountable).name;
  const std::string& deputy = policy.person(activity.deputy).name;
  std::string message;
  std::string length = hours_text(each.one_on_leave.total);
  if (each.away.is_none()) {
    length = hours_text(each.both_on_leave.total);
    if (each.one_on_leave.total > base::Duration::zero())
      length += fmt::format(", and {} more if the other is away too", hours_text(each.one_on_leave.total));
    message = fmt::format("nobody answers for `{}` while both `{}` and `{}` are on leave: {}", activity.name,
                          accountable, deputy, when_text(policy, each.at));
  } else {
    const std::string& on_leave = each.away == activity.deputy ? accountable : deputy;
    message = fmt::format("if `{}` is away, nobody answers for `{}`: `{}` is on leave from {}",
                          policy.person(each.away).name, activity.name, on_leave, when_text(policy, each.at));
  }
  auto& finding = reports.add(diag::Kind::AbsenceUncovers, {"functions", activity.name}, text.deputy.at,
                              fmt::format("{} ({} in {})", message, length, context.horizon.words));
  add_leave(finding, context, activity.accountable, each.at);
  add_leave(finding, context, activity.deputy, each.at);
  finding.counterexample = counterexample(
      policy, {.at = each.at, .away = each.away, .work = {.facts = {.category = each.category}, .open_by_team = {}}});
  finding.suggest(each.away.is_none() ? "part their leave, or name another deputy"
                                      : "agree on who answers then, or part the leave from where it matters");
}

}  // namespace

void check_absence_uncovers(const ProofContext& context, Reports& reports) {
  for (const NeededTeams& teams : one_cause_each(context)) check_teams(context, teams, reports);
  for (const proof::UnansweredActivity& each : context.analysis.unanswered_activities()) {
    check_activity(context, each, reports);
  }
}

}  // namespace tandem::agreement
