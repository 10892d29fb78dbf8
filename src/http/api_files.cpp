// Files of tickets: taken as they are, given back so that no browser runs them.
#include "app/media_type.h"
#include "http/api.h"
#include "http/disposition.h"
#include "http/path_number.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "http/ticket_response.h"
#include "wire/requests.h"
#include "wire/ticket_json.h"

namespace tandem::http {
namespace {

constexpr std::string_view kFiles = "/api/v1/engagements/{engagement}/tickets/{ticket}/files";
constexpr std::uint64_t kMostNumbered = std::numeric_limits<std::uint32_t>::max();
// Should a browser ever take a file for a page: one without scripts, without our origin, that loads nothing.
constexpr const char* kSandbox = "sandbox; default-src 'none'";

Response no_file() {
  return failed({app::FailureKind::NotFound, "there is no such file", {}, {}});
}

wire::Problem no_room(TransferRoom::Full full) {
  if (full == TransferRoom::Full::ForAccount) {
    return wire::problem_of({.kind = app::FailureKind::TooMany,
                             .message = "you send and fetch too much at once: wait until some of it is done",
                             .fields = {},
                             .refusal = {},
                             .retry_after = base::seconds(2)});
  }
  return wire::problem_of({app::FailureKind::Unavailable, "too many files are on their way at this moment", {}, {}});
}

// Before the first byte of a large body: nobody sends it but who may be known here.
Admission admit(Api& api, const Request& request, std::size_t size) {
  const auto identity = identify(request, api.use_cases.accounts);
  if (!identity) return std::unexpected(Response::problem(identity.error()));
  const auto* membership = identity->caller.membership(engagement_of(request));
  if (membership == nullptr)
    return std::unexpected(failed({app::FailureKind::NotFound, "there is no such engagement", {}, {}}));
  if (!app::may_open(*membership))
    return std::unexpected(failed({app::FailureKind::Forbidden, "your role does not allow this", {}, {}}));
  auto room = api.transfers.take(identity->caller.account, size);
  if (!room) return std::unexpected(Response::problem(no_room(room.error())));
  return *std::move(room);
}

desk::Visibility read_visibility(QueryReader& query, bool is_requester) {
  const auto word = query.word("visibility");
  if (!word) return is_requester ? desk::Visibility::Requester : desk::Visibility::Both;
  const auto visibility = desk::parse<desk::Visibility>(*word);
  if (!visibility) query.complain("visibility", "`visibility` is one of `requester`, `both`, `team`");
  return visibility.value_or(desk::Visibility::Both);
}

Response attach(Api& api, const Request& request, const Identity& identity) {
  const auto* membership = identity.caller.membership(engagement_of(request));
  const bool is_requester = membership != nullptr && membership->role == app::Role::Requester;
  QueryReader query(request.query);
  const auto name = query.word("name");
  if (!name) query.complain("name", "`name` says what the file is called");
  app::NewFile file;
  file.name = name.value_or("");
  file.visibility = read_visibility(query, is_requester);
  file.team = desk::TeamName(query.word("team").value_or(""));
  file.comment = static_cast<std::uint32_t>(query.number("comment", 1, kMostNumbered).value_or(0));
  if (!query.finish()) return bad_query(query.problems());
  if (request.header("content-encoding") != nullptr) {
    return Response::problem({.type = "content-type",
                              .title = "The body is not of a type taken here",
                              .status = 415,
                              .detail = "bodies are taken without Content-Encoding"});
  }
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  if (const std::string* type = request.header("content-type")) file.media_type = *type;
  file.content = request.body;
  const auto after =
      api.use_cases.tickets.attach(identity.caller, engagement_of(request), request.param("ticket"), file, *options);
  if (!after) return failed(after.error());
  return ticket_response(201, *after);
}

// RFC 9110, 13.1.2: any of a list, weakly compared.
bool is_known(const Request& request, std::string_view etag) {
  const std::string* known = request.header("if-none-match");
  return known != nullptr && (*known == "*" || known->contains(etag));
}

Response get(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto number = number_in(request, "file");
  if (!number) return no_file();
  const auto engagement = engagement_of(request);
  const auto found = api.use_cases.tickets.find_file(identity.caller, engagement, request.param("ticket"), *number);
  if (!found) return failed(found.error());
  const desk::FileAttached& file = found->file;
  const std::string etag = fmt::format("\"{}\"", file.hash.text());
  Response response;
  response.headers = {{"ETag", etag},
                      // Whether one may still read it is asked every time; what was read is not sent again.
                      {"Cache-Control", "private, no-cache"},
                      {"Content-Security-Policy", kSandbox}};
  if (is_known(request, etag)) {
    response.status = 304;
    return response;
  }
  auto room = api.transfers.take(identity.caller.account, static_cast<std::size_t>(file.size));
  if (!room) return Response::problem(no_room(room.error()));
  auto content = api.use_cases.tickets.read_content(engagement, *found);
  if (!content) return failed(content.error());
  const app::Served as = app::served_as(file.media_type, *content);
  const bool is_inline = as.showing == app::Showing::Inline;
  response.content_type = as.content_type;
  response.headers.push_back(
      {"Content-Disposition",
       content_disposition(is_inline ? Disposition::Inline : Disposition::Attachment, file.name)});
  response.body = *std::move(content);
  response.holds = *std::move(room);
  return response;
}

Response remove(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
  const auto options = read_preconditions(request);
  if (!options) return Response::problem(options.error());
  auto reason = wire::decode_reason(request.body);
  if (!reason) return Response::problem(reason.error());
  const auto number = number_in(request, "file");
  if (!number) return no_file();
  const auto after =
      api.use_cases.tickets.command(identity.caller, engagement_of(request), request.param("ticket"),
                                    desk::RemoveFile{.file = *number, .reason = *std::move(reason)}, *options);
  if (!after) return failed(after.error());
  return ticket_response(200, *after);
}

}  // namespace

void add_file_routes(Router& router, Api& api) {
  using Work = Response (*)(Api&, const Request&, const Identity&);
  const auto add = [&](Method method, std::string_view below, Work work, LargeBody body) {
    router.add({.method = method,
                .pattern = fmt::format("{}{}", kFiles, below),
                .handler = known(api, [&api, work](const Request& request,
                                                   const Identity& identity) { return work(api, request, identity); }),
                .body = std::move(body)});
  };
  add(Method::Post, "", attach,
      {.most = api.options.max_file,
       .admit = [&api](const Request& request, std::size_t size) { return admit(api, request, size); }});
  add(Method::Get, "/{file}", get, {});
  add(Method::Post, "/{file}/remove", remove, {});
}

}  // namespace tandem::http
