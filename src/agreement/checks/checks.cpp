#include "agreement/checks/checks.h"

#include <fmt/format.h>

namespace tandem::agreement {

const Party* party_of(const Agreement& agreement, policy::ActivityIndex activity) {
  const auto& responsible = agreement.activities[activity.value].responsible;
  if (!responsible.good()) return nullptr;
  const auto& party = agreement.teams[responsible.value.index.value].party;
  return party.good() ? &agreement.parties[party.value.index.value] : nullptr;
}

const PersonRef* other_member(const Agreement& agreement, policy::TeamIndex team, policy::PersonIndex person) {
  for (const PersonRef& member : agreement.teams[team.value].members.value) {
    if (member.index != person) return &member;
  }
  return nullptr;
}

const Team* team_of(const Agreement& agreement, policy::PartyKind kind) {
  for (const Team& team : agreement.teams) {
    if (!team.party.good()) continue;
    const auto& of = agreement.parties[team.party.value.index.value].kind;
    if (of.good() && of.value == kind) return &team;
  }
  return nullptr;
}

std::string leads(const Agreement& agreement) {
  std::vector<std::string> names;
  for (const auto kind : {policy::PartyKind::Client, policy::PartyKind::Provider}) {
    const Team* team = team_of(agreement, kind);
    if (team == nullptr || !team->lead.good()) continue;
    const std::string& name = team->lead.value.name;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

void run_checks(const Agreement& agreement, Reports& reports) {
  constexpr std::array kChecks = {
      check_no_accountable,
      check_two_accountable,
      check_accountable_not_a_person,
      check_no_responsible,
      check_no_deputy,
      check_deputy_same_person,
      check_unmapped_category,
      check_calendar_loop,
      check_escalation_loop,
      check_escalation_without_end,
      check_decision_without_decider,
      check_decision_without_deadlock,
      check_self_approval,
      check_control_unowned,
      check_split_authority,
      check_security_unsplit,
      check_scenario_missing,
      check_scenario_step_unowned,
      check_duty_without_cadence,
      check_duty_without_evidence,
      check_asset_class_uncovered,
      check_vendor_as_owner,
      check_vendor_without_handler,
      check_client_duties_unwritten,
      check_provider_scope_thin,
      check_absence_plan_missing,
      check_dispute_path_missing,
      check_review_missing,
  };
  for (const auto check : kChecks) check(agreement, reports);
}

void run_proofs(const ProofContext& context, Reports& reports) {
  constexpr std::array kProofs = {
      check_uncovered_hours,         check_no_owner,          check_cover_loop,
      check_absence_uncovers,        check_target_impossible, check_escalation_to_nobody,
      check_escalation_after_target, check_unreachable_rule,  check_redundant_rule,
      check_order_decides_party,
  };
  for (const auto check : kProofs) check(context, reports);
}

}  // namespace tandem::agreement
