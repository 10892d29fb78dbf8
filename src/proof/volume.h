// How many points a part of a decision table has: a natural number that may be larger than any machine word holds, as
// the product of some columns' domains soon is. Counted in 128 bits; what does not fit says so instead of being wrong.
//
//   const Volume volume = Volume::of(20) * Volume::of(10'080);
//   volume.to_text();          // "201600"
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace tandem::proof {

class Volume {
 public:
  constexpr Volume() = default;
  [[nodiscard]] static constexpr Volume of(std::uint64_t points) { return Volume(points); }

  // Whether it is larger than 2^128 - 1; it then stays so whatever is added or multiplied but zero.
  [[nodiscard]] constexpr bool is_too_large() const { return too_large_; }
  [[nodiscard]] constexpr bool is_zero() const { return !too_large_ && points_ == 0; }
  // In decimal digits. REQUIRES: not is_too_large().
  [[nodiscard]] std::string to_text() const;

  friend constexpr Volume operator+(Volume a, Volume b) {
    Volume sum;
    sum.too_large_ = __builtin_add_overflow(a.points_, b.points_, &sum.points_) || a.too_large_ || b.too_large_;
    return sum;
  }
  friend constexpr Volume operator*(Volume a, Volume b) {
    if (a.is_zero() || b.is_zero()) return {};
    Volume product;
    product.too_large_ = __builtin_mul_overflow(a.points_, b.points_, &product.points_) || a.too_large_ || b.too_large_;
    return product;
  }
  friend constexpr bool operator==(Volume a, Volume b) {
    return a.too_large_ == b.too_large_ && (a.too_large_ || a.points_ == b.points_);
  }

 private:
  __extension__ using Wide = unsigned __int128;
  constexpr explicit Volume(Wide points) : points_(points) {}
  Wide points_ = 0;
  bool too_large_ = false;
};

}  // namespace tandem::proof
