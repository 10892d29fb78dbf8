// The events of the tickets that lived in a part of time, for reports.
#pragma once

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Two walks along an index, over what is open and over what was changed since; and one look-up for each ticket.
[[nodiscard]] base::Result<void> read_lives(Connection& connection, std::int64_t engagement,
                                            const app::LivesQuery& query, const app::TakeLife& take);

// The statement that finds the tickets, for tests that look at its plan.
[[nodiscard]] std::string lives_sql(const app::LivesQuery& query);

}  // namespace tandem::store::sqlite
