#include "desk/event.h"

namespace tandem::desk {
namespace {

// In the order of EventData's alternatives.
constexpr std::array<std::string_view, 15> kNames{
    "ticket-opened",   "owner-assigned",   "comment-added",    "priority-changed",  "category-changed",
    "handoff-offered", "handoff-accepted", "handoff-declined", "handoff-withdrawn", "handoff-expired",
    "work-started",    "wait-started",     "ticket-resolved",  "ticket-reopened",   "ticket-closed"};
static_assert(kNames.size() == std::variant_size_v<EventData>);

}  // namespace

std::string_view name_of(const EventData& data) {
  return kNames[data.index()];
}

}  // namespace tandem::desk
