// The clocks of a ticket of six segments: both targets, with two pauses, a hand-off and a change of priority. Run with
// `clock_bench`; a million readings of both targets are to take less than a second.
#include <benchmark/benchmark.h>

#include "desk/clock_charges.h"
#include "desk/clock_reasons.h"
#include "desk/clock_scene.h"

namespace {

using namespace tandem;
using namespace tandem::desk;
using base::hours;

// Both promises in business time, so that every stretch asks a calendar.
void business_targets(policy::Spec& spec) {
  usual_targets(spec);
  spec.targets[1].respond = business(90);
}

Versions versions(std::size_t count) {
  Versions all;
  for (std::uint32_t i = 0; i < count; ++i) {
    all.push_back(
        {.from = kMonday - hours(9) + hours(24 * i), .version = i + 1, .policy = agreement(i + 1, business_targets)});
  }
  return all;
}

Ticket ticket() {
  return timed({{.from = kMonday, .state = State::New},
                {.from = kMonday + hours(1)},
                {.from = kMonday + hours(3), .state = State::Waiting, .on = WaitingOn::Requester},
                {.from = kMonday + hours(26), .party = "harbor", .team = "harbor-it"},
                {.from = kMonday + hours(30), .state = State::Waiting, .on = WaitingOn::Vendor},
                {.from = kMonday + hours(50), .priority = "high", .party = "harbor", .team = "harbor-it"}});
}

// A million folds, as the figure is stated: items are folds of both targets.
void million_folds(benchmark::State& state) {
  const Versions all = versions(static_cast<std::size_t>(state.range(0)));
  const AgreementHistory history(all);
  const Ticket six = ticket();
  constexpr std::int64_t kFolds = 1'000'000;
  for (auto _ : state) {
    for (std::int64_t i = 0; i < kFolds; ++i) {
      const base::Instant now = kMonday + hours(50) + base::seconds(i % 36'000);
      benchmark::DoNotOptimize(read_clock(TargetKind::Respond, six, history, now));
      benchmark::DoNotOptimize(read_clock(TargetKind::Resolve, six, history, now));
    }
  }
  state.SetItemsProcessed(state.iterations() * kFolds);
}
BENCHMARK(million_folds)->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond);

void read_resolve(benchmark::State& state) {
  const Versions all = versions(1);
  const AgreementHistory history(all);
  const Ticket six = ticket();
  for (auto _ : state) benchmark::DoNotOptimize(read_clock(TargetKind::Resolve, six, history, kMonday + hours(52)));
}
BENCHMARK(read_resolve);

void view_with_reasons(benchmark::State& state) {
  const Versions all = versions(3);
  const AgreementHistory history(all);
  const Ticket six = ticket();
  for (auto _ : state) benchmark::DoNotOptimize(view_targets(six, history, kMonday + hours(52)));
}
BENCHMARK(view_with_reasons);

void charge_everybody(benchmark::State& state) {
  const Versions all = versions(3);
  const AgreementHistory history(all);
  const Ticket six = ticket();
  for (auto _ : state) benchmark::DoNotOptimize(charges(six, history, kMonday + hours(52)));
}
BENCHMARK(charge_everybody);

}  // namespace

BENCHMARK_MAIN();
