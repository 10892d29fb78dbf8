#include "desk/decide.h"

#include "base/utf8.h"
#include "desk/asked_readers.h"
#include "desk/rules.h"

namespace tandem::desk {

Decision decide(const Ticket& ticket, const Command& command, const Circumstances& circumstances) {
  const auto asking = asking_readers(ticket, circumstances.policy, circumstances.now, circumstances.history);
  const Ticket& seen = asking ? *asking : ticket;
  const Case given{.ticket = seen, .circumstances = circumstances, .standing = Standing(seen, circumstances)};
  return std::visit([&](const auto& one) { return decide_on(one, given); }, command);
}

Refusal refuse(RefusalKind kind, std::string_view field, std::string message) {
  return {.kind = kind, .field = std::string(field), .message = std::move(message)};
}

std::optional<Refusal> must_be_open(const Ticket& ticket) {
  if (is_open(ticket.state)) return std::nullopt;
  return refuse(RefusalKind::NotOpen, {}, fmt::format("the ticket is {}: reopen it first", to_text(ticket.state)));
}

std::optional<Refusal> check_text(std::string_view text, std::string_view field, std::string_view what,
                                  std::size_t limit, Emptiness emptiness) {
  if (emptiness == Emptiness::Refused && text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return refuse(RefusalKind::EmptyText, field, fmt::format("{} is empty", what));
  }
  // Counting is needed only where the bytes could be too many.
  if (text.size() > limit) {
    const std::size_t length = base::count_code_points(text);
    if (length > limit) {
      return refuse(RefusalKind::TextTooLong, field,
                    fmt::format("{} has {} characters: at most {} are kept", what, length, limit));
    }
  }
  return std::nullopt;
}

void withdraw_pending(const Case& given, Events& events) {
  if (given.ticket.handoff) events.push_back(given.event(HandoffWithdrawn{.epoch = given.ticket.handoff->offer.epoch}));
}

}  // namespace tandem::desk
