#include "calendar/week_pattern.h"

#include "base/check.h"
#include "calendar/merged.h"

namespace tandem::calendar {

std::vector<WeekStretch> wrapped_into_week(const std::vector<SignedStretch>& stretches) {
  constexpr std::int64_t kWeek = kWeekSeconds;
  std::vector<SignedStretch> inside;
  for (const SignedStretch& each : stretches) {
    TANDEM_CHECK(each.from >= -kWeek && each.to <= 2 * kWeek);
    for (const std::int64_t shift : {-kWeek, std::int64_t{0}, kWeek}) {
      const SignedStretch moved{std::max<std::int64_t>(0, each.from + shift), std::min(kWeek, each.to + shift)};
      if (moved.from < moved.to) inside.push_back(moved);
    }
  }
  std::vector<WeekStretch> result;
  for (const SignedStretch& each : merged(std::move(inside))) {
    result.push_back({static_cast<std::uint32_t>(each.from), static_cast<std::uint32_t>(each.to)});
  }
  return result;
}

WeekPattern::WeekPattern(const std::vector<WeekStretch>& stretches) {
  stretches_.reserve(stretches.size() + 1);
  std::uint32_t sum = 0;
  for (const WeekStretch& each : stretches) {
    TANDEM_CHECK(each.from < each.to && each.to <= kWeekSeconds);
    stretches_.push_back({each.from, each.to, sum});
    sum += each.to - each.from;
  }
  stretches_.push_back({kWeekSeconds, kWeekSeconds, sum});
  std::size_t at = 0;
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    while (stretches_[at].to <= slot << kSlotBits) ++at;
    slots_[slot] = static_cast<std::uint32_t>(at);
  }
}

std::uint32_t WeekPattern::begin_of_state(std::uint32_t second) const {
  const std::size_t i = position(second);
  if (stretches_[i].from <= second) return stretches_[i].from;
  return i == 0 ? 0 : stretches_[i - 1].to;
}

std::uint32_t WeekPattern::end_of_state(std::uint32_t second) const {
  const Entry& entry = stretches_[position(second)];
  return entry.from <= second ? entry.to : entry.from;
}

std::uint32_t WeekPattern::earliest_with(std::uint32_t amount) const {
  const auto after = std::ranges::lower_bound(stretches_, amount, {}, &Entry::open_before);
  const Entry& entry = *(after - 1);
  return entry.from + (amount - entry.open_before);
}

std::uint32_t WeekPattern::latest_with(std::uint32_t amount) const {
  const auto after = std::ranges::upper_bound(stretches_, amount, {}, &Entry::open_before);
  const Entry& entry = *(after - 1);
  return entry.from + (amount - entry.open_before);
}

std::vector<WeekStretch> WeekPattern::stretches() const {
  std::vector<WeekStretch> result;
  for (auto entry = stretches_.begin(); entry != stretches_.end() - 1; ++entry) {
    result.push_back({entry->from, entry->to});
  }
  return result;
}

std::size_t WeekPattern::memory() const {
  return sizeof *this + stretches_.capacity() * sizeof(Entry);
}

}  // namespace tandem::calendar
