#include <fmt/format.h>

#include <set>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"

namespace tandem::agreement {
namespace {

std::string members_text(std::size_t members) {
  if (members == 0) return "has no member";
  return fmt::format("has {} {}", members, members == 1 ? "member" : "members");
}

void suggest(diag::Finding& finding, const policy::Team& team, const Team& text) {
  if (team.members.empty() || !text.minimum.good()) {
    finding.suggest("name its members, or give its work to another team");
    return;
  }
  // Words alone: with a minimum of all its members, whoever is away next leaves its work to nobody.
  finding.suggest(fmt::format("name more members, or write `minimum: {}`", team.members.size()));
}

source::Range place_of(const Team& text) {
  return text.minimum.good() ? text.minimum.at : text.members.at;
}

// "`crew`, which needs 3 people and has 2 members: it can never act"
std::string why_never(const policy::Team& team) {
  return fmt::format("`{}`, which needs {} {} and {}: it can never act", team.name, team.minimum,
                     team.minimum == 1 ? "person" : "people", members_text(team.members.size()));
}

// Work that no category leads to: a duty comes due by its cadence, and a scenario when it happens.
class OtherWork {
 public:
  OtherWork(const ProofContext& context, Reports& reports, std::set<policy::TeamIndex> told)
      : context_(context), reports_(reports), told_(std::move(told)) {}

  void check() {
    for (const Activity& activity : context_.agreement.activities) {
      if (activity.duty.good())
        check(activity.responsible.value.index, activity.responsible.at, "the duty `" + activity.name + "`");
    }
    for (const Scenario& scenario : context_.agreement.scenarios) {
      check(scenario, scenario.contain, "contain");
      check(scenario, scenario.communicate, "communicate");
      check(scenario, scenario.recover, "recover");
    }
  }

 private:
  void check(const Scenario& scenario, const Field<TeamOrPerson>& step, std::string_view name) {
    if (!step.good() || step.value.team.is_none()) return;
    check(step.value.team, step.at, fmt::format("to `{}` in `{}`", name, scenario.key.value));
  }
  void check(policy::TeamIndex team, source::Range at, const std::string& what) {
    if (!proof::is_unable(context_.policy.spec(), team) || !told_.insert(team).second) return;
    const policy::Team& spec = context_.policy.team(team);
    const Team& text = context_.agreement.teams[team.value];
    auto& finding = reports_.add(diag::Kind::NoOwner, {"teams", spec.name}, place_of(text),
                                 fmt::format("{} is for {}", what, why_never(spec)));
    finding.note(at, fmt::format("`{}` is named here", spec.name));
    suggest(finding, spec, text);
  }

  const ProofContext& context_;
  Reports& reports_;
  std::set<policy::TeamIndex> told_;
};

}  // namespace

void check_no_owner(const ProofContext& context, Reports& reports) {
  std::set<policy::TeamIndex> told;
  for (const proof::UnableTeam& each : context.analysis.unable_teams()) {
    const policy::Policy& policy = context.policy;
    const policy::Team& team = policy.team(each.team);
    const Team& text = context.agreement.teams[each.team.value];
    const std::string extent =
        extent_text(policy, each.extent, each.witness.work.facts.category, context.horizon.words);
    auto& finding = reports.add(diag::Kind::NoOwner, {"teams", team.name}, place_of(text),
                                fmt::format("work is named to {} ({})", why_never(team), extent));
    told.insert(each.team);
    add_named_by(finding, context, each.witness);
    finding.counterexample = counterexample(policy, each.witness);
    suggest(finding, team, text);
  }
  OtherWork(context, reports, std::move(told)).check();
}

}  // namespace tandem::agreement
