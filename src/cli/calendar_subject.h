// What a calendar command is about, by its name in the agreement.
//
//   const auto teams = teams_named(policy, "desk");      // that one, all when the name is empty, or what is wrong
//
// Pure.
#pragma once

#include <boost/json/fwd.hpp>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.h"
#include "policy/policy.h"

namespace tandem::cli {

// Pointers live as long as the policy.
[[nodiscard]] std::expected<std::vector<const policy::NamedCalendar*>, std::string> calendars_named(
    const policy::Policy& policy, std::string_view name);
[[nodiscard]] std::expected<std::vector<policy::TeamIndex>, std::string> teams_named(const policy::Policy& policy,
                                                                                     std::string_view name);

// The teams whose shifts are asked about, and the one person whose shifts they are when a person was named. A team
// comes before a person of the same name.
struct ShiftSubject {
  std::vector<policy::TeamIndex> teams;
  std::optional<policy::PersonIndex> person;
};
[[nodiscard]] std::expected<ShiftSubject, std::string> team_or_person(const policy::Policy& policy,
                                                                      std::string_view name);

// What a month is drawn of: a calendar, or teams (all of them when nothing was named, or the one named or whose
// rotation was). A team comes before a calendar of the same name.
struct MonthSubject {
  const policy::NamedCalendar* calendar = nullptr;
  std::vector<policy::TeamIndex> teams;
};
[[nodiscard]] std::expected<MonthSubject, std::string> team_or_calendar(const policy::Policy& policy,
                                                                        std::string_view name);

// A length in seconds as JSON has it: a whole number unless it has a fraction.
[[nodiscard]] json::Value seconds_json(base::Duration length);

}  // namespace tandem::cli
