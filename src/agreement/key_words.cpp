#include "agreement/key_words.h"

#include <array>

namespace tandem::agreement {
namespace {

struct KeyWords {
  const Construct* construct;
  std::string_view key;
  std::string_view words;
};

constexpr std::array kWords = {
#define TANDEM_KEY(construct, key, words) KeyWords{&vocabulary::construct, key, words},
#include "agreement/key_words.def"
#undef TANDEM_KEY
};

}  // namespace

std::string_view words_about(const Construct& construct, std::string_view key) {
  for (const KeyWords& each : kWords) {
    if (each.construct == &construct && each.key == key) return each.words;
  }
  return {};
}

}  // namespace tandem::agreement
