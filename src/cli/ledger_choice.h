// Which engagements a command about ledgers is about.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/environment.h"

namespace tandem::cli {

// A database with one of its engagements.
struct OneLedger {
  std::unique_ptr<app::Store> store;
  app::EngagementRecord engagement;
};

// The engagement of that name, or the only one there is.
[[nodiscard]] base::Result<OneLedger> open_ledger(const Environment& environment, const std::string& database,
                                                  const std::string& engagement);
// That one, or all.
[[nodiscard]] base::Result<std::vector<app::EngagementRecord>> engagements_named(app::Store& store,
                                                                                 const std::string& engagement);

}  // namespace tandem::cli
