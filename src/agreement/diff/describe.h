// Every noun of an agreement written down as names and words (attributes.h); one file per noun. Where an agreement has
// a vector of the noun, its positions are those of the answer.
//
//   compare(Topic::Teams, {"team", "teams"}, describe_teams(Reading(before, naming)), describe_teams(Reading(after)));
#pragma once

#include <vector>

#include "agreement/diff/attributes.h"

namespace tandem::agreement::diff {

[[nodiscard]] std::vector<Described> describe_agreement(const Reading& text);  // one: name, zone, dates, review
[[nodiscard]] std::vector<Described> describe_parties(const Reading& text);
[[nodiscard]] std::vector<Described> describe_people(const Reading& text);
[[nodiscard]] std::vector<Described> describe_teams(const Reading& text);
[[nodiscard]] std::vector<Described> describe_calendars(const Reading& text);
[[nodiscard]] std::vector<Described> describe_holiday_sets(const Reading& text);
[[nodiscard]] std::vector<Described> describe_rotations(const Reading& text);
[[nodiscard]] std::vector<Described> describe_layers(const Reading& text);  // of all rotations
[[nodiscard]] std::vector<Described> describe_leave(const Reading& text);   // by person who has any
[[nodiscard]] std::vector<Described> describe_sites(const Reading& text);
[[nodiscard]] std::vector<Described> describe_departments(const Reading& text);
[[nodiscard]] std::vector<Described> describe_asset_classes(const Reading& text);
[[nodiscard]] std::vector<Described> describe_functions(const Reading& text);
[[nodiscard]] std::vector<Described> describe_activities(const Reading& text);
[[nodiscard]] std::vector<Described> describe_categories(const Reading& text);
[[nodiscard]] std::vector<Described> describe_rules(const Reading& text);
[[nodiscard]] std::vector<Described> describe_targets(const Reading& text);
[[nodiscard]] std::vector<Described> describe_escalations(const Reading& text);
[[nodiscard]] std::vector<Described> describe_handoffs(const Reading& text);
[[nodiscard]] std::vector<Described> describe_disputes(const Reading& text);
[[nodiscard]] std::vector<Described> describe_decisions(const Reading& text);
[[nodiscard]] std::vector<Described> describe_scenarios(const Reading& text);
[[nodiscard]] std::vector<Described> describe_scope(const Reading& text);
[[nodiscard]] std::vector<Described> describe_communication(const Reading& text);
[[nodiscard]] std::vector<Described> describe_cost(const Reading& text);
[[nodiscard]] std::vector<Described> describe_controls(const Reading& text);
[[nodiscard]] std::vector<Described> describe_freezes(const Reading& text);
[[nodiscard]] std::vector<Described> describe_confidential(const Reading& text);
[[nodiscard]] std::vector<Described> describe_trial(const Reading& text);
[[nodiscard]] std::vector<Described> describe_exceptions(const Reading& text);

// The order of the routing rules that both texts have, where it differs.
[[nodiscard]] std::vector<TextChange> compare_rule_order(const Reading& before, const Reading& after);

}  // namespace tandem::agreement::diff
