#include "agreement/diff/rounding.h"

#include <doctest/doctest.h>

#include <random>

namespace tandem::agreement::diff {
namespace {

using proof::Bits;
using proof::Box;
using proof::Column;
using proof::Span;

Bits bits(std::size_t size, std::initializer_list<std::size_t> values) {
  Bits out(size);
  for (const std::size_t value : values) out.add(value);
  return out;
}

bool has(const Box& box, std::size_t value, std::int64_t number) {
  const Span span = std::get<Span>(box[1]);
  return std::get<Bits>(box[0]).has(value) && number >= span.from && number < span.to;
}

}  // namespace

TEST_CASE("all of a column but a part of it becomes one with an exception") {
  const std::vector<Column> columns{Column::values(2), Column::numbers(0, 10)};
  const auto out = rounded({{bits(2, {0}), Span{0, 10}}, {bits(2, {1}), Span{3, 10}}}, columns);
  REQUIRE(out.size() == 1);
  CHECK(out[0].where == Box{bits(2, {0, 1}), Span{0, 10}});
  REQUIRE(out[0].except);
  CHECK(*out[0].except == Box{bits(2, {1}), Span{0, 3}});
}

TEST_CASE("some values but a part of them stay two") {
  const std::vector<Column> columns{Column::values(3), Column::numbers(0, 10)};
  const auto out = rounded({{bits(3, {0}), Span{0, 10}}, {bits(3, {1}), Span{3, 10}}}, columns);
  CHECK(out.size() == 2);
}

TEST_CASE("rounding changes no point") {
  std::mt19937 random(3);
  const std::vector<Column> columns{Column::values(3), Column::numbers(0, 6)};
  std::size_t exceptions = 0;
  for (int round = 0; round < 500; ++round) {
    std::vector<Box> boxes;  // disjoint by their value
    for (std::size_t value = 0; value < 3; ++value) {
      const auto from = static_cast<std::int64_t>(random() % 5);
      const auto to = from + 1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(6 - from));
      if (random() % 4 != 0) boxes.push_back({bits(3, {value}), Span{random() % 2 == 0 ? 0 : from, to}});
    }
    const auto out = rounded(boxes, columns);
    for (std::size_t value = 0; value < 3; ++value) {
      for (std::int64_t number = 0; number < 6; ++number) {
        const auto before = std::ranges::count_if(boxes, [&](const Box& box) { return has(box, value, number); });
        const auto after = std::ranges::count_if(out, [&](const Rounded& one) {
          return has(one.where, value, number) && !(one.except && has(*one.except, value, number));
        });
        REQUIRE(before == after);
      }
    }
    exceptions += static_cast<std::size_t>(std::ranges::count_if(out, [](const Rounded& one) { return !!one.except; }));
  }
  CHECK(exceptions > 10);
}

}  // namespace tandem::agreement::diff
