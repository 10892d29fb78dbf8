#include "store/sqlite/decisions.h"

#include "app/queue_projection.h"
#include "base/check.h"
#include "store/sqlite/queue_query.h"
#include "store/sqlite/read_tables.h"
#include "store/sqlite/sql_text.h"

namespace tandem::store::sqlite {
namespace {

// What read_decision_row() wants, in its order.
constexpr std::string_view kColumns =
    "t.id, t.newness, t.subject, d.kind, d.big, d.standing, d.overdue, d.decider, d.asked_at, d.deadline, "
    "d.decided_at, "
    "d.chosen, d.risk, d.treatment, d.exempt_from, d.exempt, d.owner, d.lapses_at, d.reminded, d.renews, d.replaced_by";

std::optional<base::Instant> maybe_instant(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

app::DecisionRow read_decision_row(const Statement& row) {
  const auto standing = desk::parse<desk::DecisionStanding>(row.text(5));
  TANDEM_ENSURE(standing.has_value());
  return {.id = desk::TicketId(row.id(0)),
          .number = static_cast<std::uint64_t>(-row.integer(1)),
          .subject = std::string(row.text(2)),
          .kind = desk::DecisionKindName(row.text(3)),
          .big = row.integer(4) != 0,
          .standing = *standing,
          .overdue = row.integer(6) != 0,
          .decider = desk::PersonName(row.text(7)),
          .asked_at = row.instant(8),
          .deadline = maybe_instant(row, 9),
          .decided_at = maybe_instant(row, 10),
          .chosen = std::string(row.text(11)),
          .risk = std::string(row.text(12)),
          .treatment = std::string(row.text(13)),
          .exempt_from = std::string(row.text(14)),
          .exempt = std::string(row.text(15)),
          .owner = desk::PersonName(row.text(16)),
          .lapses_at = maybe_instant(row, 17),
          .reminded = row.integer(18) != 0,
          .renews = static_cast<std::uint64_t>(row.integer(19)),
          .replaced_by = static_cast<std::uint64_t>(row.integer(20))};
}

void bind_maybe(Statement& statement, int parameter, std::optional<base::Instant> at) {
  at ? statement.bind(parameter, *at) : statement.bind_null(parameter);
}

// The log is small beside the tickets, and one walk along an index in the wanted order finds a page of it: everything
// else is looked at on the way.
Sql decisions_query(const app::DecisionQuery& query, std::int64_t engagement,
                    const std::optional<app::DecisionCursor>& after) {
  const bool by_lapse = query.order == app::DecisionOrder::Lapse;
  Sql sql;
  sql.add(fmt::format("SELECT {} FROM decisions d JOIN tickets t ON t.key = d.ticket WHERE d.engagement = ?", kColumns),
          engagement);
  if (by_lapse) sql.add(" AND d.lapses_at IS NOT NULL");
  add_none_of(sql, "t.category", query.hidden_categories);
  add_any_of(sql, "d.kind", query.kinds);
  if (!query.standings.empty()) {
    sql.add(" AND d.standing IN (");
    for (std::size_t i = 0; i < query.standings.size(); ++i)
      sql.add(i == 0 ? "?" : ", ?", std::string(desk::to_text(query.standings[i])));
    sql.add(")");
  }
  if (!query.decider.empty()) sql.add(" AND d.decider = ?", query.decider.text());
  if (!query.owner.empty()) sql.add(" AND d.owner = ?", query.owner.text());
  if (query.from) sql.add(" AND coalesce(d.decided_at, d.asked_at) >= ?", query.from->unix_us());
  if (query.to) sql.add(" AND coalesce(d.decided_at, d.asked_at) < ?", query.to->unix_us());
  if (query.lapses_before) sql.add(" AND d.lapses_at < ?", query.lapses_before->unix_us());
  if (query.holds == app::DecisionHolds::Risk) sql.add(" AND d.risk <> ''");
  if (query.holds == app::DecisionHolds::Exception) sql.add(" AND d.exempt_from <> ''");
  if (!query.search.empty()) {
    app::QueueQuery words;
    words.search = query.search;
    words.search_teams = query.search_teams;
    sql.add(" AND d.ticket IN (SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?)",
            match_text(words, engagement, app::search_words(query.search, app::kMaxQueryWords)));
  }
  if (after && by_lapse) {
    sql.add(" AND (d.lapses_at, d.newness) > (?", after->lapses_us);
    sql.add(", ?)", -static_cast<std::int64_t>(after->number));
  } else if (after) {
    sql.add(" AND d.newness > ?", -static_cast<std::int64_t>(after->number));
  }
  sql.add(fmt::format(" ORDER BY {} LIMIT ?", by_lapse ? "d.lapses_at, d.newness" : "d.newness"),
          static_cast<std::int64_t>(query.limit) + 1);
  return sql;
}

}  // namespace

base::Result<void> write_decision(Connection& connection, std::int64_t engagement, std::int64_t ticket_key,
                                  const desk::Ticket& after) {
  const auto row = app::decision_row(after);
  if (!row) return {};
  TANDEM_TRY(
      auto* put,
      connection.prepare(
          "INSERT OR REPLACE INTO decisions (ticket, engagement, newness, kind, big, standing, overdue, decider, "
          "asked_at, deadline, decided_at, chosen, risk, treatment, exempt_from, exempt, owner, lapses_at, "
          "reminded, renews, replaced_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  int at = 0;
  put->bind(++at, ticket_key);
  put->bind(++at, engagement);
  put->bind(++at, -static_cast<std::int64_t>(row->number));
  put->bind(++at, row->kind.text());
  put->bind(++at, static_cast<std::int64_t>(row->big));
  put->bind(++at, desk::to_text(row->standing));
  put->bind(++at, static_cast<std::int64_t>(row->overdue));
  put->bind(++at, row->decider.text());
  put->bind(++at, row->asked_at);
  bind_maybe(*put, ++at, row->deadline);
  bind_maybe(*put, ++at, row->decided_at);
  put->bind(++at, row->chosen);
  put->bind(++at, row->risk);
  put->bind(++at, row->treatment);
  put->bind(++at, row->exempt_from);
  put->bind(++at, row->exempt);
  put->bind(++at, row->owner.text());
  bind_maybe(*put, ++at, row->lapses_at);
  put->bind(++at, static_cast<std::int64_t>(row->reminded));
  put->bind(++at, static_cast<std::int64_t>(row->renews));
  put->bind(++at, static_cast<std::int64_t>(row->replaced_by));
  return put->run();
}

base::Result<app::DecisionPage> read_decisions(Connection& connection, const app::DecisionQuery& query) {
  std::optional<app::DecisionCursor> after;
  if (!query.after.empty()) {
    TANDEM_TRY(after, app::parse_cursor(query.after, query.order));
  }
  TANDEM_TRY(const auto engagement, find_engagement(connection, query.engagement));
  app::DecisionPage page;
  if (!engagement) return page;
  if (!query.search.empty() && app::search_words(query.search, app::kMaxQueryWords).empty()) return page;
  const Sql sql = decisions_query(query, *engagement, after);
  TANDEM_TRY(auto* row, connection.prepare(sql.text));
  sql.bind_to(*row);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return page;
    if (page.rows.size() == query.limit) {
      page.next = app::to_text(app::cursor_behind(page.rows.back(), query.order));
      row->reset();
      return page;
    }
    page.rows.push_back(read_decision_row(*row));
  }
}

std::string decisions_sql(const app::DecisionQuery& query) {
  std::optional<app::DecisionCursor> after;
  if (const auto parsed = app::parse_cursor(query.after, query.order)) after = *parsed;
  return decisions_query(query, 1, after).text;
}

base::Result<std::vector<app::DecisionRow>> read_all_decisions(Connection& connection, std::int64_t engagement) {
  std::vector<app::DecisionRow> rows;
  static const std::string kSql = fmt::format(
      "SELECT {} FROM decisions d JOIN tickets t ON t.key = d.ticket WHERE d.engagement = ? ORDER BY d.newness DESC",
      kColumns);
  TANDEM_TRY(auto* row, connection.prepare(kSql));
  row->bind(1, engagement);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return rows;
    rows.push_back(read_decision_row(*row));
  }
}

}  // namespace tandem::store::sqlite
