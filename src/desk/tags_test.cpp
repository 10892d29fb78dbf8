#include "desk/tags.h"

#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;

namespace {
using Words = std::vector<std::string>;
}

TEST_CASE("a tag is a word in lower case") {
  for (const char* good : {"printer", "x", "2026", "branch-3", "drucker-büro"}) CHECK(is_tag(good));
  for (const char* bad : {"", "Printer", "two words", "-x", "x-", "a_b", "a,b", "a\nb"}) CHECK_FALSE(is_tag(bad));
  CHECK(is_tag(std::string(40, 'x')));
  CHECK_FALSE(is_tag(std::string(41, 'x')));
}

TEST_CASE("tags are added and taken away by people of both parties, each once") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("dana"), ChangeTags{{"printer", "branch", "printer"}, {"laptop"}}) == std::nullopt);
  CHECK(scene.ticket.tags == Words{"branch", "printer"});
  CHECK(std::get<TagsChanged>(scene.latest.front().data) == TagsChanged{{"branch", "printer"}, {}});
  REQUIRE(scene.does(person("sam"), ChangeTags{{"laptop"}, {"printer"}}) == std::nullopt);
  CHECK(scene.ticket.tags == Words{"branch", "laptop"});
  CHECK(scene.does(person("sam"), ChangeTags{{"laptop"}, {"printer"}}) == RefusalKind::NoChange);
  CHECK(scene.does(person("sam"), ChangeTags{{}, {}}) == RefusalKind::NoChange);
  // What is both added and taken away stays.
  CHECK(scene.does(person("sam"), ChangeTags{{"laptop"}, {"laptop"}}) == RefusalKind::NoChange);
  CHECK(scene.does(person("sam"), ChangeTags{{"Two words"}, {}}) == RefusalKind::BadTag);
  CHECK(scene.does(person("vic"), ChangeTags{{"mine"}, {}}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), ChangeTags{{"mine"}, {}}) == RefusalKind::NotAMember);
}

TEST_CASE("a ticket has so many tags and no more") {
  Scene scene("workstation");
  Words many;
  for (std::size_t i = 0; i < kMaxTags; ++i) many.push_back(fmt::format("t{}", i));
  REQUIRE(scene.does(person("sam"), ChangeTags{many, {}}) == std::nullopt);
  CHECK(scene.does(person("sam"), ChangeTags{{"more"}, {}}) == RefusalKind::BadTag);
  CHECK(scene.does(person("sam"), ChangeTags{{"more"}, {"t0"}}) == std::nullopt);
}
