// Who is told of targets, and when.
#include "desk/target_watch.h"

#include <doctest/doctest.h>

#include "desk/change_scene.h"
#include "desk/clock_reasons.h"
#include "desk/clock_scene.h"
#include "desk/escalation_steps.h"
#include "desk/scene.h"
#include "desk/targets_ahead.h"

namespace tandem::desk {
namespace {

// `normal`: an answer within 2 business hours, an end within 10; kMonday is 10:00 and the office closes at 18:00.
class Watched : public Scene {
 public:
  explicit Watched(std::string_view priority = "normal") : Watched(usual_agreement(), priority) {}
  void passes_to(base::Instant at) {
    now = at;
    REQUIRE(does(system_actor(), PassTime{}) == std::nullopt);
  }
  [[nodiscard]] const TargetWarned& warned() const { return std::get<TargetWarned>(latest.back().data); }
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> names;
    for (const Told& one : warned().told) names.push_back(one.person.text() + " as " + one.as);
    return names;
  }

 private:
  Watched(Versions versions, std::string_view priority)
      : Scene(versions.front().policy.shared(), a_ticket("workstation", priority), kMonday),
        versions_(std::move(versions)),
        history_(versions_) {
    history = &history_;
  }
  Versions versions_;
  AgreementHistory history_;
};

constexpr base::Duration kMoment{1};

TEST_CASE(
    "who has it is warned when three quarters are over, and the lead and the accountable person when it is missed") {
  Watched scene;
  REQUIRE(scene.does(person("otto"), Assign{PersonName("sam")}) == std::nullopt);
  CHECK(scene.due() == kMonday + base::minutes(90));
  scene.now = kMonday + base::minutes(90) - kMoment;
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.passes_to(kMonday + base::minutes(90));
  CHECK(scene.warned().target == TargetKind::Respond);
  CHECK(scene.warned().percent == 75);
  CHECK(scene.warned().due == kMonday + base::hours(2));
  CHECK(scene.told() == std::vector<std::string>{"sam as on-duty"});
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);

  scene.now = kMonday + base::hours(2);  // it can still be met
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
  scene.passes_to(kMonday + base::hours(2) + kMoment);
  CHECK(scene.warned().percent == 100);
  CHECK(scene.told() == std::vector<std::string>{"sam as on-duty", "priya as lead"});  // who is accountable as well
  CHECK(scene.due() == kMonday + base::minutes(450));                                  // `resolve`, at 17:30
}

TEST_CASE("what is answered, waits or is done is not warned about") {
  Watched scene;
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  CHECK(scene.due() == kMonday + base::minutes(450));
  REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Requester}) == std::nullopt);
  CHECK(scene.due() == std::nullopt);
  REQUIRE(scene.does(person("sam"), Resume{}) == std::nullopt);
  CHECK(scene.due() == kMonday + base::minutes(450));
  REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
  CHECK(scene.due() == std::nullopt);
  scene.now = kMonday + base::hours(100);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);
}

TEST_CASE("a desk that looks late tells the graver of two, once") {
  Watched scene;
  scene.passes_to(kMonday + base::hours(3));
  CHECK(scene.latest_names() == Names{"target-warned"});
  CHECK(scene.warned().percent == 100);
  CHECK(scene.ticket.targets_told == TargetsTold{100, 0});
}

TEST_CASE("another priority and a reopening begin anew") {
  Watched scene;
  scene.passes_to(kMonday + base::hours(3));
  REQUIRE(scene.does(person("sam"), ChangePriority{PriorityName("high")}) == std::nullopt);
  CHECK(scene.ticket.targets_told == TargetsTold{});
  scene.passes_to(kMonday + base::hours(3));
  CHECK(scene.latest_names() == Names{"target-warned", "target-warned"});  // 30 minutes to answer, 3 of 4 hours to end
  REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), Reopen{"again"}) == std::nullopt);
  CHECK(scene.ticket.targets_told == TargetsTold{});
}

TEST_CASE("a priority for which nothing is promised is not watched") {
  Watched scene("critical");
  CHECK(scene.due() == std::nullopt);
}

TEST_CASE("what is promised for priorities is not about planned changes, nor about what vendors are asked") {
  policy::Spec spec = governed_agreement()->spec();
  usual_targets(spec);
  const std::uint32_t version = spec.version;
  const auto policy = policy::Policy::make(std::move(spec));
  const Versions versions{{.from = kMonday - base::hours(24), .version = version, .policy = policy}};
  const AgreementHistory history(versions);
  Changing change(a_change(), policy);
  change.history = &history;
  REQUIRE(change.passes(kMonday + base::hours(3)) == std::nullopt);
  CHECK(change.latest_names() == Names{"change-noticed"});  // its own reminder, and nothing of a target

  Scene incident(policy, a_ticket("core-banking", "normal"), kMonday);
  incident.history = &history;
  Ticket vendor_case = incident.ticket;
  vendor_case.facts.kind = TicketKind::VendorCase;
  CHECK(targets_ahead(incident.ticket, history, kMonday).size() == 4);
  CHECK(targets_ahead(vendor_case, history, kMonday).empty());
  CHECK(view_targets(incident.ticket, history, kMonday).size() == 2);
  CHECK(view_targets(vendor_case, history, kMonday).empty());
  incident.now = kMonday + base::hours(3);
  REQUIRE(incident.does(system_actor(), PassTime{}) == std::nullopt);
  CHECK(incident.latest_names() == Names{"escalation-step-taken", "target-warned"});
}

TEST_CASE("incidents and requests have targets, and no other kind of work has, on whatever side one asks") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  const Scene scene(versions.front().policy.shared(), a_ticket("workstation", "normal"), kMonday);
  for (const TicketKind kind : {TicketKind::Incident, TicketKind::Request, TicketKind::Change, TicketKind::Decision,
                                TicketKind::Problem, TicketKind::Task, TicketKind::VendorCase}) {
    CAPTURE(to_text(kind));
    Ticket ticket = scene.ticket;
    ticket.facts.kind = kind;
    const bool promised = kind == TicketKind::Incident || kind == TicketKind::Request;
    CHECK(has_targets(kind) == promised);
    CHECK(view_targets(ticket, history, kMonday).size() == (promised ? 2 : 0));
    CHECK(targets_ahead(ticket, history, kMonday).size() == (promised ? 4 : 0));
    for (const TargetKind target : {TargetKind::Respond, TargetKind::Resolve}) {
      CHECK(read_clock(target, ticket, history, kMonday + base::hours(99)).has_value() == promised);
      CHECK(warnings(target, ticket, history, kMonday).empty() != promised);
    }
  }
}

TEST_CASE("nobody is told of targets that a problem or a decision does not have, and the steps of escalation go on") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  OpenTicket command = a_ticket("workstation", "normal");
  command.kind = TicketKind::Problem;
  Scene scene(versions.front().policy.shared(), command, kMonday);
  scene.history = &history;
  REQUIRE(scene.does(person("sam"), Acknowledge{}) == std::nullopt);
  CHECK(scene.due() == std::nullopt);
  scene.now = kMonday + base::hours(24 * 3);
  CHECK(scene.does(system_actor(), PassTime{}) == RefusalKind::NothingDue);

  Ticket decision = scene.ticket;
  decision.facts.kind = TicketKind::Decision;
  decision.escalation.acknowledged_at.reset();
  CHECK(escalates(decision));
}

TEST_CASE("a vendor's case has its chases, and no steps of escalation besides") {
  const auto policy = governed_agreement();
  const Scene scene(policy, a_ticket("workstation", "critical"), kMonday);
  CHECK_FALSE(steps_ahead(scene.ticket, *policy).empty());
  Ticket vendor_case = scene.ticket;
  vendor_case.facts.kind = TicketKind::VendorCase;
  CHECK(steps_ahead(vendor_case, *policy).empty());
}

}  // namespace
}  // namespace tandem::desk
