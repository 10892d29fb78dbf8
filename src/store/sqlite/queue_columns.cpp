#include "store/sqlite/queue_columns.h"

#include "app/queue_projection.h"
#include "store/sqlite/events.h"

namespace tandem::store::sqlite {
namespace {

struct KnownTicket {
  std::int64_t key = 0;
  std::int64_t engagement = 0;
  desk::TicketId id;
};

constexpr std::string_view kEveryTicket = "SELECT key, engagement, id FROM tickets ORDER BY key";
constexpr std::string_view kTicketsWithActions =
    "SELECT t.key, t.engagement, t.id FROM tickets t WHERE EXISTS (SELECT 1 FROM events e WHERE e.engagement = "
    "t.engagement AND e.ticket = t.id AND e.data LIKE '%\"kind\":\"action-recorded\"%') ORDER BY t.key";

base::Result<std::vector<KnownTicket>> known_tickets(Connection& connection, std::string_view select) {
  std::vector<KnownTicket> tickets;
  TANDEM_TRY(auto* row, connection.prepare(select));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return tickets;
    tickets.push_back({.key = row->integer(0), .engagement = row->integer(1), .id = desk::TicketId(row->id(2))});
  }
}

base::Result<void> fill(Connection& connection, std::int64_t key, const desk::Ticket& ticket) {
  const app::QueueRow row = app::queue_row(ticket, 0);
  const bool is_plain = row.kind == desk::TicketKind::Incident && !row.part_of && !row.major_since;
  if (is_plain) return {};  // as the columns say that are new
  TANDEM_TRY(auto* change,
             connection.prepare("UPDATE tickets SET kind = ?, part_of = ?, major_since = ?, vendor = ?, chase_at = ? "
                                "WHERE key = ?"));
  change->bind(1, desk::to_text(row.kind));
  row.part_of ? change->bind_id(2, row.part_of->bits()) : change->bind_null(2);
  row.major_since ? change->bind(3, *row.major_since) : change->bind_null(3);
  change->bind(4, row.vendor.text());
  row.chase_at ? change->bind(5, *row.chase_at) : change->bind_null(5);
  change->bind(6, key);
  return change->run();
}

base::Result<void> fill_unanswered(Connection& connection, std::int64_t key, const desk::Ticket& ticket) {
  const auto unanswered = app::unanswered_of(ticket);
  if (!unanswered) return {};
  TANDEM_TRY(auto* change,
             connection.prepare("UPDATE tickets SET unanswered_since = ?, unanswered_name = ?, unanswered_by = ?, "
                                "unanswered_asked = ?, unanswered_count = ? WHERE key = ?"));
  change->bind(1, unanswered->since);
  change->bind(2, unanswered->name);
  change->bind(3, unanswered->by);
  change->bind(4, unanswered->asked.text());
  change->bind(5, static_cast<std::int64_t>(unanswered->count));
  change->bind(6, key);
  return change->run();
}

}  // namespace

base::Result<void> fill_unanswered_actions(Connection& connection) {
  TANDEM_TRY(const auto tickets, known_tickets(connection, kTicketsWithActions));
  for (const KnownTicket& known : tickets) {
    TANDEM_TRY(const auto ticket, read_ticket(connection, known.engagement, known.id));
    if (ticket) TANDEM_TRY_DONE(fill_unanswered(connection, known.key, *ticket));
  }
  return {};
}

base::Result<void> fill_queue_columns(Connection& connection) {
  TANDEM_TRY(const auto tickets, known_tickets(connection, kEveryTicket));
  for (const KnownTicket& known : tickets) {
    TANDEM_TRY(const auto ticket, read_ticket(connection, known.engagement, known.id));
    if (ticket) TANDEM_TRY_DONE(fill(connection, known.key, *ticket));
  }
  return {};
}

}  // namespace tandem::store::sqlite
