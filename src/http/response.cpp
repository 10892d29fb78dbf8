#include "http/response.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/check.h"

namespace tandem::http {
namespace {

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

// What every answer carries against sniffing, framing and leaking addresses.
constexpr std::string_view kSecurityHeaders =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
// For answers that are no page: nothing in them may load or run.
constexpr std::string_view kInertPolicy = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

}  // namespace

Response Response::json(int status, std::string body) {
  Response response{
      .status = status, .content_type = "application/json", .body = std::move(body), .headers = {}, .events = nullptr};
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

Response Response::problem(const wire::Problem& problem) {
  Response response = json(problem.status, wire::encode(problem));
  response.content_type = "application/problem+json";
  if (problem.status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"tandem\""});
  if (problem.retry_after_seconds > 0) {
    response.headers.push_back({"Retry-After", std::to_string(problem.retry_after_seconds)});
  }
  return response;
}

Response Response::text(int status, std::string body) {
  Response response = json(status, std::move(body));
  response.content_type = "text/plain; charset=utf-8";
  return response;
}

Response Response::no_content() {
  Response response = json(204, {});
  response.content_type.clear();
  return response;
}

Response Response::with(std::string name, std::string value) && {
  headers.push_back({std::move(name), std::move(value)});
  return std::move(*this);
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
  }
}

std::string write_head(const Response& response, const HeadOptions& options) {
  std::string head;
  head.reserve(768);
  auto out = std::back_inserter(head);
  fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\nX-Request-Id: {}\r\n", response.status,
                 reason_phrase(response.status), options.date, options.request_id);
  const bool has_body = response.status != 204 && response.status != 304;
  if (!response.content_type.empty()) fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
  // The length of an event stream is not known: it ends with its connection.
  if (has_body && !response.events) fmt::format_to(out, "Content-Length: {}\r\n", response.body.size());
  bool has_policy = false;
  for (const Header& each : response.headers) {
    TANDEM_ENSURE(is_one_line(each.name) && is_one_line(each.value));
    has_policy = has_policy || each.name == "Content-Security-Policy";
    fmt::format_to(out, "{}: {}\r\n", each.name, each.value);
  }
  head += kSecurityHeaders;
  if (!has_policy) head += kInertPolicy;
  if (options.secure) head += "Strict-Transport-Security: max-age=31536000\r\n";
  if (options.connection == Connection::Close) {
    head += "Connection: close\r\n";
  } else if (options.http_1_0) {
    head += "Connection: keep-alive\r\n";
  }
  head += "\r\n";
  return head;
}

std::string http_date(std::int64_t unix_seconds) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(static_cast<std::time_t>(unix_seconds)));
}

}  // namespace tandem::http
