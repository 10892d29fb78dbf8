#include "wire/problem.h"

#include "wire/writer.h"

namespace tandem::wire {
namespace {

struct Kind {
  std::string_view type;
  std::string_view title;
  int status;
};

Kind kind_of(app::FailureKind kind) {
  switch (kind) {
    case app::FailureKind::Unauthenticated: return {"unauthenticated", "Sign in first", 401};
    case app::FailureKind::Forbidden: return {"forbidden", "Not allowed", 403};
    case app::FailureKind::NotFound: return {"not-found", "Not found", 404};
    case app::FailureKind::Invalid: return {"invalid-request", "The request cannot be taken as it is", 422};
    case app::FailureKind::Refused: return {"refused", "The desk said no", 409};
    // Where a path has no better answer: what is confidential does not exist.
    case app::FailureKind::Hidden: return {"not-found", "Not found", 404};
    case app::FailureKind::Stale: return {"stale", "Changed in the meantime", 412};
    case app::FailureKind::IdempotencyMismatch:
      return {"idempotency-mismatch", "The key was used for another request", 422};
    case app::FailureKind::TooMany: return {"too-many-attempts", "Too many attempts", 429};
    case app::FailureKind::Unavailable: return {"unavailable", "Try again later", 503};
    case app::FailureKind::Internal: return {"internal", "Something went wrong here", 500};
  }
  return {"internal", "Something went wrong here", 500};
}

int seconds_to_wait(const app::Failure& failure) {
  if (failure.kind == app::FailureKind::Unavailable) return 1;
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(failure.retry_after).count());
}

}  // namespace

Problem problem_of(const app::Failure& failure) {
  const Kind kind = kind_of(failure.kind);
  Problem problem{.type = std::string(kind.type),
                  .title = std::string(kind.title),
                  .status = kind.status,
                  .detail = failure.message,
                  .errors = failure.fields,
                  .retry_after_seconds = seconds_to_wait(failure)};
  if (failure.kind == app::FailureKind::Refused && failure.refusal) {
    problem.type = fmt::format("refused/{}", desk::to_text(*failure.refusal));
  }
  return problem;
}

std::string encode(const Problem& problem) {
  Writer json;
  json.begin_object();
  json.field("type", fmt::format("{}{}", kProblemBase, problem.type));
  json.field("title", problem.title);
  json.field("status", problem.status);
  json.field("detail", problem.detail);
  if (!problem.instance.empty()) json.field("instance", problem.instance);
  if (!problem.errors.empty()) {
    json.key("errors");
    json.begin_array();
    for (const app::FieldProblem& each : problem.errors) {
      json.begin_object();
      json.field("pointer", each.pointer);
      json.field("message", each.message);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
