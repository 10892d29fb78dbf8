#include "desk/segment.h"

#include "base/check.h"

namespace tandem::desk {
namespace {

// What waiting means for time. The agreement has no word for it yet; when it gets one, this is the default.
struct WaitingRule {
  Ball ball;
  bool resolve_pauses;
};

constexpr WaitingRule rule_for(WaitingOn on) {
  switch (on) {
    case WaitingOn::Requester: return {Ball::Requester, true};  // only they can answer
    case WaitingOn::Vendor: return {Ball::Vendor, true};        // neither team can hurry a third party
    case WaitingOn::Evidence:
      return {Ball::Evidence, true};  // it comes from outside the two teams
    // The cause behind it is the teams' own work: a clock that stood still could be stopped by naming one.
    case WaitingOn::Problem: return {Ball::Holder, false};
  }
  base::check_failed("a ticket waits on one of these");
}

bool same_but_for_time(const Segment& a, const Segment& b) {
  return a.state == b.state && a.waiting_on == b.waiting_on && a.team == b.team && a.party == b.party &&
         a.priority == b.priority;
}

}  // namespace

std::string_view to_text(Ball ball) {
  switch (ball) {
    case Ball::Holder: return "holder";
    case Ball::Requester: return "requester";
    case Ball::Vendor: return "vendor";
    case Ball::Evidence: return "evidence";
    case Ball::Nobody: return "nobody";
  }
  base::check_failed("the ball is with one of these");
}

void add_segment(std::vector<Segment>& segments, Segment now) {
  if (!segments.empty()) {
    now.from = std::max(now.from, segments.back().from);
    if (now.from == segments.back().from) segments.pop_back();
  }
  if (!segments.empty() && same_but_for_time(segments.back(), now)) return;
  segments.push_back(std::move(now));
}

base::Interval extent(std::span<const Segment> segments, std::size_t i, base::Instant now) {
  TANDEM_CHECK(i < segments.size());
  const base::Instant from = segments[i].from;
  const base::Instant to = i + 1 < segments.size() ? std::min(segments[i + 1].from, now) : now;
  return {from, std::max(from, to)};
}

std::optional<base::Instant> finished_at(std::span<const Segment> segments) {
  std::optional<base::Instant> since;
  for (std::size_t i = segments.size(); i > 0 && !is_open(segments[i - 1].state); --i) since = segments[i - 1].from;
  return since;
}

Ball ball(const Segment& segment) {
  if (!is_open(segment.state)) return Ball::Nobody;
  return segment.waiting_on ? rule_for(*segment.waiting_on).ball : Ball::Holder;
}

bool runs(TargetKind target, const Segment& segment) {
  if (!is_open(segment.state)) return false;
  // An answer is owed whoever is waited for: telling the requester so is one.
  return target == TargetKind::Respond || !segment.waiting_on || !rule_for(*segment.waiting_on).resolve_pauses;
}

}  // namespace tandem::desk
