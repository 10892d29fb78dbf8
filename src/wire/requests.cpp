#include "wire/requests.h"

#include <boost/json/value.hpp>

#include "desk/decide.h"
#include "wire/body.h"

namespace tandem::wire {
namespace {

constexpr std::size_t kMaxDepth = 16;  // no body of ours nests deeper than 2
constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxEmail = 254;  // RFC 5321, 4.5.3.1
constexpr std::size_t kMaxPassword = 1024;

Problem malformed(std::string detail) {
  return {.type = "malformed-json",
          .title = "The body is not well-formed JSON",
          .status = 400,
          .detail = std::move(detail)};
}

std::unexpected<Problem> invalid(Problems problems) {
  std::string detail = problems.size() == 1 ? problems.front().message
                                            : fmt::format("{} fields cannot be taken as they are", problems.size());
  return std::unexpected(Problem{.type = "invalid-request",
                                 .title = "The request cannot be taken as it is",
                                 .status = 422,
                                 .detail = std::move(detail),
                                 .errors = std::move(problems)});
}

Decoded<json::Value> parse(std::string_view body) {
  if (body.empty()) return std::unexpected(malformed("the body is empty; a JSON object is needed"));
  auto value = json::parse(body, {.bytes = body.size(), .depth = kMaxDepth});
  if (value) return *std::move(value);
  const json::ParseError& error = value.error();
  return std::unexpected(malformed(fmt::format("line {}, column {}: {}", error.line, error.column, error.message)));
}

// Parses the body, lets `read` take its fields, and answers with what it read or with everything that was wrong.
template <class Read>
auto decode(std::string_view body, Read read) -> Decoded<std::invoke_result_t<Read, Body&, Problems&>> {
  const auto value = parse(body);
  if (!value) return std::unexpected(value.error());
  Problems problems;
  Body fields(*value, "", problems);
  auto result = read(fields, problems);
  fields.finish();
  if (!problems.empty()) return invalid(std::move(problems));
  return result;
}

template <class Name>
Name name(Body& body, std::string_view field) {
  return Name(body.line(field, {.most = kMaxName}));
}

desk::Requester read_requester(const json::Value& value, Problems& problems) {
  Body body(value, "/requester", problems);
  desk::Requester requester;
  requester.name = body.line("name", {.required = true, .least = 1, .most = kMaxName});
  requester.email = body.line("email", {.most = kMaxEmail});
  requester.vip = body.flag("vip");
  body.finish();
  return requester;
}

constexpr TextRule kNeededText{.required = true, .least = 1, .most = desk::kMaxText};

}  // namespace

Decoded<SignIn> decode_sign_in(std::string_view body) {
  return decode(body, [](Body& fields, Problems&) {
    std::string email = fields.line("email", {.required = true, .most = kMaxEmail});
    // A password may hold anything; it is only compared.
    return SignIn{.email = std::move(email),
                  .password = base::Secret(fields.text("password", {.required = true, .most = kMaxPassword}))};
  });
}

Decoded<desk::OpenTicket> decode_new_ticket(std::string_view body, desk::Source source) {
  return decode(body, [&](Body& fields, Problems& problems) {
    desk::OpenTicket command;
    command.subject = fields.line("subject", {.required = true, .least = 1, .most = desk::kMaxSubject});
    command.description = fields.text("description", {.most = desk::kMaxText});
    command.kind = fields.word("kind", desk::TicketKind::Request).value_or(desk::TicketKind::Incident);
    command.category = name<desk::CategoryName>(fields, "category");
    command.priority = name<desk::PriorityName>(fields, "priority");
    command.site = name<desk::SiteName>(fields, "site");
    command.department = name<desk::DepartmentName>(fields, "department");
    command.asset_class = name<desk::AssetClassName>(fields, "asset_class");
    command.source = fields.word("source", desk::Source::Duty).value_or(source);
    if (const json::Value* requester = fields.child("requester"))
      command.requester = read_requester(*requester, problems);
    return command;
  });
}

Decoded<std::vector<desk::Command>> decode_ticket_edit(std::string_view body) {
  return decode(body, [](Body& fields, Problems& problems) {
    std::vector<desk::Command> commands;
    if (fields.child("category") != nullptr)
      commands.emplace_back(desk::ChangeCategory{name<desk::CategoryName>(fields, "category")});
    if (fields.child("priority") != nullptr)
      commands.emplace_back(desk::ChangePriority{name<desk::PriorityName>(fields, "priority")});
    if (commands.empty()) problems.push_back({"", "there is nothing to change: give `priority`, `category` or both"});
    return commands;
  });
}

Decoded<desk::AddComment> decode_comment(std::string_view body, desk::Visibility visibility) {
  return decode(body, [&](Body& fields, Problems&) {
    desk::AddComment command;
    command.text = fields.text("text", kNeededText);
    command.visibility = fields.word("visibility", desk::Visibility::Team).value_or(visibility);
    command.team = name<desk::TeamName>(fields, "team");
    if (!command.team.empty() && command.visibility != desk::Visibility::Team) {
      fields.complain("team", "`team` goes with visibility `team` only");
    }
    return command;
  });
}

Decoded<desk::OfferHandoff> decode_handoff(std::string_view body) {
  return decode(body, [](Body& fields, Problems&) {
    desk::OfferHandoff command;
    command.to_team = desk::TeamName(fields.line("to_team", {.required = true, .least = 1, .most = kMaxName}));
    command.to_person = name<desk::PersonName>(fields, "to_person");
    command.note = fields.text("note", kNeededText);
    return command;
  });
}

Decoded<std::string> decode_reason(std::string_view body) {
  return decode(body, [](Body& fields, Problems&) { return fields.text("reason", kNeededText); });
}

Decoded<std::string> decode_note(std::string_view body) {
  return decode(body, [](Body& fields, Problems&) { return fields.text("note", {.most = desk::kMaxText}); });
}

Decoded<desk::WaitingOn> decode_wait(std::string_view body) {
  return decode(body, [](Body& fields, Problems&) {
    fields.require("on");
    return fields.word("on", desk::WaitingOn::Evidence).value_or(desk::WaitingOn::Requester);
  });
}

Decoded<bool> decode_nothing(std::string_view body) {
  if (body.empty()) return true;
  return decode(body, [](Body&, Problems&) { return true; });
}

}  // namespace tandem::wire
