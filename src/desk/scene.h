// A ticket and its history on a stage, for tests: somebody does something, and the scene keeps what came of it.
//
//   Scene scene("workstation");
//   CHECK(scene.does(person("sam"), Take{}) == std::nullopt);           // done
//   CHECK(scene.does(person("mei"), Take{}) == RefusalKind::NotTheOwner);
#pragma once

#include <optional>

#include "base/check.h"
#include "desk/due.h"
#include "desk/evolve.h"
#include "desk/example_agreement.h"

namespace tandem::desk {

inline OpenTicket a_ticket(std::string_view category = {}, std::string_view priority = {}) {
  OpenTicket command;
  command.number = 1;
  command.subject = "screen stays black";
  command.requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false};
  command.category = CategoryName(category);
  command.priority = PriorityName(priority);
  return command;
}

inline constexpr TicketId kTicketId{base::IdBits{.high = 1, .low = 2}};

// Other tickets that a scene's commands may name: an incident, a problem and a task, all of the helpdesk.
inline constexpr TicketId kOtherIncident{base::IdBits{.high = 9, .low = 1}};
inline constexpr TicketId kOtherProblem{base::IdBits{.high = 9, .low = 2}};
inline constexpr TicketId kOtherTask{base::IdBits{.high = 9, .low = 3}};
inline const std::vector<Related>& others() {
  static const Owner helpdesk{.party = PartyName("northbeam"), .team = TeamName("helpdesk"), .person = {}};
  static const std::vector<Related> all{
      {.id = kOtherIncident, .number = 91, .kind = TicketKind::Incident, .owner = helpdesk},
      {.id = kOtherProblem, .number = 92, .kind = TicketKind::Problem, .owner = helpdesk},
      {.id = kOtherTask, .number = 93, .kind = TicketKind::Task, .owner = helpdesk, .step = StepState::Open}};
  return all;
}
// Who opens it: changes are planned by the teams, what both sides decide is no end user's to ask, and neither is what
// the teams open among themselves.
inline Actor opener_of(const OpenTicket& command) {
  if (command.cover) return system_actor();
  if (command.decision) return person("luis");
  const bool is_teams = command.change || command.kind == TicketKind::Problem || command.kind == TicketKind::Task ||
                        command.kind == TicketKind::VendorCase;
  return is_teams ? person("sam") : requester("ann@harbor.example");
}

class Scene {
 public:
  explicit Scene(std::string_view category = {}, std::string_view priority = {}, base::Instant at = kMonday)
      : Scene(example_agreement(), a_ticket(category, priority), at) {}
  Scene(std::shared_ptr<const policy::Policy> policy, const OpenTicket& command, base::Instant at)
      : now(at),
        events(std::get<Events>(open(command, circumstances(*policy, at, opener_of(command))))),
        ticket(*replay(kTicketId, events)),
        policy_(std::move(policy)) {}

  [[nodiscard]] Decision asks(const Actor& actor, const Command& command) const {
    Circumstances given = circumstances(*policy_, now, actor);
    given.changes = others;
    return decide(ticket, command, given);
  }
  // Nothing when it was done.
  std::optional<RefusalKind> does(const Actor& actor, const Command& command) {
    auto decision = asks(actor, command);
    if (const auto* refusal = std::get_if<Refusal>(&decision)) {
      said = refusal->message;
      field = refusal->field;
      return refusal->kind;
    }
    latest = std::get<Events>(std::move(decision));
    for (const Event& event : latest) {
      TANDEM_CHECK(evolve(ticket, event).has_value());
      events.push_back(event);
    }
    return std::nullopt;
  }
  void comes_into_force(std::shared_ptr<const policy::Policy> policy) { policy_ = std::move(policy); }
  [[nodiscard]] std::optional<base::Instant> due() const {
    return next_due(ticket, circumstances(*policy_, now, system_actor()));
  }
  [[nodiscard]] const Owner& owner() const { return ticket.ownership.owner; }
  [[nodiscard]] const policy::Policy& policy() const { return *policy_; }
  [[nodiscard]] std::vector<std::string_view> latest_names() const {
    std::vector<std::string_view> names;
    for (const Event& event : latest) names.push_back(name_of(event.data));
    return names;
  }

  const AgreementHistory* history = nullptr;  // for targets; outlives this
  base::Instant now;
  Events events;  // all
  Ticket ticket;
  Events latest;                        // of the last command that was not refused
  std::string said;                     // the last refusal's message
  std::string field;                    // and its field
  std::vector<ScheduledChange> others;  // live changes of other tickets

 private:
  Circumstances circumstances(const policy::Policy& policy, base::Instant at, const Actor& actor) const {
    return {.policy = policy, .now = at, .actor = actor, .workload = {}, .history = history, .related = desk::others()};
  }
  std::shared_ptr<const policy::Policy> policy_;
};

using Names = std::vector<std::string_view>;

}  // namespace tandem::desk
