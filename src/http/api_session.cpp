// Signing in and out.
#include "http/api.h"
#include "http/cookies.h"
#include "http/preconditions.h"
#include "http/summaries.h"
#include "wire/requests.h"
#include "wire/session_json.h"

namespace tandem::http {
namespace {

Response describe(Api& api, int status, const app::Caller& caller, const app::SessionRecord* record) {
  const auto summaries = summarize(caller, api.use_cases);
  if (!summaries) return failed(summaries.error());
  return Response::json(status, wire::encode_session(caller, record, summaries->lines, api.options.max_file));
}

std::string session_cookie(const Api& api, std::string_view value, base::Duration lifetime) {
  return write_session_cookie(value, lifetime, api.options.secure_cookies ? SecureCookie::Yes : SecureCookie::No);
}

Response sign_in(Api& api, const Request& request) {
  // There is no session yet to hold a CSRF value: a browser's own words have to do.
  if (const auto problem = check_same_site(request)) return Response::problem(*problem);
  if (const auto problem = check_json_content(request)) return Response::problem(*problem);
  auto body = wire::decode_sign_in(request.body);
  if (!body) return Response::problem(body.error());
  const auto pass = api.sign_ins.enter();
  if (!pass) return failed({app::FailureKind::Unavailable, "too many people sign in at this moment", {}, {}});
  auto session = api.use_cases.accounts.sign_in(body->email, body->password);
  if (!session) return failed(session.error());
  return describe(api, 201, session->caller, &session->record)
      .with("Set-Cookie", session_cookie(api, session->cookie.reveal(), app::Accounts::kSessionLength));
}

Response sign_out(Api& api, const Identity& identity) {
  if (identity.credential.kind == CredentialKind::Bearer) {
    return failed(
        {app::FailureKind::Forbidden, "a token is not a session: it is removed with `tandem token remove`", {}, {}});
  }
  const auto done = api.use_cases.accounts.sign_out(identity.credential.value);
  if (!done) return failed(done.error());
  return Response::no_content().with("Set-Cookie", session_cookie(api, "", base::Duration::zero()));
}

}  // namespace

void add_session_routes(Router& router, Api& api) {
  constexpr const char* kPath = "/api/v1/session";
  router.add({.method = Method::Get,
              .pattern = kPath,
              .handler = known(api, [&api](const Request& request, const Identity& identity) {
                if (auto bad = check_no_query(request)) return std::move(*bad);
                return describe(api, 200, identity.caller, identity.session ? &*identity.session : nullptr);
              })});
  router.add({.method = Method::Post, .pattern = kPath, .handler = [&api](const Request& request) {
                return sign_in(api, request);
              }});
  router.add(
      {.method = Method::Delete,
       .pattern = kPath,
       .handler = known(api, [&api](const Request&, const Identity& identity) { return sign_out(api, identity); })});
}

}  // namespace tandem::http
