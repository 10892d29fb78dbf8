// The desk over a long time, in memory and in virtual time: tickets whose timers are scheduled and fired, by the desk
// alone and as a server does it, and the year of the ServiceNow log folded and decided anew. Run with `desk_year_bench
// --tickets=N`: each ticket has some six timers until its last target is missed.
#include <benchmark/benchmark.h>

#include <queue>

#include "agreement/compile.h"
#include "app/engagements.h"
#include "app/tickets.h"
#include "app/timekeeper.h"
#include "base/check.h"
#include "connect/importer.h"
#include "desk/due.h"
#include "desk/evolve.h"
#include "desk/service_report.h"
#include "store/memory/memory_store.h"

namespace {

using namespace tandem;

const std::filesystem::path kRoot = TANDEM_ROOT;
std::uint64_t ticket_count = 2'000;

// Day and night alike, so that nothing but the tickets' own timers wakes the desk.
constexpr std::string_view kAgreement = R"(tandem: 1
engagement: harbor-cu
name: Harbor Credit Union and Northbeam IT
time_zone: America/New_York
effective: 2026-01-01
parties:
  harbor:    {kind: client,   name: Harbor Credit Union}
  northbeam: {kind: provider, name: Northbeam IT}
calendars: {always: {mon-sun: "00:00-24:00"}}
people:
  dana: {party: harbor, name: Dana Whitfield, email: dana@harbor.example}
  luis: {party: harbor, name: Luis Ortega, email: luis@harbor.example}
  sam:  {party: northbeam, name: Sam Okafor, email: sam@northbeam.example}
  otto: {party: northbeam, name: Otto Lind, email: otto@northbeam.example}
teams:
  harbor-it: {party: harbor, lead: dana, members: [dana, luis], hours: always}
  desk:      {party: northbeam, lead: sam, members: [sam, otto], hours: always}
functions:
  help-desk: {kind: operational, activities: {routine: {responsible: desk, accountable: sam, deputy: otto}}}
categories: {other: help-desk.routine}
targets: {normal: {respond: 4 hours, resolve: 3 days, clock: always}}
escalations: {default: [{after: 30 min, tell: sam}]}
handoffs: {accept_within: {default: 30 min}, bounces: 2}
)";

struct Desk {
  Desk() : clock(*base::parse_rfc3339("2026-10-05T14:00:00Z")) {
    const auto adopted = engagements.adopt(
        {.root = "agreement.yaml", .files = {{"agreement.yaml", std::string(kAgreement)}}}, clock.now());
    TANDEM_CHECK(adopted.has_value());
    engagement = adopted->engagement->record.name;
  }

  // One ticket a millisecond, each with the timer of its escalation.
  void open_all() {
    constexpr std::uint64_t kTogether = 1000;
    const auto found = engagements.find(engagement);
    const policy::Policy& policy = *found->policy;
    const desk::AgreementHistory history = found->history();
    const desk::Actor actor{.kind = desk::ActorKind::Requester,
                            .person = {},
                            .party = {},
                            .display = "Ann Field",
                            .email = "ann@harbor.example"};
    for (std::uint64_t opened = 0; opened < ticket_count; opened += kTogether) {
      const auto done = store.write([&](app::WriteTransaction& tx) -> base::Result<void> {
        for (std::uint64_t i = 0; i < kTogether; ++i) {
          clock.advance(std::chrono::milliseconds(1));
          desk::OpenTicket command;
          command.subject = "screen stays black";
          command.requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false};
          TANDEM_TRY(command.number, tx.next_number(engagement));
          const desk::Circumstances circumstances{
              .policy = policy, .now = clock.now(), .actor = actor, .workload = {}, .history = &history};
          const auto decision = desk::open(command, circumstances);
          const auto& events = std::get<desk::Events>(decision);
          const desk::TicketId id(ids->next(clock.now().unix_ms()));
          TANDEM_TRY(const auto ticket, desk::replay(id, events));
          TANDEM_TRY_DONE(tx.append(engagement, ticket, 0, events));
          TANDEM_TRY_DONE(tx.set_due(engagement, id, desk::next_due(ticket, circumstances)));
        }
        return {};
      });
      TANDEM_CHECK(done.has_value());
    }
  }

  base::ManualClock clock;
  std::unique_ptr<base::IdSource> ids = base::make_random_ids();
  store::memory::MemoryStore store;
  app::Engagements engagements{store, clock};
  app::Tickets tickets{store, engagements, clock, *ids};
  desk::EngagementName engagement;
};

// The desk's own part: every open ticket's timer put into a queue by its instant, and each decided and folded when its
// hour has come, until time has nothing to do to any of them.
void timers(benchmark::State& state) {
  const Desk desk;
  const auto found = desk.engagements.find(desk.engagement);
  const policy::Policy& policy = *found->policy;
  const desk::AgreementHistory history = found->history();
  const auto ids = base::make_random_ids();
  const desk::Actor system = desk::system_actor();
  const auto at = [&](base::Instant now) {
    return desk::Circumstances{.policy = policy, .now = now, .actor = system, .workload = {}, .history = &history};
  };
  const auto opened_at = [&](std::uint64_t i) { return desk.clock.now() + std::chrono::milliseconds(i); };
  std::vector<desk::Ticket> tickets;
  tickets.reserve(ticket_count);
  for (std::uint64_t i = 0; i < ticket_count; ++i) {
    desk::OpenTicket command;
    command.subject = "screen stays black";
    command.requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false};
    command.number = i + 1;
    const base::Instant now = opened_at(i);
    const auto decision = desk::open(command, at(now));
    tickets.push_back(*desk::replay(desk::TicketId(ids->next(now.unix_ms())), std::get<desk::Events>(decision)));
  }
  using Timer = std::pair<base::Instant, std::uint64_t>;
  std::uint64_t fired = 0;
  for (auto _ : state) {
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> due;
    for (std::uint64_t i = 0; i < tickets.size(); ++i) {
      if (const auto next = desk::next_due(tickets[i], at(opened_at(i)))) due.emplace(*next, i);
    }
    while (!due.empty()) {
      const auto [now, i] = due.top();
      due.pop();
      desk::Ticket& ticket = tickets[i];
      const auto decision = desk::decide(ticket, desk::PassTime{}, at(now));
      for (const desk::Event& event : std::get<desk::Events>(decision)) {
        TANDEM_CHECK(desk::evolve(ticket, event).has_value());
      }
      if (const auto next = desk::next_due(ticket, at(now))) due.emplace(*next, i);
      ++fired;
    }
  }
  TANDEM_CHECK(tickets.front().escalation.taken.size() == 1);
  state.counters["fired"] = static_cast<double>(fired);
  state.SetItemsProcessed(static_cast<std::int64_t>(fired));
}
BENCHMARK(timers)->Unit(benchmark::kSecond)->Iterations(1);

// The whole way of a server, with its notices and its ledger: schedules each ticket's timer again, then lets the hours
// go by in which all of them fire.
void schedule_and_fire(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    Desk desk;
    desk.open_all();
    app::Timekeeper timekeeper(desk.store, desk.engagements, desk.tickets, desk.clock);
    state.ResumeTiming();
    auto next = timekeeper.run_due();  // looks at every open ticket once, and schedules it anew
    std::uint64_t rounds = 0;
    while (next && *next) {
      // A round for whatever came due within a second, as a desk that is woken once a second has it.
      desk.clock.set(**next + base::seconds(1));
      next = timekeeper.run_due();
      ++rounds;
    }
    TANDEM_CHECK(next.has_value());
    state.counters["rounds"] = static_cast<double>(rounds);
    state.PauseTiming();
    app::QueueQuery all;
    all.engagement = desk.engagement;
    all.limit = 1;
    const auto page = desk.store.queue(all);
    const auto ticket = desk.store.ticket(desk.engagement, page->rows.front().id);
    TANDEM_CHECK((*ticket)->escalation.taken.size() == 1);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(ticket_count));
}
BENCHMARK(schedule_and_fire)->Unit(benchmark::kSecond)->Iterations(1);

// The year's events, ticket by ticket; empty where the log is not there.
struct Year {
  std::vector<std::pair<desk::TicketId, desk::Events>> tickets;
  std::shared_ptr<const app::Engagement> engagement;
  base::Interval period;  // from the first event to behind the last
  std::int64_t events = 0;
};

const Year& year() {
  static const Year read = [] {
    Year all;
    const std::filesystem::path log = kRoot / "../shared/data/itsm/uci_incident_event_log.csv.xz";
    if (!std::filesystem::exists(log)) return all;
    const auto compiled = agreement::compile_path((kRoot / "examples/servicenow").string(), {});
    store::memory::MemoryStore store;
    const base::ManualClock clock(*base::parse_rfc3339("2016-02-29T00:00:00Z"));
    app::Engagements engagements(store, clock);
    const auto engagement = engagements.adopt(compiled->bundle, clock.now())->engagement;
    const auto ids = base::make_random_ids();
    const desk::EngagementName& name = engagement->record.name;
    const auto report = connect::import_history(log, name, store, *engagement->policy, *ids);
    TANDEM_CHECK(report.has_value());
    for (std::uint64_t number = 1; number <= report->opened; ++number) {
      const desk::TicketId id = **store.find_number(name, number);
      desk::Events events;
      const auto history = store.history(name, id);
      for (const app::StoredEvent& stored : *history) events.push_back(stored.event);
      all.events += static_cast<std::int64_t>(events.size());
      if (all.tickets.empty()) all.period = {events.front().at, events.front().at};
      all.period.from = std::min(all.period.from, events.front().at);
      all.period.to = std::max(all.period.to, events.back().at + base::seconds(1));
      all.tickets.emplace_back(id, std::move(events));
    }
    all.engagement = engagement;
    return all;
  }();
  return read;
}

// What a simulation does at least: every event folded, and the agreement asked whose each incident would have been.
void replay_year(benchmark::State& state) {
  if (year().tickets.empty()) {
    state.SkipWithError("skipped: there is no ../shared/data/itsm/uci_incident_event_log.csv.xz");
    return;
  }
  for (auto _ : state) {
    for (const auto& [id, events] : year().tickets) {
      const auto ticket = desk::replay(id, events);
      benchmark::DoNotOptimize(
          desk::resolve_ownership(ticket->facts, *year().engagement->policy, ticket->opened_at, {}));
    }
  }
  state.SetItemsProcessed(state.iterations() * year().events);
}
BENCHMARK(replay_year)->Unit(benchmark::kMillisecond);

// The report over the whole year, but for reading the events from a database: every event folded, every target's
// course followed, every hour given to whoever had it.
void service_report(benchmark::State& state) {
  if (year().tickets.empty()) {
    state.SkipWithError("skipped: there is no ../shared/data/itsm/uci_incident_event_log.csv.xz");
    return;
  }
  const desk::AgreementHistory history = year().engagement->history();
  desk::Figures total;
  for (auto _ : state) {
    desk::ServiceReport report;
    for (const auto& [id, events] : year().tickets) {
      const auto life = desk::read_life(id, events);
      report.add(desk::figures_of(*life, history, year().period, desk::Grouping::Team));
    }
    total = report.total();
    benchmark::DoNotOptimize(total);
  }
  TANDEM_CHECK(total[desk::Figure::Opened] == static_cast<std::int64_t>(year().tickets.size()));
  state.SetItemsProcessed(state.iterations() * year().events);
}
BENCHMARK(service_report)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  constexpr std::string_view kTickets = "--tickets=";
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option.starts_with(kTickets)) ticket_count = std::stoull(std::string(option.substr(kTickets.size())));
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
