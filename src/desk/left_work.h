// Work whose person is not there any more. Private to this folder.
#pragma once

#include <optional>

#include "desk/rules.h"

namespace tandem::desk {

// Nobody is on work whose person is on leave, or not of the team any more: it is new for whoever has it next, who is
// `next`. Nothing where the same person has it, or nobody was on it. REQUIRES: it stays with its team, or its person is
// not there. reconsider.cpp
[[nodiscard]] std::optional<Event> leave_behind(const Ownership& next, const Case& given);

}  // namespace tandem::desk
