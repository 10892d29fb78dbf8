#include <fmt/format.h>

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

void check_team(const ProofContext& context, const proof::NeededTeam& each, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const std::string& name = policy.team(each.team).name;
  const Team& text = context.agreement.teams[each.team.value];
  const bool has_cover = text.cover.good() && !text.cover.value.empty();
  const auto shown = each.witness.work.facts.category;
  auto& finding =
      reports.add(diag::Kind::AbsenceUncovers, {"teams", name}, has_cover ? text.cover.at : text.members.at,
                  fmt::format("if `{}` is away, work for `{}` has nobody: {} ({}{})",
                              policy.person(each.witness.away).name, name, when_text(policy, each.witness.at),
                              extent_text(policy, each.extent, shown, context.horizon.words), also_text(policy, each)));
  const proof::Moments& moments = context.analysis.moments();
  const std::uint32_t kind = moments.stretches()[moments.stretch_at(each.witness.at)].kind;
  add_why_nobody(finding, context, each.team, {kind, each.witness.away}, each.witness.at);
  finding.counterexample = counterexample(policy, each.witness);
  const auto closes = [&](const policy::Spec& spec, const proof::Attendance& attendance, const proof::Coverage&) {
    return !proof::is_anybody_needed(spec, moments, attendance, context.analysis.space(), each.team);
  };
  if (const auto cover = closing_cover(context, each.team, closes)) {
    suggest_cover(finding, context, each.team, *cover);
  } else {
    finding.suggest("name another member who can be there then, or a team that covers");
  }
}

void check_activity(const ProofContext& context, const proof::UnansweredActivity& each, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const policy::Activity& activity = policy.activity(each.activity);
  const Activity& text = context.agreement.activities[each.activity.value];
  const std::string& accountable = policy.person(activity.accountable).name;
  const std::string& deputy = policy.person(activity.deputy).name;
  std::string message;
  base::Duration length = each.one_on_leave.total;
  if (each.away.is_none()) {
    length = each.both_on_leave.total;
    message = fmt::format("nobody answers for `{}` while both `{}` and `{}` are on leave: {}", activity.name,
                          accountable, deputy, when_text(policy, each.at));
  } else {
    const std::string& on_leave = each.away == activity.deputy ? accountable : deputy;
    message = fmt::format("if `{}` is away, nobody answers for `{}`: `{}` is on leave from {}",
                          policy.person(each.away).name, activity.name, on_leave, when_text(policy, each.at));
  }
  auto& finding = reports.add(diag::Kind::AbsenceUncovers, {"functions", activity.name}, text.deputy.at,
                              fmt::format("{} ({} in {})", message, hours_text(length), context.horizon.words));
  add_leave(finding, context, activity.accountable, each.at);
  add_leave(finding, context, activity.deputy, each.at);
  finding.counterexample = counterexample(
      policy, {.at = each.at, .away = each.away, .work = {.facts = {.category = each.category}, .open_by_team = {}}});
  finding.suggest(each.away.is_none() ? "part their leave, or name another deputy"
                                      : "agree on who answers then, or part the leave from where it matters");
}

}  // namespace

void check_absence_uncovers(const ProofContext& context, Reports& reports) {
  for (const proof::NeededTeam& each : context.analysis.needed_teams()) {
    // A team that can never act is told of as that.
    if (!proof::is_unable(context.policy.spec(), each.team)) check_team(context, each, reports);
  }
  for (const proof::UnansweredActivity& each : context.analysis.unanswered_activities()) {
    check_activity(context, each, reports);
  }
}

}  // namespace tandem::agreement
