// An author inside one engagement, and what they may do with its people's leave: what Leave and LeaveFeeds begin with.
#pragma once

#include <string>
#include <string_view>

#include "app/author.h"

namespace tandem::app {

struct LeaveScope : AuthorScope {
  [[nodiscard]] bool may_read() const { return membership == nullptr || may_read_calendar(*membership); }
  [[nodiscard]] bool may_record(const desk::PersonName& person) const {
    return membership == nullptr || may_record_leave(*membership, person, policy());
  }
  // Whether there is anybody at all whose leave they may record: others are told so before their words are looked at.
  [[nodiscard]] bool may_write() const { return membership == nullptr || membership->role == Role::Member; }
};

// NotFound for an engagement the author does not belong to.
[[nodiscard]] Outcome<LeaveScope> enter_leave(const Author& author, const Engagements& engagements,
                                              const desk::EngagementName& engagement, base::Instant now);

inline constexpr std::string_view kNotTheirLeave =
    "leave is recorded by the person themselves, or by whoever leads their team";
[[nodiscard]] bool is_one_line(std::string_view text);

}  // namespace tandem::app
