#include "app/leave.h"

#include "app/calendar_view.h"
#include "app/leave_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("leave counts at once, for new work and for whoever asks") {
  LeaveWorld world;
  CHECK(world.open(world.requester("nora"), "banking").ticket.ownership.accountable == desk::PersonName("dana"));
  const auto recorded = world.record(world.member("dana"), of("dana", "2026-10-05", "2026-10-09", "ill"));
  CHECK_FALSE(world.is_present("dana", "2026-10-05T14:00:00Z"));
  CHECK(world.is_present("dana", "2026-10-10T04:00:00Z"));
  const auto ticket = world.open(world.requester("nora"), "banking").ticket;
  CHECK(ticket.ownership.accountable == desk::PersonName("luis"));
  CHECK(ticket.ownership.owner.person == desk::PersonName("luis"));

  REQUIRE(world.leave.remove(world.member("dana"), world.name, recorded.entry.record->id));
  CHECK(world.is_present("dana", "2026-10-05T14:00:00Z"));
  CHECK(world.open(world.requester("nora"), "banking").ticket.ownership.accountable == desk::PersonName("dana"));
}

TEST_CASE("recorded leave is there after a restart, and under the next version of the agreement") {
  LeaveWorld world;
  world.record(world.member("dana"), of("dana", "2026-10-05", "2026-10-09"));
  Engagements restarted(world.store, world.clock);
  REQUIRE(restarted.load());
  const auto again = restarted.find(world.name);
  CHECK_FALSE(again->policy->is_present(*again->policy->find_person("dana"), at("2026-10-06T14:00:00Z")));
  CHECK(again->agreed->is_present(*again->agreed->find_person("dana"), at("2026-10-06T14:00:00Z")));

  const agreement::Bundle next{.root = "agreement.yaml",
                               .files = {{"agreement.yaml", fmt::format("{}# reviewed\n", kSmallAgreement)}}};
  REQUIRE(world.engagements.adopt(next, world.clock.now()));
  CHECK(world.policy().spec().version == 2);
  CHECK_FALSE(world.is_present("dana", "2026-10-06T14:00:00Z"));
}

TEST_CASE("one records one's own leave, and whoever leads a team that of its members") {
  LeaveWorld world;
  world.record(world.member("luis"), of("luis", "2026-10-12", "2026-10-12"));
  world.record(world.member("dana"), of("luis", "2026-10-13", "2026-10-13"));
  world.record(world.member("sam"), of("otto", "2026-10-13", "2026-10-13"));
  CHECK(world.refused(world.member("luis"), of("dana", "2026-10-12", "2026-10-12")) == FailureKind::Forbidden);
  CHECK(world.refused(world.member("dana"), of("otto", "2026-10-12", "2026-10-12")) == FailureKind::Forbidden);
  CHECK(world.refused(world.member("otto"), of("sam", "2026-10-12", "2026-10-12")) == FailureKind::Forbidden);
  CHECK(world.refused(world.auditor(), of("dana", "2026-10-12", "2026-10-12")) == FailureKind::Forbidden);
  CHECK(world.refused(world.requester("dana"), of("dana", "2026-10-12", "2026-10-12")) == FailureKind::Forbidden);
  CHECK(world.refused(world.stranger(), of("dana", "2026-10-12", "2026-10-12")) == FailureKind::NotFound);
  REQUIRE(world.leave.record(CommandLine{}, world.name, of("dana", "2026-10-14", "2026-10-14"), {}));

  const auto all = world.leave.list(world.auditor(), world.name, {});
  REQUIRE(all);
  REQUIRE(all->size() == 4);
  CHECK(all->back().record->recorded.display == "command line");
  CHECK(all->front().record->recorded.person == desk::PersonName("luis"));
  CHECK(std::ranges::none_of(*all, &LeaveEntry::may_remove));
  const auto luis = world.leave.list(world.member("luis"), world.name, {});
  CHECK(std::ranges::count_if(*luis, &LeaveEntry::may_remove) == 2);
  const auto end_user = world.leave.list(world.requester("nora"), world.name, {});
  REQUIRE_FALSE(end_user);
  CHECK(end_user.error().kind == FailureKind::Forbidden);

  const LeaveId id = all->front().record->id;
  for (const auto& who : {world.member("otto"), world.auditor(), world.requester("nora")}) {
    const auto removed = world.leave.remove(who, world.name, id);
    REQUIRE_FALSE(removed);
    CHECK(removed.error().kind == FailureKind::Forbidden);
  }
  CHECK(world.leave.remove(world.stranger(), world.name, id).error().kind == FailureKind::NotFound);
  CHECK(world.leave.remove(world.member("luis"), world.name, LeaveId({.high = 7, .low = 7})).error().kind ==
        FailureKind::NotFound);
}

TEST_CASE("what is wrong with a leave is named by field, all at once") {
  LeaveWorld world;
  CHECK(world.pointers(of("nobody", "2026-02-30", "2026-12-01", "a\nb")) == "/person /from /note ");
  CHECK(world.pointers(of("dana", "2026-12-02", "2026-12-01", std::string(201, 'x'))) == "/to /note ");
  CHECK(world.pointers(of("dana", "2026-12-02", "2029-12-01")) == "/to ");
  CHECK(world.pointers(of("dana", "2026-12-02", "2026-12-03", std::string(200, 'x'))) == "none");
  CHECK(world.pointers(of("dana", "2026-12-02", "2026-12-03")) == "/from ");  // the same again
  CHECK(world.store.leave_changes() == 1);
}

TEST_CASE("a person has so much leave and no more") {
  LeaveWorld world;
  REQUIRE(world.store.write([&](WriteTransaction& tx) -> base::Result<void> {
    for (std::size_t i = 0; i < kMaxLeaveOfPerson; ++i) {
      TANDEM_TRY_DONE(tx.add_leave({.id = LeaveId({.high = 3, .low = i}),
                                    .engagement = world.name,
                                    .person = desk::PersonName("dana"),
                                    .from = "2026-12-02",
                                    .to = "2026-12-02",
                                    .note = {},
                                    .feed = std::nullopt,
                                    .recorded = {},
                                    .removed = std::nullopt}));
    }
    return {};
  }));
  CHECK(world.pointers(of("dana", "2027-12-02", "2027-12-03")) == "/person ");
  CHECK(world.pointers(of("luis", "2027-12-02", "2027-12-03")) == "none");
}

TEST_CASE("recording tells what the absence uncovers, and refuses nothing") {
  LeaveWorld world;
  // Alone, each is replaced: luis is there for dana.
  CHECK(world.record(world.member("dana"), of("dana", "2026-10-12", "2026-10-16")).consequences.empty());
  // With luis away as well, harbor-it gives way to the desk, and nobody answers for the business application.
  const auto both = world.record(world.member("luis"), of("luis", "2026-10-16", "2026-10-18")).consequences;
  CHECK(world.texts(both) ==
        Texts{"`harbor-it` has fewer than 1 present and gives way to its cover, 2026-10-16 08:00 to 2026-10-16 17:00",
              "nobody answers for `help-desk.business-app`: Dana Whitfield and Luis Ortega are both away, "
              "2026-10-16 00:00 to 2026-10-17 00:00"});
  CHECK(both[0].kind == ConsequenceKind::CoverTakesOver);
  CHECK(both[0].team == desk::TeamName("harbor-it"));
  CHECK(both[1].activity == desk::ActivityName("help-desk.business-app"));

  // The desk covers for the client's team by night: when the last of it goes, both are without anybody.
  world.record(world.member("sam"), of("otto", "2026-10-20", "2026-10-20"));
  const auto desk_gone = world.record(world.member("sam"), of("sam", "2026-10-20 06:00", "2026-10-20 19:00"));
  CHECK(world.texts(desk_gone.consequences) ==
        Texts{"nobody is there for `harbor-it`, 2026-10-20 06:00 to 2026-10-20 08:00, and 1 more time",
              "nobody is there for `desk`, 2026-10-20 06:00 to 2026-10-20 19:00",
              "nobody answers for `help-desk.routine`: Sam Okafor and Otto Lind are both away, 2026-10-20 06:00 to "
              "2026-10-20 19:00"});

  const auto twice = world.record(world.member("sam"), of("sam", "2026-10-20 18:00", "2026-10-20 19:00"));
  CHECK(world.texts(twice.consequences) ==
        Texts{"Sam Okafor is on leave already, 2026-10-20 18:00 to 2026-10-20 19:00"});
}

TEST_CASE("a duty that falls into the absence is told, with or without somebody who stands in") {
  LeaveWorld world;
  std::string text(kSmallAgreement);
  text.replace(text.find("teams:"), 0,
               "rotations:\n  on-call: {team: desk, order: [sam, otto], starts: \"2026-10-05 09:00\", turn: 1 week}\n");
  REQUIRE(world.engagements.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, world.clock.now()));
  const auto on_duty = [&](std::string_view when) {
    const policy::Policy& now = world.policy();
    const auto person = now.person_for(*now.find_team("desk"), at(when), {});
    return person.is_none() ? std::string() : now.person(person).name;
  };
  CHECK(on_duty("2026-10-06T14:00:00Z") == "sam");
  const auto sam = world.record(world.member("sam"), of("sam", "2026-10-06", "2026-10-06")).consequences;
  CHECK(world.texts(sam) == Texts{"Sam Okafor has the duty of `desk` and somebody stands in, 2026-10-06 00:00 to "
                                  "2026-10-07 00:00"});
  CHECK(on_duty("2026-10-06T14:00:00Z") == "otto");
  CHECK(on_duty("2026-10-07T14:00:00Z") == "sam");
  const auto otto = world.record(world.member("otto"), of("otto", "2026-10-06 12:00", "2026-10-06 13:00")).consequences;
  REQUIRE_FALSE(otto.empty());
  CHECK(std::ranges::count(otto, ConsequenceKind::NobodyOnDuty, &Consequence::kind) == 1);
  CHECK(std::ranges::count(otto, ConsequenceKind::StandIn, &Consequence::kind) == 0);

  using namespace std::chrono;
  const auto view = read_calendar(world.member("sam"), world.engagements, world.name, 2026y / October / 6,
                                  2026y / October / 6, world.clock.now());
  REQUIRE(view);
  std::string shifts;
  for (const policy::DutyShift& each : view->teams[1].shifts) {
    shifts += fmt::format("{} {} ", view->engagement->policy->person(each.person).name,
                          base::to_rfc3339(each.during.from).substr(11, 5));
  }
  CHECK(shifts == "otto 04:00 otto 17:00 ");
}

TEST_CASE("of the past nothing can be arranged any more, so nothing is said about it") {
  LeaveWorld world;
  world.record(world.member("sam"), of("otto", "2026-09-01", "2026-12-31"));
  CHECK(world.record(world.member("sam"), of("sam", "2026-09-07", "2026-09-08")).consequences.empty());
  const auto running = world.record(world.member("sam"), of("sam", "2026-10-04", "2026-10-05")).consequences;
  REQUIRE_FALSE(running.empty());
  base::Instant earliest = at("2100-01-01T00:00:00Z");
  for (const Consequence& each : running) earliest = std::min(earliest, each.when.intervals().front().from);
  CHECK(earliest == world.clock.now());
}

TEST_CASE("a preview answers the same and writes nothing") {
  LeaveWorld world;
  world.record(world.member("sam"), of("otto", "2026-10-20", "2026-10-20"));
  const auto wanted = of("sam", "2026-10-20", "2026-10-20");
  const auto preview = world.leave.preview(world.member("sam"), world.name, wanted);
  REQUIRE(preview);
  CHECK(world.store.leave_changes() == 1);
  CHECK(world.texts(*preview) == world.texts(world.record(world.member("sam"), wanted).consequences));
  CHECK(world.leave.preview(world.member("otto"), world.name, wanted).error().kind == FailureKind::Forbidden);
}

TEST_CASE("a change removes the one and records the other, and both stay to be read") {
  LeaveWorld world;
  const auto first = world.record(world.member("luis"), of("luis", "2026-10-12", "2026-10-16", "sea"));
  world.clock.advance(base::hours(1));
  const LeaveId id = first.entry.record->id;
  const auto changed =
      world.leave.change(world.member("dana"), world.name, id, of("", "2026-10-12", "2026-10-14", "sea"));
  REQUIRE(changed);
  CHECK(changed->entry.person == desk::PersonName("luis"));
  CHECK(world.is_present("luis", "2026-10-15T14:00:00Z"));
  CHECK_FALSE(world.is_present("luis", "2026-10-14T14:00:00Z"));
  const auto whole = *world.store.leave(world.name, LeaveHistory::Whole);
  REQUIRE(whole.size() == 2);
  CHECK(whole[0].removed->person == desk::PersonName("dana"));
  CHECK(whole[0].removed->at == world.clock.now());
  CHECK(whole[1].recorded.person == desk::PersonName("dana"));

  CHECK(world.leave.change(world.member("luis"), world.name, id, of("", "2026-10-12", "2026-10-13")).error().kind ==
        FailureKind::Stale);
  CHECK(world.leave.change(world.member("otto"), world.name, id, of("", "2026-10-12", "2026-10-13")).error().kind ==
        FailureKind::Forbidden);
  const auto bad = world.leave.change(world.member("luis"), world.name, changed->entry.record->id,
                                      of("", "2026-10-12", "2026-10-11"));
  REQUIRE_FALSE(bad);
  CHECK(bad.error().kind == FailureKind::Invalid);
  CHECK(*world.store.leave(world.name, LeaveHistory::Whole) == whole);

  const LeaveId now = changed->entry.record->id;
  CHECK(world.leave.remove(world.member("luis"), world.name, now));
  CHECK(world.leave.remove(world.member("luis"), world.name, now));  // gone, as asked
  CHECK(world.is_present("luis", "2026-10-14T14:00:00Z"));
  CHECK(world.leave.list(world.member("luis"), world.name, {})->empty());
  CHECK(
      world.leave.list(world.member("luis"), world.name, {.between = {}, .person = {}, .history = LeaveHistory::Whole})
          ->size() == 2);
}

TEST_CASE("leave that comes from a calendar is changed there") {
  LeaveWorld world;
  const LeaveFeedId feed({.high = 2, .low = 1});
  const LeaveId id({.high = 2, .low = 2});
  REQUIRE(world.store.write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_leave_feed({.id = feed,
                                       .engagement = world.name,
                                       .person = desk::PersonName("dana"),
                                       .url = "https://calendar.example",
                                       .label = "own",
                                       .added = {},
                                       .removed = {},
                                       .fetched_at = {},
                                       .etag = {},
                                       .last_modified = {},
                                       .error = {},
                                       .error_since = {}}));
    return tx.add_leave({.id = id,
                         .engagement = world.name,
                         .person = desk::PersonName("dana"),
                         .from = "2026-10-12",
                         .to = "2026-10-12",
                         .note = {},
                         .feed = FeedEvent{.feed = feed, .event = "x"},
                         .recorded = {},
                         .removed = {}});
  }));
  CHECK(world.leave.remove(world.member("dana"), world.name, id).error().kind == FailureKind::Forbidden);
  CHECK(world.leave.change(world.member("dana"), world.name, id, of("", "2026-10-12", "2026-10-13")).error().kind ==
        FailureKind::Forbidden);
  CHECK_FALSE(world.leave.list(world.member("dana"), world.name, {})->front().may_remove);
}

TEST_CASE("a list is what touches the part of time asked for, in the order in which leave begins") {
  LeaveWorld world;
  world.record(world.member("dana"), of("dana", "2026-10-14", "2026-10-14"));
  world.record(world.member("dana"), of("luis", "2026-10-12", "2026-10-13"));
  const auto persons = [&](std::string_view from, std::string_view to) {
    std::string all;
    const auto entries = world.leave.list(world.member("sam"), world.name,
                                          {.between = base::Interval{at(from), at(to)}, .person = {}, .history = {}});
    for (const LeaveEntry& each : *entries) all += each.person.text() + " ";
    return all;
  };
  CHECK(persons("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z") == "luis dana ");
  CHECK(persons("2026-10-14T04:00:00Z", "2026-10-15T00:00:00Z") == "dana ");  // where the one ends and the other begins
  CHECK(persons("2026-10-15T04:00:00Z", "2026-10-16T00:00:00Z").empty());
  CHECK(world.leave
            .list(world.member("sam"), world.name, {.between = {}, .person = desk::PersonName("luis"), .history = {}})
            ->size() == 1);
}

TEST_CASE("a repeated request records once and answers the same") {
  LeaveWorld world;
  SecretHash request{};
  request.fill(1);
  const auto record = [&](const SecretHash& hash) {
    return world.leave.record(world.member("sam"), world.name, of("sam", "2026-10-20", "2026-10-20"),
                              Idempotency{.key = "k", .request = hash});
  };
  const auto first = record(request);
  const auto again = record(request);
  REQUIRE(first);
  REQUIRE(again);
  CHECK(first->entry.record == again->entry.record);
  CHECK(world.texts(first->consequences) == world.texts(again->consequences));
  CHECK(world.store.leave_changes() == 1);
  request.fill(2);
  const auto other = record(request);
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == FailureKind::IdempotencyMismatch);
}
