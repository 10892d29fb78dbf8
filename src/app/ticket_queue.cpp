// Lists of tickets as a caller may read them.
#include "app/queue_projection.h"
#include "app/ticket_scope.h"
#include "base/plain_text.h"
#include "desk/asked_readers.h"
#include "desk/confidential.h"

namespace tandem::app {
namespace {

void hide_inner_work(QueueRow& row) {
  row.handoff_pending = false;
  row.handoff_to = {};
  row.public_comments = 0;
  row.tags.clear();
  row.watchers.clear();
  row.part_of.reset();
  row.major_since.reset();
  row.vendor = {};
  row.chase_at.reset();
  row.unanswered.reset();
  row.requester.vip = false;
}

// Whether the query asks by what the teams alone know of a ticket: who finds theirs by it has learnt it.
bool asks_for_inner_work(const QueueQuery& query) {
  return query.major != MajorWork::Any || !query.vendors.empty() || query.chase_by.has_value() ||
         query.unanswered_only || query.vip_only;
}

void ask_for_no_inner_work(QueueQuery& query) {
  query.tags.clear();  // which are the teams' words
  query.major = MajorWork::Any;
  query.vendors.clear();
  query.chase_by.reset();
  query.unanswered_only = false;
  query.vip_only = false;
}

// End users hear nothing of hand-offs and notes between the teams. A team's list holds what it is offered as well as
// what it has: of theirs, only the latter stays.
void leave_out_inner_work(QueuePage& page, const QueueQuery& query) {
  std::erase_if(page.rows, [&](const QueueRow& row) {
    return !query.teams.empty() && std::ranges::find(query.teams, row.owner.team) == query.teams.end();
  });
  for (QueueRow& row : page.rows) hide_inner_work(row);
}

// A row keeps whom the event asked. Where that one may not read the work any more, it says whom the ticket says.
base::Result<void> ask_readers(Store& store, const Engagement& engagement, base::Instant now, QueueRow& row) {
  const policy::Policy& policy = *engagement.policy;
  if (!row.unanswered || row.unanswered->asked.empty()) return {};
  if (desk::may_read(row.category, row.unanswered->asked, policy)) return {};
  auto ticket = store.ticket(engagement.record.name, row.id);
  if (!ticket) return std::unexpected(ticket.error());
  if (!*ticket) return {};
  const desk::AgreementHistory history = engagement.history();
  const auto asking = desk::asking_readers(**ticket, policy, now, &history);
  row.unanswered = unanswered_of(asking ? *asking : **ticket);
  return {};
}

}  // namespace

Outcome<QueuePage> Tickets::queue(const Caller& caller, const desk::EngagementName& engagement, QueueView view,
                                  QueueQuery query) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  query.engagement = scope->name();
  const auto teams = teams_of(scope->membership, scope->policy());
  query.hidden_categories = hidden_from(scope->membership, scope->policy());
  // Asking for words, teams or people would tell of what a requester does not read of their own.
  const bool lists_all =
      view == QueueView::All && query.search.empty() && query.teams.empty() && !asks_for_inner_work(query);
  query.hidden_except_requester = lists_all && scope->membership.role == Role::Member ? caller.email : std::string();
  switch (scope->membership.role) {
    case Role::Requester:
      if (caller.email.empty()) return QueuePage{};  // which would ask for everybody's
      query.requester_email = caller.email;
      query.search_team_notes_only_public = true;
      ask_for_no_inner_work(query);
      break;
    case Role::Auditor: break;
    case Role::Member:
      query.search_teams = teams;
      switch (view) {
        case QueueView::Mine: query.person = scope->membership.person; break;
        case QueueView::Team:
          if (teams.empty()) return QueuePage{};
          if (query.teams.empty()) {
            query.teams = teams;
          } else {
            std::erase_if(query.teams,
                          [&](const desk::TeamName& t) { return std::ranges::find(teams, t) == teams.end(); });
            if (query.teams.empty()) return QueuePage{};
          }
          break;
        case QueueView::All: break;
        case QueueView::Watched:
          if (scope->membership.person.empty()) return QueuePage{};
          query.watcher = scope->membership.person;
          break;
      }
      break;
  }
  if (const auto number = parse_prefixed_number(base::trimmed(query.search), scope->engagement->record.prefix)) {
    query.number = number;
    query.search.clear();
  }
  auto page = store_->queue(query);
  if (!page) return failed(page.error());
  if (scope->membership.role == Role::Requester) leave_out_inner_work(*page, query);
  for (QueueRow& row : page->rows) {
    if (std::ranges::find(query.hidden_categories, row.category) != query.hidden_categories.end()) hide_inner_work(row);
  }
  auto majors = majors_of(*page, query);
  if (!majors) return std::unexpected(majors.error());
  for (auto* rows : {&page->rows, &*majors}) {
    for (QueueRow& row : *rows) {
      const auto done = ask_readers(*store_, *scope->engagement, clock_->now(), row);
      if (!done) return failed(done.error());
    }
  }
  page->majors = *std::move(majors);
  return *std::move(page);
}

// Few at any time, and read once for the page. What is part of one that is hidden from the caller shows nothing of it.
Outcome<std::vector<QueueRow>> Tickets::majors_of(const QueuePage& page, const QueueQuery& query) const {
  const auto is_part_of = [&](const QueueRow& major) {
    return std::ranges::any_of(page.rows, [&](const QueueRow& row) { return row.part_of == major.id; });
  };
  if (std::ranges::none_of(page.rows, [](const QueueRow& row) { return row.part_of.has_value(); }))
    return std::vector<QueueRow>();
  QueueQuery asked;
  asked.engagement = query.engagement;
  asked.hidden_categories = query.hidden_categories;
  asked.major = MajorWork::Declared;
  asked.limit = kMaxActiveMajors;
  auto majors = store_->queue(asked);
  if (!majors) return failed(majors.error());
  std::erase_if(majors->rows, [&](const QueueRow& major) { return !is_part_of(major); });
  return std::move(majors->rows);
}

}  // namespace tandem::app
