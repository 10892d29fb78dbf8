#include "calendar/rotation_timeline.h"

#include <algorithm>

namespace tandem::calendar {

using base::Instant;

Rotation::Compiled::Compiled(RotationRule given) : rule(std::move(given)), exceptions(rule) {
  layers.reserve(rule.layers.size());
  for (const DutyLayer& layer : rule.layers) layers.emplace_back(layer, rule.zone);
}

Timeline Rotation::Compiled::walk(Instant from) const {
  return {rule, layers, exceptions, 0, Timeline::Of::Rotation, from};
}

Timeline Rotation::Compiled::walk_layer(std::uint32_t layer, Instant from) const {
  return {rule, std::span(layers).subspan(layer, 1), exceptions, layer, Timeline::Of::Layer, from};
}

Timeline::Timeline(const RotationRule& rule, std::span<const LayerTurns> layers, const Exceptions& exceptions,
                   std::uint32_t first_layer, Of of, Instant from)
    : rule_(&rule),
      layers_(layers),
      exceptions_(&exceptions),
      first_layer_(first_layer),
      of_(of),
      at_(from),
      step_(exceptions.position(from)) {
  walks_.reserve(layers.size());
  for (const LayerTurns& layer : layers) walks_.push_back({LayerStretches(layer, from)});
}

std::optional<Duty> Timeline::by_layers(const Exceptions::Step& step, Instant& until, Instant to) {
  for (std::size_t i = 0; i < walks_.size(); ++i) {
    Walk& walk = walks_[i];
    while (!walk.now || walk.now->during.to <= at_) {
      walk.now = walk.rest.next(to);
      if (!walk.now) break;
    }
    if (!walk.now) continue;
    if (walk.now->during.from > at_) {
      until = std::min(until, walk.now->during.from);
      continue;
    }
    until = std::min(until, walk.now->during.to);
    const auto layer = first_layer_ + static_cast<std::uint32_t>(i);
    return exceptions_->swapped({layers_[i].person(walk.now->turn), ShiftOrigin::Layer, layer}, step, *rule_);
  }
  return std::nullopt;
}

std::optional<Timeline::Piece> Timeline::next(Instant to) {
  if (at_ >= to) return std::nullopt;
  const Exceptions::Step& step = (*exceptions_)[step_];
  Instant until = std::min(step.during.to, to);
  std::optional<Duty> duty;
  if (of_ == Of::Rotation && step.override_by) {
    const auto person = rule_->overrides[*step.override_by].person;
    if (person) duty = Duty{*person, ShiftOrigin::Override, *step.override_by};
  } else if (of_ == Of::Rotation && step.temporary_by) {
    if (step.stint) {
      const auto& stint = rule_->temporary[*step.temporary_by].stints[*step.stint];
      duty = exceptions_->swapped({stint.person, ShiftOrigin::Temporary, *step.temporary_by}, step, *rule_);
    }
  } else {
    duty = by_layers(step, until, to);
  }
  const Piece piece{{at_, until}, duty};
  at_ = until;
  if (at_ >= step.during.to && step_ + 1 < exceptions_->size()) ++step_;
  return piece;
}

}  // namespace tandem::calendar
