#include "proof/bits.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

using tandem::proof::Bits;

namespace {

std::set<std::uint32_t> numbers(const Bits& bits) {
  std::set<std::uint32_t> out;
  for (const std::uint32_t number : bits) out.insert(number);
  return out;
}

}  // namespace

TEST_CASE("a set of bits is a set of numbers") {
  std::mt19937 random(7);
  for (const std::size_t size : {1U, 63U, 64U, 65U, 200U}) {
    Bits a(size), b(size);
    std::set<std::uint32_t> in_a, in_b;
    for (std::size_t i = 0; i < size; ++i) {
      const auto number = static_cast<std::uint32_t>(i);
      if (random() % 3 == 0) a.add(i), in_a.insert(number);
      if (random() % 3 == 0) b.add(i), in_b.insert(number);
    }
    CHECK(numbers(a) == in_a);
    CHECK(a.count() == in_a.size());
    CHECK(a.empty() == in_a.empty());
    std::set<std::uint32_t> both, either = in_a, only_a = in_a;
    std::ranges::set_intersection(in_a, in_b, std::inserter(both, both.end()));
    either.insert(in_b.begin(), in_b.end());
    for (const auto number : in_b) only_a.erase(number);
    CHECK(numbers(a & b) == both);
    CHECK(numbers(a | b) == either);
    CHECK(numbers(a - b) == only_a);
    CHECK(a.intersects(b) == !both.empty());
    CHECK((a & b).is_within(a));
    CHECK(a.is_within(b) == only_a.empty());
    CHECK(Bits::full(size).count() == size);
    CHECK((Bits::full(size) - a).count() == size - in_a.size());
  }
}

TEST_CASE("a number added is there and one removed is not") {
  Bits bits(130);
  bits.add(0);
  bits.add(129);
  CHECK(bits.has(129));
  CHECK(bits.first() == 0);
  CHECK(bits.next(1) == 129);
  bits.remove(129);
  CHECK_FALSE(bits.has(129));
  CHECK(bits.next(1) == bits.size());
  CHECK(Bits(0).empty());
  CHECK(Bits(0).begin() == Bits(0).end());
}
