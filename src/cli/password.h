// A password for an account. Passwords do not belong on a command line, where others see them: they are typed at the
// terminal, which does not show them, twice; or they are one line of what is piped in.
//
//   TANDEM_TRY(const base::Secret password, read_password(environment));
#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "cli/environment.h"

namespace tandem::cli {

// BadInput: nothing was typed or piped, or the second time was not like the first. The terminal is left as it was
// found, also where somebody leaves with ^C, which ends the process as it does elsewhere. What was typed ahead is not
// taken.
[[nodiscard]] base::Result<base::Secret> read_password(const Environment& environment);

}  // namespace tandem::cli
