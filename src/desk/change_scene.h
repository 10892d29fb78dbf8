// A planned change on a stage, for tests: the governed agreement's core banking, which helpdesk, mei and a vendor are
// consulted about. Sam of the helpdesk plans it; dana answers for it, and harbor-it does it.
#pragma once

#include <doctest/doctest.h>

#include "desk/governed_agreement.h"
#include "desk/scene.h"

namespace tandem::desk {

inline constexpr base::Instant kTuesdayNight = kMonday + base::hours(24 + 10);

// core-banking.handling is harbor-it's; helpdesk, mei and a vendor that luis answers for are consulted.
inline OpenTicket a_change(ChangeKind kind = ChangeKind::Normal, std::string_view activity = "core-banking.handling") {
  OpenTicket command = a_ticket({}, "normal");
  command.kind = TicketKind::Change;
  ChangePlan plan;
  plan.kind = kind;
  plan.activity = ActivityName(activity);
  plan.from = kTuesdayNight;
  plan.to = kTuesdayNight + base::hours(3);
  plan.assets = {"core-switch"};
  plan.plan = "install 4.2";
  plan.roll_back = "install 4.1";
  plan.risk = ChangeRisk::High;
  command.change = std::move(plan);
  return command;
}

inline Circumstances as(const Actor& actor, const policy::Policy& policy) {
  return {.policy = policy, .now = kMonday, .actor = actor, .workload = {}};
}

class Changing : public Scene {
 public:
  explicit Changing(const OpenTicket& command = a_change(),
                    std::shared_ptr<const policy::Policy> policy = governed_agreement())
      : Scene(std::move(policy), command, kMonday) {}

  [[nodiscard]] const PlannedChange& change() const { return *ticket.change; }
  void agree() {
    for (const std::string_view who : {"priya", "mei", "luis"}) {
      if (!change().unanswered().empty()) static_cast<void>(does(person(who), AnswerChange{}));
    }
    REQUIRE(change().unanswered().empty());
  }
  void approve() {
    agree();
    REQUIRE(does(person("dana"), ApproveChange{}) == std::nullopt);
  }
  void start() {
    approve();
    now = kTuesdayNight;
    REQUIRE(does(person("luis"), StartChange{}) == std::nullopt);
  }
  std::optional<RefusalKind> passes(base::Instant at) {
    now = at;
    return does(system_actor(), PassTime{});
  }
};

inline std::vector<std::string> asked_of(const PlannedChange& change) {
  std::vector<std::string> names;
  for (const Consulted& one : change.asked) names.push_back(name_of(one));
  return names;
}
inline std::vector<std::string> told_of(const std::vector<Told>& told) {
  std::vector<std::string> names;
  for (const Told& one : told) names.push_back(fmt::format("{} ({})", one.person.text(), one.as));
  return names;
}
using Texts = std::vector<std::string>;

}  // namespace tandem::desk
