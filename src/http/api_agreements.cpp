// The life of an agreement: drafts, comments, proposals, signatures, versions.
#include "http/engagement_routes.h"
#include "http/path_number.h"
#include "http/preconditions.h"
#include "http/query.h"
#include "wire/agreement_json.h"
#include "wire/requests.h"

namespace tandem::http {
namespace {

Response missing(std::string_view what) {
  return failed({app::FailureKind::NotFound, fmt::format("there is no such {}", what), {}, {}});
}

Response answer(int status, const app::Outcome<app::DraftView>& draft) {
  if (!draft) return failed(draft.error());
  return Response::json(status, wire::encode(*draft)).with("ETag", quote_version(draft->draft().revision));
}

Response answer(int status, const app::Outcome<app::ProposalView>& proposal) {
  if (!proposal) return failed(proposal.error());
  return Response::json(status, wire::encode(*proposal));
}

Response overview(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto agreement = api.use_cases.agreements.overview(identity.caller, engagement_of(request));
  if (!agreement) return failed(agreement.error());
  return Response::json(200, wire::encode(*agreement));
}

Response version(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto number = number_in(request, "version");
  // Number 0 is nobody's, and whoever may not read the agreement is told that first.
  const auto found = api.use_cases.agreements.version(identity.caller, engagement_of(request), number.value_or(0));
  if (!found) return failed(found.error());
  return Response::json(200, wire::encode(*found));
}

Response draft(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto number = number_in(request, "draft").value_or(0);
  return answer(200, api.use_cases.agreements.draft(identity.caller, engagement_of(request), number));
}

Response proposal(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto number = number_in(request, "proposal").value_or(0);
  return answer(200, api.use_cases.agreements.proposal(identity.caller, engagement_of(request), number));
}

Response diff(Api& api, const Request& request, const Identity& identity) {
  if (auto bad = check_no_query(request)) return std::move(*bad);
  const auto number = number_in(request, "draft").value_or(0);
  const auto difference = api.use_cases.agreements.diff(identity.caller, engagement_of(request), number);
  if (!difference) return failed(difference.error());
  return Response::json(200, wire::encode(*difference));
}

Response begin(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto wanted = wire::decode_new_draft(request.body);
  if (!wanted) return Response::problem(wanted.error());
  const auto engagement = engagement_of(request);
  app::Agreements& agreements = api.use_cases.agreements;
  const auto* ruling = std::get_if<wire::RulingOf>(&*wanted);
  auto begun =
      ruling != nullptr
          ? agreements.begin_from_ruling(identity.caller, engagement, ruling->ticket, options.idempotency)
          : agreements.begin(identity.caller, engagement, std::get<app::DraftText>(*wanted), options.idempotency);
  if (!begun) return failed(begun.error());
  return answer(201, begun).with("Location", fmt::format("{}/{}", request.path, begun->number));
}

Response save(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto text = wire::decode_draft(request.body);
  if (!text) return Response::problem(text.error());
  const auto number = number_in(request, "draft");
  if (!number) return missing("draft");
  return answer(
      200, api.use_cases.agreements.save(identity.caller, engagement_of(request), *number, *text, options.if_version));
}

Response drop(Api& api, const Request& request, const Identity& identity, const app::CommandOptions&) {
  const auto number = number_in(request, "draft");
  if (!number) return missing("draft");
  return answer(200, api.use_cases.agreements.drop(identity.caller, engagement_of(request), *number));
}

Response comment(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  auto command = wire::decode_draft_comment(request.body);
  if (!command) return Response::problem(command.error());
  const auto number = number_in(request, "draft");
  if (!number) return missing("draft");
  command->draft = *number;
  return answer(
      201, api.use_cases.agreements.comment(identity.caller, engagement_of(request), *command, options.idempotency));
}

Response propose(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto text = wire::decode_seen_text(request.body);
  if (!text) return Response::problem(text.error());
  const auto number = number_in(request, "draft");
  if (!number) return missing("draft");
  return answer(201, api.use_cases.agreements.propose(identity.caller, engagement_of(request), *number, *text,
                                                      options.idempotency));
}

Response sign(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto text = wire::decode_seen_text(request.body);
  if (!text) return Response::problem(text.error());
  const auto number = number_in(request, "proposal");
  if (!number) return missing("proposal");
  return answer(
      201, api.use_cases.agreements.sign(identity.caller, engagement_of(request), *number, *text, options.idempotency));
}

Response refuse(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto reason = wire::decode_reason(request.body);
  if (!reason) return Response::problem(reason.error());
  const auto number = number_in(request, "proposal");
  if (!number) return missing("proposal");
  return answer(200, api.use_cases.agreements.refuse(identity.caller, engagement_of(request), *number, *reason,
                                                     options.idempotency));
}

Response withdraw(Api& api, const Request& request, const Identity& identity, const app::CommandOptions& options) {
  const auto reason = wire::decode_optional_reason(request.body);
  if (!reason) return Response::problem(reason.error());
  const auto number = number_in(request, "proposal");
  if (!number) return missing("proposal");
  return answer(200, api.use_cases.agreements.withdraw(identity.caller, engagement_of(request), *number, *reason,
                                                       options.idempotency));
}

using Change = Response (*)(Api&, const Request&, const Identity&, const app::CommandOptions&);

}  // namespace

void add_agreement_routes(Router& router, Api& api) {
  EngagementRoutes routes(router, api, "/agreements");
  const auto change = [&](Method method, std::string_view below, Change changing) {
    routes.write(method, below, [&api, changing](const Request& request, const Identity& identity) {
      const auto options = read_preconditions(request);
      if (!options) return Response::problem(options.error());
      return changing(api, request, identity, *options);
    });
  };
  routes.read("", overview);
  routes.read("/versions/{version}", version);
  change(Method::Post, "/drafts", begin);
  routes.read("/drafts/{draft}", draft);
  change(Method::Put, "/drafts/{draft}", save);
  change(Method::Delete, "/drafts/{draft}", drop);
  routes.read("/drafts/{draft}/diff", diff);
  change(Method::Post, "/drafts/{draft}/comments", comment);
  change(Method::Post, "/drafts/{draft}/proposals", propose);
  routes.read("/proposals/{proposal}", proposal);
  change(Method::Post, "/proposals/{proposal}/signatures", sign);
  change(Method::Post, "/proposals/{proposal}/refusal", refuse);
  change(Method::Post, "/proposals/{proposal}/withdrawal", withdraw);
}

}  // namespace tandem::http
