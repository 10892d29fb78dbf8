#include "calendar/rotation_timeline.h"

#include <algorithm>

namespace tandem::calendar {

using base::Instant;

Rotation::Compiled::Compiled(RotationRule given) : rule(std::move(given)), exceptions(rule) {
  layers.reserve(rule.layers.size());
  for (const DutyLayer& layer : rule.layers) layers.emplace_back(layer, rule.zone);
}

Timeline::Timeline(const Rotation& rotation, Instant from)
    : compiled_(rotation.compiled_.get()), at_(from), step_(compiled_->exceptions.position(from)) {
  walks_.reserve(compiled_->layers.size());
  for (const LayerTurns& layer : compiled_->layers) walks_.emplace_back(layer, from);
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
    duty.person = compiled_->layers[i].person(walk.stretch().turn);
    duty.source = static_cast<std::uint32_t>(i);
    compiled_->exceptions.swap(duty, step, compiled_->rule);
    return;
  }
}

bool Timeline::advance(Instant to) {
  if (at_ >= to) return false;
  const Exceptions& exceptions = compiled_->exceptions;
  const RotationRule& rule = compiled_->rule;
  const Exceptions::Step& step = exceptions[step_];
  piece_.during = {at_, std::min(step.during.to, to)};
  piece_.duty.reset();
  if (step.override_by) {
    const auto person = rule.overrides[*step.override_by].person;
    if (person) piece_.duty.emplace(*person, ShiftOrigin::Override, *step.override_by);
  } else if (step.temporary_by) {
    if (step.shift) {
      const auto& shift = rule.temporary[*step.temporary_by].shifts[*step.shift];
      piece_.duty.emplace(shift.person, ShiftOrigin::Temporary, *step.temporary_by);
      exceptions.swap(*piece_.duty, step, rule);
    }
  } else {
    ask_layers(step, to);
  }
  at_ = piece_.during.to;
  if (at_ >= step.during.to && step_ + 1 < exceptions.size()) ++step_;
  return true;
}

}  // namespace tandem::calendar
