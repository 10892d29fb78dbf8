// Readings against a reference that walks minute by minute, and the laws that hold of every reading, over random
// stories of tickets, versions and calendars.
#include <doctest/doctest.h>

#include <random>

#include "desk/clock_reading.h"
#include "desk/clock_scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::Duration;
using base::hours;
using base::Instant;
using base::minutes;

namespace {

class Random {
 public:
  explicit Random(std::uint32_t seed) : random_(seed) {}
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

  // One to three versions, taken from a pool that is made once: making calendars costs more than asking them.
  Versions versions(Duration grain) {
    static const auto kPool = [] {
      std::vector<std::shared_ptr<const policy::Policy>> pool;
      for (std::uint32_t i = 0; i < 40; ++i) {
        pool.push_back(agreement(i, [random = Random(i)](policy::Spec& spec) mutable { random.change(spec); }));
      }
      return pool;
    }();
    Versions all;
    Instant from = kStart - hours(24 * 40);
    for (std::uint32_t number = 1; number <= 1 + below(3); ++number) {
      all.push_back({.from = from, .version = number, .policy = kPool[below(40)]});
      from = std::max(from, kStart) + grain * (1 + below(5 * 24 * 60));
    }
    return all;
  }

  // Open and shut, waiting and handed on, over the days around the autumn's change of clocks in Berlin and New York.
  Ticket ticket(Duration grain) {
    std::vector<Part> parts;
    Instant at = kStart + grain * below(3000);
    bool open = true;
    for (std::uint32_t i = 0; i < 1 + below(8); ++i) {
      constexpr std::array<const char*, 4> kPriorities{"critical", "high", "normal", "lost"};
      Part part{.from = at, .state = static_cast<State>(below(2)), .priority = kPriorities[below(chance(6) ? 4 : 3)]};
      if (chance(2)) {
        part.state = State::Waiting;
        part.on = static_cast<WaitingOn>(below(4));
      }
      if (open && i > 0 && chance(6)) {
        part.state = chance(2) ? State::Resolved : State::Closed;
        part.on = {};
        part.priority = parts.back().priority;
      }
      open = is_open(part.state);
      if (chance(3)) {
        part.party = "harbor";
        part.team = "harbor-it";
      }
      parts.push_back(part);
      at = at + (chance(8) ? Duration() : grain * below(chance(3) ? 3000 : 300));
    }
    Ticket made = timed(parts);
    if (chance(2)) made.responded_at = made.opened_at + grain * below(2000);
    return made;
  }

  Instant soon(Instant after, Duration grain) { return after + grain * below(6000); }

 private:
  static inline const Instant kStart = instant("2026-10-20T00:00:00Z");

  void change(policy::Spec& spec) {
    constexpr std::array<const char*, 4> kZones{"America/New_York", "Europe/Berlin", "Asia/Kathmandu", "UTC"};
    spec.calendars[0] = weekdays("office", kZones[below(4)], below(12), 12 + below(12), 3 + below(5));
    for (policy::Target& target : spec.targets) {
      if (!chance(6)) target.respond = time();
      if (!chance(6)) target.resolve = time();
      target.clock = {below(2)};
    }
    if (chance(3)) spec.targets[1].priority = "urgent";
  }
  policy::TargetTime time() { return chance(3) ? real(below(3000)) : business(below(2000)); }

  std::mt19937 random_;
};

// The rules again, in the fewest words that say them, for tickets and versions in whole minutes.
struct MinuteByMinute {
  Duration elapsed{};
  Duration paused{};
  std::optional<Instant> reached;

  MinuteByMinute(TargetKind kind, const Ticket& ticket, const Versions& versions, Instant until, Duration goal,
                 bool is_business, const std::string& priority, const policy::Policy& newest) {
    if (goal == Duration::zero()) reached = ticket.opened_at;
    for (Instant minute = ticket.opened_at; minute < until; minute = minute + minutes(1)) {
      const Segment* segment = nullptr;
      for (const Segment& each : ticket.segments) {
        if (each.from <= minute) segment = &each;
      }
      if (segment->state == State::Resolved || segment->state == State::Closed) continue;
      if (kind == TargetKind::Resolve && segment->waiting_on && *segment->waiting_on != WaitingOn::Problem) {
        paused += minutes(1);
        continue;
      }
      const policy::Policy* version = versions.front().policy.get();
      for (const AgreementInForce& each : versions) {
        if (each.from <= minute) version = each.policy.get();
      }
      if (is_business && !open(*version, newest, priority, segment->priority.text(), minute)) continue;
      elapsed += minutes(1);
      if (elapsed == goal && !reached) reached = minute + minutes(1);
    }
  }

  static bool open(const policy::Policy& version, const policy::Policy& newest, const std::string& now,
                   const std::string& then, Instant minute) {
    for (const auto& [policy, name] : {std::pair(&version, now), {&version, then}, {&newest, now}}) {
      for (const policy::Target& target : policy->spec().targets) {
        if (target.priority == name) return policy->calendar(target.clock).open.is_open(minute);
      }
    }
    return false;
  }
};

void check_reading(TargetKind kind, const Ticket& ticket, const Versions& versions, Instant now) {
  const auto reading = read_clock(kind, ticket, AgreementHistory(versions), now);
  // What is promised, in the plainest way: by the priority and version of the instant that judges.
  std::optional<Instant> met;
  for (const Segment& each : ticket.segments) {
    if (each.from > now) continue;
    const bool is_over = each.state == State::Resolved || each.state == State::Closed;
    if (!is_over) met.reset();
    if (is_over && !met) met = each.from;
  }
  if (kind == TargetKind::Respond && ticket.responded_at && *ticket.responded_at <= now) met = ticket.responded_at;
  const Instant until = std::max(met.value_or(now), ticket.opened_at);
  std::string priority;
  for (const Segment& each : ticket.segments) {
    if (each.from <= until) priority = each.priority.text();
  }
  const policy::Policy* newest = versions.front().policy.get();
  for (const AgreementInForce& each : versions) {
    if (each.from <= until) newest = each.policy.get();
  }
  std::optional<policy::TargetTime> time;
  for (const policy::Target& target : newest->spec().targets) {
    if (target.priority == priority) time = kind == TargetKind::Respond ? target.respond : target.resolve;
  }
  REQUIRE(reading.has_value() == time.has_value());
  if (!time) return;
  const MinuteByMinute reference(kind, ticket, versions, until, minutes(time->minutes),
                                 time->unit == policy::TargetTime::Unit::Business, priority, *newest);
  REQUIRE(reading->goal == minutes(time->minutes));
  REQUIRE(reading->elapsed == reference.elapsed);
  REQUIRE(reading->paused == reference.paused);
  REQUIRE(reading->met_at == met);
  const bool late = reference.reached && *reference.reached < until;
  REQUIRE((reading->state == ClockState::Missed || reading->state == ClockState::MetLate) == late);
  if (reading->state == ClockState::Missed) REQUIRE(reading->due == reference.reached);
}

}  // namespace

TEST_CASE("a reading is what counting minute by minute gives") {
  std::size_t promised = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Versions versions = random.versions(minutes(1));
    const Ticket ticket = random.ticket(minutes(1));
    const Instant now = random.soon(random.chance(3) ? ticket.opened_at : ticket.segments.back().from, minutes(1));
    for (const TargetKind kind : {TargetKind::Respond, TargetKind::Resolve}) {
      check_reading(kind, ticket, versions, now);
      if (read_clock(kind, ticket, AgreementHistory(versions), now)) ++promised;
    }
  }
  CHECK(promised > 400);
}

TEST_CASE("due is the instant at which nothing remains, to the microsecond") {
  std::map<std::string_view, std::size_t> states;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Duration grain(59'999'417);  // no whole seconds anywhere
    const Versions versions = random.versions(grain);
    const AgreementHistory history(versions);
    const Ticket ticket = random.ticket(grain);
    const Instant now = random.soon(ticket.segments.back().from, grain);
    // A version or an answer of later would change what is due: there is none here.
    if (versions.back().from > now) continue;
    for (const TargetKind kind : {TargetKind::Respond, TargetKind::Resolve}) {
      const auto reading = read_clock(kind, ticket, history, now);
      if (!reading || (kind == TargetKind::Respond && ticket.responded_at > now)) continue;
      ++states[to_text(reading->state)];
      REQUIRE(reading->due.has_value() ==
              (reading->state == ClockState::Running || reading->state == ClockState::Missed));
      if (reading->state == ClockState::Running) {
        const auto then = read_clock(kind, ticket, history, *reading->due);
        REQUIRE(then->remaining() == Duration::zero());
        REQUIRE(then->state == ClockState::Running);
        if (*reading->due > now) {
          REQUIRE(read_clock(kind, ticket, history, *reading->due - Duration(1))->remaining() > Duration::zero());
        }
        REQUIRE(read_clock(kind, ticket, history, *reading->due + Duration(1))->state == ClockState::Missed);
      }
      if (reading->state == ClockState::Paused) {
        Ticket resumed = ticket;
        Segment going_on = ticket.segments.back();
        going_on.from = now;
        going_on.state = State::Active;
        going_on.waiting_on = {};
        add_segment(resumed.segments, going_on);
        REQUIRE(read_clock(kind, resumed, history, now)->due == reading->due_if_resumed);
      }
    }
  }
  CHECK(states.size() == 5);
  for (const auto& [state, times] : states) CHECK_MESSAGE(times > 50, state);
}

TEST_CASE("cutting segments changes nothing, nor does a version that says the same") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Duration grain(61'000'003);
    const Versions versions = random.versions(grain);
    const Ticket ticket = random.ticket(grain);
    const Instant now = random.soon(ticket.segments.back().from, grain);

    Ticket cut = ticket;
    cut.segments.clear();
    for (std::size_t i = 0; i < ticket.segments.size(); ++i) {
      const base::Interval when = extent(ticket.segments, i, now);
      cut.segments.push_back(ticket.segments[i]);
      for (std::uint32_t piece = 1; piece < 4; ++piece) {
        Segment next = ticket.segments[i];
        next.from = when.from + (when.to - when.from) * piece / 4;
        if (next.from > cut.segments.back().from) cut.segments.push_back(next);
      }
    }
    Versions repeated = versions;
    const std::size_t which = random.below(static_cast<std::uint32_t>(versions.size()));
    AgreementInForce again = versions[which];
    again.from = again.from + grain * random.below(500);
    if (which + 1 == versions.size() || again.from < versions[which + 1].from) {
      repeated.insert(repeated.begin() + static_cast<std::ptrdiff_t>(which) + 1, again);
    }
    for (const TargetKind kind : {TargetKind::Respond, TargetKind::Resolve}) {
      const auto reading = read_clock(kind, ticket, AgreementHistory(versions), now);
      REQUIRE(read_clock(kind, cut, AgreementHistory(versions), now) == reading);
      REQUIRE(read_clock(kind, ticket, AgreementHistory(repeated), now) == reading);
      ClockTrace trace;
      REQUIRE(read_clock(kind, ticket, AgreementHistory(versions), now, &trace) == reading);
    }
  }
}

TEST_CASE("a new version changes no reading before it, and time goes on evenly") {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Duration grain(60'000'001);
    Versions versions = random.versions(grain);
    const Ticket ticket = random.ticket(grain);
    const Instant now = random.soon(ticket.segments.back().from, grain);
    const Instant earlier = random.soon(ticket.opened_at, grain);
    for (const TargetKind kind : {TargetKind::Respond, TargetKind::Resolve}) {
      const auto before = read_clock(kind, ticket, AgreementHistory(versions), now);
      const auto much_before = read_clock(kind, ticket, AgreementHistory(versions), earlier);
      Versions grown = versions;
      Random other(seed + 77);
      AgreementInForce next = other.versions(grain).front();
      next.from = std::max(now, std::max(earlier, versions.back().from)) + Duration(1);
      grown.push_back(next);
      REQUIRE(read_clock(kind, ticket, AgreementHistory(grown), now) == before);
      REQUIRE(read_clock(kind, ticket, AgreementHistory(grown), earlier) == much_before);
      // Under one promise a clock never runs backwards, and never faster than time.
      const auto later = read_clock(kind, ticket, AgreementHistory(versions), now + minutes(1));
      if (before && later && versions.back().from <= now) {
        REQUIRE(later->elapsed >= before->elapsed);
        REQUIRE(later->elapsed <= before->elapsed + minutes(1));
      }
    }
  }
}
