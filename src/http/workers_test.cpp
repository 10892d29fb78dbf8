#include "http/workers.h"

#include <doctest/doctest.h>

#include <latch>

namespace tandem::http {
namespace {

TEST_CASE("jobs run, and beyond the queue's limit they are refused untouched") {
  Workers workers(1, 1);
  std::latch running(1);
  std::latch release(1);
  std::latch all_done(2);
  Workers::Job first = [&] {
    running.count_down();
    release.wait();
    all_done.count_down();
  };
  REQUIRE(workers.try_submit(first));
  running.wait();
  Workers::Job second = [&] { all_done.count_down(); };
  CHECK(workers.has_room());
  REQUIRE(workers.try_submit(second));
  CHECK(workers.waiting() == 1);
  CHECK_FALSE(workers.has_room());
  Workers::Job third = [] {};
  CHECK_FALSE(workers.try_submit(third));
  CHECK(third != nullptr);
  release.count_down();
  all_done.wait();
}

TEST_CASE("after stop nothing is taken") {
  Workers workers(2, 4);
  workers.stop();
  workers.stop();
  Workers::Job job = [] {};
  CHECK_FALSE(workers.try_submit(job));
}

}  // namespace
}  // namespace tandem::http
