// Asking for a decision, and what is said before it is taken.
#include "desk/decision_request.h"

#include "base/check.h"
#include "base/plain_text.h"
#include "desk/asked_readers.h"
#include "desk/audience.h"
#include "desk/decision_rules.h"
#include "desk/resolution.h"
#include "policy/term.h"

namespace tandem::desk {
namespace {

PersonName name_in(policy::PersonIndex person, const policy::Policy& policy) {
  return person.is_none() ? PersonName() : PersonName(policy.person(person).name);
}
PartyName party_of(const PersonName& name, const policy::Policy& policy) {
  const auto person = policy.find_person(name.text());
  return person ? PartyName(policy.party(policy.person(*person).party).name) : PartyName();
}

std::optional<Refusal> check_option(const DecisionOption& option) {
  if (auto no =
          check_text(option.name, "decision/options", "the name of an option", kMaxOptionName, Emptiness::Refused)) {
    return no;
  }
  if (option.cost && option.cost->currency.size() != 3)
    return bad_decision("decision/options", "a currency has three letters: `USD`");
  if (option.cost && option.cost->hundredths > kMaxCost)
    return bad_decision("decision/options", "the cost is too large");
  return check_text(option.words, "decision/options", "what is said of an option", kMaxText, Emptiness::Allowed);
}

std::optional<Refusal> check_words(const NewDecision& command) {
  if (auto no = check_text(command.question, "decision/question", "the question", kMaxText, Emptiness::Refused))
    return no;
  if (auto no = check_text(command.evidence, "decision/evidence", "the evidence", kMaxText, Emptiness::Allowed))
    return no;
  if (command.options.size() < 2 || command.options.size() > kMaxOptions) {
    return bad_decision("decision/options",
                        fmt::format("a decision has 2 to {} options: leaving it as it is counts", kMaxOptions));
  }
  for (const DecisionOption& option : command.options) {
    if (auto no = check_option(option)) return no;
  }
  if (command.consult.size() > kMaxAsked)
    return bad_decision("decision/consult", fmt::format("at most {} people are asked", kMaxAsked));
  return std::nullopt;
}

std::optional<Refusal> check_people(const NewDecision& command, const CategoryName& category,
                                    const policy::Policy& policy) {
  for (const PersonName& name : command.consult) {
    const auto person = policy.find_person(name.text());
    if (person && is_of_a_party(policy, *person)) {
      if (may_read(category, name, policy)) continue;
      return refuse(
          RefusalKind::NotAReader, "decision/consult",
          fmt::format("`{}` is confidential, and {} may not read it", category.text(), spoken_person(policy, name)));
    }
    return refuse(
        RefusalKind::UnknownPerson, "decision/consult",
        person ? fmt::format("`{}` is a vendor's: only people of the client or a provider are asked", name.text())
               : fmt::format("the agreement has no person `{}`", name.text()));
  }
  return std::nullopt;
}

// What is renewed must be a decision of the same kind whose outcome still stands, or lapsed.
std::optional<Refusal> check_renewed(const NewDecision& command, const Circumstances& circumstances) {
  if (!command.renews) return std::nullopt;
  const auto& past = circumstances.renews;
  if (!past) return bad_decision("decision/renews", "there is no such decision");
  if (past->kind != command.kind) {
    return bad_decision("decision/renews", fmt::format("that decision was of the kind `{}`", past->kind.text()));
  }
  if (past->standing == DecisionStanding::Decided || past->standing == DecisionStanding::Lapsed) return std::nullopt;
  return bad_decision("decision/renews", past->standing == DecisionStanding::Replaced
                                             ? "another decision has taken its place already"
                                             : "that was not decided: there is nothing to renew");
}

// Until when: as agreed, or earlier where the asker says so.
std::variant<std::optional<base::Instant>, Refusal> deadline_of(const NewDecision& command,
                                                                const policy::DecisionKind& kind,
                                                                const Circumstances& circumstances) {
  std::optional<base::Instant> agreed;
  if (kind.within) agreed = policy::end_of(*kind.within, circumstances.policy, circumstances.now);
  if (!command.deadline) return agreed;
  if (*command.deadline <= circumstances.now) return bad_decision("decision/deadline", "the deadline is in the past");
  if (agreed && *command.deadline > *agreed) {
    return bad_decision("decision/deadline",
                        fmt::format("`{}` is to be decided within {}: only an earlier deadline can "
                                    "be asked for",
                                    kind.name, kind.within->text));
  }
  return command.deadline;
}

// Every client, and the providers that have to do with it; all of them where none has. Of what is confidential those
// that somebody may read it of, where anybody may.
class Sides {
 public:
  // Borrows both.
  Sides(const policy::Policy& policy, const CategoryName& category) : policy_(policy), category_(category) {}

  void concern(const PersonName& person) { concern(party_of(person, policy_)); }
  void concern(PartyName party) { parties_.insert(std::move(party)); }
  [[nodiscard]] std::vector<PartyName> list() const {
    const bool any = std::ranges::any_of(policy_.spec().parties, [&](const policy::Party& party) {
      return party.kind == policy::PartyKind::Provider && parties_.contains(PartyName(party.name));
    });
    std::vector<PartyName> sides;
    for (std::uint32_t i = 0; i < policy_.spec().parties.size(); ++i) {
      const policy::Party& party = policy_.party({i});
      if (party.kind == policy::PartyKind::Vendor) continue;
      const PartyName name(party.name);
      if (party.kind == policy::PartyKind::Client || !any || parties_.contains(name)) sides.push_back(name);
    }
    return read_by_somebody(std::move(sides));
  }

 private:
  [[nodiscard]] std::vector<PartyName> read_by_somebody(std::vector<PartyName> sides) const {
    std::vector<PartyName> readers = sides;
    std::erase_if(readers, [&](const PartyName& side) {
      return !has_reader(category_, *policy_.find_party(side.text()), policy_);
    });
    return readers.empty() ? sides : readers;
  }

  const policy::Policy& policy_;
  const CategoryName& category_;
  std::set<PartyName> parties_;
};

std::vector<Told> asked_for_advice(const DecisionAsked& asked, const DecisionOpening& opening) {
  const policy::Policy& policy = opening.circumstances.policy;
  ToldList list(policy, opening.category, opening.circumstances.now);
  for (const PersonName& person : asked.heard) list.add(person, "must-be-heard");
  if (const auto index = policy.find_activity(opening.ownership.activity.text())) {
    const policy::Activity& activity = policy.activity(*index);
    for (const policy::TeamIndex team : activity.consulted_teams) list.add_speaker(team);
    for (const policy::PersonIndex person : activity.consulted_people) list.add(person, "consulted");
  }
  for (const PersonName& person : opening.command.consult) list.add(person, "asked");
  return std::move(list).take();
}

std::vector<Reason> reasons_of(const DecisionAsked& asked, const policy::DecisionKind& kind, const Ownership& ownership,
                               const policy::Policy& policy) {
  const PersonName named = name_in(kind.by, policy);
  const auto at_kind = [&](std::string text) {
    return Reason{.kind = "decision-kind", .text = std::move(text), .file = kind.at.file, .line = kind.at.line};
  };
  std::vector<Reason> reasons;
  if (asked.by.empty()) {
    reasons.push_back(at_kind(fmt::format("`{}` is decided by whoever is closest to the work", kind.name)));
    reasons.insert(reasons.end(), ownership.reasons.begin(), ownership.reasons.end());
  } else {
    reasons.push_back(at_kind(fmt::format("`{}` is {}'s to decide", kind.name, spoken_person(policy, named))));
  }
  if (asked.by != named) {
    reasons.push_back({.kind = "confidential",
                       .text = fmt::format("it is confidential, and {} may not read it: {} decides",
                                           spoken_person(policy, named), spoken_person(policy, asked.by)),
                       .file = {},
                       .line = 0});
  }
  if (asked.big) reasons.push_back(at_kind(fmt::format("`{}` is big: every side recommends first", kind.name)));
  if (!asked.heard.empty())
    reasons.push_back(at_kind(fmt::format("{} must be heard", spoken_people(policy, asked.heard))));
  return reasons;
}

// Whoever is named in it, or leads a team of the party; anybody of a party that has nobody so who may read it.
bool may_speak_for(const PartyName& side, const Case& given) {
  const DecisionAsked& asked = given.ticket.decision->asked;
  const policy::Policy& policy = given.policy();
  std::set<PersonName> voices{asked.by, asked.deadlock, decider_of(given.ticket)};
  for (const Told& one : asked.consulted) voices.insert(one.person);
  for (const policy::Team& team : policy.spec().teams) voices.insert(name_in(team.lead, policy));
  std::erase_if(voices, [&](const PersonName& voice) {
    return party_of(voice, policy) != side || !may_read(given.ticket.facts.category, voice, policy);
  });
  return voices.empty() || voices.contains(given.actor().person);
}

std::optional<Refusal> check_side(const PartyName& side, const Case& given) {
  const std::vector<PartyName> sides = sides_of(given.ticket, given.policy());
  if (std::ranges::find(sides, side) == sides.end()) {
    return refuse(RefusalKind::NotAMember, {},
                  fmt::format("the sides of this decision are {}: only their people recommend", spoken_names(sides)));
  }
  if (may_speak_for(side, given)) return std::nullopt;
  return refuse(RefusalKind::NotAMember, {},
                fmt::format("whoever was asked, and whoever leads a team, recommends for `{}`", side.text()));
}

// The recommendations in the order of the fold, with the one that is written now.
std::vector<Recommendation> with_recommendation(const DecisionRequest& decision, Recommendation written) {
  std::vector<Recommendation> all;
  for (const DecisionRequest::Sealed& one : decision.recommendations) all.push_back(one.recommendation);
  const auto same = std::ranges::find(all, written.side, &Recommendation::side);
  if (same == all.end()) {
    all.push_back(std::move(written));
  } else {
    *same = std::move(written);
  }
  return all;
}

}  // namespace

void ToldList::add(policy::PersonIndex person, std::string_view as) {
  tell_once(person, as, {.policy = policy_, .category = category_, .now = now_, .actor = actor_}, told_);
}
void ToldList::add(const PersonName& person, std::string_view as) {
  if (const auto index = policy_.find_person(person.text())) add(*index, as);
}
void ToldList::add_members(policy::TeamIndex team) {
  for (const policy::PersonIndex member : policy_.team(team).members) add(member, policy_.team(team).name);
}
void ToldList::add_speaker(policy::TeamIndex team) {
  if (policy_.team(team).lead.is_none()) return add_members(team);
  add(policy_.team(team).lead, policy_.team(team).name);
}
void ToldList::add(const std::vector<Told>& others) {
  for (const Told& one : others) add(one.person, one.as);
}

bool DecisionRequest::is_written_by(const PartyName& side) const {
  return std::ranges::any_of(recommendations, [&](const Sealed& one) { return one.recommendation.side == side; });
}

PersonName decider_of(const Ticket& ticket) {
  const DecisionRequest& decision = *ticket.decision;
  if (decision.passed_on && !decision.passed_on->to.empty()) return decision.passed_on->to;
  if (!decision.asked.by.empty()) return decision.asked.by;
  const Ownership& ownership = ticket.ownership;
  return ownership.owner.person.empty() ? ownership.accountable : ownership.owner.person;
}

DecisionStanding standing_of(const Ticket& ticket) {
  const DecisionRequest& decision = *ticket.decision;
  if (!decision.outcome) return is_open(ticket.state) ? DecisionStanding::Open : DecisionStanding::Dropped;
  if (decision.replaced_by) return DecisionStanding::Replaced;
  return decision.lapsed_at ? DecisionStanding::Lapsed : DecisionStanding::Decided;
}

Refusal bad_decision(std::string_view field, std::string message) {
  return refuse(RefusalKind::BadDecision, field, std::move(message));
}

std::optional<Refusal> must_be_undecided(const Ticket& ticket) {
  if (!ticket.decision) return refuse(RefusalKind::NoSuchDecision, {}, "the ticket is no decision");
  if (ticket.decision->outcome) {
    return refuse(RefusalKind::AlreadyDecided, {}, "it is decided: another decision that renews it may take its place");
  }
  return must_be_open(ticket);
}

std::vector<Told> concerned(const Case& given) {
  const DecisionAsked& asked = given.ticket.decision->asked;
  const policy::Policy& policy = given.policy();
  ToldList list(given.policy(), given.ticket.facts.category, given.now(), given.actor().person);
  list.add(decider_of(given.ticket), "decides");
  list.add(asked.by, "decides");
  list.add(asked.deadlock, "deadlock");
  list.add(given.ticket.decision->asked_by.person, "asked");
  list.add(asked.consulted);
  list.add(given.ticket.ownership.accountable, "accountable");
  if (const auto team = policy.find_team(given.ticket.ownership.owner.team.text())) list.add_speaker(*team);
  const policy::Activity& activity = policy.activity(activity_of(given.ticket, policy));
  for (const policy::TeamIndex team : activity.informed_teams) list.add_members(team);
  for (const policy::PersonIndex person : activity.informed_people) list.add(person, "informed");
  return std::move(list).take();
}

void open_recommendations(std::vector<Recommendation> all, const Case& given, Events& events) {
  const DecisionRequest& decision = *given.ticket.decision;
  const bool agreed =
      std::ranges::all_of(all, [&](const Recommendation& one) { return one.option == all.front().option; });
  std::vector<PartyName> without = decision.asked.sides;
  std::erase_if(
      without, [&](const PartyName& side) { return std::ranges::find(all, side, &Recommendation::side) != all.end(); });
  events.push_back(
      given.event(RecommendationsOpened{.recommendations = std::move(all), .without = std::move(without)}));
  const PersonName& deadlock = decision.asked.deadlock;
  if (agreed || deadlock.empty() || decider_of(given.ticket) == deadlock) return;
  const auto kind = given.policy().find_decision(decision.asked.kind.text());
  const policy::TextPlace at = kind ? given.policy().decision(*kind).at : policy::TextPlace{};
  events.push_back(given.event(DecisionPassedOn{.why = PassedOnBecause::Disagreement,
                                                .to = deadlock,
                                                .option = 0,
                                                .reason = {},
                                                .limit = {},
                                                .told = concerned(given),
                                                .file = at.file,
                                                .line = at.line}));
}

std::variant<DecisionAsked, Refusal> ask_decision(const DecisionOpening& opening) {
  const NewDecision& command = opening.command;
  const Circumstances& circumstances = opening.circumstances;
  const policy::Policy& policy = circumstances.policy;
  if (circumstances.actor.kind != ActorKind::Person) {
    return refuse(RefusalKind::NotAMember, {}, "only people of the client or a provider may ask for a decision");
  }
  const auto index = policy.find_decision(command.kind.text());
  if (!index) {
    return refuse(RefusalKind::UnknownDecision, "decision/kind",
                  fmt::format("the agreement has no kind of decision `{}`", command.kind.text()));
  }
  if (auto no = check_words(command)) return *std::move(no);
  if (auto no = check_people(command, opening.category, policy)) return *std::move(no);
  if (auto no = check_renewed(command, circumstances)) return *std::move(no);
  const policy::DecisionKind& kind = policy.decision(*index);
  auto deadline = deadline_of(command, kind, circumstances);
  if (auto* no = std::get_if<Refusal>(&deadline)) return std::move(*no);

  const auto says = [&](policy::PersonIndex person) {
    return reader_for(name_in(person, policy), opening.ownership.accountable, opening.category, policy,
                      circumstances.now);
  };
  DecisionAsked asked{.kind = command.kind,
                      .big = kind.big,
                      .question = command.question,
                      .options = command.options,
                      .evidence = command.evidence,
                      .deadline = std::get<std::optional<base::Instant>>(deadline),
                      .by = says(kind.by),
                      .deadlock = says(kind.deadlock),
                      .heard = {},
                      .consulted = {},
                      .sides = {},
                      .reasons = {},
                      .renews = command.renews ? std::optional(circumstances.renews->ref) : std::nullopt};
  // As `may` has it: what is done under it is held against these words.
  for (DecisionOption& option : asked.options) option.action = std::string(base::trimmed(option.action));
  for (const policy::PersonIndex person : kind.with) {
    if (may_read(opening.category, name_in(person, policy), policy)) asked.heard.push_back(name_in(person, policy));
  }
  asked.consulted = asked_for_advice(asked, opening);
  Sides sides(policy, opening.category);
  for (const PersonName& person : asked.heard) sides.concern(person);
  for (const PersonName& person : {asked.by, asked.deadlock, circumstances.actor.person}) sides.concern(person);
  sides.concern(opening.ownership.owner.party);
  asked.sides = sides.list();
  asked.reasons = reasons_of(asked, kind, opening.ownership, opening.circumstances.policy);
  return asked;
}

Decision decide_on(const GiveAdvice& command, const Case& given) {
  if (auto no = must_be_undecided(given.ticket)) return *std::move(no);
  const std::vector<Told>& asked = given.ticket.decision->asked.consulted;
  const bool is_asked = given.actor().kind == ActorKind::Person &&
                        std::ranges::find(asked, given.actor().person, &Told::person) != asked.end();
  if (!is_asked) return refuse(RefusalKind::NotAMember, {}, "only who was asked for advice gives it: write a note");
  if (auto no = check_text(command.text, "text", "the advice", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(AdviceGiven{.text = command.text})};
}

Decision decide_on(const Recommend& command, const Case& given) {
  if (auto no = must_be_undecided(given.ticket)) return *std::move(no);
  const DecisionRequest& decision = *given.ticket.decision;
  if (given.actor().kind != ActorKind::Person)
    return refuse(RefusalKind::NotAMember, {}, "only people of the client or a provider may recommend");
  const PartyName side = party_of(given.actor().person, given.policy());
  if (auto no = check_side(side, given)) return *std::move(no);
  if (decision.opened_at)
    return refuse(RefusalKind::NoChange, {}, "the recommendations are open: what was sealed stays as it was");
  if (command.option == 0 || command.option > decision.asked.options.size())
    return bad_decision("option", fmt::format("the options are numbered from 1 to {}", decision.asked.options.size()));
  if (auto no = check_text(command.text, "text", "the recommendation", kMaxText, Emptiness::Refused))
    return *std::move(no);
  TANDEM_ENSURE(command.salt.size() == kSaltLength);
  Events events{given.event(
      RecommendationSealed{.side = side, .option = command.option, .text = command.text, .salt = command.salt})};
  const std::vector<PartyName> sides = sides_of(given.ticket, given.policy());
  const bool all_in =
      std::ranges::all_of(sides, [&](const PartyName& one) { return one == side || decision.is_written_by(one); });
  if (!all_in) return events;
  open_recommendations(
      with_recommendation(
          decision, {.side = side, .person = given.actor().person, .option = command.option, .text = command.text}),
      given, events);
  return events;
}

Decision decide_on(const ReplaceDecision& command, const Case& given) {
  if (given.actor().kind != ActorKind::System) {
    return refuse(RefusalKind::NotAMember, {}, "a decision is replaced when another that names it is taken");
  }
  if (!given.ticket.decision) return refuse(RefusalKind::NoSuchDecision, {}, "the ticket is no decision");
  const DecisionRequest& decision = *given.ticket.decision;
  if (!decision.outcome) return refuse(RefusalKind::NotHeard, {}, "nothing is decided that could be replaced");
  if (decision.replaced_by) return refuse(RefusalKind::NoChange, {}, "another decision has taken its place already");
  Events events{given.event(DecisionReplaced{.by = command.by})};
  if (!is_open(given.ticket.state)) return events;
  withdraw_pending(given, events);
  settle_dispute(SettledBy::Resolution, given.ticket.ownership.owner.team, given, events);
  events.push_back(given.event(TicketResolved{.note = {}}));
  return events;
}

}  // namespace tandem::desk
