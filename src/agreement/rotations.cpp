#include "agreement/rotations.h"

namespace tandem::agreement {

std::vector<const PersonRef*> people_of(const RotationText& rotation) {
  std::vector<const PersonRef*> people;
  for (const LayerText& layer : rotation.layers.value) {
    for (const PersonRef& who : layer.order.value) people.push_back(&who);
  }
  for (const RotationOverride& item : rotation.overrides.value) {
    if (item.who.good() && !item.who.value.nobody) people.push_back(&item.who.value.person);
  }
  for (const RotationSwap& swap : rotation.swaps.value) {
    for (const PersonRef& who : swap.between.value) people.push_back(&who);
  }
  for (const TemporaryTurns& temporary : rotation.temporary.value) {
    for (const TemporaryShift& shift : temporary.shifts.value) {
      if (shift.who.good()) people.push_back(&shift.who.value);
    }
  }
  return people;
}

}  // namespace tandem::agreement
