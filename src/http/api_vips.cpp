// The register of VIPs: who is in it, and putting somebody in and taking somebody out.
#include "http/api.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/requests.h"
#include "wire/vip_json.h"

namespace tandem::http {
namespace {

constexpr std::string_view kVips = "/api/v1/engagements/{engagement}/vips";

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
  return Response::json(201, wire::encode(*added));
}

Response remove(Api& api, const Request& request, const Identity& identity) {
  const auto removed = api.use_cases.vips.remove(identity.caller, engagement_of(request), request.param("vip"));
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

}  // namespace

void add_vip_routes(Router& router, Api& api) {
  router.add({.method = Method::Get,
              .pattern = std::string(kVips),
              .handler = known(api, [&api](const Request& request, const Identity& identity) {
                return list(api, request, identity);
              })});
  using Work = Response (*)(Api&, const Request&, const Identity&);
  const auto write = [&](Method method, std::string pattern, Work work) {
    router.add({.method = method,
                .pattern = std::move(pattern),
                .handler = known(api, [&api, work](const Request& request, const Identity& identity) {
                  if (auto bad = check_no_query(request)) return std::move(*bad);
                  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
                  return work(api, request, identity);
                })});
  };
  write(Method::Post, std::string(kVips), add);
  write(Method::Delete, fmt::format("{}/{{vip}}", kVips), remove);
}

}  // namespace tandem::http
