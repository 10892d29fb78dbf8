// What somebody answered to the questions of a questionnaire, by the name of the question.
//
//   answers.set("client", {"Harbor Credit Union"});
//   answers.word("client");            // "" when it has not been answered
//
// Plain values. Where answers were read from a file they know their place in it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"

namespace tandem::draft {

struct Answer {
  std::vector<std::string> words;  // several where the question takes several; never empty
  source::Range at{};              // the value in the file
};

class Answers {
 public:
  void set(std::string_view question, std::vector<std::string> words, source::Range at = {});
  void clear(std::string_view question);

  [[nodiscard]] const Answer* find(std::string_view question) const;
  [[nodiscard]] bool has(std::string_view question) const { return find(question) != nullptr; }
  // The only word, or the first.
  [[nodiscard]] std::string word(std::string_view question) const;
  [[nodiscard]] std::vector<std::string> words(std::string_view question) const;
  [[nodiscard]] bool is(std::string_view question, std::string_view word) const { return this->word(question) == word; }
  // amount_of() the word.
  [[nodiscard]] std::optional<double> number(std::string_view question) const;

  // Says that there is no answer, whatever an earlier file says.
  void take_back(std::string_view question);
  [[nodiscard]] bool is_taken_back(std::string_view question) const { return taken_back_.contains(question); }

  // The key of a question that stands in the file with nothing behind it, or with something that could not be read.
  void set_place(std::string_view question, source::Range key);
  [[nodiscard]] std::optional<source::Range> place(std::string_view question) const;

  [[nodiscard]] std::size_t size() const { return answers_.size(); }

 private:
  std::map<std::string, Answer, std::less<>> answers_;
  std::map<std::string, source::Range, std::less<>> places_;
  std::set<std::string, std::less<>> taken_back_;
};

// What a word comes to, so that answers compare: the number that it begins with, of money the amount for a month
// ("98000 USD per year" is some 8167), of a length of time its days ("1 year" is 365.25, "4 hours" a sixth of one).
[[nodiscard]] std::optional<double> amount_of(std::string_view word);

// A number as people write it: "12", "12.5", "12,800", with or without what follows. Nothing when there is none.
[[nodiscard]] std::optional<double> leading_number(std::string_view text);

}  // namespace tandem::draft
