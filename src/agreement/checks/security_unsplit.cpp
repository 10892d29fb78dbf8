#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_security_unsplit(const Agreement& agreement, Reports& reports) {
  constexpr std::array<std::pair<Role, std::string_view>, 3> kRoles = {
      {{Role::Decide, "decide"}, {Role::Monitor, "monitor"}, {Role::Remediate, "remediate"}}};
  for (const Function& function : agreement.functions) {
    if (!function.security.good() || !function.security.value) continue;
    std::set<Role> given;
    bool readable = true;
    for (const std::size_t i : function.activities) {
      const auto& role = agreement.activities[i].role;
      readable = readable && role.presence != Presence::Wrong;
      if (role.good()) given.insert(role.value);
    }
    std::vector<std::string> missing;
    for (const auto& [role, word] : kRoles) {
      if (!given.contains(role)) missing.push_back(fmt::format("`{}`", word));
    }
    if (!readable || missing.empty()) continue;
    reports
        .add(diag::Kind::SecurityUnsplit, {"functions", function.key.value}, function.key.at,
             fmt::format("no activity of `{}` has the role {}", function.key.value, fmt::join(missing, " or ")))
        .suggest("say of each activity whether it decides, monitors or remediates: `role: decide`");
  }
}

}  // namespace tandem::agreement
