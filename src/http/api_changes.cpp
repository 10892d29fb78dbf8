// Planned changes of a part of time. What is done to one of them is a command of its ticket (api_tickets.cpp).
#include "app/changes.h"
#include "http/engagement_routes.h"
#include "http/query.h"
#include "wire/change_json.h"

namespace tandem::http {
namespace {

Response read(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const auto from = query.day("from");
  const auto to = query.day("to");
  if (!query.finish()) return bad_query(query.problems());
  if (!from || !to) return bad_query({{from ? "to" : "from", "say which days: `from` and `to`"}});
  const auto schedule = app::read_changes(identity.caller, api.use_cases.store, api.use_cases.engagements,
                                          engagement_of(request), *from, *to, api.use_cases.clock.now());
  if (schedule) return Response::json(200, wire::encode(*schedule));
  if (schedule.error().kind != app::FailureKind::Invalid) return failed(schedule.error());
  return bad_query(schedule.error().fields);
}

}  // namespace

void add_change_routes(Router& router, Api& api) {
  EngagementRoutes(router, api).read("/changes", read);
}

}  // namespace tandem::http
