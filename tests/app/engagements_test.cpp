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
