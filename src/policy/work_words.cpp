#include "policy/work_words.h"

#include "base/check.h"

namespace tandem::policy {

std::string_view to_text(RequesterKind kind) {
  switch (kind) {
    case RequesterKind::Standard: return "standard";
    case RequesterKind::Vip: return "vip";
  }
  base::check_failed("a requester is of one of the kinds");
}

std::string_view to_text(WorkSource source) {
  switch (source) {
    case WorkSource::Portal: return "portal";
    case WorkSource::Email: return "email";
    case WorkSource::Api: return "api";
    case WorkSource::Alert: return "alert";
    case WorkSource::Duty: return "duty";
  }
  base::check_failed("work comes from one of the sources");
}

std::optional<RequesterKind> find_requester_kind(std::string_view word) {
  for (const RequesterKind kind : kRequesterKinds) {
    if (to_text(kind) == word) return kind;
  }
  return std::nullopt;
}

std::optional<WorkSource> find_work_source(std::string_view word) {
  for (const WorkSource source : kWorkSources) {
    if (to_text(source) == word) return source;
  }
  return std::nullopt;
}

}  // namespace tandem::policy
