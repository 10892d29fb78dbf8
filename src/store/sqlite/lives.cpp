#include "store/sqlite/lives.h"

#include "record/event_record.h"
#include "store/sqlite/sql_text.h"

namespace tandem::store::sqlite {
namespace {

void add_rest(Sql& sql, const app::LivesQuery& query) {
  sql.add(" AND opened_at < ?", query.between.to.unix_us());
  add_none_of(sql, "category", query.hidden_categories);
}

Sql tickets_query(std::int64_t engagement, const app::LivesQuery& query) {
  Sql sql;
  constexpr std::string_view kTickets = "SELECT id FROM tickets INDEXED BY tickets_updated WHERE engagement = ?";
  sql.add(kTickets, engagement);
  sql.add(" AND is_open = 1");
  add_rest(sql, query);
  sql.add(" UNION ALL ");
  sql.add(kTickets, engagement);
  sql.add(" AND is_open = 0");
  sql.add(" AND staleness <= ?", -query.between.from.unix_us());
  add_rest(sql, query);
  return sql;
}

base::Result<void> read_events(Connection& connection, std::int64_t engagement, const base::IdBits& ticket,
                               std::vector<desk::Event>& events) {
  events.clear();
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT data FROM events WHERE engagement = ? AND ticket = ? ORDER BY version"));
  row->bind(1, engagement);
  row->bind_id(2, ticket);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return {};
    TANDEM_TRY(auto event, record::decode(row->text(0)));
    events.push_back(std::move(event));
  }
}

}  // namespace

base::Result<void> read_lives(Connection& connection, std::int64_t engagement, const app::LivesQuery& query,
                              const app::TakeLife& take) {
  const Sql sql = tickets_query(engagement, query);
  TANDEM_TRY(auto* ticket, connection.prepare(sql.text));
  sql.bind_to(*ticket);
  std::vector<desk::Event> events;
  for (;;) {
    TANDEM_TRY(const bool more, ticket->step());
    if (!more) return {};
    const base::IdBits id = ticket->id(0);
    TANDEM_TRY_DONE(read_events(connection, engagement, id, events));
    if (take(desk::TicketId(id), events)) continue;
    ticket->reset();
    return {};
  }
}

std::string lives_sql(const app::LivesQuery& query) {
  return tickets_query(1, query).text;
}

}  // namespace tandem::store::sqlite
