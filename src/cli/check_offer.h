// The other half of `tandem check`: a vendor's offer.
#pragma once

#include "cli/commands.h"

namespace tandem::cli {

// REQUIRES: `command.offers` names a file. Answers the exit status.
int check_offer(const Check& command, const Environment& environment);

}  // namespace tandem::cli
