#include "store/sqlite/notices.h"

#include "base/check.h"

namespace tandem::store::sqlite {
namespace {

constexpr std::string_view kPerson = "person:";
constexpr std::string_view kEmail = "email:";
constexpr std::string_view kColumns = "n.id, n.reader, n.ticket, n.version, n.kind, n.at, n.read_at";

std::string column_of(const desk::Reader& reader) {
  return reader.person.empty() ? fmt::format("{}{}", kEmail, reader.email)
                               : fmt::format("{}{}", kPerson, reader.person.text());
}

desk::Reader reader_of(std::string_view column) {
  if (column.starts_with(kPerson)) return {.person = desk::PersonName(column.substr(kPerson.size())), .email = {}};
  return {.person = {}, .email = std::string(column.substr(kEmail.size()))};
}

app::NoticeRecord record_of(const Statement& row, const desk::EngagementName& engagement) {
  const auto kind = desk::parse<desk::NoticeKind>(row.text(4));
  TANDEM_ENSURE(kind.has_value());
  return {
      .id = static_cast<std::uint64_t>(row.integer(0)),
      .engagement = engagement,
      .ticket = desk::TicketId(row.id(2)),
      .notice = {.to = reader_of(row.text(1)), .kind = *kind, .version = static_cast<std::uint32_t>(row.integer(3))},
      .at = row.instant(5),
      .read_at = row.is_null(6) ? std::nullopt : std::optional(row.instant(6))};
}

std::string marks(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

// What a reader may be told of, as SQL and its parameters. The texts live as long as this.
class Asked {
 public:
  Asked(std::int64_t engagement, const app::NoticeQuery& query) : engagement_(engagement) {
    for (const desk::Reader& reader : query.readers) texts_.push_back(column_of(reader));
    condition_ = fmt::format("n.engagement = ? AND n.reader IN ({})", marks(query.readers.size()));
    if (query.hides_agreement) condition_ += " AND n.ticket <> zeroblob(16)";
    if (!query.hidden_categories.empty()) {
      condition_ += fmt::format(
          " AND (n.ticket = zeroblob(16) OR EXISTS (SELECT 1 FROM tickets t WHERE t.engagement = n.engagement AND t.id "
          "= n.ticket AND (t.category "
          "NOT IN ({}) OR (? <> '' AND t.requester_email = ?))))",
          marks(query.hidden_categories.size()));
      for (const desk::CategoryName& category : query.hidden_categories) texts_.push_back(category.text());
      texts_.push_back(query.hidden_except_requester);
      texts_.push_back(query.hidden_except_requester);
    }
  }
  [[nodiscard]] const std::string& condition() const { return condition_; }
  // Returns the next parameter.
  int bind(Statement& statement) const {
    int at = 0;
    statement.bind(++at, engagement_);
    for (const std::string& text : texts_) statement.bind(++at, text);
    return at + 1;
  }

 private:
  std::int64_t engagement_;
  std::string condition_;
  std::vector<std::string> texts_;
};

}  // namespace

base::Result<void> insert_notices(Connection& connection, std::int64_t engagement, desk::TicketId ticket,
                                  base::Instant at, std::span<const desk::Notice> notices) {
  for (const desk::Notice& notice : notices) {
    const std::string reader = column_of(notice.to);
    TANDEM_TRY(auto* add,
               connection.prepare("INSERT INTO notices (engagement, reader, ticket, version, kind, at) VALUES "
                                  "(?, ?, ?, ?, ?, ?)"));
    add->bind(1, engagement);
    add->bind(2, reader);
    add->bind_id(3, ticket.bits());
    add->bind(4, static_cast<std::int64_t>(notice.version));
    add->bind(5, desk::to_text(notice.kind));
    add->bind(6, at);
    TANDEM_TRY_DONE(add->run());
  }
  return {};
}

base::Result<void> mark_notices_read(Connection& connection, std::int64_t engagement,
                                     std::span<const desk::Reader> readers, std::uint64_t first, std::uint64_t last,
                                     base::Instant at) {
  constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
  for (const desk::Reader& reader : readers) {
    const std::string column = column_of(reader);
    TANDEM_TRY(auto* mark, connection.prepare("UPDATE notices SET read_at = ? WHERE engagement = ? AND reader = ? AND "
                                              "read_at IS NULL AND id BETWEEN ? AND ?"));
    mark->bind(1, at);
    mark->bind(2, engagement);
    mark->bind(3, column);
    mark->bind(4, static_cast<std::int64_t>(std::min(first, kLargest)));
    mark->bind(5, static_cast<std::int64_t>(std::min(last, kLargest)));
    TANDEM_TRY_DONE(mark->run());
  }
  return {};
}

base::Result<void> forget_notices(Connection& connection, base::Instant until) {
  TANDEM_TRY(auto* drop, connection.prepare("DELETE FROM notices WHERE at <= ?"));
  drop->bind(1, until);
  return drop->run();
}

base::Result<std::vector<app::NoticeRecord>> read_notices(Connection& connection, std::int64_t engagement,
                                                          const app::NoticeQuery& query) {
  std::vector<app::NoticeRecord> records;
  if (query.readers.empty()) return records;
  const Asked asked(engagement, query);
  std::string sql = fmt::format("SELECT {} FROM notices n WHERE {}", kColumns, asked.condition());
  if (query.unread_only) sql += " AND n.read_at IS NULL";
  if (query.before > 0) sql += " AND n.id < ?";
  sql += " ORDER BY n.id DESC LIMIT ?";
  TANDEM_TRY(auto* row, connection.prepare(sql));
  int next = asked.bind(*row);
  constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
  if (query.before > 0) row->bind(next++, static_cast<std::int64_t>(std::min(query.before, kLargest)));
  row->bind(next, static_cast<std::int64_t>(query.limit));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return records;
    records.push_back(record_of(*row, query.engagement));
  }
}

base::Result<std::uint64_t> count_unread_notices(Connection& connection, std::int64_t engagement,
                                                 const app::NoticeQuery& query) {
  if (query.readers.empty()) return 0;
  const Asked asked(engagement, query);
  const std::string sql =
      fmt::format("SELECT count(*) FROM notices n WHERE {} AND n.read_at IS NULL", asked.condition());
  TANDEM_TRY(auto* row, connection.prepare(sql));
  asked.bind(*row);
  TANDEM_TRY(const bool found, row->step());
  const std::uint64_t count = found ? static_cast<std::uint64_t>(row->integer(0)) : 0;
  row->reset();
  return count;
}

base::Result<std::vector<app::NoticeRecord>> read_notices_of(Connection& connection, std::int64_t engagement,
                                                             const desk::EngagementName& name, desk::TicketId ticket,
                                                             std::uint32_t version) {
  static const std::string sql = fmt::format(
      "SELECT {} FROM notices n WHERE n.engagement = ? AND n.ticket = ? AND n.version = ? ORDER BY n.id", kColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind(1, engagement);
  row->bind_id(2, ticket.bits());
  row->bind(3, static_cast<std::int64_t>(version));
  std::vector<app::NoticeRecord> records;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return records;
    records.push_back(record_of(*row, name));
  }
}

base::Result<std::vector<app::NoticeRecord>> read_all_notices(Connection& connection, std::int64_t engagement,
                                                              const desk::EngagementName& name) {
  static const std::string sql = fmt::format("SELECT {} FROM notices n WHERE n.engagement = ? ORDER BY n.id", kColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind(1, engagement);
  std::vector<app::NoticeRecord> records;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return records;
    records.push_back(record_of(*row, name));
  }
}

}  // namespace tandem::store::sqlite
