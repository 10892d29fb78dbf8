// One connection: reads requests one after another, has them answered, writes the answers in the same order. Lives on
// the thread of the sockets; only handlers run elsewhere. Owned by its own coroutine.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <unordered_set>

#include "base/check.h"
#include "http/listener.h"
#include "http/workers.h"

namespace tandem::http {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using SteadyClock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;
using UseAwaitable = asio::use_awaitable_t<Executor>;
template <class T = void>
using Task = asio::awaitable<T, Executor>;

class Session;

// What all sessions share. Only `draining`, `metrics` and `workers` are touched by other threads.
struct Common {
  Common(ListenerOptions listener_options, const Router& routes, Metrics& counts, const base::Clock& time);

  ListenerOptions options;
  const Router& router;
  Metrics& metrics;
  const base::Clock& clock;
  std::atomic<bool> draining = false;
  std::unordered_set<Session*> sessions;
  std::size_t body_bytes = 0;  // that the requests being read or answered may hold
  std::string id_prefix;
  std::uint64_t last_id = 0;
  std::int64_t date_second = -1;
  std::string date;
  asio::io_context io{1};  // behind what destroyed coroutines touch
  Workers workers;

  [[nodiscard]] std::string next_request_id();
  [[nodiscard]] const std::string& current_date();
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Common& common, Socket socket);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // The connection's life. The frame keeps the session.
  [[nodiscard]] static Task<> run(std::shared_ptr<Session> self);
  // Ends what took too long. Called every now and then for every session, instead of one timer for each read and write.
  void sweep(SteadyClock::time_point now);
  // The server stops: closes when idle, else after the answer being made.
  void drain();

 private:
  enum class Phase : std::uint8_t { Idle, Head, Body, Working, Writing, Lingering, Streaming };
  enum class HeadEnd : std::uint8_t { Complete, Gone, Refused };
  struct Exchange;  // one request and its answer

  Task<> serve();
  Task<HeadEnd> read_head();
  Task<bool> serve_one();
  Task<bool> read_body(Exchange& exchange, const Match& match);
  Task<bool> make_room(Exchange& exchange, const Route* route);
  Task<bool> answer(Exchange& exchange, Response response);
  Task<> refuse(wire::Problem problem);
  Task<> linger();
  Task<> stream(std::string head, std::unique_ptr<EventSource> events);
  static Task<> watch(std::shared_ptr<Session> self);
  Task<bool> write(std::string head, std::string body);
  Task<> refuse(const Response& response);
  template <class Result>
  Task<Result> on_worker(std::move_only_function<Result()> work);

  void enter(Phase phase, std::size_t bytes = 0);  // to be read or written in it
  void wake();
  void close();

  Common& common_;
  Socket socket_;
  Timer timer_;  // of event streams
  boost::beast::flat_buffer buffer_;
  Phase phase_ = Phase::Idle;
  SteadyClock::time_point deadline_ = SteadyClock::time_point::max();
  std::size_t head_size_ = 0;
  bool timed_out_ = false;
  bool woken_ = false;
  bool gone_ = false;
};

// Runs `work` on a worker and resumes here with what it returns. REQUIRES: the workers' queue has room, which the one
// submitting thread can know; work does not throw.
template <class Result>
Task<Result> Session::on_worker(std::move_only_function<Result()> work) {
  auto initiate = [this](auto handler, std::move_only_function<Result()> to_do) {
    Workers::Job job = [io = &common_.io, done = std::move(handler), to_do = std::move(to_do)]() mutable {
      Result result = to_do();
      to_do = nullptr;
      asio::post(
          *io, [done = std::move(done), result = std::move(result)]() mutable { std::move(done)(std::move(result)); });
    };
    TANDEM_CHECK(common_.workers.try_submit(job));
  };
  UseAwaitable token;
  return asio::async_initiate<UseAwaitable, void(Result)>(std::move(initiate), token, std::move(work));
}

}  // namespace tandem::http
