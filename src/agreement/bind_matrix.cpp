#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

constexpr std::array<std::pair<std::string_view, FunctionKind>, 2> kFunctionKinds = {
    {{"operational", FunctionKind::Operational}, {"strategic", FunctionKind::Strategic}}};
constexpr std::array<std::pair<std::string_view, Role>, 3> kRoles = {
    {{"decide", Role::Decide}, {"monitor", Role::Monitor}, {"remediate", Role::Remediate}}};
constexpr std::array<std::pair<std::string_view, Risk>, 3> kRisks = {
    {{"low", Risk::Low}, {"medium", Risk::Medium}, {"high", Risk::High}}};

bool read_function_kind(Binder& binder, const yaml::Node& node, FunctionKind& out) {
  return read_choice<FunctionKind>(binder, node, out, kFunctionKinds);
}
bool read_role(Binder& binder, const yaml::Node& node, Role& out) {
  return read_choice<Role>(binder, node, out, kRoles);
}
bool read_risk(Binder& binder, const yaml::Node& node, Risk& out) {
  return read_choice<Risk>(binder, node, out, kRisks);
}

bool read_limits(Binder& binder, const yaml::Node& node, Limits& out) {
  Fields fields(binder, node, vocabulary::kLimits);
  fields.optional("spend", out.spend, read_money);
  fields.optional("risk", out.risk, read_risk);
  return fields.usable();
}

bool read_asset_class_of(Binder& binder, const yaml::Node& node, AssetClassRef& out) {
  Fields fields(binder, node, vocabulary::kDutyFor);
  Field<AssetClassRef> asset_class;
  fields.required("asset_class", asset_class, read_ref<policy::AssetClassIndex>);
  out = asset_class.value;
  return asset_class.good();
}

bool read_duty(Binder& binder, const yaml::Node& node, Duty& out) {
  Fields fields(binder, node, vocabulary::kDuty);
  fields.optional("every", out.every, read_some_length);
  fields.optional("for", out.asset_class, read_asset_class_of);
  fields.optional("evidence", out.evidence, read_text);
  fields.optional("grace", out.grace, read_length);
  out.room = fields.room();
  return fields.usable();
}

bool read_accountable(Binder& binder, const yaml::Node& node, AccountableWord& out) {
  binder.expect(node.range, {.spaces = {Space::Person}});
  const std::string* text = word_of(binder, node, "the name of a person");
  if (text == nullptr) return false;
  out.name = *text;
  out.at = node.range;
  if (const auto person = binder.refer(Space::Person, *text, node.range)) {
    out.person = {*person};
    return true;
  }
  for (const Space space : {Space::Team, Space::Party}) {
    if (const auto other = binder.refer(space, *text, node.range)) {
      out.other_kind = with_article(space);
      out.other_at = binder.names.all(space)[*other].at;
      if (space == Space::Team) out.team = {*other};
      return true;
    }
  }
  binder.unknown_reference(Space::Person, *text, node.range);
  return false;
}

bool read_accountables(Binder& binder, const yaml::Node& node, std::vector<AccountableWord>& out) {
  const bool good = read_one_or_more<read_accountable>(binder, node, out);
  for (AccountableWord& word : out) word.in_list = node.list() != nullptr;
  return good;
}

}  // namespace

AssetClass bind_asset_class(Binder& binder, const yaml::Entry& entry) {
  AssetClass asset_class;
  asset_class.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  // A class with nothing behind its name requires nothing, which the checks tell.
  if (const auto* scalar = entry.value.scalar(); scalar != nullptr && scalar->style == yaml::Style::Absent)
    return asset_class;
  Fields fields(binder, entry.value, vocabulary::kAssetClass);
  fields.place_at(entry.key_range);
  fields.optional("requires", asset_class.requires_, read_one_or_more<read_ref<policy::ActivityIndex>, ActivityRef>);
  return asset_class;
}

Function bind_function(Binder& binder, const yaml::Entry& entry) {
  Function function;
  function.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kFunction);
  fields.place_at(entry.key_range);
  fields.optional("kind", function.kind, read_function_kind);
  fields.optional("security", function.security, read_flag);
  const yaml::Entry* activities = fields.find("activities");
  if (activities == nullptr) {
    if (fields.usable() && !fields.is_misspelt("activities")) fields.report_missing("activities");
  } else if (activities->value.map() == nullptr) {
    binder.key = "activities";
    binder.wrong_type(activities->value, "a map of names");
  }
  return function;
}

Activity bind_activity(Binder& binder, const yaml::Entry& entry) {
  Activity activity;
  activity.key = {entry.key, entry.key_range};
  check_name(binder, entry.key, entry.key_range);
  Fields fields(binder, entry.value, vocabulary::kActivity);
  fields.place_at(entry.key_range);
  fields.optional("responsible", activity.responsible, read_ref<policy::TeamIndex>);
  fields.optional("accountable", activity.accountable, read_accountables);
  fields.optional("deputy", activity.deputy, read_ref<policy::PersonIndex>);
  fields.optional("consulted", activity.consulted, read_one_or_more<read_team_or_person, TeamOrPerson>);
  fields.optional("informed", activity.informed, read_one_or_more<read_team_or_person, TeamOrPerson>);
  fields.optional("role", activity.role, read_role);
  fields.optional("may", activity.may, read_one_or_more<read_name, Located<std::string>>);
  fields.optional("limits", activity.limits, read_limits);
  fields.optional("duty", activity.duty, read_duty);
  activity.room = fields.room();
  return activity;
}

}  // namespace tandem::agreement
