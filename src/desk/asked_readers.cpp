#include "desk/asked_readers.h"

#include "desk/change_people.h"
#include "desk/confidential.h"
#include "desk/decision_rules.h"
#include "desk/major_audience.h"
#include "desk/rules.h"
#include "desk/sides.h"

namespace tandem::desk {
namespace {

bool is_asked_for_a_decision(const Ticket& ticket) {
  return ticket.decision && !ticket.decision->outcome;
}

class Asked {
 public:
  // Borrows all but the time. REQUIRES: somebody may read work of the ticket's category.
  Asked(Ticket& ticket, const policy::Policy& policy, base::Instant now, const AgreementHistory* history)
      : ticket_(ticket), category_(ticket.facts.category), policy_(policy), now_(now), history_(history) {}

  void leave_to_readers() {
    if (is_asked_for_a_decision(ticket_)) ask_about(ticket_.decision->asked);
    if (ticket_.change) ask_about(*ticket_.change);
    for (DoneAction& action : ticket_.actions) {
      if (action.is_open()) ask_about(action);
    }
  }

 private:
  [[nodiscard]] bool may(const PersonName& person) const { return may_read(category_, person, policy_); }

  void ask_about(DecisionAsked& asked) const {
    std::erase_if(asked.heard, [&](const PersonName& one) { return !may(one); });
    std::erase_if(asked.consulted, [&](const Told& one) { return !may(one.person); });
    asked.deadlock = reader_for(asked.deadlock, ticket_.ownership.accountable, category_, policy_, now_);
  }
  void ask_about(PlannedChange& change) const {
    std::erase_if(change.asked, [&](const Consulted& one) {
      return change.answer_of(one) == nullptr && !is_reader(one, category_, policy_);
    });
  }
  void ask_about(DoneAction& action) const {
    if (action.recorded.asked.empty() || may(action.recorded.asked)) return;
    action.recorded.asked = {};
    const bool by_client = was_done_by_client(action, policy_, history_);
    for (const policy::PersonIndex one : policy_.find_confidential(category_.text())->read) {
      if (!is_of_a_party(policy_, one) || is_the_clients(one, policy_) == by_client) continue;
      action.recorded.asked = PersonName(policy_.person(one).name);
      return;
    }
  }
  Ticket& ticket_;
  const CategoryName& category_;
  const policy::Policy& policy_;
  base::Instant now_;
  const AgreementHistory* history_;
};

// Who has a part in it that they may not know of gives it to who answers for the work.
void give_parts_to_readers(const CategoryName& category, const PersonName& accountable, const Case& given,
                           Events& events) {
  for (const MajorPost& post : given.ticket.major->posts) {
    if (has_reader(category, post, given.policy())) continue;
    events.push_back(given.event(left_to_reader(post, category, accountable)));
  }
}

// Whoever is closest to the work has it, and so may read it.
std::optional<DecisionPassedOn> say_of_reader(const CategoryName& category, const PersonName& accountable,
                                              const Case& given) {
  const DecisionRequest& decision = *given.ticket.decision;
  const bool is_passed = decision.passed_on && !decision.passed_on->to.empty();
  const PersonName& decider = is_passed ? decision.passed_on->to : decision.asked.by;
  if (decider.empty() || may_read(category, decider, given.policy())) return std::nullopt;
  ToldList told(given.policy(), category, given.now(), given.actor().person);
  told.add(accountable, "decides");
  return DecisionPassedOn{.why = PassedOnBecause::Confidential,
                          .to = accountable,
                          .option = 0,
                          .reason = {},
                          .limit = {},
                          .told = std::move(told).take(),
                          .file = {},
                          .line = 0};
}

// Where nobody of the sides that are silent may read it any more, what the others wrote waits for nobody. REQUIRES: the
// ticket is as it is from now on.
void open_without_the_silent(const Ticket& ticket, const Case& given, Events& events) {
  const DecisionRequest& decision = *ticket.decision;
  if (decision.opened_at || decision.recommendations.empty()) return;
  const bool all_have_written = std::ranges::all_of(
      sides_of(ticket, given.policy()), [&](const PartyName& side) { return decision.is_written_by(side); });
  if (!all_have_written) return;
  std::vector<Recommendation> all;
  for (const DecisionRequest::Sealed& one : decision.recommendations) all.push_back(one.recommendation);
  open_recommendations(
      std::move(all),
      {.ticket = ticket, .circumstances = given.circumstances, .standing = Standing(ticket, given.circumstances)},
      events);
}

void leave_decision_to_readers(const CategoryName& category, const PersonName& accountable, const Case& given,
                               Events& events) {
  Ticket next = given.ticket;
  next.facts.category = category;
  next.ownership.accountable = accountable;
  if (auto passed = say_of_reader(category, accountable, given)) {
    next.decision->passed_on = *passed;
    events.push_back(given.event(*std::move(passed)));
  }
  const auto asking = asking_readers(next, given.policy(), given.now(), given.circumstances.history);
  open_without_the_silent(asking ? *asking : next, given, events);
}

}  // namespace

std::optional<Ticket> asking_readers(const Ticket& ticket, const policy::Policy& policy, base::Instant now,
                                     const AgreementHistory* history) {
  const auto* rule = policy.find_confidential(ticket.facts.category.text());
  if (rule == nullptr || rule->read.empty()) return std::nullopt;
  if (!is_asked_for_a_decision(ticket) && !ticket.change && ticket.actions.empty()) return std::nullopt;
  std::optional<Ticket> asking = ticket;
  Asked(*asking, policy, now, history).leave_to_readers();
  return asking;
}

std::vector<PartyName> sides_of(const Ticket& ticket, const policy::Policy& policy) {
  const DecisionRequest& decision = *ticket.decision;
  std::vector<PartyName> sides = decision.asked.sides;
  std::erase_if(sides, [&](const PartyName& side) {
    const auto party = policy.find_party(side.text());
    return party && !decision.is_written_by(side) && !has_reader(ticket.facts.category, *party, policy);
  });
  return sides;
}

void ask_readers_instead(const CategoryName& category, const PersonName& accountable, const Case& given,
                         Events& events) {
  if (!is_confidential(category, given.policy()) || !may_read(category, accountable, given.policy())) return;
  if (given.ticket.major && given.ticket.major->is_on()) give_parts_to_readers(category, accountable, given, events);
  if (is_asked_for_a_decision(given.ticket)) leave_decision_to_readers(category, accountable, given, events);
}

}  // namespace tandem::desk
