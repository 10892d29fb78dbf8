// Whether the teams keep their targets if they go on as they did.
#include "http/engagement_routes.h"
#include "wire/outlook_json.h"

namespace tandem::http {
namespace {

Response outlook(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto view = api.use_cases.outlook.of(identity.caller, engagement_of(request));
  if (!view) return failed(view.error());
  return Response::json(200, wire::encode(*view));
}

}  // namespace

void add_outlook_routes(Router& router, Api& api) {
  EngagementRoutes(router, api).read("/outlook", outlook);
}

}  // namespace tandem::http
