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

}  // namespace tandem::policy
