#include "app/outlook.h"

#include <map>

#include "app/entry.h"

namespace tandem::app {
namespace {

constexpr std::size_t kPage = 200;

// What was counted of one team.
struct Counted {
  // That the caller may read.
  std::uint32_t open = 0;
  std::uint32_t overdue = 0;
  std::uint32_t resolved = 0;
  // What they may not read takes its time all the same, and is not told.
  std::uint32_t done = 0;
  std::vector<desk::DueWork> due;
  std::vector<desk::TicketId> hidden;
};

class Counting {
 public:
  Counting(Store& store, const Engagement& engagement, const Caller& caller, const MembershipRecord& membership,
           base::Instant now)
      : store_(store), engagement_(engagement), caller_(caller), membership_(membership), now_(now) {}

  [[nodiscard]] base::Result<void> count() {
    QueueQuery open;
    open.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
    TANDEM_TRY_DONE(each_ticket(open, [this](const desk::Ticket& ticket) { count_open(ticket); }));
    QueueQuery done;
    done.states = {desk::State::Resolved, desk::State::Closed};
    done.order = QueueOrder::Updated;
    return each_ticket(done, [this](const desk::Ticket& ticket) {
      // What has no targets is not in the queue either, and is done at another pace.
      if (!desk::has_targets(ticket.facts.kind)) return;
      if (!ticket.resolved_at || *ticket.resolved_at <= now_ - Outlook::kLookBack) return;
      Counted& counted = teams_[ticket.ownership.owner.team];
      ++counted.done;
      counted.resolved += is_read(ticket) ? 1U : 0U;
    });
  }

  [[nodiscard]] TeamOutlook outlook_of(policy::TeamIndex index) const {
    const policy::Policy& policy = *engagement_.policy;
    const policy::Team& team = policy.team(index);
    TeamOutlook outlook{.team = desk::TeamName(team.name),
                        .party = desk::PartyName(policy.party(team.party).name),
                        .open = 0,
                        .overdue = 0,
                        .resolved = 0,
                        .present = 0,
                        .worked = {},
                        .each = {},
                        .misses = {}};
    for (const policy::PersonIndex member : team.members) outlook.present += policy.is_present(member, now_) ? 1U : 0U;
    const calendar::BusinessCalendar& hours = policy.calendar(team.hours).open;
    const base::Interval week{now_ - Outlook::kLookBack, now_};
    outlook.worked = hours.elapsed(week.from, week.to).open;
    const auto found = teams_.find(outlook.team);
    if (found == teams_.end()) return outlook;
    const Counted& counted = found->second;
    outlook.open = counted.open;
    outlook.overdue = counted.overdue;
    outlook.resolved = counted.resolved;
    desk::Pace pace{.done = counted.done, .worked = outlook.worked, .person_time = {}};
    for (const calendar::Headcount& some : policy.headcounts(index, week))
      pace.person_time += hours.elapsed(some.during.from, some.during.to).open * some.present;
    outlook.each = pace.each(outlook.present);
    if (!outlook.each) return outlook;
    outlook.misses = desk::forecast(counted.due, *outlook.each, hours, now_);
    const auto horizon = hours.after(now_, {Outlook::kLookAhead});
    std::erase_if(outlook.misses, [&](const desk::Miss& miss) {
      return (horizon && miss.work.due > *horizon) ||
             std::ranges::find(counted.hidden, miss.work.ticket) != counted.hidden.end();
    });
    return outlook;
  }

 private:
  template <class Work>
  base::Result<void> each_ticket(QueueQuery query, const Work& work) {
    query.engagement = engagement_.record.name;
    query.limit = kPage;
    std::size_t looked_at = 0;
    do {
      TANDEM_TRY(auto page, store_.queue(query));
      for (const QueueRow& row : page.rows) {
        // The latest change comes first: what was changed before the week was resolved before it.
        if (query.order == QueueOrder::Updated && row.updated_at <= now_ - Outlook::kLookBack) return {};
        TANDEM_TRY(const auto ticket, store_.ticket(query.engagement, row.id));
        if (ticket) work(*ticket);
        if (++looked_at == Outlook::kMostTickets) return {};
      }
      query.after = std::move(page.next);
    } while (!query.after.empty());
    return {};
  }

  void count_open(const desk::Ticket& ticket) {
    Counted& counted = teams_[ticket.ownership.owner.team];
    const bool is_theirs = is_read(ticket);
    counted.open += is_theirs ? 1U : 0U;
    const auto reading = desk::read_clock(desk::TargetKind::Resolve, ticket, engagement_.history(), now_);
    if (!reading || !reading->due) return;
    counted.overdue += is_theirs && reading->state == desk::ClockState::Missed ? 1U : 0U;
    counted.due.push_back({.ticket = ticket.id, .number = ticket.facts.number, .due = *reading->due});
    if (!is_theirs) counted.hidden.push_back(ticket.id);
  }

  [[nodiscard]] bool is_read(const desk::Ticket& ticket) const {
    return reads_as(caller_, membership_, ticket, *engagement_.policy).has_value();
  }

  Store& store_;
  const Engagement& engagement_;
  const Caller& caller_;
  const MembershipRecord& membership_;
  base::Instant now_;
  std::map<desk::TeamName, Counted> teams_;
};

}  // namespace

Outcome<OutlookView> Outlook::of(const Caller& caller, const desk::EngagementName& engagement) {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_outlook(*membership)) {
    return forbidden("how the teams keep up is for their people and the auditor");
  }
  Counting counting(*store_, *found, caller, *membership, clock_->now());
  if (const auto counted = counting.count(); !counted) return failed(counted.error());
  const policy::Spec& spec = found->policy->spec();
  OutlookView view{.engagement = found, .teams = {}};
  for (std::uint32_t i = 0; i < spec.teams.size(); ++i) {
    if (spec.parties[spec.teams[i].party.value].kind == policy::PartyKind::Vendor) continue;
    view.teams.push_back(counting.outlook_of({i}));
  }
  return view;
}

}  // namespace tandem::app
