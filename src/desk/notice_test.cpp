#include "desk/notice.h"

#include <doctest/doctest.h>

#include "desk/change_scene.h"
#include "desk/decision_scene.h"

using namespace tandem::desk;
namespace base = tandem::base;
namespace policy = tandem::policy;

namespace {

// Somebody does something, and `told` is who heard of it: "offered mei, answered ann@harbor.example".
class Hearing {
 public:
  explicit Hearing(const OpenTicket& opening) : scene(governed_agreement(), opening, kMonday) {
    tell(nullptr, scene.events);
  }
  explicit Hearing(std::string_view category = "workstation", std::string_view priority = "normal")
      : Hearing(a_ticket(category, priority)) {}
  std::string does(const Actor& actor, const Command& command) {
    const Ticket before = scene.ticket;
    REQUIRE(scene.does(actor, command) == std::nullopt);
    tell(&before, scene.latest);
    return told;
  }

  Scene scene;
  std::string told;

 private:
  void tell(const Ticket* before, std::span<const Event> events) {
    told.clear();
    for (const Notice& one :
         notices({.before = before, .after = scene.ticket, .events = events, .policy = scene.policy()})) {
      CHECK(one.version > scene.ticket.version - events.size());
      CHECK(one.version <= scene.ticket.version);
      CHECK(one.to.person.empty() != one.to.email.empty());
      told += fmt::format("{}{} {}", told.empty() ? "" : ", ", to_text(one.kind),
                          one.to.person.empty() ? one.to.email : one.to.person.text());
    }
  }
};

}  // namespace

TEST_CASE("who has a ticket hears so, unless they took it") {
  Hearing hearing;
  const std::string first = hearing.scene.owner().person.text();
  CHECK(hearing.told == "assigned " + first);
  CHECK(hearing.does(person("sam"), Take{}) == "");
  CHECK(hearing.does(person("sam"), Assign{PersonName("otto")}) == "assigned otto");
  CHECK(hearing.does(person("otto"), ChangePriority{PriorityName("high")}) == "");
}

TEST_CASE("an offer is told to whom it names or to the whole team, its answer to whoever made it") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "yours"}) == "offered mei, offered otto");
  CHECK(hearing.does(person("mei"), DeclineHandoff{1, "no"}) == "offer-answered sam");
  CHECK(hearing.does(person("sam"), OfferHandoff{TeamName("soc"), PersonName("otto"), "yours"}) == "offered otto");
  CHECK(hearing.does(person("otto"), AcceptHandoff{2}) == "offer-answered sam");
  hearing.does(person("otto"), OfferHandoff{TeamName("harbor-apps"), {}, "yours"});
  hearing.scene.now = hearing.scene.now + base::minutes(31);
  CHECK(hearing.does(system_actor(), PassTime{}) == "offer-expired mei, offer-expired nora, offer-expired otto");
}

TEST_CASE("an answer is told to who has it and to the requester, each only what they can read") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(requester("ann@harbor.example"), AddComment{Visibility::Requester, {}, "and now?"}) ==
        "answered sam");
  CHECK(hearing.does(person("sam"), AddComment{Visibility::Requester, {}, "look"}) == "answered ann@harbor.example");
  CHECK(hearing.does(person("dana"), AddComment{Visibility::Both, {}, "hm"}) == "answered sam");
  CHECK(hearing.does(person("dana"), AddComment{Visibility::Team, TeamName("harbor-it"), "hm"}) == "");
  CHECK(hearing.does(person("dana"), AddComment{Visibility::Requester, {}, "hm"}) ==
        "answered sam, answered ann@harbor.example");
  CHECK(hearing.does(person("sam"), Wait{WaitingOn::Requester}) == "waiting-for-you ann@harbor.example");
}

TEST_CASE("a mention is told once, and instead of a weaker reason") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("dana"), AddComment{Visibility::Both, {}, "@sam and @mei, and @sam"}) ==
        "mentioned sam, mentioned mei");
  CHECK(hearing.does(person("sam"), AddComment{Visibility::Both, {}, "@sam"}) == "");
}

TEST_CASE("watchers hear of what happens, not of tags, and not of notes that they cannot read") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), Watch{PersonName("nora")}) == "watch-added nora");
  CHECK(hearing.does(person("mei"), Watch{}) == "");
  CHECK(hearing.does(person("sam"), ChangeTags{{"printer"}, {}}) == "");
  CHECK(hearing.does(person("sam"), AddComment{Visibility::Team, TeamName("helpdesk"), "hm"}) == "");
  CHECK(hearing.does(person("sam"), ChangePriority{PriorityName("high")}) == "watched mei, watched nora");
  CHECK(hearing.does(person("mei"), AddComment{Visibility::Both, {}, "hm"}) == "answered sam, watched nora");
}

TEST_CASE("the end is told to who asked for it, and what they say of it to who had it") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), Resolve{"done"}) == "resolved ann@harbor.example");
  CHECK(hearing.does(requester("ann@harbor.example"), RateService{Verdict::Bad, "slow"}) == "rated sam, rated priya");
  CHECK(hearing.does(person("sam"), Close{}) == "");
  CHECK(hearing.does(requester("ann@harbor.example"), Reopen{"again"}).starts_with("reopened "));
}

TEST_CASE("who is asked to rule hears so, step by step, and who said not ours of the ruling") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), RaiseDispute{"not ours"}) == "ruling-asked dana, ruling-asked priya");
  hearing.scene.now = hearing.scene.now + base::hours(24);
  CHECK(hearing.does(system_actor(), PassTime{}).contains("ruling-asked nora"));
  CHECK(hearing.does(person("nora"), GiveRuling{TeamName("helpdesk"), "by the text"}) == "settled sam");
}

TEST_CASE("escalation tells whom its steps name") {
  Hearing hearing("workstation", "critical");
  hearing.scene.now = hearing.scene.now + base::minutes(31);
  CHECK(hearing.does(system_actor(), PassTime{}) == "escalated mei, escalated dana, escalated priya");
}

TEST_CASE("a major incident is told to whom it concerns, and a part to whoever has it") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), DeclareMajor{.scenario = {}, .reason = "all are out"}) ==
        "major-part priya, major dana, major nora, major mei, major luis, major otto");
  CHECK(hearing.does(
            person("priya"),
            GiveMajorRole{.role = MajorRole::Communicate, .person = PersonName("otto"), .decides = {}, .reason = {}}) ==
        "major-part otto");
  CHECK(hearing.does(person("priya"),
                     GiveMajorRole{
                         .role = MajorRole::Communicate, .person = PersonName("luis"), .decides = {}, .reason = "r"}) ==
        "major-part luis, moved-away otto");
  hearing.does(
      person("priya"),
      GiveMajorRole{.role = MajorRole::Communicate, .person = PersonName("otto"), .decides = {}, .reason = "r"});
  CHECK(hearing.does(person("otto"), NoteInTimeline{"power is back"}) == "");
  hearing.scene.now = hearing.scene.now + kUpdateEvery;
  CHECK(hearing.does(system_actor(), PassTime{}).contains("major otto"));
  // Who declared it is not in the list of who was told, and hears that it is over all the same.
  CHECK(hearing.does(person("priya"), StandDown{"all is well"}).contains("major sam"));
}

TEST_CASE("who asked for what is merged hears so") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  CHECK(hearing.does(person("sam"), MergeTicket{.into = kOtherIncident, .reason = "the same"}) ==
        "linked ann@harbor.example");
}

TEST_CASE("history that is imported is no news") {
  Hearing hearing;
  CHECK(hearing.does(import_actor("mei"), AddComment{Visibility::Requester, {}, "@dana"}) == "");
}

TEST_CASE("a person who asked for it themselves is told once") {
  Hearing hearing;
  tandem::policy::Spec spec = governed_agreement()->spec();
  spec.people[0].email = "Ann@Harbor.example";  // dana
  const auto agreement = tandem::policy::Policy::make(std::move(spec));
  hearing.does(person("sam"), Take{});
  hearing.does(person("sam"), Watch{PersonName("dana")});
  const Ticket before = hearing.scene.ticket;
  hearing.does(person("sam"), AddComment{Visibility::Requester, {}, "@dana look"});
  const auto told =
      notices({.before = &before, .after = hearing.scene.ticket, .events = hearing.scene.latest, .policy = *agreement});
  REQUIRE(told.size() == 1);
  CHECK(told.front().to.person.text() == "dana");
}

TEST_CASE("who is asked about a change hears so, and then what becomes of it") {
  Hearing hearing(a_change());
  CHECK(hearing.told == "assigned dana, answer-asked luis, answer-asked mei");  // sam planned it for helpdesk
  CHECK(hearing.does(person("mei"), AnswerChange{}) == "answered dana");
  hearing.does(person("luis"), AnswerChange{});
  CHECK(hearing.does(person("dana"), ApproveChange{}) == "decided sam, decided luis, decided mei, decided nora");
  hearing.scene.now = kTuesdayNight;
  CHECK(hearing.does(person("luis"), StartChange{}) == "");
  CHECK(hearing.does(person("luis"), RollBackChange{.reason = "it would not start"}) == "decided dana, decided nora");
}

TEST_CASE("who is asked for advice and who decides hear so, and everybody concerned who decides then") {
  Hearing hearing(a_decision_ticket(a_question("architecture")));
  CHECK(hearing.told == "answer-asked mei, answer-asked dana");
  CHECK(hearing.does(person("mei"), recommends(2)) == "");
  const Ticket before = hearing.scene.ticket;
  CHECK(hearing.does(person("luis"), recommends(1)) == "answer-asked nora, decided dana, decided mei");
  // She hears that she decides now, and not of what made it so.
  const auto told = notices({.before = &before,
                             .after = hearing.scene.ticket,
                             .events = hearing.scene.latest,
                             .policy = hearing.scene.policy()});
  REQUIRE(name_of(hearing.scene.latest.back().data) == "decision-passed-on");
  CHECK(told.front().version == hearing.scene.ticket.version);
  CHECK(hearing.does(person("nora"), takes(1)).contains("decided dana"));
}

TEST_CASE("where nobody of a dispute's path is left, the people of the new one are told") {
  Hearing hearing;
  hearing.does(person("sam"), Take{});
  hearing.does(person("sam"), RaiseDispute{"not ours"});
  policy::Spec spec = hearing.scene.policy().spec();
  for (policy::Person& one : spec.people) {
    if (one.name == "dana" || one.name == "priya" || one.name == "nora") one.name = "former-" + one.name;
  }
  spec.governance.disputes->path = {{{1}}};  // luis
  hearing.scene.comes_into_force(policy::Policy::make(std::move(spec)));
  CHECK(hearing.does(system_actor(), PassTime{}) == "ruling-asked luis");
}
