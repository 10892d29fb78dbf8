#include "agreement/escalation_way.h"

#include "base/check.h"

namespace tandem::agreement {
namespace {

const EscalationPath* find_path(const Agreement& agreement, std::string_view name) {
  const auto found =
      std::ranges::find(agreement.escalations, name, [](const EscalationPath& path) { return path.key.value; });
  return found == agreement.escalations.end() ? nullptr : &*found;
}

}  // namespace

std::vector<WayStep> escalation_way(const Agreement& agreement, std::string_view priority) {
  const EscalationPath* path = find_path(agreement, priority);
  if (path == nullptr) path = find_path(agreement, "default");
  std::vector<WayStep> way;
  std::vector<const EscalationStep*> before;
  for (std::size_t paths = 0; path != nullptr; ++paths) {
    TANDEM_ENSURE(paths < agreement.escalations.size());
    const EscalationPath* next = nullptr;
    for (const EscalationStep& step : path->steps.value) {
      if (!step.tell.value.empty()) {
        way.push_back({path, &step, before});
        way.back().after.push_back(&step);
      }
      if (step.then.good()) {
        before.push_back(&step);
        next = &agreement.escalations[step.then.value.index.value];
      }
    }
    path = next;
  }
  return way;
}

}  // namespace tandem::agreement
