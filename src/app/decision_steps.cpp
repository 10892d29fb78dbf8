#include "app/decision_steps.h"

#include "base/check.h"
#include "crypto/crypto.h"
#include "desk/due.h"
#include "desk/evolve.h"

namespace tandem::app {

std::uint32_t rank_of(const desk::PriorityName& priority, const policy::Policy& policy) {
  const auto index = policy.find_priority(priority.text());
  return index ? index->value : static_cast<std::uint32_t>(policy.spec().targets.size());
}

desk::Command salted(const desk::Command& command) {
  const auto* recommend = std::get_if<desk::Recommend>(&command);
  if (recommend == nullptr) return command;
  desk::Recommend with_salt = *recommend;
  with_salt.salt = crypto::random_secret().reveal();
  return with_salt;
}

base::Result<std::optional<desk::PastDecision>> read_renewed(WriteTransaction& tx,
                                                             const desk::EngagementName& engagement,
                                                             const desk::OpenTicket& command,
                                                             const std::function<bool(const desk::Ticket&)>& hides) {
  if (!command.decision || !command.decision->renews) return std::nullopt;
  TANDEM_TRY(const auto ticket, tx.ticket(engagement, *command.decision->renews));
  if (!ticket || !ticket->decision || hides(*ticket)) return std::nullopt;
  return desk::PastDecision{.ref = {.ticket = ticket->id, .number = ticket->facts.number},
                            .kind = ticket->decision->asked.kind,
                            .standing = desk::standing_of(*ticket)};
}

base::Result<void> replace_renewed(desk::JointStep& step, desk::TicketId id, desk::Circumstances& circumstances) {
  const auto changed = step.changed();
  const auto taken = std::ranges::find_if(changed, [&](const desk::JointStep::Changed* one) {
    return one->ticket.id == id && std::ranges::any_of(one->events, [](const desk::Event& event) {
             return std::holds_alternative<desk::DecisionTaken>(event.data);
           });
  });
  if (taken == changed.end()) return {};
  const desk::Ticket& decision = (*taken)->ticket;
  if (!decision.decision->asked.renews) return {};
  const desk::TicketId renewed = decision.decision->asked.renews->ticket;
  TANDEM_TRY(const desk::Ticket* before, step.ticket(renewed));
  if (before == nullptr) return {};
  const desk::Actor actor = std::exchange(circumstances.actor, desk::system_actor());
  const auto done = step.decide(renewed, desk::ReplaceDecision{{.ticket = id, .number = decision.facts.number}});
  circumstances.actor = actor;
  if (!done) return std::unexpected(done.error());
  return {};  // also when it was refused: a third has taken its place already
}

std::vector<desk::Command> ways_to_decide(const desk::Ticket& ticket) {
  std::vector<desk::Command> ways;
  if (!ticket.decision) return ways;
  for (std::uint32_t option = 1; option <= ticket.decision->asked.options.size(); ++option) {
    desk::TakeDecision taken;
    taken.option = option;
    taken.reason = "?";
    ways.emplace_back(std::move(taken));
  }
  return ways;
}

}  // namespace tandem::app
