// Problem documents (RFC 9457): what every answer that is not a success says. The types are stable and listed in
// docs/problems.md; a client may switch on them.
//
//   problem_of(failure)        // a use case did not happen
//   Problem{.type = "malformed-json", .title = …, .status = 400, .detail = …}
//
// Details are for the person who asked; what is for the administrator goes to the log.
#pragma once

#include <string>
#include <vector>

#include "app/failure.h"

namespace tandem::wire {

inline constexpr std::string_view kProblemBase = "https://tandem.example/problems/";

struct Problem {
  std::string type;   // kebab-case, put behind kProblemBase: "refused/not-the-owner"
  std::string title;  // the same for every problem of that type
  int status = 500;
  std::string detail;         // what happened this time
  std::string instance = {};  // the incident's id of an internal error
  std::vector<app::FieldProblem> errors = {};
  int retry_after_seconds = 0;  // more than 0: said in Retry-After
};

[[nodiscard]] Problem problem_of(const app::Failure& failure);
[[nodiscard]] std::string encode(const Problem& problem);

}  // namespace tandem::wire
