#include "calendar/posix_rule.h"

namespace tandem::calendar {

using std::chrono::seconds;

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

// Reads the parts of a rule one after another. Each answers nothing when the text goes on differently.
class PosixRule::Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool next_is(char c) const { return !at_end() && text_[at_] == c; }
  bool skip(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }

  // "CET" or "<-03>": at least three characters.
  std::optional<std::string> name() {
    constexpr std::size_t kShortest = 3;
    const bool quoted = skip('<');
    const std::size_t begin = at_;
    const auto belongs = [&](char c) { return is_letter(c) || (quoted && (is_digit(c) || c == '+' || c == '-')); };
    while (!at_end() && belongs(text_[at_])) ++at_;
    const std::string_view found = text_.substr(begin, at_ - begin);
    if (found.size() < kShortest || (quoted && !skip('>'))) return std::nullopt;
    return std::string(found);
  }

  // POSIX counts hours west of Greenwich.
  std::optional<seconds> offset() {
    constexpr int kMostHours = 24;
    const auto west = clock(kMostHours);
    return west ? std::optional(-*west) : std::nullopt;
  }

  std::optional<Change> change() {
    Change change;
    const auto day = skip('J') ? julian_day(change) : skip('M') ? month_week_day(change) : year_day(change);
    if (!day) return std::nullopt;
    if (skip('/')) {
      constexpr int kMostHours = 167;
      const auto time = clock(kMostHours);
      if (!time) return std::nullopt;
      change.time = *time;
    }
    return change;
  }

 private:
  std::optional<int> number(int least, int most) {
    constexpr std::size_t kMostDigits = 3;
    const std::size_t begin = at_;
    int value = 0;
    while (!at_end() && is_digit(text_[at_]) && at_ - begin < kMostDigits) value = value * 10 + (text_[at_++] - '0');
    if (at_ == begin || value < least || value > most) return std::nullopt;
    return value;
  }

  // [+-]h[h[h]][:mm[:ss]]
  std::optional<seconds> clock(int most_hours) {
    const bool negative = skip('-');
    if (!negative) skip('+');
    const auto hours = number(0, most_hours);
    if (!hours) return std::nullopt;
    seconds total = std::chrono::hours(*hours);
    if (skip(':')) {
      const auto minutes = number(0, 59);
      if (!minutes) return std::nullopt;
      total += std::chrono::minutes(*minutes);
      if (skip(':')) {
        const auto rest = number(0, 59);
        if (!rest) return std::nullopt;
        total += seconds(*rest);
      }
    }
    return negative ? -total : total;
  }

  bool julian_day(Change& change) {
    const auto day = number(1, 365);
    change.form = Change::Form::JulianDay;
    change.day = day.value_or(0);
    return day.has_value();
  }
  bool year_day(Change& change) {
    const auto day = number(0, 365);
    change.form = Change::Form::YearDay;
    change.day = day.value_or(0);
    return day.has_value();
  }
  bool month_week_day(Change& change) {
    const auto month = number(1, 12);
    const auto week = month && skip('.') ? number(1, 5) : std::nullopt;
    const auto day = week && skip('.') ? number(0, 6) : std::nullopt;
    if (!day) return false;
    change.form = Change::Form::Weekday;
    change.month = *month;
    change.week = *week;
    change.day = *day;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<PosixRule> PosixRule::parse(std::string_view text) {
  Reader reader(text);
  PosixRule rule;
  auto standard = reader.name();
  const auto offset = standard ? reader.offset() : std::nullopt;
  if (!offset) return std::nullopt;
  rule.standard_ = {.offset = *offset, .daylight = false, .abbreviation = *std::move(standard)};
  if (reader.at_end()) return rule;

  auto name = reader.name();
  if (!name) return std::nullopt;
  Daylight daylight;
  daylight.type = {.offset = *offset + std::chrono::hours(1), .daylight = true, .abbreviation = *std::move(name)};
  if (!reader.next_is(',')) {
    const auto its_own = reader.offset();
    if (!its_own) return std::nullopt;
    daylight.type.offset = *its_own;
  }
  const auto begins = reader.skip(',') ? reader.change() : std::nullopt;
  const auto ends = begins && reader.skip(',') ? reader.change() : std::nullopt;
  if (!ends || !reader.at_end()) return std::nullopt;
  daylight.begins = *begins;
  daylight.ends = *ends;
  rule.daylight_ = std::move(daylight);
  return rule;
}

std::int64_t PosixRule::Change::in_year(std::chrono::year year) const {
  using std::chrono::days;
  using std::chrono::sys_days;
  sys_days date(year / std::chrono::January / 1);
  switch (form) {
    case Form::JulianDay: {
      constexpr int kFirstOfMarch = 60;
      date += days(day - 1 + (year.is_leap() && day >= kFirstOfMarch ? 1 : 0));
      break;
    }
    case Form::YearDay: date += days(day); break;
    case Form::Weekday: {
      const auto in_month = year / std::chrono::month(static_cast<unsigned>(month));
      const std::chrono::weekday on(static_cast<unsigned>(day));
      date =
          week == 5 ? sys_days(in_month / on[std::chrono::last]) : sys_days(in_month / on[static_cast<unsigned>(week)]);
      break;
    }
  }
  return (date.time_since_epoch() + time) / seconds(1);
}

std::vector<PosixRule::Period> PosixRule::daylight_periods(std::chrono::year first, std::chrono::year last) const {
  std::vector<Period> periods;
  if (!daylight_) return periods;
  const auto begin_in = [&](std::chrono::year year) {
    return daylight_->begins.in_year(year) - standard_.offset / seconds(1);
  };
  const auto end_in = [&](std::chrono::year year) {
    return daylight_->ends.in_year(year) - daylight_->type.offset / seconds(1);
  };
  for (std::chrono::year year = first; year <= last; ++year) {
    Period period{.from = begin_in(year), .to = end_in(year)};
    if (period.from == period.to) continue;
    // Where summer lies over New Year, it ends in the following year.
    if (period.from > period.to) period.to = end_in(year + std::chrono::years(1));
    if (!periods.empty() && period.from <= periods.back().to) {
      periods.back().to = std::max(periods.back().to, period.to);
    } else {
      periods.push_back(period);
    }
  }
  return periods;
}

}  // namespace tandem::calendar
