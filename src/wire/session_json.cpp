#include "wire/session_json.h"

namespace tandem::wire {

std::string encode_session(const app::Caller& caller, const app::SessionRecord* record,
                           std::span<const EngagementSummary> engagements, std::uint64_t max_file_size) {
  Writer json;
  json.begin_object();
  json.field("email", caller.email);
  json.field("display", caller.display);
  json.field("csrf", record != nullptr ? std::optional(record->csrf) : std::nullopt);
  json.field("expires_at", record != nullptr ? std::optional(record->expires_at) : std::nullopt);
  json.key("engagements");
  json.begin_array();
  for (const EngagementSummary& each : engagements) write(json, each);
  json.end_array();
  json.field("max_file_size", max_file_size);
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
