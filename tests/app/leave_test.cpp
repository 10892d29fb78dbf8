#include "app/leave.h"

#include "app/calendar_keys.h"
#include "app/calendar_view.h"
#include "app/feed.h"
#include "app/recorded_leave.h"
#include "app/team_hours.h"
#include "app/test_world.h"
#include "app/timekeeper.h"

using namespace tandem;
using namespace tandem::app;

namespace {

base::Instant at(std::string_view text) {
  const auto instant = base::parse_rfc3339(text);
  REQUIRE(instant);
  return *instant;
}

calendar::Zone new_york() {
  return *calendar::Zone::find("America/New_York");
}

NewLeave of(std::string_view person, std::string from, std::string to, std::string note = "") {
  return {.person = desk::PersonName(person), .from = std::move(from), .to = std::move(to), .note = std::move(note)};
}

struct LeaveWorld : TestWorld {
  LeaveWorld() : leave(store, engagements, clock, ids) {}

  RecordedLeave record(const Caller& who, const NewLeave& wanted) {
    auto recorded = leave.record(who, name, wanted, {});
    REQUIRE_MESSAGE(recorded.has_value(), (recorded ? std::string() : recorded.error().message));
    return *recorded;
  }
  FailureKind refused(const Caller& who, const NewLeave& wanted) {
    const auto recorded = leave.record(who, name, wanted, {});
    REQUIRE_FALSE(recorded);
    return recorded.error().kind;
  }
  std::string pointers(const NewLeave& wanted) {
    const auto recorded = leave.record(CommandLine{}, name, wanted, {});
    if (recorded) return "none";
    std::string all;
    for (const FieldProblem& each : recorded.error().fields) all += each.pointer + " ";
    return all;
  }
  std::vector<std::string> texts(const std::vector<Consequence>& consequences) {
    std::vector<std::string> all;
    for (const Consequence& each : consequences) all.push_back(each.text);
    return all;
  }
  const policy::Policy& policy() { return *(held = engagements.find(name))->policy; }
  bool is_present(std::string_view person, std::string_view when) {
    const policy::Policy& now = policy();
    return now.is_present(*now.find_person(person), at(when));
  }

  Leave leave;
  std::shared_ptr<const Engagement> held;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a period is read as days, both included, or as times of day, in the person's zone") {
  const auto zone = new_york();
  struct Row {
    const char* from;
    const char* to;
    const char* starts;
    const char* ends;
  };
  for (const Row& row : {
           Row{"2026-12-21", "2027-01-02", "2026-12-21T05:00:00Z", "2027-01-03T05:00:00Z"},
           Row{"2026-12-21", "2026-12-21", "2026-12-21T05:00:00Z", "2026-12-22T05:00:00Z"},
           Row{"2026-11-01", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"},  // 25 hours
           Row{"2026-03-08", "2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"},  // 23 hours
           Row{"2026-12-21 13:00", "2026-12-21 17:30", "2026-12-21T18:00:00Z", "2026-12-21T22:30:00Z"},
           Row{"2026-12-21 13:00", "2026-12-22", "2026-12-21T18:00:00Z", "2026-12-23T05:00:00Z"},
           Row{"2028-02-29", "2030-02-28", "2028-02-29T05:00:00Z", "2030-03-01T05:00:00Z"},
           Row{"2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z"},
       }) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const auto period = parse_leave_period(row.from, row.to, zone);
    REQUIRE(period);
    CHECK(base::to_rfc3339(period->from) == row.starts);
    CHECK(base::to_rfc3339(period->to) == row.ends);
    // Its shortest spelling means the same.
    const auto text = leave_period_text(*period, zone);
    CHECK(parse_leave_period(text.from, text.to, zone) == *period);
  }
}

TEST_CASE("what is no period says at which edge") {
  const auto zone = new_york();
  struct Row {
    const char* from;
    const char* to;
    PeriodEdge edge;
  };
  for (const Row& row : {
           Row{"2026-02-29", "2026-03-01", PeriodEdge::From}, Row{"tomorrow", "2026-03-01", PeriodEdge::From},
           Row{"", "", PeriodEdge::From}, Row{"0001-01-01", "0001-01-02", PeriodEdge::From},
           Row{"9999-12-31", "9999-12-31", PeriodEdge::From}, Row{"2026-03-01", "2026-02-30", PeriodEdge::To},
           Row{"2026-03-01 24:00", "2026-03-02", PeriodEdge::From}, Row{"2026-03-02", "2026-03-01", PeriodEdge::To},
           Row{"2026-03-01 10:00", "2026-03-01 10:00", PeriodEdge::To},
           Row{"2026-03-08 02:10", "2026-03-08 02:50", PeriodEdge::To},  // clocks skip it
           Row{"2026-03-01", "2028-03-01", PeriodEdge::To},              // two years and a day
       }) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const auto period = parse_leave_period(row.from, row.to, zone);
    REQUIRE_FALSE(period);
    CHECK(period.error().edge == row.edge);
    CHECK_FALSE(period.error().message.empty());
  }
}

TEST_CASE("periods are spelled as people would: days, times, and exact instants where a local time is not enough") {
  const auto zone = new_york();
  const auto spelled = [&](std::string_view from, std::string_view to) {
    return leave_period_text({at(from), at(to)}, zone);
  };
  CHECK(spelled("2026-12-21T05:00:00Z", "2026-12-23T05:00:00Z") == PeriodText{"2026-12-21", "2026-12-22"});
  CHECK(spelled("2026-12-21T18:00:00Z", "2026-12-21T22:30:00Z") == PeriodText{"2026-12-21 13:00", "2026-12-21 17:30"});
  // The second 01:30 of the night in which clocks go back.
  CHECK(spelled("2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z") ==
        PeriodText{"2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z"});
}

TEST_CASE("recorded leave joins that of the agreement, sorted and without overlap") {
  LeaveWorld world;
  const auto agreed = world.policy().spec();
  const auto record = [&](std::uint64_t n, std::string_view person, std::string from, std::string to) {
    return LeaveRecord{.id = LeaveId({.high = 1, .low = n}),
                       .engagement = world.name,
                       .person = desk::PersonName(person),
                       .from = std::move(from),
                       .to = std::move(to),
                       .note = {},
                       .feed = std::nullopt,
                       .recorded = {.account = {}, .person = {}, .display = "Dana Whitfield", .at = {}},
                       .removed = std::nullopt};
  };
  auto spec = agreed;
  spec.people[1].leave = {{at("2026-12-21T05:00:00Z"), at("2026-12-24T05:00:00Z")}};
  spec.people[1].leave_at = {policy::TextPlace{.file = "agreement.yaml", .line = 7}};
  const std::array leave{record(1, "luis", "2027-01-04", "2027-01-05"), record(2, "luis", "2026-12-23", "2026-12-26"),
                         record(3, "luis", "2026-12-20 12:00", "2026-12-20"),
                         record(4, "gone", "2026-12-20", "2026-12-20")};
  const auto joined = with_recorded_leave(spec, leave);
  REQUIRE(joined);
  const auto& luis = joined->people[1];
  CHECK(luis.leave == std::vector<base::Interval>{{at("2026-12-20T17:00:00Z"), at("2026-12-21T05:00:00Z")},
                                                  {at("2026-12-21T05:00:00Z"), at("2026-12-24T05:00:00Z")},
                                                  {at("2026-12-24T05:00:00Z"), at("2026-12-27T05:00:00Z")},
                                                  {at("2027-01-04T05:00:00Z"), at("2027-01-06T05:00:00Z")}});
  const policy::LeaveSource recorded = policy::Recorded{.words = "recorded by Dana Whitfield"};
  CHECK(luis.leave_at == std::vector<policy::LeaveSource>{
                             recorded, policy::TextPlace{.file = "agreement.yaml", .line = 7}, recorded, recorded});
  CHECK(policy::Policy::make(*joined) != nullptr);
  CHECK(joined->people[0].leave.empty());

  const auto broken = with_recorded_leave(agreed, std::array{record(5, "luis", "whenever", "2026-12-24")});
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == base::ErrorCode::Corrupt);
  CHECK(broken.error().message.contains("`whenever`"));
}

TEST_CASE("a team is staffed when its policy says so, at every instant") {
  LeaveWorld world;
  world.record(world.member("sam"), of("sam", "2026-10-05 12:00", "2026-10-05 15:00"));
  world.record(world.member("sam"), of("otto", "2026-10-05 14:00", "2026-10-06"));
  world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  world.record(world.member("dana"), of("luis", "2026-10-06 09:00", "2026-10-06 10:30"));
  const policy::Policy& policy = world.policy();
  const base::Interval part{at("2026-10-04T00:00:00Z"), at("2026-10-09T00:00:00Z")};
  for (std::uint32_t i = 0; i < policy.spec().teams.size(); ++i) {
    const auto staffed = staffed_hours(policy, policy::TeamIndex{i}, part);
    std::size_t switches = 0;
    for (base::Instant t = part.from; t < part.to; t = t + base::minutes(15)) {
      const bool within = staffed.contains(t);
      REQUIRE(within == policy.is_open(policy::TeamIndex{i}, t));
      switches += within ? 1 : 0;
    }
    CHECK(switches > 0);
  }
}

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
  Engagements restarted(world.store);
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

TEST_CASE("leave begins and ends at the midnights of the person's own zone") {
  auto spec = LeaveWorld().policy().spec();
  spec.people[1].time_zone = "Asia/Kathmandu";
  LeaveRecord luis{.id = LeaveId({.high = 1, .low = 1}),
                   .engagement = desk::EngagementName("harbor-cu"),
                   .person = desk::PersonName("luis"),
                   .from = "2026-12-21",
                   .to = "2026-12-21",
                   .note = {},
                   .feed = std::nullopt,
                   .recorded = {},
                   .removed = std::nullopt};
  CHECK(period_of(luis, spec) == base::Interval{at("2026-12-20T18:15:00Z"), at("2026-12-21T18:15:00Z")});
  luis.person = desk::PersonName("dana");
  CHECK(period_of(luis, spec) == base::Interval{at("2026-12-21T05:00:00Z"), at("2026-12-22T05:00:00Z")});
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

TEST_CASE("what another process recorded is taken up by the timekeeper, and told once") {
  LeaveWorld world;
  Engagements server(world.store);
  REQUIRE(server.load());
  std::vector<std::string> told;
  server.observe_leave([&](const desk::EngagementName& engagement) { told.push_back(engagement.text()); });
  Timekeeper timekeeper(world.store, world.tickets, world.clock);
  timekeeper.every(base::minutes(1), "leave", [&] { return server.take_up_leave(); });
  const auto is_present = [&] {
    const auto now = server.find(world.name);
    return now->policy->is_present(*now->policy->find_person("dana"), at("2026-10-06T14:00:00Z"));
  };
  REQUIRE(timekeeper.run_due());
  world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  const auto next = timekeeper.run_due();
  REQUIRE(next);
  CHECK(*next == world.clock.now() + base::minutes(1));
  CHECK(is_present());
  world.clock.advance(base::minutes(1));
  REQUIRE(timekeeper.run_due());
  CHECK_FALSE(is_present());
  CHECK(told == std::vector<std::string>{"harbor-cu"});
  world.clock.advance(base::minutes(1));
  REQUIRE(timekeeper.run_due());
  CHECK(told.size() == 1);
}

TEST_CASE("a chore that fails is tried again when it is due, and holds up nothing") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.tickets, world.clock);
  int tries = 0;
  timekeeper.every(base::hours(1), "broken", [&]() -> base::Result<void> {
    ++tries;
    return base::fail(base::ErrorCode::Io, "no");
  });
  for (const int expected : {1, 1, 2}) {
    const auto next = timekeeper.run_due();
    REQUIRE(next);
    CHECK(tries == expected);
    world.clock.advance(base::minutes(30));
  }
}

TEST_CASE("whoever listens is woken when the calendar of their engagement changes") {
  LeaveWorld world;
  Feed feed(world.store, world.engagements);
  world.engagements.observe_leave([&](const desk::EngagementName& engagement) { feed.calendar_changed(engagement); });
  int woken = 0;
  int others = 0;
  const auto mine = feed.subscribe(world.name, [&] { ++woken; });
  const auto other = feed.subscribe(desk::EngagementName("another-one"), [&] { ++others; });
  CHECK(feed.calendar_generation(world.name) == 0);
  const auto recorded = world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  CHECK(woken == 1);
  REQUIRE(world.leave.remove(world.member("dana"), world.name, recorded.entry.record->id));
  CHECK(woken == 2);
  CHECK(others == 0);
  CHECK(feed.calendar_generation(world.name) == 2);
}

TEST_CASE("the calendar shows when teams are open and short of people, and who is away") {
  LeaveWorld world;
  world.record(world.member("dana"), of("dana", "2026-10-05 12:00", "2026-10-06"));
  world.record(world.member("dana"), of("luis", "2026-10-06", "2026-10-06", "moving house"));
  using namespace std::chrono;
  const auto read = [&](const Caller& who, year_month_day from, year_month_day to) {
    return read_calendar(who, world.engagements, world.name, from, to, world.clock.now());
  };
  const auto view = read(world.member("luis"), 2026y / October / 5, 2026y / October / 6);
  REQUIRE(view);
  CHECK(view->part == base::Interval{at("2026-10-05T04:00:00Z"), at("2026-10-07T04:00:00Z")});
  REQUIRE(view->teams.size() == 2);
  const TeamCalendar& harbor = view->teams[0];
  const base::Interval monday{at("2026-10-05T12:00:00Z"), at("2026-10-05T21:00:00Z")};
  const base::Interval tuesday{at("2026-10-06T12:00:00Z"), at("2026-10-06T21:00:00Z")};
  CHECK(harbor.open == calendar::IntervalSet({monday, tuesday}));
  CHECK(harbor.short_of_people == calendar::IntervalSet(tuesday));
  CHECK(harbor.shifts.empty());
  CHECK(harbor.is_open_now);
  CHECK(harbor.present_now == std::vector{desk::PersonName("dana"), desk::PersonName("luis")});
  REQUIRE(view->people.size() == 4);
  CHECK(view->people[1].person == desk::PersonName("luis"));
  CHECK(view->people[1].may_record);
  CHECK_FALSE(view->people[0].may_record);
  REQUIRE(view->people[1].leave.size() == 1);
  CHECK(view->people[1].leave[0].record->note == "moving house");
  CHECK(view->people[1].leave[0].may_remove);
  CHECK_FALSE(view->people[0].leave.at(0).may_remove);

  CHECK(read(world.auditor(), 2026y / October / 5, 2026y / October / 6));
  CHECK(read(world.requester("nora"), 2026y / October / 5, 2026y / October / 6).error().kind == FailureKind::Forbidden);
  CHECK(read(world.stranger(), 2026y / October / 5, 2026y / October / 6).error().kind == FailureKind::NotFound);
  CHECK(read(world.auditor(), 2026y / October / 6, 2026y / October / 5).error().kind == FailureKind::Invalid);
  CHECK(read(world.auditor(), 2026y / October / 1, 2027y / January / 8));
  CHECK(read(world.auditor(), 2026y / October / 1, 2027y / January / 9).error().kind == FailureKind::Invalid);
}

TEST_CASE("a calendar key reads one engagement as one account until it is revoked") {
  LeaveWorld world;
  auto account = world.accounts.create("dana@harbor.example", "Dana", base::Secret("a long password"));
  REQUIRE(account);
  REQUIRE(world.accounts.join("dana@harbor.example", world.name, Role::Member, desk::PersonName("dana")));
  const Caller dana = *world.accounts.caller_of_account(account->id);
  CalendarKeys keys(world.store, world.accounts, world.clock, world.ids);
  const auto made = keys.create(dana, world.name, "phone");
  REQUIRE(made);
  const auto opened = keys.open(world.name, made->key.reveal());
  REQUIRE(opened);
  CHECK(opened->caller.account == account->id);
  CHECK(keys.open(desk::EngagementName("another-one"), made->key.reveal()).error().kind ==
        FailureKind::Unauthenticated);
  CHECK(keys.open(world.name, "guess").error().kind == FailureKind::Unauthenticated);
  CHECK(keys.list(dana, world.name)->size() == 1);
  CHECK(keys.create(dana, world.name, "").error().kind == FailureKind::Invalid);
  CHECK(keys.create(dana, world.name, std::string(101, 'x')).error().kind == FailureKind::Invalid);
  CHECK(keys.create(world.requester("nora"), world.name, "phone").error().kind == FailureKind::Forbidden);
  CHECK(keys.create(world.stranger(), world.name, "phone").error().kind == FailureKind::NotFound);

  CHECK(keys.revoke(world.member("sam"), world.name, made->record.id).error().kind == FailureKind::NotFound);
  REQUIRE(keys.revoke(dana, world.name, made->record.id));
  CHECK(keys.open(world.name, made->key.reveal()).error().kind == FailureKind::Unauthenticated);
  for (std::size_t i = 0; i < kMaxCalendarKeys; ++i) REQUIRE(keys.create(dana, world.name, "phone"));
  CHECK(keys.create(dana, world.name, "phone").error().kind == FailureKind::Invalid);
}
