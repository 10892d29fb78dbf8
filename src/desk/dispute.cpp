#include "desk/dispute.h"

#include "desk/left_work.h"
#include "desk/resolution.h"
#include "desk/rules.h"
#include "policy/term.h"

namespace tandem::desk {
namespace {

std::vector<PersonName> names_of(const std::vector<policy::PersonIndex>& people, const policy::Policy& policy) {
  std::vector<PersonName> names;
  for (const policy::PersonIndex person : people) names.emplace_back(policy.person(person).name);
  return names;
}

std::optional<base::Instant> step_due(const Case& given) {
  const auto& rules = given.policy().spec().governance.disputes;
  return rules ? policy::end_of(rules->decide_within, given.policy(), given.now()) : std::nullopt;
}

// Whoever may not read the ticket does not rule on it either: the others of their step do, or the next step.
void append_agreed_path(std::vector<std::vector<PersonName>>& path, const Case& given) {
  const auto& rules = given.policy().spec().governance.disputes;
  if (!rules) return;
  for (const auto& step : rules->path) {
    std::vector<PersonName> deciders = names_of(step, given.policy());
    std::erase_if(deciders,
                  [&](const PersonName& one) { return !may_read(given.ticket.facts.category, one, given.policy()); });
    if (!deciders.empty()) path.push_back(std::move(deciders));
  }
}

// Who is asked where the agreement names nobody: who answers for the work, else who leads the team that has it, another
// one or is of one; the first who is of the agreement in force, may read the ticket and is there. Whom the ticket has
// as accountable may have left, or gone on leave, at this very moment.
PersonName who_is_left(const Case& given) {
  const policy::Policy& policy = given.policy();
  std::vector<policy::PersonIndex> people;
  if (const auto accountable = policy.find_person(given.ticket.ownership.accountable.text()))
    people.push_back(*accountable);
  people.push_back(policy.accountable_for(activity_of(given.ticket, policy), given.now()));
  people.push_back(policy.team(given.standing.taking_team()).lead);
  for (const policy::Team& team : policy.spec().teams) people.push_back(team.lead);
  for (std::uint32_t i = 0; i < policy.spec().people.size(); ++i) people.push_back({i});
  std::erase_if(people, [&](policy::PersonIndex one) {
    return one.is_none() || !is_of_a_party(policy, one) ||
           !may_read(given.ticket.facts.category, PersonName(policy.person(one).name), policy);
  });
  if (people.empty()) return given.ticket.ownership.accountable;
  const auto there =
      std::ranges::find_if(people, [&](policy::PersonIndex one) { return policy.is_present(one, given.now()); });
  return PersonName(policy.person(there == people.end() ? people.front() : *there).name);
}

// Who speaks for a team in triage: its lead, or who answers for the work where it has none who may read it.
PersonName speaker_of(const TeamName& team, const Case& given) {
  const auto found = given.policy().find_team(team.text());
  if (!found || given.policy().team(*found).lead.is_none()) return who_is_left(given);
  PersonName lead(given.policy().person(given.policy().team(*found).lead).name);
  return may_read(given.ticket.facts.category, lead, given.policy()) ? lead : who_is_left(given);
}

Refusal no_dispute() {
  return refuse(RefusalKind::NoSuchDispute, {}, "it is not in dispute whose ticket this is");
}

// A ruling that comes twice, or late, is no answer to what is asked now.
std::optional<Refusal> must_be_asked(const std::optional<std::uint32_t>& question, const Ticket& ticket) {
  if (!question || *question == ticket.last_question) return std::nullopt;
  if (*question == 0 || *question > ticket.last_question) {
    return refuse(RefusalKind::NoSuchDispute, "question", fmt::format("this ticket has no question {}", *question));
  }
  return refuse(
      RefusalKind::NoSuchDispute, "question",
      fmt::format("question {} is over: question {} is the one that is asked now", *question, ticket.last_question));
}

// The team that a ruling gives the ticket to, or what is wrong with it.
std::optional<Refusal> check_ruled_team(const TeamName& name, const policy::Policy& policy) {
  const auto team = policy.find_team(name.text());
  if (!team)
    return refuse(RefusalKind::UnknownTeam, "team", fmt::format("the agreement has no team `{}`", name.text()));
  if (policy.party(policy.team(*team).party).kind == policy::PartyKind::Vendor) {
    return refuse(RefusalKind::UnknownTeam, "team",
                  fmt::format("`{}` is a vendor's team: a vendor cannot own a ticket", name.text()));
  }
  return std::nullopt;
}

// This step's rulings of those who decide now: who has left is not heard any more.
std::vector<Dispute::Ruling> rulings_of(const std::vector<PersonName>& deciders, const Dispute& dispute) {
  std::vector<Dispute::Ruling> rulings = dispute.rulings;
  std::erase_if(rulings,
                [&](const Dispute::Ruling& one) { return std::ranges::find(deciders, one.person) == deciders.end(); });
  return rulings;
}

// Those who are of a party to the agreement and may read the ticket.
std::vector<PersonName> still_there(std::vector<PersonName> people, const Case& given) {
  const policy::Policy& policy = given.policy();
  std::erase_if(people, [&](const PersonName& person) {
    const auto index = policy.find_person(person.text());
    return !index || !is_of_a_party(policy, *index) || !may_read(given.ticket.facts.category, person, policy);
  });
  return people;
}

// The next step behind this one that has somebody; nothing when this is the last.
std::optional<std::uint32_t> step_behind(const Dispute& dispute, const Case& given) {
  for (std::uint32_t step = dispute.step + 1; step <= dispute.raised.path.size(); ++step) {
    if (!still_there(dispute.raised.path[step - 1], given).empty()) return step;
  }
  return std::nullopt;
}

// "once", "3 times"
std::string times_words(std::size_t times) {
  return times == 1 ? std::string("once") : fmt::format("{} times", times);
}

void move_on(const Dispute& dispute, const Case& given, Events& events) {
  const auto next = step_behind(dispute, given);
  events.push_back(given.event(
      DisputeMovedOn{.step = next.value_or(dispute.step), .due = next ? step_due(given) : std::nullopt, .path = {}}));
}

// Nobody of the step is in the agreement any more.
void ask_those_who_are_left(const Dispute& dispute, const Case& given, Events& events) {
  if (step_behind(dispute, given)) return move_on(dispute, given, events);
  std::vector<std::vector<PersonName>> path;
  append_agreed_path(path, given);
  if (path.empty()) path.push_back({who_is_left(given)});
  events.push_back(given.event(DisputeMovedOn{.step = 1, .due = step_due(given), .path = std::move(path)}));
}

void rule(const Dispute::Ruling& ruling, const Case& given, Events& events) {
  const policy::Policy& policy = given.policy();
  const policy::TeamIndex team = *policy.find_team(ruling.team.text());
  const auto person = policy.person_for(team, given.now(), given.circumstances.workload);
  const bool stays = ruling.team == given.ticket.ownership.owner.team;
  // Whoever is on it may have left the team, or gone on leave, since.
  const bool keeps_person = stays && is_holder_there(team, given);
  const Owner owner{.party = PartyName(policy.party(policy.team(team).party).name),
                    .team = ruling.team,
                    .person = keeps_person       ? given.ticket.ownership.owner.person
                              : person.is_none() ? PersonName()
                                                 : PersonName(policy.person(person).name)};
  Ownership ownership =
      claimed_by(owner,
                 {.kind = "ruling",
                  .text = fmt::format("{} ruled that it is `{}`'s: {}",
                                      spoken_people(policy, still_there(given.ticket.dispute->deciders(), given)),
                                      ruling.team.text(), ruling.reason),
                  .file = {},
                  .line = 0},
                 given);
  ownership.gap = ownership.owner.person.empty();
  if (!stays) withdraw_pending(given, events);
  events.push_back(given.event(DisputeSettled{.by = SettledBy::Ruling, .team = ruling.team, .reason = ruling.reason}));
  if (auto released = stays ? leave_behind(ownership, given) : std::nullopt) events.push_back(*std::move(released));
  events.push_back(given.event(OwnerAssigned{.cause = AssignmentCause::Ruled, .ownership = std::move(ownership)}));
}

// What is ruled, once all who decide have spoken.
void conclude(const std::vector<Dispute::Ruling>& rulings, std::size_t deciders, const Case& given, Events& events) {
  if (rulings.size() < deciders) return;
  const bool agreed =
      std::ranges::all_of(rulings, [&](const Dispute::Ruling& one) { return one.team == rulings.back().team; });
  if (agreed) {
    rule(rulings.back(), given, events);
  } else if (step_behind(*given.ticket.dispute, given)) {
    move_on(*given.ticket.dispute, given, events);
  }
}

// Somebody who had not spoken, or did not agree, has left: those who are left may have ruled already.
Events conclude_without_leavers(const std::vector<PersonName>& deciders, const Case& given) {
  Events events;
  const auto rulings = rulings_of(deciders, *given.ticket.dispute);
  if (rulings.empty()) return events;
  const TeamName& team = rulings.back().team;
  if (check_ruled_team(team, given.policy()) || must_have_reader(team, {}, "team", given)) return events;
  conclude(rulings, deciders.size(), given, events);
  return events;
}

}  // namespace

void settle_dispute(SettledBy by, const TeamName& team, const Case& given, Events& events) {
  if (given.ticket.dispute) events.push_back(given.event(DisputeSettled{.by = by, .team = team, .reason = {}}));
}

// The leads of the two teams of an offer, and behind them the agreement's path.
DisputeRaised triage(const HandoffOffered& offer, std::string reason, const Case& given) {
  std::vector<PersonName> leads{speaker_of(offer.from.team, given)};
  const PersonName other = speaker_of(offer.to_team, given);
  if (other != leads.front()) leads.push_back(other);
  DisputeRaised raised{
      .kind = DisputeKind::Bounced, .reason = std::move(reason), .path = {std::move(leads)}, .due = step_due(given)};
  append_agreed_path(raised.path, given);
  return raised;
}

std::optional<Event> open_triage(const HandoffOffered& accepted, const Case& given) {
  const std::vector<TeamName>& trail = given.ticket.trail;
  const std::uint32_t bounces = given.policy().spec().handoffs.bounces;
  const bool came_back = !trail.empty() && trail.back() == accepted.to_team;
  if (!came_back && trail.size() < bounces) return std::nullopt;
  return given.event(triage(accepted,
                            came_back ? fmt::format("`{}` had it, handed it to `{}`, and has it back",
                                                    accepted.to_team.text(), accepted.from.team.text())
                                      : fmt::format("it was handed on {}: {} {} agreed", times_words(trail.size() + 1),
                                                    bounces, bounces == 1 ? "is" : "are"),
                            given));
}

std::optional<Event> open_triage_of_declined(const HandoffOffered& declined, const Case& given) {
  const std::uint32_t bounces = given.policy().spec().handoffs.bounces;
  const std::size_t times = given.ticket.declined_by.size() + 1;
  if (given.ticket.dispute || times <= bounces) return std::nullopt;
  return given.event(triage(declined,
                            fmt::format("it was offered and declined {}: {} {} agreed", times_words(times), bounces,
                                        bounces == 1 ? "bounce is" : "bounces are"),
                            given));
}

Events move_dispute_on(const Case& given) {
  Events events;
  const auto& dispute = given.ticket.dispute;
  if (!dispute) return events;
  const std::vector<PersonName> deciders = still_there(dispute->deciders(), given);
  if (deciders.empty()) {
    ask_those_who_are_left(*dispute, given, events);
  } else if (events = conclude_without_leavers(deciders, given); !events.empty()) {
    return events;
  } else if (dispute->due && *dispute->due <= given.now()) {
    move_on(*dispute, given, events);
  }
  return events;
}

Decision decide_on(const RaiseDispute& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("say that it is not theirs")) return *std::move(no);
  if (auto no = must_follow_its_ticket(given)) return *std::move(no);
  if (given.ticket.dispute)
    return refuse(RefusalKind::DisputeOpen, {}, "it is in dispute already whose ticket this is");
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  DisputeRaised raised{.kind = DisputeKind::NotOurs, .reason = command.reason, .path = {}, .due = step_due(given)};
  append_agreed_path(raised.path, given);
  if (raised.path.empty()) {
    return refuse(RefusalKind::NoDisputePath, {},
                  is_confidential(given.ticket.facts.category, given.policy())
                      ? "nobody who decides disputes may read it: offer a hand-off instead"
                      : "the agreement does not say who decides disputes (`disputes`): offer a hand-off instead");
  }
  return Events{given.event(std::move(raised))};
}

Decision decide_on(const GiveRuling& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (!given.ticket.dispute) return no_dispute();
  if (auto no = must_be_asked(command.question, given.ticket)) return *std::move(no);
  const Dispute& dispute = *given.ticket.dispute;
  const PersonName& person = given.actor().person;
  const std::vector<PersonName> deciders = still_there(dispute.deciders(), given);
  if (given.actor().kind != ActorKind::Person || std::ranges::find(deciders, person) == deciders.end()) {
    return refuse(RefusalKind::NotADecider, {},
                  deciders.empty() ? std::string("nobody who was asked is left: the desk asks others")
                                   : fmt::format("{} decide{} now", spoken_people(given.policy(), deciders),
                                                 deciders.size() == 1 ? "s" : " together"));
  }
  if (auto no = check_ruled_team(command.team, given.policy())) return *std::move(no);
  if (auto no = must_have_reader(command.team, {}, "team", given)) return *std::move(no);
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  auto rulings = rulings_of(deciders, dispute);
  std::erase_if(rulings, [&](const Dispute::Ruling& one) { return one.person == person; });
  rulings.push_back({.person = person, .team = command.team, .reason = command.reason});
  Events events{given.event(RulingGiven{.team = command.team, .reason = command.reason})};
  conclude(rulings, deciders.size(), given, events);
  return events;
}

Decision decide_on(const WithdrawDispute&, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (!given.ticket.dispute) return no_dispute();
  if (given.ticket.dispute->raised.kind == DisputeKind::Bounced) {
    return refuse(RefusalKind::DisputeOpen, {},
                  "the ticket went back and forth: it is for those who decide to end that");
  }
  if (auto no = given.standing.must_own("take back that it is not theirs")) return *std::move(no);
  Events events;
  settle_dispute(SettledBy::Withdrawal, given.ticket.ownership.owner.team, given, events);
  return events;
}

}  // namespace tandem::desk
