// Confidential work waits for nobody who may not know of it.
#include "desk/asked_readers.h"

#include <doctest/doctest.h>

#include "desk/action_boundaries.h"
#include "desk/change_findings.h"
#include "desk/change_people.h"
#include "desk/change_scene.h"
#include "desk/confidential.h"
#include "desk/confidential_agreement.h"
#include "desk/decision_scene.h"
#include "desk/emergency_agreement.h"
#include "desk/major_audience.h"
#include "desk/notice.h"
#include "desk/random_commands.h"

namespace tandem::desk {
namespace {

using People = std::vector<std::string>;

// Of malware, which luis of the client and mei of the provider may read; of `inquiry` tess of the provider and dana.
Scene a_confidential_decision(std::string_view kind, std::string_view category) {
  return {confidential_agreement(), a_decision_ticket(a_question(kind), category), kMonday};
}

// Which everybody may decide alone.
OpenTicket a_harmless_decision(std::string_view category) {
  OpenTicket command = a_decision_ticket(a_question("restart"), category);
  for (DecisionOption& option : command.decision->options) {
    option.cost.reset();
    option.risk.reset();
  }
  return command;
}

// Nora decides it, after luis, mei and otto; tess decides where they object. Dana answers for the activity.
Scene an_upgrade(std::string_view category) {
  OpenTicket command = a_change();
  command.change->decision = DecisionKindName("core-upgrade");
  command.category = CategoryName(category);
  return {confidential_agreement(), command, kMonday};
}

People names(const std::vector<Told>& told) {
  People all;
  for (const Told& one : told) all.push_back(one.person.text());
  return all;
}
People names(const std::vector<PersonName>& people) {
  People all;
  for (const PersonName& one : people) all.push_back(one.text());
  return all;
}

template <class Data>
const Data* first_of(const Events& events) {
  for (const Event& event : events) {
    if (const auto* data = std::get_if<Data>(&event.data)) return data;
  }
  return nullptr;
}

// Whom the event says it tells, and whom it asks for advice; nobody for most.
People told_by(const Event& event) {
  return std::visit(
      [](const auto& data) {
        People people;
        if constexpr (requires { data.told; }) people = names(data.told);
        if constexpr (requires { data.consulted; }) {
          for (std::string& one : names(data.consulted)) people.push_back(std::move(one));
        }
        return people;
      },
      event.data);
}

const Ownership& first_ownership(const Scene& scene) {
  return first_of<OwnerAssigned>(scene.events)->ownership;
}

Scene a_major(std::string_view category) {
  Scene scene(confidential_agreement(), a_ticket(category), kMonday);
  REQUIRE(scene.does(person("luis"), DeclareMajor{.scenario = {}, .reason = "half the screens"}) == std::nullopt);
  return scene;
}

}  // namespace

TEST_CASE("a confidential change is its readers' from the first event on, and asks nobody else") {
  const Scene scene = an_upgrade("malware");
  CHECK(first_ownership(scene).owner.team.text() == "harbor-it");
  CHECK(first_ownership(scene).owner.person.text() == "luis");
  CHECK(first_ownership(scene).accountable.text() == "luis");  // dana answers for the activity and may not read it
  CHECK(first_ownership(scene).reasons.back().kind == "confidential");
  CHECK(asked_of(*scene.ticket.change) == Texts{"luis", "mei"});
}

TEST_CASE("a change that becomes confidential waits for its readers' answers alone, and one of them approves it") {
  Scene scene = an_upgrade("workstation");
  REQUIRE(asked_of(*scene.ticket.change) == Texts{"luis", "mei", "otto"});
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  for (const std::string_view who : {"mei", "luis"}) REQUIRE(scene.does(person(who), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("mei"), ApproveChange{}) == RefusalKind::NotTheApprover);
  CHECK(scene.said == "luis, who decides `core-upgrade`, approves this change");
  REQUIRE(scene.does(person("luis"), ApproveChange{}) == std::nullopt);
  for (const Told& one : first_of<ChangeApproved>(scene.latest)->told)
    CHECK(may_read(CategoryName("malware"), one.person, scene.policy()));
}

TEST_CASE("an objection to confidential work is overruled by who answers for it where the one agreed may not read it") {
  Scene scene = an_upgrade("malware");
  REQUIRE(scene.does(person("mei"), AnswerChange{ChangeAnswer::Object, "too early"}) == std::nullopt);
  REQUIRE(scene.does(person("luis"), AnswerChange{}) == std::nullopt);
  CHECK(scene.does(person("mei"), ApproveChange{}) == RefusalKind::Objected);
  CHECK(scene.said == "mei objected: luis decides");
  CHECK(scene.does(person("luis"), ApproveChange{}) == std::nullopt);
}

TEST_CASE("a clash with confidential work says what is taken, and nothing else") {
  const auto policy = confidential_agreement();
  ScheduledChange other{.ticket = kOtherIncident, .number = 47, .subject = "SECRET audit", .from = kTuesdayNight};
  other.phase = ChangePhase::Approved;
  other.to = kTuesdayNight + base::hours(1);
  other.assets = {"core-switch"};
  other.category = CategoryName("malware");
  Scene scene(policy, a_change(ChangeKind::Normal, "workstation.handling"), kMonday);
  scene.others = {other};
  const auto found = [&](std::string_view category, std::string_view prefix = "HCU") {
    const auto all = change_findings(scene.ticket.change->plan, kTicketId, *policy, kMonday, scene.others,
                                     {.category = CategoryName(category), .prefix = prefix});
    return *std::ranges::find(all, ChangeFindingKind::Clash, &ChangeFinding::kind);
  };
  CHECK(found("workstation").text == "`core-switch` is taken by confidential work at the same time");
  CHECK(found("workstation").blocks);
  CHECK(found("workstation").number == 0);
  CHECK(found("inquiry").number == 0);  // whose readers are others
  CHECK(found("malware").text == "HCU-47 (SECRET audit, approved) is at the same time: both touch `core-switch`");
  CHECK(found("malware").number == 47);
  scene.others.front().phase = ChangePhase::Proposed;
  CHECK(found("workstation").text ==
        "confidential work that is not approved yet would touch `core-switch` at the same time");
  CHECK_FALSE(found("workstation").blocks);
}

TEST_CASE("a confidential decision hears, and is decided by, people who may read it") {
  const Scene scene = a_confidential_decision("architecture", "inquiry");  // dana decides, mei is heard
  const DecisionAsked& asked = scene.ticket.decision->asked;
  CHECK(asked.by.text() == "dana");
  CHECK(asked.heard.empty());
  CHECK(asked.deadlock.text() == "tess");  // nora may not read it: who answers for it

  const Scene malware = a_confidential_decision("architecture", "malware");
  CHECK(malware.ticket.decision->asked.by.text() == "mei");
  CHECK(names(malware.ticket.decision->asked.heard) == People{"mei"});
  const auto& reasons = malware.ticket.decision->asked.reasons;
  CHECK(std::ranges::find(reasons, "it is confidential, and dana may not read it: mei decides", &Reason::text) !=
        reasons.end());
}

TEST_CASE("who may not read a confidential decision is neither asked for advice on it nor told of it") {
  // Its activity consults helpdesk, mei and a vendor's team, and informs nora and the helpdesk.
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.confidential.front().name = "core-banking";  // luis's and mei's
  spec.activities[2].informed_teams = {{2}};
  const auto agreement = policy::Policy::make(std::move(spec));
  Scene scene(agreement, a_decision_ticket(a_question("purchase"), "core-banking"), kMonday);
  REQUIRE(decider_of(scene.ticket).text() == "luis");
  CHECK(names(first_of<DecisionAsked>(scene.events)->consulted) == People{"mei"});
  TakeDecision taken = takes(1);
  taken.owner = PersonName("mei");
  taken.until = kMonday + base::hours(24 * 30);
  REQUIRE(scene.does(person("luis"), taken) == std::nullopt);
  CHECK(names(first_of<DecisionTaken>(scene.latest)->told) == People{"mei"});
  for (const int days : {29, 31}) {
    scene.now = kMonday + base::hours(24 * days);
    REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
    CHECK(told_by(scene.latest.front()) == People{"mei", "luis"});
  }

  Scene overdue(agreement, a_decision_ticket(a_question("purchase"), "core-banking"), kMonday);
  overdue.now = kMonday + base::hours(24);
  REQUIRE(overdue.does(system_actor(), PassTime{}) == std::nullopt);
  const auto* passed = first_of<DecisionPassedOn>(overdue.latest);
  REQUIRE(passed != nullptr);
  CHECK(names(passed->told) == People{"luis", "mei"});
}

TEST_CASE("who moves a decision to where the say is theirs is not told of it") {
  Scene scene(confidential_agreement(), a_decision_ticket(a_question("architecture"), "workstation"), kMonday);
  REQUIRE(scene.does(person("mei"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  const auto* passed = first_of<DecisionPassedOn>(scene.latest);
  REQUIRE(passed != nullptr);
  CHECK(passed->to.text() == "mei");
  CHECK(names(passed->told).empty());
}

TEST_CASE("nobody is asked for advice, or made the owner of what is allowed, who may not read it") {
  OpenTicket command = a_decision_ticket(a_question("purchase"), "malware");
  command.decision->consult = {PersonName("sam")};
  const Decision refused = open(command, as(person("luis"), *confidential_agreement()));
  const auto* refusal = std::get_if<Refusal>(&refused);
  REQUIRE(refusal != nullptr);
  CHECK(refusal->kind == RefusalKind::NotAReader);
  CHECK(refusal->field == "decision/consult");

  Scene scene(confidential_agreement(), a_harmless_decision("malware"), kMonday);
  TakeDecision taken = takes(1);
  taken.owner = PersonName("sam");
  CHECK(scene.does(person(decider_of(scene.ticket).text()), taken) == RefusalKind::NotAReader);
}

TEST_CASE("the say passes to a reader when a decision becomes confidential, and nobody else is waited for") {
  OpenTicket command = a_decision_ticket(a_question("architecture"), "workstation");
  command.decision->consult = {PersonName("sam"), PersonName("luis")};
  Scene scene(confidential_agreement(), command, kMonday);
  REQUIRE(decider_of(scene.ticket).text() == "dana");
  REQUIRE(names(scene.ticket.decision->asked.consulted) == People{"mei", "sam", "luis"});
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  const auto* passed = first_of<DecisionPassedOn>(scene.latest);
  REQUIRE(passed != nullptr);
  CHECK(passed->why == PassedOnBecause::Confidential);
  CHECK(passed->to == scene.ticket.ownership.accountable);
  CHECK(names(passed->told) == People{passed->to.text()});
  CHECK(may_read(CategoryName("malware"), decider_of(scene.ticket), scene.policy()));
  const auto asking = asking_readers(scene.ticket, scene.policy(), scene.now, nullptr);
  REQUIRE(asking);
  CHECK(names(asking->decision->asked.consulted) == People{"mei", "luis"});
  // Both sides have somebody who may read it, and say what they would do.
  REQUIRE(scene.does(person("luis"), recommends(1)) == std::nullopt);
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  CHECK(scene.ticket.decision->opened_at.has_value());
  REQUIRE(scene.does(person(decider_of(scene.ticket).text()), takes(1)) == std::nullopt);
}

TEST_CASE("a side of which nobody may read it any more is not waited for: the recommendations open without it") {
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.confidential.back().read = {{0}, {1}};  // dana and luis, of the client
  Scene scene(policy::Policy::make(std::move(spec)), a_decision_ticket(a_question("architecture"), "workstation"),
              kMonday);
  REQUIRE(scene.ticket.decision->asked.sides.size() == 2);
  REQUIRE(scene.does(person("dana"), ChangeCategory{CategoryName("inquiry")}) == std::nullopt);
  CHECK(sides_of(scene.ticket, scene.policy()) == std::vector{PartyName("harbor")});
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotHeard);
  REQUIRE(scene.does(person("dana"), recommends(2)) == std::nullopt);
  const auto* opened = first_of<RecommendationsOpened>(scene.latest);
  REQUIRE(opened != nullptr);
  CHECK(opened->without == std::vector{PartyName("northbeam")});
  CHECK(*replay(kTicketId, scene.events) == scene.ticket);
}

TEST_CASE("what the others wrote opens when the last side that has not written loses its readers") {
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.confidential.back().read = {{0}, {1}};  // dana and luis, of the client
  const auto clients = policy::Policy::make(policy::Spec(spec));
  const auto is_opened = [](const Scene& scene) {
    const auto* opened = first_of<RecommendationsOpened>(scene.latest);
    REQUIRE(opened != nullptr);
    CHECK(opened->recommendations.size() == 1);
    CHECK(opened->without == std::vector{PartyName("northbeam")});
    CHECK(*replay(kTicketId, scene.events) == scene.ticket);
  };
  Scene moved(clients, a_decision_ticket(a_question("architecture"), "workstation"), kMonday);
  REQUIRE(moved.does(person("dana"), recommends(2)) == std::nullopt);
  REQUIRE_FALSE(moved.ticket.decision->opened_at);
  REQUIRE(moved.does(person("sam"), ChangeCategory{CategoryName("inquiry")}) == std::nullopt);
  is_opened(moved);

  Scene renamed(clients, a_decision_ticket(a_question("architecture"), "workstation"), kMonday);
  REQUIRE(renamed.does(person("dana"), recommends(2)) == std::nullopt);
  spec.governance.confidential.back().name = "workstation";
  renamed.comes_into_force(policy::Policy::make(std::move(spec)));
  REQUIRE(renamed.does(system_actor(), PassTime{}) == std::nullopt);
  is_opened(renamed);

  // Nobody has written: there is nothing to open.
  Scene silent(clients, a_decision_ticket(a_question("architecture"), "workstation"), kMonday);
  REQUIRE(silent.does(person("sam"), ChangeCategory{CategoryName("inquiry")}) == std::nullopt);
  CHECK(first_of<RecommendationsOpened>(silent.latest) == nullptr);
}

TEST_CASE("recommendations that differ and open because a side lost its readers pass the say to who may read it") {
  policy::Spec spec = confidential_agreement()->spec();
  spec.parties.push_back({.name = "southgate", .display = "Southgate", .kind = policy::PartyKind::Provider, .at = {}});
  const policy::PartyIndex southgate{static_cast<std::uint32_t>(spec.parties.size() - 1)};
  const auto otto = std::ranges::find(spec.people, "otto", &policy::Person::name);
  otto->party = southgate;
  Scene scene(policy::Policy::make(std::move(spec)), a_decision_ticket(a_question("core-upgrade"), "workstation"),
              kMonday);
  REQUIRE(scene.ticket.decision->asked.sides.size() == 3);  // harbor, helpdesk's northbeam and otto's southgate
  REQUIRE(scene.does(person("dana"), recommends(1)) == std::nullopt);
  REQUIRE(scene.does(person("priya"), recommends(2)) == std::nullopt);
  REQUIRE(scene.does(person("luis"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  REQUIRE(first_of<RecommendationsOpened>(scene.latest) != nullptr);
  for (const Event& event : scene.latest) {
    for (const std::string& one : told_by(event))
      CHECK(may_read(CategoryName("malware"), PersonName(one), scene.policy()));
  }
  CHECK(may_read(CategoryName("malware"), decider_of(scene.ticket), scene.policy()));
  CHECK(*replay(kTicketId, scene.events) == scene.ticket);
}

TEST_CASE("who stands in place of somebody whom the limits bind is bound by them, also when the time is over") {
  policy::Spec spec = confidential_agreement()->spec();
  const auto otto = std::ranges::find(spec.people, "otto", &policy::Person::name);
  std::ranges::find(spec.governance.decisions, "restart", &policy::DecisionKind::name)->by = {
      static_cast<std::uint32_t>(otto - spec.people.begin())};
  NewDecision question = a_question("restart");
  question.deadline = kMonday + base::hours(1);
  Scene scene(policy::Policy::make(std::move(spec)), a_decision_ticket(question, "workstation"), kMonday);
  REQUIRE(decider_of(scene.ticket).text() == "otto");
  REQUIRE(scene.does(person("luis"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  REQUIRE(decider_of(scene.ticket).text() == "mei");
  scene.now = kMonday + base::hours(1);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.ticket.decision->overdue);
  CHECK(decider_of(scene.ticket).text() == "mei");
  REQUIRE(scene.does(person("mei"), takes(2)) == std::nullopt);  // 9000 USD, of which the soc may spend 250
  CHECK_FALSE(scene.ticket.decision->outcome);
  CHECK(decider_of(scene.ticket).text() == "luis");
  REQUIRE(scene.does(person("luis"), takes(2)) == std::nullopt);
  CHECK(scene.ticket.decision->outcome);
}

TEST_CASE("who stands in place of somebody whom no limits bind is not bound by them") {
  Scene scene(confidential_agreement(), a_decision_ticket(a_question("architecture"), "workstation"), kMonday);
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  REQUIRE(scene.does(person("dana"), recommends(2)) == std::nullopt);
  REQUIRE(decider_of(scene.ticket).text() == "nora");  // who breaks the deadlock
  REQUIRE(scene.does(person("luis"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  REQUIRE(decider_of(scene.ticket).text() == "mei");
  REQUIRE(scene.does(person("mei"), takes(2)) == std::nullopt);
  CHECK(scene.ticket.decision->outcome);
}

TEST_CASE("what was decided and lapses goes back to its owner, or to who may read it in their place") {
  Scene scene(confidential_agreement(), a_harmless_decision("workstation"), kMonday);
  TakeDecision taken = takes(1);
  taken.owner = PersonName("nora");
  taken.until = kMonday + base::hours(24 * 30);
  REQUIRE(scene.does(person(decider_of(scene.ticket).text()), taken) == std::nullopt);
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.confidential.front().name = "workstation";
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  scene.now = kMonday + base::hours(24 * 31);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  REQUIRE(scene.ticket.decision->lapsed_at.has_value());
  CHECK(may_read(CategoryName("workstation"), scene.ticket.ownership.owner.person, scene.policy()));
  CHECK(may_read(CategoryName("workstation"), scene.ticket.ownership.accountable, scene.policy()));
}

TEST_CASE("where nobody says yes alone, confidential work names somebody to ask who may read it") {
  Scene scene(confidential_agreement(), a_ticket("malware"), kMonday);
  const Circumstances given{.policy = scene.policy(), .now = kMonday, .actor = person("mei"), .workload = {}};
  const PersonName ask = boundaries_of(scene.ticket, given).ask;
  CHECK((ask.empty() || may_read(CategoryName("malware"), ask, scene.policy())));
  RecordAction dear{};
  dear.name = "wipe-host";
  dear.on = "PC-12";
  dear.done_at = kMonday;
  dear.risk = RiskLevel::High;
  REQUIRE(scene.does(person("mei"), dear) == RefusalKind::MustBeAsked);
  for (const std::string_view other : {"dana", "nora", "priya"}) CHECK(scene.said.find(other) == std::string::npos);
}

TEST_CASE("a major incident that becomes confidential is led, and told of, by people who may read it") {
  Scene scene = a_major("workstation");  // priya leads helpdesk, which has it
  REQUIRE(post_of(*scene.ticket.major, MajorRole::Lead)->person.text() == "priya");
  REQUIRE(scene.does(person("luis"),
                     GiveMajorRole{
                         .role = MajorRole::Communicate, .person = PersonName("nora"), .decides = {}, .reason = {}}) ==
          std::nullopt);
  REQUIRE(scene.does(person("sam"), ChangeCategory{CategoryName("malware")}) == std::nullopt);
  const PersonName& accountable = scene.ticket.ownership.accountable;
  REQUIRE(may_read(CategoryName("malware"), accountable, scene.policy()));
  for (const MajorRole role : {MajorRole::Lead, MajorRole::Communicate}) {
    const MajorPost* post = post_of(*scene.ticket.major, role);
    CHECK(post->person == accountable);
    CHECK(post->reason == "`malware` is confidential, and whoever had the part may not read it");
  }
  // Who has a part now hears of it, and who had it hears nothing.
  const Ticket& after = scene.ticket;
  std::size_t told = 0;
  for (const Notice& notice :
       notices({.before = nullptr, .after = after, .events = scene.latest, .policy = scene.policy()})) {
    CHECK((notice.to.person.empty() || may_read(CategoryName("malware"), notice.to.person, scene.policy())));
    told += notice.to.person == accountable ? 1U : 0U;
  }
  CHECK(told > 0);
  // What is late is told to readers.
  scene.now = scene.now + kUpdateEvery;
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  const auto* late = first_of<MajorUpdateOverdue>(scene.latest);
  REQUIRE(late != nullptr);
  CHECK(names(late->told) == People{accountable.text()});
}

TEST_CASE("a part that the scenario gives to somebody who may not read it is had by who answers for it") {
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.scenarios = emergency_agreement()->spec().governance.scenarios;
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("malware"), kMonday);
  const PersonName accountable = scene.ticket.ownership.accountable;
  const PersonName other = accountable == PersonName("luis") ? PersonName("mei") : PersonName("luis");
  REQUIRE(scene.does(person(other.text()), DeclareMajor{.scenario = "malware", .reason = "half the screens"}) ==
          std::nullopt);
  const MajorIncident& major = *scene.ticket.major;
  // Of soc and helpdesk, mei of the one may read it; dana and nora may not.
  CHECK(post_of(major, MajorRole::Contain)->team == TeamName("soc"));
  for (const MajorRole role : {MajorRole::Communicate, MajorRole::Recover, MajorRole::Decide}) {
    const MajorPost* post = post_of(major, role);
    REQUIRE(post != nullptr);
    CHECK(post->person == accountable);
    CHECK(post->reason == "`malware` is confidential, and whoever had the part may not read it");
  }
  CHECK(post_of(major, MajorRole::Decide)->decides == "pay");
  CHECK(std::ranges::count_if(major.timeline, [](const MajorIncident::Entry& one) {
          return one.text.ends_with("`malware` is confidential, and whoever had the part may not read it");
        }) == 3);
  bool told = false;
  for (const Notice& notice :
       notices({.before = nullptr, .after = scene.ticket, .events = scene.latest, .policy = scene.policy()})) {
    CHECK((notice.to.person.empty() || may_read(CategoryName("malware"), notice.to.person, scene.policy())));
    told = told || (notice.to.person == accountable && notice.kind == NoticeKind::MajorPart);
  }
  CHECK(told);
}

TEST_CASE("work that the agreement makes confidential, of a team that it no longer has, is its readers'") {
  Scene scene(confidential_agreement(), a_ticket("workstation"), kMonday);
  policy::Spec spec = confidential_agreement()->spec();
  spec.governance.confidential.front().name = "workstation";
  std::ranges::find(spec.teams, "helpdesk", &policy::Team::name)->name = "service-desk";
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(may_read(CategoryName("workstation"), scene.owner().person, scene.policy()));
  CHECK(may_read(CategoryName("workstation"), scene.ticket.ownership.accountable, scene.policy()));
}

namespace {

// Whom a ticket waits for, by name, as its readers have it.
People waited_for(const Ticket& ticket, const policy::Policy& policy, base::Instant now) {
  const auto asking = asking_readers(ticket, policy, now, nullptr);
  const Ticket& seen = asking ? *asking : ticket;
  People people;
  if (seen.decision && !seen.decision->outcome && is_open(seen.state)) {
    const DecisionAsked& asked = seen.decision->asked;
    people = names(asked.heard);
    for (const Told& one : asked.consulted) people.push_back(one.person.text());
    people.push_back(asked.deadlock.text());
    people.push_back(decider_of(ticket).text());
  }
  for (const DoneAction& action : seen.actions) {
    if (action.is_open()) people.push_back(action.recorded.asked.text());
  }
  if (seen.major && seen.major->is_on()) {
    for (const MajorPost& post : seen.major->posts) people.push_back(post.person.text());
  }
  std::erase(people, "");
  return people;
}

OpenTicket random_work(RandomCommands& random, std::string_view category) {
  OpenTicket command = random.chance(2) ? random.planning() : random.opening();
  command.category = CategoryName(category);
  if (command.decision) command.decision->consult.clear();
  return command;
}

}  // namespace

TEST_CASE("whatever its kind, and whatever people do, confidential work waits for readers and nobody else") {
  const auto agreement = confidential_agreement();
  std::map<TicketKind, std::size_t> looked_at;
  std::size_t told = 0;
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    RandomCommands random(70'000 + seed);
    constexpr std::array<std::string_view, 4> kCategories{"malware", "inquiry", "workstation", "core-banking"};
    Scene scene(agreement, random_work(random, kCategories[seed % kCategories.size()]), random.instant());
    std::size_t read = 0;  // of the events
    for (int step = 0; step < 40; ++step) {
      CAPTURE(seed);
      CAPTURE(step);
      const CategoryName& category = scene.ticket.facts.category;
      const auto may = [&](const PersonName& one) { return may_read(category, one, *agreement); };
      if (is_confidential(category, *agreement)) {
        ++looked_at[scene.ticket.facts.kind];
        for (; read < scene.events.size(); ++read) {
          for (const std::string& one : told_by(scene.events[read])) {
            CAPTURE(name_of(scene.events[read].data));
            CAPTURE(one);
            REQUIRE(may(PersonName(one)));
            ++told;
          }
        }
        const Ownership& ownership = scene.ticket.ownership;
        REQUIRE((ownership.owner.person.empty() || may(ownership.owner.person)));
        REQUIRE(may(ownership.accountable));
        for (const std::string& one : waited_for(scene.ticket, *agreement, scene.now)) {
          CAPTURE(one);
          REQUIRE(may(PersonName(one)));
        }
        if (const auto asking = asking_readers(scene.ticket, *agreement, scene.now, nullptr);
            asking && asking->change) {
          for (const Consulted& one : asking->change->unanswered()) REQUIRE(is_reader(one, category, *agreement));
        }
      }
      read = scene.events.size();
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      if (actor.kind == ActorKind::Person && !may(actor.person)) continue;  // the wall before the desk
      scene.does(actor, random.chance(30)
                            ? Command(ChangeCategory{CategoryName(kCategories[static_cast<std::size_t>(step) % 2])})
                            : random.command(scene.ticket));
    }
    REQUIRE(*replay(kTicketId, scene.events) == scene.ticket);
  }
  for (const TicketKind kind : {TicketKind::Incident, TicketKind::Problem, TicketKind::Task, TicketKind::VendorCase,
                                TicketKind::Change, TicketKind::Decision}) {
    CAPTURE(to_text(kind));
    CHECK(looked_at[kind] > 500);
  }
  CHECK(told > 500);
}

}  // namespace tandem::desk
