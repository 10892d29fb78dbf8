#include "http/listener.h"

#include <doctest/doctest.h>

#include <latch>

#include "base/check.h"
#include "support/raw_client.h"

namespace tandem::http {
namespace {

using std::chrono::milliseconds;
using test::RawClient;
using test::RawResponse;

// Sends one event for each wake.
class CountingEvents final : public EventSource {
 public:
  explicit CountingEvents(std::function<void(std::function<void()>)> on_start) : on_start_(std::move(on_start)) {}
  void start(std::function<void()> wake) override { on_start_(std::move(wake)); }
  EventPiece next() override {
    return {.text = fmt::format("data: {}\n\n", ++count_), .more = false, .end = count_ == 3};
  }

 private:
  std::function<void(std::function<void()>)> on_start_;
  int count_ = 0;
};

struct Fixture {
  // `large`: what `/large` takes, of whoever says X-Known.
  explicit Fixture(ListenerOptions options = {}, std::size_t large = 0) {
    const auto add = [this](Method method, const char* pattern, Handler handler, Run run = Run::OnWorker) {
      router.add({.method = method, .pattern = pattern, .handler = std::move(handler), .run = run});
    };
    add(Method::Get, "/hello", [](const Request&) { return Response::text(200, "hello"); });
    add(Method::Post, "/echo", [](const Request& request) { return Response::text(200, request.body); });
    add(Method::Get, "/bug", [](const Request&) -> Response { throw base::InternalError("broken"); });
    add(Method::Get, "/slow", [this](const Request&) {
      entered.count_down();
      release.wait();
      return Response::text(200, "slow");
    });
    add(Method::Get, "/at-once", [](const Request&) { return Response::text(200, "now"); }, Run::AtOnce);
    add(Method::Get, "/events", [this](const Request&) {
      Response response{
          .status = 200, .content_type = "text/event-stream", .body = {}, .headers = {}, .events = nullptr};
      response.events = std::make_unique<CountingEvents>([this](std::function<void()> to_wake) {
        const std::lock_guard lock(mutex);
        wake = std::move(to_wake);
      });
      return response;
    });
    if (large > 0) {
      router.add(
          {.method = Method::Post,
           .pattern = "/large",
           .handler =
               [](const Request& request) { return Response::text(200, fmt::format("{}", request.body.size())); },
           .body = {.most = large, .admit = [this](const Request& request, std::size_t size) -> Admission {
                      asked_for = size;
                      if (request.header("x-known") == nullptr) return std::unexpected(Response::text(403, "no"));
                      return room;
                    }}});
    }
    options.port = 0;
    auto started = Listener::start(std::move(options), router, metrics, clock);
    REQUIRE(started);
    listener = std::move(*started);
  }
  ~Fixture() {
    if (!release.try_wait()) release.count_down();
    listener->stop();
  }

  RawResponse ask(std::string_view bytes) {
    RawClient client(listener->port());
    client.send(bytes);
    return client.read_response();
  }

  const std::shared_ptr<const void> room = std::make_shared<const int>(0);
  std::atomic<std::size_t> asked_for = 0;
  std::latch entered{1};
  std::latch release{1};
  std::mutex mutex;
  std::function<void()> wake;
  base::ManualClock clock{base::Instant::from_unix_s(784111777)};
  Router router;
  Metrics metrics;
  std::unique_ptr<Listener> listener;
};

ListenerOptions quick() {
  ListenerOptions options;
  options.deadlines = {.head = milliseconds(50),
                       .idle = milliseconds(50),
                       .body = milliseconds(50),
                       .write = milliseconds(500),
                       .linger = milliseconds(50),
                       .drain = milliseconds(200),
                       .heartbeat = milliseconds(20),
                       .coalesce = milliseconds(1),
                       .sweep = milliseconds(10)};
  return options;
}

TEST_CASE("a request is answered and the connection kept for the next") {
  Fixture server;
  RawClient client(server.listener->port());
  for (int i = 0; i < 3; ++i) {
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
    const RawResponse answer = client.read_response();
    CHECK(answer.status == 200);
    CHECK(answer.body == "abc");
    CHECK(answer.header("date") == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK_FALSE(answer.header("x-request-id").empty());
  }
}

TEST_CASE("pipelined requests are answered in their order") {
  Fixture server;
  RawClient client(server.listener->port());
  std::string bytes;
  for (int i = 0; i < 20; ++i) {
    const std::string body = std::to_string(i);
    bytes += fmt::format(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}GET /hello HTTP/1.1\r\nHost: x\r\n\r\n",
        body.size(), body);
  }
  client.send(bytes);
  for (int i = 0; i < 20; ++i) {
    CHECK(client.read_response().body == std::to_string(i));
    CHECK(client.read_response().body == "hello");
  }
}

TEST_CASE("a head that arrives byte by byte is one request") {
  Fixture server;
  RawClient client(server.listener->port());
  for (const char c : std::string_view("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")) client.send({&c, 1});
  CHECK(client.read_response().body == "hello");
}

TEST_CASE("chunked bodies are read") {
  Fixture server;
  CHECK(
      server.ask("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
          .body == "abcde");
}

TEST_CASE("HEAD tells the length and sends nothing") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /at-once HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_response(/*has_body=*/false).header("content-length") == "5");
  CHECK(client.read_response().body == "now");
}

TEST_CASE("a client that waits for leave to send its body gets it") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_response().status == 100);
  client.send("abc");
  CHECK(client.read_response().body == "abc");
}

TEST_CASE("what is not answered by a handler is a problem document, and says why") {
  Fixture server;
  struct Case {
    std::string bytes;
    int status;
  };
  const std::string host = "Host: x\r\n";
  const std::vector<Case> cases{
      {"GET /nothing HTTP/1.1\r\n" + host + "\r\n", 404},
      {"DELETE /hello HTTP/1.1\r\n" + host + "\r\n", 405},
      {"BREW /hello HTTP/1.1\r\n" + host + "\r\n", 405},
      {"GET /hello HTTP/1.1\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\n" + host + host + "\r\n", 400},
      {"GET /hello HTTP/2.0\r\n" + host + "\r\n", 505},
      {"GET  /hello HTTP/1.1\r\n" + host + "\r\n", 400},
      {"nonsense\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\nHost: x\n\n", 400},
      {"GET /hello HTTP/1.1\r\nHost : x\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\n" + host + "A: b\r\n c\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3,3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 10000000\r\n\r\n", 413},
      {"POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
      {"POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\nExpect: miracles\r\n\r\nabc", 417},
      {"GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414},
      {"GET /hello HTTP/1.1\r\n" + host + "A: " + std::string(17'000, 'a') + "\r\n\r\n", 431},
  };
  for (const Case& each : cases) {
    CAPTURE(each.bytes.substr(0, 120));
    const RawResponse answer = server.ask(each.bytes);
    CHECK(answer.status == each.status);
    CHECK(answer.header("content-type") == "application/problem+json");
    CHECK(answer.body.contains("\"detail\":"));
    CHECK(answer.header("x-content-type-options") == "nosniff");
  }
}

TEST_CASE("a body cut short is refused") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  client.finish_sending();
  CHECK(client.read_response().status == 400);
}

TEST_CASE("a body of ten megabytes is refused, and its sender can read why") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10485760\r\n\r\n");
  client.send(std::string(10 * 1024 * 1024, 'a'));
  CHECK(client.read_response().status == 413);
  client.finish_sending();
  CHECK(client.reads_to_end());

  RawClient chunked(server.listener->port());
  chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
  for (int i = 0; i < 20; ++i) chunked.send(chunk);
  CHECK(chunked.read_response().status == 413);
}

TEST_CASE("our own mistake is an incident, and the server lives on") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("GET /bug HTTP/1.1\r\nHost: x\r\nX-Request-Id: abc-1\r\n\r\n");
  const RawResponse answer = client.read_response();
  CHECK(answer.status == 500);
  CHECK(answer.body.contains("urn:incident:abc-1"));
  CHECK(answer.header("x-request-id") == "abc-1");
  CHECK_FALSE(answer.body.contains("broken"));
  client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_response().status == 200);
}

TEST_CASE("a head that never ends is answered 408, an idle connection is closed") {
  Fixture server(quick());
  RawClient slow(server.listener->port());
  slow.send("GET /hello HTTP/1.1\r\nHo");
  CHECK(slow.read_response().status == 408);
  RawClient body(server.listener->port());
  body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  CHECK(body.read_response().status == 408);
  RawClient idle(server.listener->port());
  CHECK(idle.reads_to_end());
  CHECK(idle.unread().empty());
}

TEST_CASE("when workers and queue are full the answer is 503, and what needs no worker is still answered") {
  ListenerOptions options;
  options.workers = 1;
  options.queued_requests = 1;
  Fixture server(options);
  RawClient first(server.listener->port());
  first.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  server.entered.wait();
  RawClient second(server.listener->port());
  second.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  while (server.listener->waiting_requests() == 0) std::this_thread::yield();
  const RawResponse refused = server.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(refused.status == 503);
  CHECK(refused.header("retry-after") == "1");
  CHECK(server.ask("GET /at-once HTTP/1.1\r\nHost: x\r\n\r\n").body == "now");
  server.release.count_down();
  CHECK(first.read_response().body == "slow");
  CHECK(second.read_response().body == "hello");
}

TEST_CASE("bodies that are too large together are refused, not gathered") {
  ListenerOptions options;
  options.body_bytes = 100;
  Fixture server(options);
  RawClient first(server.listener->port());
  first.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\nExpect: 100-continue\r\n\r\n");
  CHECK(first.read_response().status == 100);
  CHECK(server.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n").status == 503);
  CHECK(server.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok").body == "ok");
  first.send(std::string(60, 'a'));
  CHECK(first.read_response().status == 200);
  CHECK(server.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n" + std::string(60, 'b')).status ==
        200);
}

TEST_CASE("a large body is let in by its route before it is read, and holds its room until it is answered") {
  Fixture server({}, /*large=*/3'000'000);
  const std::string head = "POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n";
  RawClient refused(server.listener->port());
  refused.send(head + "Expect: 100-continue\r\n\r\n");
  const RawResponse answer = refused.read_response();
  CHECK(answer.status == 403);
  CHECK(answer.body == "no");
  CHECK(server.asked_for == 2'000'000);
  CHECK(server.room.use_count() == 1);

  RawClient client(server.listener->port());
  client.send(head + "X-Known: yes\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_response().status == 100);
  CHECK(server.room.use_count() == 2);
  client.send(std::string(2'000'000, 'a'));
  CHECK(client.read_response().body == "2000000");
  client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_response().body == "hello");
  CHECK(server.room.use_count() == 1);

  // Without a length the most is reckoned with; an ordinary body asks nobody.
  CHECK(server.ask("POST /large HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n").status == 403);
  CHECK(server.asked_for == 3'000'000);
  CHECK(server.ask("POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc").body == "3");
  CHECK(server.ask("POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 3000001\r\n\r\n").status == 413);
  CHECK(server.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n").status == 413);
}

TEST_CASE("a large body that comes too slowly is given up, and its room with it") {
  ListenerOptions options = quick();
  options.deadlines.slowest_bytes_per_second = 100'000'000;
  Fixture server(options, /*large=*/3'000'000);
  RawClient client(server.listener->port());
  client.send("POST /large HTTP/1.1\r\nHost: x\r\nX-Known: yes\r\nContent-Length: 2000000\r\n\r\nabc");
  CHECK(client.read_response().status == 408);
  client.read_until("the end");
  CHECK(server.room.use_count() == 1);
}

TEST_CASE("connections beyond the limit are told so") {
  ListenerOptions options;
  options.connections = 1;
  Fixture server(options);
  RawClient first(server.listener->port());
  first.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(first.read_response().status == 200);
  RawClient second(server.listener->port());
  CHECK(second.read_response().status == 503);
}

TEST_CASE("stop lets what is in flight finish and takes no more") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  server.entered.wait();
  std::jthread stopping([&] { server.listener->stop(); });
  while (!server.listener->is_draining()) std::this_thread::yield();
  server.release.count_down();
  const RawResponse answer = client.read_response();
  CHECK(answer.body == "slow");
  CHECK(answer.header("connection") == "close");
  stopping.join();
  CHECK(server.metrics.connections.load() == 0);
}

TEST_CASE("an event stream sends what it has when it is woken, heartbeats, and ends") {
  Fixture server(quick());
  RawClient client(server.listener->port());
  client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_response().header("content-type") == "text/event-stream");
  CHECK(client.read_until("\n\n") == "data: 1\n\n");
  {
    const std::lock_guard lock(server.mutex);
    server.wake();
    server.wake();
  }
  CHECK(client.read_until("\n\n") == "data: 2\n\n");
  CHECK(client.read_until("\n\n") == "data: 3\n\n");
  CHECK(client.reads_to_end());
}

TEST_CASE("stop ends event streams") {
  Fixture server;
  RawClient client(server.listener->port());
  client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.read_response().status == 200);
  CHECK(client.read_until("\n\n") == "data: 1\n\n");
  CHECK(server.metrics.streams.load() == 1);
  server.listener->stop();
  CHECK(client.reads_to_end());
  CHECK(server.metrics.streams.load() == 0);
}

TEST_CASE("an address that is taken or is none is said clearly") {
  Fixture server;
  Router router;
  Metrics metrics;
  const base::ManualClock clock(base::Instant{});
  const auto taken = Listener::start({.port = server.listener->port()}, router, metrics, clock);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().message.contains("another program listens there"));
  const auto none = Listener::start({.address = "nowhere"}, router, metrics, clock);
  REQUIRE_FALSE(none);
  CHECK(none.error().message.contains("not an IP address"));
}

}  // namespace
}  // namespace tandem::http
