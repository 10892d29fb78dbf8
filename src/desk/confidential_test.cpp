#include "desk/confidential.h"

#include <doctest/doctest.h>

#include "desk/confidential_agreement.h"
#include "desk/notice.h"
#include "desk/random_commands.h"

using namespace tandem::desk;
namespace base = tandem::base;
namespace policy = tandem::policy;

namespace {

Scene scene_of(std::string_view category, std::string_view priority = "normal") {
  return Scene(confidential_agreement(), a_ticket(category, priority), kMonday);
}

policy::Spec with_readers(std::string_view category, std::vector<policy::PersonIndex> read) {
  policy::Spec spec = governed_agreement()->spec();
  spec.governance.confidential = {{.name = std::string(category), .read = std::move(read), .at = {}}};
  return spec;
}

}  // namespace

TEST_CASE("only the named may read, and a category may be confidential and nothing else") {
  const auto agreement = confidential_agreement();
  CHECK(is_confidential(CategoryName("malware"), *agreement));
  CHECK_FALSE(is_confidential(CategoryName("workstation"), *agreement));
  CHECK(may_read(CategoryName("malware"), PersonName("mei"), *agreement));
  CHECK_FALSE(may_read(CategoryName("malware"), PersonName("otto"), *agreement));
  CHECK_FALSE(may_read(CategoryName("malware"), PersonName(""), *agreement));
  CHECK_FALSE(may_read(CategoryName("malware"), PersonName("nobody"), *agreement));
  CHECK(may_read(CategoryName("workstation"), PersonName("nobody"), *agreement));
  CHECK(is_category(CategoryName("inquiry"), *agreement));
  CHECK_FALSE(is_category(CategoryName("moon"), *agreement));
}

TEST_CASE("the team that the agreement names keeps it with a person who may read it") {
  const Scene scene = scene_of("malware");
  CHECK(scene.owner().team.text() == "soc");
  CHECK(scene.owner().person.text() == "mei");
  CHECK(scene.ticket.ownership.accountable.text() == "mei");
  CHECK(scene.ticket.ownership.reasons.back().kind == "confidential");
  CHECK(scene.ticket.ownership.reasons.back().line == 95);
}

TEST_CASE("work that nobody of its team may read goes to the team of the first named who is there") {
  const Scene scene = scene_of("inquiry");  // `other` is helpdesk's; tess is of no team
  CHECK(scene.ticket.facts.category.text() == "inquiry");
  CHECK(scene.owner().team.text() == "harbor-it");
  CHECK(scene.owner().person.text() == "dana");
  CHECK(scene.ticket.ownership.accountable.text() == "tess");
  CHECK_FALSE(scene.ticket.ownership.gap);
  // Whom the other rules would have named explains nothing any more.
  const auto& reasons = scene.ticket.ownership.reasons;
  CHECK(reasons.back().text ==
        "`inquiry` is confidential: only tess and dana may read it, so dana of `harbor-it` has it and tess answers for "
        "it");
  for (const std::string_view kind : {"lowest-load", "accountable"})
    CHECK(std::ranges::find(reasons, kind, &Reason::kind) == reasons.end());
}

TEST_CASE("the first named of the team who is away is no holder: the team has it, and that is a gap") {
  // sam is away from day 7 to 14.
  const auto agreement = policy::Policy::make(with_readers("workstation", {{4}}));
  const Scene scene(agreement, a_ticket("workstation", "normal"), kMonday + base::hours(24 * 8));
  CHECK(scene.owner().team.text() == "helpdesk");
  CHECK(scene.owner().person.empty());
  CHECK(scene.ticket.ownership.gap);
  CHECK(scene.ticket.ownership.accountable.text() == "sam");
}

TEST_CASE("where none of the named is of a party's team it stays, and nobody in particular has it") {
  const auto agreement = policy::Policy::make(with_readers("workstation", {{7}, {8}}));  // tess, and vic of the vendor
  const Scene scene(agreement, a_ticket("workstation", "normal"), kMonday);
  CHECK(scene.owner().team.text() == "helpdesk");
  CHECK(scene.owner().person.empty());
  CHECK(scene.ticket.ownership.gap);
  CHECK(scene.ticket.ownership.accountable.text() == "tess");
}

TEST_CASE("a change into a confidential category gives the ticket to its readers and asks nobody else any more") {
  Scene scene = scene_of("workstation");
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-apps"), {}, "yours"}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), ChangeCategory{CategoryName("inquiry")}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"category-changed", "handoff-withdrawn", "owner-assigned"});
  CHECK(scene.owner().team.text() == "harbor-it");
  CHECK(scene.owner().person.text() == "dana");
  // And out of it: the agreement is asked as if it had always been so.
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("workstation")}) == std::nullopt);
  CHECK(scene.owner().team.text() == "helpdesk");
}

TEST_CASE("a hand-off that only its readers' team was offered stays when the category becomes confidential") {
  Scene scene = scene_of("workstation", "critical");  // soc's, mei
  REQUIRE(scene.does(person("mei"), OfferHandoff{TeamName("harbor-apps"), {}, "yours"}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  CHECK(scene.owner().team.text() == "soc");
  CHECK(scene.ticket.handoff.has_value());
  REQUIRE(scene.does(person("luis"), AcceptHandoff{1}) == std::nullopt);
  CHECK(scene.owner().person.text() == "luis");
}

TEST_CASE("it is handed, assigned and ruled to people who may read it, and to nobody else") {
  Scene scene = scene_of("malware");
  CHECK(scene.does(person("mei"), OfferHandoff{TeamName("helpdesk"), {}, "yours"}) == RefusalKind::NotAReader);
  CHECK(scene.said == "`malware` is confidential, and nobody of `helpdesk` may read it");
  CHECK(scene.field == "to_team");
  CHECK(scene.does(person("mei"), OfferHandoff{TeamName("harbor-it"), PersonName("dana"), "yours"}) ==
        RefusalKind::NotAReader);
  CHECK(scene.said == "`malware` is confidential, and dana may not read it");
  CHECK(scene.does(person("mei"), Assign{PersonName("otto")}) == RefusalKind::NotAReader);
  CHECK(scene.does(person("mei"), Watch{PersonName("otto")}) == RefusalKind::NotAReader);
  CHECK(scene.does(person("mei"), OfferHandoff{TeamName("harbor-it"), PersonName("luis"), "yours"}) == std::nullopt);
}

TEST_CASE("given back, it goes to a colleague who may read it or to nobody in particular") {
  Scene scene = scene_of("malware");
  REQUIRE(scene.does(person("mei"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), Release{"my shift ends"}) == std::nullopt);
  CHECK(scene.owner().team.text() == "soc");
  CHECK(scene.owner().person.empty());  // otto may not read it
  REQUIRE(scene.does(person("mei"), Take{}) == std::nullopt);
  CHECK(scene.owner().person.text() == "mei");
}

TEST_CASE("disputes ask those of the path who may read it") {
  Scene scene = scene_of("malware");  // the path is dana and priya, then nora: none of them
  CHECK(scene.does(person("mei"), RaiseDispute{"not ours"}) == RefusalKind::NoDisputePath);
  CHECK(scene.said == "nobody who decides disputes may read it: offer a hand-off instead");
  Scene other = scene_of("inquiry");
  REQUIRE(other.does(person("dana"), RaiseDispute{"not ours"}) == std::nullopt);
  CHECK(other.ticket.dispute->raised.path == std::vector<std::vector<PersonName>>{{PersonName("dana")}});
  CHECK(other.does(person("dana"), GiveRuling{TeamName("helpdesk"), "theirs"}) == RefusalKind::NotAReader);
}

TEST_CASE("escalation and an expired hand-off tell readers only") {
  Scene scene = scene_of("malware", "critical");
  scene.now = kMonday + base::hours(2);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  for (const Event& event : scene.latest) {
    const auto* step = std::get_if<EscalationStepTaken>(&event.data);
    REQUIRE(step != nullptr);
    for (const Told& one : step->told) CHECK(may_read(CategoryName("malware"), one.person, scene.policy()));
  }
}

TEST_CASE("a version of the agreement that makes a category confidential moves its work at the next look") {
  Scene before(governed_agreement(), a_ticket("workstation", "normal"), kMonday);
  REQUIRE(before.does(person("sam"), Take{}) == std::nullopt);
  REQUIRE(before.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
  const auto agreement = policy::Policy::make(with_readers("workstation", {{3}}));  // priya
  const Decision decision = decide(before.ticket, PassTime{},
                                   {.policy = *agreement, .now = before.now, .actor = system_actor(), .workload = {}});
  const auto* events = std::get_if<Events>(&decision);
  REQUIRE(events != nullptr);
  Ticket after = before.ticket;
  for (const Event& event : *events) REQUIRE(evolve(after, event));
  CHECK(after.ownership.owner.person.text() == "priya");
  CHECK_FALSE(after.handoff.has_value());
}

TEST_CASE("whatever people do with it, only readers have it, are offered it, decide about it and are told of it") {
  const auto agreement = confidential_agreement();
  std::size_t looked_at = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    RandomCommands random(seed);
    const std::string_view category = seed % 2 == 0 ? "malware" : "inquiry";
    Scene scene(agreement, a_ticket(category, random.chance(2) ? "critical" : "normal"), random.instant());
    for (int step = 0; step < 40; ++step) {
      CAPTURE(seed);
      CAPTURE(step);
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      const auto may = [&](const PersonName& one) { return may_read(scene.ticket.facts.category, one, *agreement); };
      // The wall before the desk: who may not read it finds no ticket.
      if (actor.kind == ActorKind::Person && !may(actor.person)) continue;
      const Ticket before = scene.ticket;
      if (scene.does(actor, random.command(scene.ticket))) continue;
      if (!is_confidential(scene.ticket.facts.category, *agreement)) continue;
      ++looked_at;
      const Ownership& ownership = scene.ticket.ownership;
      REQUIRE((ownership.owner.person.empty() || may(ownership.owner.person)));
      REQUIRE(may(ownership.accountable));
      if (scene.ticket.handoff) {
        const HandoffOffered& offer = scene.ticket.handoff->offer;
        REQUIRE(has_reader(scene.ticket.facts.category, *agreement->find_team(offer.to_team.text()), *agreement));
        REQUIRE((offer.to_person.empty() || may(offer.to_person)));
      }
      if (scene.ticket.dispute) {
        for (const auto& deciders : scene.ticket.dispute->raised.path) REQUIRE(std::ranges::all_of(deciders, may));
      }
      for (const Notice& notice :
           notices({.before = &before, .after = scene.ticket, .events = scene.latest, .policy = *agreement}))
        REQUIRE((notice.to.person.empty() || may(notice.to.person)));
    }
  }
  CHECK(looked_at > 5000);
}
