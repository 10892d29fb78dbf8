// The engagements a caller belongs to, and the agreement in force.
#include "app/load_in_sight.h"
#include "http/api.h"
#include "http/summaries.h"
#include "wire/engagement_json.h"

namespace tandem::http {
namespace {

Response list(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto summaries = summarize(identity.caller, api.use_cases);
  if (!summaries) return failed(summaries.error());
  return Response::json(200, wire::encode(summaries->lines));
}

struct Entered {
  std::shared_ptr<const app::Engagement> engagement;
  const app::MembershipRecord* membership = nullptr;
};

// An engagement that one does not belong to does not exist for them.
app::Outcome<Entered> enter(Api& api, const Request& request, const Identity& identity) {
  const auto name = engagement_of(request);
  Entered entered{.engagement = api.use_cases.engagements.find(name), .membership = identity.caller.membership(name)};
  if (entered.engagement && entered.membership != nullptr) return entered;
  return std::unexpected(app::Failure{app::FailureKind::NotFound, "there is no such engagement", {}, {}});
}

Response describe(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto entered = enter(api, request, identity);
  if (!entered) return failed(entered.error());
  const auto load = app::load_in_sight(api.use_cases.store, *entered->membership, *entered->engagement->policy);
  if (!load) return failed(app::from_error(load.error()));
  const auto teams = app::teams_of(*entered->membership, *entered->engagement->policy);
  return Response::json(200, wire::encode(wire::EngagementDetail{*entered->engagement, *entered->membership, teams,
                                                                 *load, api.use_cases.clock.now()}));
}

Response agreement(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto entered = enter(api, request, identity);
  if (!entered) return failed(entered.error());
  if (entered->membership->role == app::Role::Requester) {
    return failed({app::FailureKind::Forbidden, "the agreement is for the two teams", {}, {}});
  }
  return Response::json(200, wire::encode(entered->engagement->record.agreement));
}

}  // namespace

void add_engagement_routes(Router& router, Api& api) {
  const auto get = [&](const char* pattern, Response (*handler)(Api&, const Request&, const Identity&)) {
    router.add({.method = Method::Get,
                .pattern = pattern,
                .handler = known(api, [&api, handler](const Request& request, const Identity& identity) {
                  return handler(api, request, identity);
                })});
  };
  get("/api/v1/engagements", list);
  get("/api/v1/engagements/{engagement}", describe);
  get("/api/v1/engagements/{engagement}/agreement", agreement);
}

}  // namespace tandem::http
