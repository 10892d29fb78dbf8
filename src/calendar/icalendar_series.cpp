#include "calendar/icalendar_series.h"

#include "calendar/excerpt.h"

namespace tandem::calendar {
namespace {

constexpr base::Duration kDay = base::hours(24);

std::unexpected<base::Error> refuse(std::string message) {
  return base::fail(base::ErrorCode::BadInput, std::move(message));
}

bool is_whole_day(const WrittenTime& written) {
  return written.time.kind == CivilTime::Kind::WholeDay;
}

LocalTime later(const LocalTime& from, base::Duration by) {
  return local_time(local_moment(from) + by);
}

EventSpan span_of(const Occurrence& one, bool whole_day) {
  if (whole_day) return WholeDays{one.start.date, one.end.date};
  return one.during;
}

// An event with its times resolved.
struct Timed {
  WrittenEvent written;
  Series series;
};

// An instance, or all from one on, that its series does not have as it stands there.
struct Change {
  base::Instant instance{};
  std::optional<Date> day{};     // the instance is named by its date
  base::Duration shift{};        // on the clock on the wall
  const Timed* event = nullptr;  // null when it is cancelled
};

class SeriesReader {
 public:
  SeriesReader(FeedContext& context, std::vector<FeedEvent>& out) : context_(context), out_(out) {}

  void read(std::vector<WrittenEvent> events) {
    newest_only(events);
    const auto is_master = [](const WrittenEvent& one) { return !one.recurrence_id.has_value(); };
    // Whoever cancels a series cancels its changed instances too.
    if (std::ranges::any_of(events, [&](const WrittenEvent& one) { return is_master(one) && one.cancelled; })) {
      std::erase_if(events, [&](const WrittenEvent& one) { return one.cancelled || !is_master(one); });
    }
    std::vector<Timed> timed;
    timed.reserve(events.size());  // changes point into it
    for (WrittenEvent& each : events) {
      if (auto series = resolve(each)) {
        timed.push_back({std::move(each), *std::move(series)});
      } else {
        report(each, std::move(series).error());
      }
    }
    std::vector<const Timed*> masters;
    for (const Timed& each : timed) {
      if (is_master(each.written)) {
        masters.push_back(&each);
      } else {
        add_change(each);
      }
    }
    std::ranges::stable_sort(from_on_, {}, &Change::instance);
    for (const Timed* master : masters) expand(*master);
    for (const Change& each : single_) {
      if (each.event != nullptr) expand_alone(*each.event);
    }
    for (const Change& each : from_on_) {
      // Its own instance is in its series, unless the feed lacks that.
      if (each.event != nullptr && masters.empty()) expand_alone(*each.event);
    }
  }

 private:
  void report(const WrittenEvent& event, base::Error error) {
    context_.faults.push_back({event.said.line, event.said.uid, std::move(error.message)});
  }

  // Of several versions of the same event or instance the one with the greatest SEQUENCE holds. Of equals all are kept:
  // there are feeds that give different events the same UID, and an absence too many is better than one too few.
  static void newest_only(std::vector<WrittenEvent>& events) {
    std::map<std::string, std::int64_t> newest;
    const auto key = [](const WrittenEvent& one) {
      if (!one.recurrence_id) return std::string{};
      const WrittenTime& id = *one.recurrence_id;
      return fmt::format("{} {} {}", local_moment(id.time.at).count(), static_cast<int>(id.time.kind), id.zone_id);
    };
    for (const WrittenEvent& each : events) {
      auto& greatest = newest.try_emplace(key(each), each.sequence).first->second;
      greatest = std::max(greatest, each.sequence);
    }
    std::erase_if(events, [&](const WrittenEvent& one) { return one.sequence < newest.at(key(one)); });
  }

  base::Result<WallClock> clock_of(const WrittenTime& written) {
    if (written.time.kind == CivilTime::Kind::Utc) return WallClock::utc();
    if (written.zone_id.empty()) return WallClock(context_.options.zone);
    auto clock = context_.zones.find(written.zone_id, context_.steps);
    if (!clock) return std::unexpected(std::move(clock).error().within(fmt::format("line {}", written.line)));
    return clock;
  }

  base::Result<base::Instant> instant_of(const WrittenTime& written) {
    TANDEM_TRY(const WallClock clock, clock_of(written));
    return clock.to_instant(written.time.at);
  }

  base::Result<Series> resolve(WrittenEvent& event) {
    if (event.marked_whole_day) take_midnights_for_days(event);
    TANDEM_TRY(WallClock clock, clock_of(*event.start));
    Series series{.clock = std::move(clock), .start = event.start->time.at};
    series.whole_day = is_whole_day(*event.start);
    TANDEM_TRY(series.length, length_of(event, series));
    if (event.recurrence_id) return series;  // an instance does not repeat
    series.rules = std::move(event.rules);
    series.exception_rules = std::move(event.exception_rules);
    TANDEM_TRY_DONE(resolve_additions(event, series));
    for (const WrittenTime& each : event.exceptions) {
      if (is_whole_day(each) || series.whole_day) {
        series.exception_days.push_back(each.time.at.date);
      } else {
        TANDEM_TRY(const base::Instant at, instant_of(each));
        series.exceptions.push_back(at);
      }
    }
    return series;
  }

  // Outlook writes whole days as times from midnight to midnight and marks them.
  static void take_midnights_for_days(WrittenEvent& event) {
    const auto is_midnight = [](const WrittenTime& one) {
      return one.time.at.time_of_day == base::Duration{} && one.time.kind == CivilTime::Kind::Local;
    };
    if (!is_midnight(*event.start) || !event.end || !is_midnight(*event.end)) return;
    for (WrittenTime* each : {&*event.start, &*event.end}) {
      each->time.kind = CivilTime::Kind::WholeDay;
      each->zone_id.clear();
    }
  }

  // From DTEND, DURATION or neither (RFC 5545, 3.6.1). A DTEND means that each occurrence lasts exactly as long as the
  // first (3.8.5.3), whatever clocks do meanwhile.
  base::Result<EventLength> length_of(const WrittenEvent& event, const Series& series) {
    if (event.end) return length_until(*event.end, series.clock.to_instant(series.start), series);
    if (event.length) return fitting(*event.length, series.whole_day);
    return EventLength{.days = series.whole_day ? 1 : 0};
  }

  base::Result<EventLength> length_until(const WrittenTime& end, base::Instant start, const Series& series) {
    if (is_whole_day(end) != series.whole_day) {
      return refuse(
          fmt::format("line {}: the end is {} and the start is not", end.line, series.whole_day ? "a time" : "a date"));
    }
    base::Duration length{};
    if (series.whole_day) {
      length = local_moment(end.time.at) - local_moment(series.clock.to_local(start));
      if (length == base::Duration{}) length = kDay;  // a wide-spread mistake
    } else {
      TANDEM_TRY(const base::Instant at, instant_of(end));
      length = at - start;
    }
    if (length < base::Duration{}) return refuse(fmt::format("line {}: the end is before the start", end.line));
    if (length > kDay * kMostEventDays)
      return refuse(fmt::format("line {}: it lasts more than a hundred years", end.line));
    return fitting({0, length}, series.whole_day);
  }

  static base::Result<EventLength> fitting(const EventLength& length, bool whole_day) {
    if (!whole_day) return length;
    if (length.exact % kDay != base::Duration{}) return refuse("it has whole days and lasts a part of a day");
    const auto days = static_cast<std::int32_t>(length.days + length.exact / kDay);
    return EventLength{.days = std::max(days, 1)};
  }

  base::Result<> resolve_additions(const WrittenEvent& event, Series& series) {
    for (const WrittenAddition& each : event.additions) {
      if (is_whole_day(each.start) != series.whole_day) {
        return refuse(fmt::format("line {}: RDATE is {} and the start is not", each.start.line,
                                  series.whole_day ? "a time" : "a date"));
      }
      TANDEM_TRY(const base::Instant start, instant_of(each.start));
      Series::Addition addition{.start = start};
      if (each.end) {
        TANDEM_TRY(addition.length, length_until(*each.end, start, series));
      } else if (each.length) {
        TANDEM_TRY(addition.length, fitting(*each.length, series.whole_day));
      }
      series.additions.push_back(addition);
    }
    // The start is an instance beside RDATE (3.8.5.2); with a rule, if the rule gives it.
    if (series.rules.empty() && !series.additions.empty()) {
      series.additions.push_back({.start = series.clock.to_instant(series.start)});
    }
    return {};
  }

  void add_change(const Timed& timed) {
    const WrittenTime& id = *timed.written.recurrence_id;
    auto at = instant_of(id);
    if (!at) return report(timed.written, std::move(at).error());
    Change change{.instance = *at};
    if (is_whole_day(id)) change.day = id.time.at.date;
    if (!timed.written.cancelled) change.event = &timed;
    const LocalTime instance = is_whole_day(id) ? id.time.at : timed.series.clock.to_local(*at);
    change.shift = local_moment(timed.series.start) - local_moment(instance);
    (timed.written.and_future ? from_on_ : single_).push_back(change);
  }

  // A series without the instances that were changed, and with those that all changed from one on.
  void expand(const Timed& master) {
    Series series = master.series;
    for (const Change& each : single_) {
      if (each.day || series.whole_day) {
        series.exception_days.push_back(each.day ? *each.day : series.clock.to_local(each.instance).date);
      } else {
        series.exceptions.push_back(each.instance);
      }
    }
    // Instances may be moved into the window from outside.
    base::Interval window = context_.window;
    for (const Change& each : from_on_) {
      if (each.event == nullptr) continue;
      const EventLength& length = each.event->series.length;
      const base::Duration shift = each.shift < base::Duration{} ? -each.shift : each.shift;
      const base::Duration reach = shift + length.days * kDay + length.exact + 2 * kDay;
      window.from = std::min(window.from, context_.window.from - reach);
      window.to = std::max(window.to, context_.window.to + reach);
    }
    const auto found = list(series, master.written, window);
    if (!found) return;
    std::vector<std::vector<EventSpan>> spans(from_on_.size() + 1);
    for (const Occurrence& one : *found) {
      const auto after = std::ranges::upper_bound(from_on_, one.during.from, {}, &Change::instance);
      const auto which = static_cast<std::size_t>(after - from_on_.begin());
      if (which == 0) {
        spans[0].push_back(span_of(one, series.whole_day));
      } else if (const Timed* event = from_on_[which - 1].event) {
        spans[which].push_back(moved(one, from_on_[which - 1], event->series));
      }
    }
    add(master.written, std::move(spans[0]));
    for (std::size_t i = 0; i < from_on_.size(); ++i) {
      if (from_on_[i].event != nullptr) add(from_on_[i].event->written, std::move(spans[i + 1]));
    }
  }

  static EventSpan moved(const Occurrence& one, const Change& change, const Series& to) {
    const LocalTime local = change.day ? one.start : to.clock.to_local(one.during.from);
    const LocalTime start = later(local, change.shift);
    const LocalTime nominal = later(start, to.length.days * kDay);
    if (to.whole_day) return WholeDays{start.date, nominal.date};
    return base::Interval{to.clock.to_instant(start), to.clock.to_instant(nominal) + to.length.exact};
  }

  void expand_alone(const Timed& event) {
    const auto found = list(event.series, event.written, context_.window);
    if (!found) return;
    std::vector<EventSpan> spans;
    for (const Occurrence& one : *found) spans.push_back(span_of(one, event.series.whole_day));
    add(event.written, std::move(spans));
  }

  std::optional<std::vector<Occurrence>> list(const Series& series, const WrittenEvent& event, base::Interval window) {
    const FeedLimits& limits = context_.options.limits;
    auto found = occurrences(series, window, {.occurrences = limits.event_occurrences, .steps = limits.event_steps},
                             &context_.steps);
    if (found) return *std::move(found);
    report(event, std::move(found).error());
    return std::nullopt;
  }

  void add(const WrittenEvent& event, std::vector<EventSpan> spans) {
    const auto outside = [&](const EventSpan& span) {
      const base::Interval during = interval_of(span, context_.options.zone);
      const base::Interval& window = context_.window;
      if (during.from == during.to) return !window.contains(during.from);
      return during.to <= window.from || window.to <= during.from;
    };
    std::erase_if(spans, outside);
    if (spans.empty()) return;
    context_.occurrences += spans.size();
    FeedEvent& added = out_.emplace_back(event.said);
    added.spans = std::move(spans);
  }

  FeedContext& context_;
  std::vector<FeedEvent>& out_;
  std::vector<Change> single_;
  std::vector<Change> from_on_;  // by instance
};

}  // namespace

void append_events(std::vector<WrittenEvent> events, FeedContext& context, std::vector<FeedEvent>& out) {
  SeriesReader(context, out).read(std::move(events));
}

}  // namespace tandem::calendar
