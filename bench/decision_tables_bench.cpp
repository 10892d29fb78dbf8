// What it takes to check decision tables: gaps and overlaps of tables as people write them with some faults, of 100 to
// 10,000 rules and 3, 5 and 7 columns; and of tables without any order in them, which are made to be hard.
//
//   decision_tables_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <random>

#include "proof/first_match.h"
#include "proof/table_gap.h"
#include "proof/table_overlaps.h"
#include "support/planted_table.h"

namespace tandem::proof {
namespace {

PlantedTable planted(const benchmark::State& state) {
  const auto rules = static_cast<std::uint32_t>(state.range(0));
  return PlantedTable({.rules = rules,
                       .columns = static_cast<std::uint32_t>(state.range(1)),
                       .faults = rules / 20,  // a tenth of the rules, as in the published measurements
                       .seed = 7});
}

void gaps(benchmark::State& state) {
  const PlantedTable made = planted(state);
  std::size_t boxes = 0;
  for (auto _ : state) boxes = find_gap(Table(made.columns, made.rules)).boxes.size();
  state.counters["boxes"] = static_cast<double>(boxes);
}

void overlaps(benchmark::State& state) {
  const PlantedTable made = planted(state);
  std::size_t pairs = 0;
  for (auto _ : state) pairs = overlapping_pairs(Table(made.columns, made.rules)).size();
  state.counters["pairs"] = static_cast<double>(pairs);
}

void uses(benchmark::State& state) {
  const PlantedTable made = planted(state);
  for (auto _ : state) {
    const Table table(made.columns, made.rules);
    benchmark::DoNotOptimize(
        rule_uses(table, OverlapIndex(table), made.owners, Bits::full(table.rules()), differs_everywhere(table)));
  }
}

// Every rule takes about half of every column: each point is taken by many rules, and nothing can be told apart early.
void dense(benchmark::State& state) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const std::vector<Column> columns = {Column::values(20), Column::numbers(0, 10'080), Column::values(12),
                                       Column::values(8),  Column::values(5),          Column::numbers(1, 6)};
  std::vector<Box> rules;
  std::vector<std::uint32_t> outputs;
  for (std::uint32_t i = 0; i < count; ++i) {
    Box box;
    for (const Column& column : columns) {
      if (column.range) {
        const auto length = static_cast<std::uint32_t>(column.range->to - column.range->from);
        const std::int64_t from = column.range->from + below(length / 2 + 1);
        box.emplace_back(Span{from, from + length / 2 + 1});
        continue;
      }
      Bits values(column.count);
      values.add(below(column.count));
      for (std::uint32_t value = 0; value < column.count; ++value) {
        if (below(2) == 0) values.add(value);
      }
      box.emplace_back(std::move(values));
    }
    rules.push_back(std::move(box));
    outputs.push_back(below(8));
  }
  for (auto _ : state) {
    const Table table(columns, rules);
    benchmark::DoNotOptimize(find_gap(table));
    benchmark::DoNotOptimize(
        rule_uses(table, OverlapIndex(table), outputs, Bits::full(count), differs_everywhere(table)));
  }
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const int columns : {3, 5, 7}) {
    for (const int rules : {499, 998, 1492}) bench->Args({rules, columns});
  }
  for (const int rules : {100, 1000, 10'000}) bench->Args({rules, 7});
  bench->Unit(benchmark::kMillisecond);
}

BENCHMARK(gaps)->Apply(sizes);
BENCHMARK(overlaps)->Apply(sizes);
BENCHMARK(uses)->Apply(sizes);
BENCHMARK(dense)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tandem::proof

BENCHMARK_MAIN();
