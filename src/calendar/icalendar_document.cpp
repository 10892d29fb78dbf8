#include "calendar/icalendar_document.h"

#include "base/check.h"
#include "calendar/icalendar_vtimezone.h"
#include "calendar/icalendar_writer.h"

namespace tandem::calendar {
namespace {

base::Instant floor_second(base::Instant at) {
  return base::Instant(std::chrono::floor<std::chrono::seconds>(at.sys().time_since_epoch()));
}

base::Instant ceil_second(base::Instant at) {
  return base::Instant(std::chrono::ceil<std::chrono::seconds>(at.sys().time_since_epoch()));
}

// Whether the local clock shows this time only once: not in an hour that is about to occur again, nor when it does.
bool has_local_name(const Zone& zone, base::Instant at) {
  const LocalTime local = zone.to_local(at);
  if (zone.to_instant(local.date, local.time_of_day) != at) return false;
  const base::Duration offset = zone.offset_at(at);
  const base::Duration put_back = offset - zone.offset_at(at + base::hours(24));
  return put_back <= base::Duration{} || zone.offset_at(at + put_back) == offset;
}

std::string_view busy_status(BusyStatus status) {
  switch (status) {
    case BusyStatus::Busy: return "BUSY";
    case BusyStatus::Free: return "FREE";
    case BusyStatus::Tentative: return "TENTATIVE";
    case BusyStatus::OutOfOffice: return "OOF";
    case BusyStatus::WorkingElsewhere: return "WORKINGELSEWHERE";
  }
  return "BUSY";
}

// What an entry is called when its own title is hidden.
std::string_view busy_title(BusyStatus status) {
  switch (status) {
    case BusyStatus::Busy: return "Busy";
    case BusyStatus::Free: return "Free";
    case BusyStatus::Tentative: return "Tentative";
    case BusyStatus::OutOfOffice: return "Away";
    case BusyStatus::WorkingElsewhere: return "Working elsewhere";
  }
  return "Busy";
}

std::string written_refresh(std::chrono::minutes refresh) {
  return fmt::format("PT{}M", std::max(refresh.count(), std::chrono::minutes::rep{1}));
}

class Writer {
 public:
  explicit Writer(const CalendarDocument& document)
      : document_(document), utc_(document.zone.name() == "UTC" || document.zone.name() == "Etc/UTC") {}

  std::string write() && {
    header();
    if (const auto range = zoned_range()) append_vtimezone(document_.zone, *range, out_);
    for (const CalendarEntry& entry : document_.entries) event(entry);
    out_.line("END:VCALENDAR");
    return std::move(out_).take();
  }

 private:
  void header() {
    const std::string refresh = written_refresh(document_.refresh);
    out_.line("BEGIN:VCALENDAR");
    out_.line("VERSION:2.0");
    out_.line("PRODID:-//Tandem//Tandem service desk//EN");
    out_.line("CALSCALE:GREGORIAN");
    out_.line("METHOD:PUBLISH");
    out_.text("NAME", document_.name);
    out_.text("X-WR-CALNAME", document_.name);
    if (!document_.description.empty()) {
      out_.text("DESCRIPTION", document_.description);
      out_.text("X-WR-CALDESC", document_.description);
    }
    out_.line(fmt::format("X-WR-TIMEZONE:{}", document_.zone.name()));
    out_.line("REFRESH-INTERVAL;VALUE=DURATION:" + refresh);
    out_.line("X-PUBLISHED-TTL:" + refresh);
  }

  // A time is zoned when both its ends have a name on the local clock; otherwise both are in UTC, as the standard asks.
  [[nodiscard]] bool is_zoned(const base::Interval& during) const {
    return !utc_ && has_local_name(document_.zone, floor_second(during.from)) &&
           has_local_name(document_.zone, ceil_second(during.to));
  }

  // What the VTIMEZONE has to cover; nothing when no time is zoned.
  [[nodiscard]] std::optional<base::Interval> zoned_range() const {
    std::optional<base::Interval> range;
    for (const CalendarEntry& entry : document_.entries) {
      const auto* during = std::get_if<base::Interval>(&entry.span);
      if (during == nullptr || !is_zoned(*during)) continue;
      if (!range) range = *during;
      range->from = std::min(range->from, during->from);
      range->to = std::max(range->to, during->to);
    }
    return range;
  }

  void event(const CalendarEntry& entry) {
    const bool full = document_.detail == Detail::Full;
    out_.line("BEGIN:VEVENT");
    out_.text("UID", full ? entry.uid : stable_uid(document_.uid_key, entry.uid));
    out_.line("DTSTAMP:" + written_utc(document_.stamp));
    if (entry.changed) out_.line("LAST-MODIFIED:" + written_utc(*entry.changed));
    if (entry.sequence) out_.line(fmt::format("SEQUENCE:{}", *entry.sequence));
    span(entry.span);
    if (full) {
      texts(entry);
    } else {
      out_.text("SUMMARY", busy_title(entry.busy));
    }
    out_.line(entry.cancelled ? "STATUS:CANCELLED" : entry.tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
    const bool free = entry.busy == BusyStatus::Free || entry.busy == BusyStatus::WorkingElsewhere;
    out_.line(free ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
    out_.line(fmt::format("X-MICROSOFT-CDO-BUSYSTATUS:{}", busy_status(entry.busy)));
    out_.line("END:VEVENT");
  }

  void texts(const CalendarEntry& entry) {
    out_.text("SUMMARY", entry.summary);
    if (!entry.description.empty()) out_.text("DESCRIPTION", entry.description);
    std::string categories;
    for (const std::string& each : entry.categories) {
      categories += (categories.empty() ? "" : ",") + escape_text(each);
    }
    if (!categories.empty()) out_.line("CATEGORIES:" + categories);
    out_.line(entry.is_private ? "CLASS:PRIVATE" : "CLASS:PUBLIC");
  }

  void span(const EventSpan& span) {
    if (const auto* days = std::get_if<WholeDays>(&span)) {
      TANDEM_ENSURE(days->first < days->end);
      out_.line("DTSTART;VALUE=DATE:" + written_date(days->first));
      out_.line("DTEND;VALUE=DATE:" + written_date(days->end));
      out_.line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE");
      return;
    }
    const auto& during = std::get<base::Interval>(span);
    TANDEM_ENSURE(during.from <= during.to);
    const bool zoned = is_zoned(during);
    const auto time = [&](std::string_view name, base::Instant at) {
      out_.line(
          zoned ? fmt::format("{};TZID={}:{}", name, document_.zone.name(), written_local(document_.zone.to_local(at)))
                : fmt::format("{}:{}", name, written_utc(at)));
    };
    const base::Instant from = floor_second(during.from);
    const base::Instant to = ceil_second(during.to);
    time("DTSTART", from);
    // An end must be later than the start; without one the event has no length.
    if (from < to) time("DTEND", to);
  }

  const CalendarDocument& document_;
  bool utc_;
  LineWriter out_;
};

}  // namespace

std::string write_icalendar(const CalendarDocument& document) {
  return Writer(document).write();
}

}  // namespace tandem::calendar
