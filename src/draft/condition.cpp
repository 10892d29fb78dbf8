#include "draft/condition.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "base/plain_text.h"
#include "draft/built_in.h"
#include "draft/person_name.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

struct Comparison {
  std::string_view sign;  // "<=" …
  std::string_view with;  // a number, or a question
};

std::optional<Comparison> comparison_in(std::string_view way) {
  for (const std::string_view sign : {"<=", ">=", "<", ">"}) {
    if (way.starts_with(sign)) return Comparison{.sign = sign, .with = base::trimmed(way.substr(sign.size()))};
  }
  return std::nullopt;
}

bool compare(double left, std::string_view sign, double right) {
  if (sign == "<=") return left <= right;
  if (sign == ">=") return left >= right;
  return sign == "<" ? left < right : left > right;
}

Truth holds(const std::string& way, std::string_view question, const Answers& answers) {
  const Answer& answer = *answers.find(question);
  if (way == "no person") return std::ranges::any_of(answer.words, could_be_a_person) ? Truth::No : Truth::Yes;
  const auto comparison = comparison_in(way);
  if (!comparison) {
    const auto is_it = [&](const std::string& word) {
      return way == "present" ? word != "none" : lower_case(word) == lower_case(way);
    };
    return std::ranges::any_of(answer.words, is_it) ? Truth::Yes : Truth::No;
  }
  const auto left = answers.number(question);
  auto right = amount_of(comparison->with);
  if (!right) right = answers.number(comparison->with);
  if (!left || !right) return Truth::Unknown;
  return compare(*left, comparison->sign, *right) ? Truth::Yes : Truth::No;
}

}  // namespace

Condition condition_under(const yaml::Node& map, std::string_view key) {
  Condition condition;
  const yaml::Entry* entry = map.find(key);
  if (entry == nullptr) return condition;
  TANDEM_CHECK(entry->value.map() != nullptr);
  for (const yaml::Entry& clause : entry->value.map()->entries) {
    condition.push_back({.question = clause.key, .ways = words_under(entry->value, clause.key)});
  }
  return condition;
}

Truth holds(const Clause& clause, const Answers& answers) {
  const Answer* answer = answers.find(clause.question);
  const bool asks_whether_open = std::ranges::find(clause.ways, "unanswered") != clause.ways.end();
  if (answer == nullptr) return asks_whether_open ? Truth::Yes : Truth::Unknown;
  Truth best = Truth::No;
  for (const std::string& way : clause.ways) best = std::max(best, holds(way, clause.question, answers));
  return best;
}

Truth holds(const Condition& condition, const Answers& answers) {
  Truth worst = Truth::Yes;
  for (const Clause& clause : condition) worst = std::min(worst, holds(clause, answers));
  return worst;
}

}  // namespace tandem::draft
