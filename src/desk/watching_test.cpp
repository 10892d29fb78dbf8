#include "desk/watching.h"

#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

TEST_CASE("people of both parties watch a ticket, whoever has it and in whatever state, and stop again") {
  Scene scene("workstation");
  CHECK(scene.does(person("nora"), Watch{}) == std::nullopt);
  CHECK(scene.does(person("mei"), Watch{}) == std::nullopt);
  CHECK(scene.ticket.watchers == std::vector{PersonName("mei"), PersonName("nora")});
  CHECK(scene.does(person("mei"), Watch{}) == RefusalKind::NoChange);
  CHECK(scene.does(person("mei"), Unwatch{}) == std::nullopt);
  CHECK(scene.does(person("mei"), Unwatch{}) == RefusalKind::NoChange);
  REQUIRE(scene.does(person("sam"), Resolve{}) == std::nullopt);
  CHECK(scene.does(person("mei"), Watch{}) == std::nullopt);
}

TEST_CASE("a colleague is made to watch, who is known and of a party") {
  Scene scene("workstation");
  CHECK(scene.does(person("sam"), Watch{PersonName("dana")}) == std::nullopt);
  CHECK(scene.does(person("sam"), Watch{PersonName("dana")}) == RefusalKind::NoChange);
  CHECK(scene.said == "dana watches it already");
  CHECK(scene.does(person("sam"), Watch{PersonName("nobody")}) == RefusalKind::UnknownPerson);
  CHECK(scene.field == "person");
  CHECK(scene.does(person("sam"), Watch{PersonName("vic")}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("vic"), Watch{}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), Watch{PersonName("dana")}) == RefusalKind::NotAMember);
}

TEST_CASE("a history in which somebody stops who never began contradicts itself") {
  Scene scene("workstation");
  const Event event{.at = scene.now, .actor = person("sam"), .data = WatchEnded{PersonName("sam")}};
  CHECK_FALSE(evolve(scene.ticket, event).has_value());
}
