#include "store/sqlite/ledger.h"

#include "ledger/leaf.h"

namespace tandem::store::sqlite {
namespace {

constexpr std::size_t kHash = sizeof(ledger::Hash);

std::unexpected<base::Error> damaged(std::uint64_t leaf) {
  return base::fail(base::ErrorCode::Corrupt,
                    fmt::format("the ledger is damaged at leaf {}: `tandem ledger verify` tells what is wrong", leaf));
}

std::string to_blob(std::span<const ledger::Hash> hashes) {
  std::string blob;
  blob.reserve(hashes.size() * kHash);
  for (const ledger::Hash& hash : hashes) blob += ledger::bytes_of(hash);
  return blob;
}

ledger::Hash hash_at(std::string_view blob, std::size_t index) {
  ledger::Hash hash{};
  std::ranges::copy(blob.substr(index * kHash, kHash), hash.begin());
  return hash;
}

std::vector<ledger::Hash> from_blob(std::string_view blob) {
  std::vector<ledger::Hash> hashes;
  for (std::size_t i = 0; (i + 1) * kHash <= blob.size(); ++i) hashes.push_back(hash_at(blob, i));
  return hashes;
}

base::Result<ledger::Hash> read_node(Connection& connection, std::int64_t engagement, ledger::NodeAt node) {
  const std::uint64_t leaf = ledger::last_leaf(node);
  TANDEM_TRY(auto* row, connection.prepare("SELECT hashes FROM ledger WHERE engagement = ? AND leaf = ?"));
  row->bind(1, engagement);
  row->bind(2, static_cast<std::int64_t>(leaf));
  TANDEM_TRY(const bool found, row->step());
  if (!found) return damaged(leaf);
  const std::string_view blob = row->blob(0);
  const bool is_there = blob.size() == ledger::hashes_of_leaf(leaf) * kHash;
  const ledger::Hash hash = is_there ? hash_at(blob, node.level) : ledger::Hash{};
  row->reset();
  if (!is_there) return damaged(leaf);
  return hash;
}

base::Result<void> insert_leaf(Connection& connection, std::int64_t engagement, std::uint64_t leaf, app::Position event,
                               std::string_view hashes) {
  TANDEM_TRY(auto* add, connection.prepare("INSERT INTO ledger (engagement, leaf, event, hashes) VALUES (?, ?, ?, ?)"));
  add->bind(1, engagement);
  add->bind(2, static_cast<std::int64_t>(leaf));
  add->bind(3, static_cast<std::int64_t>(event));
  add->bind_blob(4, hashes);
  return add->run();
}

// Whether the leaf is there; Corrupt when it says something else.
base::Result<bool> holds(Connection& connection, std::int64_t engagement, std::uint64_t leaf, app::Position event,
                         std::string_view hashes) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT event, hashes FROM ledger WHERE engagement = ? AND leaf = ?"));
  row->bind(1, engagement);
  row->bind(2, static_cast<std::int64_t>(leaf));
  TANDEM_TRY(const bool found, row->step());
  if (!found) return false;
  const bool same = row->integer(0) == static_cast<std::int64_t>(event) && row->blob(1) == hashes;
  row->reset();
  if (!same) return damaged(leaf);
  return true;
}

base::Result<std::map<std::int64_t, desk::EngagementName>> names_of_engagements(Connection& connection) {
  std::map<std::int64_t, desk::EngagementName> names;
  TANDEM_TRY(auto* row, connection.prepare("SELECT id, name FROM engagements"));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return names;
    names.emplace(row->integer(0), desk::EngagementName(row->text(1)));
  }
}

// The columns `leaf, event, hashes, ticket, version, data`. What is stored may be anything: an audit reads it.
app::LedgerRow read_ledger_row(const Statement& row) {
  app::LedgerRow read{.leaf = static_cast<std::uint64_t>(row.integer(0)),
                      .position = static_cast<app::Position>(row.integer(1)),
                      .hashes = from_blob(row.blob(2)),
                      .event = std::nullopt};
  if (row.blob(3).size() == sizeof(base::IdBits)) {
    read.event = app::RecordedEvent{.ticket = desk::TicketId(row.id(3)),
                                    .version = static_cast<std::uint32_t>(row.integer(4)),
                                    .record = std::string(row.text(5))};
  }
  return read;
}

}  // namespace

base::Result<void> LedgerTails::append(Connection& connection, std::int64_t engagement, const Event& event) {
  auto tail = tails_.find(engagement);
  if (tail == tails_.end()) {
    TANDEM_TRY(const auto size, read_ledger_size(connection, engagement));
    TANDEM_TRY(auto hashes, read_ledger_nodes(connection, engagement, ledger::subtrees_of(size)));
    tail = tails_.emplace(engagement, ledger::Frontier(size, std::move(hashes))).first;
  }
  const std::uint64_t leaf = tail->second.size();
  const auto hashes = tail->second.append(ledger::leaf_hash(
      {.engagement = event.name.text(), .ticket = event.ticket, .version = event.version, .record = event.record}));
  return insert_leaf(connection, engagement, leaf, event.position, to_blob(hashes));
}

base::Result<std::uint64_t> read_ledger_size(Connection& connection, std::int64_t engagement) {
  TANDEM_TRY(auto* row, connection.prepare("SELECT leaf FROM ledger WHERE engagement = ? ORDER BY leaf DESC LIMIT 1"));
  row->bind(1, engagement);
  TANDEM_TRY(const bool found, row->step());
  const std::uint64_t size = found ? static_cast<std::uint64_t>(row->integer(0)) + 1 : 0;
  row->reset();
  return size;
}

base::Result<std::vector<ledger::Hash>> read_ledger_nodes(Connection& connection, std::int64_t engagement,
                                                          std::span<const ledger::NodeAt> nodes) {
  std::vector<ledger::Hash> hashes;
  for (const ledger::NodeAt node : nodes) {
    TANDEM_TRY(const auto hash, read_node(connection, engagement, node));
    hashes.push_back(hash);
  }
  return hashes;
}

// Leaves are in the order of their events, so that a search by halves finds one without an index for it.
base::Result<std::optional<app::LedgerRow>> find_ledger_leaf(Connection& connection, std::int64_t engagement,
                                                             desk::TicketId ticket, std::uint32_t version) {
  TANDEM_TRY(auto* event,
             connection.prepare("SELECT position FROM events WHERE engagement = ? AND ticket = ? AND version = ?"));
  event->bind(1, engagement);
  event->bind_id(2, ticket.bits());
  event->bind(3, static_cast<std::int64_t>(version));
  TANDEM_TRY(const bool is_there, event->step());
  if (!is_there) return std::nullopt;
  const std::int64_t position = event->integer(0);
  event->reset();
  TANDEM_TRY(std::uint64_t end, read_ledger_size(connection, engagement));
  for (std::uint64_t begin = 0; begin < end;) {
    const std::uint64_t middle = begin + (end - begin) / 2;
    TANDEM_TRY(const auto rows, read_ledger_rows(connection, engagement, middle, 1));
    if (rows.empty() || rows.front().leaf != middle) return damaged(middle);
    const auto at = static_cast<std::int64_t>(rows.front().position);
    if (at == position) return rows.front();
    if (at < position) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return base::fail(base::ErrorCode::Corrupt,
                    "the event has no leaf in the ledger: `tandem ledger verify` tells what is wrong");
}

base::Result<std::vector<app::LedgerRow>> read_ledger_rows(Connection& connection, std::int64_t engagement,
                                                           std::uint64_t from, std::size_t limit) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT l.leaf, l.event, l.hashes, v.ticket, v.version, v.data FROM ledger l "
                                "LEFT JOIN events v ON v.position = l.event AND v.engagement = l.engagement "
                                "WHERE l.engagement = ? AND l.leaf >= ? ORDER BY l.leaf LIMIT ?"));
  row->bind(1, engagement);
  row->bind(2, static_cast<std::int64_t>(std::min<std::uint64_t>(from, std::numeric_limits<std::int64_t>::max())));
  row->bind(3, static_cast<std::int64_t>(limit));
  std::vector<app::LedgerRow> rows;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return rows;
    rows.push_back(read_ledger_row(*row));
  }
}

base::Result<std::vector<app::StrayEvent>> read_stray_events(Connection& connection, std::int64_t engagement,
                                                             std::size_t limit) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT position, ticket, version FROM events WHERE engagement = ? AND position NOT IN "
                                "(SELECT event FROM ledger WHERE engagement = ?) ORDER BY position LIMIT ?"));
  row->bind(1, engagement);
  row->bind(2, engagement);
  row->bind(3, static_cast<std::int64_t>(limit));
  std::vector<app::StrayEvent> events;
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return events;
    const bool is_id = row->blob(1).size() == sizeof(base::IdBits);
    events.push_back({.position = static_cast<app::Position>(row->integer(0)),
                      .ticket = desk::TicketId(is_id ? row->id(1) : base::IdBits{}),
                      .version = static_cast<std::uint32_t>(row->integer(2))});
  }
}

base::Result<void> complete_ledgers(Connection& connection) {
  TANDEM_TRY(const auto names, names_of_engagements(connection));
  std::map<std::int64_t, ledger::Frontier> logs;
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT position, engagement, ticket, version, data FROM events ORDER BY position"));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) break;
    const std::int64_t engagement = row->integer(1);
    const auto position = static_cast<app::Position>(row->integer(0));
    ledger::Frontier& log = logs[engagement];
    const std::uint64_t leaf = log.size();
    const std::string hashes =
        to_blob(log.append(ledger::leaf_hash({.engagement = names.at(engagement).text(),
                                              .ticket = base::to_text(row->id(2)),
                                              .version = static_cast<std::uint32_t>(row->integer(3)),
                                              .record = row->text(4)})));
    TANDEM_TRY(const bool is_there, holds(connection, engagement, leaf, position, hashes));
    if (!is_there) TANDEM_TRY_DONE(insert_leaf(connection, engagement, leaf, position, hashes));
  }
  for (const auto& [engagement, name] : names) {
    TANDEM_TRY(const auto stored, read_ledger_size(connection, engagement));
    if (stored > logs[engagement].size()) return damaged(logs[engagement].size());
  }
  return {};
}

}  // namespace tandem::store::sqlite
