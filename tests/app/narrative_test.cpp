// The sentences of a ticket's history: whom they name, and how they are to be read.
#include "app/narrative.h"

#include "test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

class Telling {
 public:
  desk::Actor sam{.kind = desk::ActorKind::Person,
                  .person = desk::PersonName("sam"),
                  .party = desk::PartyName("northbeam"),
                  .display = "Sam Okafor",
                  .email = {}};
  desk::Actor ann{.kind = desk::ActorKind::Requester,
                  .person = {},
                  .party = {},
                  .display = "Ann Field",
                  .email = "ann@harbor.example"};

  [[nodiscard]] std::string tells(const desk::Actor& actor, desk::EventData data) const {
    const desk::Event event{.at = world_.clock.now(), .actor = actor, .data = std::move(data)};
    return narrate(event, ticket, *policy_);
  }
  [[nodiscard]] std::string tells(desk::EventData data) const { return tells(sam, std::move(data)); }

  desk::Ticket ticket{desk::TicketId(base::IdBits{.high = 1, .low = 1})};  // whose events they are

 private:
  TestWorld world_;
  std::shared_ptr<const policy::Policy> policy_ = world_.engagements.find(world_.name)->policy;
};

desk::Told told(std::string_view person, bool away = false) {
  return {.person = desk::PersonName(person), .as = "named", .away = away};
}

desk::MajorPost post(desk::MajorRole role, std::string_view person, std::string decides = {}) {
  return {.role = role,
          .decides = std::move(decides),
          .team = {},
          .person = desk::PersonName(person),
          .reason = "he has the night",
          .file = {},
          .line = 0};
}

}  // namespace

TEST_CASE("cover that is wanted no more says why in words that say it once") {
  const Telling it;
  const desk::CoverWanted none{.leave = {.leave = desk::LeaveId(base::IdBits{.high = 2, .low = 2}),
                                         .person = desk::PersonName("sam"),
                                         .from = {},
                                         .to = {},
                                         .begins = {}},
                               .uncovered = {},
                               .why = "the leave of Sam Okafor uncovers nothing any more"};
  CHECK(it.tells(none) == "no cover is wanted: the leave of Sam Okafor uncovers nothing any more");
}

TEST_CASE("a link is told by what the two are to each other, seen from this one") {
  const Telling telling;
  using desk::LinkKind;
  const auto linked = [&](LinkKind kind, std::uint64_t number) {
    return telling.tells(desk::TicketLinked{.kind = kind, .number = number});
  };
  CHECK(linked(LinkKind::HasPart, 2) == "linked it: #2 is part of it");
  CHECK(linked(LinkKind::PartOf, 1) == "linked it: it is part of #1");
  CHECK(linked(LinkKind::CausedBy, 3) == "linked it: #3 is the cause of it");
  CHECK(linked(LinkKind::HasVendorCase, 0) == "linked it: a ticket that you may not read is its vendor case");
  CHECK(telling.tells(desk::TicketUnlinked{.kind = LinkKind::HasDuplicate, .number = 2}) ==
        "took back that #2 is a duplicate of it");
  CHECK(telling.tells(desk::LinkedTicketMoved{
            .kind = LinkKind::HasPart, .number = 2, .move = desk::LinkedMove::Overdue, .text = {}}) ==
        "#2, which is part of it, is overdue");
  CHECK(telling.tells(desk::LinkedTicketMoved{
            .kind = LinkKind::DuplicateOf, .number = 0, .move = desk::LinkedMove::Resolved, .text = "restarted"}) ==
        "a ticket that you may not read, which it is a duplicate of, is resolved: restarted");
}

TEST_CASE("a target is called as the page of the ticket calls it") {
  const Telling telling;
  const auto warned = [&](desk::TargetKind target, std::uint32_t percent) {
    return telling.tells(desk::TargetWarned{.target = target, .percent = percent, .due = {}, .told = {told("sam")}});
  };
  CHECK(warned(desk::TargetKind::Respond, desk::kWarnedAtPercent) ==
        "75 % of the time for the answer is used up; Sam Okafor is told");
  CHECK(warned(desk::TargetKind::Resolve, desk::kMissedAtPercent) ==
        "the target for the solution is missed; Sam Okafor is told");
}

TEST_CASE("whoever asked for it writes, and the teams answer") {
  const Telling telling;
  const desk::CommentAdded comment{.comment = 1, .visibility = desk::Visibility::Requester, .team = {}, .text = "so"};
  CHECK(telling.tells(telling.ann, comment) == "wrote to both teams");
  CHECK(telling.tells(telling.sam, comment) == "answered the requester");
}

TEST_CASE("what somebody does for themselves does not name them twice") {
  const Telling telling;
  CHECK(telling.tells(desk::WatchStarted{desk::PersonName("sam")}) == "watches it from now on");
  CHECK(telling.tells(desk::WatchStarted{desk::PersonName("dana")}) == "has Dana Whitfield watch it from now on");
  CHECK(telling.tells(desk::MajorRoleGiven{post(desk::MajorRole::Lead, "sam")}) ==
        "leads it from now on: he has the night");
  CHECK(telling.tells(desk::MajorRoleGiven{post(desk::MajorRole::Decide, "otto", "pay")}) ==
        "has Otto Lind decide `pay`: he has the night");
}

TEST_CASE("a major incident says who does what in it, and who is told") {
  const Telling telling;
  const desk::MajorDeclared declared{
      .scenario = "ransomware",
      .reason = "files are locked",
      .told = {told("dana", true), told("otto")},
      .posts = {post(desk::MajorRole::Lead, "sam"), post(desk::MajorRole::Communicate, "dana"),
                post(desk::MajorRole::Decide, "luis", "pay")},
      .update_due = {}};
  CHECK(telling.tells(declared) ==
        "declared a major incident (`ransomware`): files are locked; Sam Okafor leads it, Dana Whitfield tells how it "
        "stands, Luis Ortega decides `pay`; Dana Whitfield (away) and Otto Lind are told");
}

TEST_CASE("what was decided is told by the option's name, and until when it holds") {
  Telling telling;
  desk::DecisionRequest& decision = telling.ticket.decision.emplace();
  decision.asked.options = {{.name = "They stay", .words = {}, .cost = {}, .risk = {}, .action = {}},
                            {.name = "They go", .words = {}, .cost = {}, .risk = {}, .action = {}}};
  const desk::DecisionTaken taken{.option = 2,
                                  .reason = "they are old",
                                  .conditions = {},
                                  .owner = desk::PersonName("dana"),
                                  .lapses_at = base::parse_rfc3339("2026-12-01T05:00:00Z"),
                                  .remind_at = {},
                                  .risk = {},
                                  .exception = {},
                                  .told = {told("luis")}};
  decision.outcome = desk::DecisionRequest::Outcome{.taken = taken, .by = telling.sam, .at = {}};
  CHECK(telling.tells(taken) ==
        "decided for option 2 (\"They go\"): they are old; Dana Whitfield owns it until it lapses on Tue 2026-12-01 "
        "00:00 (America/New_York); Luis Ortega is told");
  CHECK(telling.tells(desk::LapseReminded{.told = {told("dana")}}) ==
        "the decision for option 2 (\"They go\") lapses on Tue 2026-12-01 00:00 (America/New_York); Dana Whitfield is "
        "told");
  decision.outcome->taken.risk = desk::AcceptedRisk{.what = "no fixes", .treatment = {}};
  CHECK(telling.tells(desk::DecisionLapsed{.told = {}}) ==
        "the accepted risk \"no fixes\" lapsed on Tue 2026-12-01 00:00 (America/New_York)");
  CHECK(telling.tells(desk::RecommendationsOpened{.recommendations = {{.side = desk::PartyName("harbor"),
                                                                       .person = desk::PersonName("dana"),
                                                                       .option = 1,
                                                                       .text = "for a year"}}}) ==
        "every side has written: the recommendations are open; Dana Whitfield of `harbor` would take option 1 (\"They "
        "stay\"): for a year");
  CHECK(telling.tells(
            desk::RecommendationsOpened{.recommendations = {{.side = desk::PartyName("harbor"),
                                                             .person = desk::PersonName("dana"),
                                                             .option = 1,
                                                             .text = "for a year"}},
                                        .without = {desk::PartyName("northbeam"), desk::PartyName("corebank")}}) ==
        "every side that may read it has written: the recommendations are open without `northbeam`, `corebank`, of "
        "which nobody may; Dana Whitfield of `harbor` would take option 1 (\"They stay\"): for a year");
  // The event of a ticket that is none has only the number.
  telling.ticket.decision.reset();
  CHECK(telling.tells(desk::LapseReminded{.told = {told("dana")}}) ==
        "what was decided lapses soon; Dana Whitfield is told");
}

TEST_CASE("what was done alone is acknowledged by its name") {
  Telling telling;
  desk::DoneAction done;
  done.recorded.name = "disable-account";
  telling.ticket.actions.push_back(done);
  CHECK(telling.tells(desk::ActionAnswered{.action = 1, .answer = desk::ActionAnswer::Dispute, .words = "call us"}) ==
        "disputed `disable-account`: call us");
}

TEST_CASE("a dispute says who decides, and no sentence ends twice") {
  const Telling telling;
  desk::DisputeRaised raised;
  raised.reason = "Doors are the landlord's.";
  raised.path = {{desk::PersonName("dana")}};
  CHECK(telling.tells(raised) ==
        "said that it is not theirs, on which Dana Whitfield decides: Doors are the landlord's.");
  raised.kind = desk::DisputeKind::Bounced;
  raised.reason = "it was handed on 3 times";
  CHECK(telling.tells(raised) == "it went back and forth (it was handed on 3 times): Dana Whitfield says whose it is");
  CHECK(telling.tells(desk::DisputeMovedOn{.step = 1, .due = {}, .path = {{desk::PersonName("luis")}}}) ==
        "of those who were to say whose it is nobody is left: Luis Ortega decides");
}

TEST_CASE("what spoke against a change is told with it") {
  const Telling telling;
  const auto finding = [](desk::ChangeFindingKind kind, std::string text) {
    return desk::ChangeFinding{
        .kind = kind, .blocks = false, .text = std::move(text), .number = 0, .file = {}, .line = 0};
  };
  CHECK(telling.tells(desk::ChangeApproved{
            .ground = desk::ApprovalGround::Accountable,
            .note = "go",
            .findings = {finding(desk::ChangeFindingKind::BusinessHours, "falls into business hours"),
                         finding(desk::ChangeFindingKind::NobodyThere, "`desk` is not there when it begins")},
            .told = {told("luis")}}) ==
        "approved it, answering for the activity: go; although it falls into business hours; although `desk` is not "
        "there when it begins; Luis Ortega is told");
}

TEST_CASE("an offer that the desk ends was not declined by it") {
  const Telling telling;
  const desk::HandoffDeclined declined{.epoch = 1, .reason = "Otto Lind is on leave"};
  CHECK(telling.tells(desk::system_actor(), declined) == "ended the hand-off: Otto Lind is on leave");
  CHECK(telling.tells(declined) == "declined the hand-off: Otto Lind is on leave");
}

TEST_CASE("what is a whole sentence says so, also where that depends on what happened") {
  CHECK(is_whole_sentence(desk::OwnerAssigned{}));
  CHECK(is_whole_sentence(desk::MajorUpdateOverdue{}));
  CHECK(is_whole_sentence(desk::LinkedTicketMoved{}));
  CHECK_FALSE(is_whole_sentence(desk::WatchStarted{}));
  CHECK_FALSE(is_whole_sentence(desk::MajorDeclared{}));
  desk::DisputeRaised raised;
  raised.kind = desk::DisputeKind::NotOurs;
  CHECK_FALSE(is_whole_sentence(raised));
  raised.kind = desk::DisputeKind::Bounced;
  CHECK(is_whole_sentence(raised));
  desk::DisputeSettled settled;
  settled.by = desk::SettledBy::Withdrawal;
  CHECK_FALSE(is_whole_sentence(settled));
  settled.by = desk::SettledBy::Ruling;
  CHECK(is_whole_sentence(settled));
}
