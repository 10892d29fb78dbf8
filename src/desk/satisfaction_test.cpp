#include "desk/satisfaction.h"

#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

TEST_CASE("the requester says once how it went, when it is done, and is asked again after a reopening") {
  Scene scene("workstation");
  const Actor ann = requester("Ann@harbor.example");
  CHECK(scene.does(ann, RateService{Verdict::Good, ""}) == RefusalKind::NotResolved);
  REQUIRE(scene.does(person("sam"), Resolve{"new cable"}) == std::nullopt);
  CHECK(scene.does(requester("bob@harbor.example"), RateService{}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("sam"), RateService{}) == RefusalKind::NotAMember);
  REQUIRE(scene.does(ann, RateService{Verdict::Bad, "it took a week"}) == std::nullopt);
  CHECK(scene.ticket.satisfaction->verdict == Verdict::Bad);
  CHECK(scene.ticket.satisfaction->words == "it took a week");
  CHECK(scene.does(ann, RateService{Verdict::Good, ""}) == RefusalKind::NoChange);
  // Closing is the same end, not another one.
  REQUIRE(scene.does(person("sam"), Close{}) == std::nullopt);
  CHECK(scene.does(ann, RateService{Verdict::Good, ""}) == RefusalKind::NoChange);
  REQUIRE(scene.does(ann, Reopen{"again"}) == std::nullopt);
  CHECK_FALSE(scene.ticket.satisfaction.has_value());
  REQUIRE(scene.does(person("sam"), Resolve{"really"}) == std::nullopt);
  CHECK(scene.does(ann, RateService{Verdict::Good, ""}) == std::nullopt);
}

TEST_CASE("who is of a team and asked for it themselves says how it went as well") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), Resolve{}) == std::nullopt);
  Actor dana = person("dana");
  dana.email = "ann@harbor.example";
  CHECK(scene.does(dana, RateService{Verdict::Good, std::string(kMaxText + 1, 'x')}) == RefusalKind::TextTooLong);
  CHECK(scene.does(dana, RateService{Verdict::Good, "fine"}) == std::nullopt);
}
