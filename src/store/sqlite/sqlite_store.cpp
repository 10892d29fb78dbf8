#include "store/sqlite/sqlite_store.h"

#include "record/event_record.h"
#include "store/sqlite/agreement_life.h"
#include "store/sqlite/changes.h"
#include "store/sqlite/decisions.h"
#include "store/sqlite/events.h"
#include "store/sqlite/files.h"
#include "store/sqlite/forms.h"
#include "store/sqlite/leave.h"
#include "store/sqlite/ledger.h"
#include "store/sqlite/lives.h"
#include "store/sqlite/macros.h"
#include "store/sqlite/notices.h"
#include "store/sqlite/queue_query.h"
#include "store/sqlite/read_tables.h"
#include "store/sqlite/rebuild.h"
#include "store/sqlite/registry.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/vips.h"

namespace tandem::store::sqlite {

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path, const SqliteOptions& options) {
  TANDEM_TRY(auto connection, Connection::open(path, Connection::Use::Write));
  TANDEM_TRY_DONE(migrate(connection, path));
  return std::unique_ptr<SqliteStore>(new SqliteStore(path, std::move(connection), options));
}

base::Result<void> SqliteStore::write(const Work& work) {
  return writer_.write(work);
}

base::Result<std::optional<desk::Ticket>> SqliteStore::ticket(const desk::EngagementName& engagement,
                                                              desk::TicketId id) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::nullopt;
  return read_ticket(*reader, *known, id);
}

base::Result<std::optional<desk::TicketId>> SqliteStore::find_number(const desk::EngagementName& engagement,
                                                                     std::uint64_t number) {
  if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::nullopt;
  TANDEM_TRY(auto* row, (*reader).prepare("SELECT id FROM tickets WHERE engagement = ? AND newness = ?"));
  row->bind(1, *known);
  row->bind(2, -static_cast<std::int64_t>(number));
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  const desk::TicketId id(row->id(0));
  row->reset();
  return id;
}

base::Result<std::vector<app::StoredEvent>> SqliteStore::history(const desk::EngagementName& engagement,
                                                                 desk::TicketId id) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_history(*reader, engagement, id);
}

base::Result<app::QueuePage> SqliteStore::queue(const app::QueueQuery& query) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_queue(*reader, query);
}

base::Result<app::DecisionPage> SqliteStore::decisions(const app::DecisionQuery& query) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_decisions(*reader, query);
}

base::Result<app::Load> SqliteStore::load(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return app::Load{};
  return read_load(*reader, *known);
}

base::Result<std::vector<desk::ScheduledChange>> SqliteStore::live_changes(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<desk::ScheduledChange>();
  return read_live_changes(*reader, *known);
}

base::Result<std::vector<desk::ScheduledChange>> SqliteStore::changes(
    const desk::EngagementName& engagement, base::Interval between,
    std::span<const desk::CategoryName> hidden_categories) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<desk::ScheduledChange>();
  return read_changes(*reader, *known, between, hidden_categories);
}

base::Result<app::Load> SqliteStore::load_of(const desk::EngagementName& engagement,
                                             std::span<const desk::CategoryName> categories) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return app::Load{};
  return read_load_of(*reader, *known, categories);
}

base::Result<std::vector<app::NoticeRecord>> SqliteStore::notices(const app::NoticeQuery& query) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, query.engagement));
  if (!known) return std::vector<app::NoticeRecord>();
  return read_notices(*reader, *known, query);
}

base::Result<std::vector<app::NoticeRecord>> SqliteStore::notices_of(const desk::EngagementName& engagement,
                                                                     desk::TicketId ticket, std::uint32_t version) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<app::NoticeRecord>();
  return read_notices_of(*reader, *known, engagement, ticket, version);
}

base::Result<std::uint64_t> SqliteStore::count_unread(const app::NoticeQuery& query) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, query.engagement));
  if (!known) return 0;
  return count_unread_notices(*reader, *known, query);
}

base::Result<std::vector<desk::TicketId>> SqliteStore::open_tickets(const desk::EngagementName& engagement,
                                                                    std::optional<desk::TicketId> after,
                                                                    std::size_t limit) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  std::vector<desk::TicketId> open;
  if (!known) return open;
  TANDEM_TRY(auto* row, (*reader).prepare("SELECT id FROM tickets WHERE engagement = ? AND id > ? AND is_open = 1 "
                                          "ORDER BY id LIMIT ?"));
  row->bind(1, *known);
  row->bind_id(2, after.value_or(desk::TicketId(base::IdBits{})).bits());  // no ticket has the id zero
  row->bind(3, static_cast<std::int64_t>(limit));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return open;
    open.emplace_back(row->id(0));
  }
}

base::Result<std::vector<app::RatingRow>> SqliteStore::ratings(const app::RatingQuery& query) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, query.engagement));
  if (!known) return std::vector<app::RatingRow>();
  return read_ratings(*reader, *known, query);
}

base::Result<void> SqliteStore::lives(const app::LivesQuery& query, const app::TakeLife& take) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, query.engagement));
  if (!known) return {};
  return read_lives(*reader, *known, query, take);
}

base::Result<std::vector<app::MacroRecord>> SqliteStore::macros(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<app::MacroRecord>();
  return read_macros(*reader, *known, engagement);
}

base::Result<std::vector<app::FormRecord>> SqliteStore::forms(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<app::FormRecord>();
  return read_forms(*reader, *known, engagement);
}

base::Result<std::vector<app::VipRecord>> SqliteStore::vips(const desk::EngagementName& engagement,
                                                            app::VipHistory history) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_vips(*reader, engagement, history);
}

base::Result<std::vector<app::StoredEvent>> SqliteStore::events_after(const desk::EngagementName& engagement,
                                                                      app::Position after, std::size_t limit) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(auto* row,
             (*reader).prepare("SELECT v.position, e.name, v.ticket, v.version, v.data FROM events v JOIN engagements "
                               "e ON e.id = v.engagement "
                               "WHERE v.position > ? AND (? = '' OR e.name = ?) AND v.ticket <> zeroblob(16) "
                               "ORDER BY v.position LIMIT ?"));
  row->bind(1, static_cast<std::int64_t>(std::min<app::Position>(after, std::numeric_limits<std::int64_t>::max())));
  row->bind(2, engagement.text());
  row->bind(3, engagement.text());
  row->bind(4, static_cast<std::int64_t>(limit));
  std::vector<app::StoredEvent> events;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return events;
    TANDEM_TRY(auto event, record::decode(row->text(4)));
    events.push_back({.position = static_cast<app::Position>(row->integer(0)),
                      .engagement = desk::EngagementName(row->text(1)),
                      .ticket = desk::TicketId(row->id(2)),
                      .version = static_cast<std::uint32_t>(row->integer(3)),
                      .event = std::move(event)});
  }
}

base::Result<app::Position> SqliteStore::last_position() {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto position, (*reader).query_integer("SELECT coalesce(max(position), 0) FROM events"));
  return static_cast<app::Position>(position);
}

base::Result<std::vector<app::DueTicket>> SqliteStore::due_until(base::Instant until, std::size_t limit) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(auto* row, (*reader).prepare("SELECT e.name, t.ticket, t.due_at FROM timers t "
                                          "JOIN engagements e ON e.id = t.engagement "
                                          "WHERE t.due_at <= ? ORDER BY t.due_at, e.name, t.ticket LIMIT ?"));
  row->bind(1, until);
  row->bind(2, static_cast<std::int64_t>(limit));
  std::vector<app::DueTicket> due;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return due;
    due.push_back({.engagement = desk::EngagementName(row->text(0)),
                   .ticket = desk::TicketId(row->id(1)),
                   .at = row->instant(2)});
  }
}

base::Result<std::optional<base::Instant>> SqliteStore::next_due() {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(auto* row, (*reader).prepare("SELECT min(due_at) FROM timers"));
  TANDEM_TRY(const bool found, row->step());
  const std::optional<base::Instant> due = found && !row->is_null(0) ? std::optional(row->instant(0)) : std::nullopt;
  row->reset();
  return due;
}

base::Result<std::vector<app::EngagementRecord>> SqliteStore::engagements() {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_engagements(*reader);
}
base::Result<std::vector<app::StoredAgreementEvent>> SqliteStore::agreement_events(
    const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_agreement_events(*reader, engagement);
}
base::Result<std::optional<std::string>> SqliteStore::agreement_text(const desk::EngagementName& engagement,
                                                                     const desk::TextHash& hash) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_agreement_text(*reader, engagement, hash);
}
base::Result<std::optional<std::string>> SqliteStore::content(const desk::EngagementName& engagement,
                                                              const desk::ContentHash& hash) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_content(*reader, engagement, hash);
}
base::Result<std::vector<app::AgreementVersion>> SqliteStore::agreements(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_agreements(*reader, engagement);
}
base::Result<std::optional<app::AccountRecord>> SqliteStore::account(app::AccountId id) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_account(*reader, id);
}
base::Result<std::optional<app::AccountRecord>> SqliteStore::find_account(std::string_view email) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return sqlite::find_account(*reader, email);
}
base::Result<std::vector<app::MembershipRecord>> SqliteStore::memberships(app::AccountId account) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_memberships(*reader, account);
}
base::Result<std::vector<app::MembershipRecord>> SqliteStore::members(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_members(*reader, engagement);
}
base::Result<std::optional<app::SessionRecord>> SqliteStore::session(const app::SecretHash& secret) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_session(*reader, secret);
}
base::Result<std::optional<app::TokenRecord>> SqliteStore::token(const app::SecretHash& secret) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_token(*reader, secret);
}
base::Result<std::vector<app::TokenRecord>> SqliteStore::tokens(app::AccountId account) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_tokens(*reader, account);
}

base::Result<std::vector<app::LeaveRecord>> SqliteStore::leave(const desk::EngagementName& engagement,
                                                               app::LeaveHistory history) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_leave(*reader, engagement, history);
}
base::Result<std::vector<app::LeaveRecord>> SqliteStore::leave_to_cover(const desk::EngagementName& engagement,
                                                                        std::string_view since) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_leave_to_cover(*reader, engagement, since);
}
base::Result<std::uint64_t> SqliteStore::leave_changes() {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return count_leave_changes(*reader);
}
base::Result<std::vector<app::LeaveFeedRecord>> SqliteStore::leave_feeds(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_leave_feeds(*reader, engagement);
}
base::Result<std::optional<app::CalendarKeyRecord>> SqliteStore::calendar_key(const app::SecretHash& secret) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return find_calendar_key(*reader, secret);
}
base::Result<std::vector<app::CalendarKeyRecord>> SqliteStore::calendar_keys(app::AccountId account) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return read_calendar_keys(*reader, account);
}

base::Result<std::uint64_t> SqliteStore::ledger_size(const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return 0;
  return read_ledger_size(*reader, *known);
}
base::Result<std::vector<ledger::Hash>> SqliteStore::ledger_nodes(const desk::EngagementName& engagement,
                                                                  std::span<const ledger::NodeAt> nodes) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  return read_ledger_nodes(*reader, known.value_or(0), nodes);
}
base::Result<std::optional<app::LedgerRow>> SqliteStore::ledger_leaf(const desk::EngagementName& engagement,
                                                                     desk::TicketId ticket, std::uint32_t version) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::nullopt;
  return find_ledger_leaf(*reader, *known, ticket, version);
}
base::Result<std::vector<app::LedgerRow>> SqliteStore::ledger_rows(const desk::EngagementName& engagement,
                                                                   std::uint64_t from, std::size_t limit) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<app::LedgerRow>();
  return read_ledger_rows(*reader, *known, from, limit);
}
base::Result<std::vector<app::StrayEvent>> SqliteStore::events_outside_ledger(const desk::EngagementName& engagement,
                                                                              std::size_t limit) {
  TANDEM_TRY(const auto reader, readers_.borrow());
  TANDEM_TRY(const auto known, find_engagement(*reader, engagement));
  if (!known) return std::vector<app::StrayEvent>();
  return read_stray_events(*reader, *known, limit);
}

void SqliteStore::observe(std::function<void(std::span<const app::Change>)> observer) {
  writer_.observe(std::move(observer));
}

base::Result<std::uint64_t> SqliteStore::rebuild() {
  std::uint64_t events = 0;
  TANDEM_TRY_DONE(writer_.exclusively([&](Connection& connection) -> base::Result<void> {
    TANDEM_TRY(events, rebuild_read_tables(connection));
    return {};
  }));
  return events;
}

base::Result<std::string> SqliteStore::dump_read_tables() {
  TANDEM_TRY(const auto reader, readers_.borrow());
  return sqlite::dump_read_tables(*reader);
}

}  // namespace tandem::store::sqlite
