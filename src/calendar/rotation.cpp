#include "calendar/rotation.h"

#include <algorithm>

#include "base/check.h"
#include "calendar/rotation_check.h"
#include "calendar/rotation_timeline.h"

namespace tandem::calendar {

using base::Instant;
using base::Interval;
using Place = DutyLine::Place;

base::Result<Rotation> Rotation::make(RotationRule rule) {
  TANDEM_TRY_DONE(check(rule));
  return Rotation(std::make_shared<const Compiled>(std::move(rule)));
}

const RotationRule& Rotation::rule() const {
  return compiled_->rule;
}

std::optional<std::uint32_t> Rotation::on_duty(Instant at) const {
  const auto first = in_line(at).next();
  return first ? std::optional(first->duty.person) : std::nullopt;
}

DutyLine Rotation::in_line(Instant at) const {
  return {*compiled_, at};
}

std::vector<Instant> Rotation::changes(Interval between) const {
  std::vector<Instant> out;
  const auto add = [&](Instant at) {
    if (between.from < at && at < between.to) out.push_back(at);
  };
  for (const LayerTurns& layer : compiled_->layers) {
    LayerStretches walk(layer, between.from);
    while (walk.advance(between.to)) {
      add(walk.stretch().during.from);
      add(walk.stretch().during.to);
    }
  }
  const Exceptions& exceptions = compiled_->exceptions;
  for (std::size_t i = exceptions.position(between.from); i < exceptions.size(); ++i) {
    if (exceptions[i].during.from >= between.to) break;
    add(exceptions[i].during.from);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::optional<Instant> Rotation::begins() const {
  if (compiled_->layers.empty()) return std::nullopt;
  return std::ranges::min(compiled_->layers, {}, [](const LayerTurns& each) { return each.life().from; }).life().from;
}

DutyLine::DutyLine(const Rotation::Compiled& compiled, Instant at)
    : compiled_(&compiled), at_(at), step_(compiled.exceptions.position(at)) {}

std::optional<Place> DutyLine::next() {
  const Exceptions::Step& step = compiled_->exceptions[step_];
  if (stage_ == Stage::Override) {
    stage_ = step.temporary_by ? Stage::Temporary : Stage::Layers;
    if (step.override_by) {
      const auto person = compiled_->rule.overrides[*step.override_by].person;
      if (!person) {
        stage_ = Stage::End;
        return std::nullopt;
      }
      return Place{{*person, ShiftOrigin::Override, *step.override_by}, *person};
    }
  }
  if (stage_ == Stage::Temporary) {
    if (const auto place = next_temporary()) return place;
  }
  return stage_ == Stage::Layers ? next_of_layer() : std::nullopt;
}

std::optional<Place> DutyLine::next_temporary() {
  const Exceptions::Step& step = compiled_->exceptions[step_];
  if (!step.shift) {
    stage_ = Stage::End;
    return std::nullopt;
  }
  const auto& shifts = compiled_->rule.temporary[*step.temporary_by].shifts;
  for (std::size_t i = std::max<std::size_t>(shift_, *step.shift); i < shifts.size(); ++i) {
    if (!shifts[i].during.contains(at_)) continue;
    shift_ = i + 1;
    Duty duty{shifts[i].person, ShiftOrigin::Temporary, *step.temporary_by};
    compiled_->exceptions.swap(duty, step, compiled_->rule);
    if (i == *step.shift) scheduled_ = duty.person;
    return Place{duty, scheduled_};
  }
  stage_ = Stage::Layers;
  return std::nullopt;
}

std::optional<Place> DutyLine::next_of_layer() {
  for (; layer_ < compiled_->layers.size(); ++layer_, behind_ = 0) {
    const LayerTurns& turns = compiled_->layers[layer_];
    const auto layer = static_cast<std::uint32_t>(layer_);
    if (behind_ == 0) {
      const auto turn = turns.turn_at(at_);
      if (!turn) continue;
      Duty duty{turns.person(*turn), ShiftOrigin::Layer, layer};
      compiled_->exceptions.swap(duty, compiled_->exceptions[step_], compiled_->rule);
      turn_ = *turn;
      behind_ = 1;
      scheduled_ = duty.person;
      return Place{duty, scheduled_};
    }
    // Once around, back to the one whose turn it is: they are somebody else where a swap took it from them.
    while (behind_ <= turns.people()) {
      const std::uint32_t person = turns.person_behind(turn_, behind_++);
      if (person != scheduled_) return Place{{person, ShiftOrigin::Layer, layer}, scheduled_};
    }
  }
  return std::nullopt;
}

}  // namespace tandem::calendar
