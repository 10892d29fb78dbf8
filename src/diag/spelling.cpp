#include <algorithm>
#include <array>

#include "diag/finding.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kLongest = 64;

// How many of each byte a word has: words whose letters differ by more than a few cannot be a few slips apart. A slip
// changes at most one letter into another, and a swap none.
class Letters {
 public:
  explicit Letters(std::string_view word) {
    for (const char c : word) ++count_[static_cast<unsigned char>(c)];
  }

  // At most the distance between this word, of `size` bytes, and the other one.
  [[nodiscard]] std::size_t least_distance(std::size_t size, std::string_view other) {
    std::size_t common = 0;
    for (const char c : other) {
      if (count_[static_cast<unsigned char>(c)]-- > 0) ++common;
    }
    for (const char c : other) ++count_[static_cast<unsigned char>(c)];
    return std::max(size, other.size()) - common;
  }

 private:
  std::array<std::int8_t, 256> count_{};  // below kLongest
};

// Damerau-Levenshtein distance in its usual restricted form (no piece is edited twice), or something larger than `most`
// where it is larger than that. Only the band of the table is looked at in which that many insertions or deletions
// stay. REQUIRES: both at most kLongest bytes, which differ by at most `most` in number.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  using Row = std::array<std::size_t, kLongest + 2>;
  const std::size_t beyond = most + 1;
  std::array<Row, 3> rows{};
  Row* before_last = &rows[0];
  Row* last = &rows[1];
  Row* row = &rows[2];
  before_last->fill(beyond);
  last->fill(beyond);
  for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) (*last)[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > most ? i - most : 0;
    const std::size_t end = std::min(b.size(), i + most);
    std::size_t least = beyond;
    if (first > 0) (*row)[first - 1] = beyond;
    for (std::size_t j = first; j <= end; ++j) {
      std::size_t& here = (*row)[j];
      if (j == 0) {
        here = i;
      } else {
        here = std::min({(*last)[j] + 1, (*row)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped) here = std::min(here, (*before_last)[j - 2] + 1);
      }
      least = std::min(least, here);
    }
    (*row)[end + 1] = beyond;
    if (least > most) return beyond;  // a swap from the row before comes to one more as well
    Row* const spare = std::exchange(before_last, std::exchange(last, row));
    row = spare;
  }
  return (*last)[b.size()];
}

std::string lowered(std::string_view word) {
  std::string out(word);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

}  // namespace

std::optional<Slip> nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  const std::string lower = lowered(word);
  Letters letters(lower);
  Slip best{.word = {}, .distance = allowed + 1, .only = false};
  for (const std::string_view candidate : candidates) {
    // What is further away than the best one changes nothing; what is as near makes it one of several.
    const std::size_t most = std::min(allowed, best.distance);
    const bool too_far = candidate.size() > word.size() + most || word.size() > candidate.size() + most;
    if (candidate.empty() || too_far || candidate.size() > kLongest || candidate == word) continue;
    if (letters.least_distance(lower.size(), candidate) > most) continue;
    const std::size_t found = distance(lower, candidate, most);
    // A one-letter word is one change away from every other: that is no slip.
    if (found > most || found >= std::max(word.size(), candidate.size())) continue;
    if (found == best.distance) {
      if (candidate != best.word) best.only = false;
      continue;
    }
    best = {.word = candidate, .distance = found, .only = true};
  }
  return best.distance > allowed ? std::nullopt : std::optional(best);
}

std::optional<std::string_view> did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto slip = nearest_word(word, candidates);
  return slip ? std::optional(slip->word) : std::nullopt;
}

}  // namespace tandem::diag
