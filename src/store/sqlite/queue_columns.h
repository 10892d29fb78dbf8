// The columns that migration 12 gives the queue, for the tickets that are there already. It is a part of that migration
// for good: it writes these columns and no others, whatever later migrations add.
#pragma once

#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// From the events, inside the caller's transaction. Reads every ticket once.
[[nodiscard]] base::Result<void> fill_queue_columns(Connection& connection);

}  // namespace tandem::store::sqlite
