#include "cli/calendar_span.h"

#include "cli/agreement_input.h"
#include "cli/local_text.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

using calendar::Date;
using std::chrono::days;
using std::chrono::sys_days;

constexpr days kDefaultLength{28};
constexpr days kLongest{3660};

std::string no_time(std::string_view words) {
  return fmt::format("`{}` is not a time: write 2026-12-25, 2026-12-25 03:00 or 2026-12-25T03:00:00Z",
                     diag::visible(words));
}

// A date as the end of a span means the end of that day.
std::optional<base::Instant> end_of(std::string_view words, const calendar::Zone& zone) {
  if (const auto date = calendar::parse_date(words)) return zone.to_instant(*date, base::hours(24));
  return instant_of(words, zone);
}

bool is_midnight(base::Instant at, const calendar::Zone& zone) {
  return zone.to_instant(zone.to_local(at).date, {}) == at;
}

}  // namespace

std::expected<base::Interval, std::string> span_of(const SpanWords& words, const calendar::Zone& zone,
                                                   const base::Clock& clock) {
  base::Interval span;
  if (words.from.empty()) {
    span.from = zone.to_instant(zone.to_local(clock.now()).date, {});
  } else {
    const auto from = instant_of(words.from, zone);
    if (!from) return std::unexpected(no_time(words.from));
    span.from = *from;
  }
  if (words.to.empty()) {
    const auto local = zone.to_local(span.from);
    span.to = zone.to_instant(Date(sys_days(local.date) + kDefaultLength), local.time_of_day);
  } else {
    const auto to = end_of(words.to, zone);
    if (!to) return std::unexpected(no_time(words.to));
    span.to = *to;
  }
  if (span.to <= span.from) {
    return std::unexpected(fmt::format("the end, {}, is not behind the beginning, {}", local_text(span.to, zone),
                                       local_text(span.from, zone)));
  }
  if (span.to - span.from > kLongest) return std::unexpected("ten years at most can be shown at a time");
  return span;
}

std::string span_text(base::Interval span, const calendar::Zone& zone) {
  if (!is_midnight(span.from, zone) || !is_midnight(span.to, zone)) {
    return fmt::format("{} to {}", local_text(span.from, zone), local_text(span.to, zone));
  }
  const Date first = zone.to_local(span.from).date;
  const Date last = zone.to_local(span.to - base::Duration(1)).date;
  return first == last ? date_text(first) : fmt::format("{} to {}", date_text(first), date_text(last));
}

std::expected<base::Instant, std::string> instant_or_now(std::string_view words, const calendar::Zone& zone,
                                                         const base::Clock& clock) {
  if (words.empty()) return clock.now();
  const auto at = instant_of(words, zone);
  if (!at) return std::unexpected(no_time(words));
  return *at;
}

}  // namespace tandem::cli
