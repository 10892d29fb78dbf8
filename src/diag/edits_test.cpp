#include "diag/edits.h"

#include <doctest/doctest.h>

using namespace tandem::diag;
using tandem::source::FileId;

namespace {

Edit edit(std::uint32_t begin, std::uint32_t end, std::string text, std::uint32_t file = 0) {
  return {{FileId{file}, begin, end}, std::move(text)};
}

}  // namespace

TEST_CASE("edits are carried out on the text as it was, in any order") {
  const std::vector<Edit> edits = {edit(8, 9, "!"), edit(0, 3, "one"), edit(4, 4, "and "), edit(4, 8, "")};
  CHECK(with_edits("two four.", std::vector{edits[1], edits[0]}) == "one four!");
  CHECK(with_edits("two four.", std::vector{edits[0], edits[1], edits[2]}) == "one and four!");
  CHECK(with_edits("two four.", std::vector{edits[3]}) == "two .");
  CHECK(with_edits("", std::vector{edit(0, 0, "a")}) == "a");
  CHECK(with_edits("a", {}) == "a");
}

TEST_CASE("two edits of one place collide") {
  CHECK(collide(edit(0, 3, "a"), edit(2, 4, "b")));
  CHECK(collide(edit(2, 4, "b"), edit(0, 3, "a")));
  CHECK(collide(edit(1, 1, "a"), edit(1, 1, "b")));
  CHECK(collide(edit(1, 1, "a"), edit(1, 4, "b")));
  CHECK(collide(edit(2, 2, "a"), edit(1, 4, "b")));
  CHECK_FALSE(collide(edit(4, 4, "a"), edit(1, 4, "b")));  // behind what is replaced
  CHECK_FALSE(collide(edit(0, 2, "a"), edit(2, 4, "b")));
  CHECK_FALSE(collide(edit(0, 3, "a", 0), edit(0, 3, "b", 1)));
}
