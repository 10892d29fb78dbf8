// Conditions over answers, as the data files write them: every clause must hold, and each of its words is one way in
// which it may hold.
//
//   when: {it_people: "0", users: [">= 30"], quote: "> budget"}
//
// A word is an answer to compare with, or a comparison (`<`, `<=`, `>`, `>=`) with an amount or with the answer to
// another question; `present` is any answer but `none`, and `unanswered` none at all; `no person` are answers
// of which none could be a person's name (person_name.h). What has not been answered makes
// a clause Unknown, not false. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/answers.h"
#include "yaml/node.h"

namespace tandem::draft {

enum class Truth : std::uint8_t { No, Unknown, Yes };

struct Clause {
  std::string question;
  std::vector<std::string> ways;
};
using Condition = std::vector<Clause>;  // empty: always holds

// Of the entry `key` of a map in a built-in file; absent: empty.
[[nodiscard]] Condition condition_under(const yaml::Node& map, std::string_view key);

[[nodiscard]] Truth holds(const Clause& clause, const Answers& answers);
[[nodiscard]] Truth holds(const Condition& condition, const Answers& answers);

}  // namespace tandem::draft
