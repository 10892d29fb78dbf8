#include "http/server.h"

#include "http/api.h"
#include "http/static_files.h"
#include "wire/openapi.h"

namespace tandem::http {

struct Server::Parts {
  Parts(ServerOptions options, app::UseCases& use_cases)
      : files(options.web_root), api{use_cases, std::move(options)} {}

  void add_routes();
  [[nodiscard]] Response ready() const;
  [[nodiscard]] Response metrics_text() const;

  StaticFiles files;
  Api api;
  Metrics metrics;
  Router router;
  std::atomic<const Listener*> running = nullptr;
  std::unique_ptr<Listener> listener;  // stopped first: it uses all of the above
};

// Whether this server should be sent requests: not while it stops, and not without its data.
Response Server::Parts::ready() const {
  const Listener* now = running.load();
  const bool is_stopping = now != nullptr && now->is_draining();
  const auto position = api.use_cases.store.last_position();
  if (!is_stopping && position) return Response::text(200, "ready\n");
  return Response::problem({.type = "not-ready",
                            .title = "Not ready",
                            .status = 503,
                            .detail = is_stopping ? "the server is stopping" : "the database does not answer",
                            .retry_after_seconds = 2});
}

Response Server::Parts::metrics_text() const {
  std::string text;
  metrics.write(text);
  const Listener* now = running.load();
  text += fmt::format(
      "# HELP tandem_http_waiting_requests Requests that wait for a worker.\n# TYPE tandem_http_waiting_requests "
      "gauge\n"
      "tandem_http_waiting_requests {}\n",
      now == nullptr ? 0 : now->waiting_requests());
  text += fmt::format(
      "# HELP tandem_feed_subscribers Subscriptions to live changes.\n# TYPE tandem_feed_subscribers gauge\n"
      "tandem_feed_subscribers {}\n",
      api.use_cases.feed.subscribers());
  text += fmt::format(
      "# HELP tandem_build_info The program.\n# TYPE tandem_build_info gauge\ntandem_build_info{{version=\"{}\"}} 1\n",
      api.options.version);
  Response response = Response::text(200, std::move(text));
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

void Server::Parts::add_routes() {
  add_api_routes(router, api);
  router.add({.method = Method::Get,
              .pattern = "/api/v1/openapi.json",
              .handler = [](const Request&) { return Response::json(200, std::string(wire::openapi_document())); },
              .run = Run::AtOnce});
  router.add({.method = Method::Get,
              .pattern = "/healthz",
              .handler = [](const Request&) { return Response::text(200, "ok\n"); },
              .run = Run::AtOnce});
  router.add({.method = Method::Get, .pattern = "/readyz", .handler = [this](const Request&) { return ready(); }});
  router.add({.method = Method::Get,
              .pattern = "/metrics",
              .handler = [this](const Request&) { return metrics_text(); },
              .run = Run::AtOnce});
  router.set_fallback([this](const Request& request) { return files.answer(request); });
}

base::Result<std::unique_ptr<Server>> Server::start(ServerOptions options, app::UseCases& use_cases) {
  ListenerOptions listener = options.listener;
  listener.https = options.secure_cookies;
  auto parts = std::make_unique<Parts>(std::move(options), use_cases);
  parts->add_routes();
  TANDEM_TRY(parts->listener, Listener::start(std::move(listener), parts->router, parts->metrics, use_cases.clock));
  parts->running = parts->listener.get();
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() {
  stop();
}
std::uint16_t Server::port() const {
  return parts_->listener->port();
}
void Server::stop() {
  parts_->listener->stop();
}

}  // namespace tandem::http
