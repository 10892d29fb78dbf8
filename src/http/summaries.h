// A caller's engagements with what is open in each, as the session and the list of engagements tell it.
#pragma once

#include <memory>
#include <vector>

#include "app/failure.h"
#include "http/server.h"
#include "wire/engagement_json.h"

namespace tandem::http {

struct Summaries {
  std::vector<std::shared_ptr<const app::Engagement>> engagements;  // what `lines` refers to, besides the caller
  std::vector<wire::EngagementSummary> lines;
};
// The caller outlives what is returned. End users are told of their own tickets only.
[[nodiscard]] app::Outcome<Summaries> summarize(const app::Caller& caller, app::UseCases& use_cases);

}  // namespace tandem::http
