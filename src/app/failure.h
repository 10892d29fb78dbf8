// Why a use case did not happen, in the words of whoever asked. The edges (http/, cli/) turn it into a problem
// document or a message; `kind` decides the status, the rest is for people.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "desk/refusal.h"

namespace tandem::app {

enum class FailureKind : std::uint8_t {
  Unauthenticated,      // no or wrong credentials, an expired session
  Forbidden,            // known and not allowed
  NotFound,             // not there, or not visible to the caller: the two are not told apart
  Invalid,              // a value cannot be taken: `fields` says which; empty: what was asked as a whole
  Refused,              // the desk said no: `refusal` says why
  Hidden,               // it did happen, and what came of it is confidential to whoever asked
  Stale,                // based on a version that is no longer the latest
  IdempotencyMismatch,  // the key was used for another request
  TooMany,              // asked too often: `retry_after` says how long to wait
  Unavailable,          // try again later
  Internal,             // the world failed us; details are in the log
};

struct FieldProblem {
  std::string pointer;  // JSON pointer into the request's body: "/category"
  std::string message;
};

struct Failure {
  FailureKind kind;
  std::string message;
  std::vector<FieldProblem> fields;
  std::optional<desk::RefusalKind> refusal;
  base::Duration retry_after = {};
};

template <class T = void>
using Outcome = std::expected<T, Failure>;

[[nodiscard]] Failure from_error(const base::Error& error);  // logs what is not the caller's business
[[nodiscard]] Failure from_refusal(
    const desk::Refusal& refusal);  // unknown words become Invalid, with their field if they have one

// As answers: `return forbidden("the calendar is for the two teams");`
[[nodiscard]] std::unexpected<Failure> failed(const base::Error& error);
[[nodiscard]] std::unexpected<Failure> forbidden(std::string message);
[[nodiscard]] std::unexpected<Failure> not_found(std::string message);
[[nodiscard]] std::unexpected<Failure> invalid(std::string pointer, std::string message);
// All that is wrong at once, field by field. REQUIRES: not empty.
[[nodiscard]] std::unexpected<Failure> invalid(std::vector<FieldProblem> fields);

}  // namespace tandem::app
