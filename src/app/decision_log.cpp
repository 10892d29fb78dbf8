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
  auto page = store_->decisions(query);
  if (!page) return failed(page.error());
  // Confidential work is in no list of those who may not read it.
  std::vector<DecisionRow> readable;
  for (DecisionRow& row : page->rows) {
    const auto ticket = store_->ticket(engagement, row.id);
    if (!ticket) return failed(ticket.error());
    if (*ticket && !hides_other(caller, *membership, **ticket, *known->policy)) readable.push_back(std::move(row));
  }
  page->rows = std::move(readable);
  return *std::move(page);
}

}  // namespace tandem::app
