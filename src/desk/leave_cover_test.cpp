#include "desk/leave_cover.h"

#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/notice.h"
#include "desk/scene.h"

using namespace tandem::desk;
namespace base = tandem::base;
namespace policy = tandem::policy;

namespace {

constexpr LeaveId kLeave{base::IdBits{.high = 5, .low = 1}};

Uncovered nobody(std::string subject, std::string text = "nobody is there") {
  return {.kind = "nobody-there", .subject = std::move(subject), .text = std::move(text)};
}
OpenTicket a_cover(std::string_view goes, base::Instant begins) {
  OpenTicket command = a_ticket();
  command.kind = TicketKind::Task;
  command.subject = "Arrange cover";
  command.cover = NewCover{.leave = {.leave = kLeave,
                                     .person = PersonName(goes),
                                     .from = "2026-11-02",
                                     .to = "2026-11-06",
                                     .begins = begins},
                           .uncovered = {nobody("helpdesk")}};
  return command;
}
Scene goes(std::string_view who, base::Duration ahead = base::hours(24 * 28)) {
  return Scene(governed_agreement(), a_cover(who, kMonday + ahead), kMonday);
}
KeepCover keeps(std::vector<Uncovered> uncovered) {
  return {.uncovered = std::move(uncovered), .why = "the leave was removed"};
}
// A step of its checklist, and how that ends.
void step_begins(Scene& scene) {
  REQUIRE(scene.does(person("priya"), LinkTicket{LinkKind::HasPart, kOtherTask}) == std::nullopt);
}
void step_ends(Scene& scene) {
  const Event ended{
      .at = scene.now,
      .actor = person("sam"),
      .data = LinkedTicketMoved{
          .kind = LinkKind::HasPart, .other = kOtherTask, .number = 93, .move = LinkedMove::Resolved, .text = {}}};
  REQUIRE(evolve(scene.ticket, ended));
  scene.events.push_back(ended);
}
ArrangeCover arranges(std::string text, std::string_view by = {}) {
  return {.text = std::move(text), .by = PersonName(by)};
}

}  // namespace

TEST_CASE("whoever leads the team has the task and answers for it, and the ticket knows the leave") {
  const Scene scene = goes("sam");
  CHECK(scene.owner().team == TeamName("helpdesk"));
  CHECK(scene.owner().person == PersonName("priya"));
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
  REQUIRE(scene.ticket.ownership.reasons.size() == 1);
  CHECK(scene.ticket.ownership.reasons.front().text == "priya leads `helpdesk` and arranges cover for sam");
  CHECK(scene.ticket.ownership.reasons.front().line == 22);
  REQUIRE(scene.ticket.cover);
  CHECK(scene.ticket.cover->wanted.leave.leave == kLeave);
  CHECK(scene.ticket.cover->remind_at == kMonday + base::hours(24 * 21));
  const auto told =
      notices({.before = nullptr, .after = scene.ticket, .events = scene.events, .policy = scene.policy()});
  REQUIRE_FALSE(told.empty());
  CHECK(told.front().to.person == PersonName("priya"));
  CHECK(told.front().kind == NoticeKind::CoverWanted);
}

TEST_CASE("where the lead goes, who answers for the team's work is asked, and else a colleague") {
  // priya leads the helpdesk and answers for workstations; sam is the deputy there.
  CHECK(goes("priya").owner().person == PersonName("sam"));
  // mei leads the soc, without a deputy: otto is the one who is left.
  const Scene scene = goes("mei");
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.owner().team == TeamName("soc"));
  // Nobody is left of a team of vendors, and tess is of none: the agreement says who has it.
  CHECK(goes("tess").ticket.ownership.accountable == PersonName("priya"));
}

TEST_CASE("cover is a task that the desk opens, and nobody else") {
  const auto circumstances = [](const Actor& actor) {
    static const auto agreement = governed_agreement();
    return Circumstances{.policy = *agreement, .now = kMonday, .actor = actor, .workload = {}};
  };
  const auto by_a_person = open(a_cover("sam", kMonday), circumstances(person("priya")));
  REQUIRE(std::holds_alternative<Refusal>(by_a_person));
  CHECK(std::get<Refusal>(by_a_person).kind == RefusalKind::WrongKind);
  OpenTicket incident = a_cover("sam", kMonday);
  incident.kind = TicketKind::Incident;
  CHECK(std::holds_alternative<Refusal>(open(incident, circumstances(system_actor()))));
}

TEST_CASE("what was arranged ends it, said in either way, and the ones it is about are told") {
  Scene scene = goes("sam");
  CHECK(scene.does(person("luis"), arranges("dana is there")) == RefusalKind::NotTheOwner);
  CHECK(scene.does(person("priya"), arranges(" ")) == RefusalKind::EmptyText);
  CHECK(scene.does(person("priya"), arranges("they do it", "nobody")) == RefusalKind::UnknownPerson);
  CHECK(scene.does(person("priya"), arranges("they do it", "vic")) == RefusalKind::UnknownPerson);
  CHECK(scene.does(person("priya"), arranges("they do it", "sam")) == RefusalKind::PersonAway);
  const Ticket before = scene.ticket;
  REQUIRE(scene.does(person("priya"), arranges("otto is on call", "otto")) == std::nullopt);
  CHECK(scene.latest_names() == Names{"cover-arranged", "ticket-resolved"});
  REQUIRE(scene.ticket.cover->arranged);
  CHECK(scene.ticket.cover->arranged->by == PersonName("otto"));
  std::vector<std::string> told;
  for (const Notice& one :
       notices({.before = &before, .after = scene.ticket, .events = scene.latest, .policy = scene.policy()}))
    told.push_back(one.to.person.empty() ? one.to.email : one.to.person.text());
  CHECK(std::ranges::find(told, "sam") != told.end());
  CHECK(std::ranges::find(told, "otto") != told.end());
  // Again: open, and nothing arranged; the usual button says what was.
  REQUIRE(scene.does(person("priya"), Reopen{"otto is ill"}) == std::nullopt);
  CHECK_FALSE(scene.ticket.cover->arranged);
  CHECK(scene.does(person("priya"), Resolve{}) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("priya"), Resolve{"the client's desk takes calls"}) == std::nullopt);
  CHECK(scene.ticket.cover->arranged->text == "the client's desk takes calls");
}

TEST_CASE("who covers is there when the leave begins") {
  // priya is away from day 10 to 12.
  Scene scene = goes("otto", base::hours(24 * 11));
  CHECK(scene.does(person("priya"), arranges("they do it", "priya")) == RefusalKind::PersonAway);
  CHECK(scene.does(person("priya"), arranges("they do it", "mei")) == std::nullopt);
}

TEST_CASE("it closes by itself when nothing is uncovered any more, and opens again when something is") {
  Scene scene = goes("sam");
  CHECK(scene.does(person("priya"), keeps({})) == RefusalKind::NotAMember);
  CHECK(scene.does(system_actor(), keeps({nobody("helpdesk")})) == RefusalKind::NoChange);
  REQUIRE(scene.does(system_actor(), keeps({})) == std::nullopt);
  CHECK(scene.latest_names() == Names{"cover-wanted", "found-not-needed", "ticket-closed"});
  CHECK(scene.ticket.not_needed == "the leave was removed");
  CHECK(scene.does(system_actor(), keeps({})) == RefusalKind::NoChange);
  REQUIRE(scene.does(system_actor(), keeps({nobody("helpdesk")})) == std::nullopt);
  CHECK(scene.latest_names() == Names{"cover-wanted", "ticket-reopened", "owner-assigned"});
  CHECK(scene.owner().person == PersonName("priya"));
  CHECK(is_open(scene.ticket.state));
}

TEST_CASE("where a step is open it shows that nothing is uncovered, and closes when the step ends") {
  Scene scene = goes("sam");
  step_begins(scene);
  REQUIRE(scene.does(system_actor(), keeps({})) == std::nullopt);
  CHECK(scene.latest_names() == Names{"cover-wanted"});
  CHECK(scene.ticket.cover->wanted.uncovered.empty());
  CHECK(is_open(scene.ticket.state));
  CHECK(scene.does(system_actor(), keeps({})) == RefusalKind::NoChange);
  // Nobody is reminded of what is not wanted.
  scene.now = kMonday + base::hours(24 * 22);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK_FALSE(scene.due());
  step_ends(scene);
  REQUIRE(scene.due());
  CHECK(*scene.due() <= scene.now);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"found-not-needed", "ticket-closed"});
  CHECK(scene.ticket.not_needed == "the leave was removed");
  CHECK(*replay(kTicketId, scene.events) == scene.ticket);
}

TEST_CASE("what is uncovered again before it could be closed stays to be arranged") {
  Scene scene = goes("sam");
  step_begins(scene);
  REQUIRE(scene.does(system_actor(), keeps({})) == std::nullopt);
  REQUIRE(scene.does(system_actor(), keeps({nobody("helpdesk")})) == std::nullopt);
  step_ends(scene);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.due() == scene.ticket.cover->remind_at);
  CHECK(is_open(scene.ticket.state));
}

TEST_CASE("no task is declared a major incident, and one that was kept as one closes when it is reviewed") {
  Scene scene = goes("sam");
  CHECK(scene.does(person("priya"), DeclareMajor{.scenario = {}, .reason = "nobody at all"}) == RefusalKind::WrongKind);
  const Event declared{.at = scene.now,
                       .actor = person("priya"),
                       .data = MajorDeclared{.scenario = {},
                                             .reason = "nobody at all",
                                             .told = {},
                                             .posts = {},
                                             .update_due = scene.now + base::hours(48)}};
  REQUIRE(evolve(scene.ticket, declared));
  REQUIRE(scene.does(system_actor(), keeps({})) == std::nullopt);
  CHECK(scene.latest_names() == Names{"cover-wanted"});
  CHECK(scene.does(person("priya"), CloseNotNeeded{"they stay"}) == RefusalKind::MajorOpen);
  REQUIRE(scene.does(person("priya"), StandDown{"they stay"}) == std::nullopt);
  CHECK(scene.does(person("priya"), CloseNotNeeded{"they stay"}) == RefusalKind::NotReviewed);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  REQUIRE(scene.does(person("priya"), ReviewMajor{"ask earlier"}) == std::nullopt);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"found-not-needed", "ticket-closed"});
}

TEST_CASE("whoever opens it again although nothing is uncovered has it open") {
  Scene scene = goes("sam");
  REQUIRE(scene.does(system_actor(), keeps({})) == std::nullopt);
  REQUIRE(scene.does(person("priya"), Reopen{"who knows"}) == std::nullopt);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.does(system_actor(), keeps({})) == RefusalKind::NoChange);
  CHECK(is_open(scene.ticket.state));
}

TEST_CASE("the lead of the team that misses them is asked, of several the first of the agreement") {
  // otto is of the helpdesk, which priya leads, and of the soc, which mei leads.
  const auto asked = [](std::vector<Uncovered> uncovered) {
    OpenTicket command = a_cover("otto", kMonday + base::hours(24 * 28));
    command.cover->uncovered = std::move(uncovered);
    const Scene scene(governed_agreement(), command, kMonday);
    return scene.owner().person.text();
  };
  CHECK(asked({nobody("soc")}) == "mei");
  CHECK(asked({nobody("helpdesk")}) == "priya");
  CHECK(asked({nobody("soc"), nobody("helpdesk")}) == "priya");
  // By what a team is responsible for as well; and where it is none of theirs, by the agreement's order.
  CHECK(asked({{.kind = "nobody-answers", .subject = "malware.handling", .text = "nobody answers for it"}}) == "mei");
  CHECK(asked({nobody("harbor-it")}) == "priya");
}

TEST_CASE("who answers for it is named anew when they go, also while a colleague has it") {
  Scene scene = goes("sam");
  REQUIRE(scene.does(person("otto"), Take{}) == std::nullopt);
  REQUIRE(scene.ticket.ownership.accountable == PersonName("priya"));
  scene.now = kMonday + base::hours(24 * 10 + 1);  // priya and sam are away
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.accountable == PersonName("otto"));
  CHECK(scene.ticket.ownership.reasons.front().text == "otto has it and keeps it: cover is nobody else's by the hour");
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.now = kMonday + base::hours(24 * 14);  // priya is back
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
}

TEST_CASE("what was arranged holds for what it was arranged for, and no more") {
  Scene scene = goes("sam");
  REQUIRE(scene.does(person("priya"), arranges("otto is on call")) == std::nullopt);
  CHECK(scene.does(system_actor(), keeps({nobody("helpdesk", "other words")})) == RefusalKind::NoChange);
  CHECK(scene.does(system_actor(), keeps({})) == RefusalKind::NoChange);
  REQUIRE(scene.does(system_actor(), keeps({nobody("helpdesk"), nobody("soc")})) == std::nullopt);
  CHECK(is_open(scene.ticket.state));
  CHECK_FALSE(scene.ticket.cover->arranged);
  CHECK(scene.ticket.cover->wanted.uncovered.size() == 2);
}

TEST_CASE("it is reminded of once, a week before, and not where the leave is near already") {
  Scene scene = goes("sam");
  REQUIRE(scene.due());
  scene.now = kMonday + base::hours(24 * 21);
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  const auto reminded = std::ranges::find_if(
      scene.latest, [](const Event& one) { return std::holds_alternative<CoverReminded>(one.data); });
  REQUIRE(reminded != scene.latest.end());
  const auto& told = std::get<CoverReminded>(reminded->data).told;
  REQUIRE(told.size() == 1);
  CHECK(told.front().person == PersonName("priya"));
  CHECK_FALSE(scene.ticket.cover->remind_at);
  CHECK_FALSE(goes("sam", base::hours(24 * 7)).ticket.cover->remind_at);
  CHECK_FALSE(goes("sam", base::hours(-24)).ticket.cover->remind_at);
}

TEST_CASE("a log that reminds of a task wanted again in the last week is read as it was written") {
  Scene scene = goes("sam");
  REQUIRE(scene.does(person("priya"), arranges("otto is on call")) == std::nullopt);
  scene.now = kMonday + base::hours(24 * 25);
  REQUIRE(scene.does(system_actor(), keeps({nobody("helpdesk"), nobody("soc")})) == std::nullopt);
  REQUIRE(scene.latest_names() == Names{"cover-wanted", "ticket-reopened", "owner-assigned"});
  scene.events.push_back({.at = scene.now, .actor = system_actor(), .data = CoverReminded{.told = {}}});
  const auto read = replay(kTicketId, scene.events);
  REQUIRE(read);
  CHECK_FALSE(read->cover->remind_at);
  CHECK(is_open(read->state));
}

TEST_CASE("it is no incident: what is promised for its priority is not about it") {
  Scene scene = goes("sam");
  scene.now = kMonday + base::hours(24);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  CHECK(scene.due() == kMonday + base::hours(24 * 21));
}

TEST_CASE("when whoever is to arrange it goes as well, somebody else is asked") {
  Scene scene = goes("otto");
  REQUIRE(scene.owner().person == PersonName("priya"));
  scene.now = kMonday + base::hours(24 * 10 + 1);  // priya and sam are away
  REQUIRE(scene.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("mei"));
  CHECK(scene.ticket.ownership.accountable == PersonName("mei"));
}

TEST_CASE("who takes it for them does not answer for it") {
  Scene scene = goes("sam");
  REQUIRE(scene.does(person("otto"), Take{}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
  // Whatever it is about, it stays with them.
  REQUIRE(scene.does(person("otto"), ChangeCategory{CategoryName("core-banking")}) == std::nullopt);
  CHECK(scene.owner().person == PersonName("otto"));
  CHECK(scene.ticket.ownership.accountable == PersonName("priya"));
}

TEST_CASE("nothing else is arranged so") {
  Scene scene("workstation");
  CHECK(scene.does(person("sam"), arranges("otto is on call")) == RefusalKind::WrongKind);
  CHECK(scene.does(system_actor(), keeps({})) == RefusalKind::WrongKind);
}
