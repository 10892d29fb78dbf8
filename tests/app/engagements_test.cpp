#include "app/engagements.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("human numbers carry a prefix made from the engagement's name") {
  CHECK(number_prefix(desk::EngagementName("harbor-cu")) == "HCU");
  CHECK(number_prefix(desk::EngagementName("quarry-dental")) == "QD");
  CHECK(number_prefix(desk::EngagementName("a-very-long-name-of-a-business")) == "AVLNOF");
  CHECK(format_number("HCU", 1042) == "HCU-1042");
  CHECK(parse_number("hcu-1042", "HCU") == 1042);
  CHECK_FALSE(parse_number("HCU-", "HCU"));
  CHECK(parse_number("1042", "HCU") == 1042);
  CHECK_FALSE(parse_number("99999999999999999999", "HCU"));
  CHECK(parse_prefixed_number("hcu-1042", "HCU") == 1042);
  for (const char* text : {"1042", "-1042", "QD-1042", "HCU-", "HCU-0", "HCU-12a", "HCU1042", "HCU--1", ""})
    CHECK_FALSE_MESSAGE(parse_prefixed_number(text, "HCU"), text);
}

TEST_CASE("the same text is adopted once, a changed text becomes the next version") {
  TestWorld world;
  agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", std::string(kSmallAgreement)}}};
  CHECK((*world.engagements.adopt(bundle, world.clock.now()))->record.agreement.version == 1);
  bundle.files["agreement.yaml"] += "\n# a remark\n";
  const auto second = world.engagements.adopt(bundle, world.clock.now());
  REQUIRE(second);
  CHECK((*second)->record.agreement.version == 2);
  CHECK((*second)->policy->spec().version == 2);

  Engagements fresh(world.store);
  REQUIRE(fresh.load());
  CHECK(fresh.find(world.name)->record.agreement.version == 2);
  CHECK(fresh.find(desk::EngagementName("nobody")) == nullptr);
}

TEST_CASE("an agreement with errors is not put in force") {
  TestWorld world;
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", "tandem: 1\n"}}};
  CHECK(world.engagements.adopt(bundle, world.clock.now()).error().code == base::ErrorCode::BadInput);
  CHECK(world.engagements.all().size() == 1);
}

TEST_CASE("an engagement knows all its versions, whether adopted now or loaded") {
  TestWorld world;
  const auto first = world.clock.now();
  agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", std::string(kSmallAgreement)}}};
  world.clock.advance(base::hours(5));
  bundle.files["agreement.yaml"] += "\n# a remark\n";
  REQUIRE(world.engagements.adopt(bundle, world.clock.now()));
  bundle.files["agreement.yaml"] += "# another\n";
  REQUIRE(world.engagements.adopt(bundle, first));  // the machine's clock stepped back
  Engagements fresh(world.store);
  REQUIRE(fresh.load());
  for (const Engagements* engagements : {&world.engagements, &fresh}) {
    const auto found = engagements->find(world.name);
    REQUIRE(found->versions.size() == 3);
    CHECK(found->versions.back().policy == found->policy);
    for (std::uint32_t i = 0; i < 3; ++i) {
      CHECK(found->versions[i].version == i + 1);
      CHECK(found->versions[i].policy->spec().version == i + 1);
    }
    CHECK(found->versions[0].from == first);
    CHECK(found->versions[1].from == first + base::hours(5));
    CHECK(found->versions[2].from == first + base::hours(5));
    CHECK(found->history().at(first + base::hours(1)).version == 1);
  }
}

TEST_CASE("an old version that no longer compiles has the one in force in its place, and a server starts") {
  TestWorld world;
  const auto add = [&](std::uint32_t version, std::string text) {
    return world.store.write([&](WriteTransaction& tx) {
      return tx.add_agreement(world.name, {.version = version,
                                           .root = "agreement.yaml",
                                           .files = {{"agreement.yaml", text}},
                                           .in_force_from = world.clock.now() + base::hours(version)});
    });
  };
  REQUIRE(add(2, "tandem: 1\nnothing: more\n"));
  Engagements refused(world.store);
  CHECK(refused.load().error().code == base::ErrorCode::Corrupt);
  REQUIRE(add(3, std::string(kSmallAgreement)));
  Engagements fresh(world.store);
  REQUIRE(fresh.load());
  const auto found = fresh.find(world.name);
  REQUIRE(found->versions.size() == 3);
  CHECK(found->versions[0].policy->spec().version == 1);
  CHECK(found->versions[1].version == 2);
  CHECK(found->versions[1].policy == found->policy);
}
