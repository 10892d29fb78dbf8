#include "http/metrics.h"

#include <doctest/doctest.h>

namespace tandem::http {
namespace {

TEST_CASE("requests are counted by route, method and status, and their time by route") {
  Metrics metrics;
  metrics.count("/api/v1/session", Method::Get, 200, std::chrono::microseconds(700));
  metrics.count("/api/v1/session", Method::Get, 200, std::chrono::seconds(7));
  metrics.count("/api/v1/session", Method::Post, 401, std::chrono::microseconds(1));
  std::string text;
  metrics.write(text);
  CHECK(text.contains("tandem_http_requests_total{route=\"/api/v1/session\",method=\"GET\",status=\"200\"} 2\n"));
  CHECK(text.contains("tandem_http_requests_total{route=\"/api/v1/session\",method=\"POST\",status=\"401\"} 1\n"));
  CHECK(text.contains("tandem_http_request_seconds_bucket{route=\"/api/v1/session\",le=\"0.0005\"} 1\n"));
  CHECK(text.contains("tandem_http_request_seconds_bucket{route=\"/api/v1/session\",le=\"0.001\"} 2\n"));
  CHECK(text.contains("tandem_http_request_seconds_bucket{route=\"/api/v1/session\",le=\"5\"} 2\n"));
  CHECK(text.contains("tandem_http_request_seconds_bucket{route=\"/api/v1/session\",le=\"+Inf\"} 3\n"));
  CHECK(text.contains("process_open_fds "));
}

}  // namespace
}  // namespace tandem::http
