#include "desk/asked_readers.h"

#include "desk/change_people.h"
#include "desk/confidential.h"
#include "desk/decision_rules.h"
#include "desk/major_audience.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

bool is_asked_for_a_decision(const Ticket& ticket) {
  return ticket.decision && !ticket.decision->outcome;
}

class Asked {
 public:
  // Borrows both. REQUIRES: somebody may read work of the ticket's category.
  Asked(Ticket& ticket, const policy::Policy& policy, base::Instant now)
      : ticket_(ticket), category_(ticket.facts.category), policy_(policy), now_(now) {}

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
    for (const policy::PersonIndex one : policy_.find_confidential(category_.text())->read) {
      if (!is_of_a_party(policy_, one) || !is_across(one, action.by.party)) continue;
      action.recorded.asked = PersonName(policy_.person(one).name);
      return;
    }
  }
  [[nodiscard]] bool is_across(policy::PersonIndex person, const PartyName& party) const {
    const auto index = policy_.find_party(party.text());
    const auto is_client = [&](policy::PartyIndex one) { return policy_.party(one).kind == policy::PartyKind::Client; };
    return index && is_client(*index) != is_client(policy_.person(person).party);
  }

  Ticket& ticket_;
  const CategoryName& category_;
  const policy::Policy& policy_;
  base::Instant now_;
};

bool has_reader_for(const MajorPost& post, const CategoryName& category, const policy::Policy& policy) {
  if (!post.person.empty()) return may_read(category, post.person, policy);
  const auto team = policy.find_team(post.team.text());
  return team && has_reader(category, *team, policy);
}

// Who has a part in it that they may not know of gives it to who answers for the work.
void give_parts_to_readers(const CategoryName& category, const PersonName& accountable, const Case& given,
                           Events& events) {
  for (const MajorPost& post : given.ticket.major->posts) {
    if (has_reader_for(post, category, given.policy())) continue;
    events.push_back(given.event(left_to_reader(post, category, accountable)));
  }
}

// Whoever is closest to the work has it, and so may read it.
void pass_say_to_reader(const CategoryName& category, const PersonName& accountable, const Case& given,
                        Events& events) {
  const DecisionRequest& decision = *given.ticket.decision;
  const bool is_passed = decision.passed_on && !decision.passed_on->to.empty();
  const PersonName& decider = is_passed ? decision.passed_on->to : decision.asked.by;
  if (decider.empty() || may_read(category, decider, given.policy())) return;
  ToldList told(given.policy(), category, given.now());
  told.add(accountable, "decides");
  events.push_back(given.event(DecisionPassedOn{.why = PassedOnBecause::Confidential,
                                                .to = accountable,
                                                .option = 0,
                                                .reason = {},
                                                .limit = {},
                                                .told = std::move(told).take(),
                                                .file = {},
                                                .line = 0}));
}

}  // namespace

std::optional<Ticket> asking_readers(const Ticket& ticket, const policy::Policy& policy, base::Instant now) {
  const auto* rule = policy.find_confidential(ticket.facts.category.text());
  if (rule == nullptr || rule->read.empty()) return std::nullopt;
  if (!is_asked_for_a_decision(ticket) && !ticket.change && ticket.actions.empty()) return std::nullopt;
  std::optional<Ticket> asking = ticket;
  Asked(*asking, policy, now).leave_to_readers();
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
  if (is_asked_for_a_decision(given.ticket)) pass_say_to_reader(category, accountable, given, events);
}

}  // namespace tandem::desk
