// Who is there when: the calendar, leave, and the keys of calendars that go out.
#include "app/calendar_feed.h"
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/leave_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

Response read_calendar(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const auto from = query.day("from");
  const auto to = query.day("to");
  if (!query.finish()) return bad_query(query.problems());
  if (!from || !to) return bad_query({{from ? "to" : "from", "say which days: `from` and `to`"}});
  auto calendar = app::read_calendar(identity.caller, api.use_cases.engagements, engagement_of(request), *from, *to,
                                     api.use_cases.clock.now());
  if (!calendar) return failed_query(calendar.error());
  const auto covers = api.use_cases.leave.covers(engagement_of(request));
  if (!covers) return failed(covers.error());
  for (app::PersonCalendar& person : calendar->people) {
    for (app::LeaveEntry& entry : person.leave) {
      const auto cover = entry.record ? covers->find(entry.record->id) : covers->end();
      if (cover != covers->end()) entry.cover = cover->second;
    }
  }
  return Response::json(200, wire::encode(*calendar));
}

Response list(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const auto from = query.day("from");
  const auto to = query.day("to");
  app::LeaveQuery wanted;
  wanted.person = desk::PersonName(query.word("person").value_or(""));
  if (query.flag("removed").value_or(false)) wanted.history = app::LeaveHistory::Whole;
  if (from.has_value() != to.has_value()) query.complain(from ? "to" : "from", "`from` and `to` go together");
  if (from && to && *to < *from) query.complain("to", "`to` is before `from`");
  if (!query.finish()) return bad_query(query.problems());
  const auto engagement = engagement_of(request);
  if (from && to) wanted.between = api.use_cases.leave.days(engagement, *from, *to);
  const auto entries = api.use_cases.leave.list(identity.caller, engagement, wanted);
  if (!entries) return failed(entries.error());
  return Response::json(200, wire::encode(std::span<const app::LeaveEntry>(*entries)));
}

Response record(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto wanted = wire::decode_new_leave(request.body);
  if (!wanted) return Response::problem(wanted.error());
  const auto recorded =
      api.use_cases.leave.record(identity.caller, engagement_of(request), *wanted, options->idempotency);
  if (!recorded) return failed(recorded.error());
  return Response::json(201, wire::encode(*recorded))
      .with("Location", fmt::format("{}/{}", request.path, recorded->entry.record->id.text()));
}

Response consequences(Api& api, const Request& request, const Identity& identity) {
  QueryReader query(request.query);
  const app::NewLeave wanted{.person = desk::PersonName(query.word("person").value_or("")),
                             .from = query.word("from").value_or(""),
                             .to = query.word("to").value_or(""),
                             .note = {}};
  if (!query.finish()) return bad_query(query.problems());
  const auto uncovered = api.use_cases.leave.preview(identity.caller, engagement_of(request), wanted);
  if (!uncovered) return failed_query(uncovered.error());
  return Response::json(200, wire::encode(std::span<const app::Consequence>(*uncovered)));
}

Response no_such(std::string_view what) {
  return failed({app::FailureKind::NotFound, fmt::format("there is no such {}", what), {}, {}});
}

Response change(Api& api, const Request& request, const Identity& identity) {
  const auto wanted = wire::decode_leave_change(request.body);
  if (!wanted) return Response::problem(wanted.error());
  const auto id = app::LeaveId::parse(request.param("leave"));
  if (!id) return no_such("leave");
  const auto changed = api.use_cases.leave.change(identity.caller, engagement_of(request), *id, *wanted);
  if (!changed) return failed(changed.error());
  return Response::json(200, wire::encode(*changed));
}

Response remove(Api& api, const Request& request, const Identity& identity) {
  const auto id = app::LeaveId::parse(request.param("leave"));
  if (!id) return no_such("leave");
  const auto removed = api.use_cases.leave.remove(identity.caller, engagement_of(request), *id);
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

Response list_feeds(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto feeds = api.use_cases.leave_feeds.list(identity.caller, engagement_of(request));
  if (!feeds) return failed(feeds.error());
  return Response::json(200, wire::encode(std::span<const app::LeaveFeedEntry>(*feeds)));
}

Response add_feed(Api& api, const Request& request, const Identity& identity) {
  const auto wanted = wire::decode_new_leave_feed(request.body);
  if (!wanted) return Response::problem(wanted.error());
  const auto added = api.use_cases.leave_feeds.add(identity.caller, engagement_of(request), *wanted);
  if (!added) return failed(added.error());
  return Response::json(201, wire::encode(*added));
}

Response remove_feed(Api& api, const Request& request, const Identity& identity) {
  const auto id = app::LeaveFeedId::parse(request.param("feed"));
  if (!id) return no_such("calendar");
  const auto removed = api.use_cases.leave_feeds.remove(identity.caller, engagement_of(request), *id);
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

// For programs that can only fetch an address: the key in it says who asks, and nothing else does.
Response calendar_text(Api& api, const Request& request) {
  QueryReader query(request.query);
  const auto key = query.word("key").value_or("");
  const auto busy = query.word("busy");
  if (busy && *busy != "0" && *busy != "1") query.complain("busy", "`busy` is `0` or `1`");
  if (!query.finish()) return bad_query(query.problems());
  const auto opened = api.use_cases.calendar_keys.open(engagement_of(request), key);
  if (!opened) return failed(opened.error());
  const auto detail = busy == "1" ? app::CalendarDetail::BusyOnly : app::CalendarDetail::Full;
  auto text = app::calendar_feed(*opened, api.use_cases.engagements, detail, api.use_cases.clock.now());
  if (!text) return failed(text.error());
  Response response = Response::text(200, *std::move(text));
  response.content_type = "text/calendar; charset=utf-8";
  return response;
}

Response list_keys(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto keys = api.use_cases.calendar_keys.list(identity.caller, engagement_of(request));
  if (!keys) return failed(keys.error());
  return Response::json(200, wire::encode(std::span<const app::CalendarKeyRecord>(*keys)));
}

Response create_key(Api& api, const Request& request, const Identity& identity) {
  const auto label = wire::decode_label(request.body);
  if (!label) return Response::problem(label.error());
  const auto made = api.use_cases.calendar_keys.create(identity.caller, engagement_of(request), *label);
  if (!made) return failed(made.error());
  return Response::json(201, wire::encode(*made));
}

Response revoke_key(Api& api, const Request& request, const Identity& identity) {
  const auto id = app::CalendarKeyId::parse(request.param("key"));
  if (!id) return no_such("calendar key");
  const auto revoked = api.use_cases.calendar_keys.revoke(identity.caller, engagement_of(request), *id);
  if (!revoked) return failed(revoked.error());
  return Response::no_content();
}

}  // namespace

void add_leave_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api);
  routes.read("/calendar", read_calendar);
  routes.read("/leave", list);
  routes.write(Method::Post, "/leave", record);
  routes.read("/leave/consequences", consequences);
  routes.write(Method::Patch, "/leave/{leave}", change);
  routes.write(Method::Delete, "/leave/{leave}", remove);
  routes.read("/leave-feeds", list_feeds);
  routes.write(Method::Post, "/leave-feeds", add_feed);
  routes.write(Method::Delete, "/leave-feeds/{feed}", remove_feed);
  // For whoever has its key, which is in the query: nobody signs in.
  router.add({.method = Method::Get,
              .pattern = "/api/v1/engagements/{engagement}/calendar.ics",
              .handler = [&api](const Request& request) { return calendar_text(api, request); }});
  routes.read("/calendar-keys", list_keys);
  routes.write(Method::Post, "/calendar-keys", create_key);
  routes.write(Method::Delete, "/calendar-keys/{key}", revoke_key);
}

}  // namespace tandem::http
