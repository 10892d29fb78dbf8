#include "http/response.h"

#include <doctest/doctest.h>

#include "base/check.h"

namespace tandem::http {
namespace {

TEST_CASE("an answer's head has its length, its id and the security headers") {
  const std::string head = write_head(Response::json(200, "{}"), {.request_id = "r-1", .date = http_date(784111777)});
  CHECK(head.starts_with("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Request-Id: r-1\r\n"));
  CHECK(head.contains("Content-Length: 2\r\n"));
  CHECK(head.contains("X-Content-Type-Options: nosniff\r\n"));
  CHECK(head.contains("Content-Security-Policy: default-src 'none'"));
  CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("an answer without content has no length") {
  CHECK_FALSE(write_head(Response::no_content(), {}).contains("Content-Length"));
}

TEST_CASE("a header that would end its line is our bug and is not sent") {
  CHECK_THROWS_AS(static_cast<void>(write_head(Response::text(200, "").with("A", "b\r\nSet-Cookie: c"), {})),
                  base::InternalError);
}

TEST_CASE("an answer to a stranger says how to sign in") {
  const Response response =
      Response::problem({.type = "unauthenticated", .title = "Sign in first", .status = 401, .detail = "x"});
  CHECK(response.content_type == "application/problem+json");
  CHECK(write_head(response, {}).contains("WWW-Authenticate: Bearer"));
}

}  // namespace
}  // namespace tandem::http
