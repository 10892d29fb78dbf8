#include "desk/ticket_life.h"

#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/random_commands.h"

using namespace tandem;
using namespace tandem::desk;

namespace {

TicketLife life_of(const Scene& scene) {
  auto life = read_life(kTicketId, scene.events);
  REQUIRE(life);
  return *std::move(life);
}

}  // namespace

TEST_CASE("a life says who had it when, and a hand-off is on offer until it is answered") {
  Scene scene("workstation");
  scene.now = kMonday + base::minutes(10);
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  scene.now = kMonday + base::minutes(20);
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), {}, "yours"}) == std::nullopt);
  scene.now = kMonday + base::minutes(35);
  REQUIRE(scene.does(person("luis"), AcceptHandoff{1}) == std::nullopt);
  const TicketLife life = life_of(scene);
  CHECK(life.ticket == scene.ticket);
  REQUIRE(life.holdings.size() == 4);
  CHECK(life.holdings[0].from == kMonday);
  CHECK(life.holdings[0].belongs.owner.team.text() == "helpdesk");
  CHECK(life.holdings[0].state == State::New);
  CHECK(life.holdings[1].belongs.owner.person.text() == "sam");
  CHECK_FALSE(life.holdings[1].is_offered);
  CHECK(life.holdings[2].from == kMonday + base::minutes(20));
  CHECK(life.holdings[2].is_offered);
  CHECK(life.holdings[2].belongs == life.holdings[1].belongs);
  CHECK(life.holdings[3].belongs.owner.party.text() == "harbor");
  CHECK(life.holdings[3].belongs.owner.person.text() == "luis");
  CHECK_FALSE(life.holdings[3].is_offered);
  REQUIRE(life.handoffs.size() == 2);
  CHECK(life.handoffs[0].step == HandoffStep::Offered);
  CHECK(life.handoffs[0].belongs.owner.person.text() == "sam");
  CHECK(life.handoffs[1].step == HandoffStep::Accepted);
  CHECK(life.handoffs[1].belongs.owner.team.text() == "harbor-it");
  CHECK(life.handoffs[1].belongs.owner.person.text() == "luis");
  CHECK(life.handoffs[1].after_offer == base::minutes(15));
}

TEST_CASE("an offer that nobody answers expires with whom it was made to, and one taken back is the giver's") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), PersonName("luis"), "yours"}) == std::nullopt);
  scene.now = kMonday + base::hours(2);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), {}, "yours"}) == std::nullopt);
  scene.now = kMonday + base::hours(2) + base::minutes(4);
  REQUIRE(scene.does(person("sam"), WithdrawHandoff{2}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), {}, "yours"}) == std::nullopt);
  REQUIRE(scene.does(person("dana"), DeclineHandoff{3, "no"}) == std::nullopt);
  std::vector<std::pair<HandoffStep, std::string>> told;
  for (const HandoffMoment& moment : life_of(scene).handoffs)
    told.emplace_back(moment.step, moment.belongs.owner.person.text());
  using Told = decltype(told);
  CHECK(told == Told{{HandoffStep::Offered, "sam"},
                     {HandoffStep::Expired, "luis"},
                     {HandoffStep::Offered, "sam"},
                     {HandoffStep::Withdrawn, "sam"},
                     {HandoffStep::Offered, "sam"},
                     {HandoffStep::Declined, "dana"}});
}

TEST_CASE("what a requester says is of the person who had the work, and of nobody of another team") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
  scene.now = kMonday + base::hours(1);
  REQUIRE(scene.does(requester("ann@harbor.example"), RateService{Verdict::Bad, "slow"}) == std::nullopt);
  const auto ratings = life_of(scene).ratings;
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].verdict == Verdict::Bad);
  CHECK(ratings[0].at == kMonday + base::hours(1));
  CHECK(ratings[0].belongs.owner == Owner{PartyName("northbeam"), TeamName("helpdesk"), PersonName("sam")});
}

TEST_CASE("segments are what is left of holdings when the finer things are forgotten, whatever people do") {
  const auto policy = governed_agreement();
  std::size_t offered = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    RandomCommands random(40'000 + seed);
    Scene scene{policy, random.chance(4) ? random.planning() : random.opening(), random.instant()};
    for (int step = 0; step < 50; ++step) {
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      scene.does(actor, random.command(scene.ticket));
    }
    const TicketLife life = life_of(scene);
    REQUIRE(life.ticket == scene.ticket);
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < life.holdings.size(); ++i) {
      const Holding& holding = life.holdings[i];
      REQUIRE((i == 0 ? holding.from == scene.ticket.opened_at : holding.from > life.holdings[i - 1].from));
      offered += holding.is_offered ? 1U : 0U;
      add_segment(segments, {.from = holding.from,
                             .party = holding.belongs.owner.party,
                             .team = holding.belongs.owner.team,
                             .state = holding.state,
                             .waiting_on = holding.waiting_on,
                             .priority = holding.belongs.priority});
    }
    REQUIRE(segments == scene.ticket.segments);
    // Every answer is to an offer, and none is to be answered twice.
    std::size_t pending = 0;
    for (const HandoffMoment& moment : life.handoffs) {
      const bool is_offer = moment.step == HandoffStep::Offered;
      REQUIRE(pending == (is_offer ? 0U : 1U));
      REQUIRE(moment.after_offer >= base::Duration::zero());
      pending = is_offer ? 1 : 0;
    }
    REQUIRE(pending == (scene.ticket.handoff ? 1U : 0U));
  }
  CHECK(offered > 100);
}

TEST_CASE("a history without its beginning is corrupt, and so is one that gives the ticket to nobody") {
  const Scene scene("workstation");
  CHECK_FALSE(read_life(kTicketId, {}));
  CHECK_FALSE(read_life(kTicketId, std::span(scene.events).first(1)));
  CHECK_FALSE(read_life(kTicketId, std::span(scene.events).subspan(1)));
  CHECK(read_life(kTicketId, std::span(scene.events).first(2)));
}
