#include "draft/matrix_scope.h"

#include <algorithm>
#include <array>

#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

constexpr std::array<std::string_view, 4> kHoursNames = {"business hours", "nights", "weekends", "holidays"};
constexpr std::array<std::string_view, 5> kNames = {"critical", "critical", "high", "normal", "low"};

bool share(const std::set<std::string>& one, const std::set<std::string>& other) {
  return one.empty() || other.empty() ||
         std::ranges::any_of(one, [&](const auto& site) { return other.contains(site); });
}

std::string severity_range(const Severities& set, SeverityStyle style) {
  std::string out;
  for (std::size_t i = 0; i <= kMostSeverity; ++i) {
    if (!set.test(i)) continue;
    std::size_t last = i;
    while (last < kMostSeverity && set.test(last + 1)) ++last;
    if (!out.empty()) out += ", ";
    out += style == SeverityStyle::Names && i < kNames.size() ? std::string(kNames[i]) : fmt::format("{}", i);
    if (style == SeverityStyle::Names) continue;
    if (last > i) out += fmt::format("-{}", last);
    i = last;
  }
  return out;
}

std::string severities_text(const Severities& set, SeverityStyle style) {
  if (set.test(kOtherSeverity)) return "other severities";
  constexpr std::array<std::string_view, 5> kPrefixes = {"Sev ", "severity ", "P", "priority ", ""};
  return std::string(kPrefixes[static_cast<std::size_t>(style)]) + severity_range(set, style);
}

std::string hours_text(const HoursSet& set) {
  constexpr unsigned long kNightsAndWeekends = 0b0110;
  if ((set.to_ulong() | 0b1000) == (kNightsAndWeekends | 0b1000)) return "after hours";
  std::string out;
  for (std::size_t i = 0; i < kHoursNames.size(); ++i) {
    if (set.test(i)) out += fmt::format("{}{}", out.empty() ? "" : " and ", kHoursNames[i]);
  }
  return out;
}

std::string sites_text(const std::set<std::string>& sites) {
  if (sites.contains("")) return "other sites";
  std::string out = sites.size() == 1 ? "site " : "sites ";
  for (const std::string& site : sites) out += fmt::format("{}{}", site == *sites.begin() ? "" : ", ", site);
  return out;
}

// Severities that a scope may be held against: those named, and those between them.
Severities all_severities(std::span<const Scope> scopes, const ScopeSpace& space) {
  Severities all = space.severities;
  std::size_t highest = 0;
  for (std::size_t i = 0; i <= kMostSeverity; ++i) {
    if (all.test(i)) highest = i;
  }
  for (std::size_t i = 1; i <= highest; ++i) all.set(i);
  const Severities& first = scopes.front().severities;
  const bool one_set = std::ranges::all_of(scopes, [&](const Scope& scope) { return scope.severities == first; });
  constexpr std::size_t kScale = 3;  // who writes "Sev 1-3" or more has named the whole scale
  const bool whole_scale = first.count() >= kScale && (first.test(0) || first.test(1));
  if (one_set && (all & ~first).none() && !whole_scale) all.set(kOtherSeverity);
  return all;
}

HoursSet all_hours(const ScopeSpace& space) {
  HoursSet all = HoursSet().set();
  if (!space.hours.test(static_cast<std::size_t>(Hours::Holidays)))
    all.reset(static_cast<std::size_t>(Hours::Holidays));
  return all;
}

std::set<std::string> all_sites(std::span<const Scope> scopes, const ScopeSpace& space) {
  std::set<std::string> all = space.sites;
  const auto& first = scopes.front().sites;
  const bool one_set = std::ranges::all_of(scopes, [&](const Scope& scope) { return scope.sites == first; });
  if (one_set && first == all) all.insert("");
  return all;
}

}  // namespace

void ScopeSpace::add(const Remark& remark) {
  if (remark.style && severities.none()) style = *remark.style;
  severities |= remark.named;
  // "After hours" takes holidays in and does not make them a part of their own.
  hours |= remark.scope.hours == HoursSet(0b1110) ? HoursSet(0b0110) : remark.scope.hours;
  sites.insert(remark.scope.sites.begin(), remark.scope.sites.end());
}

bool overlap(const Scope& one, const Scope& other) {
  const bool severities = one.severities.none() || other.severities.none() || (one.severities & other.severities).any();
  const bool hours = one.hours.none() || other.hours.none() || (one.hours & other.hours).any();
  return severities && hours && share(one.sites, other.sites);
}

Scope common(const Scope& one, const Scope& other) {
  Scope both;
  both.severities = one.severities.none()     ? other.severities
                    : other.severities.none() ? one.severities
                                              : one.severities & other.severities;
  both.hours = one.hours.none() ? other.hours : other.hours.none() ? one.hours : one.hours & other.hours;
  if (one.sites.empty() || other.sites.empty()) {
    both.sites = one.sites.empty() ? other.sites : one.sites;
  } else {
    std::ranges::set_intersection(one.sites, other.sites, std::inserter(both.sites, both.sites.end()));
  }
  return both;
}

std::vector<Scope> left_out(std::span<const Scope> scopes, const ScopeSpace& space) {
  if (scopes.empty() || std::ranges::any_of(scopes, &Scope::is_everything)) return {};
  const bool by_severity = std::ranges::any_of(scopes, [](const Scope& scope) { return scope.severities.any(); });
  const bool by_hours = std::ranges::any_of(scopes, [](const Scope& scope) { return scope.hours.any(); });
  const bool by_site = std::ranges::any_of(scopes, [](const Scope& scope) { return !scope.sites.empty(); });
  const Severities severities = by_severity ? all_severities(scopes, space) : Severities();
  const HoursSet hours = all_hours(space);
  std::vector<std::optional<std::string>> sites;
  if (!by_site) sites.emplace_back(std::nullopt);
  for (const std::string& site : by_site ? all_sites(scopes, space) : std::set<std::string>()) sites.emplace_back(site);

  std::vector<Scope> missing;
  for (const auto& site : sites) {
    std::vector<Scope> here;  // of this site, one for each set of severities
    for (std::size_t h = 0; h < (by_hours ? hours.size() : 1); ++h) {
      if (by_hours && !hours.test(h)) continue;
      Severities open = severities;
      bool nobody = true;
      for (const Scope& scope : scopes) {
        const bool reaches = (!by_hours || scope.hours.none() || scope.hours.test(h)) &&
                             (!site || scope.sites.empty() || scope.sites.contains(*site));
        if (!reaches) continue;
        nobody = nobody && !(scope.severities.none());
        open = scope.severities.none() ? Severities() : open & ~scope.severities;
      }
      if (by_severity ? open.none() : !nobody) continue;
      if (open == severities) open.reset();  // all of them: no need to say so
      const auto same = std::ranges::find(here, open, &Scope::severities);
      Scope& into = same == here.end() ? here.emplace_back() : *same;
      into.severities = open;
      if (by_hours) into.hours.set(h);
      if (site) into.sites = {*site};
    }
    for (Scope& scope : here) {
      if (by_hours && scope.hours == hours) scope.hours.reset();
      missing.push_back(std::move(scope));
    }
  }
  return missing;
}

std::string to_text(const Scope& scope, SeverityStyle style) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += fmt::format("{}{}", out.empty() ? "" : ", ", part); };
  if (scope.severities.any()) add(severities_text(scope.severities, style));
  if (scope.hours.any()) add(hours_text(scope.hours));
  if (!scope.sites.empty()) add(sites_text(scope.sites));
  return out;
}

}  // namespace tandem::draft
