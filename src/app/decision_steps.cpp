#include "app/decision_steps.h"

#include "base/check.h"
#include "crypto/crypto.h"
#include "desk/due.h"
#include "desk/evolve.h"

namespace tandem::app {

desk::Actor the_system() {
  return {.kind = desk::ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
}

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
                                                             const desk::OpenTicket& command) {
  if (!command.decision || !command.decision->renews) return std::nullopt;
  TANDEM_TRY(const auto ticket, tx.ticket(engagement, *command.decision->renews));
  if (!ticket || !ticket->decision) return std::nullopt;
  return desk::PastDecision{.ref = {.ticket = ticket->id, .number = ticket->facts.number},
                            .kind = ticket->decision->asked.kind,
                            .standing = desk::standing_of(*ticket)};
}

base::Result<void> replace_renewed(WriteTransaction& tx, const desk::EngagementName& engagement,
                                   const desk::Ticket& ticket, std::span<const desk::Event> events,
                                   desk::Circumstances circumstances) {
  const bool is_taken = std::ranges::any_of(
      events, [](const desk::Event& event) { return std::holds_alternative<desk::DecisionTaken>(event.data); });
  if (!is_taken || !ticket.decision->asked.renews) return {};
  TANDEM_TRY(auto before, tx.ticket(engagement, ticket.decision->asked.renews->ticket));
  if (!before) return {};
  circumstances.actor = the_system();
  const desk::ReplaceDecision command{{.ticket = ticket.id, .number = ticket.facts.number}};
  const auto decision = desk::decide(*before, command, circumstances);
  const auto* replaced = std::get_if<desk::Events>(&decision);
  if (replaced == nullptr) return {};  // a third has taken its place already
  for (const desk::Event& event : *replaced) TANDEM_ENSURE(desk::evolve(*before, event).has_value());
  const std::uint32_t rank = rank_of(before->facts.priority, circumstances.policy);
  TANDEM_TRY_DONE(tx.append(engagement, *before, rank, *replaced));
  return tx.set_due(engagement, before->id, desk::next_due(*before, circumstances));
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
