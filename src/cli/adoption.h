// Putting an agreement in force from a path: used by `tandem adopt` and `tandem import history --agreement`.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "app/engagements.h"
#include "cli/environment.h"

namespace tandem::cli {

// Prints what is wrong and answers the exit status when the text does not hold.
[[nodiscard]] std::expected<app::Engagements::Adopted, int> adopt(const std::string& path,
                                                                  app::Engagements& engagements,
                                                                  const Environment& environment);

}  // namespace tandem::cli
