#include "desk/service_report.h"

#include "base/check.h"
#include "desk/clock_charges.h"

namespace tandem::desk {
namespace {

constexpr std::array<std::string_view, 5> kGroupings{"party", "team", "person", "category", "priority"};

struct TargetFigures {
  TargetKind kind;
  Figure met;
  Figure met_late;
  Figure missed;
  Figure charged;
  Figure running;
  Figure overdue;
};
constexpr std::array<TargetFigures, 2> kTargets{
    {{TargetKind::Respond, Figure::RespondMet, Figure::RespondMetLate, Figure::RespondMissed, Figure::RespondCharged,
      Figure::RespondRunning, Figure::RespondOverdue},
     {TargetKind::Resolve, Figure::ResolveMet, Figure::ResolveMetLate, Figure::ResolveMissed, Figure::ResolveCharged,
      Figure::ResolveRunning, Figure::ResolveOverdue}}};

// Real time, and beside it the part in the team's hours.
struct TimeFigures {
  Figure real;
  Figure business;
};

// What the time of an open ticket goes to. While it waits it is not worked on, whether somebody is asked to take it
// over or not: whom it waits for comes first.
TimeFigures part_of(const Holding& holding) {
  if (holding.waiting_on) {
    switch (*holding.waiting_on) {
      case WaitingOn::Requester: return {Figure::OnRequester, Figure::OnRequesterBusiness};
      case WaitingOn::Vendor: return {Figure::OnVendor, Figure::OnVendorBusiness};
      case WaitingOn::Problem: return {Figure::OnProblem, Figure::OnProblemBusiness};
      case WaitingOn::Evidence: return {Figure::OnEvidence, Figure::OnEvidenceBusiness};
    }
    base::check_failed("a ticket waits on one of these");
  }
  if (holding.is_offered) return {Figure::OnOffer, Figure::OnOfferBusiness};
  return {Figure::Working, Figure::WorkingBusiness};
}

Figure figure_of(HandoffStep step) {
  switch (step) {
    case HandoffStep::Offered: return Figure::HandoffsOffered;
    case HandoffStep::Accepted: return Figure::HandoffsAccepted;
    case HandoffStep::Declined: return Figure::HandoffsDeclined;
    case HandoffStep::Expired: return Figure::HandoffsExpired;
    case HandoffStep::Withdrawn: return Figure::HandoffsWithdrawn;
  }
  base::check_failed("a hand-off goes by these steps");
}

// The team's hours between two instants, each piece by the version in force then; nothing while that version does not
// have the team.
base::Duration business_time(const TeamName& team, const AgreementHistory& history, base::Interval when) {
  base::Duration open{};
  for (std::size_t version = history.position_at(when.from); when.from < when.to; ++version) {
    const auto until = history.until(version);
    const base::Instant to = until ? std::min(*until, when.to) : when.to;
    if (const auto* hours = hours_of(team, *history[version].policy))
      open += Measure(hours->open).between(when.from, to);
    when.from = to;
  }
  return open;
}

// The holding at an instant: REQUIRES: not before the opening.
const Holding& holding_at(const TicketLife& life, base::Instant at) {
  const auto later = std::ranges::upper_bound(life.holdings, at, {}, &Holding::from);
  TANDEM_CHECK(later != life.holdings.begin());
  return *std::prev(later);
}

class Tally {
 public:
  Tally(const TicketLife& life, const AgreementHistory& history, base::Interval period, Grouping grouping)
      : life_(life), history_(history), period_(period), grouping_(grouping) {}

  LineFigures run() {
    if (period_.to <= period_.from) return {};
    standing();
    time();
    handoffs();
    ratings();
    for (const TargetFigures& target : kTargets) targets(target);
    return std::move(lines_);
  }

 private:
  void add(const Belonging& belongs, Figure figure, std::int64_t amount = 1) {
    if (amount != 0) lines_[line_of(belongs, grouping_)][figure] += amount;
  }

  // Opening and ending, and what is open at both ends.
  void standing() {
    const auto& holdings = life_.holdings;
    const Holding* before = nullptr;
    const Holding* last = nullptr;
    if (period_.contains(holdings.front().from)) add(holdings.front().belongs, Figure::Opened);
    bool was_open = true;  // it is opened open, whatever else happens at that instant
    for (const Holding& holding : holdings) {
      if (holding.from >= period_.to) break;
      if (holding.from < period_.from) before = &holding;
      last = &holding;
      const bool open = is_open(holding.state);
      if (period_.contains(holding.from) && open != was_open)
        add(holding.belongs, open ? Figure::Reopened : Figure::Resolved);
      was_open = open;
    }
    if (before != nullptr && is_open(before->state)) add(before->belongs, Figure::OpenAtStart);
    if (last != nullptr && is_open(last->state)) add(last->belongs, Figure::OpenAtEnd);
  }

  void time() {
    const auto& holdings = life_.holdings;
    for (std::size_t i = 0; i < holdings.size(); ++i) {
      const base::Instant end = i + 1 < holdings.size() ? holdings[i + 1].from : period_.to;
      const base::Interval when{std::max(holdings[i].from, period_.from), std::min(end, period_.to)};
      if (when.to <= when.from || !is_open(holdings[i].state)) continue;
      const Belonging& belongs = holdings[i].belongs;
      const std::int64_t real = (when.to - when.from).count();
      const std::int64_t business = business_time(belongs.owner.team, history_, when).count();
      const TimeFigures part = part_of(holdings[i]);
      add(belongs, Figure::Held, real);
      add(belongs, Figure::HeldBusiness, business);
      add(belongs, part.real, real);
      add(belongs, part.business, business);
    }
  }

  void handoffs() {
    for (const HandoffMoment& moment : life_.handoffs) {
      if (!period_.contains(moment.at)) continue;
      add(moment.belongs, figure_of(moment.step));
      if (moment.step == HandoffStep::Accepted)
        lines_[line_of(moment.belongs, grouping_)].accepted_after.push_back(moment.after_offer);
    }
  }

  void ratings() {
    for (const RatingMoment& moment : life_.ratings) {
      if (!period_.contains(moment.at)) continue;
      add(moment.belongs, moment.verdict == Verdict::Good ? Figure::RatedGood : Figure::RatedBad);
    }
  }

  void targets(const TargetFigures& target) {
    const TargetCourse course = target_course(target.kind, life_.ticket, history_, period_);
    for (const TargetMoment& moment : course.moments) {
      const Belonging& belongs = holding_at(life_, moment.at).belongs;
      switch (moment.verdict) {
        case TargetVerdict::Met: add(belongs, target.met); break;
        case TargetVerdict::MetLate: add(belongs, target.met_late); break;
        case TargetVerdict::Missed:
          add(belongs, target.missed);
          for (const ChargedPart& part : charge_miss(target.kind, life_, history_, moment.at))
            add(part.to, target.charged, part.percent);
          break;
      }
    }
    if (!course.at_end) return;
    const Belonging& belongs = holding_at(life_, period_.to - base::Duration(1)).belongs;
    add(belongs, *course.at_end == TargetStanding::Overdue ? target.overdue : target.running);
  }

  const TicketLife& life_;
  const AgreementHistory& history_;
  base::Interval period_;
  Grouping grouping_;
  LineFigures lines_;
};

// How much of the clock's time until then each used up.
std::vector<std::pair<Belonging, base::Duration>> used_up(TargetKind kind, const TicketLife& life,
                                                          const AgreementHistory& history, base::Instant until) {
  ClockTrace trace;
  static_cast<void>(read_clock(kind, life.ticket, history, until, &trace));
  std::vector<std::pair<Belonging, base::Duration>> parts;
  for (const ClockStretch& stretch : trace.stretches) {
    if (!stretch.runs) continue;
    for (base::Instant from = stretch.when.from; from < stretch.when.to;) {
      const Holding& holding = holding_at(life, from);
      const bool is_last = &holding == &life.holdings.back();
      const base::Instant to = is_last ? stretch.when.to : std::min(stretch.when.to, std::next(&holding)->from);
      const base::Duration counted = stretch.counting.measure.between(from, to);
      from = to;
      if (counted <= base::Duration::zero()) continue;
      auto part = std::ranges::find(parts, holding.belongs, &std::pair<Belonging, base::Duration>::first);
      if (part == parts.end()) part = parts.insert(part, {holding.belongs, {}});
      part->second += counted;
    }
  }
  return parts;
}

}  // namespace

std::string_view to_text(Grouping grouping) {
  return kGroupings[static_cast<std::size_t>(grouping)];
}

std::optional<Grouping> find_grouping(std::string_view text) {
  const auto found = std::ranges::find(kGroupings, text);
  if (found == kGroupings.end()) return std::nullopt;
  return static_cast<Grouping>(found - kGroupings.begin());
}

ReportLine line_of(const Belonging& belonging, Grouping grouping) {
  ReportLine line;
  switch (grouping) {
    case Grouping::Party: line.party = belonging.owner.party; break;
    case Grouping::Team:
      line.party = belonging.owner.party;
      line.team = belonging.owner.team;
      break;
    case Grouping::Person:
      line.party = belonging.owner.party;
      line.person = belonging.owner.person;
      break;
    case Grouping::Category: line.category = belonging.category; break;
    case Grouping::Priority: line.priority = belonging.priority; break;
  }
  return line;
}

LineFigures figures_of(const TicketLife& life, const AgreementHistory& history, base::Interval period,
                       Grouping grouping) {
  return Tally(life, history, period, grouping).run();
}

std::vector<ChargedPart> charge_miss(TargetKind kind, const TicketLife& life, const AgreementHistory& history,
                                     base::Instant missed) {
  const auto used = used_up(kind, life, history, missed);
  base::Duration total{};
  for (const auto& [who, counted] : used) total += counted;
  if (used.empty()) return {{.to = holding_at(life, missed).belongs, .percent = 100}};
  std::vector<ChargedPart> parts;
  std::vector<std::pair<std::int64_t, std::size_t>> lost;  // negative, so that the most comes first
  std::int64_t left = 100;
  for (const auto& [who, counted] : used) {
    // A hundred times the microseconds of thousands of years still fit.
    const std::int64_t hundredfold = counted.count() * 100;
    parts.push_back({.to = who, .percent = hundredfold / total.count()});
    left -= parts.back().percent;
    lost.emplace_back(-(hundredfold % total.count()), parts.size() - 1);
  }
  std::ranges::sort(lost);
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[lost[i].second].percent;
  return parts;
}

void ServiceReport::add(const LineFigures& ticket) {
  for (const auto& [line, figures] : ticket) lines_[line] += figures;
}

Figures ServiceReport::total() const {
  Figures total;
  for (const auto& [line, figures] : lines_) total += figures;
  return total;
}

}  // namespace tandem::desk
