#include "wire/engagement_json.h"

#include "app/agreement_seal.h"
#include "desk/planned_change.h"
#include "wire/names.h"

namespace tandem::wire {
namespace {

template <class Map, class Key>
std::uint32_t value_or_zero(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? 0 : found->second;
}

template <class Range, class Text>
void write_names(Writer& json, std::string_view key, const Range& range, Text text) {
  json.key(key);
  json.begin_array();
  for (const auto& each : range) json.value(std::string_view(text(each)));
  json.end_array();
}

void write_parties(Writer& json, const policy::Spec& spec) {
  json.key("parties");
  json.begin_array();
  for (const policy::Party& party : spec.parties) {
    json.begin_object();
    json.field("name", party.name);
    json.field("display", party.display);
    json.field("kind", to_text(party.kind));
    json.end_object();
  }
  json.end_array();
}

void write_teams(Writer& json, const EngagementDetail& detail, bool is_shown) {
  const policy::Policy& policy = *detail.engagement.policy;
  json.key("teams");
  json.begin_array();
  for (std::uint32_t i = 0; is_shown && i < policy.spec().teams.size(); ++i) {
    const policy::Team& team = policy.spec().teams[i];
    json.begin_object();
    json.field("name", team.name);
    json.field("party", policy.party(team.party).name);
    json.field("lead", policy.person(team.lead).name);
    write_names(json, "members", team.members,
                [&](policy::PersonIndex each) { return std::string_view(policy.person(each).name); });
    json.field("open_now", policy.is_open(policy::TeamIndex{i}, detail.now));
    json.field("open_items", value_or_zero(detail.load.open_by_team, desk::TeamName(team.name)));
    json.end_object();
  }
  json.end_array();
}

void write_people(Writer& json, const EngagementDetail& detail, bool is_shown) {
  const policy::Policy& policy = *detail.engagement.policy;
  json.key("people");
  json.begin_array();
  for (std::uint32_t i = 0; is_shown && i < policy.spec().people.size(); ++i) {
    const policy::Person& person = policy.spec().people[i];
    json.begin_object();
    json.field("name", person.name);
    json.field("display", person.display);
    json.field("party", policy.party(person.party).name);
    json.field_or_null("title", std::string_view(person.title));
    json.field("present", policy.is_present(policy::PersonIndex{i}, detail.now));
    json.field("open_items", value_or_zero(detail.load.open_by_person, desk::PersonName(person.name)));
    json.end_object();
  }
  json.end_array();
}

std::string_view risk_text(policy::Risk risk) {
  return desk::to_text(static_cast<desk::ChangeRisk>(risk));
}

// What a form for a planned change chooses from.
void write_change_choices(Writer& json, const policy::Policy& policy, bool is_shown) {
  json.key("change_activities");
  json.begin_array();
  for (std::uint32_t i = 0; is_shown && i < policy.spec().activities.size(); ++i) {
    const policy::Activity& activity = policy.spec().activities[i];
    json.begin_object();
    json.field("name", activity.name);
    json.field("team", policy.team(activity.responsible).name);
    write_names(json, "may", activity.authority.may, [](const std::string& each) { return std::string_view(each); });
    json.field("risk", activity.authority.risk ? std::optional(risk_text(*activity.authority.risk)) : std::nullopt);
    json.end_object();
  }
  json.end_array();
  json.key("change_decisions");
  json.begin_array();
  for (std::uint32_t i = 0; is_shown && i < policy.spec().governance.decisions.size(); ++i)
    json.value(policy.spec().governance.decisions[i].name);
  json.end_array();
}

// What can be decided, and by whom. What both sides decide is not for end users.
void write_decision_kinds(Writer& json, const policy::Policy& policy, bool is_shown) {
  const auto name = [&](policy::PersonIndex person) {
    return person.is_none() ? std::string_view() : std::string_view(policy.person(person).name);
  };
  json.key("decision_kinds");
  json.begin_array();
  for (std::size_t i = 0; is_shown && i < policy.spec().governance.decisions.size(); ++i) {
    const policy::DecisionKind& kind = policy.spec().governance.decisions[i];
    json.begin_object();
    json.field("name", kind.name);
    json.field("big", kind.big);
    json.field_or_null("by", name(kind.by));
    write_names(json, "with", kind.with, name);
    json.field_or_null("deadlock", name(kind.deadlock));
    json.field_or_null("within", kind.within ? std::string_view(kind.within->text) : std::string_view());
    json.field_or_null("expires", kind.expires ? std::string_view(kind.expires->text) : std::string_view());
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write(Writer& json, const EngagementSummary& summary) {
  json.begin_object();
  json.field("name", summary.engagement.record.name);
  json.field("display", summary.engagement.record.display);
  json.field("prefix", summary.engagement.record.prefix);
  json.field("role", to_text(summary.membership.role));
  json.field_or_null("person", summary.membership.person);
  json.field("open_mine", summary.open_mine);
  json.field("open_team", summary.open_team);
  json.field("open_all", summary.open_all);
  json.end_object();
}

std::string encode(std::span<const EngagementSummary> engagements) {
  Writer json;
  json.begin_object();
  json.key("engagements");
  json.begin_array();
  for (const EngagementSummary& each : engagements) write(json, each);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(const EngagementDetail& detail) {
  const policy::Policy& policy = *detail.engagement.policy;
  const policy::Spec& spec = policy.spec();
  const bool is_shown = detail.membership.role != app::Role::Requester;
  const auto itself = [](const std::string& text) -> const std::string& { return text; };
  Writer json;
  json.reserve(8192);
  json.begin_object();
  json.field("name", detail.engagement.record.name);
  json.field("display", detail.engagement.record.display);
  json.field("prefix", detail.engagement.record.prefix);
  json.field("time_zone", spec.time_zone);
  json.field("agreement_version", detail.engagement.record.agreement.version);
  json.field("role", to_text(detail.membership.role));
  json.field_or_null("person", detail.membership.person);
  write_names(json, "teams_of_mine", detail.teams_of_mine,
              [](const desk::TeamName& each) { return std::string_view(each.text()); });
  write_parties(json, spec);
  write_teams(json, detail, is_shown);
  write_people(json, detail, is_shown);
  json.key("categories");
  json.begin_array();
  for (const policy::Category& category : spec.categories) {
    json.begin_object();
    json.field("name", category.name);
    json.field("activity", policy.activity(category.activity).name);
    json.field("confidential", policy.find_confidential(category.name) != nullptr);
    json.end_object();
  }
  // Those that are confidential and nothing else go where `other` does.
  for (const policy::ConfidentialCategory& category : spec.governance.confidential) {
    if (policy.find_category(category.name)) continue;
    json.begin_object();
    json.field("name", category.name);
    json.field("activity", policy.activity(policy.category(policy.other()).activity).name);
    json.field("confidential", true);
    json.end_object();
  }
  json.end_array();
  write_names(json, "priorities", spec.targets,
              [](const policy::Target& each) { return std::string_view(each.priority); });
  json.field("default_priority", policy.priority(policy.default_priority()).priority);
  write_names(json, "sites", spec.sites, itself);
  write_names(json, "departments", spec.departments, itself);
  write_names(json, "asset_classes", spec.asset_classes, itself);
  write_change_choices(json, policy, is_shown);
  write_decision_kinds(json, policy, is_shown);
  write_names(json, "scenarios", is_shown ? std::span(spec.governance.scenarios) : std::span<const policy::Scenario>(),
              [](const policy::Scenario& each) { return std::string_view(each.name); });
  json.end_object();
  return json.take();
}

std::string encode(const app::AgreementVersion& agreement) {
  Writer json;
  json.begin_object();
  json.field("version", agreement.version);
  json.field("in_force_from", agreement.in_force_from);
  json.field("root", agreement.root);
  json.key("seal");
  if (agreement.seal) {
    json.begin_object();
    json.field("texts_sha256", app::hex(agreement.seal->texts));
    json.field("compiled_sha256", app::hex(agreement.seal->compiled));
    json.field("compiled_format", agreement.seal->format);
    json.end_object();
  } else {
    json.null();
  }
  json.key("files");
  json.begin_array();
  for (const auto& [name, text] : agreement.files) {
    json.begin_object();
    json.field("name", name);
    json.field("text", text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
