#include "desk/standing.h"

#include "desk/resolution.h"

namespace tandem::desk {
namespace {

Refusal not_a_member(std::string message) {
  return {.kind = RefusalKind::NotAMember, .field = {}, .message = std::move(message)};
}

}  // namespace

bool is_of_a_party(const policy::Policy& policy, policy::PersonIndex person) {
  return policy.party(policy.person(person).party).kind != policy::PartyKind::Vendor;
}

std::string spoken_team(const policy::Policy& policy, const TeamName& team) {
  const auto found = policy.find_team(team.text());
  if (!found) return fmt::format("`{}`", team.text());
  return fmt::format("`{}` of {}", team.text(), policy.party(policy.team(*found).party).display);
}

std::string spoken_person(const policy::Policy& policy, const PersonName& person) {
  const auto found = policy.find_person(person.text());
  return found ? policy.person(*found).display : fmt::format("`{}`", person.text());
}

std::string spoken_list(std::span<const std::string> spoken) {
  std::string text;
  for (std::size_t i = 0; i < spoken.size(); ++i) {
    const std::string_view before = i == 0 ? "" : i + 1 == spoken.size() ? " and " : ", ";
    text += fmt::format("{}{}", before, spoken[i]);
  }
  return text;
}

std::string spoken_people(const policy::Policy& policy, std::span<const PersonName> people) {
  std::vector<std::string> spoken;
  for (const PersonName& one : people) spoken.push_back(spoken_person(policy, one));
  return spoken_list(spoken);
}

Standing::Standing(const Ticket& ticket, const Circumstances& circumstances)
    : ticket_(ticket), circumstances_(circumstances), policy_(circumstances.policy), actor_(circumstances.actor) {}

std::optional<policy::PersonIndex> Standing::party_person() const {
  if (actor_.kind != ActorKind::Person) return std::nullopt;
  const auto person = policy_.find_person(actor_.person.text());
  if (!person || !is_of_a_party(policy_, *person)) return std::nullopt;
  return person;
}

bool Standing::is_requester() const {
  return actor_.kind == ActorKind::Requester && !actor_.email.empty() &&
         same_address(actor_.email, ticket_.facts.requester.email);
}

bool Standing::is_member(const TeamName& team) const {
  const auto person = party_person();
  const auto found = policy_.find_team(team.text());
  return person && found && policy_.is_member(*found, *person);
}

policy::TeamIndex Standing::taking_team() const {
  if (const auto owner = policy_.find_team(ticket_.ownership.owner.team.text())) return *owner;
  return policy_.evaluate(facts_in(ticket_.facts, policy_, circumstances_.workload), circumstances_.now).team;
}

TeamName Standing::first_team() const {
  if (const auto person = party_person()) {
    const auto& teams = policy_.spec().teams;
    for (std::uint32_t i = 0; i < teams.size(); ++i) {
      if (policy_.is_member(policy::TeamIndex{i}, *person)) return TeamName(teams[i].name);
    }
  }
  return {};
}

std::optional<Refusal> Standing::must_belong(std::string_view doing) const {
  if (actor_.kind == ActorKind::Import || party_person()) return std::nullopt;
  return not_a_member(fmt::format("only people of the client or a provider may {}", doing));
}

std::optional<Refusal> Standing::must_own(std::string_view doing) const {
  if (actor_.kind == ActorKind::Import) return std::nullopt;
  const TeamName& owner = ticket_.ownership.owner.team;
  if (is_member(owner)) return std::nullopt;
  if (!policy_.find_team(owner.text())) {
    const TeamName instead(policy_.team(taking_team()).name);
    if (!is_open(ticket_.state)) {
      if (is_member(instead)) return std::nullopt;
      return Refusal{.kind = RefusalKind::NotTheOwner,
                     .field = {},
                     .message = fmt::format("the agreement no longer has `{}`: only members of {} may {}", owner.text(),
                                            spoken_team(policy_, instead), doing)};
    }
    return Refusal{.kind = RefusalKind::NotTheOwner,
                   .field = {},
                   .message = fmt::format("the agreement no longer has `{}`: somebody of {} must take the ticket first",
                                          owner.text(), spoken_team(policy_, instead))};
  }
  return Refusal{
      .kind = RefusalKind::NotTheOwner,
      .field = {},
      .message = fmt::format("{} owns this ticket: only its members may {}", spoken_team(policy_, owner), doing)};
}

std::optional<Refusal> Standing::must_receive(const HandoffOffered& offer) const {
  if (actor_.kind == ActorKind::Import) return std::nullopt;
  const auto person = party_person();
  const auto team = policy_.find_team(offer.to_team.text());
  if (person && team) {
    const bool is_lead = policy_.team(*team).lead == *person;
    if (offer.to_person.empty() ? policy_.is_member(*team, *person) : is_lead) return std::nullopt;
    if (offer.to_person == actor_.person && policy_.is_member(*team, *person)) return std::nullopt;
  }
  if (offer.to_person.empty()) {
    return not_a_member(
        fmt::format("the hand-off is offered to {}: only its members may answer", spoken_team(policy_, offer.to_team)));
  }
  return not_a_member(fmt::format("the hand-off is offered to {} of {}: only they or the team's lead may answer",
                                  spoken_person(policy_, offer.to_person), spoken_team(policy_, offer.to_team)));
}

}  // namespace tandem::desk
