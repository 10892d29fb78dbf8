#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"
#include "base/check.h"

namespace tandem::agreement::diff {
namespace {

std::string role(const Field<Role>& field) {
  if (!field.good()) return {};
  switch (field.value) {
    case Role::Decide: return "decide";
    case Role::Monitor: return "monitor";
    case Role::Remediate: return "remediate";
  }
  base::check_failed("an activity has one of the roles");
}

std::string risk(const Field<Limits>& limits) {
  if (!limits.value.risk.good()) return {};
  switch (limits.value.risk.value) {
    case Risk::Low: return "low";
    case Risk::Medium: return "medium";
    case Risk::High: return "high";
  }
  base::check_failed("a risk is one of the three");
}

std::string accountable(const Reading& text, const Activity& activity) {
  std::string out;
  for (const AccountableWord& word : activity.accountable.value)
    Reading::append(out, text.name(Space::Person, word.name));
  return out;
}

std::string may(const Activity& activity) {
  std::string out;
  for (const auto& action : activity.may.value) Reading::append(out, action.value);
  return out;
}

std::string duty_for(const Reading& text, const Field<Duty>& duty) {
  return duty.good() ? text.name(Space::AssetClass, duty.value.asset_class) : std::string();
}

}  // namespace

std::vector<Described> describe_functions(const Reading& text) {
  std::vector<Described> out;
  for (const Function& function : text.agreement().functions) {
    const bool strategic = function.kind.good() && function.kind.value == FunctionKind::Strategic;
    out.push_back({function.key.value,
                   function.key.at,
                   {{"kind", !function.kind.good() ? "" : (strategic ? "strategic" : "operational")},
                    {"security", words(function.security)}}});
  }
  return out;
}

std::vector<Described> describe_activities(const Reading& text) {
  std::vector<Described> out;
  for (const Activity& activity : text.agreement().activities) {
    const Limits& limits = activity.limits.value;
    const Duty& duty = activity.duty.value;
    out.push_back({text.name(Space::Activity, activity.name),
                   activity.key.at,
                   {{"responsible", text.name(Space::Team, activity.responsible)},
                    {"accountable", accountable(text, activity)},
                    {"deputy", text.name(Space::Person, activity.deputy)},
                    {"consulted", text.names(activity.consulted.value)},
                    {"informed", text.names(activity.informed.value)},
                    {"role", role(activity.role)},
                    {"may", may(activity)},
                    {"spend limit", words(limits.spend)},
                    {"risk limit", risk(activity.limits)},
                    {"duty every", words(duty.every)},
                    {"duty for", duty_for(text, activity.duty)},
                    {"duty evidence", words(duty.evidence)},
                    {"duty grace", words(duty.grace)}}});
  }
  return out;
}

std::vector<Described> describe_categories(const Reading& text) {
  std::vector<Described> out;
  for (const Category& category : text.agreement().categories) {
    out.push_back({text.name(Space::Category, category.name.value),
                   category.name.at,
                   {{"activity", text.name(Space::Activity, category.activity)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff
