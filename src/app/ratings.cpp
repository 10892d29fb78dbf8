#include "app/ratings.h"

#include "app/entry.h"
#include "calendar/zone.h"

namespace tandem::app {
namespace {

using std::chrono::months;
using std::chrono::year_month;

year_month month_of(base::Instant at, const calendar::Zone& zone) {
  const auto date = zone.to_local(at).date;
  return date.year() / date.month();
}

base::Instant beginning_of(year_month month, const calendar::Zone& zone) {
  return zone.to_instant(calendar::local_moment({.date = month / 1, .time_of_day = {}}));
}

void count(MonthOfRatings& month, const desk::ServiceRated& rated) {
  auto team = std::ranges::lower_bound(month.teams, rated.team, {}, &TeamRatings::team);
  if (team == month.teams.end() || team->team != rated.team)
    team = month.teams.insert(team, {.party = rated.party, .team = rated.team, .good = 0, .bad = 0});
  const bool is_good = rated.verdict == desk::Verdict::Good;
  ++(is_good ? month.good : month.bad);
  ++(is_good ? team->good : team->bad);
}

}  // namespace

Outcome<std::vector<MonthOfRatings>> Ratings::by_month(const Caller& caller, const desk::EngagementName& engagement,
                                                       std::uint32_t wanted) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_ratings(*membership)) {
    return forbidden("what requesters said is for the two teams and the auditor");
  }
  const auto zone = calendar::Zone::find(found->policy->spec().time_zone);
  if (!zone) return failed(zone.error());
  const year_month newest = month_of(clock_->now(), *zone);
  const year_month oldest = newest - months(wanted - 1);
  const auto rows = store_->ratings({.engagement = engagement,
                                     .from = beginning_of(oldest, *zone),
                                     .hidden_categories = hidden_from(*membership, *found->policy)});
  if (!rows) return failed(rows.error());

  std::vector<MonthOfRatings> all;
  for (year_month month = newest; month >= oldest; month -= months(1)) {
    all.push_back(
        {.month = fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
         .good = 0,
         .bad = 0,
         .teams = {}});
  }
  for (const RatingRow& row : *rows) {
    const auto back = newest - month_of(row.at, *zone);
    // What a clock that goes wrong put into the future counts as this month's.
    const auto at = static_cast<std::size_t>(std::max<std::int64_t>(0, back.count()));
    if (at < all.size()) count(all[at], row.rated);
  }
  return all;
}

}  // namespace tandem::app
