#include <fmt/format.h>

#include <utility>

#include "base/error.h"
#include "calendar/holiday_rule.h"
#include "calendar/holiday_words.h"

namespace tandem::calendar {
namespace {

using std::chrono::month;
using std::chrono::weekday;

constexpr int kEarliestEaster = -80;  // 22 March less 80 days is 1 January
constexpr int kLatestEaster = 200;
constexpr std::string_view kDayForms =
    "a day, such as `jan 1`, `3rd mon jan`, `last mon may`, `mon before may 25`, `easter -2`, `day after 4th thu nov` "
    "or `2026-09-19`";
constexpr std::string_view kYearForm = "a year of four digits";

std::shared_ptr<const DayRule> shared(DayRule day) {
  return std::make_shared<const DayRule>(std::move(day));
}

Parsed<DayRule> parse_day(Words& words, int depth);

// The nth of "3rd", 0 for "last".
std::optional<unsigned> next_ordinal(const Words& words) {
  constexpr std::array<std::array<std::string_view, 2>, 6> kWords{
      {{"last", "last"}, {"1st", "first"}, {"2nd", "second"}, {"3rd", "third"}, {"4th", "fourth"}, {"5th", "fifth"}}};
  for (unsigned i = 0; i < kWords.size(); ++i) {
    if (words.next_is(kWords[i][0]) || words.next_is(kWords[i][1])) return i;
  }
  return std::nullopt;
}

std::optional<Date> date_word(const Word& word) {
  return word.quoted ? std::nullopt : parse_date(word.text);
}

// "jan 1" or "1 jan", the first word being the next.
Parsed<DayRule> parse_fixed(Words& words) {
  const Word first = words.peek();
  const bool month_first = month_word(first).has_value();
  const Word month_at = month_first ? words.take() : Word{};
  const auto number = number_word(words.peek());
  if (!number) return words.expected("a day of the month");
  words.take();
  if (!month_first && !month_word(words.peek())) return words.expected("a month");
  const month in = *month_word(month_first ? month_at : words.take());
  const std::chrono::day day(static_cast<unsigned>(std::min(*number, 99)));
  // 2000 has a 29 February.
  if (!Date(std::chrono::year(2000), in, day).ok()) return words.mistake_since(first, "there is no such day in a year");
  return DayRule{FixedDay{.month = in, .day = day}};
}

Parsed<DayRule> parse_nth(Words& words, unsigned nth) {
  words.take();
  const auto on = weekday_word(words.peek());
  if (!on) return words.expected("a weekday, such as `mon`");
  words.take();
  words.take({"of"}) || words.take({"in"});
  const auto in = month_word(words.peek());
  if (!in) return words.expected("a month, such as `jan`");
  words.take();
  return DayRule{WeekdayOfMonth{.nth = nth, .weekday = *on, .month = *in}};
}

Parsed<DayRule> parse_easter(Words& words, bool orthodox) {
  const Word word = words.peek();
  const bool has_sign = !word.quoted && word.text.size() > 1 && (word.text[0] == '-' || word.text[0] == '+');
  if (!has_sign) return DayRule{EasterDay{.orthodox = orthodox}};
  const auto count = number_word({.text = word.text.substr(1), .at = word.at + 1});
  if (!count) return words.expected("a count of days, such as `-2`");
  const int days = word.text[0] == '-' ? -*count : *count;
  if (days < kEarliestEaster || days > kLatestEaster) {
    return words.mistake(
        fmt::format("a day is at most {} days before Easter and {} after it", -kEarliestEaster, kLatestEaster));
  }
  words.take();
  return DayRule{EasterDay{.orthodox = orthodox, .days_after = days}};
}

std::optional<Side> take_side(Words& words) {
  if (words.take({"before"})) return Side::Before;
  if (words.take({"on", "or", "before"})) return Side::OnOrBefore;
  if (words.take({"nearest"})) return Side::Nearest;
  if (words.take({"on", "or", "after"})) return Side::OnOrAfter;
  if (words.take({"after"})) return Side::After;
  return std::nullopt;
}

Parsed<DayRule> parse_near(Words& words, weekday on, int depth) {
  words.take();
  const auto side = take_side(words);
  if (!side) return words.expected("`before`, `after`, `on or before`, `on or after` or `nearest`");
  TANDEM_TRY(auto day, parse_day(words, depth + 1));
  return DayRule{WeekdayNear{.weekday = on, .side = *side, .day = shared(std::move(day))}};
}

// "day after …", "3 days before …", "2 weeks after …"; `count` was taken.
Parsed<DayRule> parse_shifted(Words& words, const Word& first, int count, int depth) {
  const bool weeks = words.take({"weeks"}) || words.take({"week"});
  if (!weeks && !words.take({"days"}) && !words.take({"day"})) return words.expected("`days` or `weeks`");
  const int days = weeks ? 7 * count : count;
  if (days < 1 || days > kFarthestShift) {
    return words.mistake_since(first, fmt::format("a day is 1 to {} days from the other one", kFarthestShift));
  }
  const bool before = words.take({"before"});
  if (!before && !words.take({"after"})) return words.expected("`before` or `after`");
  TANDEM_TRY(auto day, parse_day(words, depth + 1));
  return DayRule{ShiftedDay{.days_after = before ? -days : days, .day = shared(std::move(day))}};
}

Parsed<DayRule> parse_dates(Words& words) {
  ListedDates listed;
  while (const auto date = date_word(words.peek())) {
    listed.dates.push_back(*date);
    words.take();
  }
  return DayRule{std::move(listed)};
}

Parsed<DayRule> parse_day(Words& words, int depth) {
  if (depth > kDeepestRule) return words.mistake("this counts from too many other days");
  const Word word = words.peek();
  if (word.quoted) {
    if (word.text.empty()) return words.mistake("expected the name of a holiday between the quotes");
    words.take();
    return DayRule{NamedDay{.name = std::string(word.text)}};
  }
  if (words.take({"easter"})) return parse_easter(words, false);
  if (words.take({"orthodox", "easter"})) return parse_easter(words, true);
  if (words.next_is("day") || words.next_is("week")) return parse_shifted(words, word, 1, depth);
  if (const auto nth = next_ordinal(words)) return parse_nth(words, *nth);
  if (const auto on = weekday_word(word)) return parse_near(words, *on, depth);
  if (month_word(word)) return parse_fixed(words);
  if (const auto number = number_word(word)) {
    Words ahead = words;
    ahead.take();
    if (month_word(ahead.peek())) return parse_fixed(words);
    words.take();
    return parse_shifted(words, word, *number, depth);
  }
  if (date_word(word)) return parse_dates(words);
  return words.expected(kDayForms);
}

std::optional<int> year_word(const Word& word) {
  const auto number = number_word(word);
  return number && *number >= 1000 ? number : std::nullopt;
}

// "2020" or "2011-2020".
std::optional<YearRange> year_range_word(const Word& word) {
  if (const auto year = year_word(word)) return YearRange{*year, *year};
  if (word.quoted || word.text.size() != 9 || word.text[4] != '-') return std::nullopt;
  const auto first = year_word({.text = word.text.substr(0, 4)});
  const auto last = year_word({.text = word.text.substr(5)});
  return first && last ? std::optional(YearRange{*first, *last}) : std::nullopt;
}

// Where holidays on the given weekdays are kept.
void keep(ObservedPolicy& policy, const std::bitset<7>& days, KeptOn kept) {
  for (std::size_t i = 0; i < 7; ++i) {
    if (days[i]) policy.by_weekday[i] = kept;
  }
}

constexpr std::bitset<7> kWeekend(0b1100000);

// Weekdays and `weekend`, as many as there are; none when the next word is another.
std::bitset<7> take_weekdays(Words& words) {
  std::bitset<7> days;
  for (;;) {
    if (const auto day = weekday_word(words.peek())) {
      days.set(day->iso_encoding() - 1);
      words.take();
    } else if (words.take({"weekend"})) {
      days |= kWeekend;
    } else {
      return days;
    }
  }
}

// "mon", "next mon", "next working day", and the same with `previous`.
Parsed<KeptOn> parse_kept_on(Words& words) {
  using Kind = KeptOn::Kind;
  const bool next = words.take({"next"});
  const bool previous = !next && words.take({"previous"});
  if ((next || previous) && words.take({"working", "day"})) {
    return KeptOn{.kind = next ? Kind::NextWorkingDay : Kind::PreviousWorkingDay};
  }
  const auto day = weekday_word(words.peek());
  if (!day && (next || previous)) return words.expected("a weekday or `working day`");
  if (!day) return words.expected("a weekday, `next mon`, `next working day` or `previous working day`");
  words.take();
  const Kind kind = next ? Kind::NextWeekday : previous ? Kind::PreviousWeekday : Kind::NearestWeekday;
  return KeptOn{.kind = kind, .weekday = *day};
}

// "sat to fri and sun to mon", until another word follows.
Parsed<> parse_moves(Words& words, ObservedPolicy& policy) {
  std::bitset<7> said;
  do {
    const Word first = words.peek();
    const std::bitset<7> days = take_weekdays(words);
    if (days.none()) {
      return words.expected(
          "where it is kept, such as `nearest weekday`, `next monday`, `next working day`, `sat to fri` or `never`");
    }
    if (!words.take({"to"})) return words.expected("`to`");
    TANDEM_TRY(const auto kept, parse_kept_on(words));
    const bool to_itself = kept.kind == KeptOn::Kind::NearestWeekday && days[kept.weekday.iso_encoding() - 1];
    if (to_itself) return words.mistake_since(first, "a day is not moved to the same weekday");
    if ((days & said).any()) return words.mistake_since(first, "where this weekday is kept was said already");
    said |= days;
    keep(policy, days, kept);
  } while (weekday_word(words.peek()) || words.next_is("weekend"));
  return {};
}

Parsed<ObservedPolicy> parse_policy(Words& words) {
  ObservedPolicy policy;
  if (words.take({"never"})) return policy;
  if (words.take({"nearest", "weekday"})) {
    keep(policy, 0b0100000, {.kind = KeptOn::Kind::NearestWeekday, .weekday = std::chrono::Friday});
    keep(policy, 0b1000000, {.kind = KeptOn::Kind::NearestWeekday, .weekday = std::chrono::Monday});
  } else if (words.next_is("next") || words.next_is("previous")) {
    TANDEM_TRY(const auto kept, parse_kept_on(words));
    keep(policy, kWeekend, kept);
  } else {
    TANDEM_TRY_DONE(parse_moves(words, policy));
  }
  policy.instead = words.take({"instead"});
  if (!policy.instead) words.take({"also"});
  return policy;
}

// The words that follow the day: each says one thing about it, in any order, once.
class Qualifiers {
 public:
  Qualifiers(Words& words, HolidayRule& rule) : words_(words), rule_(rule) {}

  Parsed<> parse() {
    while (!words_.done()) {
      const Word first = words_.peek();
      TANDEM_TRY_DONE(parse_one());
      const YearRange& between = rule_.years.between;
      if (between.first > between.last) return words_.mistake_since(first, "the last year is before the first");
      if (rule_.weekdays.none()) return words_.mistake_since(first, "no weekday is left on which the holiday falls");
    }
    return {};
  }

 private:
  Parsed<> parse_one() {
    YearFilter& years = rule_.years;
    if (words_.next_is("since") || words_.next_is("from")) return parse_year(years.between.first, first_said_);
    if (words_.next_is("until")) return parse_year(years.between.last, last_said_);
    if (words_.next_is("every")) return parse_every();
    if (words_.next_is("in")) return parse_years(years.only);
    if (words_.next_is("not")) return parse_years(years.never);
    if (words_.next_is("if") || words_.next_is("unless")) return parse_weekdays();
    if (words_.next_is("observed")) return parse_observed();
    if (const auto range = year_range_word(words_.peek())) {
      if (first_said_ || last_said_) return twice();
      first_said_ = last_said_ = true;
      years.between = *range;
      words_.take();
      return {};
    }
    return words_.expected(
        "`since`, `until`, `in`, `not` or `every` with years, `if` or `unless` with weekdays, or `observed`");
  }

  std::unexpected<RuleMistake> twice() const { return words_.mistake("this was said already"); }

  Parsed<> parse_year(int& year, bool& said) {
    if (std::exchange(said, true)) return twice();
    words_.take();
    const auto number = year_word(words_.peek());
    if (!number) return words_.expected(kYearForm);
    year = *number;
    words_.take();
    return {};
  }

  // "every 4 years from 1937"
  Parsed<> parse_every() {
    if (rule_.years.every != 1) return twice();
    words_.take();
    const auto count = number_word(words_.peek());
    if (!count || *count < 2) return words_.expected("a count of years, such as `4`");
    words_.take();
    if (!words_.take({"years"})) return words_.expected("`years`");
    if (!words_.next_is("from") && !words_.next_is("since"))
      return words_.expected("`from` and the first of the years");
    rule_.years.every = *count;
    return parse_year(rule_.years.between.first, first_said_);
  }

  Parsed<> parse_years(std::vector<YearRange>& ranges) {
    if (!ranges.empty()) return twice();
    words_.take();
    while (const auto range = year_range_word(words_.peek())) {
      if (range->first > range->last) return words_.mistake("the last year is before the first");
      ranges.push_back(*range);
      words_.take();
    }
    if (ranges.empty()) return words_.expected(kYearForm);
    return {};
  }

  Parsed<> parse_weekdays() {
    const bool left_out = words_.next_is("unless");
    words_.take();
    const std::bitset<7> days = take_weekdays(words_);
    if (days.none()) return words_.expected("weekdays, such as `sat sun` or `weekend`");
    rule_.weekdays &= left_out ? ~days : days;
    return {};
  }

  Parsed<> parse_observed() {
    if (rule_.observed) return twice();
    words_.take();
    TANDEM_TRY(rule_.observed, parse_policy(words_));
    return {};
  }

  Words& words_;
  HolidayRule& rule_;
  bool first_said_ = false;
  bool last_said_ = false;
};

Parsed<> check_length(std::string_view text) {
  if (text.size() <= kLongestRule) return {};
  return std::unexpected(RuleMistake{.at = kLongestRule,
                                     .length = text.size() - kLongestRule,
                                     .message = fmt::format("a rule has at most {} bytes", kLongestRule)});
}

}  // namespace

std::expected<HolidayRule, RuleMistake> parse_holiday_rule(std::string_view text) {
  TANDEM_TRY_DONE(check_length(text));
  Words words(text);
  const Word first = words.peek();
  TANDEM_TRY(auto day, parse_day(words, 0));
  if (reach(day) > kFarthestReach) return words.mistake_since(first, too_far());
  HolidayRule rule{.day = std::move(day)};
  TANDEM_TRY_DONE(Qualifiers(words, rule).parse());
  return rule;
}

std::expected<ObservedPolicy, RuleMistake> parse_observed_policy(std::string_view text) {
  TANDEM_TRY_DONE(check_length(text));
  Words words(text);
  TANDEM_TRY(auto policy, parse_policy(words));
  if (!words.done()) return words.expected("`instead`, `also` or the end of the text");
  return policy;
}

}  // namespace tandem::calendar
