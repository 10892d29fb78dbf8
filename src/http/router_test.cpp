#include "http/router.h"

#include <doctest/doctest.h>

#include "http/percent.h"

namespace tandem::http {
namespace {

Router make_router() {
  Router router;
  const auto answer = [](const Request&) { return Response::text(200, ""); };
  for (const auto& [method, pattern] : {std::pair{Method::Get, "/api/tickets/{ticket}"},
                                        {Method::Patch, "/api/tickets/{ticket}"},
                                        {Method::Get, "/api/tickets/newest"},
                                        {Method::Post, "/api/tickets"},
                                        {Method::Get, "/healthz"}}) {
    router.add({.method = method, .pattern = pattern, .handler = answer});
  }
  return router;
}

TEST_CASE("a path finds its route and its parameters") {
  const Router router = make_router();
  const Match match = router.match(Method::Get, "/api/tickets/HCU-1042");
  REQUIRE(match.kind == Match::Kind::Found);
  CHECK(match.route->pattern == "/api/tickets/{ticket}");
  REQUIRE(match.params.size() == 1);
  CHECK(match.params[0].first == "ticket");
  CHECK(match.params[0].second == "HCU-1042");
}

TEST_CASE("a literal wins over a parameter") {
  CHECK(make_router().match(Method::Get, "/api/tickets/newest").route->pattern == "/api/tickets/newest");
}

TEST_CASE("HEAD is answered by the route for GET") {
  CHECK(make_router().match(Method::Head, "/healthz").kind == Match::Kind::Found);
}

TEST_CASE("a path known with other methods says which") {
  const Match match = make_router().match(Method::Delete, "/api/tickets/1");
  CHECK(match.kind == Match::Kind::NoSuchMethod);
  CHECK(match.allowed == "GET, HEAD, PATCH");
  CHECK(make_router().match(Method::Get, "/api/tickets").allowed == "POST");
}

TEST_CASE("unknown paths, empty segments and trailing slashes are not found") {
  const Router router = make_router();
  for (const char* path :
       {"/api/other", "/api/tickets/", "/api//tickets", "/healthz/", "//healthz", "/api/tickets/1/2"}) {
    CAPTURE(path);
    CHECK(router.match(Method::Get, path).kind == Match::Kind::NoSuchPath);
  }
}

TEST_CASE("parameters are percent-decoded strictly") {
  const Router router = make_router();
  CHECK(router.match(Method::Get, "/api/tickets/a%20b").params[0].second == "a b");
  for (const char* path : {"/api/tickets/%", "/api/tickets/%2", "/api/tickets/%zz", "/api/tickets/%00",
                           "/api/tickets/%0a", "/api/tickets/%ff", "/api/tickets/%c0%af", "/api/tickets/%ed%a0%80"}) {
    CAPTURE(path);
    CHECK(router.match(Method::Get, path).kind == Match::Kind::BadEncoding);
  }
}

TEST_CASE("the fallback answers pages, never the API") {
  Router router = make_router();
  router.set_fallback([](const Request&) { return Response::text(200, "page"); });
  CHECK(router.match(Method::Get, "/tickets/HCU-1").kind == Match::Kind::Found);
  CHECK(router.match(Method::Get, "/api/nothing").kind == Match::Kind::NoSuchPath);
  CHECK(router.match(Method::Get, "/api").kind == Match::Kind::NoSuchPath);
  CHECK(router.match(Method::Post, "/tickets").allowed == "GET, HEAD");
}

TEST_CASE("percent-decoding takes a plus as a space only in queries") {
  CHECK(decode_percent("a+b") == "a+b");
  CHECK(decode_percent("a+b", Plus::Space) == "a b");
  CHECK(decode_percent("caf%C3%A9") == "caf\xc3\xa9");
}

TEST_CASE("targets are split into path and query") {
  Request request;
  CHECK(split_target("/a/b?c=d?e", request));
  CHECK(request.path == "/a/b");
  CHECK(request.query == "c=d?e");
  CHECK(split_target("http://desk.example:8080/x?y", request));
  CHECK(request.host == "desk.example:8080");
  CHECK(request.path == "/x");
  CHECK(split_target("http://desk.example", request));
  CHECK(request.path == "/");
  for (const char* bad : {"", "*", "a", "/a#b", "/a b", "ftp://x/", "http:///x", "http://u@h/", "/\x80"}) {
    CAPTURE(bad);
    CHECK_FALSE(split_target(bad, request));
  }
}

}  // namespace
}  // namespace tandem::http
