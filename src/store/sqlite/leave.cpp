#include "store/sqlite/leave.h"

#include "store/sqlite/registry.h"
#include "store/sqlite/signature.h"

namespace tandem::store::sqlite {
namespace {

void bind_maybe(Statement& statement, int parameter, const std::optional<base::Instant>& at) {
  at ? statement.bind(parameter, *at) : statement.bind_null(parameter);
}

std::optional<base::Instant> maybe_instant(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.instant(column));
}

app::LeaveRecord leave_of(const Statement& row) {
  app::LeaveRecord leave{.id = app::LeaveId(row.id(0)),
                         .engagement = desk::EngagementName(row.text(1)),
                         .person = desk::PersonName(row.text(2)),
                         .from = std::string(row.text(3)),
                         .to = std::string(row.text(4)),
                         .note = std::string(row.text(5)),
                         .feed = std::nullopt,
                         .recorded = signature_of(row, 8),
                         .removed = maybe_signature_of(row, 12),
                         .cover = row.is_null(16) ? std::nullopt : std::optional(desk::TicketId(row.id(16)))};
  if (!row.is_null(6)) leave.feed = {.feed = app::LeaveFeedId(row.id(6)), .event = std::string(row.text(7))};
  return leave;
}
constexpr std::string_view kLeaveColumns =
    "l.id, e.name, l.person, l.first, l.last, l.note, l.feed, l.feed_event, "
    "l.recorded_account, l.recorded_person, l.recorded_display, l.recorded_at, "
    "l.removed_account, l.removed_person, l.removed_display, l.removed_at, c.ticket";
constexpr std::string_view kLeaveTables =
    "leave l JOIN engagements e ON e.id = l.engagement LEFT JOIN leave_covers c ON c.leave = l.id";

app::LeaveFeedRecord feed_of(const Statement& row) {
  return {.id = app::LeaveFeedId(row.id(0)),
          .engagement = desk::EngagementName(row.text(1)),
          .person = desk::PersonName(row.text(2)),
          .url = std::string(row.text(3)),
          .label = std::string(row.text(4)),
          .added = signature_of(row, 5),
          .removed = maybe_signature_of(row, 9),
          .fetched_at = maybe_instant(row, 13),
          .etag = std::string(row.text(14)),
          .last_modified = std::string(row.text(15)),
          .error = std::string(row.text(16)),
          .error_since = maybe_instant(row, 17)};
}

app::CalendarKeyRecord key_of(const Statement& row) {
  return {.id = app::CalendarKeyId(row.id(0)),
          .secret = read_hash(row, 1),
          .account = app::AccountId(row.id(2)),
          .engagement = desk::EngagementName(row.text(3)),
          .label = std::string(row.text(4)),
          .created_at = row.instant(5)};
}
constexpr std::string_view kKeys =
    "SELECT k.id, k.secret, k.account, e.name, k.label, k.created_at FROM calendar_keys k "
    "JOIN engagements e ON e.id = k.engagement";

template <class T>
base::Result<std::vector<T>> all(Statement& statement, T (*read)(const Statement&)) {
  std::vector<T> values;
  for (;;) {
    TANDEM_TRY(const bool more, statement.step());
    if (!more) return values;
    values.push_back(read(statement));
  }
}

}  // namespace

base::Result<std::vector<app::LeaveRecord>> read_leave(Connection& connection, const desk::EngagementName& engagement,
                                                       app::LeaveHistory history) {
  static const std::string whole =
      fmt::format("SELECT {} FROM {} WHERE e.name = ? ORDER BY l.id", kLeaveColumns, kLeaveTables);
  static const std::string in_force = fmt::format(
      "SELECT {} FROM {} WHERE e.name = ? AND l.removed_at IS NULL ORDER BY l.id", kLeaveColumns, kLeaveTables);
  TANDEM_TRY(auto* row, connection.prepare(history == app::LeaveHistory::Whole ? whole : in_force));
  row->bind(1, engagement.text());
  return all(*row, leave_of);
}

// `last` is a day, a local time or RFC 3339: all begin with their day.
base::Result<std::vector<app::LeaveRecord>> read_leave_to_cover(Connection& connection,
                                                                const desk::EngagementName& engagement,
                                                                std::string_view since) {
  static const std::string select = fmt::format(
      "SELECT {} FROM {} LEFT JOIN tickets t ON t.engagement = c.engagement AND t.id = c.ticket "
      "WHERE e.name = ? AND ((l.removed_at IS NULL AND l.last >= ?) OR t.is_open = 1) ORDER BY l.id",
      kLeaveColumns, kLeaveTables);
  TANDEM_TRY(auto* row, connection.prepare(select));
  row->bind(1, engagement.text());
  row->bind(2, since);
  return all(*row, leave_of);
}

base::Result<std::optional<app::LeaveRecord>> find_leave(Connection& connection, const desk::EngagementName& engagement,
                                                         app::LeaveId leave) {
  static const std::string select =
      fmt::format("SELECT {} FROM {} WHERE l.id = ? AND e.name = ?", kLeaveColumns, kLeaveTables);
  TANDEM_TRY(auto* row, connection.prepare(select));
  row->bind_id(1, leave.bits());
  row->bind(2, engagement.text());
  TANDEM_TRY(auto found, all(*row, leave_of));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

base::Result<std::uint64_t> count_leave_changes(Connection& connection) {
  TANDEM_TRY(const auto count, connection.query_integer("SELECT count(*) + count(removed_at) FROM leave"));
  return static_cast<std::uint64_t>(count);
}

base::Result<std::optional<bool>> is_leave_removed(Connection& connection, std::int64_t engagement,
                                                   app::LeaveId leave) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT removed_at FROM leave WHERE id = ? AND engagement = ?"));
  row->bind_id(1, leave.bits());
  row->bind(2, engagement);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  const bool is_removed = !row->is_null(0);
  row->reset();
  return is_removed;
}

base::Result<void> insert_leave(Connection& connection, std::int64_t engagement, const app::LeaveRecord& leave) {
  TANDEM_TRY(auto* add,
             connection.prepare("INSERT INTO leave (id, engagement, person, first, last, note, feed, feed_event, "
                                "recorded_account, recorded_person, recorded_display, recorded_at, "
                                "removed_account, removed_person, removed_display, removed_at) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, leave.id.bits());
  add->bind(2, engagement);
  add->bind(3, leave.person.text());
  add->bind(4, leave.from);
  add->bind(5, leave.to);
  add->bind(6, leave.note);
  if (leave.feed) {
    add->bind_id(7, leave.feed->feed.bits());
    add->bind(8, leave.feed->event);
  } else {
    add->bind_null(7);
    add->bind_null(8);
  }
  bind_signature(*add, 9, leave.recorded);
  bind_maybe(*add, 13, leave.removed);
  return add->run();
}

base::Result<void> mark_leave_removed(Connection& connection, app::LeaveId leave, const app::Signature& removed) {
  TANDEM_TRY(auto* mark, connection.prepare("UPDATE leave SET removed_account = ?, removed_person = ?, "
                                            "removed_display = ?, removed_at = ? WHERE id = ?"));
  bind_signature(*mark, 1, removed);
  mark->bind_id(5, leave.bits());
  return mark->run();
}

base::Result<void> insert_leave_cover(Connection& connection, std::int64_t engagement, app::LeaveId leave,
                                      desk::TicketId cover) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO leave_covers (leave, engagement, ticket) VALUES (?, ?, ?)"));
  add->bind_id(1, leave.bits());
  add->bind(2, engagement);
  add->bind_id(3, cover.bits());
  return add->run();
}

base::Result<std::vector<app::LeaveFeedRecord>> read_leave_feeds(Connection& connection,
                                                                 const desk::EngagementName& engagement) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT f.id, e.name, f.person, f.url, f.label, "
                                           "f.added_account, f.added_person, f.added_display, f.added_at, "
                                           "f.removed_account, f.removed_person, f.removed_display, f.removed_at, "
                                           "f.fetched_at, f.etag, f.last_modified, f.error, f.error_since "
                                           "FROM leave_feeds f JOIN engagements e ON e.id = f.engagement "
                                           "WHERE e.name = ? ORDER BY f.id"));
  row->bind(1, engagement.text());
  return all(*row, feed_of);
}

base::Result<bool> has_leave_feed(Connection& connection, std::int64_t engagement, app::LeaveFeedId feed) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT 1 FROM leave_feeds WHERE id = ? AND engagement = ?"));
  row->bind_id(1, feed.bits());
  row->bind(2, engagement);
  TANDEM_TRY(const bool found, row->step());
  row->reset();
  return found;
}

base::Result<void> insert_leave_feed(Connection& connection, std::int64_t engagement,
                                     const app::LeaveFeedRecord& feed) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO leave_feeds (id, engagement, person, url, label, "
                                           "added_account, added_person, added_display, added_at, "
                                           "removed_account, removed_person, removed_display, removed_at, "
                                           "fetched_at, etag, last_modified, error, error_since) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, feed.id.bits());
  add->bind(2, engagement);
  add->bind(3, feed.person.text());
  add->bind(4, feed.url);
  add->bind(5, feed.label);
  bind_signature(*add, 6, feed.added);
  bind_maybe(*add, 10, feed.removed);
  bind_maybe(*add, 14, feed.fetched_at);
  add->bind(15, feed.etag);
  add->bind(16, feed.last_modified);
  add->bind(17, feed.error);
  bind_maybe(*add, 18, feed.error_since);
  return add->run();
}

base::Result<void> change_leave_feed(Connection& connection, const app::LeaveFeedRecord& feed) {
  TANDEM_TRY(auto* change,
             connection.prepare("UPDATE leave_feeds SET removed_account = ?, removed_person = ?, removed_display = ?, "
                                "removed_at = ?, fetched_at = ?, etag = ?, last_modified = ?, error = ?, "
                                "error_since = ? WHERE id = ?"));
  bind_maybe(*change, 1, feed.removed);
  bind_maybe(*change, 5, feed.fetched_at);
  change->bind(6, feed.etag);
  change->bind(7, feed.last_modified);
  change->bind(8, feed.error);
  bind_maybe(*change, 9, feed.error_since);
  change->bind_id(10, feed.id.bits());
  return change->run();
}

base::Result<std::optional<app::CalendarKeyRecord>> find_calendar_key(Connection& connection,
                                                                      const app::SecretHash& secret) {
  static const std::string sql = fmt::format("{} WHERE k.secret = ?", kKeys);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  bind_hash(*row, 1, secret);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  std::optional<app::CalendarKeyRecord> key(key_of(*row));
  row->reset();
  return key;
}

base::Result<std::vector<app::CalendarKeyRecord>> read_calendar_keys(Connection& connection, app::AccountId account) {
  static const std::string sql = fmt::format("{} WHERE k.account = ? ORDER BY k.id", kKeys);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind_id(1, account.bits());
  return all(*row, key_of);
}

base::Result<void> insert_calendar_key(Connection& connection, std::int64_t engagement,
                                       const app::CalendarKeyRecord& key) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO calendar_keys (id, secret, account, engagement, label, "
                                           "created_at) VALUES (?, ?, ?, ?, ?, ?)"));
  add->bind_id(1, key.id.bits());
  bind_hash(*add, 2, key.secret);
  add->bind_id(3, key.account.bits());
  add->bind(4, engagement);
  add->bind(5, key.label);
  add->bind(6, key.created_at);
  return add->run();
}

}  // namespace tandem::store::sqlite
