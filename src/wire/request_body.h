// What the bodies of requests have in common: how one is parsed, which lengths its fields may have, and how everything
// that is wrong with it is told at once. Private to this folder.
#pragma once

#include <boost/json/value.hpp>

#include "json/reader.h"
#include "wire/requests.h"

namespace tandem::wire {

using json::Lines;
using json::ObjectReader;
using json::TextRule;
using json::ValueReader;

inline constexpr TextRule kName{.max = 200, .lines = Lines::One};
inline constexpr TextRule kEmail{.max = 254, .lines = Lines::One};  // RFC 5321, 4.5.3.1
inline constexpr TextRule kText{.max = desk::kMaxText};
inline constexpr TextRule kNeededText{.min = 1, .max = desk::kMaxText};

[[nodiscard]] TextRule needed(TextRule rule);

[[nodiscard]] std::unexpected<Problem> invalid(const std::vector<json::Problem>& problems);

[[nodiscard]] Decoded<json::Value> parse(std::string_view body);

// Parses the body, lets `read` take its fields, and answers with what it read or with everything that was wrong.
template <class Read>
auto decode(std::string_view body, Read read) -> Decoded<std::invoke_result_t<Read, ObjectReader&>> {
  const auto value = parse(body);
  if (!value) return std::unexpected(value.error());
  std::vector<json::Problem> problems;
  ObjectReader fields(value->get_object(), "", problems);
  auto result = read(fields);
  fields.done();
  if (!problems.empty()) return invalid(problems);
  return result;
}

template <class Name>
Name name(ObjectReader& fields, std::string_view field) {
  return Name(fields.optional_text(field, kName).value_or(""));
}

// The words of an enumeration, up to the last that a request may use.
template <class Enum>
std::vector<std::string_view> words_until(Enum last) {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(desk::to_text(static_cast<Enum>(i)));
  return words;
}

template <class Enum>
std::optional<Enum> word(ObjectReader& fields, std::string_view field, Enum last) {
  const auto given = fields.optional_word(field, words_until(last));
  return given ? desk::parse<Enum>(*given) : std::nullopt;
}

[[nodiscard]] desk::Requester read_requester(ObjectReader fields);

[[nodiscard]] std::optional<desk::Cost> read_cost(std::optional<ObjectReader> fields);

// Each one line and not empty.
template <class Word>
std::vector<Word> read_words(ObjectReader& fields, std::string_view field) {
  std::vector<Word> words;
  for (json::ValueReader& each : fields.optional_list(field, {.max = desk::kMaxTouched}))
    words.emplace_back(each.text(needed(kName)).value_or(""));
  return words;
}

}  // namespace tandem::wire
