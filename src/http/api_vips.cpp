// The register of VIPs: who is in it, and putting somebody in and taking somebody out.
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/requests.h"
#include "wire/vip_json.h"

namespace tandem::http {
namespace {

Response list(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const bool whole = query.flag("history").value_or(false);
  if (!query.finish()) return bad_query(query.problems());
  const auto vips = api.use_cases.vips.list(identity.caller, engagement_of(request),
                                            whole ? app::VipHistory::Whole : app::VipHistory::InForce);
  if (!vips) return failed(vips.error());
  return Response::json(200, wire::encode(*vips));
}

Response add(Api& api, const Request& request, const Identity& identity) {
  auto vip = wire::decode_new_vip(request.body);
  if (!vip) return Response::problem(vip.error());
  const auto added = api.use_cases.vips.add(identity.caller, engagement_of(request), *std::move(vip));
  if (!added) return failed(added.error());
  return Response::json(201, wire::encode(*added)).with("ETag", quote_change(added->added.at));
}

Response remove(Api& api, const Request& request, const Identity& identity) {
  const auto seen = read_seen_change(request);
  if (!seen) return Response::problem(seen.error());
  const auto removed = api.use_cases.vips.remove(identity.caller, engagement_of(request), request.param("vip"), *seen);
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

}  // namespace

void add_vip_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/vips");
  routes.read("", list);
  routes.write(Method::Post, "", add);
  routes.write(Method::Delete, "/{vip}", remove);
}

}  // namespace tandem::http
