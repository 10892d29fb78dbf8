// The way to a draft by questions and answers.
#pragma once

#include "calendar/zone.h"
#include "cli/commands.h"

namespace tandem::cli {

// REQUIRES: `interactive` or `answers` is given. Answers the exit status.
int make_from_conversation(const New& command, calendar::Date today, const Environment& environment);

}  // namespace tandem::cli
