// The log of decisions as rows and as SQL.
#pragma once

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Brings the row of a decision to what the ticket is now; nothing for other tickets. `ticket_key` is the ticket's row.
[[nodiscard]] base::Result<void> write_decision(Connection& connection, std::int64_t engagement,
                                                std::int64_t ticket_key, const desk::Ticket& after);

[[nodiscard]] base::Result<app::DecisionPage> read_decisions(Connection& connection, const app::DecisionQuery& query);

// The statement for a query, for tests that look at its plan.
[[nodiscard]] std::string decisions_sql(const app::DecisionQuery& query);

// Every row of an engagement, the newest first.
[[nodiscard]] base::Result<std::vector<app::DecisionRow>> read_all_decisions(Connection& connection,
                                                                             std::int64_t engagement);

}  // namespace tandem::store::sqlite
