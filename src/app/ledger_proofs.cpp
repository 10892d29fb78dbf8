#include "app/ledger_proofs.h"

namespace tandem::app {
namespace {

ledger::NodeReader reader_of(Store& store, const desk::EngagementName& engagement) {
  return [&store, engagement](std::span<const ledger::NodeAt> nodes) { return store.ledger_nodes(engagement, nodes); };
}

base::Result<ledger::Head> head_of(Store& store, const desk::EngagementName& engagement, std::uint64_t size) {
  TANDEM_TRY(const auto root, ledger::root_at(size, reader_of(store, engagement)));
  return ledger::Head{.origin = ledger::origin_of(engagement.text()), .size = size, .root = root};
}

}  // namespace

base::Result<ledger::Head> current_head(Store& store, const desk::EngagementName& engagement) {
  TANDEM_TRY(const auto size, store.ledger_size(engagement));
  return head_of(store, engagement, size);
}

base::Result<ledger::Head> head_at(Store& store, const desk::EngagementName& engagement, std::uint64_t size) {
  TANDEM_TRY(const auto now, store.ledger_size(engagement));
  if (size > now) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("the ledger of `{}` has {} events, not {}", engagement.text(), now, size));
  }
  return head_of(store, engagement, size);
}

base::Result<EventProof> prove_event(Store& store, const desk::EngagementName& engagement, desk::TicketId ticket,
                                     std::uint32_t version, std::optional<std::uint64_t> size) {
  TANDEM_TRY(const auto row, store.ledger_leaf(engagement, ticket, version));
  if (!row || !row->event || row->hashes.empty())
    return base::fail(base::ErrorCode::NotFound, fmt::format("the ticket has no event {}", version));
  TANDEM_TRY(auto head, size ? head_at(store, engagement, *size) : current_head(store, engagement));
  if (row->leaf >= head.size) {
    return base::fail(
        base::ErrorCode::BadInput,
        fmt::format("the event is leaf {}: the ledger of size {} does not have it yet", row->leaf, head.size));
  }
  TANDEM_TRY(auto path, ledger::inclusion_proof(row->leaf, head.size, reader_of(store, engagement)));
  return EventProof{.leaf = row->leaf,
                    .event = *row->event,
                    .leaf_hash = row->hashes.front(),
                    .path = std::move(path),
                    .head = std::move(head)};
}

base::Result<GrowthProof> prove_growth(Store& store, const desk::EngagementName& engagement, std::uint64_t first,
                                       std::optional<std::uint64_t> second) {
  TANDEM_TRY(auto to, second ? head_at(store, engagement, *second) : current_head(store, engagement));
  if (first > to.size) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("a ledger of {} events cannot begin with one of {}", to.size, first));
  }
  TANDEM_TRY(auto from, head_at(store, engagement, first));
  TANDEM_TRY(auto path, ledger::consistency_proof(first, to.size, reader_of(store, engagement)));
  return GrowthProof{.first = std::move(from), .second = std::move(to), .path = std::move(path)};
}

}  // namespace tandem::app
