// What business time costs: questions to compiled calendars, compiling them, and local time.
//
//   calendar_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <random>

#include "calendar/business_calendar.h"
#include "calendar/holidays.h"

namespace tandem::calendar {
namespace {

using base::hours;
using base::Instant;

Zone zone(const char* name) {
  auto found = Zone::find(name);
  if (!found) {
    fmt::print(stderr, "{}\n", found.error().message);
    std::exit(1);
  }
  return *found;
}

BusinessHours office(const char* zone_name) {
  BusinessHours rule{.zone = zone(zone_name)};
  for (std::size_t day = 0; day < 5; ++day) rule.windows[day] = {{hours(8), hours(12)}, {hours(13), hours(17)}};
  rule.holidays = {find_holiday_set("us-federal")};
  return rule;
}

BusinessHours nights(const char* zone_name) {
  BusinessHours rule{.zone = zone(zone_name)};
  for (auto& day : rule.windows) day = {{hours(20), hours(32)}};
  return rule;
}

BusinessCalendar union_of_three() {
  return BusinessCalendar::any_of({*BusinessCalendar::make(office("America/New_York")),
                                   *BusinessCalendar::make(office("Europe/Berlin")),
                                   *BusinessCalendar::make(nights("Australia/Adelaide"))});
}

BusinessCalendar calendar_of(std::int64_t kind) {
  return kind == 0 ? *BusinessCalendar::make(office("America/New_York")) : union_of_three();
}

// Instants from 2020 to 2034, to the microsecond.
std::vector<Instant> instants() {
  std::mt19937_64 random(7);  // NOLINT: the seed is fixed so that runs compare
  std::vector<Instant> found(4096);
  for (Instant& at : found) {
    at =
        Instant::from_unix_s(1'577'836'800) + base::Duration(static_cast<std::int64_t>(random() % 450'000'000'000'000));
  }
  return found;
}

void elapsed(benchmark::State& state) {
  const BusinessCalendar calendar = calendar_of(state.range(0));
  const base::Duration apart = hours(24 * 365) * state.range(1);
  const auto from = instants();
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Instant at = from[i++ % from.size()] - (state.range(1) > 1 ? hours(24 * 365 * 49) : hours(0));
    benchmark::DoNotOptimize(calendar.elapsed(at, at + apart));
  }
}
BENCHMARK(elapsed)->ArgNames({"union", "years"})->Args({0, 1})->Args({1, 1})->Args({0, 110})->Args({1, 110});

void elapsed_beyond_the_table(benchmark::State& state) {
  const BusinessCalendar calendar = calendar_of(0);
  const Instant from = *base::parse_rfc3339("1890-01-01T00:00:00Z");
  const Instant to = *base::parse_rfc3339("2190-01-01T00:00:00Z");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(calendar.elapsed(from, to));
}
BENCHMARK(elapsed_beyond_the_table);

void after(benchmark::State& state) {
  const BusinessCalendar calendar = calendar_of(state.range(0));
  const BusinessDuration amount{hours(state.range(1))};
  const auto from = instants();
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(calendar.after(from[i++ % from.size()], amount));
}
BENCHMARK(after)->ArgNames({"union", "hours"})->Args({0, 4})->Args({1, 4})->Args({0, 40})->Args({0, 2000});

void next_open(benchmark::State& state) {
  const BusinessCalendar calendar = calendar_of(state.range(0));
  const auto from = instants();
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(calendar.next_open(from[i++ % from.size()]));
}
BENCHMARK(next_open)->ArgName("union")->Arg(0)->Arg(1);

void compile(benchmark::State& state) {
  BusinessHours rule = office("America/New_York");
  if (state.range(0) == 0) rule.holidays.clear();
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) bytes = BusinessCalendar::make(rule)->memory();
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(compile)->ArgName("holidays")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

void compile_union_of_three(benchmark::State& state) {
  const std::vector<BusinessCalendar> calendars{*BusinessCalendar::make(office("America/New_York")),
                                                *BusinessCalendar::make(office("Europe/Berlin")),
                                                *BusinessCalendar::make(nights("Australia/Adelaide"))};
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) bytes = BusinessCalendar::any_of(calendars).memory();
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(compile_union_of_three)->Unit(benchmark::kMicrosecond);

void to_local(benchmark::State& state) {
  const Zone place = zone("America/New_York");
  const auto from = instants();
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(place.to_local(from[i++ % from.size()]));
}
BENCHMARK(to_local);

void to_instant(benchmark::State& state) {
  const Zone place = zone("America/New_York");
  std::vector<LocalTime> local;
  for (const Instant at : instants()) local.push_back(place.to_local(at));
  std::size_t i = 0;
  for ([[maybe_unused]] auto _ : state) {
    const LocalTime& one = local[i++ % local.size()];
    benchmark::DoNotOptimize(place.to_instant(one.date, one.time_of_day));
  }
}
BENCHMARK(to_instant);

}  // namespace
}  // namespace tandem::calendar

BENCHMARK_MAIN();
