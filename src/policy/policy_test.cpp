#include "policy/policy.h"

#include <doctest/doctest.h>

#include "base/check.h"
#include "policy/example_spec.h"
#include "policy/reference.h"
#include "policy/spec_check.h"

using namespace tandem;
using namespace tandem::policy;

namespace {

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}
const base::Instant kMonday = at("2026-10-05T14:00:00Z");  // 10:00 in New York
const base::Instant kSaturdayNight = at("2026-10-11T00:00:00Z");

void send_on_leave(Spec& spec, std::string_view name, std::string_view from, std::string_view to) {
  auto& person = *std::ranges::find(spec.people, name, &Person::name);
  person.leave.push_back({at(from), at(to)});
  person.leave_at.push_back(TextPlace{.file = "leave.yaml", .line = 7});
}

Facts facts(const Policy& policy, std::string_view category, std::string_view priority = "normal") {
  return {.category = *policy.find_category(category), .priority = *policy.find_priority(priority)};
}

// "kind: sentence" for each reason, after checking that a trace changes nothing and that the reference agrees.
std::vector<std::string> why(const Policy& policy, const Facts& asked, base::Instant when) {
  Trace trace;
  const Answer answer = policy.evaluate(asked, when, &trace);
  CHECK(answer == policy.evaluate(asked, when));
  CHECK(answer == evaluate_plainly(policy.spec(), asked, when));
  std::vector<std::string> lines;
  for (const Reason& reason : trace.reasons()) {
    lines.push_back(fmt::format("{}: {}", to_text(reason.kind), explain(policy, reason)));
    CHECK(reason.at.line != 0);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the matrix names the team when no rule does") {
  const auto policy = Policy::make(example_spec());
  CHECK(why(*policy, facts(*policy, "malware", "critical"), at("2026-12-25T08:00:00Z")) ==
        Lines{"category-activity: `malware` belongs to `endpoint-security.remediation`",
              "activity-responsible: `soc` is responsible for `endpoint-security.remediation`",
              "team-open: `soc` is open (calendar `always`)",
              "lowest-load: Mei Tanaka has the fewest open items of those present in `soc` (0)",
              "accountable: Mei Tanaka is accountable for `endpoint-security.remediation`"});
}

TEST_CASE("the first rule that holds names the team, and the activity still names who is accountable") {
  const auto policy = Policy::make(example_spec());
  Facts vip = facts(*policy, "password-reset");
  vip.requester = RequesterKind::Vip;
  CHECK(why(*policy, vip, kMonday) ==
        Lines{"rule-matched: rule `executives stay in house` sends it to `harbor-it`",
              "team-open: `harbor-it` is open (calendar `office`)",
              "lowest-load: Dana Whitfield has the fewest open items of those present in `harbor-it` (0)",
              "category-activity: `password-reset` belongs to `help-desk.routine`",
              "accountable: Priya Raman is accountable for `help-desk.routine`"});
  CHECK(policy->team(policy->evaluate(vip, kSaturdayNight).team).name == "desk");
}

TEST_CASE("a closed team gives way to its cover") {
  const auto policy = Policy::make(example_spec());
  const auto lines = why(*policy, facts(*policy, "core-banking"), kSaturdayNight);
  REQUIRE(lines.size() == 6);
  CHECK(lines[2] == "team-closed: `harbor-it` is closed (calendar `office`)");
  CHECK(lines[3] == "cover-open: `desk` covers for `harbor-it` and is there");
  CHECK(lines[5] == "accountable: Dana Whitfield is accountable for `help-desk.business-app`");
}

TEST_CASE("without an open cover the named team keeps the work and the answer is a gap") {
  Spec spec = example_spec();
  for (const char* name : {"priya", "sam", "otto"}) {
    send_on_leave(spec, name, "2026-10-10T00:00:00Z", "2026-10-12T00:00:00Z");
  }
  const auto policy = Policy::make(spec);
  const Facts asked = facts(*policy, "core-banking");
  const auto lines = why(*policy, asked, kSaturdayNight);
  REQUIRE(lines.size() == 7);
  CHECK(lines[3] == "cover-unavailable: `desk` covers for `harbor-it` but has nobody present and needs 1 person");
  CHECK(lines[4] == "nobody-open: nobody is there now: `harbor-it` keeps it, and this is a gap");
  const Answer answer = policy->evaluate(asked, kSaturdayNight);
  CHECK(answer.gap);
  CHECK(policy->person(answer.person).name == "dana");
  const Answer routine = policy->evaluate(facts(*policy, "workstation"), kSaturdayNight);
  CHECK(routine.person.is_none());
  CHECK(policy->person(routine.accountable).name == "priya");  // the deputy is away as well
}

TEST_CASE("a team short of its minimum counts as closed") {
  Spec spec = example_spec();
  spec.teams[0].minimum = 2;
  send_on_leave(spec, "dana", "2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z");
  const auto policy = Policy::make(spec);
  const auto lines = why(*policy, facts(*policy, "core-banking"), kMonday);
  CHECK(lines[2] == "team-short: `harbor-it` has 1 person present and needs 2");
  CHECK(lines[5] ==
        "accountable-away: Dana Whitfield is accountable for `help-desk.business-app` "
        "but on leave until Mon 2026-10-05 20:00");
  CHECK(lines[6] == "deputy: Luis Ortega answers for `help-desk.business-app` as deputy");
  CHECK_FALSE(policy->is_open({0}, kMonday));
  CHECK(policy->is_open({0}, at("2026-10-06T14:00:00Z")));
}

TEST_CASE("load sends work on when the open items per present person reach the limit") {
  Spec spec = example_spec();
  const auto policy = Policy::make(spec);
  Facts asked = facts(*policy, "core-banking");
  const auto team_at = [&](std::uint32_t open) {
    const std::uint32_t by_team[] = {open};
    asked.workload.open_by_team = by_team;
    return policy->team(policy->evaluate(asked, kMonday).team).name;
  };
  CHECK(team_at(23) == "harbor-it");
  CHECK(team_at(24) == "desk");
}

namespace {

constexpr PersonIndex kMei{6};
constexpr PersonIndex kOtto{7};

// The example with a weekly rotation of otto and mei for the team `soc`.
Spec spec_with_duty(std::vector<calendar::DutyOverride> overrides = {}) {
  Spec spec = example_spec();
  spec.teams[2].rotation =
      *calendar::Rotation::make({.zone = *calendar::Zone::find("America/New_York"),
                                 .people = 2,
                                 .layers = {{.name = "primary",
                                             .order = {0, 1},
                                             .starts = *calendar::parse_local_time("2026-10-05 09:00"),
                                             .turn = {1, calendar::Turn::Unit::Week}}},
                                 .overrides = std::move(overrides)});
  spec.teams[2].rotation_order = {kOtto, kMei};
  spec.teams[2].rotation_at = {.file = "agreement.yaml", .line = 99};
  return spec;
}

}  // namespace

TEST_CASE("the person on duty gets the work, and the next of the order stands in while they are away") {
  Spec spec = spec_with_duty();
  send_on_leave(spec, "otto", "2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z");
  const auto policy = Policy::make(spec);
  const Facts asked = facts(*policy, "malware");
  CHECK(why(*policy, asked, kMonday)[3] == "on-duty: Otto Lind is on duty for `soc`");
  const auto away = why(*policy, asked, at("2026-10-07T12:00:00Z"));
  CHECK(away[3] == "duty-away: Otto Lind is on duty for `soc` but on leave until Wed 2026-10-07 20:00");
  CHECK(away[4] == "stand-in: Mei Tanaka stands in for Otto Lind on duty for `soc`");
  CHECK(policy->person_for({2}, at("2026-10-13T00:00:00Z"), {}) == kMei);
}

TEST_CASE("where the rotation has nobody who is present, the one with the fewest items gets the work") {
  Spec spec = spec_with_duty({{std::nullopt, {at("2026-10-08T00:00:00Z"), at("2026-10-09T00:00:00Z")}},
                              {1, {at("2026-10-09T00:00:00Z"), at("2026-10-10T00:00:00Z")}}});
  spec.teams[2].members.push_back({5});
  send_on_leave(spec, "otto", "2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z");
  send_on_leave(spec, "mei", "2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z");
  const auto policy = Policy::make(spec);
  const Facts asked = facts(*policy, "malware");
  const auto away = why(*policy, asked, at("2026-10-07T12:00:00Z"));
  CHECK(away[3] == "duty-away: Otto Lind is on duty for `soc` but on leave until Wed 2026-10-07 20:00");
  CHECK(away[4] == "nobody-on-duty: nobody is on duty for `soc`");
  CHECK(away[5] == "lowest-load: Sam Okafor has the fewest open items of those present in `soc` (0)");
  CHECK(why(*policy, asked, at("2026-10-08T12:00:00Z"))[3] == "nobody-on-duty: nobody is on duty for `soc`");
  CHECK(why(*policy, asked, at("2026-10-09T12:00:00Z"))[3] ==
        "on-duty: Mei Tanaka is on duty for `soc` by an override");
}

TEST_CASE("a duty by an exception stands at the exception's own line, where the text tells it") {
  const base::Interval morning{at("2026-10-08T00:00:00Z"), at("2026-10-08T12:00:00Z")};
  const base::Interval noon{at("2026-10-08T12:00:00Z"), at("2026-10-08T13:00:00Z")};
  Spec spec = spec_with_duty({{1, morning}, {1, noon}});
  const auto line_at = [](const Spec& of, base::Instant when) {
    Trace trace;
    static_cast<void>(Policy::make(of)->person_for({2}, when, {}, &trace));
    return trace.reasons()[0].at.line;
  };
  CHECK(line_at(spec, morning.from) == 99);  // no places are known
  spec.teams[2].exceptions_at.overrides = {{.file = "agreement.yaml", .line = 104},
                                           {.file = "agreement.yaml", .line = 105}};
  CHECK(line_at(spec, morning.from) == 104);
  CHECK(line_at(spec, noon.from) == 105);
  CHECK(line_at(spec, noon.to) == 99);
  spec.teams[2].exceptions_at.overrides.pop_back();
  CHECK(find_fault(spec) == "a rotation has other exceptions than places of them");
}

TEST_CASE("leave that was recorded says who did so, and ends when all that touches is over") {
  Spec spec = spec_with_duty();
  send_on_leave(spec, "otto", "2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z");
  send_on_leave(spec, "otto", "2026-10-08T00:00:00Z", "2026-10-09T13:00:00Z");
  spec.people[kOtto.value].leave_at[0] = Recorded{"recorded by Dana Whitfield"};
  const auto policy = Policy::make(spec);
  Trace trace;
  CHECK(policy->person_for({2}, at("2026-10-07T12:00:00Z"), {}, &trace) == kMei);
  CHECK(explain(*policy, trace.reasons()[0]) ==
        "Otto Lind is on duty for `soc` but on leave until Fri 2026-10-09 09:00 (recorded by Dana Whitfield)");
  CHECK(trace.reasons()[0].at == TextPlace{});
}

TEST_CASE("among equals the earlier listed member gets the work") {
  const auto policy = Policy::make(example_spec());
  const auto first = [&](std::vector<std::uint32_t> load) {
    Facts asked = facts(*policy, "workstation");
    asked.workload.open_by_person = load;
    return policy->person(policy->evaluate(asked, kMonday).person).name;
  };
  CHECK(first({0, 0, 0, 0, 3, 2, 0, 2}) == "sam");
  CHECK(first({0, 0, 0, 0, 1, 1, 0, 1}) == "priya");
  CHECK(first({0, 0, 0, 0, 1, 1}) == "otto");  // what lies behind the end counts as zero
}

TEST_CASE("leave ends at its end") {
  Spec spec = example_spec();
  send_on_leave(spec, "mei", "2026-10-05T00:00:00Z", "2026-10-06T00:00:00Z");
  send_on_leave(spec, "mei", "2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z");
  const auto policy = Policy::make(spec);
  CHECK(policy->is_present({6}, at("2026-10-04T23:59:59Z")));
  CHECK_FALSE(policy->is_present({6}, at("2026-10-06T00:00:00Z")));
  CHECK(policy->is_present({6}, at("2026-10-07T00:00:00Z")));
}

TEST_CASE("names are found, and only names of the agreement") {
  const auto policy = Policy::make(example_spec());
  CHECK(policy->find_team("soc")->value == 2);
  CHECK(policy->find_person("mei")->value == 6);
  CHECK(policy->find_party("northbeam")->value == 1);
  CHECK(policy->find_site("harbor-east")->value == 1);
  CHECK(policy->find_department("finance")->value == 2);
  CHECK(policy->find_asset_class("server")->value == 2);
  CHECK_FALSE(policy->find_team("Soc"));
  CHECK_FALSE(policy->find_priority(""));
  CHECK(policy->is_member({2}, {6}));
  CHECK_FALSE(policy->is_member({2}, {0}));
}

TEST_CASE("work that nobody classified is `other` with the usual priority") {
  Spec spec = example_spec();
  const auto policy = Policy::make(spec);
  CHECK(policy->category(policy->other()).name == "other");
  CHECK(policy->priority(policy->default_priority()).priority == "normal");
  CHECK(policy->evaluate({}, kMonday) == policy->evaluate(facts(*policy, "other"), kMonday));
  spec.targets[2].priority = "low";
  CHECK(Policy::make(spec)->default_priority().value == 2);
}

TEST_CASE("a hand-off may wait as long as its priority allows") {
  const auto policy = Policy::make(example_spec());
  CHECK(policy->accept_within(*policy->find_priority("critical")) == base::minutes(5));
  CHECK(policy->accept_within(*policy->find_priority("high")) == base::minutes(30));
  CHECK(policy->accept_within(PriorityIndex::none()) == base::minutes(30));
}

TEST_CASE("every kind of reason has a word of its own") {
  std::set<std::string_view> words;
  for (int kind = 0; kind <= static_cast<int>(ReasonKind::NoDeputyPresent); ++kind) {
    words.insert(to_text(static_cast<ReasonKind>(kind)));
  }
  CHECK(words.size() == static_cast<std::size_t>(ReasonKind::NoDeputyPresent) + 1);
}

TEST_CASE("a spec that breaks its promises is our bug") {
  const auto breaks = [](auto change) {
    Spec spec = example_spec();
    change(spec);
    CHECK_THROWS_AS((void)Policy::make(spec), base::InternalError);
  };
  breaks([](Spec& spec) { spec.categories.pop_back(); });
  breaks([](Spec& spec) { spec.teams[0].hours = CalendarIndex::none(); });
  breaks([](Spec& spec) { spec.activities[0].accountable = {99}; });
  breaks([](Spec& spec) { spec.rules[0].to = TeamIndex::none(); });
  breaks([](Spec& spec) { spec.rules[1].categories = {CategoryIndex::none()}; });
  breaks([](Spec& spec) { spec.people[0].leave = {{kMonday, kMonday}}; });
  breaks([](Spec& spec) { spec.teams[1].name = "soc"; });
  breaks([](Spec& spec) { spec.people[0].time_zone = "Atlantis/Poseidonis"; });
  breaks([](Spec& spec) { spec.teams[2].rotation = spec_with_duty().teams[2].rotation; });
}
