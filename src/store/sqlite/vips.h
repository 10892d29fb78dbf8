// The rows of the register of VIPs.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/vip_records.h"
#include "base/error.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Conflict when the id is taken or the address is in the register.
[[nodiscard]] base::Result<void> insert_vip(Connection& connection, std::int64_t engagement, const app::VipRecord& vip);
// Whether it is removed already; nothing: there is no such entry.
[[nodiscard]] base::Result<std::optional<bool>> is_vip_removed(Connection& connection, std::int64_t engagement,
                                                               app::VipId vip);
[[nodiscard]] base::Result<void> mark_vip_removed(Connection& connection, app::VipId vip,
                                                  const app::Signature& removed);
// In the order of the names, then of the ids.
[[nodiscard]] base::Result<std::vector<app::VipRecord>> read_vips(Connection& connection,
                                                                  const desk::EngagementName& engagement,
                                                                  app::VipHistory history);
[[nodiscard]] base::Result<std::optional<app::VipRecord>> read_vip(Connection& connection,
                                                                   const desk::EngagementName& engagement,
                                                                   std::string_view email);

}  // namespace tandem::store::sqlite
