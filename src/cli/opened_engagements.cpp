#include "cli/opened_engagements.h"

namespace tandem::cli {

base::Result<OpenedEngagements> open_engagements(const Environment& environment, const std::string& database) {
  OpenedEngagements opened;
  TANDEM_TRY(opened.store, open_existing(environment, database));
  opened.engagements = std::make_unique<app::Engagements>(*opened.store, environment.clock);
  TANDEM_TRY_DONE(opened.engagements->load());
  return opened;
}

int could_not_run(const Environment& environment, const app::Failure& failure) {
  if (failure.fields.empty()) return could_not_run(environment, failure.message);
  for (const app::FieldProblem& each : failure.fields) {
    const bool names_field = each.pointer.size() > 1;
    could_not_run(environment,
                  names_field ? fmt::format("`{}` {}", each.pointer.substr(1), each.message) : each.message);
  }
  return kCouldNotRun;
}

}  // namespace tandem::cli
