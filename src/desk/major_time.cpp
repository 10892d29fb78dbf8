// What time does to a major incident: the agreement declares it, and updates that are late are told.
#include "desk/major_audience.h"
#include "desk/resolution.h"

namespace tandem::desk {
namespace {

// First who communicates is told, then who leads, and from then on who answers for the work as well.
std::vector<Told> told_of_late_update(std::uint32_t step, const Case& given) {
  const MajorIncident& major = *given.ticket.major;
  const MajorPost* post = post_of(major, step == 1 ? MajorRole::Communicate : MajorRole::Lead);
  if (post == nullptr) post = post_of(major, MajorRole::Lead);
  MajorAudience audience(given);
  if (step > 2) audience.add(given.ticket.ownership.accountable, "accountable");
  if (post != nullptr) audience.add(*post);
  return std::move(audience).take();
}

}  // namespace

bool is_major_by_rule(const Ticket& ticket, const policy::Policy& policy) {
  if (!is_open(ticket.state) || ticket.major) return false;
  if (ticket.facts.kind != TicketKind::Incident && ticket.facts.kind != TicketKind::Request) return false;
  const policy::PriorityIndex priority = priority_in(ticket.facts.priority, policy);
  return !priority.is_none() && priority.value == 0 && policy.find_scenario(ticket.facts.category.text()) != nullptr;
}

Events declare_by_rule(const Case& given) {
  if (!is_major_by_rule(given.ticket, given.policy())) return {};
  const policy::Scenario* scenario = given.policy().find_scenario(given.ticket.facts.category.text());
  return declare(scenario,
                 fmt::format("it is `{}`, for which the agreement has a scenario, and its priority is `{}`",
                             scenario->name, given.ticket.facts.priority.text()),
                 given);
}

Events miss_updates(const Case& given) {
  Events events;
  const auto& major = given.ticket.major;
  if (!major || !major->is_on() || !is_open(given.ticket.state)) return events;
  for (const UpdateAudience to : {UpdateAudience::Requesters, UpdateAudience::Leadership}) {
    const MajorIncident::Cadence& cadence = major->updates[static_cast<std::size_t>(to)];
    if (!cadence.due || *cadence.due > given.now()) continue;
    const std::uint32_t step = cadence.step + 1;
    const base::Duration interval = update_interval(major->declared);
    events.push_back(given.event(
        MajorUpdateOverdue{.to = to,
                           .step = step,
                           .told = told_of_late_update(step, given),
                           .next = given.now() + (step == 1 ? std::min(kUpdateGrace, interval) : interval)}));
  }
  return events;
}

}  // namespace tandem::desk
