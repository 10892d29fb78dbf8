#include "calendar/holiday_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace tandem::calendar {
namespace {

constexpr std::string_view kSpaces = " \t\r\n,";

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// The number of the one name that begins with the word.
std::optional<unsigned> beginning_of(const Word& word, std::span<const std::string_view> names) {
  if (word.quoted || word.text.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word.text.size() <= names[i].size() && same_letters(word.text, names[i].substr(0, word.text.size()))) {
      return static_cast<unsigned>(i + 1);
    }
  }
  return std::nullopt;
}

// How a word is quoted in a message. What would garble it, or is too long, is only pointed at.
std::string shown(const Word& word) {
  const bool plain =
      word.text.size() <= 40 && std::ranges::all_of(word.text, [](char c) { return c >= ' ' && c <= '~' && c != '`'; });
  return plain ? fmt::format("`{}`", word.text) : "this";
}

}  // namespace

Words::Words(std::string_view text) : end_(text.size()) {
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSpaces, at)) != std::string_view::npos) {
    if (text[at] == '"') {
      // A quote that is not closed ends with the text; the parser finds no such holiday.
      const std::size_t close = std::min(text.find('"', at + 1), text.size());
      words_.push_back({.text = text.substr(at + 1, close - at - 1), .at = at, .quoted = true});
      at = std::min(close + 1, text.size());
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n,\"", at), text.size());
      const Word word{.text = text.substr(at, end - at), .at = at};
      if (!same_letters(word.text, "and")) words_.push_back(word);
      at = end;
    }
  }
}

Word Words::peek() const {
  return done() ? Word{.text = {}, .at = end_} : words_[next_];
}

Word Words::take() {
  const Word word = peek();
  if (!done()) ++next_;
  return word;
}

bool Words::take(std::initializer_list<std::string_view> wanted) {
  if (words_.size() - next_ < wanted.size()) return false;
  std::size_t at = next_;
  for (const std::string_view word : wanted) {
    if (words_[at].quoted || !same_letters(words_[at].text, word)) return false;
    ++at;
  }
  next_ = at;
  return true;
}

bool Words::next_is(std::string_view word) const {
  return !done() && !words_[next_].quoted && same_letters(words_[next_].text, word);
}

std::unexpected<RuleMistake> Words::expected(std::string_view what) const {
  if (done()) return mistake(fmt::format("expected {}, but the text ends here", what));
  return mistake(fmt::format("expected {}, not {}", what, shown(peek())));
}

std::unexpected<RuleMistake> Words::mistake(std::string message) const {
  const Word word = peek();
  return std::unexpected(RuleMistake{.at = word.at,
                                     .length = std::min(word.text.size() + (word.quoted ? 2 : 0), end_ - word.at),
                                     .message = std::move(message)});
}

std::unexpected<RuleMistake> Words::mistake_since(const Word& first, std::string message) const {
  std::size_t end = first.at;
  if (next_ > 0) {
    const Word& last = words_[next_ - 1];
    end = std::min(last.at + last.text.size() + (last.quoted ? 2 : 0), end_);
  }
  return std::unexpected(
      RuleMistake{.at = first.at, .length = std::max(end, first.at) - first.at, .message = std::move(message)});
}

std::optional<std::chrono::weekday> weekday_word(const Word& word) {
  constexpr std::array<std::string_view, 7> kNames{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
  const auto number = beginning_of(word, kNames);
  return number ? std::optional(std::chrono::weekday(*number)) : std::nullopt;
}

std::optional<std::chrono::month> month_word(const Word& word) {
  constexpr std::array<std::string_view, 12> kNames{"january",   "february", "march",    "april",
                                                    "may",       "june",     "july",     "august",
                                                    "september", "october",  "november", "december"};
  const auto number = beginning_of(word, kNames);
  return number ? std::optional(std::chrono::month(*number)) : std::nullopt;
}

std::optional<int> number_word(const Word& word) {
  if (word.quoted || word.text.empty() || word.text.size() > 4) return std::nullopt;
  int number = 0;
  for (const char digit : word.text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace tandem::calendar
