#include "http/preconditions.h"

#include "crypto/crypto.h"
#include "http/limits.h"

namespace tandem::http {
namespace {

wire::Problem bad_header(std::string_view name, std::string detail) {
  return {.type = "malformed-header",
          .title = "A header cannot be read",
          .status = 400,
          .detail = detail,
          .errors = {{std::string(name), detail}}};
}

wire::Problem stale() {
  return wire::problem_of({app::FailureKind::Stale, "If-Match names no version of this", {}, {}});
}

// What stands between the quotes of the header; nothing where there is none, or it is `*`.
std::expected<std::optional<std::string_view>, wire::Problem> read_if_match(const Request& request) {
  const std::string* header = request.header("if-match");
  if (header == nullptr || *header == "*") return std::nullopt;
  std::string_view text = *header;
  // RFC 9110, 13.1.1: a weak tag never matches.
  if (text.starts_with("W/")) return std::unexpected(stale());
  if (text.size() < 2 || text.front() != '"' || text.back() != '"' || text.substr(1, text.size() - 2).contains('"')) {
    return std::unexpected(bad_header("If-Match", "If-Match is one version in quotes, as ETag gave it"));
  }
  return text.substr(1, text.size() - 2);
}

std::expected<std::optional<std::uint32_t>, wire::Problem> read_version(const Request& request) {
  const auto text = read_if_match(request);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  std::uint32_t version = 0;
  const auto [end, error] = std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), version);
  if (error != std::errc{} || end != (*text)->data() + (*text)->size()) return std::unexpected(stale());
  return version;
}

// Of everything that makes two requests the same. Lengths keep the parts apart.
app::SecretHash fingerprint(const Request& request) {
  const std::string head =
      fmt::format("{} {}?{} {}\n", to_text(request.method), request.path, request.query, request.body.size());
  return crypto::sha256({head, request.body});
}

}  // namespace

std::expected<app::CommandOptions, wire::Problem> read_preconditions(const Request& request) {
  app::CommandOptions options;
  const auto version = read_version(request);
  if (!version) return std::unexpected(version.error());
  options.if_version = *version;
  const std::string* key = request.header("idempotency-key");
  if (key == nullptr || request.method != Method::Post) return options;
  const bool is_usable = !key->empty() && key->size() <= limits::kMaxIdempotencyKey &&
                         std::ranges::all_of(*key, [](char c) { return c >= ' ' && c < '\x7f'; });
  if (!is_usable) {
    return std::unexpected(
        bad_header("Idempotency-Key",
                   fmt::format("Idempotency-Key has 1 to {} visible ASCII characters", limits::kMaxIdempotencyKey)));
  }
  options.idempotency = app::Idempotency{.key = *key, .request = fingerprint(request)};
  return options;
}

std::string quote_version(std::uint32_t version) {
  return fmt::format("\"{}\"", version);
}

std::expected<std::optional<base::Instant>, wire::Problem> read_seen_change(const Request& request) {
  const auto text = read_if_match(request);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  const auto changed = base::parse_rfc3339(**text);
  if (!changed) return std::unexpected(stale());
  return *changed;
}

std::string quote_change(base::Instant changed) {
  return fmt::format("\"{}\"", base::to_rfc3339(changed));
}

std::optional<wire::Problem> check_json_content(const Request& request) {
  const auto refuse = [](std::string detail) {
    return wire::Problem{.type = "content-type",
                         .title = "The body is not of a type taken here",
                         .status = 415,
                         .detail = std::move(detail)};
  };
  if (request.header("content-encoding") != nullptr) return refuse("bodies are taken without Content-Encoding");
  if (request.body.empty()) return std::nullopt;
  const std::string* type = request.header("content-type");
  if (type == nullptr) return refuse("say Content-Type: application/json");
  const auto semicolon = std::min(type->find(';'), type->size());
  std::string name = type->substr(0, semicolon);
  std::erase(name, ' ');
  if (!equal_ignoring_case(name, "application/json")) return refuse("the body must be application/json");
  std::string parameter = type->substr(semicolon);
  std::erase(parameter, ' ');
  const bool is_utf8 = parameter.empty() || equal_ignoring_case(parameter, ";charset=utf-8") ||
                       equal_ignoring_case(parameter, ";charset=\"utf-8\"");
  if (!is_utf8) return refuse("JSON is UTF-8");
  return std::nullopt;
}

}  // namespace tandem::http
