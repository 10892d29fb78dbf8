// Heads and proofs of the ledger of an engagement, read from a store. A log only grows, so that what is read in several
// steps fits together.
//
//   TANDEM_TRY(const auto head, current_head(store, engagement));
//   const std::string kept = ledger::sign(head, key);
//   TANDEM_TRY(const auto proof, prove_event(store, engagement, ticket, 3, head.size));
#pragma once

#include <optional>

#include "app/store.h"
#include "ledger/head.h"
#include "ledger/proof.h"

namespace tandem::app {

// That an event is in the log.
struct EventProof {
  std::uint64_t leaf = 0;
  RecordedEvent event;
  ledger::Hash leaf_hash{};
  ledger::Proof path;
  ledger::Head head;  // of the log it is proved to be in
};

// That a log begins with an earlier one.
struct GrowthProof {
  ledger::Head first;
  ledger::Head second;
  ledger::Proof path;
};

// Of all that is committed, or of the first `size` events. BadInput when there are not so many.
[[nodiscard]] base::Result<ledger::Head> current_head(Store& store, const desk::EngagementName& engagement);
[[nodiscard]] base::Result<ledger::Head> head_at(Store& store, const desk::EngagementName& engagement,
                                                 std::uint64_t size);

// Nothing for `size` is the log as it is now. NotFound when there is no such event, BadInput when the log of that size
// does not have it yet or there is no such size.
[[nodiscard]] base::Result<EventProof> prove_event(Store& store, const desk::EngagementName& engagement,
                                                   desk::TicketId ticket, std::uint32_t version,
                                                   std::optional<std::uint64_t> size);
// BadInput when `first` is greater than `second`, or there is no such size.
[[nodiscard]] base::Result<GrowthProof> prove_growth(Store& store, const desk::EngagementName& engagement,
                                                     std::uint64_t first, std::optional<std::uint64_t> second);

}  // namespace tandem::app
