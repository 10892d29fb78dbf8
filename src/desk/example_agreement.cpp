#include "desk/example_agreement.h"

namespace tandem::desk {
namespace {

using policy::PersonIndex;
using policy::TeamIndex;

enum People : std::uint32_t { kDana, kLuis, kNora, kPriya, kSam, kOtto, kMei, kTess, kVic };
enum Teams : std::uint32_t { kHarborIt, kHarborApps, kHelpdesk, kSoc, kCorebankSupport };
constexpr std::array<std::string_view, 9> kNames{"dana", "luis", "nora", "priya", "sam", "otto", "mei", "tess", "vic"};
constexpr std::array<std::uint32_t, 9> kParties{0, 0, 0, 1, 1, 1, 1, 1, 2};

policy::NamedCalendar calendar(std::string name, std::size_t days, std::int64_t from, std::int64_t to) {
  calendar::BusinessHours hours{
      .zone = *calendar::Zone::find("America/New_York"), .windows = {}, .closed = {}, .holidays = {}};
  for (std::size_t day = 0; day < days; ++day) hours.windows[day] = {{base::hours(from), base::hours(to)}};
  return {.name = std::move(name),
          .open = *calendar::BusinessCalendar::make(std::move(hours)),
          .at = {"agreement.yaml", 10}};
}

void add_team(policy::Spec& spec, std::string name, std::uint32_t party, std::vector<PersonIndex> members,
              std::uint32_t hours, std::vector<TeamIndex> cover = {}) {
  const auto line = static_cast<std::uint32_t>(20 + spec.teams.size());
  policy::Team team;
  team.name = std::move(name);
  team.party = {party};
  team.lead = members.front();
  team.members = std::move(members);
  team.hours = {hours};
  team.cover = std::move(cover);
  team.at = team.hours_at = team.cover_at = {"agreement.yaml", line};
  spec.teams.push_back(std::move(team));
}

void add_category(policy::Spec& spec, std::string category, Teams team, People accountable, PersonIndex deputy) {
  const auto line = static_cast<std::uint32_t>(30 + spec.activities.size());
  policy::Activity activity;
  activity.name = category + ".handling";
  activity.responsible = {team};
  activity.accountable = {accountable};
  activity.deputy = deputy;
  activity.at = activity.responsible_at = activity.accountable_at = activity.deputy_at = {"agreement.yaml", line};
  spec.activities.push_back(std::move(activity));
  spec.categories.push_back({.name = std::move(category),
                             .activity = {static_cast<std::uint32_t>(spec.activities.size() - 1)},
                             .at = {"agreement.yaml", line}});
}

policy::Spec example_spec() {
  policy::Spec spec;
  spec.engagement = "harbor-cu";
  spec.name = "Harbor Credit Union and Northbeam IT";
  spec.time_zone = "America/New_York";
  spec.version = 3;
  spec.parties = {
      {.name = "harbor",
       .display = "Harbor Credit Union",
       .kind = policy::PartyKind::Client,
       .handled_by = {},
       .at = {}},
      {.name = "northbeam", .display = "Northbeam IT", .kind = policy::PartyKind::Provider, .handled_by = {}, .at = {}},
      {.name = "corebank",
       .display = "CoreBank Systems",
       .kind = policy::PartyKind::Vendor,
       .handled_by = {kLuis},
       .at = {}}};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    policy::Person one;
    one.name = kNames[i];
    one.display = kNames[i];
    one.party = {kParties[i]};
    spec.people.push_back(std::move(one));
  }
  const auto on_leave = [&](People who, std::int64_t from_days, std::int64_t days) {
    const base::Instant from = kMonday + base::hours(24 * from_days);
    spec.people[who].leave = {{from, from + base::hours(24 * days)}};
    spec.people[who].leave_at = {policy::TextPlace{"leave.yaml", 1 + who}};
  };
  on_leave(kSam, 7, 7);
  on_leave(kPriya, 10, 2);
  spec.calendars = {calendar("office", 5, 8, 18), calendar("always", 7, 0, 24)};
  add_team(spec, "harbor-it", 0, {{kDana}, {kLuis}}, 0, {{kHelpdesk}});
  add_team(spec, "harbor-apps", 0, {{kNora}, {kLuis}}, 1);
  add_team(spec, "helpdesk", 1, {{kPriya}, {kSam}, {kOtto}}, 1);
  add_team(spec, "soc", 1, {{kMei}, {kOtto}}, 1);
  add_team(spec, "corebank-support", 2, {{kVic}}, 1);
  add_category(spec, "workstation", kHelpdesk, kPriya, {kSam});
  add_category(spec, "malware", kSoc, kMei, PersonIndex::none());
  add_category(spec, "core-banking", kHarborIt, kDana, {kLuis});
  add_category(spec, "payroll", kHarborApps, kNora, {kLuis});
  add_category(spec, "other", kHelpdesk, kPriya, {kSam});
  policy::Rule urgent;
  urgent.name = "critical workstations";
  urgent.categories = {{0}};
  urgent.priorities = {{0}};
  urgent.to = {kSoc};
  urgent.at = {"agreement.yaml", 50};
  spec.rules = {std::move(urgent)};
  for (const char* priority : {"critical", "high", "normal"}) {
    spec.targets.push_back(
        {.priority = priority, .respond = {}, .resolve = {}, .clock = {1}, .at = {"agreement.yaml", 60}});
  }
  spec.sites = {"main-street"};
  spec.departments = {"lending"};
  spec.asset_classes = {"laptop"};
  spec.handoffs.accept_within = {base::minutes(5), std::nullopt, std::nullopt};
  return spec;
}

}  // namespace

std::shared_ptr<const policy::Policy> example_agreement() {
  return policy::Policy::make(example_spec());
}

Actor person(std::string_view name) {
  const auto at = static_cast<std::size_t>(std::ranges::find(kNames, name) - kNames.begin());
  constexpr std::array<std::string_view, 3> kPartyNames{"harbor", "northbeam", "corebank"};
  const auto party = at < kNames.size() ? kPartyNames[kParties[at]] : std::string_view("harbor");
  return {.kind = ActorKind::Person,
          .person = PersonName(name),
          .party = PartyName(party),
          .display = std::string(name),
          .email = {}};
}

Actor requester(std::string_view email) {
  return {.kind = ActorKind::Requester, .person = {}, .party = {}, .display = "Ann Field", .email = std::string(email)};
}

Actor import_actor(std::string_view who) {
  return {.kind = ActorKind::Import, .person = PersonName(who), .party = {}, .display = "old desk", .email = {}};
}

}  // namespace tandem::desk
