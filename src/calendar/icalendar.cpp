#include "calendar/icalendar.h"

#include "calendar/icalendar_event.h"
#include "calendar/icalendar_scan.h"
#include "calendar/icalendar_series.h"
#include "calendar/icalendar_zone.h"

namespace tandem::calendar {
namespace {

// Offsets of a feed's own zones are known a little beyond the window, for what begins in it and ends after it.
constexpr base::Duration kBeyondWindow = base::hours(24 * 400);

base::Instant start_of(const EventSpan& span, const Zone& zone) {
  return interval_of(span, zone).from;
}

// The events by UID in the order of the feed; those without a UID each for itself.
std::vector<std::vector<WrittenEvent>> grouped(std::vector<WrittenEvent> events) {
  std::vector<std::vector<WrittenEvent>> groups;
  std::unordered_map<std::string, std::size_t> known;
  for (WrittenEvent& each : events) {
    std::size_t at = groups.size();
    if (!each.said.uid.empty()) at = known.try_emplace(each.said.uid, at).first->second;
    if (at == groups.size()) groups.emplace_back();
    groups[at].push_back(std::move(each));
  }
  return groups;
}

base::Result<> check_limits(const FeedContext& context) {
  const FeedLimits& limits = context.options.limits;
  if (context.occurrences > limits.occurrences) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("has more than {} occurrences in the time asked for", limits.occurrences));
  }
  if (context.steps > limits.steps) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("its recurrence rules take more than {} steps to expand", limits.steps));
  }
  return {};
}

}  // namespace

base::Interval interval_of(const EventSpan& span, const Zone& zone) {
  if (const auto* during = std::get_if<base::Interval>(&span)) return *during;
  const auto& days = std::get<WholeDays>(span);
  return {zone.to_instant(days.first, {}), zone.to_instant(days.end, {})};
}

bool is_leave(const FeedEvent& event, const EventSpan& span) {
  if (event.busy == BusyStatus::OutOfOffice) return true;
  return event.busy == BusyStatus::Busy && !event.tentative && std::holds_alternative<WholeDays>(span);
}

base::Result<Feed> read_icalendar(std::string_view bytes, const FeedOptions& options) {
  TANDEM_TRY(FeedOutline outline, scan_feed(bytes, options.limits));
  Feed feed{.name = std::move(outline.name), .events = {}, .faults = {}};
  std::vector<WrittenEvent> written;
  for (const FeedPart& part : outline.events) {
    if (auto event = read_event(part, options.limits)) {
      written.push_back(*std::move(event));
    } else {
      feed.faults.push_back(std::move(event).error());
    }
  }
  const base::Interval window{std::clamp(options.window.from, kFirstInstant, kLastInstant),
                              std::clamp(options.window.to, kFirstInstant, kLastInstant)};
  FeedZones zones(outline.zones, window.to + kBeyondWindow, options.limits);
  FeedContext context{.options = options, .window = window, .zones = zones, .faults = feed.faults};
  for (auto& group : grouped(std::move(written))) {
    append_events(std::move(group), context, feed.events);
    TANDEM_TRY_DONE(check_limits(context));
  }
  std::ranges::stable_sort(feed.events, {}, [&](const FeedEvent& event) {
    return std::pair(start_of(event.spans.front(), options.zone), event.line);
  });
  std::ranges::stable_sort(feed.faults, {}, &FeedFault::line);
  feed.fault_count = feed.faults.size();
  feed.faults.resize(std::min(feed.faults.size(), options.limits.faults));
  return feed;
}

}  // namespace tandem::calendar
