// The life of an agreement as the API tells it: versions, drafts with their texts and findings, proposals with who has
// signed, and what a draft changes.
#pragma once

#include <string>

#include "app/agreements.h"

namespace tandem::wire {

// Everything but texts.
[[nodiscard]] std::string encode(const app::AgreementView& agreement);
[[nodiscard]] std::string encode(const app::VersionView& version);
[[nodiscard]] std::string encode(const app::DraftView& draft);
[[nodiscard]] std::string encode(const app::ProposalView& proposal);
[[nodiscard]] std::string encode(const app::DraftDiff& diff);

}  // namespace tandem::wire
