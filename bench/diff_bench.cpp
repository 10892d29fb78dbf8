// What it takes to tell what another text of a large agreement changes for whom, at 100 to 10,000 routing rules over 12
// months: nothing changed, every tenth rule sends its work elsewhere, and the hours of a calendar are others. Both
// texts are compiled already.
//
//   diff_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include "agreement/diff/comparison.h"
#include "large_agreement.h"

namespace tandem::bench {
namespace {

agreement::Compiled compiled(std::string text) {
  return agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", std::move(text)}}},
                                   {.rehearsal = agreement::Rehearsal::Skip});
}

// Every tenth `to: TEAM` of a rule becomes that of the first one.
std::string with_other_teams(std::string text) {
  constexpr std::string_view kTo = "}, to: ";  // behind the conditions of a rule
  std::size_t at = text.find(kTo);
  const std::size_t team = at + kTo.size();
  const std::string first = text.substr(team, text.find('}', team) - team);
  for (int rule = 0; at != std::string::npos; at = text.find(kTo, at + 1), ++rule) {
    const std::size_t begin = at + kTo.size();
    if (rule % 10 == 0) text.replace(begin, text.find('}', begin) - begin, first);
  }
  return text;
}

std::string with_other_hours(std::string text) {
  const std::size_t at = text.find("17:30");
  return at == std::string::npos ? text : text.replace(at, 5, "16:30");
}

void compare(benchmark::State& state, std::string (*changed)(std::string)) {
  const std::string text = large_agreement(static_cast<std::uint32_t>(state.range(0)));
  const agreement::Compiled before = compiled(text);
  const agreement::Compiled after = compiled(changed(text));
  if (!before.policy || !after.policy) return state.SkipWithError("the agreement has errors");
  const base::Interval horizon = agreement::horizon_of(after.agreement->effective.value, std::nullopt,
                                                       agreement::kUsualHorizon, after.policy->zone())
                                     .during;
  std::size_t effects = 0;
  for (auto _ : state) effects = agreement::diff::Comparison(before, after, horizon).effects().size();
  state.counters["effects"] = static_cast<double>(effects);
}

std::string unchanged(std::string text) {
  return text;
}

BENCHMARK_CAPTURE(compare, nothing, unchanged)->Arg(100)->Arg(1500)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare, teams, with_other_teams)->Arg(100)->Arg(1500)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compare, hours, with_other_hours)->Arg(100)->Arg(1500)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tandem::bench

BENCHMARK_MAIN();
