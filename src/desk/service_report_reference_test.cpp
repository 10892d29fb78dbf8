// The service report against the plainest way to count: the ticket is replayed up to every moment at which something
// happened, and asked how it stands there. And the laws that hold of every report, over random stories.
#include <doctest/doctest.h>

#include <random>

#include "desk/clock_charges.h"
#include "desk/clock_scene.h"
#include "desk/governed_agreement.h"
#include "desk/random_commands.h"
#include "desk/service_report.h"

using namespace tandem;
using namespace tandem::desk;
using base::Duration;
using base::hours;
using base::Instant;

namespace {

constexpr std::array kGroupings{Grouping::Party, Grouping::Team, Grouping::Person, Grouping::Category,
                                Grouping::Priority};
constexpr std::array kTargetKinds{TargetKind::Respond, TargetKind::Resolve};

// Two versions: the second promises other things and opens the helpdesk at other hours.
const Versions& versions() {
  static const Versions all = [] {
    Versions made;
    made.push_back({.from = kMonday - hours(24 * 30), .version = 1, .policy = agreement(1, usual_targets)});
    made.push_back({.from = kMonday + hours(24 * 5), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                     usual_targets(spec);
                                                                     spec.targets[0].resolve = real(180);
                                                                     spec.targets[0].clock = {1};
                                                                     spec.targets[2].resolve = business(200);
                                                                     spec.calendars.push_back(
                                                                         weekdays("berlin", "Europe/Berlin", 8, 18));
                                                                     spec.teams[2].hours = {2};
                                                                   })});
    return made;
  }();
  return all;
}

Events story(std::uint32_t seed) {
  static const auto kPolicy = governed_agreement();
  RandomCommands random(seed);
  Scene scene{kPolicy, random.chance(6) ? random.planning() : random.opening(), random.instant()};
  for (int step = 0; step < 60; ++step) {
    scene.now = scene.now + random.pause();
    const Actor actor = random.actor(scene.ticket);
    scene.does(actor, random.command(scene.ticket));
  }
  return scene.events;
}

// The figures but for those of charges, which are looked at on their own.
class Plainly {
 public:
  Plainly(const Events& events, base::Interval period, Grouping grouping)
      : events_(events), period_(period), grouping_(grouping) {}

  LineFigures count() {
    moments();
    said();
    for (const TargetKind kind : kTargetKinds) targets(kind);
    return lines_;
  }

 private:
  std::optional<Ticket> ticket(std::size_t events) const {
    if (events < 2) return std::nullopt;
    return *replay(kTicketId, std::span(events_).first(events));
  }
  std::optional<Ticket> ticket_at(Instant at) const {
    return ticket(
        static_cast<std::size_t>(std::ranges::count_if(events_, [&](const Event& event) { return event.at <= at; })));
  }
  static std::size_t version_at(Instant at) { return versions()[1].from <= at ? 1 : 0; }
  static Belonging belongs(const Ticket& ticket) {
    return {ticket.ownership.owner, ticket.facts.category, ticket.facts.priority};
  }
  void add(const Belonging& to, Figure figure, std::int64_t amount = 1) {
    if (amount != 0) lines_[line_of(to, grouping_)][figure] += amount;
  }

  // The opening, everything that happened, and everything that came into force, until the end of the period.
  std::vector<Instant> turns() const {
    std::vector<Instant> all;
    for (const Event& event : events_) all.push_back(event.at);
    for (const AgreementInForce& version : versions()) all.push_back(version.from);
    all.push_back(period_.from);
    all.push_back(period_.to);
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    std::erase_if(all, [&](Instant at) { return at < events_.front().at || at > period_.to; });
    return all;
  }

  void moments() {
    const auto all = turns();
    bool was_open = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == period_.to) break;
      const auto now = ticket_at(all[i]);
      const bool open = is_open(now->state);
      const bool first = all[i] == events_.front().at;
      if (period_.contains(all[i])) {
        // Whose it was as it was opened stands in the second event.
        if (first) add(belongs(*ticket_at(all[i])), Figure::Opened);
        if ((first || was_open) && !open) add(belongs(*now), Figure::Resolved);
        if (!first && !was_open && open) add(belongs(*now), Figure::Reopened);
        if (open) time(*now, {all[i], all[i + 1]});
      }
      was_open = open;
      if (!open) continue;
      if (all[i + 1] == period_.from) add(belongs(*now), Figure::OpenAtStart);
      if (all[i + 1] == period_.to) add(belongs(*now), Figure::OpenAtEnd);
    }
  }

  void time(const Ticket& now, base::Interval when) {
    const std::array<Figure, 4> kWaits{Figure::OnRequester, Figure::OnVendor, Figure::OnProblem, Figure::OnEvidence};
    const auto* hours = hours_of(now.ownership.owner.team, *versions()[version_at(when.from)].policy);
    const Duration business = hours == nullptr ? Duration() : Measure(hours->open).between(when.from, when.to);
    const Figure part = now.waiting_on ? kWaits[static_cast<std::size_t>(*now.waiting_on)]
                        : now.handoff  ? Figure::OnOffer
                                       : Figure::Working;
    for (const Figure figure : {Figure::Held, part}) {
      add(belongs(now), figure, (when.to - when.from).count());
      add(belongs(now), static_cast<Figure>(static_cast<int>(figure) + 1), business.count());
    }
  }

  // What stands in the events themselves.
  void said() {
    for (std::size_t i = 2; i < events_.size(); ++i) {
      const Event& event = events_[i];
      if (!period_.contains(event.at)) continue;
      const Ticket before = *ticket(i);
      Belonging giver = belongs(before);
      Belonging asked = giver;
      if (before.handoff) {
        const bool answers = event.actor.kind != ActorKind::System;
        const HandoffOffered& offer = before.handoff->offer;
        asked.owner = {offer.to_party, offer.to_team, answers ? event.actor.person : offer.to_person};
      }
      if (std::holds_alternative<HandoffOffered>(event.data)) add(giver, Figure::HandoffsOffered);
      if (std::holds_alternative<HandoffWithdrawn>(event.data)) add(giver, Figure::HandoffsWithdrawn);
      if (std::holds_alternative<HandoffAccepted>(event.data)) add(asked, Figure::HandoffsAccepted);
      if (std::holds_alternative<HandoffDeclined>(event.data)) add(asked, Figure::HandoffsDeclined);
      if (std::holds_alternative<HandoffExpired>(event.data)) {
        asked.owner.person = before.handoff->offer.to_person;
        add(asked, Figure::HandoffsExpired);
      }
      if (const auto* rated = std::get_if<ServiceRated>(&event.data))
        add(giver, rated->verdict == Verdict::Good ? Figure::RatedGood : Figure::RatedBad);
    }
  }

  void targets(TargetKind kind) {
    const TicketKind work = ticket(2)->facts.kind;
    if (work != TicketKind::Incident && work != TicketKind::Request) return;
    const auto figure = [&](Figure of_respond) {
      const int step = static_cast<int>(Figure::ResolveMet) - static_cast<int>(Figure::RespondMet);
      return static_cast<Figure>(static_cast<int>(of_respond) + (kind == TargetKind::Resolve ? step : 0));
    };
    const AgreementHistory history(versions());
    const auto all = turns();
    bool late = false;
    for (std::size_t i = 0; i < all.size() && all[i] < period_.to; ++i) {
      const Ticket now = *ticket_at(all[i]);
      const auto reading = read_clock(kind, now, history, all[i]);
      if (!reading) {
        late = false;
        continue;
      }
      const bool is_late = reading->state == ClockState::Missed || reading->state == ClockState::MetLate;
      const bool counts = period_.contains(all[i]);
      if (is_late && !late && counts) add(belongs(now), figure(Figure::RespondMissed));
      if (is_met(reading->state) && reading->met_at == all[i] && counts)
        add(belongs(now), figure(is_late ? Figure::RespondMetLate : Figure::RespondMet));
      late = is_late;
      // How it stands when the stretch is over, before anything else happens or comes into force.
      const auto of_then = std::span(versions()).first(version_at(all[i]) + 1);
      const auto after = read_clock(kind, now, AgreementHistory(of_then), all[i + 1]);
      if (!late && after->state == ClockState::Missed) {
        late = true;
        if (period_.contains(*after->due)) add(belongs(now), figure(Figure::RespondMissed));
      }
      if (all[i + 1] == period_.to && !is_met(after->state))
        add(belongs(now), figure(late ? Figure::RespondOverdue : Figure::RespondRunning));
    }
  }

  const Events& events_;
  base::Interval period_;
  Grouping grouping_;
  LineFigures lines_;
};

// Without what the reference does not count.
LineFigures without_charges(LineFigures lines) {
  for (auto& [line, figures] : lines) {
    figures[Figure::RespondCharged] = figures[Figure::ResolveCharged] = 0;
    figures.accepted_after.clear();
  }
  std::erase_if(lines, [](const auto& entry) { return entry.second.is_empty(); });
  return lines;
}

Figures sum(const LineFigures& lines) {
  ServiceReport report;
  report.add(lines);
  Figures total = report.total();
  std::ranges::sort(total.accepted_after);
  return total;
}

// A part of the weeks in which the stories play, to the microsecond.
struct Cut {
  Instant from;
  Instant middle;
  Instant to;
};
Cut cut(std::uint32_t seed) {
  std::mt19937_64 random(seed);
  const auto instant = [&] { return kMonday + Duration(static_cast<std::int64_t>(random() % 2'000'000'000'000U)); };
  std::array<Instant, 3> at{instant(), instant(), instant()};
  std::ranges::sort(at);
  return {at[0], at[1], at[2]};
}

}  // namespace

TEST_CASE("a report is what replaying every moment gives") {
  Figures seen;
  for (std::uint32_t seed = 0; seed < 250; ++seed) {
    CAPTURE(seed);
    const Events events = story(60'000 + seed);
    const auto life = read_life(kTicketId, events);
    REQUIRE(life);
    const Cut at = cut(seed);
    base::Interval period{seed % 5 == 0 ? events.front().at : at.from,
                          seed % 7 == 0 ? events.back().at + hours(40) : at.to};
    // Also the first minutes and hours, in which targets are still to be met.
    if (seed % 3 == 0) period = {events.front().at, events.front().at + base::minutes(1 + seed % 200)};
    if (period.to <= period.from) continue;
    for (const Grouping grouping : kGroupings) {
      CAPTURE(to_text(grouping));
      const LineFigures figures = figures_of(*life, AgreementHistory(versions()), period, grouping);
      const LineFigures plain = Plainly(events, period, grouping).count();
      REQUIRE(without_charges(figures) == plain);
      seen += sum(plain);
    }
  }
  for (std::size_t i = 0; i < kFigures; ++i) {
    const auto figure = static_cast<Figure>(i);
    if (unit_of(figure) == FigureUnit::Percent) continue;
    CHECK_MESSAGE(seen[figure] > 10, to_text(figure));
  }
}

TEST_CASE("owners' held times add up to the tickets' open times, and grouping changes no total") {
  const AgreementHistory history(versions());
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const auto life = read_life(kTicketId, story(70'000 + seed));
    const Cut at = cut(seed);
    const base::Interval period{at.from, at.to};
    Duration open{};
    const auto& segments = life->ticket.segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const base::Interval when = extent(segments, i, period.to);
      if (is_open(segments[i].state)) open += std::max(when.to - std::max(when.from, period.from), Duration());
    }
    const Figures total = sum(figures_of(*life, history, period, Grouping::Team));
    REQUIRE(total[Figure::Held] == open.count());
    std::array<std::int64_t, 2> parts{};
    for (auto part = static_cast<std::size_t>(Figure::Working);
         part <= static_cast<std::size_t>(Figure::OnOfferBusiness); ++part)
      parts[(part - static_cast<std::size_t>(Figure::Working)) % 2] += total[static_cast<Figure>(part)];
    REQUIRE(parts[0] == total[Figure::Held]);
    REQUIRE(parts[1] == total[Figure::HeldBusiness]);
    REQUIRE(total[Figure::HeldBusiness] <= total[Figure::Held]);
    REQUIRE(total[Figure::RespondCharged] == 100 * total[Figure::RespondMissed]);
    REQUIRE(total[Figure::ResolveCharged] == 100 * total[Figure::ResolveMissed]);
    REQUIRE(total[Figure::OpenAtStart] + total[Figure::Opened] + total[Figure::Reopened] ==
            total[Figure::Resolved] + total[Figure::OpenAtEnd]);
    for (const Grouping grouping : kGroupings) REQUIRE(sum(figures_of(*life, history, period, grouping)) == total);
  }
}

TEST_CASE("cut a period in two wherever you like: what flows adds up, and what stands is that of the ends") {
  const AgreementHistory history(versions());
  Figures flowed;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const auto life = read_life(kTicketId, story(80'000 + seed));
    Cut at = cut(seed);
    // Also exactly where something happens.
    if (seed % 3 == 0) at.middle = std::clamp(life->holdings.back().from, at.from, at.to);
    const Figures whole = sum(figures_of(*life, history, {at.from, at.to}, Grouping::Person));
    const Figures first = sum(figures_of(*life, history, {at.from, at.middle}, Grouping::Person));
    const Figures second = sum(figures_of(*life, history, {at.middle, at.to}, Grouping::Person));
    if (at.middle == at.from || at.middle == at.to) continue;
    for (std::size_t i = 0; i < kFigures; ++i) {
      const auto figure = static_cast<Figure>(i);
      CAPTURE(to_text(figure));
      if (figure == Figure::OpenAtStart) {
        REQUIRE(whole[figure] == first[figure]);
      } else if (is_standing(figure)) {
        REQUIRE(whole[figure] == second[figure]);
      } else {
        REQUIRE(whole[figure] == first[figure] + second[figure]);
      }
    }
    REQUIRE(first[Figure::OpenAtEnd] == second[Figure::OpenAtStart]);
    REQUIRE(whole.accepted_after.size() == first.accepted_after.size() + second.accepted_after.size());
    flowed += first;
  }
  CHECK(flowed[Figure::ResolveMissed] > 20);
  CHECK(flowed[Figure::RespondMissed] > 20);
}
