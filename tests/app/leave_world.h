// The small world of these tests with leave in it, and short words for it.
#pragma once

#include "app/leave.h"
#include "app/test_world.h"

namespace tandem::app {

inline base::Instant at(std::string_view text) {
  const auto instant = base::parse_rfc3339(text);
  REQUIRE(instant);
  return *instant;
}

inline NewLeave of(std::string_view person, std::string from, std::string to, std::string note = "") {
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

}  // namespace tandem::app
