#include "cli/commands.h"
#include "cli/counted.h"

namespace tandem::cli {

int run(const Rebuild& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  const auto before = (*store)->dump_read_tables();
  if (!before) return could_not_run(environment, before.error().message);
  const auto events = (*store)->rebuild();
  if (!events) return could_not_run(environment, events.error().message);
  const auto after = (*store)->dump_read_tables();
  if (!after) return could_not_run(environment, after.error().message);
  const bool same = *before == *after;
  fmt::print(environment.out, "read {} and made the read tables anew: {}\n", counted(*events, "event", "events"),
             same ? "every row is as it was" : "they differed from the events and are right now");
  return kDone;
}

}  // namespace tandem::cli
