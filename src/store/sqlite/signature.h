// Who did something and when, as four columns that stand together: account, person, display, at. Private to this
// folder.
#pragma once

#include <optional>

#include "app/leave_records.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] app::Signature signature_of(const Statement& row, int first);
// Nothing where the last of the columns is null.
[[nodiscard]] std::optional<app::Signature> maybe_signature_of(const Statement& row, int first);
// The signature lives until the statement has been stepped to its end.
void bind_signature(Statement& statement, int first, const app::Signature& signature);
void bind_maybe(Statement& statement, int first, const std::optional<app::Signature>& signature);

}  // namespace tandem::store::sqlite
