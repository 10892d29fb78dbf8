#include "policy/escalation.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"
#include "policy/policy.h"

namespace tandem::policy {
namespace {

using base::hours;
using base::Instant;
using base::minutes;

constexpr Instant kFridayNoon = Instant::from_unix_s(1'790'956'800);  // Fri 2026-10-02 12:00 in New York
constexpr std::size_t kCritical = 0;
constexpr std::size_t kNormal = 2;

TargetTime real(std::int64_t length) {
  return {.minutes = length};
}
TargetTime business(std::int64_t length) {
  return {.minutes = length, .unit = TargetTime::Unit::Business};
}

TEST_CASE("a response falls due on the priority's clock") {
  const Spec spec = example_spec();
  CHECK(respond_by(spec, spec.targets[kCritical], kFridayNoon) == kFridayNoon + minutes(15));
  // Four business hours: until closing at 17:30 it is 5.5 hours.
  CHECK(respond_by(spec, spec.targets[kNormal], kFridayNoon) == kFridayNoon + hours(4));
  // At 15:30 two hours are left of the day, and Saturday has two from 09:00 on.
  CHECK(respond_by(spec, spec.targets[kNormal], kFridayNoon + minutes(210)) == kFridayNoon + hours(23));
}

TEST_CASE("without a response target nothing falls due") {
  Spec spec = example_spec();
  spec.targets[kCritical].respond.reset();
  CHECK_FALSE(respond_by(spec, spec.targets[kCritical], kFridayNoon));
}

TEST_CASE("times of a step run one behind the other") {
  const Spec spec = example_spec();
  const EscalationStep step{.after = {real(330), business(60), real(30)}, .tell = {Addressee{}}};
  // Real time until closing, then an hour of Saturday's, then half an hour.
  CHECK(takes_place(spec, spec.targets[kNormal], step, kFridayNoon) == kFridayNoon + hours(22) + minutes(30));
}

TEST_CASE("on a clock that never opens a step never takes place") {
  Spec spec = example_spec();
  spec.calendars.push_back(
      {"shut", *calendar::BusinessCalendar::make({.zone = *calendar::Zone::find("America/New_York")}), {}});
  spec.targets[kNormal].clock = {2};
  const EscalationStep step{.after = {business(60), real(30)}, .tell = {Addressee{}}};
  CHECK_FALSE(takes_place(spec, spec.targets[kNormal], step, kFridayNoon));
}

TEST_CASE("a policy is not made of an escalation that names nobody or has no clock") {
  Spec spec = example_spec();
  spec.targets[kNormal].escalation = {{.after = {business(60)}, .tell = {}}};
  CHECK_THROWS((void)Policy::make(spec));
  spec.targets[kNormal].escalation = {{.after = {business(60)}, .tell = {{.kind = Addressee::Kind::Team}}}};
  CHECK_THROWS((void)Policy::make(spec));
  spec.targets[kNormal].escalation = {{.after = {business(60)}, .tell = {{.kind = Addressee::Kind::Lead}}}};
  CHECK_NOTHROW((void)Policy::make(spec));
  spec.targets[kNormal].clock = {};
  CHECK_THROWS((void)Policy::make(spec));
}

}  // namespace
}  // namespace tandem::policy
