#include "app/leave.h"

#include "app/recorded_leave.h"
#include "base/utf8.h"

namespace tandem::app {
namespace {

std::unexpected<Failure> no_leave() {
  return not_found("there is no such leave");
}
bool touches(const base::Interval& a, const std::optional<base::Interval>& b) {
  return !b || (a.from < b->to && b->from < a.to);
}

bool is_same_leave(const LeaveRecord& a, const LeaveRecord& b) {
  return !a.feed && !b.feed && a.person == b.person && a.from == b.from && a.to == b.to;
}

}  // namespace

// The record that the words make, or every word that is wrong.
Outcome<LeaveRecord> Leave::compose(const LeaveScope& scope, const NewLeave& wanted) const {
  if (!scope.may_write()) return forbidden("leave is recorded by the two teams");
  std::vector<FieldProblem> problems;
  const bool is_known = scope.policy().find_person(wanted.person.text()).has_value();
  if (!is_known)
    problems.push_back({"/person", fmt::format("names nobody of the agreement: `{}`", wanted.person.text())});
  const auto period = parse_leave_period(wanted.from, wanted.to, zone_of(wanted.person.text(), scope.policy().spec()));
  if (!period) {
    const bool is_from = period.error().edge == PeriodEdge::From;
    problems.push_back({is_from ? "/from" : "/to", period.error().message});
  }
  if (!is_one_line(wanted.note)) {
    problems.push_back({"/note", "is one line without control characters"});
  } else if (base::count_code_points(wanted.note) > kMaxLeaveNote) {
    problems.push_back({"/note", fmt::format("has at most {} characters", kMaxLeaveNote)});
  }
  if (is_known && !scope.may_record(wanted.person)) return forbidden(std::string(kNotTheirLeave));
  if (!problems.empty()) return invalid(std::move(problems));
  return LeaveRecord{.id = LeaveId(ids_->next(scope.signature.at.unix_ms())),
                     .engagement = scope.name(),
                     .person = wanted.person,
                     .from = wanted.from,
                     .to = wanted.to,
                     .note = wanted.note,
                     .feed = std::nullopt,
                     .recorded = scope.signature,
                     .removed = std::nullopt};
}

Outcome<RecordedLeave> Leave::record(const Author& author, const desk::EngagementName& engagement,
                                     const NewLeave& wanted, const std::optional<Idempotency>& idempotency) {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  const auto leave = compose(*scope, wanted);
  if (!leave) return std::unexpected(leave.error());
  std::optional<RememberedAnswer> repeated;
  std::optional<Failure> refused;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    repeated.reset();
    refused.reset();
    if (idempotency && leave->recorded.account) {
      TANDEM_TRY(repeated, tx.remembered(*leave->recorded.account, idempotency->key));
      if (repeated) return {};
    }
    TANDEM_TRY(const auto in_force, tx.leave(engagement, LeaveHistory::InForce));
    const auto own = std::ranges::count_if(
        in_force, [&](const LeaveRecord& each) { return each.person == leave->person && !each.feed; });
    if (std::cmp_greater_equal(own, kMaxLeaveOfPerson)) {
      refused = invalid({{"/person", fmt::format("has {} leaves already: remove some", own)}}).error();
      return {};
    }
    if (std::ranges::any_of(in_force, [&](const LeaveRecord& each) { return is_same_leave(each, *leave); })) {
      refused = invalid({{"/from", "begins a leave that is recorded already, to the same end"}}).error();
      return {};
    }
    TANDEM_TRY_DONE(tx.add_leave(*leave));
    if (!idempotency || !leave->recorded.account) return {};
    return tx.remember(*leave->recorded.account, idempotency->key,
                       {.request = idempotency->request,
                        .engagement = engagement,
                        .made = leave->id.bits(),
                        .version = 0,
                        .at = leave->recorded.at});
  });
  if (!written) return failed(written.error());
  if (refused) return std::unexpected(*refused);
  if (repeated) {
    if (repeated->request != idempotency->request) {
      return std::unexpected(
          Failure{FailureKind::IdempotencyMismatch, "this Idempotency-Key was used for another request", {}, {}});
    }
    const auto first = find(*scope, LeaveId(repeated->made));
    if (!first) return std::unexpected(first.error());
    return told(*scope, *first, first->id);
  }
  auto answer = told(*scope, *leave, std::nullopt);
  if (const auto taken = take_up(*scope); !taken) return std::unexpected(taken.error());
  return answer;
}

Outcome<std::vector<Consequence>> Leave::preview(const Author& author, const desk::EngagementName& engagement,
                                                 const NewLeave& wanted) const {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  const auto leave = compose(*scope, wanted);
  if (!leave) return std::unexpected(leave.error());
  return consequences(*scope, *leave, std::nullopt);
}

Outcome<RecordedLeave> Leave::change(const Author& author, const desk::EngagementName& engagement, LeaveId id,
                                     const NewLeave& wanted) {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_write()) return forbidden("leave is recorded by the two teams");
  const auto before = find(*scope, id);
  if (!before) return std::unexpected(before.error());
  if (!scope->may_record(before->person)) return forbidden(std::string(kNotTheirLeave));
  if (before->feed) return forbidden("this leave comes from a calendar: change it there");
  NewLeave next = wanted;
  next.person = before->person;
  const auto leave = compose(*scope, next);
  if (!leave) return std::unexpected(leave.error());
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.remove_leave(engagement, id, scope->signature));
    return tx.add_leave(*leave);
  });
  if (!written) return failed(written.error());
  auto answer = told(*scope, *leave, id);
  if (const auto taken = take_up(*scope); !taken) return std::unexpected(taken.error());
  return answer;
}

Outcome<> Leave::remove(const Author& author, const desk::EngagementName& engagement, LeaveId id) {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_write()) return forbidden("leave is removed by the two teams");
  const auto leave = find(*scope, id);
  if (!leave) return std::unexpected(leave.error());
  if (!scope->may_record(leave->person)) return forbidden(std::string(kNotTheirLeave));
  if (leave->feed) return forbidden("this leave comes from a calendar: remove it there, or remove the feed");
  if (leave->removed) return {};
  const auto written =
      store_->write([&](WriteTransaction& tx) { return tx.remove_leave(engagement, id, scope->signature); });
  if (!written && written.error().code != base::ErrorCode::Conflict) return failed(written.error());
  return take_up(*scope);
}

Outcome<std::vector<LeaveEntry>> Leave::list(const Author& author, const desk::EngagementName& engagement,
                                             const LeaveQuery& query) const {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_read()) return forbidden("who is away is for the two teams");
  const auto recorded = store_->leave(engagement, query.history);
  if (!recorded) return failed(recorded.error());
  auto entries = leave_entries(*scope->engagement, *recorded, query);
  if (!entries) return failed(entries.error());
  const auto covers = covers_of(*store_, scope->engagement->record, query.history);
  if (!covers) return failed(covers.error());
  for (LeaveEntry& entry : *entries) {
    if (const auto cover = entry.record ? covers->find(entry.record->id) : covers->end(); cover != covers->end())
      entry.cover = cover->second;
    entry.may_remove = entry.record && !entry.record->feed && !entry.record->removed && scope->may_write() &&
                       scope->may_record(entry.person);
  }
  return *std::move(entries);
}

Outcome<std::map<LeaveId, CoverInSight>> Leave::covers(const desk::EngagementName& engagement) const {
  const auto found = engagements_->find(engagement);
  if (!found) return std::map<LeaveId, CoverInSight>{};
  auto covers = covers_of(*store_, found->record, LeaveHistory::InForce);
  if (!covers) return failed(covers.error());
  return *std::move(covers);
}

std::optional<base::Interval> Leave::days(const desk::EngagementName& engagement, calendar::Date from,
                                          calendar::Date to) const {
  const auto found = engagements_->find(engagement);
  if (!found) return std::nullopt;
  const calendar::Zone zone = zone_of("", found->policy->spec());
  return base::Interval{zone.to_instant(from, {}), zone.to_instant(to, base::hours(24))};
}

Outcome<LeaveRecord> Leave::find(const LeaveScope& scope, LeaveId id) const {
  auto all = store_->leave(scope.name(), LeaveHistory::Whole);
  if (!all) return failed(all.error());
  const auto found = std::ranges::find(*all, id, &LeaveRecord::id);
  if (found == all->end()) return no_leave();
  return std::move(*found);
}

Outcome<std::vector<Consequence>> Leave::consequences(const LeaveScope& scope, const LeaveRecord& leave,
                                                      std::optional<LeaveId> replaced) const {
  const Engagement& engagement = *scope.engagement;
  const auto person = scope.policy().find_person(leave.person.text());
  auto during = period_of(leave, engagement.agreed->spec());
  if (!during) return failed(during.error());
  during->from = std::max(during->from, scope.signature.at);
  if (!person || during->from >= during->to) return std::vector<Consequence>{};
  std::vector<LeaveRecord> others = engagement.leave;
  std::erase_if(others, [&](const LeaveRecord& each) { return each.id == leave.id || each.id == replaced; });
  auto before = with_recorded_leave(engagement.agreed->spec(), others);
  if (!before) return failed(before.error());
  others.push_back(leave);
  auto after = with_recorded_leave(engagement.agreed->spec(), others);
  if (!after) return failed(after.error());
  return consequences_of(*policy::Policy::make(*std::move(before)), *policy::Policy::make(*std::move(after)), *person,
                         *during);
}

Outcome<RecordedLeave> Leave::told(const LeaveScope& scope, const LeaveRecord& leave,
                                   std::optional<LeaveId> replaced) const {
  const auto during = period_of(leave, scope.policy().spec());
  if (!during) return failed(during.error());
  auto uncovered = consequences(scope, leave, replaced);
  if (!uncovered) return std::unexpected(uncovered.error());
  return RecordedLeave{.entry = {.person = leave.person,
                                 .period = {.from = leave.from, .to = leave.to},
                                 .during = *during,
                                 .at = {},
                                 .record = leave,
                                 .may_remove = !leave.removed},
                       .consequences = *std::move(uncovered)};
}

Outcome<> Leave::take_up(const LeaveScope& scope) {
  if (const auto taken = engagements_->take_up_leave(scope.name()); !taken) return failed(taken.error());
  return {};
}

base::Result<std::vector<LeaveEntry>> leave_entries(const Engagement& engagement, std::span<const LeaveRecord> recorded,
                                                    const LeaveQuery& query) {
  const policy::Spec& spec = engagement.agreed->spec();
  std::vector<LeaveEntry> entries;
  for (const policy::Person& person : spec.people) {
    const desk::PersonName name(person.name);
    if (!query.person.empty() && query.person != name) continue;
    const calendar::Zone zone = zone_of(person.name, spec);
    for (std::size_t i = 0; i < person.leave.size(); ++i) {
      if (!touches(person.leave[i], query.between)) continue;
      entries.push_back({.person = name,
                         .period = leave_period_text(person.leave[i], zone),
                         .during = person.leave[i],
                         .at = std::get<policy::TextPlace>(person.leave_at[i]),
                         .record = std::nullopt,
                         .may_remove = false});
    }
  }
  for (const LeaveRecord& record : recorded) {
    if (!query.person.empty() && query.person != record.person) continue;
    TANDEM_TRY(const auto during, period_of(record, spec));
    if (!touches(during, query.between)) continue;
    entries.push_back({.person = record.person,
                       .period = {.from = record.from, .to = record.to},
                       .during = during,
                       .at = {},
                       .record = record,
                       .may_remove = false});
  }
  std::ranges::stable_sort(entries, {}, [](const LeaveEntry& entry) { return entry.during; });
  return entries;
}

}  // namespace tandem::app
