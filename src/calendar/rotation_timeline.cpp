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
  for (const LayerTurns& layer : layers) walks_.emplace_back(layer, from);
}

void Timeline::ask_layers(const Exceptions::Step& step, Instant to) {
  for (std::size_t i = 0; i < walks_.size(); ++i) {
    LayerStretches& walk = walks_[i];
    bool found = true;
    while (found && walk.stretch().during.to <= at_) found = walk.advance(to);
    if (!found) continue;
    if (walk.stretch().during.from > at_) {
      piece_.during.to = std::min(piece_.during.to, walk.stretch().during.from);
      continue;
    }
    piece_.during.to = std::min(piece_.during.to, walk.stretch().during.to);
    Duty& duty = piece_.duty.emplace();
    duty.person = layers_[i].person(walk.stretch().turn);
    duty.source = first_layer_ + static_cast<std::uint32_t>(i);
    exceptions_->swap(duty, step, *rule_);
    return;
  }
}

bool Timeline::advance(Instant to) {
  if (at_ >= to) return false;
  const Exceptions::Step& step = (*exceptions_)[step_];
  piece_.during = {at_, std::min(step.during.to, to)};
  piece_.duty.reset();
  if (of_ == Of::Rotation && step.override_by) {
    const auto person = rule_->overrides[*step.override_by].person;
    if (person) piece_.duty.emplace(*person, ShiftOrigin::Override, *step.override_by);
  } else if (of_ == Of::Rotation && step.temporary_by) {
    if (step.stint) {
      const auto& stint = rule_->temporary[*step.temporary_by].stints[*step.stint];
      piece_.duty.emplace(stint.person, ShiftOrigin::Temporary, *step.temporary_by);
      exceptions_->swap(*piece_.duty, step, *rule_);
    }
  } else {
    ask_layers(step, to);
  }
  at_ = piece_.during.to;
  if (at_ >= step.during.to && step_ + 1 < exceptions_->size()) ++step_;
  return true;
}

}  // namespace tandem::calendar
