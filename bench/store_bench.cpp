// What the SQLite store costs: creations that are durable when they are answered, the pages people look at, searches,
// proofs of the ledger, and making the read tables anew.
//
//   store_bench                       25,000 tickets
//   store_bench --tickets=1000000     takes minutes to fill
//
// Queues and searches tell the 50th and the 99th percentile of single calls in milliseconds.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <random>

#include "base/check.h"
#include "desk/evolve.h"
#include "desk/example_agreement.h"
#include "ledger/proof.h"
#include "store/sqlite/sqlite_store.h"

namespace {

using namespace tandem;
using store::sqlite::SqliteStore;

const desk::EngagementName kHarbor("harbor-cu");
std::size_t filled_tickets = 25'000;

// A store in a temporary folder, with an engagement.
class Place {
 public:
  Place() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tandem-bench-XXXXXX").string();
    TANDEM_CHECK(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    auto opened = SqliteStore::open(folder_ / "tandem.db", {.readers = 8, .queued_writes = 100'000});
    TANDEM_CHECK(opened.has_value());
    store = *std::move(opened);
    const app::EngagementRecord harbor{
        .name = kHarbor,
        .display = "Harbor Credit Union and Northbeam IT",
        .prefix = "HCU",
        .created_at = desk::kMonday,
        .agreement = {.version = 1, .root = "a.yaml", .files = {}, .in_force_from = desk::kMonday}};
    TANDEM_CHECK(store->write([&](app::WriteTransaction& tx) { return tx.add_engagement(harbor); }).has_value());
  }
  ~Place() {
    store.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  std::unique_ptr<SqliteStore> store;

 private:
  std::filesystem::path folder_;
};

// Tickets as a desk has them: a text of about 300 bytes in words of which few are frequent, the word "printer" in every
// twentieth and the word "quokka" in every ten thousandth; one in ten is still open.
class Author {
 public:
  explicit Author(std::uint32_t seed) : random_(seed) {}

  base::Result<void> writes(app::WriteTransaction& tx, std::uint64_t id, bool may_be_closed) {
    desk::OpenTicket command;
    TANDEM_TRY(command.number, tx.next_number(kHarbor));
    const auto nth = command.number;
    const auto person = below(2000);
    command.requester = {
        .name = fmt::format("Person {}", person), .email = fmt::format("p{}@harbor.example", person), .vip = false};
    command.subject = words(6) + (nth % 20 == 0 ? "printer" : "screen") + (nth % 10'000 == 1 ? " quokka" : "");
    command.description = words(40);
    command.category = desk::CategoryName(kCategories[below(kCategories.size())]);
    command.priority = desk::PriorityName(kPriorities[below(kPriorities.size())]);
    const base::Instant at = desk::kMonday + base::seconds(static_cast<std::int64_t>(nth));
    const auto by = [&](const desk::Actor& actor) {
      return desk::Circumstances{.policy = *policy_, .now = at, .actor = actor, .workload = {}};
    };
    auto events = std::get<desk::Events>(desk::open(command, by(desk::requester(command.requester.email))));
    TANDEM_TRY(auto ticket, desk::replay(desk::TicketId(base::IdBits{.high = id, .low = nth}), events));
    if (may_be_closed && nth % 10 != 0) {
      const auto resolved = desk::decide(ticket, desk::Resolve{"new cable"}, by(desk::import_actor("priya")));
      for (const auto& event : std::get<desk::Events>(resolved)) {
        TANDEM_TRY_DONE(desk::evolve(ticket, event));
        events.push_back(event);
      }
    }
    const auto rank = policy_->find_priority(ticket.facts.priority.text())->value;
    TANDEM_TRY_DONE(tx.append(kHarbor, ticket, rank, events));
    return {};
  }

 private:
  static constexpr std::array<std::string_view, 5> kCategories{"workstation", "workstation", "malware", "payroll",
                                                               "other"};
  static constexpr std::array<std::string_view, 8> kPriorities{"critical", "high",   "high",   "normal",
                                                               "normal",   "normal", "normal", "normal"};

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      const double u = static_cast<double>(random_()) / 4294967296.0;
      text += fmt::format("w{}x ", static_cast<int>(20'000 * u * u * u));  // a few words often, most seldom
    }
    return text;
  }
  std::mt19937 random_;
  std::shared_ptr<const policy::Policy> policy_ = desk::example_agreement();
};

Place& filled() {
  static Place place;
  static const bool is_filled = [] {
    Author author(1);
    for (std::size_t done = 0; done < filled_tickets;) {
      const std::size_t batch = std::min<std::size_t>(5'000, filled_tickets - done);
      TANDEM_CHECK(place.store
                       ->write([&](app::WriteTransaction& tx) -> base::Result<void> {
                         for (std::size_t i = 0; i < batch; ++i) TANDEM_TRY_DONE(author.writes(tx, 1, true));
                         return {};
                       })
                       .has_value());
      done += batch;
    }
    return true;
  }();
  benchmark::DoNotOptimize(is_filled);
  return place;
}

void create(benchmark::State& state) {
  static std::unique_ptr<Place> place;
  if (state.thread_index() == 0) place = std::make_unique<Place>();
  const auto thread = static_cast<std::uint64_t>(state.thread_index());
  Author author(static_cast<std::uint32_t>(thread));
  for (auto _ : state) {
    const auto done = place->store->write([&](app::WriteTransaction& tx) { return author.writes(tx, thread, false); });
    TANDEM_CHECK(done.has_value());
  }
  state.SetItemsProcessed(state.iterations());
  if (state.thread_index() == 0) place.reset();
}
BENCHMARK(create)->Threads(1)->Threads(32)->UseRealTime();

void page(benchmark::State& state, const app::QueueQuery& query) {
  SqliteStore& store = *filled().store;
  std::vector<double> milliseconds;
  std::size_t rows = 0;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    const auto found = store.queue(query);
    milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    TANDEM_CHECK(found.has_value());
    rows = found->rows.size();
  }
  std::ranges::sort(milliseconds);
  const auto percentile = [&](std::size_t p) {
    return milliseconds[std::min(milliseconds.size() - 1, milliseconds.size() * p / 100)];
  };
  state.counters["p50_ms"] = percentile(50);
  state.counters["p99_ms"] = percentile(99);
  state.counters["rows"] = static_cast<double>(rows);
}

app::QueueQuery query(std::string search = {}, bool only_open = false) {
  app::QueueQuery asked;
  asked.engagement = kHarbor;
  if (only_open) asked.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  asked.search = std::move(search);
  return asked;
}
app::QueueQuery team_query() {
  auto asked = query({}, true);
  asked.teams = {desk::TeamName("helpdesk"), desk::TeamName("soc")};
  return asked;
}
app::QueueQuery person_query() {
  auto asked = query({}, true);
  asked.person = desk::PersonName("mei");
  return asked;
}
app::QueueQuery newest_query() {
  auto asked = query({}, true);
  asked.order = app::QueueOrder::Newest;
  return asked;
}
app::QueueQuery changed_query() {
  auto asked = query();
  asked.order = app::QueueOrder::Updated;
  return asked;
}
app::QueueQuery requester_query() {
  auto asked = query();
  asked.requester_email = "p77@harbor.example";
  return asked;
}
BENCHMARK_CAPTURE(page, urgent_open, query({}, true));
BENCHMARK_CAPTURE(page, teams_open, team_query());
BENCHMARK_CAPTURE(page, person_open, person_query());
BENCHMARK_CAPTURE(page, newest_open, newest_query());
BENCHMARK_CAPTURE(page, changed, changed_query());
BENCHMARK_CAPTURE(page, requester, requester_query());
BENCHMARK_CAPTURE(page, search_rare, query("quokka"));
BENCHMARK_CAPTURE(page, search_one_in_twenty, query("printer"));
BENCHMARK_CAPTURE(page, search_everywhere, query("harbor"));
BENCHMARK_CAPTURE(page, search_two_words, query("printer w7x"));
BENCHMARK_CAPTURE(page, search_begin_of_word, query("w1"));
BENCHMARK_CAPTURE(page, search_open, query("printer", true));
BENCHMARK_CAPTURE(page, search_number, query("12345"));
BENCHMARK_CAPTURE(page, search_nothing, query("wombat"));

// The signed part aside: the hashes that prove any event of the ledger, and any earlier size.
void prove_event(benchmark::State& state) {
  SqliteStore& store = *filled().store;
  const auto reader = [&](std::span<const ledger::NodeAt> nodes) { return store.ledger_nodes(kHarbor, nodes); };
  const std::uint64_t size = store.ledger_size(kHarbor).value();
  std::mt19937_64 random(1);
  for (auto _ : state) {
    const auto proof = ledger::inclusion_proof(random() % size, size, reader);
    TANDEM_CHECK(proof.has_value());
  }
  state.counters["leaves"] = static_cast<double>(size);
}
BENCHMARK(prove_event);

void prove_growth(benchmark::State& state) {
  SqliteStore& store = *filled().store;
  const auto reader = [&](std::span<const ledger::NodeAt> nodes) { return store.ledger_nodes(kHarbor, nodes); };
  const std::uint64_t size = store.ledger_size(kHarbor).value();
  std::mt19937_64 random(1);
  for (auto _ : state) {
    const auto proof = ledger::consistency_proof(random() % size, size, reader);
    TANDEM_CHECK(proof.has_value());
  }
}
BENCHMARK(prove_growth);

void rebuild(benchmark::State& state) {
  std::uint64_t events = 0;
  for (auto _ : state) {
    const auto done = filled().store->rebuild();
    TANDEM_CHECK(done.has_value());
    events += *done;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(rebuild)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
  constexpr std::string_view kTickets = "--tickets=";
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with(kTickets)) {
      const auto digits = argument.substr(kTickets.size());
      std::from_chars(digits.data(), digits.data() + digits.size(), filled_tickets);
    } else {
      argv[kept++] = argv[i];
    }
  }
  benchmark::Initialize(&kept, argv);
  if (benchmark::ReportUnrecognizedArguments(kept, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
