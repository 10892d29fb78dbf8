// A problem: the cause behind tickets that recur. It groups them by links (`cause-of`), has a root cause when that is
// found, and is a known error when there is a way around it. What waits on a problem goes on when it is resolved.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"

namespace tandem::desk {

// Commands ----------------------------------------------------------------------------------------------------------

struct RecordRootCause {
  std::string cause;
};
struct DeclareKnownError {
  std::string workaround;
};

// Events ------------------------------------------------------------------------------------------------------------

struct RootCauseFound {
  std::string cause;
  bool operator==(const RootCauseFound&) const = default;
};
struct KnownErrorDeclared {
  std::string workaround;
  bool operator==(const KnownErrorDeclared&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

struct Problem {
  std::string root_cause;  // the latest; empty: not found
  std::string workaround;  // the latest; empty: not a known error
  std::optional<base::Instant> known_since;
  bool operator==(const Problem&) const = default;
};

}  // namespace tandem::desk
