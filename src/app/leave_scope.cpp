#include "app/leave_scope.h"

namespace tandem::app {

Outcome<LeaveScope> enter_leave(const Author& author, const Engagements& engagements,
                                const desk::EngagementName& engagement, base::Instant now) {
  auto scope = enter_as(author, engagements, engagement, now);
  if (!scope) return std::unexpected(scope.error());
  return LeaveScope{*std::move(scope)};
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

}  // namespace tandem::app
