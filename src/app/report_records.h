// What reports read: the events of every ticket that lived in a part of time.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/time.h"
#include "desk/event.h"
#include "desk/names.h"

namespace tandem::app {

struct LivesQuery {
  desk::EngagementName engagement;
  base::Interval between;
  std::vector<desk::CategoryName> hidden_categories{};  // tickets that are of these now are left out
};

// Takes all events of one ticket, in their order; they are gone when it returns. Answers whether it wants another
// ticket. Must not call the store.
using TakeLife = std::function<bool(desk::TicketId, std::span<const desk::Event>)>;

}  // namespace tandem::app
