#include "http/engagement_routes.h"

#include "http/preconditions.h"

namespace tandem::http {

EngagementRoutes::EngagementRoutes(Router& router, Api& api, std::string_view above)
    : router_(&router), api_(&api), above_(fmt::format("/api/v1/engagements/{{engagement}}{}", above)) {}

void EngagementRoutes::read(std::string_view below, Work work) {
  add(Method::Get, below,
      [api = api_, work](const Request& request, const Identity& identity) { return work(*api, request, identity); });
}

void EngagementRoutes::write(Method method, std::string_view below, Work work) {
  write(method, below,
        [api = api_, work](const Request& request, const Identity& identity) { return work(*api, request, identity); });
}

void EngagementRoutes::write(Method method, std::string_view below, KnownHandler handler) {
  add(method, below, [handler = std::move(handler)](const Request& request, const Identity& identity) {
    if (auto bad = check_no_query(request)) return std::move(*bad);
    if (const auto problem = check_json_content(request)) return Response::problem(*problem);
    return handler(request, identity);
  });
}

void EngagementRoutes::add(Method method, std::string_view below, KnownHandler handler) {
  router_->add({.method = method,
                .pattern = fmt::format("{}{}", above_, below),
                .handler = known(*api_, std::move(handler)),
                .body = {}});
}

}  // namespace tandem::http
