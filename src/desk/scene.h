// A ticket and its history on a stage, for tests: somebody does something, and the scene keeps what came of it.
//
//   Scene scene("workstation");
//   CHECK(scene.does(person("sam"), Take{}) == std::nullopt);           // done
//   CHECK(scene.does(person("mei"), Take{}) == RefusalKind::NotTheOwner);
#pragma once

#include <optional>

#include "base/check.h"
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

// Other tickets that a scene's commands may name: an incident and a problem, both of the helpdesk.
inline constexpr TicketId kOtherIncident{base::IdBits{.high = 9, .low = 1}};
inline constexpr TicketId kOtherProblem{base::IdBits{.high = 9, .low = 2}};
inline const std::vector<Related>& others() {
  static const Owner helpdesk{.party = PartyName("northbeam"), .team = TeamName("helpdesk"), .person = {}};
  static const std::vector<Related> all{
      {.id = kOtherIncident, .number = 91, .kind = TicketKind::Incident, .owner = helpdesk},
      {.id = kOtherProblem, .number = 92, .kind = TicketKind::Problem, .owner = helpdesk}};
  return all;
}
// What the teams open among themselves is not an end user's to open.
inline Actor opener_of(TicketKind kind) {
  const bool is_end_users = kind == TicketKind::Incident || kind == TicketKind::Request;
  return is_end_users ? requester("ann@harbor.example") : person("sam");
}

class Scene {
 public:
  explicit Scene(std::string_view category = {}, std::string_view priority = {}, base::Instant at = kMonday)
      : Scene(example_agreement(), a_ticket(category, priority), at) {}
  Scene(std::shared_ptr<const policy::Policy> policy, const OpenTicket& command, base::Instant at)
      : now(at),
        events(std::get<Events>(open(command, circumstances(*policy, at, opener_of(command.kind))))),
        ticket(*replay(kTicketId, events)),
        policy_(std::move(policy)) {}

  [[nodiscard]] Decision asks(const Actor& actor, const Command& command) const {
    return decide(ticket, command, circumstances(*policy_, now, actor));
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
  [[nodiscard]] const Owner& owner() const { return ticket.ownership.owner; }
  [[nodiscard]] const policy::Policy& policy() const { return *policy_; }
  [[nodiscard]] std::vector<std::string_view> latest_names() const {
    std::vector<std::string_view> names;
    for (const Event& event : latest) names.push_back(name_of(event.data));
    return names;
  }

  base::Instant now;
  Events events;  // all
  Ticket ticket;
  Events latest;      // of the last command that was not refused
  std::string said;   // the last refusal's message
  std::string field;  // and its field

 private:
  static Circumstances circumstances(const policy::Policy& policy, base::Instant at, const Actor& actor) {
    return {.policy = policy, .now = at, .actor = actor, .workload = {}, .related = others()};
  }
  std::shared_ptr<const policy::Policy> policy_;
};

using Names = std::vector<std::string_view>;

}  // namespace tandem::desk
