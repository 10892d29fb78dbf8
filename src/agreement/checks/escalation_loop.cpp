#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

// Walks the paths depth first without recursion, for their number is the author's.
void check_escalation_loop(const Agreement& agreement, Reports& reports) {
  const auto& paths = agreement.escalations;
  enum class Visit : std::uint8_t { None, Open, Done };
  std::vector<Visit> visits(paths.size(), Visit::None);
  struct Stop {
    std::size_t path;
    std::size_t step = 0;
  };
  for (std::size_t start = 0; start < paths.size(); ++start) {
    if (visits[start] != Visit::None) continue;
    std::vector<Stop> way = {{start}};
    visits[start] = Visit::Open;
    while (!way.empty()) {
      const auto& steps = paths[way.back().path].steps.value;
      if (way.back().step == steps.size()) {
        visits[way.back().path] = Visit::Done;
        way.pop_back();
        continue;
      }
      const auto& then = steps[way.back().step++].then;
      if (!then.good()) continue;
      const std::size_t next = then.value.index.value;
      if (visits[next] == Visit::None) {
        visits[next] = Visit::Open;
        way.push_back({next});
      } else if (visits[next] == Visit::Open) {
        reports
            .add(diag::Kind::EscalationLoop, {"escalations", paths[next].key.value}, then.at,
                 fmt::format("`then: {}` leads back to a path that is already on the way", then.value.name))
            .note(paths[next].key.at, "the path begins here");
      }
    }
  }
}

}  // namespace tandem::agreement
