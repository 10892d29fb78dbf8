#include "http/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace tandem::http {
namespace {

void gauge(std::string& text, std::string_view name, std::string_view help, std::int64_t value) {
  fmt::format_to(std::back_inserter(text), "# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, help, value);
}

// Zero where /proc does not tell.
std::int64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::int64_t total = 0;
  std::int64_t resident = 0;
  if (!(statm >> total >> resident)) return 0;
  return resident * sysconf(_SC_PAGESIZE);
}

std::int64_t open_files() {
  std::error_code error;
  std::int64_t count = 0;
  for (std::filesystem::directory_iterator each("/proc/self/fd", error), end; !error && each != end;
       each.increment(error))
    ++count;
  return count;
}

}  // namespace

void Metrics::count(std::string_view route, Method method, int status, Took took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(kBuckets, seconds) - kBuckets.begin());
  const std::lock_guard lock(mutex_);
  Histogram& histogram = routes_[route];
  ++histogram.counts[bucket];
  histogram.seconds += seconds;
  ++histogram.answers[{method, status}];
}

void Metrics::write(std::string& text) const {
  auto out = std::back_inserter(text);
  {
    const std::lock_guard lock(mutex_);
    text += "# HELP tandem_http_requests_total Requests answered.\n# TYPE tandem_http_requests_total counter\n";
    for (const auto& [route, histogram] : routes_) {
      for (const auto& [answer, count] : histogram.answers) {
        fmt::format_to(out, "tandem_http_requests_total{{route=\"{}\",method=\"{}\",status=\"{}\"}} {}\n", route,
                       to_text(answer.first), answer.second, count);
      }
    }
    text +=
        "# HELP tandem_http_request_seconds From the end of a request's head to its answer.\n"
        "# TYPE tandem_http_request_seconds histogram\n";
    for (const auto& [route, histogram] : routes_) {
      std::uint64_t so_far = 0;
      for (std::size_t i = 0; i < kBuckets.size(); ++i) {
        so_far += histogram.counts[i];
        fmt::format_to(out, "tandem_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, kBuckets[i],
                       so_far);
      }
      so_far += histogram.counts.back();
      fmt::format_to(out, "tandem_http_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", route, so_far);
      fmt::format_to(out, "tandem_http_request_seconds_sum{{route=\"{}\"}} {}\n", route, histogram.seconds);
      fmt::format_to(out, "tandem_http_request_seconds_count{{route=\"{}\"}} {}\n", route, so_far);
    }
  }
  gauge(text, "tandem_http_requests_in_flight", "Requests being answered.", in_flight.load());
  gauge(text, "tandem_http_connections", "Open connections.", connections.load());
  gauge(text, "tandem_http_event_streams", "Open streams of server-sent events.", streams.load());
  fmt::format_to(out,
                 "# HELP tandem_http_connections_refused_total Connections beyond the limit.\n"
                 "# TYPE tandem_http_connections_refused_total counter\ntandem_http_connections_refused_total {}\n",
                 refused_connections.load());
  fmt::format_to(out,
                 "# HELP tandem_internal_errors_total Requests lost to a mistake of the program.\n"
                 "# TYPE tandem_internal_errors_total counter\ntandem_internal_errors_total {}\n",
                 internal_errors.load());
  gauge(text, "process_resident_memory_bytes", "Resident memory.", resident_bytes());
  gauge(text, "process_open_fds", "Open file descriptors.", open_files());
}

}  // namespace tandem::http
