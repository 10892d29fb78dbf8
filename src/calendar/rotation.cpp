#include "calendar/rotation.h"

#include <algorithm>

#include "base/check.h"
#include "calendar/rotation_check.h"
#include "calendar/rotation_timeline.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;
using Place = DutyLine::Place;

namespace {

constexpr Duration kFar = base::hours(std::int64_t{24} * 36'525);  // 100 years
constexpr Instant kFirst(std::chrono::sys_days(std::chrono::year(1) / 1 / 4).time_since_epoch());
constexpr Instant kLast(std::chrono::sys_days(std::chrono::year(9999) / 12 / 28).time_since_epoch());

Interval clamped(Interval between) {
  return {std::clamp(between.from, kFirst, kLast), std::clamp(between.to, kFirst, kLast)};
}

// Puts the pieces that are the same duty together.
class Joiner {
 public:
  explicit Joiner(std::vector<Shift>& out) : out_(out) {}
  void add(const Timeline::Piece& piece) {
    if (!piece.duty) return;
    if (!out_.empty() && out_.back().during.to == piece.during.from && out_.back().duty() == *piece.duty) {
      out_.back().during.to = piece.during.to;
    } else {
      out_.push_back({piece.duty->person, piece.during, piece.duty->origin, piece.duty->source});
    }
  }

 private:
  std::vector<Shift>& out_;
};

bool names(const RotationRule& rule, std::uint32_t person) {
  const auto in_layer = [&](const DutyLayer& each) {
    return std::ranges::find(each.order, person) != each.order.end();
  };
  const auto in_swap = [&](const DutySwap& each) { return each.one == person || each.other == person; };
  const auto in_temporary = [&](const TemporarySchedule& each) {
    return std::ranges::find(each.stints, person, &TemporarySchedule::Stint::person) != each.stints.end();
  };
  const auto in_override = [&](const DutyOverride& each) { return each.person == person; };
  return std::ranges::any_of(rule.layers, in_layer) || std::ranges::any_of(rule.swaps, in_swap) ||
         std::ranges::any_of(rule.temporary, in_temporary) || std::ranges::any_of(rule.overrides, in_override);
}

// The first shift after the one under way for which `wanted` holds.
template <class Wanted>
std::optional<Shift> first_shift(Timeline timeline, Instant at, Wanted wanted) {
  const Instant limit = std::min(kLast, at + kFar);
  std::optional<Duty> before;  // of the piece before
  std::optional<Shift> found;
  while (timeline.advance(limit)) {
    const auto& [during, duty] = timeline.piece();
    if (found) {
      if (duty != found->duty()) return found;
      found->during.to = during.to;
      continue;
    }
    const bool begins = duty && duty != before && during.from > at;
    if (begins && wanted(*duty)) found = Shift{duty->person, during, duty->origin, duty->source};
    before = duty;
  }
  return found;
}

}  // namespace

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

std::optional<std::uint32_t> Rotation::on_duty_in(std::uint32_t layer, Instant at) const {
  TANDEM_ENSURE(layer < compiled_->layers.size());
  const LayerTurns& turns = compiled_->layers[layer];
  const auto turn = turns.turn_at(at);
  if (!turn) return std::nullopt;
  Duty duty{turns.person(*turn), ShiftOrigin::Layer, layer};
  compiled_->exceptions.swap(duty, compiled_->exceptions[compiled_->exceptions.position(at)], compiled_->rule);
  return duty.person;
}

std::vector<Shift> Rotation::shifts(Interval between) const {
  between = clamped(between);
  std::vector<Shift> out;
  Joiner joiner(out);
  Timeline timeline = compiled_->walk(between.from);
  while (timeline.advance(between.to)) joiner.add(timeline.piece());
  return out;
}

std::vector<Shift> Rotation::shifts_in(std::uint32_t layer, Interval between) const {
  TANDEM_ENSURE(layer < compiled_->layers.size());
  between = clamped(between);
  std::vector<Shift> out;
  Joiner joiner(out);
  Timeline timeline = compiled_->walk_layer(layer, between.from);
  while (timeline.advance(between.to)) joiner.add(timeline.piece());
  return out;
}

std::vector<Interval> Rotation::gaps(Interval between) const {
  between = clamped(between);
  std::vector<Interval> out;
  Timeline timeline = compiled_->walk(between.from);
  while (timeline.advance(between.to)) {
    const auto& [during, duty] = timeline.piece();
    if (duty) continue;
    if (!out.empty() && out.back().to == during.from) {
      out.back().to = during.to;
    } else {
      out.push_back(during);
    }
  }
  return out;
}

std::vector<Instant> Rotation::changes(Interval between) const {
  between = clamped(between);
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

std::optional<Shift> Rotation::shift_at(Instant at) const {
  at = std::clamp(at, kFirst, kLast - Duration(1));
  const Instant limit = std::min(kLast, at + kFar);
  Timeline forward = compiled_->walk(at);
  if (!forward.advance(limit) || !forward.piece().duty) return std::nullopt;
  const Duty duty = *forward.piece().duty;
  Shift shift{duty.person, forward.piece().during, duty.origin, duty.source};
  while (forward.advance(limit) && forward.piece().duty == duty) shift.during.to = forward.piece().during.to;
  // Backwards in time by looking forward from further and further back.
  for (Duration back = base::hours(24 * 8);; back *= 4) {
    const Instant from = std::max(kFirst, at - std::min(back, kFar));
    shift.during.from = shifts({from, at + Duration(1)}).back().during.from;
    if (shift.during.from > from || from == kFirst || back >= kFar) return shift;
  }
}

std::optional<Shift> Rotation::next_shift(Instant at) const {
  at = std::clamp(at, kFirst, kLast);
  return first_shift(compiled_->walk(at), at, [](const Duty&) { return true; });
}

std::optional<Shift> Rotation::next_shift_of(std::uint32_t person, Instant at) const {
  if (!names(compiled_->rule, person)) return std::nullopt;
  at = std::clamp(at, kFirst, kLast);
  return first_shift(compiled_->walk(at), at, [&](const Duty& duty) { return duty.person == person; });
}

std::optional<Shift> Rotation::turn_at(std::uint32_t layer, Instant at) const {
  TANDEM_ENSURE(layer < compiled_->layers.size());
  const LayerTurns& turns = compiled_->layers[layer];
  const auto turn = turns.turn_by_hand_over(at);
  if (!turn) return std::nullopt;
  return Shift{turns.person(*turn), turns.span(*turn), ShiftOrigin::Layer, layer};
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
    stage_ = step.temporary_by ? Stage::Stints : Stage::Layers;
    if (step.override_by) {
      const auto person = compiled_->rule.overrides[*step.override_by].person;
      if (!person) {
        stage_ = Stage::End;
        return std::nullopt;
      }
      return Place{{*person, ShiftOrigin::Override, *step.override_by}, *person};
    }
  }
  if (stage_ == Stage::Stints) {
    if (const auto place = next_stint()) return place;
  }
  return stage_ == Stage::Layers ? next_of_layer() : std::nullopt;
}

std::optional<Place> DutyLine::next_stint() {
  const Exceptions::Step& step = compiled_->exceptions[step_];
  if (!step.stint) {
    stage_ = Stage::End;
    return std::nullopt;
  }
  const auto& stints = compiled_->rule.temporary[*step.temporary_by].stints;
  for (std::size_t i = std::max<std::size_t>(stint_, *step.stint); i < stints.size(); ++i) {
    if (!stints[i].during.contains(at_)) continue;
    stint_ = i + 1;
    Duty duty{stints[i].person, ShiftOrigin::Temporary, *step.temporary_by};
    compiled_->exceptions.swap(duty, step, compiled_->rule);
    if (i == *step.stint) scheduled_ = duty.person;
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
