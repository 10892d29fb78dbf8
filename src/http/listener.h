// The shell around the handlers: sockets, framing, deadlines, workers. It knows routes and nothing of the desk.
//
//   auto listener = Listener::start({.address = "127.0.0.1", .port = 8080}, router, metrics, clock);
//   (*listener)->stop();
//
// Threads: one for all sockets, `workers` for handlers. The coroutines are in listener.cpp, session.cpp and
// session_events.cpp and nowhere else; each names what it awaits first, because GCC 12 destroys temporaries in a
// co_await expression twice.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "http/limits.h"
#include "http/metrics.h"
#include "http/router.h"

namespace tandem::http {

struct ListenerOptions {
  std::string address = "127.0.0.1";  // or "localhost", "0.0.0.0", "::"
  std::uint16_t port = 8080;          // 0: the system picks one
  // Names the server answers to, with or without a port, lower case. Empty: any.
  std::vector<std::string> allowed_hosts = {};
  bool https = false;  // reached through https: adds Strict-Transport-Security
  std::size_t workers = limits::kWorkers;
  std::size_t queued_requests = limits::kQueuedRequests;
  std::size_t connections = limits::kMaxConnections;
  std::size_t body_bytes = limits::kMaxBodiesTogether;
  Deadlines deadlines = {};
};

class Listener {
 public:
  // Returns when connections are accepted. Router, metrics and clock outlive this.
  [[nodiscard]] static base::Result<std::unique_ptr<Listener>> start(ListenerOptions options, const Router& router,
                                                                     Metrics& metrics, const base::Clock& clock);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  // Stops accepting, ends event streams, lets what is in flight finish (deadlines.drain), then returns. May be called
  // twice and from any thread but a worker.
  void stop();
  [[nodiscard]] bool is_draining() const;
  [[nodiscard]] std::size_t waiting_requests() const;

 private:
  struct Shell;
  explicit Listener(std::unique_ptr<Shell> shell);
  std::unique_ptr<Shell> shell_;
};

}  // namespace tandem::http
