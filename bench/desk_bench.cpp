// What the desk costs without a store: deciding, folding and keeping events. Run with `desk_bench`.
#include <benchmark/benchmark.h>

#include "desk/governed_agreement.h"
#include "desk/random_commands.h"
#include "record/event_record.h"

namespace {

using namespace tandem;
using namespace tandem::desk;

// One of the commands that people give most, decided and folded into a ticket of its own.
void decide_and_evolve(benchmark::State& state, const Actor& actor, const Command& command) {
  const Scene scene("workstation", "normal");
  const Circumstances circumstances{.policy = scene.policy(), .now = scene.now, .actor = actor, .workload = {}};
  for (auto _ : state) {
    state.PauseTiming();
    Ticket ticket = scene.ticket;
    state.ResumeTiming();
    const auto decision = decide(ticket, command, circumstances);
    for (const Event& event : std::get<Events>(decision)) benchmark::DoNotOptimize(evolve(ticket, event));
  }
}

void open_ticket(benchmark::State& state) {
  const auto policy = example_agreement();
  const OpenTicket command = a_ticket("workstation", "normal");
  const Circumstances circumstances{
      .policy = *policy, .now = kMonday, .actor = requester("ann@harbor.example"), .workload = {}};
  for (auto _ : state) benchmark::DoNotOptimize(open(command, circumstances));
}
BENCHMARK(open_ticket);

BENCHMARK_CAPTURE(decide_and_evolve, take, person("sam"), Take{});
BENCHMARK_CAPTURE(decide_and_evolve, comment, person("sam"), AddComment{Visibility::Both, {}, "looked at it"});
BENCHMARK_CAPTURE(decide_and_evolve, change_priority, person("sam"), ChangePriority{PriorityName("critical")});
BENCHMARK_CAPTURE(decide_and_evolve, offer_handoff, person("sam"), OfferHandoff{TeamName("soc"), {}, "looks bad"});
BENCHMARK_CAPTURE(decide_and_evolve, resolve, person("sam"), Resolve{"new cable"});

void refuse(benchmark::State& state) {
  const Scene scene("workstation", "normal");
  const Circumstances circumstances{.policy = scene.policy(), .now = scene.now, .actor = person("mei"), .workload = {}};
  for (auto _ : state) benchmark::DoNotOptimize(decide(scene.ticket, Take{}, circumstances));
}
BENCHMARK(refuse);

// The histories of many tickets as people make them: about as many events each as a real desk's.
std::vector<Events> histories() {
  const auto policy = governed_agreement();
  std::vector<Events> all;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    RandomCommands random(seed);
    Scene scene{policy, random.opening(), random.instant()};
    for (int step = 0; step < 20; ++step) {
      scene.now = scene.now + random.pause();
      const Actor actor = random.actor(scene.ticket);
      scene.does(actor, random.command(scene.ticket));
    }
    all.push_back(std::move(scene.events));
  }
  return all;
}

std::int64_t count(const std::vector<Events>& all) {
  std::size_t events = 0;
  for (const Events& one : all) events += one.size();
  return static_cast<std::int64_t>(events);
}

void replay_histories(benchmark::State& state) {
  const auto all = histories();
  for (auto _ : state) {
    for (const Events& events : all) benchmark::DoNotOptimize(replay(kTicketId, events));
  }
  state.SetItemsProcessed(state.iterations() * count(all));
}
BENCHMARK(replay_histories);

void encode_histories(benchmark::State& state) {
  const auto all = histories();
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const Events& events : all) {
      for (const Event& event : events) bytes += static_cast<std::int64_t>(record::encode(event).size());
    }
  }
  state.SetItemsProcessed(state.iterations() * count(all));
  state.SetBytesProcessed(bytes);
}
BENCHMARK(encode_histories);

void decode_histories(benchmark::State& state) {
  const auto all = histories();
  std::vector<std::string> texts;
  std::int64_t bytes = 0;
  for (const Events& events : all) {
    for (const Event& event : events) {
      texts.push_back(record::encode(event));
      bytes += static_cast<std::int64_t>(texts.back().size());
    }
  }
  for (auto _ : state) {
    for (const std::string& text : texts) benchmark::DoNotOptimize(record::decode(text));
  }
  state.SetItemsProcessed(state.iterations() * count(all));
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(decode_histories);

}  // namespace

BENCHMARK_MAIN();
