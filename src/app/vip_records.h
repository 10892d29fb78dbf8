// The register of VIPs of an engagement, as it is kept: whose tickets are opened as a VIP's. Nothing of it is ever
// deleted: taking somebody out adds who did so and when, so that neither party can rewrite for whom the other hurried.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/leave_records.h"
#include "base/id.h"
#include "desk/names.h"

namespace tandem::app {

using VipId = base::Id<struct VipTag>;

struct VipRecord {
  VipId id{base::IdBits{}};  // given when it is kept
  desk::EngagementName engagement;
  std::string email;  // as requesters' addresses are kept: desk::plain_address()
  std::string name;
  std::string note;  // one line that both teams read; may be empty
  Signature added;
  std::optional<Signature> removed{};  // nothing: in the register
  bool operator==(const VipRecord&) const = default;
};

// What of the register a store is asked for.
enum class VipHistory : std::uint8_t { InForce, Whole };

}  // namespace tandem::app
