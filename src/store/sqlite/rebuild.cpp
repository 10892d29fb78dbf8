#include "store/sqlite/rebuild.h"

#include "app/queue_projection.h"
#include "desk/evolve.h"
#include "record/event_record.h"
#include "store/sqlite/changes.h"
#include "store/sqlite/decisions.h"
#include "store/sqlite/files.h"
#include "store/sqlite/ledger.h"
#include "store/sqlite/notices.h"
#include "store/sqlite/read_tables.h"

namespace tandem::store::sqlite {
namespace {

constexpr const char* kEmptyReadTables =
    "DELETE FROM ticket_words; DELETE FROM ratings; DELETE FROM external_keys; DELETE FROM workloads; "
    "DELETE FROM decisions; DELETE FROM files; DELETE FROM tickets; DELETE FROM changes;";

struct StoredTicket {
  std::int64_t engagement = 0;
  base::IdBits id;
};

// Tickets in the order of their first events: the order in which their rows were made, so that they get the same
// numbers.
base::Result<std::vector<StoredTicket>> tickets_in_order(Connection& connection) {
  std::vector<StoredTicket> tickets;
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT engagement, ticket FROM events WHERE version = 1 AND ticket <> zeroblob(16) "
                                "ORDER BY position"));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return tickets;
    tickets.push_back({.engagement = row->integer(0), .id = row->id(1)});
  }
}

base::Result<std::uint64_t> rebuild_ticket(Connection& connection, const StoredTicket& stored) {
  std::vector<desk::Event> events;
  std::uint32_t rank = 0;
  TANDEM_TRY(auto* row,
             connection.prepare(
                 "SELECT data, priority_rank FROM events WHERE engagement = ? AND ticket = ? ORDER BY version"));
  row->bind(1, stored.engagement);
  row->bind_id(2, stored.id);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) break;
    TANDEM_TRY(auto event, record::decode(row->text(0)));
    events.push_back(std::move(event));
    rank = static_cast<std::uint32_t>(row->integer(1));
  }
  TANDEM_TRY(const auto ticket, desk::replay(desk::TicketId(stored.id), events));
  TANDEM_TRY_DONE(write_read_tables(connection, stored.engagement, ticket, rank, events, Known::No));
  return events.size();
}

base::Result<std::uint64_t> rebuild_all(Connection& connection) {
  TANDEM_TRY_DONE(connection.execute(kEmptyReadTables));
  TANDEM_TRY(const auto tickets, tickets_in_order(connection));
  std::uint64_t events = 0;
  for (const StoredTicket& ticket : tickets) {
    TANDEM_TRY(const auto count, rebuild_ticket(connection, ticket));
    events += count;
  }
  // Those of agreements have no read tables.
  TANDEM_TRY(const auto of_agreements,
             connection.query_integer("SELECT count(*) FROM events WHERE ticket = zeroblob(16)"));
  events += static_cast<std::uint64_t>(of_agreements);
  TANDEM_TRY_DONE(complete_ledgers(connection));
  return events;
}

}  // namespace

base::Result<std::uint64_t> rebuild_read_tables(Connection& connection) {
  TANDEM_TRY_DONE(connection.run("BEGIN IMMEDIATE"));
  auto events = rebuild_all(connection);
  if (events) {
    TANDEM_TRY_DONE(connection.run("COMMIT"));
    return events;
  }
  if (connection.in_transaction()) TANDEM_TRY_DONE(connection.run("ROLLBACK"));
  return std::unexpected(std::move(events).error().within("making the read tables anew"));
}

base::Result<std::string> dump_read_tables(Connection& connection) {
  std::string dump;
  static const std::string rows = fmt::format(
      "SELECT {}, e.name, w.shared, w.internal, w.team FROM tickets t JOIN engagements e ON e.id = t.engagement "
      "JOIN ticket_words w ON w.rowid = t.key WHERE e.id = ? ORDER BY newness DESC",
      "t.id, t.newness, t.staleness, t.version, t.subject, t.state, t.waiting_on, t.priority, t.priority_rank, "
      "t.category, "
      "t.site, t.party, t.team, t.person, t.accountable, t.gap, t.requester_name, t.requester_email, t.requester_vip, "
      "t.handoff_team, t.public_comments, t.opened_at, t.tags, t.watchers, t.kind, t.part_of, t.major_since, "
      "t.vendor, t.chase_at, t.unanswered_since, t.unanswered_name, t.unanswered_by, t.unanswered_asked, "
      "t.unanswered_count");
  constexpr int kName = 34;
  std::vector<std::pair<std::int64_t, std::string>> engagements;
  TANDEM_TRY(auto* engagement, connection.prepare("SELECT id, name FROM engagements ORDER BY name"));
  for (;;) {
    TANDEM_TRY(const bool more, engagement->step());
    if (!more) break;
    engagements.emplace_back(engagement->integer(0), engagement->text(1));
  }
  for (const auto& [id, name] : engagements) {
    TANDEM_TRY(const auto log, read_all_decisions(connection, id));
    auto decision = log.begin();
    TANDEM_TRY(auto* row, connection.prepare(rows));
    row->bind(1, id);
    for (;;) {
      TANDEM_TRY(const bool more, row->step());
      if (!more) break;
      const app::QueueRow ticket = read_row(*row);
      dump += app::dump_line(desk::EngagementName(name), ticket);
      dump += fmt::format("{}|{}|words|{}|{}|{}\n", name, ticket.number, row->text(kName + 1), row->text(kName + 2),
                          row->text(kName + 3));
      if (decision != log.end() && decision->id == ticket.id)
        dump += app::dump_line(desk::EngagementName(name), *decision++);
    }
    TANDEM_TRY(
        auto* key,
        connection.prepare("SELECT system, key, ticket FROM external_keys WHERE engagement = ? ORDER BY system, key"));
    key->bind(1, id);
    for (;;) {
      TANDEM_TRY(const bool more, key->step());
      if (!more) break;
      dump += fmt::format("{}|external|{}|{}|{}\n", name, key->text(0), key->text(1), base::to_text(key->id(2)));
    }
    TANDEM_TRY(const auto files, dump_files(connection, id, name));
    dump += files;
    TANDEM_TRY(const auto changes, read_changes(connection, id, app::kAllTime, {}));
    for (const desk::ScheduledChange& change : changes) dump += app::dump_line(desk::EngagementName(name), change);
    TANDEM_TRY(const auto load, read_load(connection, id));
    for (const auto& [team, open] : load.open_by_team)
      dump += fmt::format("{}|load|team|{}|{}\n", name, team.text(), open);
    for (const auto& [person, open] : load.open_by_person)
      dump += fmt::format("{}|load|person|{}|{}\n", name, person.text(), open);
    TANDEM_TRY(const auto ratings, read_ratings(connection, id,
                                                {.engagement = desk::EngagementName(name),
                                                 .from = base::Instant::from_unix_us(0),
                                                 .hidden_categories = {}}));
    for (const app::RatingRow& rating : ratings) dump += app::dump_line(desk::EngagementName(name), rating);
    TANDEM_TRY(const auto notices, read_all_notices(connection, id, desk::EngagementName(name)));
    for (const app::NoticeRecord& notice : notices) dump += app::dump_line(notice);
    TANDEM_TRY(const auto size, read_ledger_size(connection, id));
    TANDEM_TRY(const auto root, ledger::root_at(size, [&, key = id](std::span<const ledger::NodeAt> nodes) {
                 return read_ledger_nodes(connection, key, nodes);
               }));
    if (size > 0) dump += fmt::format("{}|ledger|{}|{}\n", name, size, ledger::to_text(root));
  }
  return dump;
}

}  // namespace tandem::store::sqlite
