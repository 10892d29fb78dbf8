#include "desk/clock_reading.h"

#include "base/check.h"

namespace tandem::desk {
namespace {

// A clock that takes neighbouring stretches of one measure together, so that a ticket that changes hands often costs no
// more questions to its calendar than one that does not.
class JoiningClock {
 public:
  explicit JoiningClock(Clock::Start start) : clock_(start) {}

  void take(const ClockStretch& stretch) {
    if (!stretch.runs) {
      clock_.pause(stretch.when.from, stretch.when.to);
      return;
    }
    if (pending_.to != stretch.when.from || measure_ != stretch.counting.measure) {
      flush();
      pending_ = {stretch.when.from, stretch.when.from};
      measure_ = stretch.counting.measure;
    }
    pending_.to = stretch.when.to;
  }
  // The clock with everything that it was given.
  const Clock& finish() {
    flush();
    return clock_;
  }

 private:
  void flush() {
    if (pending_.from < pending_.to) clock_.run(measure_, pending_.from, pending_.to);
    pending_ = {};
  }

  Clock clock_;
  base::Interval pending_;
  Measure measure_;
};

// What is read, and under which terms.
class Question {
 public:
  Question(TargetKind kind, const Ticket& ticket, const AgreementHistory& history, base::Instant now)
      : kind_(kind), segments_(ticket.segments), history_(history), met_(met_at(kind, ticket, now)) {
    TANDEM_ENSURE(!segments_.empty());
    until_ = std::max(met_.value_or(now), segments_.front().from);
    last_ = segments_.size() - 1;
    while (last_ > 0 && segments_[last_].from > until_) --last_;
    newest_ = history.position_at(until_);
    promise_ = promised(kind, ticket.facts.kind, segments_[last_].priority, newest());
  }

  [[nodiscard]] const std::optional<Promise>& promise() const { return promise_; }
  [[nodiscard]] std::optional<base::Instant> met() const { return met_; }
  [[nodiscard]] base::Instant opened() const { return segments_.front().from; }
  [[nodiscard]] base::Instant until() const { return until_; }
  [[nodiscard]] std::size_t newest_position() const { return newest_; }
  [[nodiscard]] std::size_t last_segment() const { return last_; }
  [[nodiscard]] bool runs_on() const { return !met_ && runs(kind_, segments_[last_]); }

  // Since when the clock stands still. REQUIRES: it does.
  [[nodiscard]] base::Instant standing_since() const {
    std::size_t first = last_;
    while (first > 0 && !runs(kind_, segments_[first - 1])) --first;
    return segments_[first].from;
  }

  // Hands every stretch of the open ticket until now to `take`, in order. Where nothing is promised all time counts.
  template <class Take>
  void walk(Take take) const {
    std::size_t version = history_.position_at(opened());
    for (std::size_t i = 0; i <= last_; ++i) {
      const base::Interval segment = extent(segments_, i, until_);
      if (!is_open(segments_[i].state)) continue;
      const bool running = runs(kind_, segments_[i]);
      for (base::Instant from = segment.from; from < segment.to;) {
        while (version < newest_ && *history_.until(version) <= from) ++version;
        const base::Instant to = version < newest_ ? std::min(segment.to, *history_.until(version)) : segment.to;
        take(ClockStretch{.when = {from, to},
                          .segment = i,
                          .version = version,
                          .runs = running,
                          .counting = counting_in(version, i)});
        from = to;
      }
    }
  }

 private:
  [[nodiscard]] const policy::Policy& newest() const { return *history_[newest_].policy; }
  [[nodiscard]] Counting counting_in(std::size_t version, std::size_t segment) const {
    if (!promise_) return {};
    return counting(*promise_, newest(), *history_[version].policy, segments_[segment].priority);
  }

  TargetKind kind_;
  std::span<const Segment> segments_;
  const AgreementHistory& history_;
  std::optional<base::Instant> met_;
  base::Instant until_;
  std::size_t last_ = 0;    // the segment that holds until_
  std::size_t newest_ = 0;  // the version in force then
  std::optional<Promise> promise_;
};

ClockState state_of(const Question& question, const Clock& clock) {
  const bool late = clock.reached() && *clock.reached() < question.until();
  if (question.met()) return late ? ClockState::MetLate : ClockState::Met;
  if (late) return ClockState::Missed;
  return question.runs_on() ? ClockState::Running : ClockState::Paused;
}

}  // namespace

std::string_view to_text(ClockState state) {
  switch (state) {
    case ClockState::Running: return "running";
    case ClockState::Paused: return "paused";
    case ClockState::Missed: return "missed";
    case ClockState::Met: return "met";
    case ClockState::MetLate: return "met-late";
  }
  base::check_failed("a clock is in one of the states");
}

std::optional<base::Instant> met_at(TargetKind kind, const Ticket& ticket, base::Instant now) {
  if (kind == TargetKind::Respond && ticket.responded_at && *ticket.responded_at <= now) return ticket.responded_at;
  const auto later = std::ranges::upper_bound(ticket.segments, now, {}, &Segment::from);
  return finished_at({ticket.segments.begin(), later});
}

std::optional<Reading> read_clock(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                  base::Instant now, ClockTrace* trace) {
  const Question question(kind, ticket, history, now);
  if (trace != nullptr) {
    *trace = {.promise = question.promise(),
              .newest = question.newest_position(),
              .last_segment = question.last_segment(),
              .until = question.until(),
              .stretches = {}};
    question.walk([&](const ClockStretch& stretch) { trace->stretches.push_back(stretch); });
  }
  if (!question.promise()) return std::nullopt;
  const Promise& promise = *question.promise();
  JoiningClock joining({.goal = promise.goal, .at = question.opened()});
  question.walk([&](const ClockStretch& stretch) { joining.take(stretch); });
  const Clock& clock = joining.finish();

  Reading reading{.kind = kind,
                  .state = state_of(question, clock),
                  .goal = clock.goal(),
                  .elapsed = clock.elapsed(),
                  .paused = clock.paused(),
                  .due = {},
                  .due_if_resumed = {},
                  .paused_since = {},
                  .met_at = question.met()};
  if (question.met()) return reading;
  const bool runs_on = question.runs_on();
  if (runs_on || reading.state == ClockState::Missed) {
    reading.due = clock.due(promise.measure, question.until());
  } else {
    reading.due_if_resumed = clock.due(promise.measure, question.until());
  }
  if (!runs_on) reading.paused_since = question.standing_since();
  return reading;
}

std::vector<Warning> warnings(TargetKind kind, const Ticket& ticket, const AgreementHistory& history, base::Instant now,
                              std::span<const std::uint32_t> percents) {
  std::vector<Warning> found;
  const Question question(kind, ticket, history, now);
  if (!question.promise()) return found;
  const Promise& promise = *question.promise();
  for (const std::uint32_t percent : percents) {
    JoiningClock joining({.goal = promise.goal * percent / 100, .at = question.opened()});
    question.walk([&](const ClockStretch& stretch) { joining.take(stretch); });
    const Clock& clock = joining.finish();
    const auto at = question.runs_on() ? clock.due(promise.measure, question.until()) : clock.reached();
    if (at) found.push_back({.percent = percent, .at = *at});
  }
  return found;
}

}  // namespace tandem::desk
