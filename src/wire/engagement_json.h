// Engagements as the API tells them: in lists with what is open, in full for forms, filters and chips, and the signed
// text in force.
#pragma once

#include <span>
#include <string>

#include "app/engagements.h"
#include "app/registry_records.h"
#include "wire/writer.h"

namespace tandem::wire {

struct EngagementSummary {
  const app::Engagement& engagement;
  const app::MembershipRecord& membership;
  std::uint32_t open_mine = 0;
  std::uint32_t open_team = 0;
  std::uint32_t open_all = 0;
};
void write(Writer& json, const EngagementSummary& summary);
[[nodiscard]] std::string encode(std::span<const EngagementSummary> engagements);

struct EngagementDetail {
  const app::Engagement& engagement;
  const app::MembershipRecord& membership;
  std::span<const desk::TeamName> teams_of_mine;
  const app::Load& load;
  base::Instant now;
};
// Teams, people and their work are left out for end users.
[[nodiscard]] std::string encode(const EngagementDetail& detail);

[[nodiscard]] std::string encode(const app::AgreementVersion& agreement);

}  // namespace tandem::wire
