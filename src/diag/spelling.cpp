#include <algorithm>
#include <array>

#include "diag/finding.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kLongest = 64;

// Damerau-Levenshtein distance in its usual restricted form (no piece is edited twice). REQUIRES: both at most kLongest
// bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
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
  Slip best{.word = {}, .distance = allowed + 1, .only = false};
  for (const std::string_view candidate : candidates) {
    const bool too_far = candidate.size() > word.size() + allowed || word.size() > candidate.size() + allowed;
    if (candidate.empty() || too_far || candidate.size() > kLongest || candidate == word) continue;
    const std::size_t found = distance(lower, candidate);
    // A one-letter word is one change away from every other: that is no slip.
    if (found > allowed || found > best.distance || found >= std::max(word.size(), candidate.size())) continue;
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
