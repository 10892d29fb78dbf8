// The ledger of an engagement: a leaf for each event, with the hashes of the subtrees that end with it.
#include "ledger/leaf.h"
#include "record/agreement_record.h"
#include "record/event_record.h"
#include "store/memory/memory_state.h"

namespace tandem::store::memory {
namespace {

app::RecordedEvent recorded(const app::StoredEvent& event) {
  return {.ticket = event.ticket, .version = event.version, .record = record::encode(event.event)};
}

app::RecordedEvent recorded(const app::StoredAgreementEvent& event) {
  return {.ticket = app::kAgreementEvents, .version = event.version, .record = record::encode(event.event)};
}

}  // namespace

void StoredEngagement::add_leaf(app::Position position, app::RecordedEvent event) {
  const std::uint64_t size = leaves.size();
  ledger::Frontier tail(size, nodes(ledger::subtrees_of(size)).value());
  auto hashes = tail.append(ledger::leaf_hash({.engagement = record.name.text(),
                                               .ticket = event.ticket.text(),
                                               .version = event.version,
                                               .record = event.record}));
  leaves.push_back({.leaf = size, .position = position, .hashes = std::move(hashes), .event = std::move(event)});
}

base::Result<void> StoredEngagement::make_ledger() {
  std::map<app::Position, app::RecordedEvent> events;
  for (const auto& [id, ticket] : tickets) {
    for (const app::StoredEvent& event : ticket.events) events.emplace(event.position, recorded(event));
  }
  for (const app::StoredAgreementEvent& event : life) events.emplace(event.position, recorded(event));
  const std::vector<app::LedgerRow> before = std::exchange(leaves, {});
  for (auto& [position, event] : events) add_leaf(position, std::move(event));
  if (std::ranges::equal(before, leaves, {}, &app::LedgerRow::hashes, &app::LedgerRow::hashes)) return {};
  return base::fail(base::ErrorCode::Corrupt, "the ledger says something else than the events");
}

base::Result<std::vector<ledger::Hash>> StoredEngagement::nodes(std::span<const ledger::NodeAt> wanted) const {
  std::vector<ledger::Hash> hashes;
  for (const ledger::NodeAt node : wanted) {
    if (ledger::last_leaf(node) >= leaves.size())
      return base::fail(base::ErrorCode::Corrupt, fmt::format("there is no leaf {}", ledger::last_leaf(node)));
    hashes.push_back(leaves[ledger::last_leaf(node)].hashes.at(node.level));
  }
  return hashes;
}

base::Result<std::uint64_t> MemoryStore::ledger_size(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? 0 : found->second.leaves.size();
}

base::Result<std::vector<ledger::Hash>> MemoryStore::ledger_nodes(const desk::EngagementName& engagement,
                                                                  std::span<const ledger::NodeAt> nodes) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  return found == state_->engagements.end() ? StoredEngagement().nodes(nodes) : found->second.nodes(nodes);
}

base::Result<std::optional<app::LedgerRow>> MemoryStore::ledger_leaf(const desk::EngagementName& engagement,
                                                                     desk::TicketId ticket, std::uint32_t version) {
  TANDEM_TRY(const auto rows, ledger_rows(engagement, 0, std::numeric_limits<std::size_t>::max()));
  for (const app::LedgerRow& row : rows) {
    if (row.event->ticket == ticket && row.event->version == version) return row;
  }
  return std::nullopt;
}

base::Result<std::vector<app::LedgerRow>> MemoryStore::ledger_rows(const desk::EngagementName& engagement,
                                                                   std::uint64_t from, std::size_t limit) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::LedgerRow> rows;
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return rows;
  const auto& all = found->second.leaves;
  for (std::uint64_t leaf = from; leaf < all.size() && rows.size() < limit; ++leaf) rows.push_back(all[leaf]);
  return rows;
}

// Every event gets its leaf where it is added.
base::Result<std::vector<app::StrayEvent>> MemoryStore::events_outside_ledger(const desk::EngagementName&,
                                                                              std::size_t) {
  return std::vector<app::StrayEvent>();
}

}  // namespace tandem::store::memory
