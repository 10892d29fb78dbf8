#include "cli/ledger_choice.h"

namespace tandem::cli {

base::Result<std::vector<app::EngagementRecord>> engagements_named(app::Store& store, const std::string& engagement) {
  TANDEM_TRY(auto all, store.engagements());
  if (engagement.empty()) return all;
  std::erase_if(all, [&](const app::EngagementRecord& each) { return each.name.text() != engagement; });
  if (all.empty()) return base::fail(base::ErrorCode::NotFound, fmt::format("there is no engagement `{}`", engagement));
  return all;
}

base::Result<OneLedger> open_ledger(const Environment& environment, const std::string& database,
                                    const std::string& engagement) {
  TANDEM_TRY(auto store, open_existing(environment, database));
  TANDEM_TRY(auto found, engagements_named(*store, engagement));
  if (found.size() == 1) return OneLedger{.store = std::move(store), .engagement = std::move(found.front())};
  if (found.empty()) return base::fail(base::ErrorCode::NotFound, fmt::format("{} has no engagement", database));
  std::string names;
  for (const app::EngagementRecord& each : found) names += fmt::format(" {}", each.name.text());
  return base::fail(base::ErrorCode::BadInput, fmt::format("say which with --engagement: one of{}", names));
}

}  // namespace tandem::cli
