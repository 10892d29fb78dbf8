#include "http/listener.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <thread>

#include "base/id.h"
#include "base/log.h"
#include "http/session.h"

namespace tandem::http {

using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

Common::Common(ListenerOptions listener_options, const Router& routes, Metrics& counts, const base::Clock& time)
    : options(std::move(listener_options)),
      router(routes),
      metrics(counts),
      clock(time),
      id_prefix(base::to_text(base::make_random_ids()->next(time.now().unix_ms())).substr(10, 10)),
      workers(options.workers, options.queued_requests) {}

std::string Common::next_request_id() {
  return fmt::format("{}-{}", id_prefix, ++last_id);
}

const std::string& Common::current_date() {
  const std::int64_t second = clock.now().unix_us() / 1'000'000;
  if (second != date_second) {
    date_second = second;
    date = http_date(second);
  }
  return date;
}

struct Listener::Shell {
  Shell(ListenerOptions options, const Router& router, Metrics& metrics, const base::Clock& clock)
      : common(std::move(options), router, metrics, clock),
        acceptor(common.io.get_executor()),
        sweeper(common.io.get_executor()),
        pause(common.io.get_executor()) {}

  base::Result<void> listen();
  Task<> accept();
  Task<> sweep();
  Task<> run_out_of_time();
  void turn_away(Socket& socket);
  void begin_draining();

  Common common;
  Acceptor acceptor;
  Timer sweeper;
  Timer pause;  // of accepting, and of the end
  std::uint16_t port = 0;
  std::once_flag stopped;
  std::jthread thread;
};

base::Result<void> Listener::Shell::listen() {
  const std::string& name = common.options.address;
  const auto what = [&](std::string_view reason) {
    return base::fail(base::ErrorCode::Io,
                      fmt::format("listening on {} port {}: {}", name, common.options.port, reason));
  };
  error_code error;
  const auto address = asio::ip::make_address(name == "localhost" ? "127.0.0.1" : name, error);
  if (error) return what("not an IP address; use for example 127.0.0.1, 0.0.0.0 or ::");
  const asio::ip::tcp::endpoint endpoint(address, common.options.port);
  acceptor.open(endpoint.protocol(), error);
  if (error) return what(error.message());
  acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), error);
  acceptor.bind(endpoint, error);
  if (error == asio::error::address_in_use)
    return what("another program listens there; stop it or choose another by --listen");
  if (error) return what(error.message());
  acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return what(error.message());
  port = acceptor.local_endpoint(error).port();
  return {};
}

Task<> Listener::Shell::accept() {
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  while (!common.draining) {
    Socket socket(common.io.get_executor());
    co_await acceptor.async_accept(socket, token);
    if (common.draining || error == asio::error::operation_aborted) co_return;
    if (error) {
      // Out of file descriptors, most likely: trying again at once would only burn the processor.
      base::log_warn("accept-failed", {{"reason", error.message()}});
      pause.expires_after(std::chrono::milliseconds(100));
      co_await pause.async_wait(token);
      continue;
    }
    if (common.sessions.size() >= common.options.connections) {
      turn_away(socket);
      continue;
    }
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    auto session = std::make_shared<Session>(common, std::move(socket));
    Task<> life = Session::run(std::move(session));
    asio::co_spawn(common.io, std::move(life), asio::detached);
  }
}

// One small answer that fits any send buffer, without a session.
void Listener::Shell::turn_away(Socket& socket) {
  const Response response = Response::problem({.type = "overloaded",
                                               .title = "Too much at once",
                                               .status = 503,
                                               .detail = "there are too many connections",
                                               .retry_after_seconds = 5});
  const std::string id = common.next_request_id();
  std::string bytes =
      write_head(response, {.connection = Connection::Close, .request_id = id, .date = common.current_date()});
  bytes += response.body;
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(bytes), ignored);
  socket.shutdown(Socket::shutdown_both, ignored);
  common.metrics.refused_connections.fetch_add(1);
}

Task<> Listener::Shell::sweep() {
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  for (;;) {
    sweeper.expires_after(common.options.deadlines.sweep);
    co_await sweeper.async_wait(token);
    const auto now = SteadyClock::now();
    // Closing a socket destroys no session: its coroutine ends later, on this thread.
    for (Session* each : common.sessions) each->sweep(now);
  }
}

Task<> Listener::Shell::run_out_of_time() {
  error_code error;
  auto token = asio::redirect_error(UseAwaitable{}, error);
  pause.expires_after(common.options.deadlines.drain);
  co_await pause.async_wait(token);
  common.io.stop();
}

void Listener::Shell::begin_draining() {
  error_code ignored;
  common.draining = true;
  acceptor.close(ignored);
  if (common.sessions.empty()) {
    common.io.stop();
    return;
  }
  for (Session* each : common.sessions) each->drain();
  Task<> ending = run_out_of_time();
  asio::co_spawn(common.io, std::move(ending), asio::detached);
}

Listener::Listener(std::unique_ptr<Shell> shell) : shell_(std::move(shell)) {}

Listener::~Listener() {
  stop();
}

base::Result<std::unique_ptr<Listener>> Listener::start(ListenerOptions options, const Router& router, Metrics& metrics,
                                                        const base::Clock& clock) {
  auto shell = std::make_unique<Shell>(std::move(options), router, metrics, clock);
  TANDEM_TRY_DONE(shell->listen());
  Task<> accepting = shell->accept();
  asio::co_spawn(shell->common.io, std::move(accepting), asio::detached);
  Task<> sweeping = shell->sweep();
  asio::co_spawn(shell->common.io, std::move(sweeping), asio::detached);
  shell->thread = std::jthread([io = &shell->common.io] { io->run(); });
  return std::unique_ptr<Listener>(new Listener(std::move(shell)));
}

std::uint16_t Listener::port() const {
  return shell_->port;
}
bool Listener::is_draining() const {
  return shell_->common.draining;
}
std::size_t Listener::waiting_requests() const {
  return shell_->common.workers.waiting();
}

void Listener::stop() {
  std::call_once(shell_->stopped, [this] {
    asio::post(shell_->common.io, [this] { shell_->begin_draining(); });
    if (shell_->thread.joinable()) shell_->thread.join();
    shell_->common.workers.stop();
  });
}

}  // namespace tandem::http
