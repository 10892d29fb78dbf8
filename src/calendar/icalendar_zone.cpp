#include "calendar/icalendar_zone.h"

#include "calendar/excerpt.h"
#include "calendar/icalendar_line.h"
#include "calendar/recurrence.h"
#include "calendar/windows_zones.h"

namespace tandem::calendar {
namespace {

constexpr std::size_t kLongestId = 200;
constexpr std::size_t kMostParts = 3;             // of an IANA name: America/Argentina/Buenos_Aires
constexpr std::size_t kStepsForEachName = 2'000;  // a zone's file is looked for and perhaps read
// Twice a year from 1601, where Outlook begins, to 9999.
constexpr std::size_t kMostChanges = 20'000;

// STANDARD or DAYLIGHT: from which local times on which offset holds.
struct Observance {
  std::size_t line = 0;
  std::optional<CivilTime> start{};
  std::optional<base::Duration> from{};
  std::optional<base::Duration> to{};
  std::vector<RecurrenceRule> rules{};
  std::vector<CivilTime> additions{};
};

struct WrittenZone {
  std::string location;  // X-LIC-LOCATION: an IANA name
  std::vector<Observance> observances;
};

std::unexpected<base::Error> refuse(std::string message) {
  return base::fail(base::ErrorCode::BadInput, std::move(message));
}

// "+0100", "-033025"
std::optional<base::Duration> parse_offset(std::string_view text) {
  const bool west = text.starts_with('-');
  if ((!west && !text.starts_with('+')) || (text.size() != 5 && text.size() != 7)) return std::nullopt;
  text.remove_prefix(1);
  if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int second = text.size() == 6 ? two(4) : 0;
  if (two(0) > 23 || two(2) > 59 || second > 59) return std::nullopt;
  const base::Duration offset = base::hours(two(0)) + base::minutes(two(2)) + base::seconds(second);
  return west ? -offset : offset;
}

base::Result<> read_property(Observance& observance, const ContentLine& line) {
  const auto time = [&](std::string_view text) -> base::Result<CivilTime> {
    const auto read = parse_civil_time(text);
    if (read) return *read;
    return refuse(fmt::format("{} `{}` is not a time that exists", line.name, excerpt(text, 40)));
  };
  if (line.name == "DTSTART") {
    TANDEM_TRY(observance.start, time(line.value));
  } else if (line.name == "RRULE") {
    TANDEM_TRY(RecurrenceRule rule, parse_recurrence_rule(line.value));
    observance.rules.push_back(std::move(rule));
  } else if (line.name == "RDATE") {
    for (const auto each : std::views::split(std::string_view(line.value), ',')) {
      TANDEM_TRY(const CivilTime read, time(std::string_view(each.begin(), each.end())));
      observance.additions.push_back(read);
    }
  } else if (line.name == "TZOFFSETFROM" || line.name == "TZOFFSETTO") {
    auto& field = line.name == "TZOFFSETTO" ? observance.to : observance.from;
    field = parse_offset(line.value);
    if (!field) return refuse(fmt::format("{} `{}` is not an offset like `+0100`", line.name, excerpt(line.value, 40)));
  }
  return {};
}

base::Result<WrittenZone> read_zone(const FeedPart& part, const FeedLimits& limits) {
  WrittenZone zone;
  LineReader lines(part.body, part.line + 1, limits.line_bytes);
  std::size_t depth = 0;
  while (const auto line = lines.next()) {
    const auto content = parse_content_line(line->text, line->number);
    if (!content) continue;
    if (content->name == "BEGIN") {
      const std::string kind = in_capitals(content->value);
      if (++depth == 1 && (kind == "STANDARD" || kind == "DAYLIGHT"))
        zone.observances.push_back({.line = line->number});
    } else if (content->name == "END") {
      --depth;
    } else if (depth == 0 && content->name == "X-LIC-LOCATION") {
      zone.location = content->value;
    } else if (depth == 1 && !zone.observances.empty()) {
      if (auto read = read_property(zone.observances.back(), *content); !read) {
        return std::unexpected(std::move(read).error().within(fmt::format("line {}", line->number)));
      }
    }
  }
  return zone;
}

base::Result<> append_changes(const Observance& observance, base::Instant horizon, const FeedLimits& limits,
                              std::size_t& spent, std::vector<WallClock::Change>& changes) {
  if (!observance.start || !observance.from || !observance.to) {
    return refuse(fmt::format("the part on line {} lacks DTSTART, TZOFFSETFROM or TZOFFSETTO", observance.line));
  }
  const WallClock before(*observance.from, {});
  Series series{.clock = before, .start = observance.start->at, .rules = observance.rules};
  for (const CivilTime& each : observance.additions) {
    const WallClock clock = each.kind == CivilTime::Kind::Utc ? WallClock::utc() : before;
    series.additions.push_back({.start = clock.to_instant(each.at)});
  }
  // The start is a change whether or not the rule says so.
  if (!series.rules.empty()) series.additions.push_back({.start = before.to_instant(series.start)});
  const base::Interval window{base::Instant(base::hours(-24 * 366 * 2000)), horizon};
  TANDEM_TRY(const auto onsets,
             occurrences(series, window, {.occurrences = kMostChanges, .steps = limits.event_steps}, &spent));
  for (const Occurrence& onset : onsets) changes.push_back({onset.during.from, *observance.to});
  if (changes.size() > kMostChanges) return refuse("has too many clock changes");
  return {};
}

base::Result<WallClock> clock_of(const WrittenZone& zone, base::Instant horizon, const FeedLimits& limits,
                                 std::size_t& spent) {
  std::vector<WallClock::Change> changes;
  for (const Observance& each : zone.observances) {
    TANDEM_TRY_DONE(append_changes(each, horizon, limits, spent, changes));
  }
  std::ranges::stable_sort(changes, {}, &WallClock::Change::at);
  // Before everything else the offset is the one that the earliest part begins from.
  const auto onset = [](const Observance& one) { return one.start->at.date; };
  const auto earliest = std::ranges::min_element(zone.observances, {}, onset);
  if (earliest == zone.observances.end()) return refuse("has neither STANDARD nor DAYLIGHT");
  return WallClock(*earliest->from, std::move(changes));
}

std::optional<WallClock> clock_by_name(std::string_view zone_id) {
  const std::string capitals = in_capitals(zone_id);
  if (capitals == "UTC" || capitals == "GMT" || capitals == "Z" || capitals == "ETC/UTC") return WallClock::utc();
  if (capitals == "TZONE://MICROSOFT/UTC") return WallClock::utc();
  if (const auto zone = Zone::find(zone_id)) return WallClock(*zone);
  if (!zone_id.starts_with('/')) return std::nullopt;
  std::size_t slash = zone_id.size();
  std::optional<WallClock> clock;
  for (std::size_t parts = 1; parts <= kMostParts && slash != 0; ++parts) {
    slash = zone_id.rfind('/', slash - 1);
    if (const auto zone = Zone::find(zone_id.substr(slash + 1))) clock = WallClock(*zone);
  }
  return clock;
}

}  // namespace

FeedZones::FeedZones(const std::vector<FeedPart>& parts, base::Instant horizon, const FeedLimits& limits)
    : horizon_(horizon), limits_(limits) {
  for (const FeedPart& part : parts) {
    // A fault of a zone is that of the events which use it, so only its name is of interest here.
    LineReader lines(part.body, part.line + 1, limits.line_bytes);
    while (const auto line = lines.next()) {
      if (name_of_line(line->text) != "TZID") continue;
      const auto content = parse_content_line(line->text, line->number);
      if (content) parts_.emplace(unescape_text(content->value), part);
      break;
    }
  }
}

base::Result<WallClock> FeedZones::find(std::string_view zone_id, std::size_t& spent) {
  if (zone_id.size() > kLongestId) return refuse(fmt::format("time zone `{}` has too long a name", excerpt(zone_id)));
  const auto known = known_.find(zone_id);
  if (known != known_.end()) return known->second;
  spent += kStepsForEachName;
  return known_.emplace(zone_id, resolve(zone_id, spent)).first->second;
}

base::Result<WallClock> FeedZones::resolve(std::string_view zone_id, std::size_t& spent) const {
  if (auto clock = clock_by_name(zone_id)) return *clock;
  if (const auto iana = find_windows_zone(zone_id); iana && !zone_id.starts_with('(')) {
    if (auto clock = clock_by_name(*iana)) return *clock;
  }
  if (const auto part = parts_.find(zone_id); part != parts_.end()) {
    const std::string doing =
        fmt::format("time zone `{}`, which begins on line {}", excerpt(zone_id), part->second.line);
    auto zone = read_zone(part->second, limits_);
    if (!zone) return std::unexpected(std::move(zone).error().within(doing));
    if (const auto located = Zone::find(zone->location)) return WallClock(*located);
    auto clock = clock_of(*zone, horizon_, limits_, spent);
    if (!clock) return std::unexpected(std::move(clock).error().within(doing));
    return clock;
  }
  if (const auto iana = find_windows_zone(zone_id)) {
    if (auto clock = clock_by_name(*iana)) return *clock;
  }
  return refuse(fmt::format("time zone `{}` is neither known nor described in the feed", excerpt(zone_id)));
}

}  // namespace tandem::calendar
