#include "http/preconditions.h"

#include <doctest/doctest.h>

#include <latch>
#include <thread>

#include "http/gate.h"
#include "http/stream_slots.h"

namespace tandem::http {
namespace {

Request post(std::vector<Header> headers, std::string body = "{}") {
  Request request;
  request.method = Method::Post;
  request.path = "/a";
  request.headers = std::move(headers);
  request.body = std::move(body);
  return request;
}

TEST_CASE("a key stands for method, path and body together") {
  const auto fingerprint = [](const Request& request) { return read_preconditions(request)->idempotency->request; };
  const Request first = post({{"Idempotency-Key", "k"}});
  CHECK(fingerprint(first) == fingerprint(post({{"idempotency-key", "k"}})));
  CHECK(fingerprint(first) != fingerprint(post({{"Idempotency-Key", "k"}}, "{} ")));
  Request elsewhere = first;
  elsewhere.path = "/b";
  CHECK(fingerprint(first) != fingerprint(elsewhere));
}

TEST_CASE("only a POST has a key") {
  Request request = post({{"Idempotency-Key", "k"}});
  request.method = Method::Patch;
  CHECK_FALSE(read_preconditions(request)->idempotency);
}

TEST_CASE("a version survives its quotes") {
  CHECK(read_preconditions(post({{"If-Match", quote_version(7)}}))->if_version == 7);
  CHECK_FALSE(read_preconditions(post({{"If-Match", "*"}}))->if_version);
}

TEST_CASE("the moment of a change survives its quotes, and what is none never matches") {
  const auto seen = [](const std::string& match) { return read_seen_change(post({{"If-Match", match}})); };
  const auto at = base::parse_rfc3339("2026-11-02T09:00:00.000001Z");
  REQUIRE(at);
  REQUIRE(seen(quote_change(*at)));
  CHECK(*seen(quote_change(*at)) == at);
  REQUIRE(seen("*"));
  CHECK_FALSE(seen("*")->has_value());
  REQUIRE(read_seen_change(post({})));
  CHECK_FALSE(read_seen_change(post({}))->has_value());
  CHECK(seen("\"3\"").error().status == 412);
  CHECK(seen("W/\"2026-11-02T09:00:00Z\"").error().status == 412);
  CHECK(seen("2026-11-02T09:00:00Z").error().status == 400);
}

TEST_CASE("a gate lets in so many, lets some wait and turns the rest away") {
  Gate gate(1, 1);
  auto first = gate.enter();
  REQUIRE(first);
  std::latch inside(1);
  std::jthread waiting([&] {
    const auto second = gate.enter();
    CHECK(second.has_value());
    inside.count_down();
  });
  while (gate.waiting() == 0) std::this_thread::yield();
  CHECK_FALSE(gate.enter());
  first.reset();
  inside.wait();
}

TEST_CASE("slots of streams are limited for each account and for all, and given back") {
  StreamSlots slots(3, 2);
  const app::AccountId ana(base::IdBits{1, 1});
  const app::AccountId bo(base::IdBits{1, 2});
  auto one = slots.take(ana);
  {
    const auto two = slots.take(ana);
    REQUIRE(two);
    CHECK(slots.take(ana).error() == StreamSlots::Full::ForAccount);
    const auto three = slots.take(bo);
    REQUIRE(three);
    CHECK(slots.take(bo).error() == StreamSlots::Full::ForAll);
  }
  CHECK(slots.take(ana));
}

}  // namespace
}  // namespace tandem::http
