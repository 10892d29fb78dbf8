// The web server of a running desk: the API under /api/v1, the browser application, /healthz, /readyz and /metrics.
//
//   auto server = Server::start({.listener = {.port = 8080}, .web_root = "/usr/share/tandem/web"}, use_cases);
//   …wait for a signal…
//   (*server)->stop();
//
// The use cases outlive the server.
#pragma once

#include <filesystem>
#include <memory>

#include "app/use_cases.h"
#include "base/error.h"
#include "http/listener.h"

namespace tandem::http {

struct ServerOptions {
  ListenerOptions listener = {};
  std::filesystem::path web_root = {};  // empty: a page says that there is none
  // Reached through https: cookies are Secure, and browsers are told to stay with https.
  bool secure_cookies = false;
  std::string version = "0";  // of the program, for /metrics
  // Of a file that is attached to a ticket, in bytes: 413 beyond. REQUIRES: at most desk::kMaxFileSize.
  std::size_t max_file = limits::kMaxFile;
};

class Server {
 public:
  // Returns when connections are accepted. The error names the address and what to do.
  [[nodiscard]] static base::Result<std::unique_ptr<Server>> start(ServerOptions options, app::UseCases& use_cases);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  // Ends event streams, finishes what is in flight, returns. May be called twice.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tandem::http
