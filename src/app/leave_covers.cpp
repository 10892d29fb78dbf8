#include "app/leave_covers.h"

#include "app/engagements.h"
#include "base/check.h"

namespace tandem::app {
namespace {

CoverStanding cover_standing(const desk::Ticket& task) {
  if (task.cover && task.cover->arranged) return CoverStanding::Arranged;
  const bool is_missed = task.cover && !task.cover->wanted.uncovered.empty();
  return desk::is_open(task.state) && is_missed ? CoverStanding::Wanted : CoverStanding::Settled;
}

CoverInSight in_sight(const desk::Ticket& task, std::string_view prefix) {
  const desk::Ownership& ownership = task.ownership;
  CoverInSight cover{.standing = cover_standing(task),
                     .ticket = task.id,
                     .number = format_number(prefix, task.facts.number),
                     .with = ownership.owner.person.empty() ? ownership.accountable : ownership.owner.person,
                     .arranged = {},
                     .by = {}};
  if (task.cover && task.cover->arranged) {
    cover.arranged = task.cover->arranged->text;
    cover.by = task.cover->arranged->by;
  }
  return cover;
}

}  // namespace

std::string_view to_text(CoverStanding standing) {
  switch (standing) {
    case CoverStanding::Wanted: return "wanted";
    case CoverStanding::Arranged: return "arranged";
    case CoverStanding::Settled: return "settled";
  }
  return "wanted";
}

base::Result<std::map<LeaveId, CoverInSight>> covers_of(Store& store, const EngagementRecord& engagement,
                                                        LeaveHistory history) {
  std::map<LeaveId, CoverInSight> covers;
  TANDEM_TRY(const auto leave, store.leave(engagement.name, history));
  for (const LeaveRecord& one : leave) {
    if (!one.cover) continue;
    TANDEM_TRY(const auto task, store.ticket(engagement.name, *one.cover));
    TANDEM_ENSURE(task.has_value());  // nothing deletes a ticket
    covers.emplace(one.id, in_sight(*task, engagement.prefix));
  }
  return covers;
}

}  // namespace tandem::app
