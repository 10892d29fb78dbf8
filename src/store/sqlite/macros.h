// The rows of macros.
#pragma once

#include <vector>

#include "app/macro_records.h"
#include "base/error.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// NotFound where the id is another engagement's.
[[nodiscard]] base::Result<void> write_macro(Connection& connection, std::int64_t engagement,
                                             const app::MacroRecord& macro);
[[nodiscard]] base::Result<void> delete_macro(Connection& connection, std::int64_t engagement, app::MacroId macro);
[[nodiscard]] base::Result<std::vector<app::MacroRecord>> read_macros(Connection& connection, std::int64_t engagement,
                                                                      const desk::EngagementName& name);

}  // namespace tandem::store::sqlite
