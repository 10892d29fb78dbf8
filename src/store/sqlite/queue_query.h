// A queue as SQL. Whatever is asked is cut into parts that are each one walk along an index, already in the wanted
// order (every team by owner, every team by offer, open and closed apart), of which no more rows are read than a page
// holds; the parts are merged. A page of the urgent queue costs the same at a thousand tickets and at a million.
#pragma once

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] base::Result<app::QueuePage> read_queue(Connection& connection, const app::QueueQuery& query);

// What full-text search is asked for the words: those of the engagement that the searcher may find.
[[nodiscard]] std::string match_text(const app::QueueQuery& query, std::int64_t engagement,
                                     const std::vector<std::string>& words);

// The statement for a query, for tests that look at its plan.
[[nodiscard]] std::string queue_sql(const app::QueueQuery& query);

}  // namespace tandem::store::sqlite
