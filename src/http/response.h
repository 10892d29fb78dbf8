// An answer as handlers make it: plain data. The shell adds length, date, connection and security headers.
//
//   return Response::json(200, wire::encode(view)).with("ETag", quoted(version));
//
// A response with an EventSource turns its connection into a stream of server-sent events (event_source.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/event_source.h"
#include "http/request.h"
#include "wire/problem.h"

namespace tandem::http {

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<Header> headers;
  std::unique_ptr<EventSource> events;
  std::shared_ptr<const void> holds = nullptr;  // given back when the answer has been sent

  [[nodiscard]] static Response json(int status, std::string body);
  [[nodiscard]] static Response problem(const wire::Problem& problem);
  [[nodiscard]] static Response text(int status, std::string body);
  [[nodiscard]] static Response no_content();

  Response with(std::string name, std::string value) &&;
};

[[nodiscard]] std::string_view reason_phrase(int status);

// How the connection goes on behind the answer.
enum class Connection : std::uint8_t { KeepAlive, Close };
// The answer's head as bytes, with every header the edge adds. `secure`: Strict-Transport-Security too.
struct HeadOptions {
  Connection connection = Connection::KeepAlive;
  bool http_1_0 = false;
  bool secure = false;
  std::string_view request_id;
  std::string_view date;  // IMF-fixdate
};
[[nodiscard]] std::string write_head(const Response& response, const HeadOptions& options);
// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] std::string http_date(std::int64_t unix_seconds);

}  // namespace tandem::http
