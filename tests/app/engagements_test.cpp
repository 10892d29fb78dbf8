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
  CHECK(world.engagements.adopt(bundle, world.clock.now())->engagement->record.agreement.version == 1);
  bundle.files["agreement.yaml"] += "\n# a remark\n";
  const auto second = world.engagements.adopt(bundle, world.clock.now());
  REQUIRE(second);
  CHECK(second->engagement->record.agreement.version == 2);
  CHECK(second->engagement->policy->spec().version == 2);

  Engagements fresh(world.store, world.clock);
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
  Engagements fresh(world.store, world.clock);
  REQUIRE(fresh.load());
  for (const Engagements* engagements : {&world.engagements, &fresh}) {
    const auto found = engagements->find(world.name);
    REQUIRE(found->versions.size() == 3);
    CHECK(found->versions.back().policy.get() == found->policy.get());
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

namespace {

// The engagement of a world with more versions, each an hour after the one before; time goes on with them, so that the
// last one is in force.
struct StoredVersions {
  TestWorld world;
  base::Instant start = world.clock.now();
  std::uint32_t count = 1;

  void add(std::string text) {
    ++count;
    const AgreementVersion version{.version = count,
                                   .root = "agreement.yaml",
                                   .files = {{"agreement.yaml", std::move(text)}},
                                   .in_force_from = start + base::hours(count)};
    world.clock.advance(version.in_force_from - world.clock.now());
    REQUIRE(world.store.write([&](WriteTransaction& tx) { return tx.add_agreement(world.name, version); }));
  }
};

constexpr std::string_view kUnreadable = "tandem: 1\nnothing: more\n";

std::vector<std::uint32_t> what_counts(const Engagement& engagement) {
  std::vector<std::uint32_t> versions;
  for (const auto& each : engagement.versions) versions.push_back(each.policy->spec().version);
  return versions;
}

}  // namespace

TEST_CASE("a server does not start on an agreement in force that no longer compiles") {
  StoredVersions stored;
  stored.add(std::string(kUnreadable));
  Engagements refused(stored.world.store, stored.world.clock);
  CHECK(refused.load().error().code == base::ErrorCode::Corrupt);
}

TEST_CASE("the next readable version stands in for one that is not, and a later one never takes its place") {
  StoredVersions stored;
  const std::string readable(kSmallAgreement);
  stored.add(std::string(kUnreadable));
  stored.add(std::string(kUnreadable));
  stored.add(readable + "# four\n");
  stored.add(readable + "# five\n");
  Engagements running(stored.world.store, stored.world.clock);
  REQUIRE(running.load());
  CHECK(what_counts(*running.find(stored.world.name)) == std::vector<std::uint32_t>{1, 4, 4, 4, 5});
  CHECK(running.find(stored.world.name)->versions[1].version == 2);

  const agreement::Bundle next{.root = "agreement.yaml", .files = {{"agreement.yaml", readable + "# six\n"}}};
  REQUIRE(running.adopt(next, stored.world.clock.now()));
  Engagements restarted(stored.world.store, stored.world.clock);
  REQUIRE(restarted.load());
  for (const Engagements* engagements : {&running, &restarted})
    CHECK(what_counts(*engagements->find(stored.world.name)) == std::vector<std::uint32_t>{1, 4, 4, 4, 5, 6});
}

TEST_CASE("versions of the past are compiled when their time is asked about, not when a server starts") {
  StoredVersions stored;
  for (int i = 0; i < 3; ++i) stored.add(fmt::format("{}# {}\n", kSmallAgreement, i));
  Engagements fresh(stored.world.store, stored.world.clock);
  REQUIRE(fresh.load());
  const auto found = fresh.find(stored.world.name);
  const auto made = [&] {
    std::vector<bool> each;
    for (const auto& version : found->versions) each.push_back(version.policy.is_made());
    return each;
  };
  CHECK(made() == std::vector<bool>{false, false, false, true});
  CHECK(found->history().at(stored.start + base::hours(2)).policy->spec().version == 2);
  CHECK(made() == std::vector<bool>{false, true, false, true});
}

TEST_CASE("changing a calendar never rewrites the past, whether it is adopted or a server starts on it") {
  StoredVersions stored;  // a Monday, 10:00; the office is open from 08:00 to 17:00
  TestWorld& world = stored.world;
  const auto dana = world.member("dana");
  const auto id = world.open(dana, "banking").ticket.id.text();
  std::string shorter(kSmallAgreement);
  shorter.replace(shorter.find("17:00"), 5, "13:00");
  std::string no_mondays(kSmallAgreement);
  no_mondays.replace(no_mondays.find("mon-fri"), 7, "tue-fri");
  stored.add(std::string(kUnreadable));  // from 12:00
  stored.add(shorter);                   // from 13:00
  world.clock.advance(base::hours(2));

  const auto elapsed = [&](Engagements& engagements) {
    Tickets tickets(world.store, engagements, world.clock, world.ids);
    return tickets.get(dana, world.name, id)->targets[1].reading.elapsed;
  };
  Engagements running(world.store, world.clock);
  REQUIRE(running.load());
  CHECK(elapsed(running) == base::hours(3));
  REQUIRE(running.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", no_mondays}}}, world.clock.now()));
  Engagements restarted(world.store, world.clock);
  REQUIRE(restarted.load());
  for (int hour = 0; hour < 3; ++hour) {
    CHECK(elapsed(running) == base::hours(3));
    CHECK(elapsed(restarted) == base::hours(3));
    world.clock.advance(base::hours(1));
  }
}

TEST_CASE("a stored version counts although its expectations no longer hold") {
  StoredVersions stored;
  const std::string disappointed =
      std::string(kSmallAgreement) + "expect: [{given: {category: banking, at: \"2026-10-05 10:00\"}, owner: desk}]\n";
  stored.add(disappointed);
  stored.add(disappointed + "# in force\n");
  Engagements fresh(stored.world.store, stored.world.clock);
  REQUIRE(fresh.load());
  CHECK(what_counts(*fresh.find(stored.world.name)) == std::vector<std::uint32_t>{1, 2, 3});
  const agreement::Bundle next{.root = "agreement.yaml", .files = {{"agreement.yaml", disappointed}}};
  CHECK(fresh.adopt(next, stored.world.clock.now()).error().code == base::ErrorCode::BadInput);
}
