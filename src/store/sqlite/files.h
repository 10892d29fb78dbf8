// The contents of files, and the rows that say which file has which.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "desk/event.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Brings the rows of one ticket from before the events to after them. `key`: of the ticket's row.
[[nodiscard]] base::Result<void> write_files(Connection& connection, std::int64_t engagement, std::int64_t key,
                                             std::span<const desk::Event> events);
// One line for each file that is there, in the order of the tickets' numbers.
[[nodiscard]] base::Result<std::string> dump_files(Connection& connection, std::int64_t engagement,
                                                   std::string_view name);

[[nodiscard]] base::Result<void> put_content(Connection& connection, std::int64_t engagement,
                                             const desk::ContentHash& hash, std::string_view content);
[[nodiscard]] base::Result<std::optional<std::string>> read_content(Connection& connection,
                                                                    const desk::EngagementName& engagement,
                                                                    const desk::ContentHash& hash);
// Takes the content away, and overwrites it, if no file has it any more.
[[nodiscard]] base::Result<void> drop_unused_content(Connection& connection, std::int64_t engagement,
                                                     const desk::ContentHash& hash);

}  // namespace tandem::store::sqlite
