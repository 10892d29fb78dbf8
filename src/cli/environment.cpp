#include "cli/environment.h"

namespace tandem::cli {

int could_not_run(const Environment& environment, std::string_view message) {
  fmt::print(environment.err, "tandem: {}\n", message);
  return kCouldNotRun;
}

}  // namespace tandem::cli
