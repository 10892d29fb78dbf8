// A request as handlers see it: plain data, complete, checked for framing. Nothing of the network library is in it.
//
//   Response handle(const Request& request) {
//     const std::string& ticket = request.param("ticket");
//     if (auto match = request.header("if-match")) …
//
// Header values and the path are ASCII as they were sent; parameters of the path are percent-decoded UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };
[[nodiscard]] std::string_view to_text(Method method);  // "GET"; "-" for Other
[[nodiscard]] Method parse_method(std::string_view token);
// Whether the method promises to change nothing (RFC 9110, 9.2.1).
[[nodiscard]] constexpr bool is_safe(Method method) {
  return method == Method::Get || method == Method::Head || method == Method::Options;
}

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::Get;
  std::string path;   // still encoded: "/api/v1/engagements/harbor-cu"
  std::string query;  // what follows the question mark, still encoded
  std::vector<Header> headers;
  std::string body;
  std::string id;    // X-Request-Id
  std::string host;  // the one Host header, or the authority of an absolute target
  std::vector<std::pair<std::string_view, std::string>> params;  // filled by the router; names live in the route

  // The first header of that name, whatever its case. Null when there is none.
  [[nodiscard]] const std::string* header(std::string_view name) const;
  [[nodiscard]] std::size_t count_headers(std::string_view name) const;
  // REQUIRES: the route's pattern has the parameter.
  [[nodiscard]] const std::string& param(std::string_view name) const;
};

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII

// Splits a request target into path and query. Accepts the origin form ("/x?y") and the absolute form, whose authority
// becomes `host`. False for anything else, fragments and bytes that are not visible ASCII.
[[nodiscard]] bool split_target(std::string_view target, Request& into);

}  // namespace tandem::http
