#include "agreement/lower_rotations.h"

#include "agreement/lower_zones.h"
#include "base/check.h"

namespace tandem::agreement {
namespace {

calendar::Turn turn_of(const Length& length) {
  using Count = calendar::Turn::Unit;
  const auto count = static_cast<std::uint32_t>(length.count);
  switch (length.unit) {
    case Unit::Hour: return {count, Count::Hour};
    case Unit::Day: return {count, Count::Day};
    case Unit::Week: return {count, Count::Week};
    case Unit::Month: return {count, Count::Month};
    case Unit::Minute:
    case Unit::Year: break;
  }
  TANDEM_ENSURE(false);
  return {};
}

class RotationLowering {
 public:
  RotationLowering(const RotationText& text, const calendar::Zone& zone)
      : text_(text), zone_(zone_of(text.time_zone, zone)) {
    for (const PersonRef* who : people_of(text)) {
      if (positions_.emplace(who->index.value, positions_.size()).second) people_.push_back(who->index);
    }
  }

  LoweredRotation run() {
    calendar::RotationRule rule{.zone = zone_, .people = static_cast<std::uint32_t>(people_.size())};
    for (const LayerText& layer : text_.layers.value) rule.layers.push_back(lower(layer));
    std::vector<source::Range> swaps_at;
    for (const RotationSwap& swap : text_.swaps.value) {
      const auto& between = swap.between.value;
      const auto during = interval_of(swap.during, zone_);
      if (!during) continue;
      rule.swaps.push_back({position(between[0]), position(between[1]), *during});
      swaps_at.push_back(swap.at);
    }
    std::vector<source::Range> temporary_at;
    for (const TemporaryTurns& temporary : text_.temporary.value) {
      const auto during = interval_of(temporary.during, zone_);
      if (!during) continue;
      rule.temporary.push_back({.span = *during, .shifts = shifts_of(temporary)});
      temporary_at.push_back(temporary.at);
    }
    std::vector<source::Range> overrides_at;
    for (const RotationOverride& item : text_.overrides.value) {
      const Substitute& who = item.who.value;
      const auto during = interval_of(item.during, zone_);
      if (!during) continue;
      rule.overrides.push_back({who.nobody ? std::nullopt : std::optional(position(who.person)), *during});
      overrides_at.push_back(item.at);
    }
    auto duty = calendar::Rotation::make(std::move(rule));
    TANDEM_ENSURE(duty.has_value());
    return {*std::move(duty), std::move(people_), std::move(swaps_at), std::move(temporary_at),
            std::move(overrides_at)};
  }

 private:
  [[nodiscard]] std::uint32_t position(const PersonRef& who) const {
    return static_cast<std::uint32_t>(positions_.at(who.index.value));
  }

  [[nodiscard]] calendar::DutyLayer lower(const LayerText& text) const {
    calendar::DutyLayer layer{.name = text.name.good() ? text.name.value : text_.key.value,
                              .starts = text.starts.value,
                              .turn = turn_of(text.turn.value),
                              .only = text.only.value};
    for (const PersonRef& who : text.order.value) layer.order.push_back(position(who));
    if (text.ends.good()) layer.ends = text.ends.value;
    return layer;
  }

  [[nodiscard]] std::vector<calendar::TemporarySchedule::Shift> shifts_of(const TemporaryTurns& text) const {
    std::vector<calendar::TemporarySchedule::Shift> shifts;
    for (const TemporaryShift& shift : text.shifts.value) {
      if (const auto during = interval_of(shift.during, zone_)) shifts.push_back({position(shift.who.value), *during});
    }
    return shifts;
  }

  const RotationText& text_;
  calendar::Zone zone_;
  std::map<std::uint32_t, std::size_t> positions_;  // in people_, by the agreement's
  std::vector<policy::PersonIndex> people_;
};

}  // namespace

LoweredRotation lower_rotation(const RotationText& text, const calendar::Zone& zone) {
  return RotationLowering(text, zone).run();
}

}  // namespace tandem::agreement
