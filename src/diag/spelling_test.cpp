// The quick search for the nearest word against the plain one: the whole table for every candidate.
#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <random>

#include "diag/finding.h"

namespace tandem::diag {
namespace {

std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] =
          std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

// "word distance only", or nothing.
std::string plain_nearest(const std::string& word, std::span<const std::string_view> candidates) {
  std::string lower = word;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<Slip> best;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate == word) continue;
    const std::size_t found = plain_distance(lower, candidate);
    if (found > allowed || found >= std::max(word.size(), candidate.size())) continue;
    if (best && found == best->distance && candidate != best->word) best->only = false;
    if (!best || found < best->distance) best = Slip{.word = candidate, .distance = found, .only = true};
  }
  return best ? fmt::format("{} {} {}", best->word, best->distance, best->only) : std::string();
}

TEST_CASE("the nearest word is the one that the whole table finds") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto letters = [&](std::size_t most, std::string_view alphabet) {
    std::string word;
    for (std::size_t i = below(most + 1); i > 0; --i) word += alphabet[below(alphabet.size())];
    return word;
  };
  std::size_t found = 0;
  std::size_t shared = 0;
  for (int round = 0; round < 4000; ++round) {
    // Few letters make many near words, long words wide bands.
    const std::string_view alphabet = round % 2 == 0 ? "ab-" : "abcdefg-1";
    const std::size_t longest = round % 3 == 0 ? 30 : 8;
    std::vector<std::string> words;
    for (int i = 0; i < 12; ++i) words.push_back(letters(longest, alphabet));
    std::string word = round % 4 == 0 ? letters(longest, alphabet) : words[below(words.size())];
    for (std::size_t slips = below(5); slips > 0 && !word.empty(); --slips) {
      const std::size_t at = below(word.size());
      switch (below(4)) {
        case 0: word.erase(at, 1); break;
        case 1: word.insert(at, 1, alphabet[below(alphabet.size())]); break;
        case 2: word[at] = alphabet[below(alphabet.size())]; break;
        default: std::swap(word[at], word[at + 1 < word.size() ? at + 1 : 0]);
      }
    }
    if (round % 5 == 0 && !word.empty()) word[0] = word[0] == 'a' ? 'A' : word[0];
    const std::vector<std::string_view> candidates(words.begin(), words.end());
    CAPTURE(word);
    CAPTURE(fmt::format("{}", fmt::join(words, " ")));
    const auto slip = nearest_word(word, candidates);
    const std::string told = slip ? fmt::format("{} {} {}", slip->word, slip->distance, slip->only) : std::string();
    if (word.empty()) continue;
    REQUIRE(told == plain_nearest(word, candidates));
    found += slip ? 1U : 0U;
    shared += slip && !slip->only ? 1U : 0U;
  }
  CHECK(found > 1000);
  CHECK(shared > 100);
}

}  // namespace
}  // namespace tandem::diag
