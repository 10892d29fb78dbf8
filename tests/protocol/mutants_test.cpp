// Each promise is there for something: the desk with one fault is seen to be wrong, by the promise that is about it.
#include "protocol/mutants.h"

#include <doctest/doctest.h>

#include "protocol/explorer.h"

using namespace tandem::protocol;

TEST_CASE("each mutant is caught by the promise that is about it") {
  for (const Mutant& mutant : mutants()) {
    CAPTURE(mutant.name);
    const auto found = explore(DeskWorld(mutant.setup), 100'000);
    REQUIRE_FALSE(found.wrong.empty());
    CHECK_MESSAGE(found.wrong.starts_with(mutant.seen_as), found.told());
  }
}
