#include "agreement/amounts.h"

#include "calendar/date_text.h"

namespace tandem::agreement {
namespace {

constexpr std::int64_t kLargestCount = 1'000'000'000;
constexpr std::array<std::string_view, 7> kDayNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// The words of a phrase; a number glued to its unit ("15min", "90%") counts as two words.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ends = i == text.size() || text[i] == ' ';
    const bool unit_begins = !ends && i > begin && is_digit(text[i - 1]) && (is_lower(text[i]) || text[i] == '%');
    if (!ends && !unit_begins) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = ends ? i + 1 : i;
  }
  return words;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
  if (text.empty() || text.size() > 10 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::int64_t count = 0;
  for (const char c : text) count = count * 10 + (c - '0');
  return count <= kLargestCount ? std::optional(count) : std::nullopt;
}

std::optional<Unit> parse_unit(std::string_view word) {
  struct Word {
    std::string_view text;
    Unit unit;
  };
  constexpr std::array<Word, 16> kWords = {{{"min", Unit::Minute},
                                            {"mins", Unit::Minute},
                                            {"minute", Unit::Minute},
                                            {"minutes", Unit::Minute},
                                            {"h", Unit::Hour},
                                            {"hour", Unit::Hour},
                                            {"hours", Unit::Hour},
                                            {"d", Unit::Day},
                                            {"day", Unit::Day},
                                            {"days", Unit::Day},
                                            {"week", Unit::Week},
                                            {"weeks", Unit::Week},
                                            {"month", Unit::Month},
                                            {"months", Unit::Month},
                                            {"year", Unit::Year},
                                            {"years", Unit::Year}}};
  const auto found = std::ranges::find(kWords, word, &Word::text);
  return found == kWords.end() ? std::nullopt : std::optional(found->unit);
}

// "per month" at the end of `words`, from position `from` on; the outer optional is empty when it is something else.
std::optional<std::optional<Unit>> parse_per(std::span<const std::string_view> words) {
  if (words.empty()) return std::optional<Unit>();
  if (words.size() != 2 || words[0] != "per") return std::nullopt;
  const auto unit = parse_unit(words[1]);
  if (!unit) return std::nullopt;
  return unit;
}

std::optional<std::uint8_t> parse_day(std::string_view text) {
  const auto found = std::ranges::find(kDayNames, text);
  if (found == kDayNames.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - kDayNames.begin());
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view to_text(Unit unit) {
  switch (unit) {
    case Unit::Minute: return "minute";
    case Unit::Hour: return "hour";
    case Unit::Day: return "day";
    case Unit::Week: return "week";
    case Unit::Month: return "month";
    case Unit::Year: return "year";
  }
  return "";
}

std::optional<Length> parse_length(std::string_view text) {
  const auto words = words_of(text);
  const bool business = words.size() == 3 && words[1] == "business";
  if (words.size() != 2 && !business) return std::nullopt;
  const auto count = parse_count(words.front());
  const auto unit = parse_unit(words.back());
  if (!count || !unit) return std::nullopt;
  if (business && *unit > Unit::Day) return std::nullopt;
  constexpr std::array<std::int64_t, 6> kMinutes = {1, 60, 1440, 10080, 44640, 527040};
  constexpr std::int64_t kHundredYears = 100 * 527040;
  if (*count > kHundredYears / kMinutes[static_cast<std::size_t>(*unit)]) return std::nullopt;
  return Length{*count, *unit, business};
}

bool is_too_long(std::string_view text) {
  const auto words = words_of(text);
  const bool business = words.size() == 3 && words[1] == "business";
  if (words.size() != 2 && !business) return false;
  const auto unit = parse_unit(words.back());
  const bool is_length = unit && (!business || *unit <= Unit::Day) && std::ranges::all_of(words.front(), is_digit);
  return is_length && !parse_length(text);
}

std::string to_text(const Length& length) {
  constexpr std::array<std::string_view, 6> kUnits = {"min", "hour", "day", "week", "month", "year"};
  const std::string_view unit = kUnits[static_cast<std::size_t>(length.unit)];
  const std::string_view plural = length.count == 1 || length.unit == Unit::Minute ? "" : "s";
  return fmt::format("{} {}{}{}", length.count, length.business ? "business " : "", unit, plural);
}

std::optional<base::Duration> real_time(const Length& length) {
  if (length.business) return std::nullopt;
  switch (length.unit) {
    case Unit::Minute: return base::minutes(length.count);
    case Unit::Hour: return base::hours(length.count);
    case Unit::Day: return base::hours(24 * length.count);
    case Unit::Week: return base::hours(7 * 24 * length.count);
    case Unit::Month:
    case Unit::Year: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Money> parse_money(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2) return std::nullopt;
  const auto point = words[0].find('.');
  const auto whole = parse_count(words[0].substr(0, point));
  if (!whole) return std::nullopt;
  std::int64_t hundredths = *whole * 100;
  if (point != std::string_view::npos) {
    const auto fraction = words[0].substr(point + 1);
    const auto parsed = parse_count(fraction);
    if (fraction.size() != 2 || !parsed) return std::nullopt;
    hundredths += *parsed;
  }
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (words[1].size() != 3 || !std::ranges::all_of(words[1], is_capital)) return std::nullopt;
  const auto per = parse_per(std::span(words).subspan(2));
  if (!per) return std::nullopt;
  return Money{hundredths, std::string(words[1]), *per};
}

std::string to_text(const Money& money) {
  const auto whole = money.hundredths / 100;
  const auto rest = money.hundredths % 100;
  const std::string amount = rest == 0 ? fmt::format("{}", whole) : fmt::format("{}.{:02}", whole, rest);
  const std::string per = money.per ? fmt::format(" per {}", to_text(*money.per)) : std::string();
  return fmt::format("{} {}{}", amount, money.currency, per);
}

std::optional<HoursPer> parse_hours_per(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return std::nullopt;
  const auto hours = parse_count(words[0]);
  const auto per = parse_per(std::span(words).subspan(1));
  if (!hours || !per) return std::nullopt;
  return HoursPer{*hours, *per};
}

std::optional<Measure> parse_measure(std::string_view text) {
  const auto words = words_of(text);
  const bool percent = words.size() == 2 && words[1] == "%";
  if (words.size() != 1 && !percent) return std::nullopt;
  const auto point = words[0].find('.');
  const auto whole = parse_count(words[0].substr(0, point));
  if (!whole) return std::nullopt;
  double number = static_cast<double>(*whole);
  if (point != std::string_view::npos) {
    const auto digits = words[0].substr(point + 1);
    const auto fraction = parse_count(digits);
    if (!fraction || digits.size() > 6) return std::nullopt;
    double scale = 1;
    for (std::size_t i = 0; i < digits.size(); ++i) scale *= 10;
    number += static_cast<double>(*fraction) / scale;
  }
  return Measure{number, percent};
}

std::optional<base::Duration> parse_clock(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const auto hour = parse_count(text.substr(0, colon));
  const auto minute = parse_count(text.substr(colon + 1));
  if (!hour || !minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute != 0)) return std::nullopt;
  return base::minutes(*hour * 60 + *minute);
}

std::optional<calendar::DayWindow> parse_window(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_clock(trim(text.substr(0, dash)));
  auto to = parse_clock(trim(text.substr(dash + 1)));
  if (!from || !to || *from == *to || *from == base::hours(24)) return std::nullopt;
  if (*to < *from) *to += base::hours(24);
  return calendar::DayWindow{*from, *to};
}

std::string to_text(const calendar::DayWindow& window) {
  const auto clock = [](base::Duration time) {
    const auto minutes = (time > base::hours(24) ? time - base::hours(24) : time) / base::minutes(1);
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  };
  return fmt::format("{}-{}", clock(window.from), clock(window.to));
}

std::string to_text(calendar::Date date) {
  return calendar::iso_date(date);
}

std::optional<std::vector<std::uint8_t>> parse_weekdays(std::string_view text) {
  std::vector<std::uint8_t> days;
  while (true) {
    const auto comma = text.find(',');
    const auto part = trim(text.substr(0, comma));
    const auto dash = part.find('-');
    const auto first = parse_day(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_day(part.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    for (std::uint8_t day = *first;; day = static_cast<std::uint8_t>((day + 1) % 7)) {
      if (std::ranges::find(days, day) != days.end()) return std::nullopt;
      days.push_back(day);
      if (day == *last) break;
    }
    if (comma == std::string_view::npos) return days;
    text.remove_prefix(comma + 1);
  }
}

std::string_view weekday_name(std::uint8_t day) {
  return kDayNames[day];
}

std::optional<WeekMoment> parse_week_moment(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto day = parse_day(text.substr(0, space));
  const auto time = parse_clock(trim(text.substr(space + 1)));
  if (!day || !time || *time == base::hours(24)) return std::nullopt;
  return WeekMoment{*day, *time};
}

bool is_kebab_case(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() == '-' || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool is_email_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.size() > 254) return false;
  const auto local = text.substr(0, at);
  auto domain = text.substr(at + 1);
  constexpr std::string_view kForbidden = " \t\"(),:;<>@[\\]";
  const auto plain = [&](char c) { return static_cast<unsigned char>(c) > ' ' && !kForbidden.contains(c); };
  if (!std::ranges::all_of(local, plain)) return false;
  if (domain.find('.') == std::string_view::npos) return false;
  while (true) {
    const auto dot = domain.find('.');
    const auto label = domain.substr(0, dot);
    const auto allowed = [](char c) {
      return is_lower(c) || is_digit(c) || c == '-' || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(label, allowed)) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

}  // namespace tandem::agreement
