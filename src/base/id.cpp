#include "base/id.h"

#include <sys/random.h>

#include "base/check.h"

namespace tandem::base {
namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kTextLength = 26;  // 26 × 5 = 130 bits; the first character holds 3

constexpr std::array<std::int8_t, 256> make_digits() {
  std::array<std::int8_t, 256> digits{};
  digits.fill(-1);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    digits[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
  }
  return digits;
}
constexpr auto kDigits = make_digits();

class RandomIds final : public IdSource {
 public:
  IdBits next(std::int64_t unix_ms) override {
    IdBits fresh;
    TANDEM_CHECK(getrandom(&fresh, sizeof fresh, 0) == static_cast<ssize_t>(sizeof fresh));
    const auto ms = static_cast<std::uint64_t>(unix_ms) & 0xffff'ffff'ffffULL;
    const std::scoped_lock lock(mutex_);
    if (ms == last_ms_) {
      ++sequence_;  // in front of the random part it keeps ids of one millisecond in order
    } else {
      last_ms_ = ms;
      sequence_ = 0;
    }
    // 12 bits of it fit there; what goes beyond takes 20 of the random bits, which still leaves 42.
    const std::uint64_t order = std::min<std::uint64_t>(sequence_, 0xfff);
    std::uint64_t random = fresh.low & 0x3fff'ffff'ffff'ffffULL;
    if (order == 0xfff) random = (random & 0x3ff'ffff'ffffULL) | ((sequence_ - 0xfff) & 0xf'ffffULL) << 42;
    return {.high = ms << 16 | 0x7000 | order, .low = random | 0x8000'0000'0000'0000ULL};
  }

 private:
  std::mutex mutex_;
  std::uint64_t last_ms_ = 0;
  std::uint64_t sequence_ = 0;
};

}  // namespace

std::string to_text(const IdBits& bits) {
  std::string text(kTextLength, '0');
  auto high = bits.high;
  auto low = bits.low;
  for (std::size_t i = kTextLength; i-- > 0;) {
    text[i] = kAlphabet[low & 31];
    low = low >> 5 | high << 59;
    high >>= 5;
  }
  return text;
}

std::optional<IdBits> parse_id_bits(std::string_view text) {
  if (text.size() != kTextLength || text[0] > '7') return std::nullopt;
  IdBits bits;
  for (const char c : text) {
    const auto digit = kDigits[static_cast<unsigned char>(c)];
    if (digit < 0) return std::nullopt;
    bits.high = bits.high << 5 | bits.low >> 59;
    bits.low = bits.low << 5 | static_cast<std::uint64_t>(digit);
  }
  return bits;
}

std::unique_ptr<IdSource> make_random_ids() {
  return std::make_unique<RandomIds>();
}

}  // namespace tandem::base
