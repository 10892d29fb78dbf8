#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_communication(const Reading& text) {
  const Agreement& agreement = text.agreement();
  if (!agreement.communication.good()) return {};
  const Communication& communication = agreement.communication.value;
  const SyncMeeting& sync = communication.sync.value;
  const Digest& digest = communication.digest.value;
  std::string on;
  if (sync.on.good())
    on = fmt::format("{} {}", weekday_name(sync.on.value.day), clock_words(sync.on.value.time_of_day));
  return {{"communication",
           agreement.section("communication").at,
           {{"meeting every", words(sync.every)},
            {"meeting on", on},
            {"meeting of", text.names(sync.who.value)},
            {"digest at", digest.at.good() ? clock_words(digest.at.value) : ""},
            {"digest to", text.names(digest.to.value)},
            {"critical news to", text.names(communication.critical.value.tell.value)}}}};
}

}  // namespace tandem::agreement::diff
