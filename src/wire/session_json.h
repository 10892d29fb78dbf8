// Who is signed in, and what they belong to.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/caller.h"
#include "wire/engagement_json.h"

namespace tandem::wire {

// `max_file_size`: of what is attached to tickets, in bytes. `record`: null for a caller with a token, who has neither
// an end nor a CSRF value.
[[nodiscard]] std::string encode_session(const app::Caller& caller, const app::SessionRecord* record,
                                         std::span<const EngagementSummary> engagements, std::uint64_t max_file_size);

}  // namespace tandem::wire
