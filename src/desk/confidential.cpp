#include "desk/confidential.h"

#include "desk/rules.h"

namespace tandem::desk {
namespace {

bool is_named(const policy::ConfidentialCategory& rule, policy::PersonIndex person) {
  return std::ranges::find(rule.read, person) != rule.read.end();
}

bool has_named_member(const policy::ConfidentialCategory& rule, policy::TeamIndex team, const policy::Policy& policy) {
  return std::ranges::any_of(rule.read, [&](policy::PersonIndex one) { return policy.is_member(team, one); });
}

// Vendors' teams own no tickets.
std::optional<policy::TeamIndex> first_team_of(policy::PersonIndex person, const policy::Policy& policy) {
  for (std::uint32_t i = 0; i < policy.spec().teams.size(); ++i) {
    const policy::TeamIndex team{i};
    const bool owns = policy.party(policy.team(team).party).kind != policy::PartyKind::Vendor;
    if (owns && policy.is_member(team, person)) return team;
  }
  return std::nullopt;
}

// The team of the first named who is there and of a team; where none is there, of the first who is of one.
std::optional<policy::TeamIndex> team_of_readers(const policy::ConfidentialCategory& rule, const policy::Policy& policy,
                                                 base::Instant now) {
  std::optional<policy::TeamIndex> absent;
  for (const policy::PersonIndex one : rule.read) {
    const auto team = first_team_of(one, policy);
    if (!team) continue;
    if (policy.is_present(one, now)) return team;
    if (!absent) absent = team;
  }
  return absent;
}

PersonName first_reader_there(const policy::ConfidentialCategory& rule, policy::TeamIndex team,
                              const policy::Policy& policy, base::Instant now) {
  for (const policy::PersonIndex one : rule.read) {
    if (policy.is_member(team, one) && policy.is_present(one, now)) return PersonName(policy.person(one).name);
  }
  return {};
}

PersonName accountable_reader(const policy::ConfidentialCategory& rule, const policy::Policy& policy,
                              base::Instant now) {
  const auto there =
      std::ranges::find_if(rule.read, [&](policy::PersonIndex one) { return policy.is_present(one, now); });
  return PersonName(policy.person(there == rule.read.end() ? rule.read.front() : *there).name);
}

bool is_one_of(std::span<const policy::ReasonKind> kinds, const Reason& reason) {
  return std::ranges::any_of(kinds, [&](policy::ReasonKind kind) { return reason.kind == policy::to_text(kind); });
}

// What chose somebody who may not read it explains nothing any more.
constexpr std::array kOfPerson{policy::ReasonKind::OnDuty,     policy::ReasonKind::DutyAway,
                               policy::ReasonKind::StandIn,    policy::ReasonKind::NobodyOnDuty,
                               policy::ReasonKind::LowestLoad, policy::ReasonKind::NobodyPresent};
constexpr std::array kOfAccountable{policy::ReasonKind::Accountable, policy::ReasonKind::AccountableAway,
                                    policy::ReasonKind::Deputy, policy::ReasonKind::NoDeputyPresent};

// Tells why the agreement's other rules are not all, and what followed from that.
void explain(const Ownership& before, const policy::ConfidentialCategory& rule, const policy::Policy& policy,
             Ownership& ownership) {
  std::vector<std::string> followed;
  if (ownership.owner != before.owner) {
    std::erase_if(ownership.reasons, [](const Reason& one) { return is_one_of(kOfPerson, one); });
    const std::string team = fmt::format("`{}`", ownership.owner.team.text());
    followed.push_back(ownership.owner.person.empty()
                           ? fmt::format("{} has it", team)
                           : fmt::format("{} of {} has it", spoken_person(policy, ownership.owner.person), team));
  }
  if (ownership.accountable != before.accountable) {
    std::erase_if(ownership.reasons, [](const Reason& one) { return is_one_of(kOfAccountable, one); });
    followed.push_back(fmt::format("{} answers for it", spoken_person(policy, ownership.accountable)));
  }
  const bool is_told = std::ranges::find(ownership.reasons, "confidential", &Reason::kind) != ownership.reasons.end();
  if (is_told && followed.empty()) return;
  std::vector<std::string> readers;
  for (const policy::PersonIndex one : rule.read) readers.push_back(policy.person(one).display);
  ownership.reasons.push_back(
      {.kind = "confidential",
       .text = fmt::format("`{}` is confidential: only {} may read it{}{}", rule.name, spoken_list(readers),
                           followed.empty() ? "" : ", so ", spoken_list(followed)),
       .file = rule.at.file,
       .line = rule.at.line});
}

}  // namespace

bool is_confidential(const CategoryName& category, const policy::Policy& policy) {
  return policy.find_confidential(category.text()) != nullptr;
}

bool may_read(const CategoryName& category, const PersonName& person, const policy::Policy& policy) {
  const auto* rule = policy.find_confidential(category.text());
  if (rule == nullptr) return true;
  const auto index = policy.find_person(person.text());
  return index && is_named(*rule, *index);
}

bool has_reader(const CategoryName& category, policy::TeamIndex team, const policy::Policy& policy) {
  const auto* rule = policy.find_confidential(category.text());
  return rule == nullptr || has_named_member(*rule, team, policy);
}

bool has_reader(const CategoryName& category, policy::PartyIndex party, const policy::Policy& policy) {
  const auto* rule = policy.find_confidential(category.text());
  return rule == nullptr ||
         std::ranges::any_of(rule->read, [&](policy::PersonIndex one) { return policy.person(one).party == party; });
}

bool is_read_by_readers_of(const CategoryName& category, const CategoryName& other, const policy::Policy& policy) {
  const auto* wanted = policy.find_confidential(other.text());
  if (wanted == nullptr) return true;
  const auto* rule = policy.find_confidential(category.text());
  return rule != nullptr &&
         std::ranges::all_of(rule->read, [&](policy::PersonIndex one) { return is_named(*wanted, one); });
}

PersonName reader_for(const PersonName& person, const PersonName& accountable, const CategoryName& category,
                      const policy::Policy& policy, base::Instant now) {
  const auto* rule = policy.find_confidential(category.text());
  if (person.empty() || rule == nullptr || rule->read.empty() || may_read(category, person, policy)) return person;
  return may_read(category, accountable, policy) ? accountable : accountable_reader(*rule, policy, now);
}

bool is_category(const CategoryName& category, const policy::Policy& policy) {
  return policy.find_category(category.text()).has_value() || is_confidential(category, policy);
}

Ownership kept_with_readers(Ownership ownership, const CategoryName& category, const policy::Policy& policy,
                            base::Instant now) {
  const auto* rule = policy.find_confidential(category.text());
  if (rule == nullptr || rule->read.empty()) return ownership;
  const Ownership before = ownership;
  if (!may_read(category, ownership.accountable, policy))
    ownership.accountable = accountable_reader(*rule, policy, now);

  Owner& owner = ownership.owner;
  const auto named = policy.find_team(owner.team.text());
  const bool stays = named && has_named_member(*rule, *named, policy);
  const auto team = stays ? named : team_of_readers(*rule, policy, now);
  if (!team) {
    owner.person = {};
    ownership.gap = true;
  } else if (!stays || (!owner.person.empty() && !may_read(category, owner.person, policy))) {
    owner = {.party = PartyName(policy.party(policy.team(*team).party).name),
             .team = TeamName(policy.team(*team).name),
             .person = first_reader_there(*rule, *team, policy, now)};
    ownership.gap = owner.person.empty();
  }
  explain(before, *rule, policy, ownership);
  return ownership;
}

void close_to_others(const CategoryName& category, const Case& given, Events& events) {
  const policy::Policy& policy = given.policy();
  if (!is_confidential(category, policy)) return;
  if (given.ticket.handoff) {
    const HandoffOffered& offer = given.ticket.handoff->offer;
    const auto team = policy.find_team(offer.to_team.text());
    const bool may_answer = team && has_reader(category, *team, policy) &&
                            (offer.to_person.empty() || may_read(category, offer.to_person, policy));
    if (!may_answer) withdraw_pending(given, events);
  }
  if (given.ticket.dispute) {
    const auto& path = given.ticket.dispute->raised.path;
    const bool all_may_rule = std::ranges::all_of(path, [&](const std::vector<PersonName>& step) {
      return std::ranges::all_of(step, [&](const PersonName& one) { return may_read(category, one, policy); });
    });
    if (!all_may_rule) settle_dispute(SettledBy::Change, given.ticket.ownership.owner.team, given, events);
  }
}

std::optional<Refusal> must_have_reader(const TeamName& team, const PersonName& person, std::string_view field,
                                        const Case& given) {
  const CategoryName& category = given.ticket.facts.category;
  const policy::Policy& policy = given.policy();
  const auto index = policy.find_team(team.text());
  if (!person.empty() && !may_read(category, person, policy)) {
    return refuse(
        RefusalKind::NotAReader, field,
        fmt::format("`{}` is confidential, and {} may not read it", category.text(), spoken_person(policy, person)));
  }
  if (person.empty() && index && !has_reader(category, *index, policy)) {
    return refuse(RefusalKind::NotAReader, field,
                  fmt::format("`{}` is confidential, and nobody of `{}` may read it", category.text(), team.text()));
  }
  return std::nullopt;
}

}  // namespace tandem::desk
