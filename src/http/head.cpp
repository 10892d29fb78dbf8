#include "http/head.h"

#include "http/limits.h"

namespace tandem::http {
namespace {

wire::Problem head_too_large(std::size_t lines) {
  if (lines == 0) {
    return {.type = "target-too-long",
            .title = "The address is too long",
            .status = 414,
            .detail = fmt::format("a request's target has at most {} bytes", limits::kMaxTarget)};
  }
  return {.type = "headers-too-large",
          .title = "The headers are too large",
          .status = 431,
          .detail = fmt::format("request line and headers have at most {} bytes", limits::kMaxHead)};
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 19 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_host(std::string_view text) {
  constexpr std::string_view kOthers = "-._:[]";
  return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kOthers.contains(c);
  });
}

// Headers that mean nothing, or something dangerous, when they are there twice.
constexpr std::array<std::string_view, 13> kSingle{
    "host",          "content-length",  "transfer-encoding", "content-type", "authorization",
    "cookie",        "idempotency-key", "if-match",          "expect",       "x-csrf-token",
    "last-event-id", "origin",          "content-encoding"};

std::optional<wire::Problem> check_length(const Request& request, HttpVersion version) {
  const std::string* length = request.header("content-length");
  if (length != nullptr && !is_digits(*length)) return bad_framing("Content-Length is not one number");
  const std::string* coding = request.header("transfer-encoding");
  if (coding == nullptr) return std::nullopt;
  if (length != nullptr) return bad_framing("there are both Content-Length and Transfer-Encoding");
  if (version == HttpVersion::V1_0) return bad_framing("HTTP/1.0 has no Transfer-Encoding");
  if (equal_ignoring_case(*coding, "chunked")) return std::nullopt;
  return wire::Problem{.type = "transfer-coding",
                       .title = "Unknown transfer coding",
                       .status = 501,
                       .detail = "the only transfer coding taken is `chunked`"};
}

}  // namespace

wire::Problem bad_framing(std::string detail) {
  return {.type = "malformed-request",
          .title = "The request is not well-formed HTTP",
          .status = 400,
          .detail = std::move(detail)};
}

HeadScan HeadScanner::scan(std::string_view bytes) {
  HeadScan result;
  // RFC 9112, 2.2: an empty line before the request line is ignored.
  if (lines_ == 0 && looked_at_ == 0) {
    while (bytes.starts_with("\r\n")) {
      bytes.remove_prefix(2);
      result.skip += 2;
    }
    if (bytes == "\r") return result;
  }
  for (; looked_at_ < bytes.size(); ++looked_at_) {
    if (looked_at_ >= limits::kMaxHead) {
      result.problem = head_too_large(lines_);
      return result;
    }
    const char c = bytes[looked_at_];
    if (c == '\0') {
      result.problem = bad_framing("there is a NUL in the head");
      return result;
    }
    if (looked_at_ == line_start_ && lines_ > 0 && (c == ' ' || c == '\t')) {
      result.problem = bad_framing("a header is folded over two lines");
      return result;
    }
    if (c != '\n') continue;
    if (looked_at_ == line_start_ || bytes[looked_at_ - 1] != '\r') {
      result.problem = bad_framing("a line ends without a carriage return");
      return result;
    }
    if (lines_ > 0 && looked_at_ == line_start_ + 1) {
      result.size = ++looked_at_;
      return result;
    }
    ++lines_;
    line_start_ = looked_at_ + 1;
  }
  return result;
}

std::optional<wire::Problem> check_head(Request& request, std::string_view target, HttpVersion version,
                                        std::span<const std::string> allowed_hosts) {
  if (target.size() > limits::kMaxTarget) return head_too_large(0);
  for (const std::string_view name : kSingle) {
    if (request.count_headers(name) > 1) return bad_framing(fmt::format("`{}` is there more than once", name));
  }
  const std::string* host = request.header("host");
  if (host == nullptr || !is_host(*host)) return bad_framing("there is no usable Host header");
  request.host = *host;
  if (auto problem = check_length(request, version)) return problem;
  if (!split_target(target, request)) return bad_framing("the target is not a path");
  if (const std::string* expected = request.header("expect");
      expected != nullptr && !equal_ignoring_case(*expected, "100-continue")) {
    return wire::Problem{.type = "expectation",
                         .title = "Unknown expectation",
                         .status = 417,
                         .detail = "the only expectation met is `100-continue`"};
  }
  if (!allowed_hosts.empty() && !is_allowed_host(request.host, allowed_hosts)) {
    return wire::Problem{
        .type = "misdirected",
        .title = "Not this server",
        .status = 421,
        .detail = "this server does not answer to that host name; its administrator names the allowed ones"};
  }
  return std::nullopt;
}

bool is_allowed_host(std::string_view host, std::span<const std::string> allowed) {
  std::string_view name = host;
  const auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) name = host.substr(0, colon);
  return std::ranges::any_of(allowed, [&](const std::string& each) {
    return equal_ignoring_case(each, host) || equal_ignoring_case(each, name);
  });
}

bool is_request_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  });
}

}  // namespace tandem::http
