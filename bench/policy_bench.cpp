// What it costs to ask who owns a piece of work, and why: on an agreement of the language page's shape and on ones with
// 100, 1,500 and 10,000 routing rules; with and without the reasons. `allocations` is how often one question allocates.
//
//   policy_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <random>

#include "policy/bytes.h"
#include "policy/example_spec.h"
#include "policy/policy.h"
#include "policy/reference.h"
#include "support/counting_allocator.h"

namespace tandem::policy {
namespace {

// The example with a service catalogue of `rule_count` rules in front: 60 categories, 12 sites, 8 departments; most
// rules ask for two or three kinds of fact, some for hours.
Spec spec_with_rules(std::uint32_t rule_count) {
  Spec spec = example_spec();
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (std::uint32_t i = 0; i < 10; ++i) spec.sites.push_back(fmt::format("site-{}", i));
  for (std::uint32_t i = 0; i < 5; ++i) spec.departments.push_back(fmt::format("department-{}", i));
  for (std::uint32_t i = 0; i < 54; ++i) {
    spec.categories.push_back({.name = fmt::format("category-{}", i), .activity = {i % 4}});
  }
  std::vector<Rule> rules;
  for (std::uint32_t i = 0; i < rule_count; ++i) {
    Rule rule{.name = fmt::format("rule {}", i), .to = {below(3)}, .at = {.file = "routing.yaml", .line = i + 1}};
    const std::uint32_t shape = below(8);
    if (shape != 0) rule.categories.push_back({below(60)});
    if (shape != 1) rule.sites.push_back({below(12)});
    if (shape < 4) rule.departments.push_back({below(8)});
    if (shape > 4) rule.priorities.push_back({below(3)});
    if (shape == 2) rule.categories.push_back({below(60)});
    if (shape == 3) rule.hours.push_back({.calendar = {0}, .open = below(2) == 0});
    rules.push_back(std::move(rule));
  }
  spec.rules.insert(spec.rules.begin(), rules.begin(), rules.end());
  return spec;
}

struct Question {
  Facts facts;
  base::Instant at;
};

// Questions of all kinds over a year; a workload as a busy desk has it.
std::vector<Question> questions(const Spec& spec) {
  static constexpr std::array<std::uint32_t, 3> kOpenByTeam{20, 80, 12};
  static constexpr std::array<std::uint32_t, 8> kOpenByPerson{9, 11, 1, 1, 30, 26, 7, 24};
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::vector<Question> asked;
  for (int i = 0; i < 4096; ++i) {
    asked.push_back(
        {.facts = {.category = {below(spec.categories.size())},
                   .priority = {below(spec.targets.size())},
                   .site = {below(spec.sites.size())},
                   .department = {below(spec.departments.size())},
                   .requester = below(10) == 0 ? RequesterKind::Vip : RequesterKind::Standard,
                   .source = static_cast<WorkSource>(below(5)),
                   .workload = {.open_by_team = kOpenByTeam, .open_by_person = kOpenByPerson}},
         .at = base::Instant::from_unix_s(1'790'000'000) + base::minutes(below(std::size_t{365} * 24 * 60))});
  }
  return asked;
}

enum class How { Answer, Reasons, Sentences, Plainly };

void why(benchmark::State& state, std::uint32_t rules, How how) {
  const auto policy = Policy::make(rules == 0 ? example_spec() : spec_with_rules(rules));
  const std::vector<Question> asked = questions(policy->spec());
  std::size_t next = 0;
  const std::size_t before = allocations;
  for (auto _ : state) {
    const Question& question = asked[next++ % asked.size()];
    if (how == How::Plainly) {
      benchmark::DoNotOptimize(evaluate_plainly(policy->spec(), question.facts, question.at));
      continue;
    }
    if (how == How::Answer) {
      benchmark::DoNotOptimize(policy->evaluate(question.facts, question.at));
      continue;
    }
    Trace trace;
    benchmark::DoNotOptimize(policy->evaluate(question.facts, question.at, &trace));
    if (how == How::Reasons) continue;
    for (const Reason& reason : trace.reasons()) benchmark::DoNotOptimize(explain(*policy, reason));
  }
  state.counters["allocations"] =
      static_cast<double>(allocations - before) / static_cast<double>(std::max<std::size_t>(next, 1));
}

void bytes(benchmark::State& state, std::uint32_t rules) {
  const Spec spec = spec_with_rules(rules);
  std::size_t size = 0;
  for (auto _ : state) {
    const std::string bytes = to_bytes(spec);
    size = bytes.size();
    benchmark::DoNotOptimize(bytes.data());
  }
  state.counters["bytes"] = static_cast<double>(size);
}

void read_back(benchmark::State& state, std::uint32_t rules) {
  const std::string bytes = to_bytes(spec_with_rules(rules));
  for (auto _ : state) benchmark::DoNotOptimize(from_bytes(bytes)->rules.size());
}

void make(benchmark::State& state, std::uint32_t rules) {
  const Spec spec = spec_with_rules(rules);
  for (auto _ : state) benchmark::DoNotOptimize(Policy::make(spec));
}

BENCHMARK_CAPTURE(why, example_answer, 0, How::Answer);
BENCHMARK_CAPTURE(why, example_reasons, 0, How::Reasons);
BENCHMARK_CAPTURE(why, example_sentences, 0, How::Sentences);
BENCHMARK_CAPTURE(why, rules_100_answer, 100, How::Answer);
BENCHMARK_CAPTURE(why, rules_1500_answer, 1500, How::Answer);
BENCHMARK_CAPTURE(why, rules_1500_reasons, 1500, How::Reasons);
BENCHMARK_CAPTURE(why, rules_1500_walking_every_rule, 1500, How::Plainly);
BENCHMARK_CAPTURE(why, rules_10000_answer, 10'000, How::Answer);
BENCHMARK_CAPTURE(bytes, rules_1500, 1500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_back, rules_1500, 1500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make, rules_1500, 1500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make, rules_10000, 10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tandem::policy

BENCHMARK_MAIN();
