// The life of an agreement in the database: its events among those of tickets, and the texts that they name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// In order; empty for an engagement that is not there.
[[nodiscard]] base::Result<std::vector<app::StoredAgreementEvent>> read_agreement_events(
    Connection& connection, const desk::EngagementName& engagement);
[[nodiscard]] base::Result<std::optional<std::string>> read_agreement_text(Connection& connection,
                                                                           const desk::EngagementName& engagement,
                                                                           const desk::TextHash& hash);
// One that is kept already stays as it is.
[[nodiscard]] base::Result<void> insert_agreement_text(Connection& connection, std::int64_t engagement,
                                                       const desk::TextHash& hash, std::string_view text);

}  // namespace tandem::store::sqlite
