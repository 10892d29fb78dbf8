#include "desk/clock_reasons.h"

#include <fmt/format.h>

#include "base/check.h"
#include "calendar/date_text.h"

namespace tandem::desk {
namespace {

class Explanation {
 public:
  Explanation(TargetKind kind, const Ticket& ticket, const AgreementHistory& history, const ClockTrace& trace)
      : kind_(kind), segments_(ticket.segments), history_(history), trace_(trace), newest_(history[trace.newest]) {}

  std::vector<Reason> run() {
    promised();
    counted();
    priorities();
    for (std::size_t i = 0; i < trace_.stretches.size(); ++i) {
      reopening(i);
      version(i);
      waiting(i);
    }
    return std::move(reasons_);
  }

 private:
  [[nodiscard]] const policy::Target& target() const { return *trace_.promise->target; }
  [[nodiscard]] const Segment& segment(const ClockStretch& stretch) const { return segments_[stretch.segment]; }

  void add(std::string_view kind, std::string text, const policy::TextPlace& at = {}) {
    reasons_.push_back({.kind = std::string(kind), .text = std::move(text), .file = at.file, .line = at.line});
  }

  void promised() {
    const std::string_view what = kind_ == TargetKind::Respond ? "answered" : "resolved";
    add("promised",
        fmt::format("priority `{}` is to be {} within {}", target().priority, what, trace_.promise->time->text),
        target().at);
  }

  void counted() {
    if (trace_.promise->calendar.is_none()) {
      add("counted", "all time counts, day and night", target().at);
      return;
    }
    const policy::NamedCalendar& calendar = newest_.policy->calendar(trace_.promise->calendar);
    add("counted", fmt::format("time counts while `{}` is open", calendar.name), calendar.at);
  }

  void priorities() {
    std::vector<std::string> before;
    for (std::size_t i = 0; i <= trace_.last_segment; ++i) {
      std::string name = fmt::format("`{}`", segments_[i].priority.text());
      if (before.empty() || before.back() != name) before.push_back(std::move(name));
    }
    if (before.size() == 1) return;
    const std::string now = std::move(before.back());
    before.pop_back();
    add("priority-changed",
        fmt::format("the priority was {} before: the time from the opening on is counted for {}",
                    fmt::join(before, ", then "), now),
        target().at);
  }

  // The open stretches on either side of a time in which it was resolved or closed.
  void reopening(std::size_t i) {
    if (i == 0) return;
    const base::Duration gap = trace_.stretches[i].when.from - trace_.stretches[i - 1].when.to;
    if (gap > base::Duration::zero()) {
      add("stood-still", fmt::format("stood still {} while it was resolved or closed", spoken_length(gap)));
    }
  }

  // Each version older than the one that promises is told of once, at its first stretch.
  void version(std::size_t i) {
    const ClockStretch& stretch = trace_.stretches[i];
    if (stretch.version == trace_.newest) return;
    if (i > 0 && trace_.stretches[i - 1].version == stretch.version) return;
    const AgreementInForce& old = history_[stretch.version];
    const calendar::Zone& zone = newest_.policy->zone();
    const std::string until =
        fmt::format("{} ({})", calendar::local_time_text(*history_.until(stretch.version), zone), zone.name());
    if (old.policy->spec().version != old.version) {
      add("agreement-version",
          fmt::format("version {} of the agreement, in force until {}, can no longer be read: version {} counts for it",
                      old.version, until, old.policy->spec().version),
          target().at);
    } else if (stretch.counting.stands_in) {
      add("agreement-version",
          fmt::format(
              "version {} of the agreement, in force until {}, has no clock for `{}`: `{}` counts for that time",
              old.version, until, target().priority, stretch.counting.calendar->name),
          target().at);
    } else {
      const std::string how = stretch.counting.calendar == nullptr
                                  ? "all time counts as it does now"
                                  : fmt::format("its `{}` counts for that time", stretch.counting.calendar->name);
      add("agreement-version",
          fmt::format("version {} of the agreement was in force until {}: {}", old.version, until, how), target().at);
    }
  }

  // A wait is told of once, at its first stretch, whatever else changed during it.
  void waiting(std::size_t i) {
    const auto on = segment(trace_.stretches[i]).waiting_on;
    if (!on || (i > 0 && same_wait(i - 1))) return;
    std::size_t last = i;
    while (last + 1 < trace_.stretches.size() && same_wait(last)) ++last;
    const std::string length = spoken_length(trace_.stretches[last].when.to - trace_.stretches[i].when.from);
    const std::string_view whom = to_text(*on);
    if (!trace_.stretches[i].runs) {
      add("paused", fmt::format("paused {} while waiting on the {}", length, whom));
    } else if (kind_ == TargetKind::Respond) {
      add("kept-running",
          fmt::format("ran on {} while waiting on the {}: an answer is owed all the same", length, whom));
    } else {
      add("kept-running", fmt::format("ran on {} while waiting on the {}: that is the teams' own work", length, whom));
    }
  }
  // Whether the stretch and the next wait on the same without a break. REQUIRES: it is not the last.
  [[nodiscard]] bool same_wait(std::size_t i) const {
    const ClockStretch& next = trace_.stretches[i + 1];
    return trace_.stretches[i].when.to == next.when.from &&
           segment(trace_.stretches[i]).waiting_on == segment(next).waiting_on;
  }

  TargetKind kind_;
  std::span<const Segment> segments_;
  const AgreementHistory& history_;
  const ClockTrace& trace_;
  const AgreementInForce& newest_;
  std::vector<Reason> reasons_;
};

}  // namespace

std::string spoken_length(base::Duration length) {
  const std::int64_t seconds = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(length).count());
  if (seconds < 60) return fmt::format("{} s", seconds);
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{} min", minutes);
  const std::int64_t hours = minutes / 60;
  if (hours < 24) {
    return minutes % 60 == 0 ? fmt::format("{} h", hours) : fmt::format("{} h {} min", hours, minutes % 60);
  }
  return hours % 24 == 0 ? fmt::format("{} d", hours / 24) : fmt::format("{} d {} h", hours / 24, hours % 24);
}

std::vector<Reason> explain_clock(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                  const ClockTrace& trace) {
  TANDEM_ENSURE(trace.promise.has_value());
  return Explanation(kind, ticket, history, trace).run();
}

std::vector<TargetView> view_targets(const Ticket& ticket, const AgreementHistory& history, base::Instant now) {
  std::vector<TargetView> views;
  for (const TargetKind kind : {TargetKind::Respond, TargetKind::Resolve}) {
    ClockTrace trace;
    const auto reading = read_clock(kind, ticket, history, now, &trace);
    if (!reading) continue;
    const Promise& promise = *trace.promise;
    const policy::Policy& newest = *history[trace.newest].policy;
    views.push_back({.reading = *reading,
                     .text = promise.time->text,
                     .clock = promise.calendar.is_none() ? "always" : newest.calendar(promise.calendar).name,
                     .warnings = warnings(kind, ticket, history, now),
                     .reasons = explain_clock(kind, ticket, history, trace)});
  }
  return views;
}

}  // namespace tandem::desk
