// Work that both teams drop everything for.
#include <doctest/doctest.h>

#include "desk/board.h"
#include "desk/notice.h"

namespace tandem::desk {
namespace {

std::vector<std::string> names(const std::vector<Told>& told) {
  std::vector<std::string> all;
  for (const Told& one : told) all.push_back(one.person.text());
  return all;
}
using Who = std::vector<std::string>;

class Emergency : public Board {
 public:
  Emergency() : id(opens("workstation")) {
    REQUIRE(does(person("nora"), id, DeclareMajor{.scenario = "malware", .reason = "half the screens"}) ==
            std::nullopt);
  }
  [[nodiscard]] const MajorIncident& major() const { return *at(id).major; }
  [[nodiscard]] const MajorPost& post(MajorRole role) const {
    return *std::ranges::find(major().posts, role, &MajorPost::role);
  }
  template <class Data>
  [[nodiscard]] const Data& last() const {
    return std::get<Data>(events.at(id).back().data);
  }

  TicketId id;
};

TEST_CASE(
    "whoever declares it, everybody in the teams hears of it at once, first whom the agreement names, then leads") {
  Emergency board;
  CHECK(names(board.major().declared.told) == Who{"nora", "dana", "luis", "priya", "mei", "sam", "otto"});
  CHECK(board.post(MajorRole::Lead).person == PersonName("priya"));
  CHECK(board.post(MajorRole::Contain).team == TeamName("soc"));
  CHECK(board.post(MajorRole::Communicate).person == PersonName("dana"));
  CHECK(board.post(MajorRole::Recover).team == TeamName("helpdesk"));
  CHECK(board.post(MajorRole::Decide).decides == "pay");
  CHECK(board.post(MajorRole::Decide).line == 100);
  CHECK(board.major().updates[0].due == kMonday + kUpdateEvery);
  CHECK(board.does(person("sam"), board.id, DeclareMajor{.scenario = {}, .reason = "again"}) ==
        RefusalKind::AlreadyMajor);
}

TEST_CASE("it is declared by people of the parties, by a scenario that is there") {
  Board board;
  const TicketId id = board.opens();
  CHECK(board.does(person("vic"), id, DeclareMajor{.scenario = {}, .reason = "r"}) == RefusalKind::NotAMember);
  CHECK(board.does(requester("ann@harbor.example"), id, DeclareMajor{.scenario = {}, .reason = "r"}) ==
        RefusalKind::NotAMember);
  CHECK(board.does(person("sam"), id, DeclareMajor{.scenario = "flood", .reason = "r"}) ==
        RefusalKind::UnknownScenario);
  CHECK(board.does(person("sam"), id, NoteInTimeline{"t"}) == RefusalKind::NotMajor);
  REQUIRE(board.does(person("sam"), id, DeclareMajor{.scenario = {}, .reason = "r"}) == std::nullopt);
  CHECK(board.at(id).major->posts.size() == 1);
}

TEST_CASE("the agreement declares the most urgent work of a category that has a scenario, once") {
  Board board;
  const TicketId calm = board.opens("malware", "high");
  const TicketId id = board.opens("malware", "critical");
  CHECK(board.due(id) == kMonday);
  REQUIRE(board.does(system_actor(), id, PassTime{}) == std::nullopt);
  REQUIRE(board.at(id).major);
  CHECK(board.at(id).major->declared.scenario == "malware");
  CHECK(board.does(system_actor(), id, PassTime{}) == RefusalKind::NothingDue);
  CHECK(board.does(system_actor(), calm, PassTime{}) == RefusalKind::NothingDue);
  REQUIRE(board.does(person("mei"), calm, ChangePriority{PriorityName("critical")}) == std::nullopt);
  REQUIRE(board.does(system_actor(), calm, PassTime{}) == std::nullopt);
  CHECK(board.at(calm).major.has_value());
}

TEST_CASE("the latest update to requesters is kept, and begins anew with the next declaration") {
  Emergency board;
  const auto sends = [&](UpdateAudience to, std::string text) {
    REQUIRE(board.does(person("dana"), board.id, SendMajorUpdate{to, std::move(text)}) == std::nullopt);
  };
  sends(UpdateAudience::Leadership, "between us");
  CHECK_FALSE(board.major().told_requesters);
  sends(UpdateAudience::Requesters, "half is back");
  board.now = board.now + base::minutes(5);
  sends(UpdateAudience::Requesters, "all is back");
  REQUIRE(board.major().told_requesters);
  CHECK(board.major().told_requesters->text == "all is back");
  CHECK(board.major().told_requesters->at == board.now);
  REQUIRE(board.does(person("priya"), board.id, StandDown{"over"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.id, DeclareMajor{.scenario = {}, .reason = "again"}) == std::nullopt);
  CHECK_FALSE(board.major().told_requesters);
}

TEST_CASE("a late update is told to who communicates, and then to who leads") {
  Emergency board;
  REQUIRE(board.does(person("dana"), board.id, SendMajorUpdate{UpdateAudience::Leadership, "we know more"}) ==
          std::nullopt);
  board.now = kMonday + kUpdateEvery;
  REQUIRE(board.does(system_actor(), board.id, PassTime{}) == std::nullopt);
  board.now = kMonday + kUpdateEvery - base::minutes(1) + kUpdateGrace;
  CHECK(board.does(person("sam"), board.id, SendMajorUpdate{UpdateAudience::Requesters, " "}) ==
        RefusalKind::EmptyText);
  std::vector<MajorUpdateOverdue> late;
  const auto gather = [&] {
    late.clear();
    for (const Event& event : board.events.at(board.id)) {
      if (const auto* one = std::get_if<MajorUpdateOverdue>(&event.data)) late.push_back(*one);
    }
  };
  gather();
  REQUIRE(late.size() == 2);  // to both audiences at the same time
  CHECK(names(late.front().told) == Who{"dana"});
  board.now = kMonday + kUpdateEvery + kUpdateGrace;
  REQUIRE(board.does(system_actor(), board.id, PassTime{}) == std::nullopt);
  gather();
  REQUIRE(late.size() == 4);
  CHECK(late.back().step == 2);
  CHECK(names(late.back().told) == Who{"priya"});
  CHECK(board.major().updates[0].due == board.now + kUpdateEvery);
  board.now = board.now + kUpdateEvery;
  REQUIRE(board.does(system_actor(), board.id, PassTime{}) == std::nullopt);
  gather();
  CHECK(late.back().step == 3);
  CHECK(names(late.back().told).front() == board.at(board.id).ownership.accountable.text());
  CHECK(board.due(board.id) == board.now + kUpdateEvery);  // nobody is left in silence
  REQUIRE(board.does(person("dana"), board.id, SendMajorUpdate{UpdateAudience::Requesters, "half is back"}) ==
          std::nullopt);
  CHECK(board.major().updates[0].due == board.now + kUpdateEvery);
  CHECK(board.major().updates[0].step == 0);
}

// The emergency agreement, whose scenario says how often those concerned are told.
std::shared_ptr<const policy::Policy> with_updates(base::Duration every) {
  policy::Spec spec = emergency_agreement()->spec();
  for (policy::Scenario& scenario : spec.governance.scenarios) scenario.updates = every;
  return policy::Policy::make(std::move(spec));
}

TEST_CASE("updates are owed as often as the scenario said when it was declared, and every hour without one") {
  for (const base::Duration every : {base::minutes(5), base::minutes(30), base::hours(4)}) {
    CAPTURE(every.count());
    Board board(with_updates(every));
    const TicketId named = board.opens("workstation");
    REQUIRE(board.does(person("nora"), named, DeclareMajor{.scenario = "malware", .reason = "half the screens"}) ==
            std::nullopt);
    const TicketId without = board.opens("workstation");
    REQUIRE(board.does(person("nora"), without, DeclareMajor{.scenario = {}, .reason = "the other half"}) ==
            std::nullopt);
    CHECK(update_interval(board.at(named).major->declared) == every);
    CHECK(board.at(named).major->updates[1].due == kMonday + every);
    CHECK(board.at(without).major->updates[0].due == kMonday + kUpdateEvery);

    board.now = kMonday + every;
    REQUIRE(board.does(system_actor(), named, PassTime{}) == std::nullopt);
    const base::Instant lead_told = board.now + std::min(every, kUpdateGrace);
    CHECK(board.at(named).major->updates[0].due == lead_told);
    board.now = lead_told;
    REQUIRE(board.does(system_actor(), named, PassTime{}) == std::nullopt);
    CHECK(board.at(named).major->updates[0].due == lead_told + every);
    REQUIRE(board.does(person("dana"), named, SendMajorUpdate{UpdateAudience::Requesters, "half is back"}) ==
            std::nullopt);
    CHECK(board.at(named).major->updates[0].due == board.now + every);
    CHECK(*replay(named, board.events.at(named)) == board.at(named));
  }
}

TEST_CASE("affected tickets are told together, and resolved together; tasks that follow from it are neither") {
  Emergency board;
  const TicketId part = board.opens();
  const TicketId apart = board.opens();
  REQUIRE(board.does(person("sam"), part, LinkTicket{LinkKind::PartOf, board.id}) == std::nullopt);
  OpenTicket task = a_ticket("workstation", "high");
  task.kind = TicketKind::Task;
  task.links = {{.kind = LinkKind::PartOf, .other = board.id}};
  const TicketId action = board.opens(person("sam"), task);
  REQUIRE(board.does(person("dana"), board.id, SendMajorUpdate{UpdateAudience::Requesters, "half is back"}) ==
          std::nullopt);
  CHECK(board.at(part).comments.back().text == "half is back");
  CHECK(board.at(part).comments.back().visibility == Visibility::Requester);
  CHECK(board.at(board.id).comments.back().text == "half is back");
  CHECK(board.at(action).comments.empty());
  REQUIRE(board.does(person("dana"), board.id, SendMajorUpdate{UpdateAudience::Leadership, "costs"}) == std::nullopt);
  CHECK(board.at(part).comments.size() == 1);

  CHECK(board.does(person("sam"), board.id, Resolve{"clean"}) == RefusalKind::MajorOpen);
  REQUIRE(board.does(person("priya"), board.id, StandDown{"all clean"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.id, Resolve{"clean"}) == std::nullopt);
  CHECK(board.at(part).state == State::Resolved);
  CHECK(board.at(action).state == State::New);
  CHECK(board.at(apart).state == State::New);
}

TEST_CASE("a part that somebody of another team is on is theirs to resolve, and they are told") {
  Emergency board;
  const TicketId theirs = board.opens("core-banking");
  const TicketId untouched = board.opens("core-banking");
  REQUIRE(board.at(theirs).ownership.owner.team == TeamName("harbor-it"));
  for (const TicketId part : {theirs, untouched})
    REQUIRE(board.does(person("sam"), part, LinkTicket{LinkKind::PartOf, board.id}) == std::nullopt);
  REQUIRE(board.does(person("luis"), theirs, Take{}) == std::nullopt);
  REQUIRE(board.does(person("priya"), board.id, StandDown{"all clean"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.id, Resolve{"clean"}) == std::nullopt);
  CHECK(board.at(theirs).state == State::Active);
  CHECK(board.latest(theirs) == Names{"linked-ticket-moved"});
  CHECK(board.at(untouched).state == State::Resolved);
}

TEST_CASE("work is made part of a major incident by who has the one or the other") {
  Emergency board;
  const TicketId part = board.opens();  // of the helpdesk, as the incident is
  CHECK(board.does(person("mei"), part, LinkTicket{LinkKind::PartOf, board.id}) == RefusalKind::NotTheOwner);
  CHECK(board.said.contains("has the major incident"));
  CHECK(board.does(person("dana"), board.id, LinkTicket{LinkKind::HasPart, part}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("otto"), board.id, LinkTicket{LinkKind::HasPart, part}) == std::nullopt);
}

TEST_CASE("it is closed only when it was stood down and reviewed") {
  Emergency board;
  CHECK(board.does(system_actor(), board.id, Close{}) == RefusalKind::MajorOpen);
  CHECK(board.does(person("mei"), board.id, StandDown{"over"}) == RefusalKind::NotADecider);
  CHECK(board.does(person("nora"), board.id, ReviewMajor{"r"}) == RefusalKind::MajorOpen);
  REQUIRE(board.does(person("nora"), board.id, StandDown{"over"}) == std::nullopt);
  CHECK_FALSE(board.major().updates[0].due.has_value());
  CHECK(board.does(person("sam"), board.id, SendMajorUpdate{UpdateAudience::Requesters, "u"}) == RefusalKind::NotMajor);
  REQUIRE(board.does(person("sam"), board.id, Resolve{"clean"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.id, Close{}) == RefusalKind::NotReviewed);
  REQUIRE(board.does(person("nora"), board.id, NoteInTimeline{"remembered"}) == std::nullopt);
  REQUIRE(board.does(person("nora"), board.id, ReviewMajor{"a second line"}) == std::nullopt);
  CHECK(board.does(person("nora"), board.id, NoteInTimeline{"too late"}) == RefusalKind::NotMajor);
  REQUIRE(board.does(person("sam"), board.id, Close{}) == std::nullopt);
  CHECK(board.major().review == "a second line");
}

TEST_CASE("roles go to people who are there, and the timeline keeps who wrote what when") {
  Emergency board;
  const auto give = [](std::string_view who, MajorRole role = MajorRole::Communicate, std::string_view what = {}) {
    return GiveMajorRole{.role = role, .person = PersonName(who), .decides = std::string(what), .reason = "r"};
  };
  REQUIRE(board.does(person("luis"), board.id, give("luis")) == std::nullopt);
  CHECK(board.post(MajorRole::Communicate).person == PersonName("luis"));
  CHECK(board.post(MajorRole::Communicate).reason == "r");
  CHECK(board.does(person("luis"), board.id, give("vic")) == RefusalKind::UnknownPerson);
  CHECK(board.does(person("luis"), board.id, give("mei", MajorRole::Decide)) == RefusalKind::EmptyText);
  CHECK(board.does(person("luis"), board.id, give("mei", MajorRole::Decide, "isolate")) == RefusalKind::NotADecider);
  CHECK(board.does(person("luis"), board.id, give("luis", MajorRole::Lead)) == RefusalKind::NotADecider);
  CHECK(board.does(person("luis"), board.id, give("luis", MajorRole::Decide, "pay")) == RefusalKind::NotADecider);
  REQUIRE(board.does(person("priya"), board.id, give("mei", MajorRole::Decide, "isolate")) == std::nullopt);
  REQUIRE(board.at(board.id).ownership.accountable == PersonName("priya"));
  CHECK(board.does(person("priya"), board.id, give("priya", MajorRole::Decide, "pay")) == RefusalKind::NotADecider);
  CHECK(std::ranges::count(board.major().posts, MajorRole::Decide, &MajorPost::role) == 2);
  board.now = kMonday + base::hours(24 * 8);  // sam is on leave
  CHECK(board.does(person("luis"), board.id, give("sam")) == RefusalKind::PersonAway);
  REQUIRE(board.does(person("luis"), board.id, NoteInTimeline{"power is back"}) == std::nullopt);
  CHECK(board.major().timeline.back().by.person == PersonName("luis"));
  CHECK(board.major().timeline.back().at == board.now);
  CHECK(board.major().timeline.front().text == "half the screens");
}

TEST_CASE("a part changes hands with a reason, which the timeline keeps, and whoever had it is told") {
  Emergency board;
  const auto gives = [&](std::string_view by, MajorRole role, std::string_view to, std::string_view reason) {
    return board.does(
        person(by), board.id,
        GiveMajorRole{.role = role, .person = PersonName(to), .decides = {}, .reason = std::string(reason)});
  };
  const auto told = [&] {
    std::vector<std::pair<std::string, NoticeKind>> all;
    const Events& events = board.events.at(board.id);
    const Ticket before = *replay(board.id, std::span(events).first(events.size() - 1));
    for (const Notice& one : notices({.before = &before,
                                      .after = board.at(board.id),
                                      .events = std::span(events).last(1),
                                      .policy = board.policy()}))
      all.emplace_back(one.to.person.text(), one.kind);
    return all;
  };
  using Told = std::vector<std::pair<std::string, NoticeKind>>;
  CHECK(gives("priya", MajorRole::Lead, "dana", "") == RefusalKind::EmptyText);
  REQUIRE(gives("priya", MajorRole::Lead, "dana", "I am off at six") == std::nullopt);
  CHECK(told() == Told{{"dana", NoticeKind::MajorPart}});  // nobody is told of their own deed
  CHECK(board.major().timeline.back().text == "`dana` has the part `lead`, in the place of `priya`: I am off at six");
  // Whoever answers for the work takes it back: not in silence.
  REQUIRE(board.at(board.id).ownership.accountable == PersonName("priya"));
  CHECK(gives("priya", MajorRole::Lead, "priya", " ") == RefusalKind::EmptyText);
  REQUIRE(gives("priya", MajorRole::Lead, "priya", "I stay") == std::nullopt);
  CHECK(told() == Told{{"dana", NoticeKind::MovedAway}});
  CHECK(gives("luis", MajorRole::Contain, "otto", "") == RefusalKind::EmptyText);
  REQUIRE(gives("luis", MajorRole::Contain, "luis", "nobody of the soc is here") == std::nullopt);
  CHECK(told() == Told{{"mei", NoticeKind::MovedAway}, {"otto", NoticeKind::MovedAway}});
  CHECK(board.last<MajorRoleGiven>().from_team == TeamName("soc"));
  CHECK(*replay(board.id, board.events.at(board.id)) == board.at(board.id));
}

TEST_CASE("who communicates, leads or has it tells how it stands, and nobody else") {
  Emergency board;
  const SendMajorUpdate news{UpdateAudience::Requesters, "half is back"};
  CHECK(board.does(person("mei"), board.id, news) == RefusalKind::NotADecider);
  CHECK(board.does(person("luis"), board.id, news) == RefusalKind::NotADecider);
  for (const std::string_view who : {"dana", "priya", "sam"})
    CHECK(board.does(person(who), board.id, news) == std::nullopt);
}

TEST_CASE("a major incident is merged into nothing, and others are merged into it") {
  Emergency board;
  const TicketId other = board.opens();
  CHECK(board.does(person("sam"), board.id, MergeTicket{.into = other, .reason = {}}) == RefusalKind::CannotLink);
  CHECK(board.does(person("sam"), other, MergeTicket{.into = board.id, .reason = {}}) == std::nullopt);
}

}  // namespace
}  // namespace tandem::desk
