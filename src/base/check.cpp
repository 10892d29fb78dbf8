#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace tandem::base {

void check_failed(const char* condition, std::source_location where) {
  fmt::print(stderr, "tandem: internal check failed: {} ({}:{}, {})\n", condition, where.file_name(), where.line(),
             where.function_name());
  std::abort();
}

void ensure_failed(const char* condition, std::source_location where) {
  throw InternalError(fmt::format("{} ({}:{})", condition, where.file_name(), where.line()));
}

}  // namespace tandem::base
