#include "desk/due_date.h"

#include "desk/audience.h"
#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

// The hours of a team and the zone in which it counts days: that of its own calendar, or the agreement's where that is
// made of several.
struct Workdays {
  const calendar::BusinessCalendar* open;  // null: the agreement does not have the team any more, or it has no hours
  calendar::Zone zone;
};

Workdays workdays_of(const TeamName& name, const policy::Policy& policy) {
  const auto team = policy.find_team(name.text());
  if (!team || policy.team(*team).hours.is_none()) return {.open = nullptr, .zone = policy.zone()};
  const calendar::BusinessCalendar& open = policy.calendar(policy.team(*team).hours).open;
  const calendar::BusinessHours* hours = open.hours();
  return {.open = &open, .zone = hours == nullptr ? policy.zone() : hours->zone};
}

base::Instant begin_of(calendar::Date date, const calendar::Zone& zone) {
  return zone.to_instant(date, {});
}

base::Instant end_of(calendar::Date date, const calendar::Zone& zone) {
  return zone.to_instant(date, base::hours(24));
}

// The end of the last working day up to the date; where that is over, of the next one; where the team never works, of
// the date itself.
base::Instant end_of_work(calendar::Date date, const Workdays& days, base::Instant now) {
  const base::Instant day_end = end_of(date, days.zone);
  if (days.open == nullptr) return day_end;
  const auto before = days.open->previous_close(day_end);
  if (before && *before > now) return *before;
  const auto opens = days.open->next_open(now);
  const auto after = opens ? days.open->next_close(*opens) : std::nullopt;
  return after.value_or(day_end);
}

base::Instant begin_of_work(base::Instant due, const Workdays& days) {
  const base::Instant midnight = begin_of(days.zone.to_local(due - base::Duration(1)).date, days.zone);
  if (days.open == nullptr) return midnight;
  const auto stretches = days.open->open_within({midnight, due});
  return stretches.empty() ? midnight : stretches.front().from;
}

// A day before the day on which it is due begins; while nobody works then, from the beginning of the stretch of work
// before that.
base::Instant told_before(base::Instant today, const Workdays& days) {
  const base::Instant day_before = today - kToldBefore;
  if (days.open == nullptr || days.open->is_open(day_before)) return day_before;
  return days.open->previous_open(day_before).value_or(day_before);
}

DueDateSet due_on(calendar::Date date, const Workdays& days, base::Instant now) {
  const base::Instant at = end_of_work(date, days, now);
  const base::Instant today = begin_of_work(at, days);
  return {.at = at, .today = today, .soon = told_before(today, days), .reason = {}};
}

// The instant from which the notice is due.
base::Instant from_when(DueNotice notice, const DueDate& due) {
  switch (notice) {
    case DueNotice::Soon: return due.soon;
    case DueNotice::Today: return due.today;
    case DueNotice::Missed: return due.at;
  }
  return due.at;
}

constexpr std::array kNotices{DueNotice::Soon, DueNotice::Today, DueNotice::Missed};

std::vector<Told> audience_of(DueNotice notice, const Case& given) {
  Audience audience(given);
  const Owner& owner = given.ticket.ownership.owner;
  audience.add_holder();
  if (owner.person.empty()) {
    if (const auto team = given.policy().find_team(owner.team.text()))
      audience.add({.kind = policy::Addressee::Kind::Team, .team = *team, .person = policy::PersonIndex::none()});
  }
  if (notice == DueNotice::Missed) {
    audience.add_lead();
    audience.add(given.ticket.ownership.accountable, "accountable");
  }
  return std::move(audience).take();
}

}  // namespace

std::optional<base::Instant> DueDate::next() const {
  std::optional<base::Instant> first;
  for (const DueNotice notice : kNotices) {
    if (told && notice <= *told) continue;
    const base::Instant comes = from_when(notice, *this);
    first = first ? std::min(*first, comes) : comes;
  }
  return first;
}

DueDateSet new_due_date(const NewDueDate& date, const TeamName& team, const Circumstances& circumstances) {
  const Workdays days = workdays_of(team, circumstances.policy);
  const calendar::Date today = days.zone.to_local(circumstances.now).date;
  const auto wanted = std::chrono::sys_days(date.from.value_or(today)) + std::chrono::days(date.days);
  return due_on(std::max(calendar::Date(wanted), today), days, circumstances.now);
}

Decision decide_on(const SetDueDate& command, const Case& given) {
  const Ticket& ticket = given.ticket;
  if (auto no = must_be_open(ticket)) return *std::move(no);
  if (auto no = given.standing.must_belong("say by when it is to be done")) return *std::move(no);
  const Emptiness may_be_empty = ticket.due ? Emptiness::Refused : Emptiness::Allowed;
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, may_be_empty)) return *std::move(no);
  if (!command.date) {
    if (!ticket.due) return refuse(RefusalKind::NoChange, "date", "it has no due date");
    return Events{given.event(DueDateSet{.at = {}, .today = {}, .soon = {}, .reason = command.reason})};
  }
  const Workdays days = workdays_of(ticket.ownership.owner.team, given.policy());
  if (!command.date->ok() || end_of(*command.date, days.zone) <= given.now())
    return refuse(RefusalKind::WrongTime, "date", "that day is over");
  if (end_of(*command.date, days.zone) > given.now() + kLatestDue)
    return refuse(RefusalKind::WrongTime, "date", "that is more than ten years ahead");
  DueDateSet set = due_on(*command.date, days, given.now());
  if (ticket.due && ticket.due->at == set.at) return refuse(RefusalKind::NoChange, "date", "it is due then already");
  set.reason = command.reason;
  return Events{given.event(std::move(set))};
}

// Only the gravest is told where several have come: late is not twice.
Events watch_due_date(const Case& given) {
  const auto& due = given.ticket.due;
  if (!due || !is_open(given.ticket.state)) return {};
  std::optional<DueNotice> come;
  for (const DueNotice notice : kNotices) {
    if (from_when(notice, *due) <= given.now()) come = notice;
  }
  if (!come || (due->told && *come <= *due->told)) return {};
  return {given.event(DueDateNoticed{.notice = *come, .told = audience_of(*come, given)})};
}

std::string fold(Ticket& ticket, const Event& event, const DueDateSet& set) {
  if (set.at.has_value() != set.today.has_value() || set.at.has_value() != set.soon.has_value())
    return "a due date has three instants, or none";
  if (!set.at) {
    if (!ticket.due) return "the ticket has no due date";
    ticket.due.reset();
    return {};
  }
  DueDate due{.at = *set.at, .today = *set.today, .soon = *set.soon, .reason = set.reason, .told = {}};
  // Who sets it knows what has come already; that it is missed is always told.
  for (const DueNotice notice : {DueNotice::Soon, DueNotice::Today}) {
    if (from_when(notice, due) <= event.at) due.told = notice;
  }
  ticket.due = std::move(due);
  return {};
}

std::string fold(Ticket& ticket, const Event&, const DueDateNoticed& noticed) {
  if (!ticket.due) return "the ticket has no due date";
  if (ticket.due->told && noticed.notice <= *ticket.due->told)
    return fmt::format("`{}` was told before", to_text(noticed.notice));
  ticket.due->told = noticed.notice;
  return {};
}

}  // namespace tandem::desk
