// Several tickets on a stage, for tests: what app/ does in a transaction, on a map.
//
//   Board board;
//   const TicketId a = board.opens("workstation");
//   CHECK(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
#pragma once

#include <map>

#include "desk/due.h"
#include "desk/emergency_agreement.h"
#include "desk/joint_step.h"
#include "desk/scene.h"

namespace tandem::desk {

class Board {
 public:
  explicit Board(std::shared_ptr<const policy::Policy> policy = emergency_agreement()) : policy_(std::move(policy)) {}

  // Nothing: it was refused; `said` tells why.
  std::optional<TicketId> tries_to_open(const Actor& actor, OpenTicket command) {
    command.number = tickets.size() + 1;
    const TicketId id{base::IdBits{.high = 7, .low = command.number}};
    const Circumstances circumstances = circumstances_of(actor);
    JointStep step(finder(), circumstances);
    const auto refusal = step.open(id, command);
    TANDEM_CHECK(refusal.has_value());
    return keep(step, *refusal) ? std::nullopt : std::optional(id);
  }
  TicketId opens(const Actor& actor, OpenTicket command) {
    const auto id = tries_to_open(actor, std::move(command));
    TANDEM_CHECK(id.has_value());
    return *id;
  }
  TicketId opens(std::string_view category = "workstation", std::string_view priority = "high") {
    return opens(requester("ann@harbor.example"), a_ticket(category, priority));
  }
  TicketId opens_problem(std::vector<LinkTicket> links = {}) {
    OpenTicket command = a_ticket("workstation", "high");
    command.kind = TicketKind::Problem;
    command.links = std::move(links);
    return opens(person("sam"), std::move(command));
  }
  static OpenTicket a_vendor_case(TicketId ticket, std::string_view vendor = "corebank") {
    OpenTicket command = a_ticket("workstation", "high");
    command.kind = TicketKind::VendorCase;
    command.links = {{.kind = LinkKind::VendorCaseFor, .other = ticket}};
    command.vendor_case = OpenVendorCase{.vendor = PartyName(vendor), .reference = "CB-1", .chase_at = {}};
    return command;
  }

  // Nothing when it was done.
  std::optional<RefusalKind> does(const Actor& actor, TicketId id, const Command& command) {
    const Circumstances circumstances = circumstances_of(actor);
    JointStep step(finder(), circumstances);
    const auto refusal = step.decide(id, command);
    TANDEM_CHECK(refusal.has_value());
    return keep(step, *refusal);
  }

  [[nodiscard]] const Ticket& at(TicketId id) const { return tickets.at(id); }
  [[nodiscard]] const policy::Policy& policy() const { return *policy_; }
  [[nodiscard]] std::optional<base::Instant> due(TicketId id) const {
    return next_due(at(id), circumstances_of(system_actor()));
  }
  // The names of what the last step did to the ticket.
  [[nodiscard]] Names latest(TicketId id) const {
    Names names;
    for (const JointStep::Changed& one : latest_) {
      if (one.ticket.id != id) continue;
      for (const Event& event : one.events) names.push_back(name_of(event.data));
    }
    return names;
  }
  [[nodiscard]] std::vector<LinkKind> links(TicketId from, TicketId to) const {
    std::vector<LinkKind> kinds;
    for (const Link& link : at(from).links) {
      if (link.other == to) kinds.push_back(link.kind);
    }
    return kinds;
  }

  base::Instant now = kMonday;
  std::map<TicketId, Ticket> tickets;
  std::map<TicketId, Events> events;
  std::string said;

 private:
  [[nodiscard]] JointStep::Find finder() const {
    return [this](TicketId id) -> base::Result<std::optional<Ticket>> {
      const auto found = tickets.find(id);
      return found == tickets.end() ? std::nullopt : std::optional(found->second);
    };
  }
  [[nodiscard]] Circumstances circumstances_of(const Actor& actor) const {
    return {.policy = *policy_, .now = now, .actor = actor, .workload = {}};
  }
  std::optional<RefusalKind> keep(const JointStep& step, const std::optional<Refusal>& refusal) {
    if (refusal) {
      said = refusal->message;
      return refusal->kind;
    }
    latest_.clear();
    for (const JointStep::Changed* changed : step.changed()) {
      const JointStep::Changed& one = latest_.emplace_back(*changed);
      tickets.insert_or_assign(one.ticket.id, one.ticket);
      Events& all = events[one.ticket.id];
      all.insert(all.end(), one.events.begin(), one.events.end());
    }
    return std::nullopt;
  }

  std::shared_ptr<const policy::Policy> policy_;
  std::vector<JointStep::Changed> latest_;
};

using Kinds = std::vector<LinkKind>;

}  // namespace tandem::desk
