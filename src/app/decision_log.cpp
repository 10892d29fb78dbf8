#include "app/decision_log.h"

namespace tandem::app {

Outcome<DecisionPage> DecisionLog::list(const Caller& caller, const desk::EngagementName& engagement,
                                        DecisionQuery query) const {
  const auto* membership = caller.membership(engagement);
  const auto known = engagements_->find(engagement);
  if (membership == nullptr || !known)
    return std::unexpected(Failure{FailureKind::NotFound, "there is no such engagement", {}, {}});
  if (!may_read_decisions(*membership))
    return std::unexpected(Failure{FailureKind::Forbidden, "decisions are for the two teams and the auditor", {}, {}});
  query.engagement = engagement;
  query.search_teams = teams_of(*membership, *known->policy);
  auto page = store_->decisions(query);
  if (!page) return std::unexpected(from_error(page.error()));
  return *std::move(page);
}

}  // namespace tandem::app
