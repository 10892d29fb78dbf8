// What it costs to ask who is on duty, and to list a year of shifts of a team of 12: weekly, daily and hourly turns,
// nights, and three layers with exceptions.
//
//   rotation_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <random>

#include "calendar/rotation.h"

namespace tandem::calendar {
namespace {

enum class Shape { Weekly, Daily, Hourly, Nights, Layers };

DutyLayer layer(Turn turn, const char* starts) {
  DutyLayer out{.starts = *parse_local_time(starts), .turn = turn};
  for (std::uint32_t i = 0; i < 12; ++i) out.order.push_back(i);
  return out;
}

Rotation rotation(Shape shape) {
  RotationRule rule{.zone = *Zone::find("America/New_York"), .people = 12};
  const auto nights = [] {
    DutyLayer out = layer({1, Turn::Unit::Day}, "2025-06-02 08:00");
    out.only.fill({{base::hours(20), base::hours(32)}});
    return out;
  };
  switch (shape) {
    case Shape::Weekly: rule.layers = {layer({1, Turn::Unit::Week}, "2025-06-02 09:00")}; break;
    case Shape::Daily: rule.layers = {layer({1, Turn::Unit::Day}, "2025-06-02 09:00")}; break;
    case Shape::Hourly: rule.layers = {layer({1, Turn::Unit::Hour}, "2025-06-02 09:00")}; break;
    case Shape::Nights: rule.layers = {nights()}; break;
    case Shape::Layers: {
      DutyLayer office = layer({1, Turn::Unit::Week}, "2025-06-02 09:00");
      for (std::size_t day = 0; day < 5; ++day) office.only[day] = {{base::hours(8), base::hours(20)}};
      rule.layers = {office, nights(), layer({1, Turn::Unit::Month}, "2025-06-01 00:00")};
      for (std::int64_t i = 0; i < 50; ++i) {
        const base::Instant from = *base::parse_rfc3339("2026-01-01T00:00:00Z") + base::hours(24 * 7 * i);
        rule.overrides.push_back({static_cast<std::uint32_t>(i % 12), {from, from + base::hours(9)}});
      }
    }
  }
  return *Rotation::make(std::move(rule));
}

void year_of_shifts(benchmark::State& state, Shape shape) {
  const Rotation asked = rotation(shape);
  const base::Interval year{*base::parse_rfc3339("2026-01-01T05:00:00Z"), *base::parse_rfc3339("2027-01-01T05:00:00Z")};
  for (auto _ : state) benchmark::DoNotOptimize(asked.shifts(year));
  state.counters["shifts"] = static_cast<double>(asked.shifts(year).size());
}

void on_duty(benchmark::State& state, Shape shape) {
  const Rotation asked = rotation(shape);
  std::mt19937 random(5);
  std::vector<base::Instant> when;
  for (int i = 0; i < 4096; ++i) {
    when.push_back(*base::parse_rfc3339("2026-01-01T00:00:00Z") +
                   base::minutes(static_cast<std::int64_t>(random() % (365 * 24 * 60))));
  }
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(asked.on_duty(when[next++ % when.size()]));
}

void next_shift(benchmark::State& state, Shape shape) {
  const Rotation asked = rotation(shape);
  const base::Instant at = *base::parse_rfc3339("2026-05-01T05:00:00Z");
  for (auto _ : state) benchmark::DoNotOptimize(asked.next_shift(at));
}

BENCHMARK_CAPTURE(year_of_shifts, weekly, Shape::Weekly)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, daily, Shape::Daily)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, hourly, Shape::Hourly)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, nights, Shape::Nights)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, three_layers, Shape::Layers)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(on_duty, weekly, Shape::Weekly);
BENCHMARK_CAPTURE(on_duty, nights, Shape::Nights);
BENCHMARK_CAPTURE(on_duty, three_layers, Shape::Layers);
BENCHMARK_CAPTURE(next_shift, weekly, Shape::Weekly);

}  // namespace
}  // namespace tandem::calendar

BENCHMARK_MAIN();
