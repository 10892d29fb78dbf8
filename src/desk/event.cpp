#include "desk/event.h"

namespace tandem::desk {
namespace {

// In the order of EventData's alternatives.
constexpr auto kNames = std::to_array<std::string_view>({
    "ticket-opened",        "owner-assigned",        "comment-added",          "priority-changed",
    "category-changed",     "handoff-offered",       "handoff-accepted",       "handoff-declined",
    "handoff-withdrawn",    "handoff-expired",       "work-started",           "wait-started",
    "ticket-resolved",      "ticket-reopened",       "ticket-closed",          "work-released",
    "acknowledged",         "escalation-step-taken", "strategic-flagged",      "dispute-raised",
    "ruling-given",         "dispute-moved-on",      "dispute-settled",        "target-warned",
    "change-planned",       "change-rescheduled",    "change-answered",        "change-approved",
    "change-started",       "change-finished",       "change-rolled-back",     "change-reviewed",
    "change-withdrawn",     "change-lapsed",         "change-noticed",         "watch-started",
    "watch-ended",          "tags-changed",          "service-rated",          "decision-asked",
    "advice-given",         "recommendation-sealed", "recommendations-opened", "decision-passed-on",
    "decision-taken",       "lapse-reminded",        "decision-lapsed",        "decision-replaced",
    "ticket-linked",        "ticket-unlinked",       "ticket-merged",          "follower-added",
    "linked-ticket-moved",  "vendor-case-opened",    "vendor-chased",          "vendor-answered",
    "vendor-chase-due",     "vendor-loop-found",     "root-cause-found",       "known-error-declared",
    "major-declared",       "major-role-given",      "timeline-noted",         "major-update-sent",
    "major-update-overdue", "major-stood-down",      "major-reviewed",         "form-filled",
    "checklist-started",    "found-not-needed",      "due-date-set",           "due-date-noticed",
    "file-attached",        "file-removed",          "action-recorded",        "action-answered",
    "cover-wanted",         "cover-reminded",        "cover-arranged",         "decision-used",
});
static_assert(kNames.size() == std::variant_size_v<EventAlternatives>);

template <std::size_t... kIndex>
EventData make_empty(std::size_t kind, std::index_sequence<kIndex...>) {
  static constexpr std::array<EventData (*)(), sizeof...(kIndex)> kMakers{
      [] { return EventData(std::variant_alternative_t<kIndex, EventAlternatives>()); }...};
  return kMakers[kind]();
}

}  // namespace

EventData::EventData() = default;
EventData::EventData(const EventData& other) = default;
EventData::EventData(EventData&& other) noexcept = default;
EventData& EventData::operator=(const EventData& other) = default;
EventData& EventData::operator=(EventData&& other) noexcept = default;
EventData::~EventData() = default;

bool EventData::operator==(const EventData& other) const {
  return static_cast<const EventAlternatives&>(*this) == static_cast<const EventAlternatives&>(other);
}

// Not inlined, so that all of them are here for other files.
template <base::AlternativeOf<EventAlternatives> T>
[[gnu::noinline]] EventData::EventData(T alternative)
    : EventAlternatives(std::in_place_type<T>, std::move(alternative)) {}

std::optional<EventData> make_event_data(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return make_empty(static_cast<std::size_t>(found - kNames.begin()), std::make_index_sequence<kNames.size()>());
}

std::string_view name_of(const EventData& data) {
  return kNames[data.index()];
}

}  // namespace tandem::desk
