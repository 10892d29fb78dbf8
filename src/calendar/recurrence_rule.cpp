#include "calendar/recurrence_rule.h"

#include "calendar/excerpt.h"
#include "calendar/icalendar_line.h"

namespace tandem::calendar {
namespace {

constexpr std::array<std::string_view, 7> kFrequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                       "WEEKLY",   "MONTHLY",  "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr std::array<std::string_view, 3> kSkips{"OMIT", "BACKWARD", "FORWARD"};
// More than these would only overflow what is counted with them.
constexpr std::int64_t kGreatestInterval = 1'000'000'000;
constexpr std::size_t kLongestList = 1000;

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <std::size_t N>
std::optional<std::size_t> position_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

// One `NAME=VALUE` of a rule, in capitals.
struct Part {
  std::string name;
  std::string value;

  [[nodiscard]] std::unexpected<base::Error> fault(std::string_view reason) const {
    return base::fail(base::ErrorCode::BadInput, fmt::format("`{}={}`: {}", excerpt(name), excerpt(value), reason));
  }
};

struct Range {
  int least;
  int greatest;
  bool from_the_end;  // -1 is the last
  std::string_view of;
};

base::Result<std::vector<int>> numbers(const Part& part, const Range& range) {
  std::vector<int> out;
  for (const auto each : std::views::split(std::string_view(part.value), ',')) {
    const std::string_view text(each.begin(), each.end());
    const auto number = whole_number<int>(text);
    const int size = number.value_or(0) < 0 && range.from_the_end ? -number.value_or(0) : number.value_or(0);
    if (!number || size < range.least || size > range.greatest) {
      return part.fault(fmt::format("`{}` is not {} ({} to {}{})", excerpt(text), range.of, range.least, range.greatest,
                                    range.from_the_end ? ", or negative from the end" : ""));
    }
    out.push_back(*number);
    if (out.size() > kLongestList) return part.fault(fmt::format("has more than {} values", kLongestList));
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

base::Result<std::vector<NthWeekday>> weekdays(const Part& part) {
  std::vector<NthWeekday> out;
  for (const auto each : std::views::split(std::string_view(part.value), ',')) {
    const std::string_view text(each.begin(), each.end());
    const std::size_t digits = text.size() < 2 ? 0 : text.size() - 2;
    const auto day = position_in(kWeekdays, text.substr(digits));
    const auto nth = digits == 0 ? 0 : whole_number<int>(text.substr(0, digits));
    if (!day || !nth || *nth > 53 || *nth < -53 || (digits != 0 && *nth == 0)) {
      return part.fault(fmt::format("`{}` is not a weekday (such as `MO`, `2TU` or `-1FR`)", excerpt(text)));
    }
    const NthWeekday found{std::chrono::weekday(static_cast<unsigned>(*day)), *nth};
    if (std::ranges::find(out, found) == out.end()) out.push_back(found);
    if (out.size() > kLongestList) return part.fault(fmt::format("has more than {} values", kLongestList));
  }
  return out;
}

base::Result<std::int64_t> positive(const Part& part) {
  const auto number = whole_number<std::int64_t>(part.value);
  if (!number || *number < 1) return part.fault("is not a whole number of 1 or more");
  return std::min(*number, kGreatestInterval);
}

template <class T>
base::Result<> put(T& field, base::Result<T> value) {
  if (!value) return std::unexpected(std::move(value).error());
  field = *std::move(value);
  return {};
}

base::Result<> read_list(RecurrenceRule& rule, const Part& part) {
  constexpr int kManyPositions = 366;
  if (part.name == "BYMINUTE") return put(rule.by_minute, numbers(part, {0, 59, false, "a minute"}));
  if (part.name == "BYHOUR") return put(rule.by_hour, numbers(part, {0, 23, false, "an hour"}));
  if (part.name == "BYDAY") return put(rule.by_day, weekdays(part));
  if (part.name == "BYMONTHDAY") return put(rule.by_month_day, numbers(part, {1, 31, true, "a day of a month"}));
  if (part.name == "BYYEARDAY") return put(rule.by_year_day, numbers(part, {1, 366, true, "a day of a year"}));
  if (part.name == "BYWEEKNO") return put(rule.by_week, numbers(part, {1, 53, true, "a week of a year"}));
  if (part.name == "BYSETPOS") return put(rule.by_position, numbers(part, {1, kManyPositions, true, "a position"}));
  if (part.name == "BYMONTH") return put(rule.by_month, numbers(part, {1, 12, false, "a month"}));
  if (part.name == "BYSECOND") {
    TANDEM_TRY_DONE(put(rule.by_second, numbers(part, {0, 60, false, "a second"})));
    for (int& second : rule.by_second) second = std::min(second, 59);
    rule.by_second.erase(std::ranges::unique(rule.by_second).begin(), rule.by_second.end());
    return {};
  }
  if (part.name.starts_with("X-")) return {};
  return part.fault("is not a part of a recurrence rule");
}

base::Result<> read_part(RecurrenceRule& rule, const Part& part) {
  if (part.name == "RSCALE") return {};  // read before all others
  if (part.name == "FREQ") {
    const auto found = position_in(kFrequencies, part.value);
    if (!found) return part.fault("is not a frequency (`DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY` …)");
    rule.frequency = static_cast<Frequency>(*found);
    return {};
  }
  if (part.name == "INTERVAL") return put(rule.interval, positive(part));
  if (part.name == "COUNT") {
    TANDEM_TRY(rule.count, positive(part));
    return {};
  }
  if (part.name == "UNTIL") {
    rule.until = parse_civil_time(part.value);
    if (!rule.until) return part.fault("is not a date or time that exists");
    return {};
  }
  if (part.name == "WKST") {
    const auto found = position_in(kWeekdays, part.value);
    if (!found) return part.fault("is not a weekday (such as `MO`)");
    rule.week_start = std::chrono::weekday(static_cast<unsigned>(*found));
    return {};
  }
  if (part.name == "SKIP") {
    const auto found = position_in(kSkips, part.value);
    if (!found) return part.fault("is not `OMIT`, `BACKWARD` or `FORWARD`");
    rule.skip = static_cast<RecurrenceRule::Skip>(*found);
    return {};
  }
  return read_list(rule, part);
}

// What the table in RFC 5545, 3.3.10 forbids: parts that mean nothing for the frequency.
base::Result<> check_together(const RecurrenceRule& rule) {
  const auto misplaced = [](std::string_view part, std::string_view where) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("{} has no meaning in a rule {}", part, where));
  };
  const bool yearly = rule.frequency == Frequency::Yearly;
  if (!rule.by_week.empty() && !yearly) return misplaced("BYWEEKNO", "that is not yearly");
  if (!rule.by_year_day.empty() && !yearly && rule.frequency >= Frequency::Daily) {
    return misplaced("BYYEARDAY", "that is daily, weekly or monthly");
  }
  if (!rule.by_month_day.empty() && rule.frequency == Frequency::Weekly) {
    return misplaced("BYMONTHDAY", "that is weekly");
  }
  const bool numbered = std::ranges::any_of(rule.by_day, [](const NthWeekday& day) { return day.nth != 0; });
  if (numbered && rule.frequency < Frequency::Monthly) {
    return misplaced("a numbered weekday in BYDAY", "that is neither monthly nor yearly");
  }
  if (numbered && !rule.by_week.empty()) return misplaced("a numbered weekday in BYDAY", "with BYWEEKNO");
  return {};
}

base::Result<std::vector<Part>> split_parts(std::string_view text) {
  std::vector<Part> parts;
  for (const auto each : std::views::split(text, ';')) {
    const std::string_view part(each.begin(), each.end());
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      return base::fail(base::ErrorCode::BadInput, fmt::format("`{}` is not of the form NAME=VALUE", excerpt(part)));
    }
    Part read{in_capitals(part.substr(0, equals)), in_capitals(part.substr(equals + 1))};
    if (std::ranges::find(parts, read.name, &Part::name) != parts.end()) return read.fault("stands in the rule twice");
    if (parts.size() == 32) return read.fault("is one part too many");
    parts.push_back(std::move(read));
  }
  return parts;
}

base::Result<RecurrenceRule> read_rule(std::string_view text) {
  TANDEM_TRY(const std::vector<Part> parts, split_parts(text));
  RecurrenceRule rule{.text = std::string(text)};
  const auto named = [&](std::string_view name) { return std::ranges::find(parts, name, &Part::name); };
  if (named("FREQ") == parts.end()) return base::fail(base::ErrorCode::BadInput, "FREQ is missing");
  const auto scale = named("RSCALE");
  if (scale != parts.end() && scale->value != "GREGORIAN") {
    return base::fail(base::ErrorCode::Unsupported,
                      fmt::format("the calendar `{}` is not known here; GREGORIAN is", excerpt(scale->value)));
  }
  if (named("SKIP") != parts.end() && scale == parts.end()) return named("SKIP")->fault("stands without RSCALE");
  for (const Part& part : parts) TANDEM_TRY_DONE(read_part(rule, part));
  TANDEM_TRY_DONE(check_together(rule));
  return rule;
}

// Digits only: from_chars would take a sign.
std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

base::Result<RecurrenceRule> parse_recurrence_rule(std::string_view text) {
  auto rule = read_rule(text);
  if (rule) return rule;
  return std::unexpected(std::move(rule).error().within(fmt::format("recurrence rule `{}`", excerpt(text))));
}

std::optional<CivilTime> parse_civil_time(std::string_view text) {
  CivilTime out{.kind = CivilTime::Kind::WholeDay};
  if (text.size() == 16 && text.back() == 'Z') {
    out.kind = CivilTime::Kind::Utc;
    text.remove_suffix(1);
  } else if (text.size() == 15) {
    out.kind = CivilTime::Kind::Local;
  }
  if (text.size() != (out.kind == CivilTime::Kind::WholeDay ? 8 : 15)) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(4, 2));
  const auto day = digits(text.substr(6, 2));
  if (!year || *year == 0 || !month || !day) return std::nullopt;
  out.at.date = Date(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day));
  if (!out.at.date.ok()) return std::nullopt;
  if (out.kind == CivilTime::Kind::WholeDay) return out;
  const auto hour = digits(text.substr(9, 2));
  const auto minute = digits(text.substr(11, 2));
  const auto second = digits(text.substr(13, 2));
  if (text[8] != 'T' || !hour || *hour > 23 || !minute || *minute > 59 || !second || *second > 60) return std::nullopt;
  out.at.time_of_day = base::hours(*hour) + base::minutes(*minute) + base::seconds(std::min(*second, 59U));
  return out;
}

}  // namespace tandem::calendar
