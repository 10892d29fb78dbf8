#include "store/sqlite/changes.h"

#include "base/check.h"
#include "desk/change_findings.h"
#include "store/sqlite/sql_text.h"

namespace tandem::store::sqlite {
namespace {

// The category is the ticket's own. The changes are walked first, whatever SQLite thinks of it.
constexpr std::string_view kSelect =
    "SELECT c.ticket, c.number, c.subject, c.kind, c.phase, c.risk, c.window_from, c.window_to, c.party, c.team, "
    "c.person, c.activity, c.decision, c.sites, c.asset_classes, c.assets, t.category FROM changes c "
    "CROSS JOIN tickets t ON t.engagement = c.engagement AND t.id = c.ticket WHERE c.engagement = ?";
constexpr std::string_view kInOrder = " ORDER BY c.window_from, c.number";

const std::string& text_of(const std::string& text) {
  return text;
}
template <class Tag>
const std::string& text_of(const base::Name<Tag>& name) {
  return name.text();
}

template <class Word>
std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += fmt::format("{}{}", text.empty() ? "" : "\n", text_of(word));
  return text;
}

template <class Word>
std::vector<Word> parted(std::string_view text) {
  std::vector<Word> words;
  if (text.empty()) return words;
  for (const auto part : std::views::split(text, '\n')) words.emplace_back(std::string_view(part.begin(), part.end()));
  return words;
}

template <class Enum>
Enum known(std::string_view word) {
  const auto value = desk::parse<Enum>(word);
  TANDEM_ENSURE(value.has_value());
  return *value;
}

desk::ScheduledChange read_change(const Statement& row) {
  return {.ticket = desk::TicketId(row.id(0)),
          .number = static_cast<std::uint64_t>(row.integer(1)),
          .subject = std::string(row.text(2)),
          .kind = known<desk::ChangeKind>(row.text(3)),
          .phase = known<desk::ChangePhase>(row.text(4)),
          .risk = known<desk::ChangeRisk>(row.text(5)),
          .from = row.instant(6),
          .to = row.instant(7),
          .owner = {.party = desk::PartyName(row.text(8)),
                    .team = desk::TeamName(row.text(9)),
                    .person = desk::PersonName(row.text(10))},
          .activity = desk::ActivityName(row.text(11)),
          .decision = desk::DecisionKindName(row.text(12)),
          .sites = parted<desk::SiteName>(row.text(13)),
          .asset_classes = parted<desk::AssetClassName>(row.text(14)),
          .assets = parted<std::string>(row.text(15)),
          .category = desk::CategoryName(row.text(16))};
}

base::Result<std::vector<desk::ScheduledChange>> read_all(Statement& row) {
  std::vector<desk::ScheduledChange> changes;
  for (;;) {
    TANDEM_TRY(const bool more, row.step());
    if (!more) return changes;
    changes.push_back(read_change(row));
  }
}

}  // namespace

base::Result<void> write_change(Connection& connection, std::int64_t engagement, const desk::Ticket& ticket) {
  if (!ticket.change) return {};
  const desk::ScheduledChange change = desk::scheduled_change(ticket);
  TANDEM_TRY(auto* put,
             connection.prepare(
                 "INSERT OR REPLACE INTO changes (engagement, is_live, ticket, number, subject, kind, phase, risk, "
                 "window_from, window_to, party, team, person, activity, decision, sites, asset_classes, assets) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  // Bound texts must outlive the run.
  const std::string sites = joined(change.sites);
  const std::string asset_classes = joined(change.asset_classes);
  const std::string assets = joined(change.assets);
  int at = 0;
  put->bind(++at, engagement);
  put->bind(++at, static_cast<std::int64_t>(desk::is_live(change.phase)));
  put->bind_id(++at, change.ticket.bits());
  put->bind(++at, static_cast<std::int64_t>(change.number));
  put->bind(++at, change.subject);
  put->bind(++at, desk::to_text(change.kind));
  put->bind(++at, desk::to_text(change.phase));
  put->bind(++at, desk::to_text(change.risk));
  put->bind(++at, change.from);
  put->bind(++at, change.to);
  put->bind(++at, change.owner.party.text());
  put->bind(++at, change.owner.team.text());
  put->bind(++at, change.owner.person.text());
  put->bind(++at, change.activity.text());
  put->bind(++at, change.decision.text());
  put->bind(++at, sites);
  put->bind(++at, asset_classes);
  put->bind(++at, assets);
  return put->run();
}

base::Result<std::vector<desk::ScheduledChange>> read_live_changes(Connection& connection, std::int64_t engagement) {
  static const std::string kQuery = fmt::format("{} AND c.is_live = 1{}", kSelect, kInOrder);
  TANDEM_TRY(auto* row, connection.prepare(kQuery));
  row->bind(1, engagement);
  return read_all(*row);
}

base::Result<std::vector<desk::ScheduledChange>> read_changes(Connection& connection, std::int64_t engagement,
                                                              base::Interval between,
                                                              std::span<const desk::CategoryName> hidden_categories) {
  Sql sql;
  sql.add(kSelect, engagement);
  sql.add(" AND c.window_to > ?", between.from.unix_us());
  sql.add(" AND c.window_from < ?", between.to.unix_us());
  add_none_of(sql, "t.category", hidden_categories);
  sql.add(kInOrder);
  TANDEM_TRY(auto* row, connection.prepare(sql.text));
  sql.bind_to(*row);
  return read_all(*row);
}

}  // namespace tandem::store::sqlite
