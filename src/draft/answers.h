// What somebody answered to the questions of a questionnaire, by the name of the question.
//
//   answers.set("client", {"Harbor Credit Union"});
//   answers.word("client");            // "" when it has not been answered
//
// Plain values. Where answers were read from a file they know their place in it.
#pragma once

#include <map>
#include <optional>
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
  // The number that the word begins with: 40 of "40", 90 of "90 %". Money for a year or a week is taken for a month, so
  // that amounts compare.
  [[nodiscard]] std::optional<double> number(std::string_view question) const;

  // The key of a question that stands in the file with nothing behind it, or with something that could not be read.
  void set_place(std::string_view question, source::Range key);
  [[nodiscard]] std::optional<source::Range> place(std::string_view question) const;

  [[nodiscard]] std::size_t size() const { return answers_.size(); }

 private:
  std::map<std::string, Answer, std::less<>> answers_;
  std::map<std::string, source::Range, std::less<>> places_;
};

// A number as people write it: "12", "12.5", "12,800", with or without what follows. Nothing when there is none.
[[nodiscard]] std::optional<double> leading_number(std::string_view text);

}  // namespace tandem::draft
