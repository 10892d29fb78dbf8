// What an answer to a question may look like, and how it is read.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "agreement/amounts.h"
#include "base/plain_text.h"
#include "base/utf8.h"
#include "calendar/date_text.h"
#include "calendar/holidays.h"
#include "diag/finding.h"
#include "diag/visible.h"
#include "draft/arrangement.h"
#include "draft/questionnaire.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

using Word = std::expected<std::string, std::string>;

constexpr std::size_t kMostLetters = 300;
constexpr std::size_t kMostItems = 50;

std::unexpected<std::string> is_not(std::string_view word, std::string_view form) {
  return std::unexpected(fmt::format("`{}` is not {}", diag::visible(word), form));
}

Word read_choice(const Question& question, std::string_view word) {
  const std::string small = lower_case(word);
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const AnswerChoice& choice = question.choices[i];
    if (small == choice.word || small == lower_case(choice.label) || small == fmt::format("{}", i + 1))
      return choice.word;
    words.push_back(choice.word);
  }
  std::string message = fmt::format("`{}` is none of the choices", diag::visible(word));
  if (const auto near = diag::did_you_mean(small, words))
    return std::unexpected(message + fmt::format(": did you mean `{}`?", *near));
  return std::unexpected(fmt::format("{}: {}", message, fmt::join(words, ", ")));
}

Word read_yes_no(std::string_view word) {
  const std::string small = lower_case(word);
  if (small == "yes" || small == "y" || small == "true") return "yes";
  if (small == "no" || small == "n" || small == "false") return "no";
  return std::unexpected(fmt::format("`{}` is neither yes nor no", diag::visible(word)));
}

Word read_number(const Question& question, std::string_view word) {
  std::string digits;
  for (const char letter : word) {
    if (letter != ',' && letter != ' ') digits += letter;
  }
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  constexpr std::uint32_t kMost = 10'000'000;
  if (error != std::errc() || end != digits.data() + digits.size() || value > kMost)
    return is_not(word, question.form());
  return fmt::format("{}", value);
}

Word read_percent(const Question& question, std::string_view word) {
  std::string_view number = word;
  if (number.ends_with('%')) number.remove_suffix(1);
  const auto measure = agreement::parse_measure(fmt::format("{} %", base::trimmed(number)));
  if (!measure || measure->number < 0 || measure->number > 100) return is_not(word, question.form());
  return fmt::format("{} %", base::trimmed(number));
}

Word read_money(const Question& question, std::string_view word) {
  if (word == "0") return "0";
  std::string plain;
  for (const char letter : word) {
    if (letter != ',') plain += letter;
  }
  if (!agreement::parse_money(plain)) return is_not(word, question.form());
  return plain;
}

Word read_length(const Question& question, std::string_view word) {
  const auto length = agreement::parse_length(word);
  if (!length || length->count == 0) return is_not(word, question.form());
  return std::string(word);
}

// "8", "8:30" and "08:30" as the language writes them; nothing when it is no time of day.
std::optional<std::string> clock_of(std::string_view word) {
  const auto colon = word.find(':');
  const std::string_view hours = word.substr(0, colon);
  const std::string_view minutes = colon == std::string_view::npos ? "00" : word.substr(colon + 1);
  const bool digits = std::ranges::all_of(hours, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || hours.empty() || hours.size() > 2) return std::nullopt;
  return fmt::format("{:0>2}:{}", hours, minutes);
}

std::optional<calendar::DayWindow> window_of(std::string_view word) {
  const auto dash = word.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = clock_of(word.substr(0, dash));
  const auto to = clock_of(word.substr(dash + 1));
  return from && to ? agreement::parse_window(fmt::format("{}-{}", *from, *to)) : std::nullopt;
}

// "mon-fri 08:00-12:00, 13:00-17:00"; without days they are those of an ordinary week.
Word read_hours(const Question& question, std::string_view word) {
  std::string days;
  std::vector<calendar::DayWindow> windows;
  for (const std::string& part : parts_of(lower_case(word), ", ")) {
    const auto window = window_of(part);
    if (window) {
      windows.push_back(*window);
    } else if (windows.empty()) {
      days += (days.empty() ? "" : ",") + part;
    } else if (part != "and") {
      return is_not(word, question.form());
    }
  }
  if (days.empty()) days = "mon-fri";
  if (!agreement::parse_weekdays(days) || windows.empty()) return is_not(word, question.form());
  std::ranges::sort(windows, {}, &calendar::DayWindow::from);
  base::Duration together{};
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const bool is_last = i + 1 == windows.size();
    const base::Duration next = is_last ? windows.front().from + base::hours(24) : windows[i + 1].from;
    if (windows[i].to > next) return std::unexpected("these hours overlap: write each hour of the day once");
    together += windows[i].to - windows[i].from;
  }
  constexpr base::Duration kLongest = base::hours(23);
  if (together > kLongest)
    return std::unexpected(
        "that is the whole day: write when your own people are there, and who has the rest is asked next");
  std::vector<std::string> words;
  for (const calendar::DayWindow& window : windows) words.push_back(agreement::to_text(window));
  return fmt::format("{} {}", days, fmt::join(words, ", "));
}

Word read_week_moment(const Question& question, std::string_view word) {
  const std::string small = lower_case(word);
  if (!agreement::parse_week_moment(small)) return is_not(word, question.form());
  return small;
}

Word read_date(const Question& question, std::string_view word) {
  if (!calendar::parse_date(word)) return is_not(word, question.form());
  return std::string(word);
}

Word read_zone(std::string_view word) {
  const auto zone = calendar::Zone::find(std::string(word));
  if (!zone) return std::unexpected(zone.error().message);
  return std::string(word);
}

Word read_holidays(std::string_view word) {
  const std::string small = lower_case(word);
  if (small == "none" || calendar::find_holiday_set(small) != nullptr) return small;
  std::string message =
      fmt::format("there is no set of holidays `{}` (`tandem calendar holidays` lists them)", diag::visible(word));
  const Country* country = find_country(small);
  if (country != nullptr && !country->holidays.empty()) {
    message += fmt::format(": in {} it is `{}`", country->name, country->holidays);
  } else if (const auto near = diag::did_you_mean(small, calendar::holiday_set_names())) {
    message += fmt::format(": did you mean `{}`?", *near);
  }
  return std::unexpected(message);
}

Word read_country(std::string_view word) {
  const std::string small = lower_case(word);
  std::vector<std::string_view> codes;
  for (const Country& country : countries()) {
    if (small == country.code || small == lower_case(country.name)) return country.code;
    codes.push_back(country.code);
  }
  return std::unexpected(
      fmt::format("`{}` is not known here, but {}: take a near one, and change holidays and zone next",
                  diag::visible(word), fmt::join(codes, ", ")));
}

// "Dana Whitfield (IT manager)": a name, and what they do.
Word read_person(std::string_view word) {
  const auto bracket = word.find('(');
  const std::string_view name = base::trimmed(word.substr(0, bracket));
  const bool closes = bracket == std::string_view::npos || word.ends_with(')');
  if (name.empty() || !closes)
    return is_not(word, "a name, with what they do in brackets: `Dana Whitfield (IT manager)`");
  if (bracket == std::string_view::npos) return std::string(name);
  const std::string_view title = base::trimmed(word.substr(bracket + 1, word.size() - bracket - 2));
  return title.empty() ? std::string(name) : fmt::format("{} ({})", name, title);
}

}  // namespace

std::string Question::form() const {
  switch (kind) {
    case AnswerKind::Text: return "a line of text";
    case AnswerKind::Texts: return "some words, with commas between";
    case AnswerKind::People: return "names with commas between: `Dana Whitfield (IT manager), Luis Ortega`";
    case AnswerKind::Choice: return "one of the choices";
    case AnswerKind::Choices: return "some of the choices, with commas between, or `none`";
    case AnswerKind::YesNo: return "yes or no";
    case AnswerKind::Number: return "a whole number, such as `40`";
    case AnswerKind::Percent: return "a share, such as `90 %`";
    case AnswerKind::Money: return "an amount and a currency, such as `250 USD` or `5200 USD per month`";
    case AnswerKind::Length: return "a length of time, such as `4 business hours`, `30 days` or `12 months`";
    case AnswerKind::Hours: return "days and hours, such as `mon-fri 08:00-17:30` or `mon-fri 8-12, 13-17`";
    case AnswerKind::WeekMoment: return "a day and a time, such as `tue 10:00`";
    case AnswerKind::Date: return "a date, such as `2026-10-01`";
    case AnswerKind::Zone: return "a time zone, such as `America/New_York`";
    case AnswerKind::HolidaySet: return "a set of holidays, such as `us-federal`, or `none`";
    case AnswerKind::CountryCode: return "two letters, such as `us`";
  }
  return "an answer";
}

std::expected<std::string, std::string> Question::read_word(std::string_view given) const {
  const std::string_view word = base::trimmed(given);
  if (word.empty()) return std::unexpected(fmt::format("nothing is written there: write {}", form()));
  if (base::find_bad_utf8(word)) return std::unexpected("that is not text in UTF-8");
  if (base::count_code_points(word) > kMostLetters)
    return std::unexpected(fmt::format("that is longer than {} letters", kMostLetters));
  if (diag::visible(word) != word) return std::unexpected("there are control characters in that");
  switch (kind) {
    case AnswerKind::Text:
    case AnswerKind::Texts: return std::string(word);
    case AnswerKind::People: return read_person(word);
    case AnswerKind::Choice:
    case AnswerKind::Choices: return read_choice(*this, word);
    case AnswerKind::YesNo: return read_yes_no(word);
    case AnswerKind::Number: return read_number(*this, word);
    case AnswerKind::Percent: return read_percent(*this, word);
    case AnswerKind::Money: return read_money(*this, word);
    case AnswerKind::Length: return read_length(*this, word);
    case AnswerKind::Hours: return read_hours(*this, word);
    case AnswerKind::WeekMoment: return read_week_moment(*this, word);
    case AnswerKind::Date: return read_date(*this, word);
    case AnswerKind::Zone: return read_zone(word);
    case AnswerKind::HolidaySet: return read_holidays(word);
    case AnswerKind::CountryCode: return read_country(word);
  }
  return std::string(word);
}

std::expected<std::vector<std::string>, std::string> Question::read(std::string_view typed) const {
  if (!takes_several()) {
    auto word = read_word(typed);
    if (!word) return std::unexpected(word.error());
    return std::vector{*std::move(word)};
  }
  if (lower_case(base::trimmed(typed)) == "none" && kind != AnswerKind::People) return std::vector<std::string>{"none"};
  const auto items = parts_of(typed, ",;");
  if (items.empty()) return std::unexpected(fmt::format("nothing is written there: write {}", form()));
  if (items.size() > kMostItems) return std::unexpected(fmt::format("more than {} are too many", kMostItems));
  std::vector<std::string> words;
  for (const std::string& item : items) {
    auto word = read_word(item);
    if (!word) return std::unexpected(word.error());
    if (std::ranges::find(words, *word) == words.end()) words.push_back(*std::move(word));
  }
  return words;
}

}  // namespace tandem::draft
