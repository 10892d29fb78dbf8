#include "connect/http_fetcher.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <thread>

using namespace tandem;
using connect::HttpFetcher;

namespace {

// A server on this machine: answers each connection with the next of its texts and keeps what it was asked. A text that
// is empty is never answered.
class Server {
 public:
  explicit Server(std::vector<std::string> answers) : answers_(std::move(answers)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(listening_, 8) == 0);
    socklen_t size = sizeof address;
    REQUIRE(::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~Server() {
    stopping_ = true;
    thread_.join();
    for (const int held : held_) ::close(held);
    ::close(listening_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::string url(std::string_view path = "/me.ics", std::string_view user = "") const {
    return fmt::format("http://{}127.0.0.1:{}{}", user, port_, path);
  }
  [[nodiscard]] std::vector<std::string> asked() const {
    const std::scoped_lock lock(mutex_);
    return asked_;
  }

 private:
  void run() {
    for (std::size_t next = 0; !stopping_;) {
      pollfd waiting{.fd = listening_, .events = POLLIN, .revents = 0};
      if (::poll(&waiting, 1, 5) <= 0) continue;
      const int peer = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (peer < 0) continue;
      const std::string request = read_head(peer);
      {
        const std::scoped_lock lock(mutex_);
        asked_.push_back(request);
      }
      const std::string answer = next < answers_.size() ? answers_[next++] : std::string();
      if (answer.empty()) {
        held_.push_back(peer);
        continue;
      }
      for (std::size_t sent = 0; sent < answer.size();) {
        const auto count = ::send(peer, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) break;
        sent += static_cast<std::size_t>(count);
      }
      ::shutdown(peer, SHUT_WR);
      std::array<char, 256> rest;
      while (::recv(peer, rest.data(), rest.size(), 0) > 0) {
      }
      ::close(peer);
    }
  }
  static std::string read_head(int peer) {
    std::string head;
    std::array<char, 512> buffer;
    while (!head.contains("\r\n\r\n")) {
      const auto count = ::recv(peer, buffer.data(), buffer.size(), 0);
      if (count <= 0) break;
      head.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return head;
  }

  std::vector<std::string> answers_;
  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> asked_;
  std::vector<int> held_;
  std::thread thread_;
};

std::string ok(std::string_view body, std::string_view headers = "") {
  return fmt::format("HTTP/1.1 200 OK\r\n{}Content-Length: {}\r\n\r\n{}", headers, body.size(), body);
}
std::string moved(std::string_view to) {
  return fmt::format("HTTP/1.1 302 Found\r\nLocation: {}\r\nETag: \"of the redirect\"\r\nContent-Length: 4\r\n\r\nmove",
                     to);
}

HttpFetcher here(std::size_t max_bytes = 1'000'000, int timeout_ms = 10'000) {
  return HttpFetcher(
      {.max_bytes = max_bytes, .timeout = std::chrono::milliseconds(timeout_ms), .allow_this_machine = true});
}

std::string message_of(const base::Result<app::FeedAnswer>& answer) {
  REQUIRE_FALSE(answer);
  CHECK_FALSE(answer.error().message.contains("127.0.0.1"));
  CHECK_FALSE(answer.error().message.contains("secret"));
  return answer.error().message;
}

}  // namespace

TEST_CASE("a text is fetched with what tells whether it changes") {
  Server server({ok("BEGIN:VCALENDAR", "ETag: \"v1\"\r\nLast-Modified: Mon, 05 Oct 2026 14:00:00 GMT\r\n"),
                 "HTTP/1.1 304 Not Modified\r\n\r\n"});
  auto fetcher = here();
  const auto first = fetcher.fetch({.url = server.url("/me.ics", "sam:secret@"), .etag = {}, .last_modified = {}}, {});
  REQUIRE(first);
  CHECK(first->bytes == "BEGIN:VCALENDAR");
  CHECK(first->etag == "\"v1\"");
  CHECK(first->last_modified == "Mon, 05 Oct 2026 14:00:00 GMT");
  const auto again =
      fetcher.fetch({.url = server.url(), .etag = first->etag, .last_modified = first->last_modified}, {});
  REQUIRE(again);
  CHECK(again->is_unchanged);
  CHECK(again->etag == "\"v1\"");
  const auto asked = server.asked();
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].starts_with("GET /me.ics HTTP/1.1\r\n"));
  CHECK(asked[0].contains("Authorization: Basic c2FtOnNlY3JldA==\r\n"));
  CHECK_FALSE(asked[0].contains("If-None-Match"));
  CHECK(asked[1].contains("If-None-Match: \"v1\"\r\n"));
  CHECK(asked[1].contains("If-Modified-Since: Mon, 05 Oct 2026 14:00:00 GMT\r\n"));
}

TEST_CASE("redirects are followed, three of them and to the web only") {
  Server target({ok("there")});
  {
    Server server({moved(target.url("/b"))});
    const auto answer = here().fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {});
    REQUIRE(answer);
    CHECK(answer->bytes == "there");
    CHECK(answer->etag.empty());
  }
  {
    Server server({moved("/1"), moved("/2"), moved("/3"), moved("/4"), ok("never")});
    CHECK(message_of(here().fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {})) ==
          "it was passed on too often");
  }
  for (const char* elsewhere : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"}) {
    Server server({moved(elsewhere)});
    CHECK(message_of(here().fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {}))
              .contains("leads to, something else"));
  }
  CHECK(message_of(here().fetch({.url = "file:///etc/passwd", .etag = {}, .last_modified = {}}, {}))
            .contains("leads to, something else"));
}

TEST_CASE("credentials do not follow a redirect to another host") {
  Server server({moved("/b"), ok("there")});
  REQUIRE(here().fetch({.url = server.url("/me.ics", "sam:secret@"), .etag = {}, .last_modified = {}}, {}));
  Server target({ok("there")});
  std::string other_host = target.url("/b");
  other_host.replace(other_host.find("127.0.0.1"), 9, "localhost");
  Server passing_on({moved(other_host)});
  REQUIRE(here().fetch({.url = passing_on.url("/me.ics", "sam:secret@"), .etag = {}, .last_modified = {}}, {}));
  REQUIRE(target.asked().size() == 1);
  CHECK_FALSE(target.asked()[0].contains("Authorization"));
}

TEST_CASE("this machine and its own link are not reached, whatever the name") {
  Server server({ok("secret of the server")});
  HttpFetcher fetcher({});
  std::string by_name = server.url();
  by_name.replace(by_name.find("127.0.0.1"), 9, "localhost");
  for (const std::string& url : {server.url(), by_name, std::string("http://[::1]/"), std::string("http://0.0.0.0/"),
                                 std::string("http://169.254.169.254/latest/meta-data/"),
                                 std::string("http://[::ffff:127.0.0.1]/"), std::string("http://2130706433/")}) {
    CAPTURE(url);
    CHECK(message_of(fetcher.fetch({.url = url, .etag = {}, .last_modified = {}}, {})) ==
          "its name leads to the server's own machine or link");
  }
  CHECK(server.asked().empty());
}

TEST_CASE("an answer that is too large is given up, with or without its length") {
  const std::string large(5'000, 'x');
  Server server({ok(large), "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + large, ok(large.substr(0, 4'000))});
  auto fetcher = here(4'000);
  for (int i = 0; i < 2; ++i)
    CHECK(message_of(fetcher.fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {}))
              .starts_with("the answer is larger"));
  CHECK(fetcher.fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {}));
}

TEST_CASE("other answers are errors, and so is none") {
  Server server({"HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\nsecret", "HTTP/1.1 304 Not Modified\r\n\r\n",
                 "no HTTP at all\r\n\r\n"});
  auto fetcher = here();
  CHECK(message_of(fetcher.fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {})) ==
        "the server there answered 404");
  CHECK(
      message_of(fetcher.fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {})).contains("was not asked"));
  CHECK(
      message_of(fetcher.fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {})).contains("something else"));
  CHECK(message_of(here(1'000, 100).fetch({.url = server.url(), .etag = {}, .last_modified = {}}, {})) ==
        "it did not answer in time");
  CHECK(message_of(here().fetch({.url = "http://127.0.0.1:1/", .etag = {}, .last_modified = {}}, {})) ==
        "nothing answers there");
}

TEST_CASE("a fetch ends when the program does") {
  Server server({});
  std::stop_source stopping;
  auto fetching = std::async(std::launch::async, [&] {
    return here().fetch({.url = server.url(), .etag = {}, .last_modified = {}}, stopping.get_token());
  });
  stopping.request_stop();
  CHECK(message_of(fetching.get()) == "the server is stopping");
}
