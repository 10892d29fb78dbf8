// Assertions about our own bugs. They stay on in release builds and never look at anybody's input:
// the author's mistakes are diagnostics (diag/), the world's failures are Result (base/error.h).
//
//   TANDEM_CHECK(index < size);              // state may be corrupt: says where, then aborts
//   TANDEM_ENSURE(ticket.number != 0);       // only this request is lost: throws InternalError
//
// InternalError is caught at the request, job and command boundary and nowhere else.
#pragma once

#include <source_location>
#include <stdexcept>

namespace tandem::base {

class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void check_failed(const char* condition, std::source_location where = std::source_location::current());
[[noreturn]] void ensure_failed(const char* condition, std::source_location where = std::source_location::current());

}  // namespace tandem::base

#define TANDEM_CHECK(condition)                 \
  do {                                          \
    if (!(condition)) [[unlikely]]              \
      ::tandem::base::check_failed(#condition); \
  } while (false)

#define TANDEM_ENSURE(condition)                 \
  do {                                           \
    if (!(condition)) [[unlikely]]               \
      ::tandem::base::ensure_failed(#condition); \
  } while (false)
