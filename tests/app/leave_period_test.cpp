#include "app/leave_period.h"

#include "app/leave_world.h"
#include "app/recorded_leave.h"

using namespace tandem;
using namespace tandem::app;

namespace {

calendar::Zone new_york() {
  return *calendar::Zone::find("America/New_York");
}

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

TEST_CASE("a period is said as people say it") {
  CHECK(spoken_period("2026-12-06", "2026-12-06") == "on 2026-12-06");
  CHECK(spoken_period("2026-12-06", "2026-12-07") == "from 2026-12-06 to 2026-12-07");
  CHECK(spoken_period("2026-12-06 13:00", "2026-12-06 17:30") == "on 2026-12-06 from 13:00 to 17:30");
  CHECK(spoken_period("2026-12-06 13:00", "2026-12-07 17:30") == "from 2026-12-06 13:00 to 2026-12-07 17:30");
  CHECK(spoken_period("2026-12-06 13:00", "2026-12-06") == "from 2026-12-06 13:00 to 2026-12-06");
}
