// What the commands on an engagement in a database begin with: a database that is there, and what is kept in it; and
// what they say when a use case does not happen.
#pragma once

#include <memory>
#include <string>

#include "app/engagements.h"
#include "app/failure.h"
#include "cli/environment.h"

namespace tandem::cli {

struct OpenedEngagements {
  std::unique_ptr<app::Store> store;
  std::unique_ptr<app::Engagements> engagements;  // loaded
};

[[nodiscard]] base::Result<OpenedEngagements> open_engagements(const Environment& environment,
                                                               const std::string& database);

// Tells why, with the option that each mistake is about; answers kCouldNotRun.
int could_not_run(const Environment& environment, const app::Failure& failure);

}  // namespace tandem::cli
