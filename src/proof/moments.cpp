#include "proof/moments.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"

namespace tandem::proof {

using base::Instant;
using base::Interval;

namespace {

// A calendar opens or closes, a person leaves or is back.
struct Boundary {
  Instant at;
  std::uint32_t what = 0;  // a calendar, or behind those a person
  bool begins = false;
};

std::vector<Boundary> boundaries_of(const policy::Spec& spec, Interval horizon) {
  std::vector<Boundary> out;
  const auto add = [&](Interval during, std::uint32_t what) {
    during = {std::max(during.from, horizon.from), std::min(during.to, horizon.to)};
    if (during.from >= during.to) return;
    out.push_back({during.from, what, true});
    if (during.to < horizon.to) out.push_back({during.to, what, false});
  };
  std::uint32_t what = 0;
  for (const policy::NamedCalendar& calendar : spec.calendars) {
    for (const Interval& open : calendar.open.open_within(horizon)) add(open, what);
    ++what;
  }
  for (const policy::Person& person : spec.people) {
    for (const Interval& leave : person.leave) add(leave, what);
    ++what;
  }
  // Where leave touches leave, the end comes before the beginning.
  std::ranges::sort(out, {}, [](const Boundary& each) { return std::tuple(each.at, each.begins, each.what); });
  return out;
}

// Gives equal moments one number.
class KindTable {
 public:
  explicit KindTable(std::vector<MomentKind>& kinds) : kinds_(kinds) {}

  std::uint32_t number_of(const Bits& open, const Bits& away, Instant at) {
    const std::size_t hash = open.hash() * 31 + away.hash();
    const auto [begin, end] = by_hash_.equal_range(hash);
    for (auto each = begin; each != end; ++each) {
      const MomentKind& kind = kinds_[each->second];
      if (kind.open_calendars == open && kind.away_people == away) return each->second;
    }
    const auto number = static_cast<std::uint32_t>(kinds_.size());
    kinds_.push_back({.open_calendars = open, .away_people = away, .first = at, .total = {}});
    by_hash_.emplace(hash, number);
    return number;
  }

 private:
  std::vector<MomentKind>& kinds_;
  std::unordered_multimap<std::size_t, std::uint32_t> by_hash_;
};

}  // namespace

Moments::Moments(const policy::Spec& spec, Interval horizon) : horizon_(horizon) {
  TANDEM_ENSURE(horizon.from < horizon.to);
  const std::vector<Boundary> boundaries = boundaries_of(spec, horizon);
  Bits open(spec.calendars.size());
  Bits away(spec.people.size());
  KindTable table(kinds_);
  Instant from = horizon.from;
  const auto end_stretch = [&](Instant to) {
    if (from == to) return;
    const std::uint32_t kind = table.number_of(open, away, from);
    kinds_[kind].total += to - from;
    if (!stretches_.empty() && stretches_.back().kind == kind) {
      stretches_.back().during.to = to;
    } else {
      stretches_.push_back({{from, to}, kind});
    }
    from = to;
  };
  for (const Boundary& boundary : boundaries) {
    end_stretch(boundary.at);
    const bool of_calendar = boundary.what < spec.calendars.size();
    Bits& bits = of_calendar ? open : away;
    const std::size_t number = of_calendar ? boundary.what : boundary.what - spec.calendars.size();
    if (boundary.begins) {
      bits.add(number);
    } else {
      bits.remove(number);
    }
  }
  end_stretch(horizon.to);
}

std::size_t Moments::stretch_at(Instant at) const {
  TANDEM_ENSURE(horizon_.contains(at));
  const auto next = std::ranges::upper_bound(stretches_, at, {}, [](const Stretch& each) { return each.during.from; });
  return static_cast<std::size_t>(next - stretches_.begin()) - 1;
}

}  // namespace tandem::proof
