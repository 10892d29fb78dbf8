#include "policy/boundaries.h"

namespace tandem::policy {

using base::Instant;

namespace {

constexpr base::Duration kYear = base::hours(24 * 366);
// Rotations say what changes over a part of time. Most hand the duty on within a fortnight; where none does, the rest
// of the year is asked.
constexpr base::Duration kSoon = base::hours(24 * 14);

class Earliest {
 public:
  explicit Earliest(Instant after) : after_(after), limit_(after + kYear) {}
  void offer(std::optional<Instant> at) {
    if (at && *at > after_ && *at <= limit_ && (!found_ || *at < *found_)) found_ = at;
  }
  [[nodiscard]] Instant end() const { return found_.value_or(limit_); }
  [[nodiscard]] std::optional<Instant> found() const { return found_; }

 private:
  Instant after_;
  Instant limit_;
  std::optional<Instant> found_;
};

std::optional<Instant> next_change(const calendar::BusinessCalendar& calendar, Instant after) {
  // Of a stretch that begins at `after` itself, the end counts.
  return calendar.is_open(after) ? calendar.next_close(after) : calendar.next_open(after);
}

void offer_duty(const calendar::Rotation& rotation, Instant after, Earliest& earliest) {
  for (const base::Duration ahead : {kSoon, kYear}) {
    const Instant until = std::min(after + ahead, earliest.end());
    if (until <= after) return;
    const std::vector<Instant> changes = rotation.changes({after, until});
    if (changes.empty()) continue;
    earliest.offer(changes.front());
    return;
  }
}

}  // namespace

std::optional<Instant> next_boundary(const Policy& policy, Instant after) {
  Earliest earliest(after);
  for (const NamedCalendar& calendar : policy.spec().calendars) earliest.offer(next_change(calendar.open, after));
  for (const Person& person : policy.spec().people) {
    for (const base::Interval& leave : person.leave) {
      earliest.offer(leave.from);
      earliest.offer(leave.to);
    }
  }
  for (const Team& team : policy.spec().teams) {
    if (team.rotation) offer_duty(*team.rotation, after, earliest);
  }
  return earliest.found();
}

}  // namespace tandem::policy
