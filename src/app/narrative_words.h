// How people, tickets and times are named in the sentences of a history (narrative.h). Times are in the agreement's
// zone, and say so.
#pragma once

#include <string>
#include <vector>

#include "desk/event.h"
#include "policy/policy.h"

namespace tandem::app {

// "Ann and Bob"; nothing for nobody.
[[nodiscard]] std::string people_words(const std::vector<desk::PersonName>& people, const policy::Policy& policy);
// "; Ann and Bob are told", who is away marked; nothing where nobody is.
[[nodiscard]] std::string told_words(const std::vector<desk::Told>& told, const policy::Policy& policy);
[[nodiscard]] std::string told_words(const std::vector<desk::PersonName>& told, const policy::Policy& policy);
// "Ann and Bob are told", or "nobody is told".
[[nodiscard]] std::string reached_words(const std::vector<desk::Told>& told, const policy::Policy& policy);
// "#2", or what stands for it where whoever asks may not read it (hide_other()).
[[nodiscard]] std::string ticket_words(std::uint64_t number);
// "Fri 2026-12-25 03:00 (America/New_York)"
[[nodiscard]] std::string time_words(base::Instant at, const policy::Policy& policy);
// ": text", or nothing.
[[nodiscard]] std::string after_colon(const std::string& text);

}  // namespace tandem::app
