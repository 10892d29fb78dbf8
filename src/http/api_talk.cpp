// What people are told, macros, and what requesters said of how it went.
#include "http/api.h"
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
  return Response::json(status, wire::encode(*kept));
}

Response add_macro(Api& api, const Request& request, const Identity& identity) {
  auto macro = wire::decode_macro(request.body);
  if (!macro) return Response::problem(macro.error());
  return answer(201, api.use_cases.macros.add(identity.caller, engagement_of(request), *std::move(macro)));
}

Response change_macro(Api& api, const Request& request, const Identity& identity) {
  auto macro = wire::decode_macro(request.body);
  if (!macro) return Response::problem(macro.error());
  return answer(200, api.use_cases.macros.change(identity.caller, engagement_of(request), request.param("macro"),
                                                 *std::move(macro)));
}

Response remove_macro(Api& api, const Request& request, const Identity& identity) {
  const auto removed = api.use_cases.macros.remove(identity.caller, engagement_of(request), request.param("macro"));
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

}  // namespace

void add_talk_routes(Router& router, Api& api) {
  using Work = Response (*)(Api&, const Request&, const Identity&);
  const auto add = [&](Method method, std::string_view below, Work work) {
    router.add({.method = method,
                .pattern = fmt::format("/api/v1/engagements/{{engagement}}{}", below),
                .handler = known(api, [&api, work](const Request& request, const Identity& identity) {
                  return work(api, request, identity);
                })});
  };
  const auto write = [&](Method method, std::string_view below, Work work) {
    router.add({.method = method,
                .pattern = fmt::format("/api/v1/engagements/{{engagement}}{}", below),
                .handler = known(api, [&api, work](const Request& request, const Identity& identity) {
                  if (auto bad = check_no_query(request)) return std::move(*bad);
                  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
                  return work(api, request, identity);
                })});
  };
  add(Method::Get, "/notices", list_notices);
  write(Method::Post, "/notices/read", read_notices);
  add(Method::Get, "/satisfaction", satisfaction);
  add(Method::Get, "/macros", list_macros);
  write(Method::Post, "/macros", add_macro);
  write(Method::Patch, "/macros/{macro}", change_macro);
  write(Method::Delete, "/macros/{macro}", remove_macro);
}

}  // namespace tandem::http
