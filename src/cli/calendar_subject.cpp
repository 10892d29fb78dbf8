#include "cli/calendar_subject.h"

#include <boost/json.hpp>

#include "cli/agreement_input.h"

namespace tandem::cli {

std::expected<std::vector<const policy::NamedCalendar*>, std::string> calendars_named(const policy::Policy& policy,
                                                                                      std::string_view name) {
  std::vector<const policy::NamedCalendar*> found;
  std::vector<std::string_view> names;
  for (const policy::NamedCalendar& calendar : policy.spec().calendars) {
    names.emplace_back(calendar.name);
    if (name.empty() || calendar.name == name) found.push_back(&calendar);
  }
  if (found.empty() && !name.empty()) return std::unexpected(no_such("calendar", name, names));
  return found;
}

std::expected<std::vector<policy::TeamIndex>, std::string> teams_named(const policy::Policy& policy,
                                                                       std::string_view name) {
  std::vector<policy::TeamIndex> found;
  std::vector<std::string_view> names;
  const auto& teams = policy.spec().teams;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    names.emplace_back(teams[i].name);
    if (name.empty() || teams[i].name == name) found.push_back({static_cast<std::uint32_t>(i)});
  }
  if (found.empty() && !name.empty()) return std::unexpected(no_such("team", name, names));
  return found;
}

std::expected<ShiftSubject, std::string> team_or_person(const policy::Policy& policy, std::string_view name) {
  if (name.empty() || policy.find_team(name)) {
    auto teams = teams_named(policy, name);
    if (!teams) return std::unexpected(std::move(teams).error());
    return ShiftSubject{*std::move(teams), std::nullopt};
  }
  const policy::Spec& spec = policy.spec();
  const auto person = policy.find_person(name);
  if (!person) {
    std::vector<std::string_view> names;
    for (const policy::Team& team : spec.teams) names.emplace_back(team.name);
    for (const policy::Person& one : spec.people) names.emplace_back(one.name);
    return std::unexpected(no_such("team or person", name, names));
  }
  ShiftSubject subject{{}, *person};
  for (std::size_t i = 0; i < spec.teams.size(); ++i) {
    const policy::TeamIndex team{static_cast<std::uint32_t>(i)};
    if (policy.is_member(team, *person)) subject.teams.push_back(team);
  }
  return subject;
}

std::expected<MonthSubject, std::string> team_or_calendar(const policy::Policy& policy, std::string_view name) {
  if (name.empty() || policy.find_team(name)) {
    auto teams = teams_named(policy, name);
    if (!teams) return std::unexpected(std::move(teams).error());
    return MonthSubject{nullptr, *std::move(teams)};
  }
  std::vector<std::string_view> names;
  const policy::Spec& spec = policy.spec();
  for (const policy::Team& team : spec.teams) names.emplace_back(team.name);
  for (const policy::NamedCalendar& calendar : spec.calendars) {
    if (calendar.name == name) return MonthSubject{&calendar, {}};
    names.emplace_back(calendar.name);
  }
  return std::unexpected(no_such("team or calendar", name, names));
}

json::Value seconds_json(base::Duration length) {
  constexpr std::int64_t kSecond = 1'000'000;
  if (length.count() % kSecond == 0) return length.count() / kSecond;
  return static_cast<double>(length.count()) / static_cast<double>(kSecond);
}

}  // namespace tandem::cli
