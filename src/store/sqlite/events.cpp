#include "store/sqlite/events.h"

#include "desk/evolve.h"
#include "record/event_record.h"
#include "store/sqlite/read_tables.h"

namespace tandem::store::sqlite {

base::Result<std::vector<app::StoredEvent>> read_history(Connection& connection, const desk::EngagementName& engagement,
                                                         desk::TicketId id) {
  std::vector<app::StoredEvent> events;
  if (id == app::kAgreementEvents) return events;
  TANDEM_TRY(const auto engagement_id, find_engagement(connection, engagement));
  if (!engagement_id) return events;
  TANDEM_TRY(auto* row,
             connection.prepare(
                 "SELECT position, version, data FROM events WHERE engagement = ? AND ticket = ? ORDER BY version"));
  row->bind(1, *engagement_id);
  row->bind_id(2, id.bits());
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return events;
    TANDEM_TRY(auto event, record::decode(row->text(2)));
    events.push_back({.position = static_cast<app::Position>(row->integer(0)),
                      .engagement = engagement,
                      .ticket = id,
                      .version = static_cast<std::uint32_t>(row->integer(1)),
                      .event = std::move(event)});
  }
}

base::Result<std::optional<desk::Ticket>> read_ticket(Connection& connection, std::int64_t engagement,
                                                      desk::TicketId id) {
  if (id == app::kAgreementEvents) return std::nullopt;
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT data FROM events WHERE engagement = ? AND ticket = ? ORDER BY version"));
  row->bind(1, engagement);
  row->bind_id(2, id.bits());
  std::optional<desk::Ticket> ticket;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return ticket;
    TANDEM_TRY(const auto event, record::decode(row->text(0)));
    if (ticket) {
      TANDEM_TRY_DONE(desk::evolve(*ticket, event));
    } else {
      TANDEM_TRY(ticket, desk::begin(id, event));
    }
  }
}

base::Result<app::Position> insert_event(Connection& connection, std::int64_t engagement, desk::TicketId id,
                                         std::uint32_t version, std::uint32_t priority_rank, std::string_view record) {
  TANDEM_TRY(auto* add,
             connection.prepare(
                 "INSERT INTO events (engagement, ticket, version, priority_rank, data) VALUES (?, ?, ?, ?, ?)"));
  add->bind(1, engagement);
  add->bind_id(2, id.bits());
  add->bind(3, static_cast<std::int64_t>(version));
  add->bind(4, static_cast<std::int64_t>(priority_rank));
  add->bind(5, record);
  TANDEM_TRY_DONE(add->run());
  return static_cast<app::Position>(connection.last_row());
}

}  // namespace tandem::store::sqlite
