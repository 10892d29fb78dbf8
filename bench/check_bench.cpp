// What it takes to prove a large agreement: from its text to its findings, over 12 months with every single absence, at
// 100 to 10,000 routing rules that use every condition. Beside the whole, the text alone and the rules alone. At the
// end stands how much longer each takes from size to size: `5.1 for 5.0 times the rules` is linear growth.
//
//   check_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <map>
#include <vector>

#include "agreement/compile.h"
#include "large_agreement.h"
#include "proof/routing_rules.h"

namespace tandem::bench {
namespace {

agreement::Compiled compiled(std::uint32_t rules, agreement::Rehearsal rehearsal) {
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", large_agreement(rules)}}};
  return agreement::compile_bundle(bundle, {.rehearsal = rehearsal});
}

// The whole of `tandem check` but reading the file and printing.
void check(benchmark::State& state) {
  const auto rules = static_cast<std::uint32_t>(state.range(0));
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", large_agreement(rules)}}};
  std::size_t findings = 0;
  for (auto _ : state) {
    const auto result = agreement::compile_bundle(bundle, {});
    findings = result.findings.all().size();
  }
  state.counters["findings"] = static_cast<double>(findings);
}

// From the text to the policy, without proofs.
void compile(benchmark::State& state) {
  const auto rules = static_cast<std::uint32_t>(state.range(0));
  const agreement::Bundle bundle{.root = "agreement.yaml", .files = {{"agreement.yaml", large_agreement(rules)}}};
  for (auto _ : state) {
    benchmark::DoNotOptimize(agreement::compile_bundle(bundle, {.rehearsal = agreement::Rehearsal::Skip}));
  }
}

base::Interval year_from(base::Instant from) {
  return {from, from + base::hours(24 * 365)};
}

// Unreachable and redundant rules, and those that only their order decides between.
void rules_alone(benchmark::State& state) {
  const auto text = compiled(static_cast<std::uint32_t>(state.range(0)), agreement::Rehearsal::Skip);
  const policy::Spec& spec = text.policy->spec();
  const proof::Moments moments(spec, year_from(base::Instant::from_unix_s(1'790'827'200)));
  const proof::Attendance attendance(spec, moments);
  std::size_t unreachable = 0;
  std::size_t redundant = 0;
  std::size_t ordered = 0;
  for (auto _ : state) {
    const proof::RoutingSpace space(spec, moments);
    const proof::RoutingRules rules(spec, moments, attendance, space);
    unreachable = rules.unreachable().size();
    redundant = rules.redundant().size();
    ordered = rules.decided_by_order().size();
  }
  state.counters["unreachable"] = static_cast<double>(unreachable);
  state.counters["redundant"] = static_cast<double>(redundant);
  state.counters["ordered"] = static_cast<double>(ordered);
}

BENCHMARK(check)->Arg(100)->Arg(500)->Arg(1500)->Arg(5000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(compile)->Arg(100)->Arg(500)->Arg(1500)->Arg(5000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(rules_alone)->Arg(100)->Arg(500)->Arg(1500)->Arg(5000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// Prints what the console shows, and at the end the growth of every benchmark.
class GrowthReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const bool is_median = run.run_type == Run::RT_Aggregate && run.aggregate_name == "median";
      if (is_median || run.run_type == Run::RT_Iteration) {
        times_[run.run_name.function_name][std::stoul(run.run_name.args)] = run.GetAdjustedCPUTime();
      }
    }
  }

  void Finalize() override {
    ConsoleReporter::Finalize();
    for (const auto& [name, times] : times_) {
      for (auto from = times.begin(), to = std::next(from); to != times.end(); from = to++) {
        const auto more_rules = static_cast<double>(to->first) / static_cast<double>(from->first);
        const std::string line = fmt::format("{:<12} {:>6} to {:>6} rules: {:5.1f} for {:.1f} times the rules\n", name,
                                             from->first, to->first, to->second / from->second, more_rules);
        GetOutputStream() << line;
      }
    }
  }

 private:
  std::map<std::string, std::map<std::size_t, double>> times_{};  // by benchmark and rules, the median or the last run
};

}  // namespace
}  // namespace tandem::bench

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 1;
  tandem::bench::GrowthReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  benchmark::Shutdown();
}
