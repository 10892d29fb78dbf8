// The tables that are made from events: how a ticket becomes rows, and rows an answer. The writer and rebuild() use the
// same function, so that they cannot differ.
#pragma once

#include <optional>
#include <span>

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// The row numbers of engagements never change and are small.
[[nodiscard]] base::Result<std::optional<std::int64_t>> find_engagement(Connection& connection,
                                                                        const desk::EngagementName& name);

// Brings every read table from before the events to after them. `after` is the fold up to the last of them; `known`
// tells whether the ticket had rows before.
enum class Known { No, Yes };
[[nodiscard]] base::Result<void> write_read_tables(Connection& connection, std::int64_t engagement,
                                                   const desk::Ticket& after, std::uint32_t priority_rank,
                                                   std::span<const desk::Event> events, Known known);

[[nodiscard]] base::Result<app::Load> read_load(Connection& connection, std::int64_t engagement);

[[nodiscard]] base::Result<app::Load> read_load_of(Connection& connection, std::int64_t engagement,
                                                   std::span<const desk::CategoryName> categories);
[[nodiscard]] base::Result<std::vector<app::RatingRow>> read_ratings(Connection& connection, std::int64_t engagement,
                                                                     const app::RatingQuery& query);

// The columns of `tickets` that read_row() wants, in its order.
inline constexpr std::string_view kRowColumns =
    "id, newness, staleness, version, subject, state, waiting_on, priority, priority_rank, category, site, party, "
    "team, person, accountable, gap, "
    "requester_name, requester_email, requester_vip, handoff_team, public_comments, opened_at, tags, watchers, "
    "kind, part_of, major_since, vendor, chase_at, unanswered_since, unanswered_name, unanswered_by, "
    "unanswered_asked, unanswered_count";
[[nodiscard]] app::QueueRow read_row(const Statement& row);

}  // namespace tandem::store::sqlite
