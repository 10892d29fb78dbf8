// What the server counts about itself, told in Prometheus' text format (0.0.4).
//
//   metrics.count("/api/v1/session", Method::Get, 200, took);
//   metrics.write(text);
//
// Labels are route patterns, never paths: their number is bounded by the program. Thread-safe.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "http/request.h"

namespace tandem::http {

class Metrics {
 public:
  using Took = std::chrono::steady_clock::duration;
  // `route`: the pattern, "page" for the fallback, "none" when nothing matched. REQUIRES: it outlives this.
  void count(std::string_view route, Method method, int status, Took took);

  // Gauges, moved by whoever owns what they count.
  std::atomic<std::int64_t> in_flight = 0;
  std::atomic<std::int64_t> connections = 0;
  std::atomic<std::int64_t> streams = 0;
  std::atomic<std::int64_t> refused_connections = 0;
  std::atomic<std::int64_t> internal_errors = 0;

  // Appends everything above and the process' memory and open files.
  void write(std::string& text) const;

 private:
  static constexpr std::array<double, 12> kBuckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                   0.05,   0.1,   0.25,   0.5,   1,    5};
  struct Histogram {
    std::array<std::uint64_t, kBuckets.size() + 1> counts{};
    double seconds = 0;
    std::map<std::pair<Method, int>, std::uint64_t> answers;
  };
  mutable std::mutex mutex_;
  std::map<std::string_view, Histogram> routes_;
};

}  // namespace tandem::http
