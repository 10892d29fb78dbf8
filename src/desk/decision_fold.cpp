#include "desk/decision_fold.h"

namespace tandem::desk {
namespace {

// What is said of a decision that is still to be taken; else why it cannot be.
std::string undecided(const Ticket& ticket) {
  if (!ticket.decision) return "the ticket is no decision";
  if (ticket.decision->outcome) return "it is decided already";
  return is_open(ticket.state) ? std::string() : fmt::format("the ticket is {}", to_text(ticket.state));
}
std::string in_force(const Ticket& ticket) {
  if (!ticket.decision || !ticket.decision->outcome) return "nothing is decided";
  if (ticket.decision->replaced_by) return "another decision took its place";
  return {};
}
std::string holding(const Ticket& ticket) {
  if (auto wrong = in_force(ticket); !wrong.empty()) return wrong;
  return ticket.decision->lapsed_at ? "it lapsed already" : "";
}
std::string option_of(const DecisionRequest& decision, std::uint32_t option) {
  if (option >= 1 && option <= decision.asked.options.size()) return {};
  return fmt::format("there is no option {}", option);
}
bool is_a_side(const DecisionRequest& decision, const PartyName& party) {
  return std::ranges::find(decision.asked.sides, party) != decision.asked.sides.end();
}

// Whether another person, or nobody else, has the say on the ground on which it was passed on before: a reader in place
// of whoever had it, or where the kind has no `deadlock` whoever has it when the time is over. The limits bind them as
// that ground does.
bool is_in_same_place(const DecisionPassedOn& passed, const DecisionRequest& decision) {
  if (!decision.passed_on || decision.passed_on->to.empty() || passed.to.empty()) return false;
  if (passed.why == PassedOnBecause::Confidential) return true;
  return passed.why == PassedOnBecause::Deadline && decision.asked.deadlock.empty();
}

// Puts the value in the place of the one with the same key, or behind all.
template <class T, class Same>
void put(std::vector<T>& all, T value, Same same) {
  const auto found = std::ranges::find_if(all, same);
  if (found == all.end()) {
    all.push_back(std::move(value));
  } else {
    *found = std::move(value);
  }
}

}  // namespace

std::string fold_decision(Ticket& ticket, const Event& event, const DecisionAsked& asked) {
  if (ticket.facts.kind != TicketKind::Decision) return "the ticket is no decision";
  if (ticket.decision) return "what is to be decided was asked already";
  if (asked.options.empty() || asked.sides.empty()) return "there is nothing to decide";
  ticket.decision = DecisionRequest{.asked = asked,
                                    .asked_by = event.actor,
                                    .asked_at = event.at,
                                    .advice = {},
                                    .recommendations = {},
                                    .opened_at = {},
                                    .passed_on = {},
                                    .overdue = false,
                                    .outcome = {},
                                    .reminded_at = {},
                                    .lapsed_at = {},
                                    .replaced_by = {},
                                    .replaced_at = {},
                                    .uses = {}};
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const AdviceGiven& given) {
  if (auto wrong = undecided(ticket); !wrong.empty()) return wrong;
  const PersonName& person = event.actor.person;
  put(ticket.decision->advice, {.person = person, .at = event.at, .text = given.text},
      [&](const DecisionRequest::Advice& one) { return one.person == person; });
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const RecommendationSealed& written) {
  if (auto wrong = undecided(ticket); !wrong.empty()) return wrong;
  DecisionRequest& decision = *ticket.decision;
  if (decision.opened_at) return "the recommendations are open";
  if (!is_a_side(decision, written.side)) return fmt::format("`{}` is no side of it", written.side.text());
  if (auto wrong = option_of(decision, written.option); !wrong.empty()) return wrong;
  put(decision.recommendations,
      {.recommendation =
           {.side = written.side, .person = event.actor.person, .option = written.option, .text = written.text},
       .at = event.at},
      [&](const DecisionRequest::Sealed& one) { return one.recommendation.side == written.side; });
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const RecommendationsOpened& opened) {
  if (auto wrong = undecided(ticket); !wrong.empty()) return wrong;
  DecisionRequest& decision = *ticket.decision;
  if (decision.opened_at) return "the recommendations are open";
  for (const PartyName& side : decision.asked.sides) {
    const bool is_without = std::ranges::find(opened.without, side) != opened.without.end();
    if (decision.is_written_by(side) == is_without)
      return fmt::format("`{}` {} its recommendation", side.text(), is_without ? "has written" : "has not written");
  }
  const bool same = std::ranges::equal(decision.recommendations, opened.recommendations, {},
                                       &DecisionRequest::Sealed::recommendation);
  if (!same) return "what is opened is not what was sealed";
  decision.opened_at = event.at;
  return {};
}

std::string fold_decision(Ticket& ticket, const Event&, const DecisionPassedOn& passed) {
  if (auto wrong = undecided(ticket); !wrong.empty()) return wrong;
  DecisionRequest& decision = *ticket.decision;
  if (passed.why == PassedOnBecause::Deadline && decision.overdue) return "it is overdue already";
  if (passed.why == PassedOnBecause::Deadline) decision.overdue = true;
  if (is_in_same_place(passed, decision)) {
    decision.passed_on->to = passed.to;
  } else {
    decision.passed_on = passed;
  }
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const DecisionTaken& taken) {
  if (auto wrong = undecided(ticket); !wrong.empty()) return wrong;
  if (auto wrong = option_of(*ticket.decision, taken.option); !wrong.empty()) return wrong;
  if (taken.lapses_at.has_value() != taken.remind_at.has_value()) return "nobody would be reminded before it lapses";
  ticket.decision->outcome = DecisionRequest::Outcome{.taken = taken, .by = event.actor, .at = event.at};
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const LapseReminded&) {
  if (auto wrong = holding(ticket); !wrong.empty()) return wrong;
  if (ticket.decision->reminded_at) return "its owner was reminded already";
  ticket.decision->reminded_at = event.at;
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const DecisionLapsed&) {
  if (auto wrong = holding(ticket); !wrong.empty()) return wrong;
  ticket.decision->lapsed_at = event.at;
  return {};
}

std::string fold_decision(Ticket& ticket, const Event& event, const DecisionReplaced& replaced) {
  if (auto wrong = in_force(ticket); !wrong.empty()) return wrong;
  ticket.decision->replaced_by = replaced.by;
  ticket.decision->replaced_at = event.at;
  return {};
}

}  // namespace tandem::desk
