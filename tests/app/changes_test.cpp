// Changes between the two parties: what one plans stands in the other's way, both see it, and end users do not.
#include "app/changes.h"

#include "app/timekeeper.h"
#include "test_world.h"

namespace tandem::app {
namespace {

// The world's agreement with an activity whose changes both sides have a say in, and a freeze.
std::string governed_text() {
  std::string text(kSmallAgreement);
  const std::string routine = "routine:      {responsible: desk,      accountable: sam,  deputy: otto}";
  text.replace(text.find(routine), routine.size(),
               "routine:      {responsible: desk, accountable: sam, deputy: otto, consulted: [harbor-it], "
               "informed: [dana], may: [restart-switch], limits: {risk: low}}");
  text += "  restart-node:    {size: small, by: closest}\n";  // the last of its decisions
  text += "freezes: [{name: audit week, from: 2026-11-09, to: 2026-11-13, except: [restart-node]}]\n";
  return text;
}

class ChangeWorld : public TestWorld {
 public:
  ChangeWorld() {
    const auto adopted =
        engagements.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", governed_text()}}}, clock.now());
    REQUIRE_MESSAGE(adopted.has_value(), (adopted ? std::string() : adopted.error().message));
  }

  Outcome<TicketView> plan(
      const Caller& who, const std::string& from, const std::string& to,
      const std::function<void(desk::ChangePlan&)>& alter = [](desk::ChangePlan&) {}) {
    desk::OpenTicket command;
    command.subject = "firmware";
    command.kind = desk::TicketKind::Change;
    desk::ChangePlan plan;
    plan.activity = desk::ActivityName("help-desk.routine");
    plan.from = *base::parse_rfc3339(from);
    plan.to = *base::parse_rfc3339(to);
    plan.assets = {"core-switch"};
    plan.plan = "install";
    plan.roll_back = "remove";
    alter(plan);
    command.change = std::move(plan);
    return tickets.open(who, name, std::move(command), {});
  }
  Outcome<ChangeSchedule> schedule(const Caller& who, std::string_view from, std::string_view to) {
    return read_changes(who, store, engagements, name, *calendar::parse_date(from), *calendar::parse_date(to),
                        clock.now());
  }
};

constexpr const char* kFrom = "2026-10-07T22:00:00Z";
constexpr const char* kTo = "2026-10-08T00:00:00Z";

TEST_CASE("who was approved first has the time, decided inside one transaction") {
  ChangeWorld world;
  const auto first = world.plan(world.member("sam"), kFrom, kTo);
  const auto second = world.plan(world.member("otto"), kFrom, kTo);
  REQUIRE(first);
  REQUIRE(second);
  REQUIRE(second->change_findings.size() == 1);  // told, and not in the way yet
  CHECK_FALSE(second->change_findings.front().blocks);
  CHECK(second->change_findings.front().number == first->ticket.facts.number);
  CHECK(first->allowed.change.withdraw);
  CHECK_FALSE(first->allowed.change.approve);
  for (const auto* one : {&*first, &*second}) REQUIRE(world.command(world.member("dana"), *one, desk::AnswerChange{}));
  const auto approved = world.command(world.member("sam"), *first, desk::ApproveChange{});
  REQUIRE(approved);
  CHECK(approved->ticket.change->approval->approved.ground == desk::ApprovalGround::Accountable);
  const auto refused = world.command(world.member("sam"), *second, desk::ApproveChange{});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == desk::RefusalKind::ChangeClash);
  const auto seen = world.tickets.get(world.member("sam"), world.name, second->ticket.id.text());
  REQUIRE(seen);
  CHECK(seen->change_findings.front().blocks);
  CHECK_FALSE(seen->allowed.change.approve);
  CHECK(seen->allowed.change.reschedule);
}

TEST_CASE("a clash that was known at an approval says nothing of the other change once that is confidential") {
  ChangeWorld world;
  const auto first = world.plan(world.member("sam"), kFrom, kTo);
  const auto second = world.plan(world.member("otto"), kFrom, kTo);
  REQUIRE(first);
  REQUIRE(second);
  REQUIRE(world.command(world.member("dana"), *first, desk::AnswerChange{}));
  const auto approved = world.command(world.member("sam"), *first, desk::ApproveChange{});
  REQUIRE(approved);
  REQUIRE(approved->ticket.change->approval->approved.findings.size() == 1);
  const std::string text = governed_text() + "confidential: {inquiry: {read: [dana, luis]}}\n";
  REQUIRE(world.engagements.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, world.clock.now()));
  REQUIRE(world.command(world.member("dana"), *second, desk::ChangeCategory{desk::CategoryName("inquiry")}));
  world.clock.set(*base::parse_rfc3339(kFrom));
  REQUIRE(world.command(world.member("sam"), *first, desk::StartChange{}));

  const auto told = [&](const char* who) {
    const auto seen = world.tickets.get(world.member(who), world.name, first->ticket.id.text());
    REQUIRE(seen);
    REQUIRE(seen->change_findings.size() == 1);
    std::string all = fmt::format("{} {}", seen->change_findings.front().number, seen->change_findings.front().text);
    const auto lines = world.tickets.history(world.member(who), world.name, first->ticket.id.text());
    REQUIRE(lines);
    for (const HistoryLine& line : *lines) all += "\n" + line.text;
    return all;
  };
  CHECK(told("dana").contains("HCU-2 (firmware"));
  const std::string to_sam = told("sam");
  CHECK(to_sam.starts_with("0 what it touches was touched by confidential work at the same time"));
  CHECK_FALSE(to_sam.contains("HCU-2"));
  CHECK(to_sam.contains("although what it touches was touched by confidential work"));
}

TEST_CASE("both parties and the auditor see the schedule, end users and strangers do not") {
  ChangeWorld world;
  const auto first = world.plan(world.member("sam"), kFrom, kTo);
  const auto second = world.plan(world.member("otto"), "2026-10-07T23:00:00Z", "2026-10-08T01:00:00Z");
  REQUIRE(first);
  REQUIRE(second);
  for (const Caller& who : {world.member("sam"), world.member("dana"), world.auditor()}) {
    const auto week = world.schedule(who, "2026-10-05", "2026-10-11");
    REQUIRE(week);
    CHECK(week->changes.size() == 2);
    REQUIRE(week->clashes.size() == 1);
    CHECK(week->clashes.front().first == first->ticket.id);
    CHECK(week->clashes.front().second == second->ticket.id);
    CHECK(week->clashes.front().both_touch == "`core-switch`");
    CHECK(week->freezes.empty());
  }
  const auto november = world.schedule(world.member("dana"), "2026-11-02", "2026-11-09");
  REQUIRE(november);
  CHECK(november->changes.empty());
  REQUIRE(november->freezes.size() == 1);
  CHECK(november->freezes.front().name == "audit week");
  CHECK(november->freezes.front().except == std::vector{desk::DecisionKindName("restart-node")});
  CHECK(world.schedule(world.requester("ann"), "2026-10-05", "2026-10-11").error().kind == FailureKind::Forbidden);
  CHECK(world.schedule(world.stranger(), "2026-10-05", "2026-10-11").error().kind == FailureKind::NotFound);
  CHECK(world.schedule(world.member("dana"), "2026-10-06", "2026-10-05").error().kind == FailureKind::Invalid);
  CHECK(world.schedule(world.member("dana"), "2026-10-06", "2027-10-05").error().kind == FailureKind::Invalid);
}

TEST_CASE("an end user plans nothing, and sees nothing of a change on a ticket of theirs") {
  ChangeWorld world;
  const auto refused = world.plan(world.requester("ann"), kFrom, kTo);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == desk::RefusalKind::NotAMember);
  const Caller ann = world.requester("ann");
  desk::OpenTicket command;
  command.subject = "firmware";
  command.kind = desk::TicketKind::Change;
  command.requester = {.name = "Ann", .email = ann.email, .vip = false};
  command.change = desk::ChangePlan{.activity = desk::ActivityName("help-desk.routine"),
                                    .from = *base::parse_rfc3339(kFrom),
                                    .to = *base::parse_rfc3339(kTo),
                                    .assets = {"core-switch"},
                                    .plan = "install",
                                    .roll_back = "remove"};
  const auto planned = world.tickets.open(world.member("sam"), world.name, command, {});
  REQUIRE(planned);
  const auto seen = world.tickets.get(ann, world.name, planned->ticket.id.text());
  REQUIRE(seen);
  CHECK_FALSE(seen->ticket.change);
  CHECK(seen->change_findings.empty());
  const auto lines = world.tickets.history(ann, world.name, planned->ticket.id.text());
  REQUIRE(lines);
  for (const HistoryLine& line : *lines) CHECK_FALSE(desk::name_of(line.event.data).starts_with("change-"));
  const auto inner = world.tickets.history(world.member("dana"), world.name, planned->ticket.id.text());
  REQUIRE(inner);
  CHECK(inner->back().text ==
        "planned a normal change of `help-desk.routine`, Wed 2026-10-07 18:00 to Wed 2026-10-07 20:00 "
        "(America/New_York), "
        "risk low; asks `harbor-it`");
}

TEST_CASE("a freeze that comes into force after the approval stands in the way of the start") {
  ChangeWorld world;
  const auto planned = world.plan(world.member("sam"), kFrom, kTo);
  REQUIRE(planned);
  REQUIRE(world.command(world.member("dana"), *planned, desk::AnswerChange{}));
  REQUIRE(world.command(world.member("sam"), *planned, desk::ApproveChange{}));
  std::string text = governed_text();
  const std::string week = "from: 2026-11-09, to: 2026-11-13";
  text.replace(text.find(week), week.size(), "from: 2026-10-05, to: 2026-10-09");
  REQUIRE(world.engagements.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, world.clock.now()));
  world.clock.set(*base::parse_rfc3339(kFrom));
  const auto started = world.command(world.member("sam"), *planned, desk::StartChange{});
  REQUIRE_FALSE(started);
  CHECK(started.error().refusal == desk::RefusalKind::Frozen);
}

TEST_CASE("a change lapses by itself, and an emergency's review is due after its ticket is resolved") {
  ChangeWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  const auto planned = world.plan(world.member("sam"), kFrom, kTo);
  REQUIRE(planned);
  world.clock.set(*base::parse_rfc3339(kTo));
  REQUIRE(timekeeper.run_due());
  const auto lapsed = world.tickets.get(world.member("sam"), world.name, planned->ticket.id.text());
  REQUIRE(lapsed);
  CHECK(lapsed->ticket.change->phase == desk::ChangePhase::Lapsed);

  const auto emergency = world.plan(world.member("sam"), "2026-10-09T00:00:00Z", "2026-10-09T01:00:00Z",
                                    [](desk::ChangePlan& plan) { plan.kind = desk::ChangeKind::Emergency; });
  REQUIRE(emergency);
  REQUIRE(world.command(world.member("sam"), *emergency, desk::StartChange{}));
  REQUIRE(world.command(world.member("sam"), *emergency, desk::FinishChange{}));
  REQUIRE(world.command(world.member("sam"), *emergency, desk::Resolve{}));
  world.clock.advance(desk::kReviewWithin);
  REQUIRE(timekeeper.run_due());
  const auto due = world.tickets.get(world.member("sam"), world.name, emergency->ticket.id.text());
  REQUIRE(due);
  CHECK(due->ticket.change->review->due_noticed);
  CHECK(due->allowed.change.review);
  CHECK_FALSE(due->allowed.close);
}

TEST_CASE("a change that runs past its window is seen in the days in which it still runs") {
  ChangeWorld world;
  const auto emergency = world.plan(world.member("sam"), "2026-10-05T15:00:00Z", "2026-10-05T16:00:00Z",
                                    [](desk::ChangePlan& plan) { plan.kind = desk::ChangeKind::Emergency; });
  REQUIRE(emergency);
  REQUIRE(world.command(world.member("sam"), *emergency, desk::StartChange{}));
  world.clock.set(*base::parse_rfc3339("2026-10-13T15:00:00Z"));
  CHECK(world.schedule(world.member("dana"), "2026-10-12", "2026-10-18")->changes.size() == 1);
  CHECK(world.schedule(world.member("dana"), "2026-10-19", "2026-10-25")->changes.empty());
}

}  // namespace
}  // namespace tandem::app
