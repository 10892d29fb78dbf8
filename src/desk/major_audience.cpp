#include "desk/major_audience.h"

#include "desk/audience.h"
#include "desk/confidential.h"

namespace tandem::desk {
namespace {

MajorPost in_scenario(MajorRole role, const policy::Post& post, const policy::Scenario& scenario,
                      const policy::Policy& policy) {
  return {.role = role,
          .decides = {},
          .team = post.team.is_none() ? TeamName() : TeamName(policy.team(post.team).name),
          .person = post.person.is_none() ? PersonName() : PersonName(policy.person(post.person).name),
          .reason = fmt::format("the scenario `{}` names it", scenario.name),
          .file = scenario.at.file,
          .line = scenario.at.line};
}

MajorPost first_lead(const Case& given) {
  const policy::Policy& policy = given.policy();
  const Ownership& ownership = given.ticket.ownership;
  const auto team = policy.find_team(ownership.owner.team.text());
  MajorPost post{.role = MajorRole::Lead,
                 .decides = {},
                 .team = {},
                 .person = ownership.accountable,
                 .reason = "answers for the work",
                 .file = {},
                 .line = 0};
  const bool leads =
      team && !policy.team(*team).lead.is_none() &&
      may_read(given.ticket.facts.category, PersonName(policy.person(policy.team(*team).lead).name), policy);
  if (leads) {
    post.person = PersonName(policy.person(policy.team(*team).lead).name);
    post.reason = fmt::format("leads `{}`, which has it", policy.team(*team).name);
    post.file = policy.team(*team).at.file;
    post.line = policy.team(*team).at.line;
  }
  return post;
}

}  // namespace

void MajorAudience::add(policy::PersonIndex person, std::string_view as) {
  tell_once(person, as,
            {.policy = given_.policy(),
             .category = given_.ticket.facts.category,
             .now = given_.now(),
             .actor = given_.actor().person},
            told_);
}

void MajorAudience::add(const PersonName& person, std::string_view as) {
  if (const auto index = given_.policy().find_person(person.text())) add(*index, as);
}

void MajorAudience::add(const MajorPost& post) {
  if (!post.person.empty()) return add(post.person, to_text(post.role));
  if (const auto team = given_.policy().find_team(post.team.text())) add_team(*team);
}

void MajorAudience::add_team(policy::TeamIndex team) {
  for (const policy::PersonIndex member : given_.policy().team(team).members)
    add(member, given_.policy().team(team).name);
}

void MajorAudience::add_critical_news() {
  const auto& news = given_.policy().spec().governance.critical_news;
  if (!news) return;
  for (const policy::PersonIndex person : news->people) add(person, "named");
  for (const policy::TeamIndex team : news->teams) add_team(team);
}

void MajorAudience::add_everybody() {
  add_leads();
  for (std::uint32_t i = 0; i < given_.policy().spec().teams.size(); ++i) {
    if (given_.policy().party(given_.policy().team({i}).party).kind != policy::PartyKind::Vendor) add_team({i});
  }
}

void MajorAudience::add_leads() {
  for (const policy::Team& team : given_.policy().spec().teams) {
    const bool vendor = given_.policy().party(team.party).kind == policy::PartyKind::Vendor;
    if (!vendor && !team.lead.is_none()) add(team.lead, "lead");
  }
}

bool has_reader(const CategoryName& category, const MajorPost& post, const policy::Policy& policy) {
  if (!post.person.empty()) return may_read(category, post.person, policy);
  const auto team = policy.find_team(post.team.text());
  return team && has_reader(category, *team, policy);
}

const MajorPost* post_of(const MajorIncident& major, MajorRole role) {
  const auto found = std::ranges::find(major.posts, role, &MajorPost::role);
  return found == major.posts.end() ? nullptr : &*found;
}

namespace {

// The parts that the scenario gives, and who leads: who leads the team that has the ticket.
std::vector<MajorPost> first_posts(const policy::Scenario* scenario, const Case& given) {
  std::vector<MajorPost> posts{first_lead(given)};
  if (scenario == nullptr) return posts;
  const policy::Policy& policy = given.policy();
  if (scenario->contain) posts.push_back(in_scenario(MajorRole::Contain, *scenario->contain, *scenario, policy));
  if (scenario->communicate)
    posts.push_back(in_scenario(MajorRole::Communicate, *scenario->communicate, *scenario, policy));
  if (scenario->recover) posts.push_back(in_scenario(MajorRole::Recover, *scenario->recover, *scenario, policy));
  for (const policy::Scenario::Say& say : scenario->decide) {
    MajorPost post =
        in_scenario(MajorRole::Decide, {.team = policy::TeamIndex::none(), .person = say.who}, *scenario, policy);
    post.decides = say.what;
    posts.push_back(std::move(post));
  }
  return posts;
}

// Who of the scenario has no part in it, because they may not read it: who answers for the work has it. Where that one
// may not read it either, nobody may, and nothing is changed.
std::vector<MajorPost> take_unread(std::vector<MajorPost>& posts, const Case& given) {
  if (!may_read(given.ticket.facts.category, given.ticket.ownership.accountable, given.policy())) return {};
  const auto unread = std::ranges::stable_partition(
      posts, [&](const MajorPost& post) { return has_reader(given.ticket.facts.category, post, given.policy()); });
  std::vector<MajorPost> taken(std::make_move_iterator(unread.begin()), std::make_move_iterator(unread.end()));
  posts.erase(unread.begin(), unread.end());
  return taken;
}

}  // namespace

MajorRoleGiven left_to_reader(const MajorPost& post, const CategoryName& category, const PersonName& accountable) {
  return {
      .post = {.role = post.role,
               .decides = post.decides,
               .team = {},
               .person = accountable,
               .reason = fmt::format("`{}` is confidential, and whoever had the part may not read it", category.text()),
               .file = {},
               .line = 0},
      .from_team = post.team,
      .from_person = post.person};
}

Events declare(const policy::Scenario* scenario, std::string reason, const Case& given) {
  MajorAudience audience(given);
  audience.add_critical_news();
  audience.add_everybody();
  std::vector<MajorPost> posts = first_posts(scenario, given);
  const std::vector<MajorPost> unread = take_unread(posts, given);
  for (const MajorPost& post : posts) audience.add(post);
  MajorDeclared declared{.scenario = scenario == nullptr ? std::string() : scenario->name,
                         .reason = std::move(reason),
                         .told = std::move(audience).take(),
                         .posts = std::move(posts),
                         .update_due = {}};
  if (scenario != nullptr && scenario->updates)
    declared.update_minutes = static_cast<std::uint32_t>(*scenario->updates / base::minutes(1));
  declared.update_due = given.now() + update_interval(declared);
  Events events{given.event(std::move(declared))};
  const Ticket& ticket = given.ticket;
  for (const MajorPost& post : unread)
    events.push_back(given.event(left_to_reader(post, ticket.facts.category, ticket.ownership.accountable)));
  return events;
}

}  // namespace tandem::desk
