#include <fmt/format.h>

#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

constexpr std::string_view kDayOrMomentForm = "a date or a local time, such as `2026-10-05` or `2026-10-05 14:30`";
constexpr std::string_view kDaySpanForm =
    "a date that exists: write `2026-10-05`, or a span such as `2026-12-28..2027-01-01`";

// Dates as the calendar answers about them: from the year 1 on.
std::optional<calendar::Date> parse_date(std::string_view text) {
  const auto date = calendar::parse_date(text);
  return date && date->year() >= std::chrono::year(1) ? date : std::nullopt;
}

std::optional<calendar::LocalTime> parse_local_time(std::string_view text) {
  const auto time = calendar::parse_local_time(text);
  return time && time->date.year() >= std::chrono::year(1) ? time : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool read_day_or_moment(Binder& binder, const yaml::Node& node, DayOrMoment& out) {
  binder.expect(node.range, {.form = kDayOrMomentForm});
  const std::string* text = word_of(binder, node, "a date or a local time");
  if (text == nullptr) return false;
  if (const auto date = parse_date(*text)) {
    out = {.date = *date};
    return true;
  }
  if (const auto time = parse_local_time(*text)) {
    out = {.date = time->date, .time_of_day = time->time_of_day};
    return true;
  }
  binder.bad_value(node.range, *text, kDayOrMomentForm);
  return false;
}

}  // namespace

bool read_day_span(Binder& binder, const std::string& text, source::Range at, DaySpan& out) {
  const auto dots = text.find("..");
  const std::string_view first = trimmed(std::string_view(text).substr(0, dots));
  const std::string_view last = dots == std::string::npos ? first : trimmed(std::string_view(text).substr(dots + 2));
  const auto from = parse_date(first);
  const auto to = parse_date(last);
  if (!from || !to) {
    const bool is_span = dots != std::string::npos;
    binder.bad_value(at, from ? last : first, is_span ? kDateForm : kDaySpanForm);
    return false;
  }
  out = {*from, *to};
  if (*from <= *to) return true;
  binder.findings.add(diag::Kind::BadValue, at, fmt::format("`{}..{}` runs backwards", first, last))
      .suggest(fmt::format("write `{}..{}`", last, first));
  return false;
}

bool read_date(Binder& binder, const yaml::Node& node, calendar::Date& out) {
  return read_parsed(binder, node, out, parse_date, kDateForm);
}

bool read_located_day_span(Binder& binder, const yaml::Node& node, Located<DaySpan>& out) {
  out.at = node.range;
  const std::string* text = word_of(binder, node, "a date or a span of dates");
  return text != nullptr && read_day_span(binder, *text, node.range, out.value);
}

bool read_local_time(Binder& binder, const yaml::Node& node, calendar::LocalTime& out) {
  return read_parsed(binder, node, out, parse_local_time, kLocalTimeForm);
}

void read_from_to(Binder& binder, Fields& fields, FromTo& out) {
  auto& [from, to] = out;
  fields.required("from", from, read_day_or_moment);
  fields.required("to", to, read_day_or_moment);
  if (!from.good() || !to.good()) return;
  const auto begins = local_begin(from.value);
  const auto ends = local_end(to.value);
  if (begins < ends) return;
  binder.findings
      .add(diag::Kind::BadValue, to.at,
           begins == ends && to.value.time_of_day ? "`from` and `to` are the same moment" : "`to` is before `from`")
      .note(from.at, "it begins here");
  to.presence = Presence::Wrong;
}

bool read_time_zone(Binder& binder, const yaml::Node& node, std::string& out) {
  binder.expect(node.range, {.known = KnownNames::TimeZones});
  const std::string* text = word_of(binder, node, "the name of a time zone");
  if (text == nullptr) return false;
  out = *text;
  const auto zone = calendar::Zone::find(out);
  if (zone) return true;
  if (zone.error().code != base::ErrorCode::NotFound) {
    // The name may be right: it is the machine's database that cannot be read.
    binder.findings.add(diag::Kind::BadValue, node.range, zone.error().message);
    return false;
  }
  binder.bad_value(node.range, out, "a time zone: write an IANA name, such as `America/New_York`");
  return false;
}

}  // namespace tandem::agreement
