// The request catalogue: its forms, asking for something with one, and starting a checklist on a ticket.
#include "http/engagement_routes.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/catalogue_json.h"
#include "wire/requests.h"
#include "wire/ticket_json.h"

namespace tandem::http {
namespace {

Response ticket_response(int status, const app::TicketView& view) {
  return Response::json(status, wire::encode(view)).with("ETag", quote_version(view.ticket.version));
}

Response answer(int status, const app::Outcome<app::FormRecord>& kept) {
  if (!kept) return failed(kept.error());
  return Response::json(status, wire::encode(*kept)).with("ETag", quote_change(kept->changed.at));
}

Response list_forms(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto forms = api.use_cases.catalogue.list(identity.caller, engagement_of(request));
  if (!forms) return failed(forms.error());
  return Response::json(200, wire::encode(std::span<const app::FormRecord>(*forms)));
}

Response get_form(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  return answer(200, api.use_cases.catalogue.get(identity.caller, engagement_of(request), request.param("form")));
}

Response add_form(Api& api, const Request& request, const Identity& identity) {
  auto form = wire::decode_form(request.body);
  if (!form) return Response::problem(form.error());
  return answer(201, api.use_cases.catalogue.add(identity.caller, engagement_of(request), *std::move(form)));
}

Response change_form(Api& api, const Request& request, const Identity& identity) {
  const auto seen = read_seen_change(request);
  if (!seen) return Response::problem(seen.error());
  auto form = wire::decode_form(request.body);
  if (!form) return Response::problem(form.error());
  return answer(200, api.use_cases.catalogue.change(identity.caller, engagement_of(request), request.param("form"),
                                                    *std::move(form), *seen));
}

Response remove_form(Api& api, const Request& request, const Identity& identity) {
  const auto seen = read_seen_change(request);
  if (!seen) return Response::problem(seen.error());
  const auto removed =
      api.use_cases.catalogue.remove(identity.caller, engagement_of(request), request.param("form"), *seen);
  if (!removed) return failed(removed.error());
  return Response::no_content();
}

Response ask(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto asked = wire::decode_form_request(request.body);
  if (!asked) return Response::problem(asked.error());
  const auto engagement = engagement_of(request);
  const auto opened = api.use_cases.catalogue.ask(identity.caller, engagement, *asked, *options);
  // Into a category whose tickets whoever asks may not read: done, and nothing to show.
  if (!opened && opened.error().kind == app::FailureKind::Hidden) return Response::no_content();
  if (!opened) return failed(opened.error());
  return ticket_response(201, *opened)
      .with("Location", fmt::format("/api/v1/engagements/{}/tickets/{}", engagement.text(), opened->ticket.id.text()));
}

Response start_checklist(Api& api, const Request& request, const Identity& identity) {
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  const auto start = wire::decode_checklist_start(request.body);
  if (!start) return Response::problem(start.error());
  const auto done =
      api.use_cases.catalogue.start(identity.caller, engagement_of(request), request.param("ticket"), *start, *options);
  if (!done) return failed(done.error());
  return ticket_response(201, *done);
}

}  // namespace

void add_catalogue_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api);
  routes.read("/forms", list_forms);
  routes.write(Method::Post, "/forms", add_form);
  routes.read("/forms/{form}", get_form);
  routes.write(Method::Patch, "/forms/{form}", change_form);
  routes.write(Method::Delete, "/forms/{form}", remove_form);
  routes.write(Method::Post, "/requests", ask);
  routes.write(Method::Post, "/tickets/{ticket}/checklists", start_checklist);
}

}  // namespace tandem::http
