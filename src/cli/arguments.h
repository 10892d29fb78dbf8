// The command line. parse() gives the command to run, or the exit status when the words alone settle it (help,
// version, wrong usage); it has printed what there was to say.
#pragma once

#include <expected>

#include "cli/commands.h"

namespace tandem::cli {

[[nodiscard]] std::expected<Command, int> parse(int argc, const char* const* argv, const Environment& environment);

}  // namespace tandem::cli
