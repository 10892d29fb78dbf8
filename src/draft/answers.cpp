#include "draft/answers.h"

#include <charconv>

#include "agreement/amounts.h"
#include "base/check.h"

namespace tandem::draft {

void Answers::set(std::string_view question, std::vector<std::string> words, source::Range at) {
  TANDEM_ENSURE(!words.empty());
  answers_.insert_or_assign(std::string(question), Answer{.words = std::move(words), .at = at});
}

void Answers::clear(std::string_view question) {
  if (const auto found = answers_.find(question); found != answers_.end()) answers_.erase(found);
}

void Answers::take_back(std::string_view question) {
  clear(question);
  taken_back_.emplace(question);
}

const Answer* Answers::find(std::string_view question) const {
  const auto found = answers_.find(question);
  return found == answers_.end() ? nullptr : &found->second;
}

std::string Answers::word(std::string_view question) const {
  const Answer* answer = find(question);
  return answer == nullptr ? std::string() : answer->words.front();
}

std::vector<std::string> Answers::words(std::string_view question) const {
  const Answer* answer = find(question);
  return answer == nullptr ? std::vector<std::string>() : answer->words;
}

std::optional<double> Answers::number(std::string_view question) const {
  const Answer* answer = find(question);
  return answer == nullptr ? std::nullopt : amount_of(answer->words.front());
}

void Answers::set_place(std::string_view question, source::Range key) {
  places_.insert_or_assign(std::string(question), key);
}

std::optional<source::Range> Answers::place(std::string_view question) const {
  if (const Answer* answer = find(question); answer != nullptr && answer->at.end > answer->at.begin) return answer->at;
  const auto found = places_.find(question);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> amount_of(std::string_view word) {
  using agreement::Unit;
  constexpr double kDaysOfYear = 365.25;
  if (const auto length = agreement::parse_length(word)) {
    const auto count = static_cast<double>(length->count);
    switch (length->unit) {
      case Unit::Minute: return count / (24 * 60);
      case Unit::Hour: return count / 24;
      case Unit::Day: return count;
      case Unit::Week: return count * 7;
      case Unit::Month: return count * kDaysOfYear / 12;
      case Unit::Year: return count * kDaysOfYear;
    }
  }
  const auto number = leading_number(word);
  if (!number) return std::nullopt;
  if (word.ends_with("per year")) return *number / 12;
  if (word.ends_with("per week")) return *number * 52 / 12;
  return number;
}

std::optional<double> leading_number(std::string_view text) {
  std::string digits;
  for (const char letter : text) {
    if (letter == ',') continue;  // of thousands
    if ((letter < '0' || letter > '9') && letter != '.') break;
    digits += letter;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace tandem::draft
