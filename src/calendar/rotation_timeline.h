// A rotation walked in time: one piece after another, with somebody or with nobody. Private to calendar/.
//
//   Timeline timeline = compiled.walk(from);
//   while (timeline.advance(to)) timeline.piece()…       // they touch, and cover [from, to)
//
// Each piece costs O(layers). Refers to what the rotation compiled.
#pragma once

#include "calendar/rotation.h"
#include "calendar/rotation_exceptions.h"
#include "calendar/rotation_layer.h"

namespace tandem::calendar {

class Timeline {
 public:
  struct Piece {
    base::Interval during;
    std::optional<Duty> duty{};  // none: nobody
  };
  enum class Of : std::uint8_t { Rotation, Layer };

  Timeline(const RotationRule& rule, std::span<const LayerTurns> layers, const Exceptions& exceptions,
           std::uint32_t first_layer, Of of, base::Instant from);
  // Goes to the next piece; consecutive ones may be the same duty. False once `to` is reached.
  [[nodiscard]] bool advance(base::Instant to);
  [[nodiscard]] const Piece& piece() const { return piece_; }  // cut at the `to` it was found with

 private:
  void ask_layers(const Exceptions::Step& step, base::Instant to);

  const RotationRule* rule_;
  std::span<const LayerTurns> layers_;
  const Exceptions* exceptions_;
  std::uint32_t first_layer_;
  Of of_;
  base::Instant at_;
  std::size_t step_;
  std::vector<LayerStretches> walks_;
  Piece piece_;
};

struct Rotation::Compiled {
  explicit Compiled(RotationRule given);
  [[nodiscard]] Timeline walk(base::Instant from) const;
  [[nodiscard]] Timeline walk_layer(std::uint32_t layer, base::Instant from) const;

  RotationRule rule;
  std::vector<LayerTurns> layers;
  Exceptions exceptions;
};

}  // namespace tandem::calendar
