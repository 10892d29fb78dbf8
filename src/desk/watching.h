// Who is told of a ticket without having it: people of both parties watch it, or are made to by a colleague.
#pragma once

#include "desk/names.h"

namespace tandem::desk {

// Commands ----------------------------------------------------------------------------------------------------------

struct Watch {
  PersonName person;  // empty: oneself
};
struct Unwatch {};  // oneself

// Events ------------------------------------------------------------------------------------------------------------

struct WatchStarted {
  PersonName person;
  bool operator==(const WatchStarted&) const = default;
};
struct WatchEnded {
  PersonName person;
  bool operator==(const WatchEnded&) const = default;
};

}  // namespace tandem::desk
