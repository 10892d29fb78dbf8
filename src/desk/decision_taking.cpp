// Taking a decision: by whom, after whom, within which limits, until when.
#include "desk/asked_readers.h"
#include "desk/decision_rules.h"
#include "policy/term.h"

namespace tandem::desk {
namespace {

// Long before a long term ends, and not at once within a short one.
constexpr base::Duration kRemindAtMost = base::hours(24 * 14);

base::Instant remind_at(base::Instant now, base::Instant lapses_at) {
  return lapses_at - std::min(kRemindAtMost, (lapses_at - now) / 4);
}

std::optional<Refusal> check_decider(const Case& given) {
  const PersonName decider = decider_of(given.ticket);
  if (given.actor().kind == ActorKind::Person && given.actor().person == decider) return std::nullopt;
  return refuse(RefusalKind::NotADecider, {},
                fmt::format("{} has the say now", spoken_person(given.policy(), decider)));
}

// Whoever advised, or wrote a recommendation that all have read, was heard; and so was whoever decides.
bool was_heard(const PersonName& person, const DecisionRequest& decision, const Actor& decider) {
  const bool wrote =
      decision.opened_at && std::ranges::any_of(decision.recommendations, [&](const DecisionRequest::Sealed& one) {
        return one.recommendation.person == person;
      });
  return wrote || decider.person == person ||
         std::ranges::find(decision.advice, person, &DecisionRequest::Advice::person) != decision.advice.end();
}

// When the time is over, who was silent is waited for no longer.
std::optional<Refusal> check_heard(const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  if (decision.overdue) return std::nullopt;
  std::vector<PersonName> silent;
  for (const PersonName& person : decision.asked.heard) {
    if (!was_heard(person, decision, given.actor())) silent.push_back(person);
  }
  if (!silent.empty()) {
    return refuse(RefusalKind::NotHeard, {},
                  fmt::format("{} must be heard first, until the time is over", spoken_people(given.policy(), silent)));
  }
  if (!decision.asked.big || decision.opened_at) return std::nullopt;
  std::vector<PartyName> missing;
  for (const PartyName& side : sides_of(given.ticket, given.policy())) {
    if (!decision.is_written_by(side)) missing.push_back(side);
  }
  if (missing.empty()) return std::nullopt;  // the others may not read it any more
  return refuse(RefusalKind::NotHeard, {},
                fmt::format("{} must recommend first, until the time is over", spoken_names(missing)));
}

std::optional<Refusal> check_words(const TakeDecision& command, const DecisionRequest& decision) {
  if (command.option == 0 || command.option > decision.asked.options.size())
    return bad_decision("option", fmt::format("the options are numbered from 1 to {}", decision.asked.options.size()));
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return no;
  if (auto no = check_text(command.conditions, "conditions", "what is conditional", kMaxText, Emptiness::Allowed))
    return no;
  if (command.risk) {
    if (auto no = check_text(command.risk->what, "risk/what", "the risk", kMaxText, Emptiness::Refused)) return no;
    if (auto no = check_text(command.risk->treatment, "risk/treatment", "the treatment", kMaxText, Emptiness::Allowed))
      return no;
  }
  if (!command.exception) return std::nullopt;
  if (auto no = check_text(command.exception->policy, "exception/policy", "what it is an exception from", kMaxText,
                           Emptiness::Refused)) {
    return no;
  }
  return check_text(command.exception->scope, "exception/scope", "whom it is for", kMaxText, Emptiness::Allowed);
}

// A risk or an exception outlives the work, so only whom the agreement names allows it.
std::optional<Refusal> check_allowance(const TakeDecision& command, const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  if (!command.risk && !command.exception) return std::nullopt;
  const bool passed_on = decision.passed_on && !decision.passed_on->to.empty();
  if (!decision.asked.by.empty() || passed_on) return std::nullopt;
  return refuse(RefusalKind::AboveAuthority, {},
                fmt::format("the agreement names nobody who decides `{}`: risks are accepted and exceptions granted by "
                            "whom it names",
                            decision.asked.kind.text()));
}

std::optional<Refusal> check_owner(const TakeDecision& command, const Case& given) {
  const policy::Policy& policy = given.policy();
  if (command.owner.empty()) return std::nullopt;
  const auto person = policy.find_person(command.owner.text());
  if (person && is_of_a_party(policy, *person)) return must_have_reader({}, command.owner, "owner", given);
  return refuse(
      RefusalKind::UnknownPerson, "owner",
      person ? fmt::format("`{}` is a vendor's: a person of the client or a provider owns it", command.owner.text())
             : fmt::format("the agreement has no person `{}`", command.owner.text()));
}

// Until when it holds: as agreed for the kind, or shorter; nothing: for good.
std::variant<std::optional<base::Instant>, Refusal> lapse_of(const TakeDecision& command, const Case& given) {
  const policy::Policy& policy = given.policy();
  const DecisionKindName& name = given.ticket.decision->asked.kind;
  std::optional<base::Instant> agreed;
  const policy::DecisionKind* kind = nullptr;
  if (const auto index = policy.find_decision(name.text())) kind = &policy.decision(*index);
  if (kind != nullptr && kind->expires) agreed = policy::end_of(*kind->expires, policy, given.now());
  if (!command.until) {
    if (agreed || (!command.risk && !command.exception)) return agreed;
    return bad_decision("until", "a risk is accepted, and an exception granted, until a day: say until when");
  }
  if (*command.until <= given.now()) return bad_decision("until", "that is in the past");
  if (agreed && *command.until > *agreed) {
    return bad_decision(
        "until", fmt::format("`{}` is taken anew after {}: it cannot hold longer", name.text(), kind->expires->text));
  }
  return command.until;
}

Decision pass_on(const TakeDecision& command, const Excess& excess, const Case& given) {
  const PersonName above = authority_above(given);
  if (above.empty()) {
    return refuse(RefusalKind::AboveAuthority, {},
                  fmt::format("{}, and the agreement names nobody above", excess.words));
  }
  return Events{given.event(DecisionPassedOn{.why = PassedOnBecause::Authority,
                                             .to = above,
                                             .option = command.option,
                                             .reason = command.reason,
                                             .limit = excess.words,
                                             .told = concerned(given),
                                             .file = excess.at.file,
                                             .line = excess.at.line})};
}

}  // namespace

Decision decide_on(const TakeDecision& command, const Case& given) {
  if (auto no = must_be_undecided(given.ticket)) return *std::move(no);
  if (auto no = check_decider(given)) return *std::move(no);
  const DecisionRequest& decision = *given.ticket.decision;
  if (auto no = check_words(command, decision)) return *std::move(no);
  if (auto no = check_heard(given)) return *std::move(no);
  const DecisionOption& option = decision.asked.options[command.option - 1];
  if (const auto excess = excess_of(option, given)) return pass_on(command, *excess, given);
  if (auto no = check_allowance(command, given)) return *std::move(no);
  if (auto no = check_owner(command, given)) return *std::move(no);
  const auto lapse = lapse_of(command, given);
  if (const auto* no = std::get_if<Refusal>(&lapse)) return *no;
  const auto lapses_at = std::get<std::optional<base::Instant>>(lapse);

  Events events;
  withdraw_pending(given, events);
  settle_dispute(SettledBy::Resolution, given.ticket.ownership.owner.team, given, events);
  events.push_back(given.event(
      DecisionTaken{.option = command.option,
                    .reason = command.reason,
                    .conditions = command.conditions,
                    .owner = command.owner.empty() ? given.actor().person : command.owner,
                    .lapses_at = lapses_at,
                    .remind_at = lapses_at ? std::optional(remind_at(given.now(), *lapses_at)) : std::nullopt,
                    .risk = command.risk,
                    .exception = command.exception,
                    .told = concerned(given),
                    .agreement_version = given.policy().spec().version}));
  events.push_back(given.event(TicketResolved{.note = option.name}));
  return events;
}

}  // namespace tandem::desk
