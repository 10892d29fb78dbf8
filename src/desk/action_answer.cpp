// The other side's answer to what was done without authority.
#include "desk/confidential.h"
#include "desk/done_action.h"
#include "desk/folds.h"
#include "desk/rules.h"
#include "desk/sides.h"

namespace tandem::desk {
namespace {

// Who is of the other side now.
std::vector<policy::PersonIndex> people_across(const DoneAction& done, const Case& given) {
  const policy::Policy& policy = given.policy();
  const bool by_client = was_done_by_client(done, policy, given.circumstances.history);
  std::vector<policy::PersonIndex> people;
  for (std::uint32_t i = 0; i < policy.spec().people.size(); ++i) {
    const policy::PersonIndex person{i};
    if (is_of_a_party(policy, person) && is_the_clients(person, policy) != by_client) people.push_back(person);
  }
  return people;
}

// Whoever is asked; while they are away, gone from the agreement or from their side, whoever leads a team of that side
// or answers for the work; where nobody of it leads, everybody of it, and of confidential work whoever of it reads it.
// Never somebody of the side that did it, as the sides are by the version in force.
std::optional<Refusal> may_answer(const DoneAction& done, const Case& given) {
  if (auto no = given.standing.must_belong("answer for the other side")) return no;
  const policy::Policy& policy = given.policy();
  const PersonName& asked = done.recorded.asked;
  const std::vector<policy::PersonIndex> across = people_across(done, given);
  const auto find_across = [&](const PersonName& name) {
    return std::ranges::find_if(across,
                                [&](policy::PersonIndex one) { return policy.person(one).name == name.text(); });
  };
  const auto leads = [&](policy::PersonIndex one) {
    return std::ranges::find(policy.spec().teams, one, &policy::Team::lead) != policy.spec().teams.end();
  };
  const auto asked_now = find_across(asked);
  const bool is_there = asked_now != across.end() && policy.is_present(*asked_now, given.now());
  const auto actor = given.actor().kind == ActorKind::Person ? find_across(given.actor().person) : across.end();
  if (actor != across.end()) {
    if (given.actor().person == asked) return std::nullopt;
    const bool may_stand_in = leads(*actor) || given.actor().person == given.ticket.ownership.accountable ||
                              std::ranges::none_of(across, leads) ||
                              is_confidential(given.ticket.facts.category, policy);
    if (!is_there && may_stand_in) return std::nullopt;
  }
  return refuse(RefusalKind::NotADecider, {},
                is_there ? fmt::format("{} answers for the other side", spoken_person(policy, asked))
                         : std::string("whoever leads a team of the other side answers for it"));
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
