// The rows of forms of the request catalogue.
#pragma once

#include <vector>

#include "app/form_records.h"
#include "base/error.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// NotFound where the id is another engagement's.
[[nodiscard]] base::Result<void> write_form(Connection& connection, std::int64_t engagement,
                                            const app::FormRecord& form);
[[nodiscard]] base::Result<void> delete_form(Connection& connection, std::int64_t engagement, desk::FormId form);
[[nodiscard]] base::Result<std::vector<app::FormRecord>> read_forms(Connection& connection, std::int64_t engagement,
                                                                    const desk::EngagementName& name);

}  // namespace tandem::store::sqlite
