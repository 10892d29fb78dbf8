// Files in which a party keeps the head of a ledger.
//
//   TANDEM_TRY(const bool is_new, keep_head(path, store, engagement, key));
//   TANDEM_TRY_DONE(keep_heads_of_parties(folder, store, engagements, key));
#pragma once

#include <filesystem>

#include "app/engagements.h"
#include "app/ledgers.h"
#include "base/error.h"

namespace tandem::cli {

// Puts the signed head as it is now in the file's place, whole; false when it is there already. A head is followed only
// by one that contains it: Conflict, and the file stays, when the ledger does not begin with what it says (history was
// rewritten, or the database is an older one), BadInput when it holds anything else.
[[nodiscard]] base::Result<bool> keep_head(const std::filesystem::path& file, app::Store& store,
                                           const desk::EngagementName& engagement, const crypto::SigningKey& key);

// For client and provider of every engagement: FOLDER/ENGAGEMENT/PARTY/ledger.head, and ledger.key to check it with.
// One that cannot be kept does not keep others from theirs; the error tells all of them.
[[nodiscard]] base::Result<void> keep_heads_of_parties(const std::filesystem::path& folder, app::Store& store,
                                                       const app::Engagements& engagements,
                                                       const crypto::SigningKey& key);

}  // namespace tandem::cli
