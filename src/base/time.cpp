#include "base/time.h"

namespace tandem::base {
namespace {

using Days = std::chrono::sys_days;

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return Instant(std::chrono::floor<Duration>(std::chrono::system_clock::now().time_since_epoch()));
  }
};

// Reads exactly `count` digits at `at` and moves past them.
std::optional<int> digits(std::string_view text, std::size_t& at, std::size_t count) {
  if (text.size() - at < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  at += count;
  return value;
}

bool skip(std::string_view text, std::size_t& at, char upper, char lower) {
  if (at >= text.size() || (text[at] != upper && text[at] != lower)) return false;
  ++at;
  return true;
}

std::optional<Duration> fraction(std::string_view text, std::size_t& at) {
  if (at >= text.size() || text[at] != '.') return Duration::zero();
  ++at;
  std::int64_t us = 0;
  std::size_t count = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count) us = us * 10 + (text[at] - '0');
  if (count == 0 || count > 6) return std::nullopt;
  for (; count < 6; ++count) us *= 10;
  return Duration(us);
}

std::optional<Duration> offset(std::string_view text, std::size_t& at) {
  if (skip(text, at, 'Z', 'z')) return Duration::zero();
  if (at >= text.size() || (text[at] != '+' && text[at] != '-')) return std::nullopt;
  const bool east = text[at++] == '+';
  const auto h = digits(text, at, 2);
  if (!h || *h > 23 || !skip(text, at, ':', ':')) return std::nullopt;
  const auto m = digits(text, at, 2);
  if (!m || *m > 59) return std::nullopt;
  const Duration size = hours(*h) + minutes(*m);
  return east ? size : -size;
}

}  // namespace

std::unique_ptr<Clock> make_system_clock() {
  return std::make_unique<SystemClock>();
}

std::string to_rfc3339(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at.sys());
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at.sys() - day);
  const auto us = time.subseconds().count();
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                 time.hours().count(), time.minutes().count(), time.seconds().count());
  if (us % 1000 != 0) {
    text += fmt::format(".{:06}", us);
  } else if (us != 0) {
    text += fmt::format(".{:03}", us / 1000);
  }
  return text + 'Z';
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  std::size_t at = 0;
  const auto year = digits(text, at, 4);
  if (!year || !skip(text, at, '-', '-')) return std::nullopt;
  const auto month = digits(text, at, 2);
  if (!month || !skip(text, at, '-', '-')) return std::nullopt;
  const auto day = digits(text, at, 2);
  if (!day || !skip(text, at, 'T', 't')) return std::nullopt;
  const auto hour = digits(text, at, 2);
  if (!hour || *hour > 23 || !skip(text, at, ':', ':')) return std::nullopt;
  const auto minute = digits(text, at, 2);
  if (!minute || *minute > 59 || !skip(text, at, ':', ':')) return std::nullopt;
  const auto second = digits(text, at, 2);
  if (!second || *second > 59) return std::nullopt;
  const auto us = fraction(text, at);
  if (!us) return std::nullopt;
  const auto from_utc = offset(text, at);
  if (!from_utc || at != text.size()) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  const Instant local(Days(date).time_since_epoch() + hours(*hour) + minutes(*minute) + seconds(*second) + *us);
  return local - *from_utc;
}

}  // namespace tandem::base
