#include "http/session.h"

#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/check.h"
#include "base/log.h"
#include "http/head.h"

namespace tandem::http {

namespace beast = boost::beast;
using boost::system::error_code;
using Parser = beast::http::request_parser<beast::http::string_body>;

struct Session::Exchange {
  Parser parser;
  Request request;
  Method method = Method::Get;
  std::string_view route = "none";
  bool keep_alive = true;
  bool http_1_0 = false;
  bool expects_continue = false;
  std::size_t body_share = 0;        // of Common::body_bytes
  std::size_t body_size = 0;         // at most
  std::shared_ptr<const void> room;  // of a large body
  SteadyClock::time_point started = SteadyClock::now();
};

namespace {

constexpr std::size_t kReadSize = 8192;

wire::Problem too_slow() {
  return {.type = "too-slow",
          .title = "The request took too long",
          .status = 408,
          .detail = "the request did not arrive in time"};
}

wire::Problem overloaded(std::string detail) {
  return {.type = "overloaded",
          .title = "Too much at once",
          .status = 503,
          .detail = std::move(detail),
          .retry_after_seconds = 1};
}

wire::Problem too_large(std::size_t most) {
  return {.type = "body-too-large",
          .title = "The body is too large",
          .status = 413,
          .detail = fmt::format("a body has at most {} bytes here", most)};
}

wire::Problem problem_of_parser(const error_code& error, std::size_t most) {
  if (error == beast::http::error::body_limit) return too_large(most);
  if (error == beast::http::error::bad_version) {
    return {.type = "http-version",
            .title = "Unknown HTTP version",
            .status = 505,
            .detail = "this server speaks HTTP/1.1"};
  }
  return bad_framing(error.message());
}

// Runs the handler; our own bugs end here, as an incident that the log can be searched for.
Response run_handler(const Handler& handler, const Request& request, Metrics& metrics) {
  std::string reason;
  try {
    return handler(request);
  } catch (const std::exception& error) {
    reason = error.what();
  }
  metrics.internal_errors.fetch_add(1);
  base::log_error(
      "internal-error",
      {{"incident", request.id}, {"method", to_text(request.method)}, {"path", request.path}, {"reason", reason}});
  return Response::problem({.type = "internal",
                            .title = "Something went wrong here",
                            .status = 500,
                            .detail = "this is a mistake of the program; the log knows it by the incident's id",
                            .instance = fmt::format("urn:incident:{}", request.id)});
}

Response not_routed(const Match& match) {
  switch (match.kind) {
    case Match::Kind::NoSuchMethod:
      return Response::problem({.type = "method-not-allowed",
                                .title = "Not with this method",
                                .status = 405,
                                .detail = fmt::format("this path takes {}", match.allowed)})
          .with("Allow", match.allowed);
    case Match::Kind::BadEncoding:
      return Response::problem({.type = "malformed-path",
                                .title = "The path is not well-formed",
                                .status = 400,
                                .detail = "the path is not percent-encoded UTF-8 without control characters"});
    case Match::Kind::Found:
    case Match::Kind::NoSuchPath: break;
  }
  return Response::problem(
      {.type = "not-found", .title = "Not found", .status = 404, .detail = "there is nothing at this path"});
}

}  // namespace

Session::Session(Common& common, Socket socket)
    : common_(common),
      socket_(std::move(socket)),
      timer_(common.io.get_executor()),
      buffer_(limits::kMaxHead + limits::kMaxBody) {
  // A read of a whole request instead of one for the head and two for the body.
  buffer_.reserve(kReadSize);
  common_.sessions.insert(this);
  common_.metrics.connections.fetch_add(1);
}

Session::~Session() {
  common_.sessions.erase(this);
  common_.metrics.connections.fetch_sub(1);
  if (common_.draining && common_.sessions.empty()) common_.io.stop();
}

void Session::enter(Phase phase, std::size_t bytes) {
  const Deadlines& limits = common_.options.deadlines;
  const auto now = SteadyClock::now() + std::chrono::seconds(bytes / limits.slowest_bytes_per_second);
  phase_ = phase;
  switch (phase) {
    case Phase::Idle: deadline_ = now + limits.idle; return;
    case Phase::Head: deadline_ = now + limits.head; return;
    case Phase::Body: deadline_ = now + limits.body; return;
    case Phase::Writing: deadline_ = now + limits.write; return;
    case Phase::Lingering: deadline_ = now + limits.linger; return;
    case Phase::Working:
    case Phase::Streaming: deadline_ = SteadyClock::time_point::max(); return;
  }
}

void Session::sweep(SteadyClock::time_point now) {
  if (now < deadline_) return;
  deadline_ = SteadyClock::time_point::max();
  timed_out_ = true;
  error_code ignored;
  // A reader is told, so that it can answer 408; a peer that does not read is beyond help.
  if (phase_ == Phase::Head || phase_ == Phase::Body) {
    socket_.cancel(ignored);
  } else {
    close();
  }
}

void Session::drain() {
  if (phase_ == Phase::Idle) close();
  if (phase_ == Phase::Streaming) wake();
}

void Session::close() {
  error_code ignored;
  gone_ = true;
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
}

Task<> Session::run(std::shared_ptr<Session> self) {
  try {
    Task<> serving = self->serve();
    co_await std::move(serving);
  } catch (const std::exception& error) {
    base::log_error("connection-lost-to-a-bug", {{"reason", error.what()}});
  }
  self->close();
}

Task<> Session::serve() {
  while (!common_.draining) {
    Task<HeadEnd> reading = read_head();
    const HeadEnd end = co_await std::move(reading);
    if (end != HeadEnd::Complete) co_return;
    Task<bool> serving = serve_one();
    const bool go_on = co_await std::move(serving);
    if (!go_on) co_return;
  }
}

// Reads until the buffer holds a whole head, and sets head_size_. The head is looked at here before Beast sees it: bare
// line feeds and folded lines, which it takes, are what request smuggling is made of.
Task<Session::HeadEnd> Session::read_head() {
  HeadScanner scanner;
  enter(buffer_.size() > 0 ? Phase::Head : Phase::Idle);
  timed_out_ = false;
  for (;;) {
    const auto bytes = buffer_.cdata();
    auto scan = scanner.scan({static_cast<const char*>(bytes.data()), bytes.size()});
    if (scan.problem) {
      Task<> refusing = refuse(std::move(*scan.problem));
      co_await std::move(refusing);
      co_return HeadEnd::Refused;
    }
    buffer_.consume(scan.skip);
    if (scan.size > 0) {
      head_size_ = scan.size;
      co_return HeadEnd::Complete;
    }
    error_code error;
    const auto room = buffer_.prepare(kReadSize);
    auto token = asio::redirect_error(UseAwaitable{}, error);
    const std::size_t read = co_await socket_.async_read_some(room, token);
    buffer_.commit(read);
    if (timed_out_ && phase_ == Phase::Head) {
      Task<> refusing = refuse(too_slow());
      co_await std::move(refusing);
      co_return HeadEnd::Refused;
    }
    if (error || timed_out_ || gone_) co_return HeadEnd::Gone;
    if (phase_ == Phase::Idle) enter(Phase::Head);
  }
}

Task<bool> Session::serve_one() {
  Exchange exchange;
  common_.metrics.in_flight.fetch_add(1);
  struct Leave {
    Common& common;
    const Exchange& exchange;
    ~Leave() {
      common.metrics.in_flight.fetch_sub(1);
      common.body_bytes -= exchange.body_share;
    }
  } const leave{common_, exchange};

  exchange.parser.header_limit(static_cast<std::uint32_t>(limits::kMaxHead));
  // Of the route, which is not known yet: read_body() sets it.
  exchange.parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  exchange.parser.eager(false);
  error_code error;
  const auto head = asio::buffer(buffer_.cdata(), head_size_);
  const std::size_t used = exchange.parser.put(head, error);
  std::optional<wire::Problem> problem;
  if (error && error != beast::http::error::need_more) {
    problem = problem_of_parser(error, limits::kMaxBody);
  } else if (!exchange.parser.is_header_done()) {
    problem = bad_framing("the head is incomplete");
  } else {
    buffer_.consume(used);
    const auto& message = exchange.parser.get();
    Request& request = exchange.request;
    request.method = parse_method(message.method_string());
    for (const auto& field : message)
      request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    exchange.method = request.method;
    exchange.http_1_0 = message.version() < 11;
    exchange.keep_alive = exchange.parser.keep_alive();
    problem = check_head(request, message.target(), exchange.http_1_0 ? HttpVersion::V1_0 : HttpVersion::V1_1,
                         common_.options.allowed_hosts);
    exchange.expects_continue = request.header("expect") != nullptr;
  }
  if (problem) {
    common_.metrics.count("none", exchange.method, problem->status, SteadyClock::now() - exchange.started);
    Task<> refusing = refuse(std::move(*problem));
    co_await std::move(refusing);
    co_return false;
  }
  const std::string* named = exchange.request.header("x-request-id");
  exchange.request.id = named != nullptr && is_request_id(*named) ? *named : common_.next_request_id();

  Match match = common_.router.match(exchange.method, exchange.request.path);
  if (match.kind == Match::Kind::Found) {
    exchange.route = match.route->pattern;
    exchange.request.params = std::move(match.params);
  }
  if (!exchange.parser.is_done()) {
    Task<bool> reading = read_body(exchange, match);
    const bool whole = co_await std::move(reading);
    if (!whole) co_return false;
    exchange.request.body = std::move(exchange.parser.get().body());
  }

  Response response;
  if (match.kind != Match::Kind::Found) {
    response = not_routed(match);
  } else {
    const Handler& handler = match.route->handler;
    if (match.route->run == Run::AtOnce) {
      response = run_handler(handler, exchange.request, common_.metrics);
    } else if (!common_.workers.has_room()) {
      response = Response::problem(overloaded("every worker is busy and the queue is full"));
    } else {
      enter(Phase::Working);
      std::move_only_function<Response()> work = [&handler, &exchange, this] {
        return run_handler(handler, exchange.request, common_.metrics);
      };
      Task<Response> working = on_worker<Response>(std::move(work));
      response = co_await std::move(working);
    }
  }
  Task<bool> answering = answer(exchange, std::move(response));
  const bool go_on = co_await std::move(answering);
  co_return go_on;
}

// Room for the body, before it is read. What is larger than usual is let in by its route, which looks who sends it.
// False: there is none, and the request has been answered.
Task<bool> Session::make_room(Exchange& exchange, const Route* route) {
  const std::size_t most = route != nullptr ? route->body.most : limits::kMaxBody;
  const auto length = exchange.parser.content_length();
  if (length && *length > most) {
    common_.metrics.count("none", exchange.method, 413, SteadyClock::now() - exchange.started);
    Task<> refusing = refuse(too_large(most));
    co_await std::move(refusing);
    co_return false;
  }
  exchange.parser.body_limit(most);
  exchange.body_size = length ? static_cast<std::size_t>(*length) : most;
  if (exchange.body_size <= limits::kMaxBody) {
    if (common_.body_bytes + exchange.body_size > common_.options.body_bytes) {
      Task<> refusing = refuse(overloaded("the bodies of all requests are too large together"));
      co_await std::move(refusing);
      co_return false;
    }
    exchange.body_share = exchange.body_size;
    common_.body_bytes += exchange.body_size;
    co_return true;
  }
  if (!common_.workers.has_room()) {
    Task<> refusing = refuse(overloaded("every worker is busy and the queue is full"));
    co_await std::move(refusing);
    co_return false;
  }
  enter(Phase::Working);
  std::move_only_function<Admission()> work = [route, &exchange, this]() -> Admission {
    Admission admission = std::shared_ptr<const void>();
    const Handler asking = [&](const Request& request) {
      admission = route->body.admit(request, exchange.body_size);
      return Response();
    };
    Response failed = run_handler(asking, exchange.request, common_.metrics);
    if (failed.status != Response().status) return std::unexpected(std::move(failed));
    return admission;
  };
  Task<Admission> asking = on_worker<Admission>(std::move(work));
  Admission admission = co_await std::move(asking);
  if (admission) {
    exchange.room = *std::move(admission);
    co_return true;
  }
  common_.metrics.count(exchange.route, exchange.method, admission.error().status,
                        SteadyClock::now() - exchange.started);
  Task<> refusing = refuse(admission.error());
  co_await std::move(refusing);
  co_return false;
}

// False: there is no whole body, and the connection has been answered as far as it can be.
Task<bool> Session::read_body(Exchange& exchange, const Match& match) {
  const Route* route = match.kind == Match::Kind::Found ? match.route : nullptr;
  Task<bool> making_room = make_room(exchange, route);
  const bool has_room = co_await std::move(making_room);
  if (!has_room) co_return false;
  enter(Phase::Body, exchange.body_size);
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  if (exchange.expects_continue && buffer_.size() == 0) {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto bytes = asio::buffer(kContinue);
    co_await asio::async_write(socket_, bytes, token);
    if (error) co_return false;
  }
  co_await beast::http::async_read(socket_, buffer_, exchange.parser, token);
  if (!error && !timed_out_) co_return true;
  wire::Problem problem = too_slow();
  if (!timed_out_) {
    const bool gone = error.category() != make_error_code(beast::http::error::end_of_stream).category();
    if (gone) co_return false;
    problem = error == beast::http::error::partial_message ? bad_framing("the body ends before its length")
                                                           : problem_of_parser(error, exchange.body_size);
  }
  common_.metrics.count("none", exchange.method, problem.status, SteadyClock::now() - exchange.started);
  exchange.room.reset();  // others may have it before the peer has heard why
  Task<> refusing = refuse(std::move(problem));
  co_await std::move(refusing);
  co_return false;
}

// Whether the connection may be used for another request.
Task<bool> Session::answer(Exchange& exchange, Response response) {
  const auto took = SteadyClock::now() - exchange.started;
  const Request& request = exchange.request;
  common_.metrics.count(exchange.route, exchange.method, response.status, took);
  base::log_debug("request", {{"id", request.id},
                              {"method", to_text(exchange.method)},
                              {"path", request.path},
                              {"status", response.status},
                              {"us", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
  const bool is_stream = response.events && exchange.method != Method::Head;
  const bool go_on = exchange.keep_alive && !common_.draining && !response.events;
  std::string head = write_head(response, {.connection = go_on ? Connection::KeepAlive : Connection::Close,
                                           .http_1_0 = exchange.http_1_0,
                                           .secure = common_.options.https,
                                           .request_id = request.id,
                                           .date = common_.current_date()});
  if (is_stream) {
    Task<> streaming = stream(std::move(head), std::move(response.events));
    co_await std::move(streaming);
    co_return false;
  }
  if (exchange.method == Method::Head) response.body.clear();
  Task<bool> writing = write(std::move(head), std::move(response.body));
  const bool written = co_await std::move(writing);
  co_return written&& go_on;
}

Task<bool> Session::write(std::string head, std::string body) {
  enter(Phase::Writing, body.size());
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  const std::array<asio::const_buffer, 2> bytes{asio::buffer(head), asio::buffer(body)};
  co_await asio::async_write(socket_, bytes, token);
  co_return !error && !gone_;
}

// Answers what cannot be answered by a handler, and closes: what follows on this connection cannot be trusted.
Task<> Session::refuse(wire::Problem problem) {
  base::log_debug("request-refused", {{"status", problem.status}, {"reason", problem.detail}});
  const Response response = Response::problem(problem);
  Task<> refusing = refuse(response);
  co_await std::move(refusing);
}

Task<> Session::refuse(const Response& response) {
  const std::string id = common_.next_request_id();
  std::string head = write_head(response, {.connection = Connection::Close,
                                           .secure = common_.options.https,
                                           .request_id = id,
                                           .date = common_.current_date()});
  Task<bool> writing = write(std::move(head), response.body);
  const bool written = co_await std::move(writing);
  if (!written) co_return;
  Task<> lingering = linger();
  co_await std::move(lingering);
}

// Reads what is still coming before closing: else the system resets the connection and the answer is lost on its way.
Task<> Session::linger() {
  enter(Phase::Lingering);
  error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  auto token = asio::redirect_error(UseAwaitable{}, error);
  std::size_t thrown_away = 0;
  buffer_.clear();
  const auto room = buffer_.prepare(kReadSize);
  while (!error && !gone_ && thrown_away < limits::kMaxLingering) {
    thrown_away += co_await socket_.async_read_some(room, token);
  }
}

void Session::wake() {
  woken_ = true;
  timer_.cancel();
}

}  // namespace tandem::http
