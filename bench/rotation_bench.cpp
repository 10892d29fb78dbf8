// What it costs to ask who is on duty, and to list a year of shifts of a team of 12 with their leave laid over it, as
// `tandem calendar` and the pages do: weekly, daily and hourly turns, nights, and three layers with exceptions.
//
//   rotation_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <random>

#include "calendar/presence.h"

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

// Nobody is away, or each is for two weeks.
enum class Leave { None, TwoWeeks };

void year_of_shifts(benchmark::State& state, Shape shape, Leave leave) {
  const Rotation asked = rotation(shape);
  const base::Interval year{*base::parse_rfc3339("2026-01-01T05:00:00Z"), *base::parse_rfc3339("2027-01-01T05:00:00Z")};
  Absences absences;
  std::vector<std::uint32_t> people;
  for (std::uint32_t person = 0; person < 12; ++person) {
    const base::Instant from = year.from + base::hours(24 * 28 * std::int64_t{person});
    const std::array away{base::Interval{from, from + base::hours(24 * 14)}};
    absences.add(leave == Leave::None ? std::span<const base::Interval>() : away);
    people.push_back(person);
  }
  std::size_t found = 0;
  for (auto _ : state) found = attended(asked, absences, people, year).size();
  state.counters["shifts"] = static_cast<double>(found);
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

BENCHMARK_CAPTURE(year_of_shifts, weekly, Shape::Weekly, Leave::None)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, daily, Shape::Daily, Leave::None)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, nights, Shape::Nights, Leave::None)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, hourly, Shape::Hourly, Leave::None)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, three_layers, Shape::Layers, Leave::None)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, weekly_and_leave, Shape::Weekly, Leave::TwoWeeks)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(year_of_shifts, nights_and_leave, Shape::Nights, Leave::TwoWeeks)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(on_duty, weekly, Shape::Weekly);
BENCHMARK_CAPTURE(on_duty, nights, Shape::Nights);
BENCHMARK_CAPTURE(on_duty, three_layers, Shape::Layers);

}  // namespace
}  // namespace tandem::calendar

BENCHMARK_MAIN();
