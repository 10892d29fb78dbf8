// What everybody is told of the major incidents of the moment.
#include <set>

#include "app/ticket_scope.h"
#include "desk/confidential.h"

namespace tandem::app {
namespace {

std::optional<desk::MajorPost> lead_of(const desk::MajorIncident& major) {
  const auto post = std::ranges::find(major.posts, desk::MajorRole::Lead, &desk::MajorPost::role);
  return post == major.posts.end() ? std::nullopt : std::optional(*post);
}

// The incident as whoever asked for one ticket of it hears of it; nothing where they were told nothing.
std::optional<ActiveMajor> told_on(const QueueRow& row, const std::optional<desk::Ticket>& ticket,
                                   const policy::Policy& policy) {
  if (!ticket || !ticket->major || !ticket->major->is_on() || !ticket->major->told_requesters) return std::nullopt;
  if (ticket->id != row.id && desk::is_confidential(ticket->facts.category, policy)) return std::nullopt;
  return ActiveMajor{
      .ticket = row.id, .number = row.number, .subject = row.subject, .told = ticket->major->told_requesters};
}

}  // namespace

Outcome<std::vector<ActiveMajor>> Tickets::active_majors(const Caller& caller,
                                                         const desk::EngagementName& engagement) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  return scope->membership.role == Role::Requester ? majors_for_requester(*scope) : majors_for_teams(*scope);
}

Outcome<std::vector<ActiveMajor>> Tickets::majors_for_teams(const Scope& scope) const {
  QueueQuery query;
  query.engagement = scope.name();
  query.hidden_categories = hidden_from(scope.membership, scope.policy());
  query.major = MajorWork::Declared;
  query.limit = kMaxActiveMajors;
  const auto page = store_->queue(query);
  if (!page) return failed(page.error());
  std::vector<ActiveMajor> majors;
  for (const QueueRow& row : page->rows) {
    const auto ticket = store_->ticket(scope.name(), row.id);
    if (!ticket) return failed(ticket.error());
    // It may have been stood down, or become confidential, since the rows were read.
    if (!*ticket || !(*ticket)->major || !(*ticket)->major->is_on() || scope.hides(**ticket)) continue;
    const desk::MajorIncident& major = *(*ticket)->major;
    majors.push_back({.ticket = row.id,
                      .number = row.number,
                      .subject = (*ticket)->facts.subject,
                      .since = major.declared_at,
                      .lead = lead_of(major),
                      .updates = major.updates,
                      .told = major.told_requesters});
  }
  std::ranges::sort(majors, {}, [](const ActiveMajor& one) { return std::pair(one.since, one.number); });
  return majors;
}

// Requesters read the updates to them on their own tickets, and this is the latest of them: nothing else of the
// incident is theirs to know.
Outcome<std::vector<ActiveMajor>> Tickets::majors_for_requester(const Scope& scope) const {
  std::vector<ActiveMajor> majors;
  if (scope.caller.email.empty()) return majors;
  QueueQuery query;
  query.engagement = scope.name();
  query.requester_email = desk::plain_address(scope.caller.email);
  query.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  query.major = MajorWork::WithParts;
  query.limit = kMaxActiveMajors;
  std::set<desk::TicketId> seen;
  do {
    const auto page = store_->queue(query);
    if (!page) return failed(page.error());
    for (const QueueRow& row : page->rows) {
      // Many of their tickets may be parts of one incident.
      const desk::TicketId id = row.major_since ? row.id : row.part_of.value_or(row.id);
      if (majors.size() == kMaxActiveMajors || !seen.insert(id).second) continue;
      const auto ticket = store_->ticket(scope.name(), id);
      if (!ticket) return failed(ticket.error());
      if (auto told = told_on(row, *ticket, scope.policy())) majors.push_back(*std::move(told));
    }
    query.after = page->next;
  } while (!query.after.empty() && majors.size() < kMaxActiveMajors);
  std::ranges::sort(majors, {}, &ActiveMajor::number);
  return majors;
}

}  // namespace tandem::app
