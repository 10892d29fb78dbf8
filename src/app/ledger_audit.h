// Holds the ledger of an engagement against the events it is about, and against heads that a party has kept.
//
//   TANDEM_TRY(const auto audit, audit_ledger(store, engagement, kept));
//   for (const std::string& fault : audit.faults) …     // none: every event is as it was written
//
// Without a kept head it finds what does not fit together: an event that was changed, deleted, added or put in
// another's place, a leaf that is missing; a text of the agreement that is not the one whose hash an event names.
// Whoever can rewrite events and all of the ledger leaves nothing that does not fit; only a head that somebody else
// keeps tells that history from the one before (docs/ledger.md).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/store.h"
#include "ledger/head.h"

namespace tandem::app {

struct LedgerAudit {
  std::uint64_t size = 0;
  ledger::Hash root{};
  // In words for whoever reads the report, the first wrong place first: "leaf 17 (HCU-12, event 3): …". At most
  // kMostFaults; a last line counts the others.
  std::vector<std::string> faults;
};

inline constexpr std::size_t kMostFaults = 20;

// Reads every event. REQUIRES: the kept heads are of this ledger, and somebody has checked their signatures.
[[nodiscard]] base::Result<LedgerAudit> audit_ledger(Store& store, const EngagementRecord& engagement,
                                                     std::span<const ledger::Head> kept);

}  // namespace tandem::app
