#include "policy/policy.h"

#include "base/check.h"
#include "policy/compiled.h"
#include "policy/spec_check.h"

namespace tandem::policy {
namespace {

constexpr auto kItself = [](const std::string& name) -> const std::string& { return name; };

calendar::Absences absences_of(std::span<const Person> people) {
  calendar::Absences absences;
  for (const Person& person : people) absences.add(person.leave);
  return absences;
}

PriorityIndex usual_priority(const NameTable<PriorityTag>& priorities, std::size_t count) {
  if (const auto normal = priorities.find("normal")) return *normal;
  return count == 0 ? PriorityIndex::none() : PriorityIndex{static_cast<std::uint32_t>(count - 1)};
}

// For lists of a handful.
template <class Item>
const Item* named(const std::vector<Item>& items, std::string_view name) {
  const auto found = std::ranges::find(items, name, &Item::name);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

Policy::Compiled::Compiled(const Spec& spec)
    : routing(spec.rules),
      absences(absences_of(spec.people)),
      zone(*calendar::Zone::find(spec.time_zone.empty() ? "UTC" : spec.time_zone)),
      teams(spec.teams, &Team::name),
      people(spec.people, &Person::name),
      parties(spec.parties, &Party::name),
      categories(spec.categories, &Category::name),
      priorities(spec.targets, &Target::priority),
      sites(spec.sites, kItself),
      departments(spec.departments, kItself),
      asset_classes(spec.asset_classes, kItself),
      activities(spec.activities, &Activity::name),
      decisions(spec.governance.decisions, &DecisionKind::name),
      other(categories.find("other").value_or(CategoryIndex::none())),
      default_priority(usual_priority(priorities, spec.targets.size())) {
  TANDEM_ENSURE(teams.is_unique() && people.is_unique() && parties.is_unique());
  TANDEM_ENSURE(categories.is_unique() && priorities.is_unique());
  TANDEM_ENSURE(sites.is_unique() && departments.is_unique() && asset_classes.is_unique());
}

Policy::Policy(Spec spec) : spec_(std::move(spec)) {
  ensure_sound(spec_);
  compiled_ = std::make_unique<const Compiled>(spec_);
}

Policy::~Policy() = default;

std::shared_ptr<const Policy> Policy::make(Spec spec) {
  return std::shared_ptr<const Policy>(new Policy(std::move(spec)));  // the constructor is private
}

base::Duration Policy::accept_within(PriorityIndex priority) const {
  const HandoffRules& rules = spec_.handoffs;
  const bool named = priority.value < rules.accept_within.size() && rules.accept_within[priority.value].has_value();
  return named ? *rules.accept_within[priority.value] : rules.accept_within_default;
}

bool Policy::is_member(TeamIndex team, PersonIndex person) const {
  return std::ranges::find(spec_.teams[team.value].members, person) != spec_.teams[team.value].members.end();
}

const calendar::Zone& Policy::zone() const {
  return compiled_->zone;
}

std::optional<TeamIndex> Policy::find_team(std::string_view name) const {
  return compiled_->teams.find(name);
}
std::optional<PersonIndex> Policy::find_person(std::string_view name) const {
  return compiled_->people.find(name);
}
std::optional<PartyIndex> Policy::find_party(std::string_view name) const {
  return compiled_->parties.find(name);
}
std::optional<CategoryIndex> Policy::find_category(std::string_view name) const {
  return compiled_->categories.find(name);
}
std::optional<PriorityIndex> Policy::find_priority(std::string_view name) const {
  return compiled_->priorities.find(name);
}
std::optional<SiteIndex> Policy::find_site(std::string_view name) const {
  return compiled_->sites.find(name);
}
std::optional<DepartmentIndex> Policy::find_department(std::string_view name) const {
  return compiled_->departments.find(name);
}
std::optional<AssetClassIndex> Policy::find_asset_class(std::string_view name) const {
  return compiled_->asset_classes.find(name);
}
std::optional<ActivityIndex> Policy::find_activity(std::string_view name) const {
  return compiled_->activities.find(name);
}
std::optional<DecisionIndex> Policy::find_decision(std::string_view name) const {
  return compiled_->decisions.find(name);
}
const Scenario* Policy::find_scenario(std::string_view name) const {
  return named(spec_.governance.scenarios, name);
}
const ConfidentialCategory* Policy::find_confidential(std::string_view category) const {
  return named(spec_.governance.confidential, category);
}
CategoryIndex Policy::other() const {
  return compiled_->other;
}
PriorityIndex Policy::default_priority() const {
  return compiled_->default_priority;
}

}  // namespace tandem::policy
