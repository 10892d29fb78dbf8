#include "desk/version_policy.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

#include "desk/example_agreement.h"

using namespace tandem;
using namespace tandem::desk;

TEST_CASE("a version's policy is made when it is first asked for, once for all copies and threads") {
  std::atomic<int> calls = 0;
  const VersionPolicy policy([&] {
    ++calls;
    return example_agreement();
  });
  const VersionPolicy copy = policy;
  CHECK(calls == 0);
  CHECK_FALSE(copy.is_made());
  std::array<const policy::Policy*, 8> seen{};
  {
    std::vector<std::jthread> threads;
    for (const policy::Policy*& each : seen) threads.emplace_back([&] { each = copy.get(); });
  }
  CHECK(calls == 1);
  for (const policy::Policy* each : seen) CHECK(each == policy.get());
  CHECK(policy.shared().get() == copy.get());
}

TEST_CASE("when making a version's policy fails the next question tries again") {
  int calls = 0;
  const VersionPolicy policy([&] {
    if (++calls == 1) throw std::runtime_error("no memory");
    return example_agreement();
  });
  CHECK_THROWS_WITH_AS(static_cast<void>(policy.get()), "no memory", std::runtime_error);
  CHECK(policy->spec().engagement == example_agreement()->spec().engagement);
  CHECK(calls == 2);
}

TEST_CASE("a policy that is there is itself") {
  const auto example = example_agreement();
  CHECK(VersionPolicy(example).get() == example.get());
  CHECK(VersionPolicy(example).is_made());
}
