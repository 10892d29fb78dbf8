// The words of a holiday's rule: what lies between spaces and commas, and names in double quotes. `and` is filler.
//
//   Words words("day after \"Thanksgiving Day\"");
//   if (words.take("day")) …
//   words.mistake("expected `after`");                   // at the word that comes next
//
// Private to calendar/. The words are views of the text given.
#pragma once

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/holiday_rule.h"

namespace tandem::calendar {

struct Word {
  std::string_view text;
  std::size_t at = 0;
  bool quoted = false;  // then `text` is what lies between the quotes
};

// What a step of the parser answers: a value, or where the text is wrong.
template <class T = void>
using Parsed = std::expected<T, RuleMistake>;

class Words {
 public:
  // REQUIRES: a text that outlives this.
  explicit Words(std::string_view text);

  [[nodiscard]] bool done() const { return next_ == words_.size(); }
  // The word that comes next, or one without text at the end.
  [[nodiscard]] Word peek() const;
  Word take();
  // Takes the words when they come next, one after another, in any case of letters.
  bool take(std::initializer_list<std::string_view> wanted);
  [[nodiscard]] bool next_is(std::string_view word) const;

  // A mistake at the next word: "expected a month, not `jann`", or "… but the rule ends here".
  [[nodiscard]] std::unexpected<RuleMistake> expected(std::string_view what) const;
  [[nodiscard]] std::unexpected<RuleMistake> mistake(std::string message) const;
  // A mistake at all words taken since `first`.
  [[nodiscard]] std::unexpected<RuleMistake> mistake_since(const Word& first, std::string message) const;

 private:
  std::vector<Word> words_;
  std::size_t next_ = 0;
  std::size_t end_ = 0;
};

// By at least three letters of the English name; nothing for other words.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_word(const Word& word);
[[nodiscard]] std::optional<std::chrono::month> month_word(const Word& word);
// Digits only, at most four of them.
[[nodiscard]] std::optional<int> number_word(const Word& word);

}  // namespace tandem::calendar
