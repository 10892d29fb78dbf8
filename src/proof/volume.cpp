#include "proof/volume.h"

#include <algorithm>

#include "base/check.h"

namespace tandem::proof {

std::string Volume::to_text() const {
  TANDEM_ENSURE(!too_large_);
  std::string digits;
  Wide rest = points_;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  std::ranges::reverse(digits);
  return digits;
}

}  // namespace tandem::proof
