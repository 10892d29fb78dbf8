// The world's failures: disk, database, network, peer. A fallible function returns Result<T>; its message is for
// an administrator and says what we tried, on what, what the system said and what to do about it.
//
//   Result<Config> load(const Path& path) {
//     TANDEM_TRY(auto text, read_file(path));      // returns the error, or binds the value
//     return parse(text);
//   }
//
// Errors are values: movable, comparable by code, never thrown. Mistakes in somebody's text are diagnostics
// (diag/), business refusals are desk::Refusal, and our own bugs are base/check.h.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace tandem::base {

enum class ErrorCode {
  NotFound,     // the thing named does not exist
  Conflict,     // somebody else was first: unique key, version, lock
  Unavailable,  // try again later: busy, overloaded, shutting down
  Corrupt,      // what is stored contradicts itself
  Io,           // the disk or the network failed
  Unsupported,  // made by a newer program, or a feature this build lacks
  BadInput,     // input from outside that is not diagnosed with ranges (a command line, a CSV header)
};

struct Error {
  ErrorCode code;
  std::string message;

  // Puts what we were doing in front: "opening the database /x/y.db: disk I/O error".
  [[nodiscard]] Error within(std::string_view doing) && {
    message = std::string(doing) + ": " + message;
    return std::move(*this);
  }
  [[nodiscard]] bool retryable() const { return code == ErrorCode::Unavailable || code == ErrorCode::Conflict; }
};

template <class T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message) {
  return std::unexpected(Error{code, std::move(message)});
}

}  // namespace tandem::base

#define TANDEM_CONCAT_INNER(a, b) a##b
#define TANDEM_CONCAT(a, b) TANDEM_CONCAT_INNER(a, b)
#define TANDEM_TRY_INNER(temporary, declaration, ...)     \
  auto temporary = (__VA_ARGS__);                         \
  if (!temporary) [[unlikely]]                            \
    return std::unexpected(std::move(temporary).error()); \
  declaration = *std::move(temporary)
// TANDEM_TRY(auto value, expression): binds the value of a Result or returns its error.
#define TANDEM_TRY(declaration, ...) TANDEM_TRY_INNER(TANDEM_CONCAT(tandem_try_, __LINE__), declaration, __VA_ARGS__)
// TANDEM_TRY_DONE(expression): the same for Result<void>.
#define TANDEM_TRY_DONE(...)                                       \
  if (auto tandem_done = (__VA_ARGS__); !tandem_done) [[unlikely]] \
  return std::unexpected(std::move(tandem_done).error())
