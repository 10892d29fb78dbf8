#include "app/changes.h"

#include "app/entry.h"
#include "desk/change_findings.h"

namespace tandem::app {
namespace {

bool touches(base::Interval a, base::Interval b) {
  return a.from < b.to && b.from < a.to;
}

// Those in the part of time, and those that should be over and still run. Confidential work is in no list of those who
// may not read it.
base::Result<std::vector<desk::ScheduledChange>> changes_in(Store& store, const desk::EngagementName& engagement,
                                                            base::Interval part,
                                                            std::span<const desk::CategoryName> hidden,
                                                            base::Instant now) {
  TANDEM_TRY(auto changes, store.changes(engagement, part, hidden));
  TANDEM_TRY(const auto live, store.live_changes(engagement));
  for (const desk::ScheduledChange& one : live) {
    const bool overruns = one.phase == desk::ChangePhase::Running && one.to <= part.from && part.from < now;
    const bool is_hidden = std::ranges::find(hidden, one.category) != hidden.end();
    if (overruns && !is_hidden) changes.push_back(one);
  }
  std::ranges::sort(changes, {}, [](const desk::ScheduledChange& one) { return std::pair(one.from, one.number); });
  return changes;
}

std::vector<ChangeSchedule::Freeze> freezes_in(const policy::Policy& policy, base::Interval part) {
  std::vector<ChangeSchedule::Freeze> freezes;
  for (const policy::Freeze& freeze : policy.spec().governance.freezes) {
    if (!touches(freeze.during, part)) continue;
    freezes.push_back({.name = freeze.name, .during = freeze.during, .except = {}, .at = freeze.at});
    for (const policy::DecisionIndex kind : freeze.except)
      freezes.back().except.emplace_back(policy.decision(kind).name);
  }
  return freezes;
}

std::vector<ChangeSchedule::Clash> clashes_among(const std::vector<desk::ScheduledChange>& changes, base::Instant now) {
  std::vector<ChangeSchedule::Clash> clashes;
  for (auto first = changes.begin(); first != changes.end(); ++first) {
    for (auto second = std::next(first); second != changes.end(); ++second) {
      std::string both = desk::clash_between(*first, *second, now);
      if (!both.empty())
        clashes.push_back({.first = first->ticket, .second = second->ticket, .both_touch = std::move(both)});
    }
  }
  return clashes;
}

}  // namespace

Outcome<ChangeSchedule> read_changes(const Caller& caller, Store& store, const Engagements& engagements,
                                     const desk::EngagementName& engagement, calendar::Date from, calendar::Date to,
                                     base::Instant now) {
  auto entry = enter_engagement(caller, engagements, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_changes(*membership)) return forbidden("what is planned is for the two teams");
  const auto days = (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count() + 1;
  if (days < 1) return invalid("to", "`to` is before `from`");
  if (days > kMaxChangeDays) return invalid("to", fmt::format("ask for at most {} days", kMaxChangeDays));
  const calendar::Zone& zone = found->policy->zone();
  const base::Interval part{zone.to_instant(from, {}), zone.to_instant(to, base::hours(24))};
  auto changes = changes_in(store, engagement, part, hidden_from(*membership, *found->policy), now);
  if (!changes) return failed(changes.error());
  ChangeSchedule schedule{.engagement = found,
                          .part = part,
                          .changes = *std::move(changes),
                          .freezes = freezes_in(*found->policy, part),
                          .clashes = {}};
  schedule.clashes = clashes_among(schedule.changes, now);
  return schedule;
}

}  // namespace tandem::app
