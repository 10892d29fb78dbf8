#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/why_nobody.h"
#include "agreement/escalation_way.h"

namespace tandem::agreement {
namespace {

std::string told_text(const EscalationStep& step) {
  std::vector<std::string> names;
  for (const Addressee& one : step.tell.value) {
    switch (one.kind) {
      case Addressee::Kind::OnDuty: names.emplace_back("on-duty"); break;
      case Addressee::Kind::Lead: names.emplace_back("lead"); break;
      case Addressee::Kind::Named: names.push_back(one.named.name); break;
    }
  }
  return listed(names);
}

// Why each of those who are told is not there at the instant of the step.
void add_why(diag::Finding& finding, const ProofContext& context, const proof::StepToNobody& each) {
  const policy::Policy& policy = context.policy;
  const proof::Moments& moments = context.analysis.moments();
  const std::uint32_t kind = moments.stretches()[moments.stretch_at(each.at)].kind;
  for (const policy::Addressee& one : policy.priority(each.priority).escalation[each.step].tell) {
    switch (one.kind) {
      case policy::Addressee::Kind::Person: add_leave(finding, context, one.person, each.at); break;
      case policy::Addressee::Kind::Team: {
        const Team& text = context.agreement.teams[one.team.value];
        finding.note(text.hours.at, fmt::format("`{}` is not there then", text.key.value));
        break;
      }
      case policy::Addressee::Kind::OnDuty: add_why_nobody(finding, context, each.named, {kind}, each.at); break;
      case policy::Addressee::Kind::Lead: {
        const policy::TeamIndex acting = context.analysis.attendance().acting(each.named, {kind});
        const policy::Team& team = policy.team(acting.is_none() ? each.named : acting);
        if (!team.lead.is_none()) add_leave(finding, context, team.lead, each.at);
        break;
      }
    }
  }
}

// A step of the text, which several priorities may take.
struct IdleStep {
  WayStep step;
  std::vector<proof::StepToNobody> priorities;
};

std::vector<IdleStep> idle_steps(const ProofContext& context) {
  std::vector<IdleStep> out;
  for (const proof::StepToNobody& each : context.analysis.steps_to_nobody()) {
    const WayStep step = escalation_way(context.agreement, context.policy.priority(each.priority).priority)[each.step];
    const auto found = std::ranges::find(out, step.text, [](const IdleStep& idle) { return idle.step.text; });
    if (found == out.end()) {
      out.push_back({step, {each}});
    } else {
      found->priorities.push_back(each);
    }
  }
  return out;
}

// "; so it is for `high` and `low` too"
std::string others_text(const policy::Policy& policy, std::span<const proof::StepToNobody> others) {
  std::vector<std::string> names;
  for (const proof::StepToNobody& each : others) names.push_back(policy.priority(each.priority).priority);
  return names.empty() ? "" : fmt::format("; so it is for {} too", listed(names));
}

void report(const ProofContext& context, const IdleStep& idle, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const proof::StepToNobody& each = idle.priorities.front();
  const std::span<const proof::StepToNobody> all = idle.priorities;
  auto& finding = reports.add(
      diag::Kind::EscalationToNobody, {"escalations", idle.step.path->key.value}, idle.step.text->tell.at,
      fmt::format("this step tells {}, who cannot be there: {}, for `{}` work that arrived {} ({} in {}{})",
                  told_text(*idle.step.text), when_text(policy, each.at), policy.priority(each.priority).priority,
                  when_text(policy, each.opened), arrivals_text(each.openings), context.horizon.words,
                  others_text(policy, all.subspan(1))));
  add_why(finding, context, each);
  finding.counterexample = counterexample(policy, {.at = each.opened, .away = {}, .work = each.work});
  finding.counterexample.emplace_back("step", when_text(policy, each.at));
  finding.suggest("let it tell somebody else as well");
}

}  // namespace

void check_escalation_to_nobody(const ProofContext& context, Reports& reports) {
  for (const IdleStep& idle : idle_steps(context)) report(context, idle, reports);
}

}  // namespace tandem::agreement
