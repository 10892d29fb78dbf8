// What people are told, what requesters said, and macros, as the API tells them.
#pragma once

#include <span>
#include <string>

#include "app/macro_records.h"
#include "app/notices.h"
#include "app/ratings.h"

namespace tandem::wire {

// `prefix` is of the engagement's human numbers.
[[nodiscard]] std::string encode(const app::NoticePage& page, std::string_view prefix);
[[nodiscard]] std::string encode_unread(std::uint64_t unread);
[[nodiscard]] std::string encode(std::span<const app::MonthOfRatings> months);
[[nodiscard]] std::string encode(const app::MacroRecord& macro);
[[nodiscard]] std::string encode(std::span<const app::MacroRecord> macros);

}  // namespace tandem::wire
