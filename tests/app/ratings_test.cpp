#include "app/ratings.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("months are those of the engagement's time zone, the newest first, empty ones too") {
  TestWorld world;  // New York: four hours behind UTC in October
  const Ratings ratings(world.store, world.engagements, world.clock);
  const auto nora = world.requester("nora");
  const auto sam = world.member("sam");
  const auto rate_at = [&](const char* at, desk::Verdict verdict) {
    world.clock.set(*base::parse_rfc3339(at));
    const auto opened = world.open(nora);
    REQUIRE(world.command(sam, opened, desk::Resolve{"done"}));
    REQUIRE(world.command(nora, opened, desk::RateService{verdict, ""}));
  };
  rate_at("2026-11-01T03:59:00Z", desk::Verdict::Bad);   // still October there
  rate_at("2026-11-01T04:00:00Z", desk::Verdict::Good);  // November
  rate_at("2026-11-30T12:00:00Z", desk::Verdict::Good);
  const auto months = ratings.by_month(sam, world.name, 3);
  REQUIRE(months);
  REQUIRE(months->size() == 3);
  CHECK((*months)[0].month == "2026-11");
  CHECK((*months)[0].good == 2);
  CHECK((*months)[0].teams.front().team.text() == "desk");
  CHECK((*months)[0].teams.front().good == 2);
  CHECK((*months)[1].month == "2026-10");
  CHECK((*months)[1].bad == 1);
  CHECK((*months)[2].month == "2026-09");
  CHECK((*months)[2].teams.empty());
  CHECK(ratings.by_month(sam, world.name, 1)->size() == 1);
  CHECK(ratings.by_month(nora, world.name, 1).error().kind == FailureKind::Forbidden);
  CHECK(ratings.by_month(world.auditor(), world.name, 1));
  CHECK(ratings.by_month(world.stranger(), world.name, 1).error().kind == FailureKind::NotFound);
}
