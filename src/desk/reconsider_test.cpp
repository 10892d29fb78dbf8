// What hours, leave and duty do to tickets that nobody touches.
#include <doctest/doctest.h>

#include "desk/scene.h"

namespace tandem::desk {
namespace {

constexpr base::Instant kClosing = kMonday + base::hours(8);   // 18:00: harbor-it goes home, helpdesk covers
constexpr base::Instant kOpening = kMonday + base::hours(22);  // Tuesday 08:00

TEST_CASE("work that nobody has begun goes to the cover when the team goes home, and back in the morning") {
  Scene scene("core-banking");
  REQUIRE(scene.owner().team == TeamName("harbor-it"));
  scene.now = kClosing - base::minutes(1);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.now = kClosing;
  CHECK(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"owner-assigned"});
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.ticket.brought_by == AssignmentCause::Reconsidered);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.now = kOpening;
  CHECK(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("harbor-it"));
}

TEST_CASE("work that somebody is on stays with them when the team goes home") {
  Scene scene("core-banking");
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  scene.now = kClosing;
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.owner().person == PersonName("luis"));
}

TEST_CASE("a cover that began on it keeps it in the morning") {
  Scene scene("core-banking");
  scene.now = kClosing;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  REQUIRE(scene.does(person("otto"), Take{}) == std::nullopt);
  scene.now = kOpening;
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.owner().person == PersonName("otto"));
}

TEST_CASE("leave takes work from a person to a colleague, begun or not, and moves the accountable name") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  scene.now = kMonday + base::hours(24 * 7);  // sam's leave begins
  CHECK(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.latest_names() == Names{"work-released", "owner-assigned"});
  CHECK(scene.owner().person == PersonName("priya"));
  CHECK(scene.ticket.state == State::New);
  scene.now = kMonday + base::hours(24 * 10);  // and priya's, who is accountable; her deputy is away as well
  CHECK(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
}

TEST_CASE("what a person on leave had begun is new for the cover, and the team's again in the morning") {
  policy::Spec spec = example_agreement()->spec();
  const auto luis = std::ranges::find(spec.people, "luis", &policy::Person::name);
  luis->leave = {{kClosing + base::hours(1), kClosing + base::hours(48)}};
  luis->leave_at = {policy::TextPlace{"leave.yaml", 9}};
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("core-banking"), kMonday);
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  scene.now = kClosing + base::hours(1);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"work-released", "owner-assigned"});
  CHECK(std::get<WorkReleased>(scene.latest.front().data).reason == "luis is on leave");
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.ticket.state == State::New);
  scene.now = kOpening;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("dana"));
}

// The example agreement with luis on leave for two days from an hour after Monday's opening, in office hours.
std::shared_ptr<const policy::Policy> with_luis_away() {
  policy::Spec spec = example_agreement()->spec();
  const auto luis = std::ranges::find(spec.people, "luis", &policy::Person::name);
  luis->leave = {{kMonday + base::hours(1), kMonday + base::hours(48)}};
  luis->leave_at = {policy::TextPlace{"leave.yaml", 9}};
  return policy::Policy::make(std::move(spec));
}

// How a ticket comes to luis of harbor-it by people.
struct Way {
  const char* name;
  const char* category;  // of core banking, which is harbor-it's, or of workstations, which are the helpdesk's
  std::vector<std::pair<const char*, Command>> steps;
};
const std::vector<Way>& ways() {
  static const std::vector<Way> all{
      {"taken", "core-banking", {{"luis", Take{}}}},
      {"assigned", "core-banking", {{"dana", Take{}}, {"dana", Assign{PersonName("luis")}}}},
      {"accepted",
       "workstation",
       {{"sam", OfferHandoff{TeamName("harbor-it"), {}, "their branch"}}, {"luis", AcceptHandoff{1}}}},
      {"accepted and taken",
       "workstation",
       {{"sam", OfferHandoff{TeamName("harbor-it"), {}, "their branch"}},
        {"luis", AcceptHandoff{1}},
        {"luis", Take{}}}},
  };
  return all;
}

TEST_CASE(
    "whoever stands in for somebody on leave keeps what they have not begun for the team's hours, and no longer") {
  for (const Way& way : ways()) {
    CAPTURE(way.name);
    Scene scene(with_luis_away(), a_ticket(way.category), kMonday);
    for (const auto& [who, command] : way.steps) REQUIRE(scene.does(person(who), command) == std::nullopt);
    REQUIRE(scene.owner().person == PersonName("luis"));
    REQUIRE(scene.ticket.brought_to == PersonName("luis"));
    scene.now = kMonday + base::hours(1);  // his leave begins
    REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
    CHECK(scene.owner().team == TeamName("harbor-it"));
    CHECK(scene.owner().person == PersonName("dana"));
    CHECK(scene.ticket.state == State::New);
    CHECK(scene.ticket.brought_to.empty());
    scene.now = kClosing - base::minutes(1);
    CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);

    // Nobody of harbor-it is on it: at night it is whose it is at night.
    Scene night = scene;
    night.now = kClosing;
    REQUIRE(night.does(system_actor(), PassTime{}) == std::nullopt);
    CHECK(night.owner().team == TeamName("helpdesk"));
    CHECK(night.ticket.brought_by == AssignmentCause::Reconsidered);
    night.now = kOpening;
    static_cast<void>(night.does(system_actor(), PassTime{}));
    CHECK(night.owner().team.text() == (std::string_view(way.category) == "core-banking" ? "harbor-it" : "helpdesk"));

    // What dana begins, or takes on by herself, stays with her.
    Scene begun = scene;
    REQUIRE(begun.does(person("dana"), Take{}) == std::nullopt);
    begun.now = kClosing;
    CHECK(begun.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
    CHECK(begun.owner().person == PersonName("dana"));
  }
}

TEST_CASE("what is given back to the team is the cover's in the evening, and what a colleague is given stays") {
  Scene scene("core-banking");
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  Scene given = scene;
  REQUIRE(given.does(person("luis"), Assign{PersonName("dana")}) == std::nullopt);
  REQUIRE(scene.does(person("luis"), Release{"not today"}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("dana"));
  CHECK(scene.ticket.brought_to.empty());
  for (Scene* one : {&scene, &given}) {
    one->now = kClosing - base::minutes(1);
    CHECK(one->does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
    one->now = kClosing;
    static_cast<void>(one->does(system_actor(), PassTime{}));
  }
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(given.owner().person == PersonName("dana"));
}

TEST_CASE("a hand-off that moves with the ticket's team is withdrawn in the same step") {
  Scene scene("core-banking");
  REQUIRE(scene.does(person("dana"), OfferHandoff{TeamName("soc"), {}, "please look"}) == std::nullopt);
  scene.now = kClosing;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  // It had expired long before, so that is what is said first.
  CHECK(scene.latest_names() == Names{"handoff-expired", "owner-assigned"});

  Scene late("core-banking", {}, kClosing - base::minutes(10));
  REQUIRE(late.does(person("dana"), OfferHandoff{TeamName("soc"), {}, "please look"}) == std::nullopt);
  late.now = kClosing;
  REQUIRE(late.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(late.latest_names() == Names{"handoff-withdrawn", "owner-assigned"});
  CHECK_FALSE(late.ticket.handoff);
}

TEST_CASE("a team that was given work keeps it at an hour at which the agreement names another") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("harbor-it"), {}, "their branch"}) == std::nullopt);
  REQUIRE(scene.does(person("luis"), AcceptHandoff{1}) == std::nullopt);
  scene.now = kClosing;
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.owner().person == PersonName("luis"));
}

// Version 4 of the example agreement, in force an hour after Monday's opening; `change` is what it changes.
struct NextVersion {
  explicit NextVersion(const std::function<void(policy::Spec&)>& change) {
    policy::Spec spec = example_agreement()->spec();
    spec.version = 4;
    change(spec);
    newer = policy::Policy::make(std::move(spec));
    versions = {{.from = kMonday - base::hours(24), .version = 3, .policy = example_agreement()},
                {.from = in_force_from, .version = 4, .policy = newer}};
  }
  static constexpr base::Instant in_force_from = kMonday + base::hours(1);
  std::shared_ptr<const policy::Policy> newer;
  std::vector<AgreementInForce> versions;
};

std::optional<AssignmentCause> cause_after(Scene& scene) {
  if (scene.does(system_actor(), PassTime{})) return std::nullopt;
  const auto* assigned = std::get_if<OwnerAssigned>(&scene.latest.back().data);
  return assigned == nullptr ? std::nullopt : std::optional(assigned->cause);
}

TEST_CASE("work that another version of the agreement moves says so, also when time comes late") {
  const NextVersion next([](policy::Spec& spec) { spec.activities[2].responsible = {2}; });
  const AgreementHistory history(next.versions);
  for (const base::Duration late : {base::Duration::zero(), base::hours(2)}) {
    Scene scene("core-banking");
    REQUIRE(scene.owner().team == TeamName("harbor-it"));
    scene.history = &history;
    scene.comes_into_force(next.newer);
    scene.now = NextVersion::in_force_from + late;
    CHECK(cause_after(scene) == AssignmentCause::NewVersion);
    CHECK(scene.owner().team == TeamName("helpdesk"));
  }
}

TEST_CASE("a new version that has somebody else answer says so where the work stays") {
  const NextVersion next([](policy::Spec& spec) { spec.activities[2].accountable = {1}; });
  const AgreementHistory history(next.versions);
  Scene scene("core-banking");
  REQUIRE(scene.does(person("luis"), Take{}) == std::nullopt);
  scene.history = &history;
  scene.comes_into_force(next.newer);
  scene.now = NextVersion::in_force_from;
  CHECK(cause_after(scene) == AssignmentCause::NewVersion);
  CHECK(scene.owner().person == PersonName("luis"));
  CHECK(scene.ticket.ownership.accountable == PersonName("luis"));
}

TEST_CASE("what the hour moves is not the new version's doing, whatever that names at the hour") {
  const NextVersion next([](policy::Spec& spec) { spec.teams[0].cover = {{3}}; });
  const AgreementHistory history(next.versions);
  Scene scene("core-banking");
  scene.history = &history;
  scene.comes_into_force(next.newer);
  scene.now = NextVersion::in_force_from;
  CHECK(cause_after(scene) == std::nullopt);
  scene.now = kClosing;
  CHECK(cause_after(scene) == AssignmentCause::Reconsidered);
  CHECK(scene.owner().team == TeamName("soc"));
}

TEST_CASE("leave that is recorded under a new version is not that version's doing") {
  const NextVersion next([](policy::Spec& spec) { spec.teams[0].cover = {{3}}; });
  const AgreementHistory history(next.versions);
  policy::Spec spec = next.newer->spec();
  for (policy::Person& one : spec.people) {
    if (one.name != "dana") continue;
    one.leave = {{kMonday, kMonday + base::hours(24)}};
    one.leave_at = {policy::TextPlace{"leave.yaml", 9}};
  }
  Scene scene("core-banking");
  REQUIRE(scene.owner().person == PersonName("dana"));
  scene.history = &history;
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  scene.now = NextVersion::in_force_from + base::hours(1);
  CHECK(cause_after(scene) == AssignmentCause::Reconsidered);
  CHECK(scene.owner().person == PersonName("luis"));
}

TEST_CASE("time is nobody's command") {
  Scene scene("workstation");
  CHECK(scene.does(person("priya"), PassTime{}) == RefusalKind::NotAMember);
  CHECK(scene.does(requester("ann@harbor.example"), PassTime{}) == RefusalKind::NotAMember);
}

TEST_CASE("nothing happens to resolved work") {
  Scene scene("core-banking");
  REQUIRE(scene.does(person("luis"), Resolve{"done"}) == std::nullopt);
  scene.now = kClosing;
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

}  // namespace
}  // namespace tandem::desk
