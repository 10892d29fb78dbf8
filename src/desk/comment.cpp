#include "desk/folds.h"
#include "desk/mention.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

// Who may write at all, and a requester only where they can read it themselves.
std::optional<Refusal> may_write_at_all(Visibility visibility, std::string_view doing, const Case& given) {
  switch (given.actor().kind) {
    case ActorKind::System:
    case ActorKind::Import: return std::nullopt;
    case ActorKind::Person: return given.standing.must_belong(doing);
    case ActorKind::Requester: break;
  }
  if (!given.standing.is_requester()) {
    return refuse(RefusalKind::NotAMember, {},
                  fmt::format("only the person who asked for this, and the teams, may {}", doing));
  }
  if (visibility != Visibility::Requester) {
    return refuse(RefusalKind::NotAMember, "visibility", "only the teams may write what the requester cannot read");
  }
  return std::nullopt;
}

// The team whose note it is. Decision-like: the name, or why there is none.
std::variant<TeamName, Refusal> note_team(const TeamName& named, const Case& given) {
  const bool is_person = given.actor().kind == ActorKind::Person;
  if (!named.empty()) {
    if (!given.policy().find_team(named.text())) {
      return refuse(RefusalKind::UnknownTeam, "team", fmt::format("the agreement has no team `{}`", named.text()));
    }
    if (is_person && !given.standing.is_member(named)) {
      return refuse(RefusalKind::NotAMember, "team",
                    fmt::format("you are not a member of {}: only its members write its notes",
                                spoken_team(given.policy(), named)));
    }
    return named;
  }
  const TeamName& owner = given.ticket.ownership.owner.team;
  if (!is_person || given.standing.is_member(owner)) return owner;
  TeamName team = given.standing.first_team();
  if (team.empty()) {
    return refuse(RefusalKind::NotAMember, "visibility",
                  "you are not a member of any team: there is no team to write a note for");
  }
  return team;
}

// Whom a comment may call: somebody of a party who can read it.
std::optional<Refusal> check_mention(const PersonName& person, const AddComment& command, const TeamName& team,
                                     const Case& given) {
  const policy::Policy& policy = given.policy();
  const auto index = policy.find_person(person.text());
  if (!index || !is_of_a_party(policy, *index)) {
    return refuse(RefusalKind::NotAReader, "text",
                  fmt::format("you mention `{}`, who is a vendor's and reads no tickets", person.text()));
  }
  if (!may_read(given.ticket.facts.category, person, policy)) {
    return refuse(RefusalKind::NotAReader, "text",
                  fmt::format("you mention `{}`, who may not read this ticket: `{}` is confidential", person.text(),
                              given.ticket.facts.category.text()));
  }
  if (command.visibility != Visibility::Team) return std::nullopt;
  const auto found = policy.find_team(team.text());
  if (found && policy.is_member(*found, *index)) return std::nullopt;
  return refuse(RefusalKind::NotAReader, "text",
                fmt::format("you mention `{}`, who cannot read a note of {}: write it for both teams", person.text(),
                            spoken_team(policy, team)));
}

// What end users and other systems write calls nobody.
std::variant<std::vector<PersonName>, Refusal> mentions_of(const AddComment& command, const TeamName& team,
                                                           const Case& given) {
  if (given.actor().kind != ActorKind::Person) return std::vector<PersonName>();
  std::vector<PersonName> mentions = mentioned_in(command.text, given.policy());
  for (const PersonName& person : mentions) {
    if (auto no = check_mention(person, command, team, given)) return *std::move(no);
  }
  return mentions;
}

}  // namespace

std::uint32_t next_comment(const Ticket& ticket) {
  return ticket.comments.empty() ? 1 : ticket.comments.back().number + 1;
}

std::variant<TeamName, Refusal> may_write(Visibility visibility, const TeamName& team, std::string_view doing,
                                          const Case& given) {
  if (auto no = may_write_at_all(visibility, doing, given)) return *std::move(no);
  if (visibility != Visibility::Team) return TeamName();
  return note_team(team, given);
}

Decision decide_on(const AddComment& command, const Case& given) {
  if (auto no = may_write_at_all(command.visibility, "comment", given)) return *std::move(no);
  if (given.ticket.state == State::Closed) return *must_be_open(given.ticket);
  if (auto no = check_text(command.text, "text", "the comment", kMaxText, Emptiness::Refused)) return *std::move(no);
  auto readers = may_write(command.visibility, command.team, "comment", given);
  if (auto* no = std::get_if<Refusal>(&readers)) return std::move(*no);
  TeamName team = std::get<TeamName>(std::move(readers));
  auto mentions = mentions_of(command, team, given);
  if (auto* no = std::get_if<Refusal>(&mentions)) return std::move(*no);
  return Events{given.event(CommentAdded{.comment = next_comment(given.ticket),
                                         .visibility = command.visibility,
                                         .team = std::move(team),
                                         .text = command.text,
                                         .mentions = std::get<std::vector<PersonName>>(std::move(mentions))})};
}

}  // namespace tandem::desk
