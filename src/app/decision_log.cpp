#include "app/decision_log.h"

#include "app/entry.h"

namespace tandem::app {
namespace {

struct Reading {
  const Caller& caller;
  const MembershipRecord& membership;
  const policy::Policy& policy;
};

base::Result<bool> is_hidden(Store& store, const Reading& reading, std::uint64_t number) {
  if (number == 0) return false;
  TANDEM_TRY(const auto id, store.find_number(reading.membership.engagement, number));
  if (!id) return false;
  TANDEM_TRY(const auto ticket, store.ticket(reading.membership.engagement, *id));
  return ticket && hides_other(reading.caller, reading.membership, *ticket, reading.policy);
}

}  // namespace

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
  // A row may be read, and the decision before or after it not.
  for (DecisionRow& row : page->rows) {
    for (auto* number : {&row.renews, &row.replaced_by}) {
      const auto hidden = is_hidden(*store_, {caller, *membership, *known->policy}, *number);
      if (!hidden) return failed(hidden.error());
      if (*hidden) *number = 0;
    }
  }
  return *std::move(page);
}

}  // namespace tandem::app
