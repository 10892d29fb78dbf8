#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// The names on the way around, as many as a reader follows, and the first once more.
template <class Whole>
std::string way_around(const std::vector<Whole>& wholes, const std::vector<std::size_t>& members) {
  constexpr std::size_t kShown = 8;
  std::string way;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i == kShown && members.size() > kShown + 1) {
      way += "… → ";
      break;
    }
    way += fmt::format("`{}` → ", wholes[members[i]].key.value);
  }
  return way + fmt::format("`{}`", wholes[members.front()].key.value);
}

template <class Whole>
void report_rings(const std::vector<Whole>& wholes, std::string_view section, std::string_view what, Reports& reports) {
  for (const PartsFirst::Ring& ring : order_of(std::span(wholes)).rings) {
    const Whole& last = wholes[ring.members.back()];
    const Whole& first = wholes[ring.members.front()];
    auto& finding = reports.add(diag::Kind::CalendarLoop, {std::string(section), first.key.value},
                                parts_of(last)[ring.closing_part]->at,
                                fmt::format("{} in a ring: {}", what, way_around(wholes, ring.members)));
    if (ring.members.size() > 1) finding.note(first.key.at, fmt::format("`{}` stands here", first.key.value));
  }
}

}  // namespace

void check_calendar_loop(const Agreement& agreement, Reports& reports) {
  report_rings(agreement.calendars, "calendars", "calendars are combined", reports);
  report_rings(agreement.holiday_sets, "holiday_sets", "holiday sets are based on each other", reports);
}

}  // namespace tandem::agreement
