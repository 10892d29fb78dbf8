#include "http/head.h"

#include <doctest/doctest.h>

#include "http/limits.h"

namespace tandem::http {
namespace {

TEST_CASE("a head is whole at its empty line, however it arrives") {
  const std::string head = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  HeadScanner scanner;
  for (std::size_t i = 1; i < head.size(); ++i) {
    const HeadScan scan = scanner.scan(std::string_view(head).substr(0, i));
    REQUIRE_FALSE(scan.problem);
    REQUIRE(scan.size == 0);
  }
  CHECK(scanner.scan(head + "the body").size == head.size());
}

TEST_CASE("empty lines before a request are skipped") {
  HeadScanner scanner;
  const HeadScan scan = scanner.scan("\r\n\r\nGET / HTTP/1.1\r\n\r\n");
  CHECK(scan.skip == 4);
  CHECK(scan.size == 18);
}

TEST_CASE("bare line feeds, folded lines and NUL are refused") {
  for (const std::string_view head :
       {std::string_view("GET / HTTP/1.1\nHost: x\n\n"), std::string_view("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"),
        std::string_view("GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n"), std::string_view("GET /\0 HTTP/1.1\r\n\r\n", 19),
        std::string_view("\nGET / HTTP/1.1\r\n\r\n")}) {
    HeadScanner scanner;
    const HeadScan scan = scanner.scan(head);
    REQUIRE(scan.problem);
    CHECK(scan.problem->status == 400);
  }
}

TEST_CASE("a head beyond the limit is refused as what it is") {
  HeadScanner target;
  CHECK(target.scan("GET /" + std::string(20'000, 'a')).problem->status == 414);
  HeadScanner headers;
  CHECK(headers.scan("GET / HTTP/1.1\r\nA: " + std::string(20'000, 'a')).problem->status == 431);
}

std::optional<wire::Problem> check(std::vector<Header> headers, std::string_view target = "/",
                                   HttpVersion version = HttpVersion::V1_1, std::vector<std::string> allowed = {}) {
  Request request;
  request.headers = std::move(headers);
  return check_head(request, target, version, allowed);
}

TEST_CASE("there is exactly one usable Host") {
  CHECK_FALSE(check({{"Host", "desk.example:80"}}));
  CHECK(check({})->status == 400);
  CHECK(check({{"Host", "a"}, {"host", "a"}})->status == 400);
  CHECK(check({{"Host", ""}})->status == 400);
  CHECK(check({{"Host", "a b"}})->status == 400);
  CHECK(check({{"Host", "a,b"}})->status == 400);
}

TEST_CASE("lengths and codings leave no doubt where the body ends") {
  CHECK_FALSE(check({{"Host", "a"}, {"Transfer-Encoding", "Chunked"}}));
  CHECK(check({{"Host", "a"}, {"Content-Length", "2,2"}})->status == 400);
  CHECK(check({{"Host", "a"}, {"Content-Length", "+2"}})->status == 400);
  CHECK(check({{"Host", "a"}, {"Content-Length", "2"}, {"Content-Length", "2"}})->status == 400);
  CHECK(check({{"Host", "a"}, {"Content-Length", "2"}, {"Transfer-Encoding", "chunked"}})->status == 400);
  CHECK(check({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}})->status == 501);
  CHECK(check({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}, "/", HttpVersion::V1_0)->status == 400);
}

TEST_CASE("only named hosts are answered when names are given") {
  const std::vector<std::string> allowed{"desk.example", "other.example:8443", "[::1]"};
  CHECK_FALSE(check({{"Host", "DESK.example:8080"}}, "/", HttpVersion::V1_1, allowed));
  CHECK_FALSE(check({{"Host", "other.example:8443"}}, "/", HttpVersion::V1_1, allowed));
  CHECK_FALSE(check({{"Host", "[::1]:80"}}, "/", HttpVersion::V1_1, allowed));
  CHECK(check({{"Host", "other.example:1"}}, "/", HttpVersion::V1_1, allowed)->status == 421);
  CHECK(check({{"Host", "evil.example"}}, "/", HttpVersion::V1_1, allowed)->status == 421);
  CHECK(check({{"Host", "desk.example"}}, "http://evil.example/", HttpVersion::V1_1, allowed)->status == 421);
}

TEST_CASE("other expectations, repeated headers and long targets are refused") {
  CHECK(check({{"Host", "a"}, {"Expect", "miracles"}})->status == 417);
  CHECK(check({{"Host", "a"}, {"Authorization", "x"}, {"authorization", "y"}})->status == 400);
  CHECK(check({{"Host", "a"}}, "/" + std::string(limits::kMaxTarget, 'a'))->status == 414);
  CHECK(check({{"Host", "a"}}, "*")->status == 400);
}

}  // namespace
}  // namespace tandem::http
