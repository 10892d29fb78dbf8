#include "http/identity.h"

#include "crypto/crypto.h"
#include "http/cookies.h"

namespace tandem::http {
namespace {

wire::Problem cross_site() {
  return {.type = "cross-site",
          .title = "Sent by another site",
          .status = 403,
          .detail = "the browser says that another site made it send this request"};
}

// "https://desk.example:8443" → "desk.example:8443". Empty for "null" and whatever is no origin of ours.
std::string_view host_of_origin(std::string_view origin) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (origin.starts_with(scheme)) return origin.substr(scheme.size());
  }
  return {};
}

}  // namespace

std::optional<Credential> find_credential(const Request& request) {
  if (const std::string* authorization = request.header("authorization")) {
    constexpr std::string_view kScheme = "Bearer ";
    // A scheme we do not know is still an attempt to sign in: it must not fall back to a cookie.
    const bool is_bearer = equal_ignoring_case(std::string_view(*authorization).substr(0, kScheme.size()), kScheme);
    return Credential{CredentialKind::Bearer, is_bearer ? authorization->substr(kScheme.size()) : std::string()};
  }
  const std::string* cookies = request.header("cookie");
  if (cookies == nullptr) return std::nullopt;
  const auto value = find_cookie(*cookies, kSessionCookie);
  if (!value || value->empty()) return std::nullopt;
  return Credential{CredentialKind::Cookie, std::string(*value)};
}

app::Outcome<Identity> identify(const Credential& credential, app::Accounts& accounts) {
  if (credential.kind == CredentialKind::Bearer) {
    auto caller = accounts.caller_of_token(credential.value);
    if (!caller) return std::unexpected(std::move(caller).error());
    return Identity{.caller = *std::move(caller), .credential = credential, .session = std::nullopt};
  }
  auto known = accounts.caller_of_session(credential.value);
  if (!known) return std::unexpected(std::move(known).error());
  return Identity{.caller = std::move(known->caller), .credential = credential, .session = std::move(known->record)};
}

std::optional<wire::Problem> check_same_site(const Request& request) {
  if (const std::string* site = request.header("sec-fetch-site");
      site != nullptr && *site != "same-origin" && *site != "none")
    return cross_site();
  // A proxy in front may speak https where we speak http, so the names are compared and not the schemes.
  if (const std::string* origin = request.header("origin");
      origin != nullptr && !equal_ignoring_case(host_of_origin(*origin), request.host)) {
    return cross_site();
  }
  return std::nullopt;
}

std::expected<Identity, wire::Problem> identify(const Request& request, app::Accounts& accounts) {
  const auto credential = find_credential(request);
  if (!credential) {
    return std::unexpected(
        wire::problem_of({app::FailureKind::Unauthenticated, "sign in, or send a bearer token", {}, {}}));
  }
  auto identity = identify(*credential, accounts);
  if (!identity) return std::unexpected(wire::problem_of(identity.error()));
  if (is_safe(request.method) || credential->kind == CredentialKind::Bearer) return *std::move(identity);
  if (auto problem = check_same_site(request)) return std::unexpected(std::move(*problem));
  const std::string* token = request.header("x-csrf-token");
  if (token == nullptr || !crypto::equal(*token, identity->session->csrf)) {
    return std::unexpected(wire::Problem{.type = "csrf",
                                         .title = "No proof that our own page sent this",
                                         .status = 403,
                                         .detail = "send the session's `csrf` value in X-CSRF-Token"});
  }
  return *std::move(identity);
}

}  // namespace tandem::http
