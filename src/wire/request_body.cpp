#include "wire/request_body.h"

namespace tandem::wire {
namespace {

constexpr std::size_t kMaxDepth = 16;  // no body of ours nests deeper than 4

Problem malformed(std::string detail) {
  return {.type = "malformed-json",
          .title = "The body is not well-formed JSON",
          .status = 400,
          .detail = std::move(detail)};
}

// One problem is said whole in the detail, as there is often nobody who looks for its field.
std::string detail_of(const std::vector<json::Problem>& problems) {
  if (problems.size() > 1) return fmt::format("{} fields cannot be taken as they are", problems.size());
  const auto& [pointer, message] = problems.front();
  return pointer.empty() ? message : fmt::format("`{}` {}", pointer.substr(1), message);
}

}  // namespace

TextRule needed(TextRule rule) {
  rule.min = 1;
  return rule;
}

std::unexpected<Problem> invalid(const std::vector<json::Problem>& problems) {
  Problem problem{.type = "invalid-request",
                  .title = "The request cannot be taken as it is",
                  .status = 422,
                  .detail = detail_of(problems)};
  for (const json::Problem& each : problems) problem.errors.push_back({each.pointer, each.message});
  return std::unexpected(std::move(problem));
}

Decoded<json::Value> parse(std::string_view body) {
  if (body.empty()) return std::unexpected(malformed("the body is empty; a JSON object is needed"));
  auto value = json::parse(body, {.bytes = body.size(), .depth = kMaxDepth});
  if (!value) {
    const json::ParseError& error = value.error();
    return std::unexpected(malformed(fmt::format("line {}, column {}: {}", error.line, error.column, error.message)));
  }
  if (!value->is_object()) return invalid({{"", "the body must be an object"}});
  return *std::move(value);
}

desk::Requester read_requester(ObjectReader fields) {
  desk::Requester requester;
  requester.name = fields.required_text("name", needed(kName));
  requester.email = fields.optional_text("email", kEmail).value_or("");
  requester.vip = fields.optional_boolean("vip").value_or(false);
  fields.done();
  return requester;
}

std::optional<desk::Cost> read_cost(std::optional<ObjectReader> fields) {
  if (!fields) return std::nullopt;
  desk::Cost cost;
  cost.hundredths =
      static_cast<std::uint64_t>(fields->required_integer("hundredths", {.min = 0, .max = desk::kMaxCost}));
  cost.currency = fields->required_text("currency", {.min = 3, .max = 3, .lines = Lines::One});
  fields->done();
  return cost;
}

}  // namespace tandem::wire
