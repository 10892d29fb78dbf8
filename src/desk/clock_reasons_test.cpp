#include "desk/clock_reasons.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;
using base::minutes;

namespace {

std::string told(const Ticket& ticket, const Versions& versions, base::Instant now, TargetKind kind) {
  for (const TargetView& view : view_targets(ticket, AgreementHistory(versions), now)) {
    if (view.reading.kind != kind) continue;
    std::string text;
    for (const Reason& reason : view.reasons) {
      text += reason.text;
      if (!reason.file.empty()) text += fmt::format(" [{}:{}]", reason.file, reason.line);
      text += '\n';
    }
    return text;
  }
  return "none";
}

}  // namespace

TEST_CASE("the promise, its calendar, priorities and waits are told with their lines") {
  const Ticket ticket =
      timed({{.from = kMonday, .priority = "high"},
             {.from = kMonday + minutes(5)},
             {.from = kMonday + hours(1), .state = State::Waiting, .on = WaitingOn::Requester},
             {.from = kMonday + hours(2), .state = State::Waiting, .on = WaitingOn::Requester, .team = "soc"},
             {.from = kMonday + hours(3) + minutes(10), .team = "soc"},
             {.from = kMonday + hours(4), .state = State::Waiting, .on = WaitingOn::Problem},
             {.from = kMonday + hours(5), .state = State::Resolved},
             {.from = kMonday + hours(7), .state = State::New},
             {.from = kMonday + hours(8), .state = State::Waiting, .on = WaitingOn::Vendor}});
  const auto now = kMonday + hours(8) + base::seconds(40);
  CHECK(told(ticket, usual_agreement(), now, TargetKind::Resolve) ==
        "priority `normal` is to be resolved within 600 business minutes [agreement.yaml:62]\n"
        "time counts while `office` is open [agreement.yaml:10]\n"
        "the priority was `high` before: the time from the opening on is counted for `normal` [agreement.yaml:62]\n"
        "paused 2 h 10 min while waiting on the requester\n"
        "ran on 1 h while waiting on the problem: that is the teams' own work\n"
        "stood still 2 h while it was resolved or closed\n"
        "paused 40 s while waiting on the vendor\n");
  CHECK(told(ticket, usual_agreement(), kMonday + hours(2), TargetKind::Respond) ==
        "priority `normal` is to be answered within 120 business minutes [agreement.yaml:62]\n"
        "time counts while `office` is open [agreement.yaml:10]\n"
        "the priority was `high` before: the time from the opening on is counted for `normal` [agreement.yaml:62]\n"
        "ran on 1 h while waiting on the requester: an answer is owed all the same\n");
}

TEST_CASE("each older version is told of once, by what it does to the count") {
  Versions versions;
  versions.push_back({.from = kMonday - hours(99), .version = 1, .policy = agreement(1, [](policy::Spec& spec) {
                                                                   usual_targets(spec);
                                                                   spec.targets[1].priority = "urgent";
                                                                 })});
  versions.push_back({.from = kMonday + hours(1), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                  usual_targets(spec);
                                                                  spec.calendars[0].name = "counter";
                                                                })});
  versions.push_back({.from = kMonday + hours(2), .version = 3, .policy = agreement(4, usual_targets)});
  versions.push_back({.from = kMonday + hours(3), .version = 4, .policy = versions.back().policy});
  const Ticket ticket = timed(
      {{.from = kMonday, .priority = "high"}, {.from = kMonday + minutes(90), .priority = "high", .team = "soc"}});
  CHECK(told(ticket, versions, kMonday + hours(4), TargetKind::Resolve) ==
        "priority `high` is to be resolved within 240 business minutes [agreement.yaml:61]\n"
        "time counts while `office` is open [agreement.yaml:10]\n"
        "version 1 of the agreement, in force until Mon 2026-10-05 11:00 (America/New_York), has no clock for `high`: "
        "`office` counts for "
        "that "
        "time [agreement.yaml:61]\n"
        "version 2 of the agreement was in force until Mon 2026-10-05 12:00 (America/New_York): its `counter` counts "
        "for that time "
        "[agreement.yaml:61]\n"
        "version 3 of the agreement, in force until Mon 2026-10-05 13:00 (America/New_York), can no longer be read: "
        "version 4 counts for it "
        "[agreement.yaml:61]\n");
  CHECK(told(ticket, versions, kMonday + hours(4), TargetKind::Respond)
            .starts_with("priority `high` is to be answered within 30 min [agreement.yaml:61]\n"
                         "all time counts, day and night [agreement.yaml:61]\n"
                         "version 1 of the agreement was in force until Mon 2026-10-05 11:00 (America/New_York): all "
                         "time counts as it does now"));
}

TEST_CASE("both targets are viewed with their words, and none where nothing is promised") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  const auto views = view_targets(timed({{.from = kMonday, .priority = "high"}}), history, kMonday);
  REQUIRE(views.size() == 2);
  CHECK(views[0].reading.kind == TargetKind::Respond);
  CHECK(views[0].text == "30 min");
  CHECK(views[0].clock == "always");
  CHECK(views[1].reading.kind == TargetKind::Resolve);
  CHECK(views[1].text == "240 business minutes");
  CHECK(views[1].clock == "office");
  CHECK(views[1].warnings.size() == kWarnAtPercent.size());
  CHECK(view_targets(timed({{.from = kMonday, .priority = "critical"}}), history, kMonday).empty());
}

TEST_CASE("lengths have at most two units") {
  CHECK(spoken_length(base::Duration(-5)) == "0 s");
  CHECK(spoken_length(base::Duration(59'999'999)) == "59 s");
  CHECK(spoken_length(minutes(59)) == "59 min");
  CHECK(spoken_length(minutes(130)) == "2 h 10 min");
  CHECK(spoken_length(hours(23)) == "23 h");
  CHECK(spoken_length(hours(24)) == "1 d");
  CHECK(spoken_length(hours(49) + minutes(59)) == "2 d 1 h");
}
