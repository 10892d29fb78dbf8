#include "agreement/checks/case.h"

#include <fmt/format.h>

#include "base/digits.h"
#include "calendar/date_text.h"
#include "policy/work_words.h"

namespace tandem::agreement {
namespace {

using policy::Policy;
using policy::WorkSource;

// How it came, where that is not the usual way.
std::string_view source_text(WorkSource source) {
  switch (source) {
    case WorkSource::Portal: return "";
    case WorkSource::Email: return " by e-mail";
    case WorkSource::Api: return " from a program";
    case WorkSource::Alert: return " from an alert";
    case WorkSource::Duty: return " from a recurring duty";
  }
  return "";
}

// "desk=12,soc=3", as `tandem why --load` takes it: open items for each person who is there.
std::string load_text(const Policy& policy, const proof::Case& point) {
  std::string text;
  for (std::uint32_t i = 0; i < point.work.open_by_team.size(); ++i) {
    if (point.work.open_by_team[i] == 0) continue;
    const policy::Team& team = policy.team({i});
    const auto present = std::ranges::count_if(team.members, [&](policy::PersonIndex member) {
      return member != point.away && policy.is_present(member, point.at);
    });
    const auto people = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(present, 1));
    const std::uint32_t for_each = (point.work.open_by_team[i] + people - 1) / people;
    text += fmt::format("{}{}={}", text.empty() ? "" : ",", team.name, for_each);
  }
  return text;
}

// A local time, where that says it to the microsecond.
std::string exact_text(const Policy& policy, base::Instant at) {
  const calendar::LocalTime local = policy.zone().to_local(at);
  const bool is_told = policy.zone().to_instant(local.date, local.time_of_day) == at;
  if (!is_told || local.time_of_day % base::minutes(1) != base::Duration{}) return base::to_rfc3339(at);
  return fmt::format("{} {}", calendar::iso_date(local.date), calendar::clock_time(local.time_of_day));
}

bool is_usual(const Policy& policy, policy::PriorityIndex priority) {
  return priority.is_none() || priority == policy.default_priority();
}

}  // namespace

std::string when_text(const Policy& policy, base::Instant at) {
  return calendar::local_time_text(at, policy.zone());
}

std::string work_text(const Policy& policy, const proof::Work& work) {
  const policy::Facts& facts = work.facts;
  const policy::Spec& spec = policy.spec();
  std::string text;
  if (!is_usual(policy, facts.priority)) text += fmt::format("`{}` ", policy.priority(facts.priority).priority);
  text += fmt::format("`{}`", policy.category(facts.category).name);
  text += source_text(facts.source);
  if (!facts.asset_class.is_none()) text += fmt::format(" on a `{}`", spec.asset_classes[facts.asset_class.value]);
  if (facts.requester == policy::RequesterKind::Vip) text += " for a VIP";
  if (!facts.department.is_none()) text += fmt::format(" in `{}`", spec.departments[facts.department.value]);
  if (!facts.site.is_none()) text += fmt::format(" at `{}`", spec.sites[facts.site.value]);
  for (std::size_t i = 0; i < work.open_by_team.size(); ++i) {
    if (work.open_by_team[i] == 0) continue;
    text += fmt::format(" while `{}` has {} open", spec.teams[i].name, work.open_by_team[i]);
  }
  return text;
}

std::string case_text(const Policy& policy, const proof::Case& point) {
  std::string text = fmt::format("{}, {}", work_text(policy, point.work), when_text(policy, point.at));
  if (!point.away.is_none()) text += fmt::format(", while `{}` is away", policy.person(point.away).name);
  return text;
}

diag::Counterexample counterexample(const Policy& policy, const proof::Case& point) {
  const policy::Facts& facts = point.work.facts;
  const policy::Spec& spec = policy.spec();
  diag::Counterexample out = {{"category", policy.category(facts.category).name}};
  if (!is_usual(policy, facts.priority)) out.emplace_back("priority", policy.priority(facts.priority).priority);
  if (!facts.site.is_none()) out.emplace_back("site", spec.sites[facts.site.value]);
  if (!facts.department.is_none()) out.emplace_back("department", spec.departments[facts.department.value]);
  if (!facts.asset_class.is_none()) out.emplace_back("asset-class", spec.asset_classes[facts.asset_class.value]);
  if (facts.requester == policy::RequesterKind::Vip) out.emplace_back("requester", "vip");
  if (facts.source != WorkSource::Portal) out.emplace_back("source", policy::to_text(facts.source));
  if (std::string load = load_text(policy, point); !load.empty()) out.emplace_back("load", std::move(load));
  out.emplace_back("at", exact_text(policy, point.at));
  if (!point.away.is_none()) out.emplace_back("away", policy.person(point.away).name);
  return out;
}

std::string hours_text(base::Duration length) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(length).count();
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes % 60 == 0)
    return fmt::format("{} {}", base::with_commas(static_cast<std::uint64_t>(minutes / 60)),
                       minutes == 60 ? "hour" : "hours");
  if (minutes < 600) return fmt::format("{} h {} min", minutes / 60, minutes % 60);
  return fmt::format("{} hours", base::with_commas(static_cast<std::uint64_t>(minutes + 30) / 60));
}

std::string extent_text(const Policy& policy, const proof::Extent& extent, policy::CategoryIndex shown,
                        const std::string& horizon) {
  const std::size_t others = extent.categories.size() - 1;
  std::string text =
      fmt::format("{} in {}, for `{}`", hours_text(extent.hours.total), horizon, policy.category(shown).name);
  if (others > 0) text += fmt::format(" and {} other {}", others, others == 1 ? "category" : "categories");
  return text;
}

std::string arrivals_text(const proof::Openings& openings) {
  return fmt::format("{} of arrivals", hours_text(openings.total()));
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  const std::size_t shown = names.size() <= kShown ? names.size() : kShown - 1;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == names.size();
    text += fmt::format("{}`{}`", i == 0 ? "" : is_last ? " and " : ", ", names[i]);
  }
  if (shown < names.size()) text += fmt::format(" and {} others", names.size() - shown);
  return text;
}

}  // namespace tandem::agreement
