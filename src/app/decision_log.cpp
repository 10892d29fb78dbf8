#include "app/decision_log.h"

#include "app/entry.h"

namespace tandem::app {

Outcome<DecisionPage> DecisionLog::list(const Caller& caller, const desk::EngagementName& engagement,
                                        DecisionQuery query) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, known] = *entry;
  if (!may_read_decisions(*membership)) return forbidden("decisions are for the two teams and the auditor");
  query.engagement = engagement;
  query.search_teams = teams_of(*membership, *known->policy);
  query.hidden_categories = hidden_from(*membership, *known->policy);
  auto page = store_->decisions(query);
  if (!page) return failed(page.error());
  return *std::move(page);
}

}  // namespace tandem::app
