#include "desk/forecast.h"

#include <algorithm>
#include <tuple>

namespace tandem::desk {

std::optional<base::Duration> Pace::each(std::uint32_t present) const {
  if (done == 0 || present == 0 || person_time <= base::Duration::zero()) return std::nullopt;
  return person_time / done / present;
}

std::vector<Miss> forecast(std::vector<DueWork> work, base::Duration each, const calendar::BusinessCalendar& hours,
                           base::Instant now) {
  std::ranges::sort(work, {}, [](const DueWork& one) { return std::tuple(one.due, one.number); });
  std::vector<Miss> misses;
  base::Duration ahead{};
  for (DueWork& one : work) {
    ahead += each;
    const auto expected = hours.after(now, {ahead});
    if (!expected) break;
    if (one.due >= now && *expected > one.due) misses.push_back({.work = std::move(one), .expected = *expected});
  }
  return misses;
}

}  // namespace tandem::desk
