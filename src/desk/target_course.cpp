#include "desk/target_course.h"

namespace tandem::desk {
namespace {

bool is_late(const Reading& reading) {
  return reading.state == ClockState::Missed || reading.state == ClockState::MetLate;
}

// When it is missed if nothing else happens. A clock that stands still at the very instant at which its time is up is
// missed at the next.
std::optional<base::Instant> next_miss(const Reading& reading) {
  if (reading.state == ClockState::Running) return reading.due;
  if (reading.state == ClockState::Paused && reading.remaining() <= base::Duration::zero())
    return reading.due_if_resumed;
  return std::nullopt;
}

// The instants at which a reading may become another one by more than the passing of time.
std::vector<base::Instant> turns_of(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                    base::Instant before) {
  std::vector<base::Instant> turns;
  for (const Segment& segment : ticket.segments) turns.push_back(segment.from);
  if (kind == TargetKind::Respond && ticket.responded_at) turns.push_back(*ticket.responded_at);
  std::size_t version = history.position_at(before);
  while (version > 0 && history[version].from > ticket.opened_at) turns.push_back(history[version--].from);
  std::ranges::sort(turns);
  const auto repeated = std::ranges::unique(turns);
  turns.erase(repeated.begin(), repeated.end());
  std::erase_if(turns, [&](base::Instant at) { return at >= before; });
  return turns;
}

// Walks the stretches between the turns.
class Course {
 public:
  Course(TargetKind kind, const Ticket& ticket, const AgreementHistory& history, base::Interval period)
      : kind_(kind), ticket_(ticket), history_(history), period_(period) {}

  TargetCourse run() {
    const std::vector<base::Instant> turns = turns_of(kind_, ticket_, history_, period_.to);
    if (turns.empty()) return {};  // opened later
    // What was missed before the period is known from the stretch that ends in it or at its beginning.
    const auto later = std::ranges::upper_bound(turns, period_.from);
    std::size_t i = later == turns.begin() ? 0 : static_cast<std::size_t>(later - turns.begin()) - 1;
    if (i > 0) was_missed_ = is_missed_by(turns[i - 1], turns[i]);
    for (; i < turns.size(); ++i) stretch(turns[i], i + 1 < turns.size() ? turns[i + 1] : period_.to);
    return std::move(course_);
  }

 private:
  [[nodiscard]] std::optional<Reading> read(base::Instant at) const { return read_clock(kind_, ticket_, history_, at); }

  // Whether it is missed, or was met late, when the stretch from `from` on ends at `to`.
  [[nodiscard]] bool is_missed_by(base::Instant from, base::Instant to) const {
    const auto reading = read(from);
    if (!reading) return false;
    const auto miss = next_miss(*reading);
    return is_late(*reading) || (miss && *miss < to);
  }

  void add(TargetVerdict verdict, base::Instant at) {
    if (period_.contains(at)) course_.moments.push_back({.verdict = verdict, .at = at});
  }

  void stretch(base::Instant from, base::Instant to) {
    const auto reading = read(from);
    course_.at_end = std::nullopt;
    if (!reading) {
      was_missed_ = false;
      return;
    }
    if (is_late(*reading) && !was_missed_) add(TargetVerdict::Missed, from);
    if (is_met(reading->state) && reading->met_at == from)
      add(is_late(*reading) ? TargetVerdict::MetLate : TargetVerdict::Met, from);
    was_missed_ = is_late(*reading);
    if (const auto miss = next_miss(*reading); miss && *miss < to) {
      add(TargetVerdict::Missed, *miss);
      was_missed_ = true;
    }
    if (!is_met(reading->state)) course_.at_end = was_missed_ ? TargetStanding::Overdue : TargetStanding::Running;
  }

  TargetKind kind_;
  const Ticket& ticket_;
  const AgreementHistory& history_;
  base::Interval period_;
  bool was_missed_ = false;
  TargetCourse course_;
};

}  // namespace

TargetCourse target_course(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                           base::Interval period) {
  if (!has_targets(ticket.facts.kind) || period.to <= period.from) return {};
  return Course(kind, ticket, history, period).run();
}

}  // namespace tandem::desk
