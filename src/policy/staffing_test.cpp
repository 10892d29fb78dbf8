#include "policy/staffing.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"
#include "policy/random_spec.h"
#include "policy/reference.h"

using namespace tandem;
using namespace tandem::policy;
using base::Instant;
using base::Interval;

namespace {

Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}
Interval between(std::string_view from, std::string_view to) {
  return {at(from), at(to)};
}

constexpr TeamIndex kHarborIt{0};  // dana and luis, office hours
constexpr TeamIndex kSoc{2};       // mei and otto, always
constexpr PersonIndex kDana{0};
constexpr PersonIndex kMei{6};
constexpr PersonIndex kOtto{7};

void send_on_leave(Spec& spec, PersonIndex person, Interval during) {
  spec.people[person.value].leave.push_back(during);
  spec.people[person.value].leave_at.push_back(Recorded{"recorded by the test"});
}

Spec spec_with_duty() {
  Spec spec = example_spec();
  spec.teams[kSoc.value].rotation = *calendar::Rotation::make(
      {.zone = *calendar::Zone::find("America/New_York"),
       .people = 2,
       .layers = {{.order = {0, 1},
                   .starts = *calendar::parse_local_time("2026-10-05 09:00"),
                   .turn = {1, calendar::Turn::Unit::Week}}},
       .overrides = {{std::nullopt, between("2026-10-20T00:00:00Z", "2026-10-20T06:00:00Z")}}});
  spec.teams[kSoc.value].rotation_order = {kOtto, kMei};
  return spec;
}

}  // namespace

TEST_CASE("duty shifts are those of the rotation, with who stands in while somebody is on leave") {
  Spec spec = spec_with_duty();
  send_on_leave(spec, kOtto, between("2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z"));
  const auto policy = Policy::make(spec);
  CHECK(policy->duty_shifts(kSoc, between("2026-10-01T00:00:00Z", "2026-10-14T00:00:00Z")) ==
        std::vector<DutyShift>{
            {.person = kOtto, .during = between("2026-10-05T13:00:00Z", "2026-10-07T00:00:00Z")},
            {.person = kMei, .stands_in_for = kOtto, .during = between("2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z")},
            {.person = kOtto, .during = between("2026-10-08T00:00:00Z", "2026-10-12T13:00:00Z")},
            {.person = kMei, .during = between("2026-10-12T13:00:00Z", "2026-10-14T00:00:00Z")}});
  CHECK(policy->duty_shifts(kHarborIt, between("2026-10-01T00:00:00Z", "2026-10-14T00:00:00Z")).empty());
}

TEST_CASE("a team is short of people only while its hours are open") {
  Spec spec = example_spec();
  spec.teams[kHarborIt.value].minimum = 2;
  send_on_leave(spec, kDana, between("2026-10-06T00:00:00Z", "2026-10-07T14:00:00Z"));
  const auto policy = Policy::make(spec);
  const auto gaps = policy->staffing_gaps(kHarborIt, between("2026-10-01T00:00:00Z", "2026-10-31T00:00:00Z"));
  CHECK(gaps == std::vector<StaffingGap>{
                    {between("2026-10-06T12:00:00Z", "2026-10-06T21:30:00Z"), StaffingGapKind::ShortOfPeople, 1},
                    {between("2026-10-07T12:00:00Z", "2026-10-07T14:00:00Z"), StaffingGapKind::ShortOfPeople, 1}});
  CHECK(explain(*policy, kHarborIt, gaps[0]) == "1 of 2 people needed is there");
}

TEST_CASE("nobody on duty is a gap from the beginning of the rotation on, with what made it so") {
  Spec spec = spec_with_duty();
  spec.teams[kSoc.value].minimum = 0;
  for (const PersonIndex person : {kOtto, kMei}) {
    send_on_leave(spec, person, between("2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z"));
  }
  const auto policy = Policy::make(spec);
  const auto gaps = policy->staffing_gaps(kSoc, between("2026-10-01T00:00:00Z", "2026-10-31T00:00:00Z"));
  CHECK(gaps == std::vector<StaffingGap>{
                    {between("2026-10-07T00:00:00Z", "2026-10-08T00:00:00Z"), StaffingGapKind::EverybodyAway},
                    {between("2026-10-20T00:00:00Z", "2026-10-20T06:00:00Z"), StaffingGapKind::NobodyScheduled}});
  CHECK(explain(*policy, kSoc, gaps[0]) == "everybody who could be on duty is on leave");
  CHECK(explain(*policy, kSoc, gaps[1]) == "nobody is on duty");
}

TEST_CASE("shifts, presence and gaps of random agreements are what asking at each instant gives") {
  std::size_t shifts_seen = 0;
  std::size_t gaps_seen = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    RandomSpec random(seed);
    const auto policy = Policy::make(random.spec(0));
    const Interval all{random.instant(), random.instant() + base::hours(24 * 40)};
    for (std::uint32_t i = 0; i < policy->spec().teams.size(); ++i) {
      const TeamIndex team{i};
      const auto shifts = policy->duty_shifts(team, all);
      const auto counts = policy->headcounts(team, all);
      const auto gaps = policy->staffing_gaps(team, all);
      for (std::size_t n = 1; n < shifts.size(); ++n) CHECK(shifts[n - 1].during.to <= shifts[n].during.from);
      for (int n = 0; n < 40; ++n) {
        const Instant when = random.instant();
        if (!all.contains(when)) continue;
        const auto holds = [&](const auto& each) { return each.during.contains(when); };
        const auto shift = std::ranges::find_if(shifts, holds);
        Trace trace;
        const PersonIndex person = policy->person_for(team, when, {}, &trace);
        const bool by_rotation = std::ranges::any_of(trace.reasons(), [](const Reason& each) {
          return each.kind == ReasonKind::OnDuty || each.kind == ReasonKind::StandIn;
        });
        CHECK((shift != shifts.end()) == by_rotation);
        if (shift != shifts.end()) CHECK(shift->person == person);
        const auto count = std::ranges::find_if(counts, holds);
        REQUIRE(count != counts.end());
        const auto& spec_team = policy->team(team);
        const auto is_present = [&](PersonIndex each) { return policy->is_present(each, when); };
        CHECK(count->present == std::ranges::count_if(spec_team.members, is_present));
        const bool open = policy->spec().calendars[spec_team.hours.value].open.is_open(when);
        const bool too_few = open && count->present < spec_team.minimum;
        const bool nobody = open && spec_team.rotation && when >= *spec_team.rotation->begins() && !by_rotation;
        const auto gap_of = [&](bool of_people) {
          return std::ranges::any_of(gaps, [&](const StaffingGap& gap) {
            return holds(gap) && (gap.kind == StaffingGapKind::ShortOfPeople) == of_people;
          });
        };
        CHECK(gap_of(true) == too_few);
        CHECK(gap_of(false) == nobody);
        shifts_seen += std::size_t{by_rotation};
        gaps_seen += std::size_t{too_few} + std::size_t{nobody};
      }
    }
  }
  CHECK(shifts_seen > 500);
  CHECK(gaps_seen > 500);
}
