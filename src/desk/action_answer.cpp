// The other side's answer to what was done without authority.
#include "desk/confidential.h"
#include "desk/done_action.h"
#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

bool is_the_clients(const PartyName& name, const policy::Policy& policy) {
  const auto party = policy.find_party(name.text());
  return party && policy.party(*party).kind == policy::PartyKind::Client;
}

// Whoever is asked; while they are away, or gone from the agreement, whoever leads a team of the same side, or answers
// for the work; of confidential work whoever of that side may read it. Never somebody of the side that did it.
std::optional<Refusal> may_answer(const DoneAction& done, const Case& given) {
  if (auto no = given.standing.must_belong("answer for the other side")) return no;
  const policy::Policy& policy = given.policy();
  const PersonName& actor = given.actor().person;
  const PersonName& asked = done.recorded.asked;
  if (given.actor().kind == ActorKind::Person && actor == asked) return std::nullopt;
  const auto index = policy.find_person(asked.text());
  const bool is_there = index && policy.is_present(*index, given.now());
  const auto person = policy.find_person(actor.text());
  const bool is_across = is_the_clients(given.actor().party, policy) != is_the_clients(done.by.party, policy);
  const bool leads =
      person && std::ranges::find(policy.spec().teams, *person, &policy::Team::lead) != policy.spec().teams.end();
  const bool stands_in =
      given.actor().kind == ActorKind::Person && !is_there && is_across &&
      (leads || actor == given.ticket.ownership.accountable || is_confidential(given.ticket.facts.category, policy));
  if (stands_in) return std::nullopt;
  return refuse(RefusalKind::NotADecider, {},
                asked.empty() ? std::string("whoever leads a team of the other side answers for it")
                              : fmt::format("{} answers for the other side", spoken_person(given.policy(), asked)));
}

}  // namespace

Decision decide_on(const AnswerAction& command, const Case& given) {
  const auto& actions = given.ticket.actions;
  if (command.action == 0 || command.action > actions.size())
    return refuse(RefusalKind::NoSuchAction, "action", fmt::format("the ticket has no action {}", command.action));
  const DoneAction& done = actions[command.action - 1];
  if (done.recorded.was_allowed())
    return refuse(RefusalKind::NoSuchAction, "action", "that was allowed: nobody has to answer for it");
  if (auto no = may_answer(done, given)) return *std::move(no);
  if (!done.is_open()) return refuse(RefusalKind::NoChange, "action", "it is acknowledged already");
  const bool disputes = command.answer == ActionAnswer::Dispute;
  if (disputes && done.answer) return refuse(RefusalKind::NoChange, "action", "it is disputed already");
  if (auto no = check_text(command.words, "words", "what you say", kMaxText,
                           disputes ? Emptiness::Refused : Emptiness::Allowed)) {
    return *std::move(no);
  }
  return Events{
      given.event(ActionAnswered{.action = command.action, .answer = command.answer, .words = command.words})};
}

std::string fold(Ticket& ticket, const Event& event, const ActionRecorded& recorded) {
  const auto next = ticket.actions.size() + 1;
  if (recorded.action != next) return fmt::format("action {} stands where action {} belongs", recorded.action, next);
  if (recorded.name.empty()) return "nobody says what was done";
  ticket.actions.push_back(
      {.recorded = recorded, .at = event.at, .by = event.actor, .version = ticket.version + 1, .answer = {}});
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const ActionAnswered& answered) {
  if (answered.action == 0 || answered.action > ticket.actions.size())
    return fmt::format("the ticket has no action {}", answered.action);
  DoneAction& done = ticket.actions[answered.action - 1];
  if (!done.is_open()) return "nobody has to answer for the action";
  done.answer =
      DoneAction::Answer{.answer = answered.answer, .words = answered.words, .at = event.at, .by = event.actor};
  return {};
}

}  // namespace tandem::desk
