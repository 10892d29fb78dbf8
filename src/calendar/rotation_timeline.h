// A rotation walked in time: one piece after another, with somebody or with nobody. Private to calendar/.
//
//   Timeline timeline(rotation, week.from);
//   while (timeline.advance(week.to)) timeline.piece()…     // they touch, and cover the week
//
// Each piece costs O(layers). Refers to the rotation.
#pragma once

#include "calendar/rotation.h"
#include "calendar/rotation_exceptions.h"
#include "calendar/rotation_layer.h"

namespace tandem::calendar {

struct Rotation::Compiled {
  explicit Compiled(RotationRule given);

  RotationRule rule;
  std::vector<LayerTurns> layers;
  Exceptions exceptions;
};

class Timeline {
 public:
  struct Piece {
    base::Interval during;
    std::optional<Duty> duty{};  // none: nobody
  };

  Timeline(const Rotation& rotation, base::Instant from);
  // Goes to the next piece; consecutive ones may be the same duty. False once `to` is reached.
  [[nodiscard]] bool advance(base::Instant to);
  [[nodiscard]] const Piece& piece() const { return piece_; }  // cut at the `to` it was found with

 private:
  void ask_layers(const Exceptions::Step& step, base::Instant to);

  const Rotation::Compiled* compiled_;
  base::Instant at_;
  std::size_t step_;
  std::vector<LayerStretches> walks_;
  Piece piece_;
};

}  // namespace tandem::calendar
