#include "agreement/diff/grouping.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/check.h"
#include "base/digits.h"

namespace tandem::agreement::diff {
namespace {

constexpr std::size_t kLargestTold = 3;

enum class Time : std::uint8_t { Same, Any };

std::string_view noun(EffectKind kind) {
  switch (kind) {
    case EffectKind::Owner:
    case EffectKind::Accountable: return "kinds of work";
    case EffectKind::Duty: return "changes of duty";
  }
  base::check_failed("an effect is of one of the kinds");
}

class Grouping {
 public:
  Grouping(std::span<const Effect> effects, Apart apart, base::Interval horizon)
      : effects_(effects), apart_(apart), horizon_(horizon) {}

  [[nodiscard]] std::vector<EffectGroup> singly(std::span<const std::size_t> chosen) const {
    std::vector<EffectGroup> groups;
    for (const std::size_t each : chosen) groups.push_back(alone(each));
    return groups;
  }

  [[nodiscard]] std::vector<EffectGroup> by(Time time, std::span<const std::size_t> chosen) const {
    std::map<Key, std::vector<std::size_t>> by_key;
    for (const std::size_t each : chosen) by_key[key_of(effects_[each], time)].push_back(each);
    std::vector<std::pair<double, EffectGroup>> weighed;
    for (auto& [key, members] : by_key) {
      double weight = 0;
      for (const std::size_t each : members) weight += effects_[each].weight;
      weighed.emplace_back(weight, members.size() == 1 ? alone(members.front()) : together(std::move(members), time));
    }
    std::ranges::stable_sort(weighed, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<EffectGroup> groups;
    for (auto& [weight, group] : weighed) groups.push_back(std::move(group));
    return groups;
  }

 private:
  using Key = std::tuple<EffectKind, std::string_view, std::string_view, std::string_view>;

  [[nodiscard]] Key key_of(const Effect& effect, Time time) const {
    const std::string_view when = time == Time::Same ? std::string_view(effect.when) : std::string_view();
    if (apart_ == Apart::Nothing) return {effect.kind, {}, {}, when};
    return {effect.kind, effect.before, effect.after, when};
  }

  [[nodiscard]] EffectGroup alone(std::size_t position) const {
    return {.effects = {position},
            .what = effects_[position].what,
            .hours = hours_words(effects_[position], horizon_),
            .largest = {}};
  }

  [[nodiscard]] EffectGroup together(std::vector<std::size_t> members, Time time) const {
    const auto total = [&](std::size_t each) { return effects_[each].total; };
    const Effect& first = effects_[members.front()];
    const Effect& longest = effects_[*std::ranges::max_element(members, {}, total)];
    const bool same_length = std::ranges::all_of(members, [&](std::size_t each) { return total(each) == first.total; });
    EffectGroup group;
    group.what = fmt::format("{} {}", base::with_commas(members.size()), noun(first.kind));
    if (time == Time::Same && !first.when.empty()) group.what += " " + first.when;
    group.hours = fmt::format("{}{}", same_length ? "" : "up to ", hours_words(longest, horizon_));
    for (std::size_t i = 0; i < std::min(members.size(), kLargestTold); ++i) {
      const Effect& effect = effects_[members[i]];
      group.largest.push_back(time == Time::Same && !effect.work.empty() ? effect.work : effect.what);
    }
    group.effects = std::move(members);
    return group;
  }

  std::span<const Effect> effects_;
  Apart apart_;
  base::Interval horizon_;
};

}  // namespace

std::vector<EffectGroup> grouped(std::span<const Effect> effects, std::span<const std::size_t> chosen, Apart apart,
                                 std::size_t most, base::Interval horizon) {
  const Grouping grouping(effects, apart, horizon);
  if (chosen.size() <= most) return grouping.singly(chosen);
  auto groups = grouping.by(Time::Same, chosen);
  return groups.size() <= most ? groups : grouping.by(Time::Any, chosen);
}

}  // namespace tandem::agreement::diff
