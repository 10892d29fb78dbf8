// The columns that migrations give the queue, for the tickets that are there already. Each is a part of its migration
// for good: it writes the columns of that one and no others, whatever later migrations add.
#pragma once

#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// From the events, inside the caller's transaction.
// Migration 12: reads every ticket once.
[[nodiscard]] base::Result<void> fill_queue_columns(Connection& connection);
// Migration 13: reads the tickets on which something was done alone.
[[nodiscard]] base::Result<void> fill_unanswered_actions(Connection& connection);

}  // namespace tandem::store::sqlite
