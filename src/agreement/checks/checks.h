// The checks: what can be wrong with an agreement whose text could be read. One rule, one file, one function; each
// looks at the whole agreement and knows nothing of the others. A value that is Wrong has been reported, so a check
// passes over it.
//
//   Reports reports;
//   run_checks(agreement, reports);
//
// Pure; order does not matter.
#pragma once

#include "agreement/assets.h"
#include "agreement/checks/proof_context.h"
#include "agreement/checks/report.h"
#include "agreement/expectations.h"
#include "policy/policy.h"

namespace tandem::agreement {

// The party of the team that is responsible for the activity; null where the text does not tell.
[[nodiscard]] const Party* party_of(const Agreement& agreement, policy::ActivityIndex activity);

// Names for repairs to propose; the author decides. Null, or none, where the text has nobody.
// The first member of the team other than `person`.
[[nodiscard]] const PersonRef* other_member(const Agreement& agreement, policy::TeamIndex team,
                                            policy::PersonIndex person);
// The first team of a party of the kind.
[[nodiscard]] const Team* team_of(const Agreement& agreement, policy::PartyKind kind);
// The leads of the client's and the provider's first teams, each once: "ann, pia"; empty when there is neither.
[[nodiscard]] std::string leads(const Agreement& agreement);

// Every check that needs no Policy.
void run_checks(const Agreement& agreement, Reports& reports);

void check_no_accountable(const Agreement& agreement, Reports& reports);
void check_two_accountable(const Agreement& agreement, Reports& reports);
void check_accountable_not_a_person(const Agreement& agreement, Reports& reports);
void check_no_responsible(const Agreement& agreement, Reports& reports);
void check_no_deputy(const Agreement& agreement, Reports& reports);
void check_deputy_same_person(const Agreement& agreement, Reports& reports);
void check_unmapped_category(const Agreement& agreement, Reports& reports);
void check_calendar_loop(const Agreement& agreement, Reports& reports);
void check_escalation_loop(const Agreement& agreement, Reports& reports);
void check_escalation_without_end(const Agreement& agreement, Reports& reports);
void check_decision_without_decider(const Agreement& agreement, Reports& reports);
void check_decision_without_deadlock(const Agreement& agreement, Reports& reports);
void check_self_approval(const Agreement& agreement, Reports& reports);
void check_control_unowned(const Agreement& agreement, Reports& reports);
void check_split_authority(const Agreement& agreement, Reports& reports);
void check_security_unsplit(const Agreement& agreement, Reports& reports);
void check_scenario_missing(const Agreement& agreement, Reports& reports);
void check_scenario_step_unowned(const Agreement& agreement, Reports& reports);
void check_duty_without_cadence(const Agreement& agreement, Reports& reports);
void check_duty_without_evidence(const Agreement& agreement, Reports& reports);
void check_asset_class_uncovered(const Agreement& agreement, Reports& reports);
void check_vendor_as_owner(const Agreement& agreement, Reports& reports);
void check_vendor_without_handler(const Agreement& agreement, Reports& reports);
void check_client_duties_unwritten(const Agreement& agreement, Reports& reports);
void check_provider_scope_thin(const Agreement& agreement, Reports& reports);
void check_absence_plan_missing(const Agreement& agreement, Reports& reports);
void check_dispute_path_missing(const Agreement& agreement, Reports& reports);
void check_review_missing(const Agreement& agreement, Reports& reports);

// Whether a calendar opens at all within ten years of the agreement's first day; needs the calendars worked out.
void check_never_open(const Agreement& agreement, const policy::Policy& policy, Reports& reports);

// `file` is the list among the sources.
void check_asset_without_class(const Agreement& agreement, const AssetList& assets, source::FileId file,
                               Reports& reports);

// What is proved of the compiled agreement over its horizon.
void check_uncovered_hours(const ProofContext& context, Reports& reports);
void check_no_owner(const ProofContext& context, Reports& reports);
void check_cover_loop(const ProofContext& context, Reports& reports);
void check_absence_uncovers(const ProofContext& context, Reports& reports);
void check_target_impossible(const ProofContext& context, Reports& reports);
void check_escalation_to_nobody(const ProofContext& context, Reports& reports);
void check_escalation_after_target(const ProofContext& context, Reports& reports);
void check_unreachable_rule(const ProofContext& context, Reports& reports);
void check_redundant_rule(const ProofContext& context, Reports& reports);
void check_order_decides_party(const ProofContext& context, Reports& reports);
// All of them.
void run_proofs(const ProofContext& context, Reports& reports);

// Holds the expectations against the policy; only possible when nothing else is an error.
void check_expectation_failed(const Agreement& agreement, const ExpectationContext& context, Reports& reports);

}  // namespace tandem::agreement
