// What people are told, macros, and what requesters said of how it went.
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/requests.h"
#include "wire/talk_json.h"

namespace tandem::http {
namespace {

constexpr std::uint64_t kMost = std::uint64_t{1} << 53;  // what every JSON reader can tell apart

std::string prefix_of(const Api& api, const Request& request) {
  const auto found = api.use_cases.engagements.find(engagement_of(request));
  return found ? found->record.prefix : std::string();
}

Response list_notices(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  app::NoticeFilter filter;
  filter.unread_only = query.flag("unread").value_or(false);
  filter.limit = query.number("limit", 1, 200).value_or(50);
  filter.before = query.number("before", 1, kMost).value_or(0);
  if (!query.finish()) return bad_query(query.problems());
  const auto page = api.use_cases.notices.list(identity.caller, engagement_of(request), filter);
  if (!page) return failed(page.error());
  return Response::json(200, wire::encode(*page, prefix_of(api, request)));
}

Response read_notices(Api& api, const Request& request, const Identity& identity) {
  const auto read = wire::decode_notices_read(request.body);
  if (!read) return Response::problem(read.error());
  const auto unread = api.use_cases.notices.read(identity.caller, engagement_of(request), read->first, read->last);
  if (!unread) return failed(unread.error());
  return Response::json(200, wire::encode_unread(*unread));
}

Response satisfaction(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const auto months = query.number("months", 1, app::kMaxRatedMonths).value_or(12);
  if (!query.finish()) return bad_query(query.problems());
  const auto all =
      api.use_cases.ratings.by_month(identity.caller, engagement_of(request), static_cast<std::uint32_t>(months));
  if (!all) return failed(all.error());
  return Response::json(200, wire::encode(std::span<const app::MonthOfRatings>(*all)));
}

Response list_macros(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto macros = api.use_cases.macros.list(identity.caller, engagement_of(request));
  if (!macros) return failed(macros.error());
  return Response::json(200, wire::encode(std::span<const app::MacroRecord>(*macros)));
}

Response answer(int status, const app::Outcome<app::MacroRecord>& kept) {
  if (!kept) return failed(kept.error());
  return Response::json(status, wire::encode(*kept)).with("ETag", quote_change(kept->changed.at));
}

Response add_macro(Api& api, const Request& request, const Identity& identity) {
  auto macro = wire::decode_macro(request.body);
  if (!macro) return Response::problem(macro.error());
  return answer(201, api.use_cases.macros.add(identity.caller, engagement_of(request), *std::move(macro)));
}

Response change_macro(Api& api, const Request& request, const Identity& identity) {
  const auto seen = read_seen_change(request);
  if (!seen) return Response::problem(seen.error());
  auto macro = wire::decode_macro(request.body);
  if (!macro) return Response::problem(macro.error());
  return answer(200, api.use_cases.macros.change(identity.caller, engagement_of(request), request.param("macro"),
                                                 *std::move(macro), *seen));
}

Response remove_macro(Api& api, const Request& request, const Identity& identity) {
  const auto seen = read_seen_change(request);
  if (!seen) return Response::problem(seen.error());
  const auto removed =
      api.use_cases.macros.remove(identity.caller, engagement_of(request), request.param("macro"), *seen);
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

}  // namespace

void add_talk_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api);
  routes.read("/notices", list_notices);
  routes.write(Method::Post, "/notices/read", read_notices);
  routes.read("/satisfaction", satisfaction);
  routes.read("/macros", list_macros);
  routes.write(Method::Post, "/macros", add_macro);
  routes.write(Method::Patch, "/macros/{macro}", change_macro);
  routes.write(Method::Delete, "/macros/{macro}", remove_macro);
}

}  // namespace tandem::http
