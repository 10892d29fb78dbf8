#include "agreement/key_words.h"

#include <doctest/doctest.h>

namespace tandem::agreement {
namespace {

TEST_CASE("every key of the language has words about it") {
  for (const Construct* construct : vocabulary::kAll) {
    for (const std::string_view key : construct->keys()) {
      CHECK_MESSAGE(!words_about(*construct, key).empty(), construct->what, " has `", key, "`, which is not explained");
    }
  }
}

TEST_CASE("only keys of the language have words about them") {
  CHECK(words_about(vocabulary::kTeam, "kind").empty());
  CHECK(words_about(vocabulary::kTeam, "minimum").starts_with("how many members"));
}

}  // namespace
}  // namespace tandem::agreement
