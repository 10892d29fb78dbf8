#include "wire/requests.h"

#include <boost/json/value.hpp>

#include "app/calendar_keys.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "json/reader.h"

namespace tandem::wire {
namespace {

using json::Lines;
using json::ObjectReader;
using json::TextRule;

constexpr std::size_t kMaxDepth = 16;  // no body of ours nests deeper than 2
constexpr TextRule kName{.max = 200, .lines = Lines::One};
constexpr TextRule kEmail{.max = 254, .lines = Lines::One};  // RFC 5321, 4.5.3.1
constexpr TextRule kPassword{.max = 1024};                   // may hold anything: it is only compared
constexpr TextRule kText{.max = desk::kMaxText};
constexpr TextRule kReference{.max = desk::kMaxReference, .lines = Lines::One};
constexpr TextRule kNeededText{.min = 1, .max = desk::kMaxText};

TextRule needed(TextRule rule) {
  rule.min = 1;
  return rule;
}

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

// Parses the body, lets `read` take its fields, and answers with what it read or with everything that was wrong.
template <class Read>
auto decode(std::string_view body, Read read) -> Decoded<std::invoke_result_t<Read, ObjectReader&>> {
  const auto value = parse(body);
  if (!value) return std::unexpected(value.error());
  std::vector<json::Problem> problems;
  ObjectReader fields(value->get_object(), "", problems);
  auto result = read(fields);
  fields.done();
  if (!problems.empty()) return invalid(problems);
  return result;
}

template <class Name>
Name name(ObjectReader& fields, std::string_view field) {
  return Name(fields.optional_text(field, kName).value_or(""));
}

// The words of an enumeration, up to the last that a request may use.
template <class Enum>
std::vector<std::string_view> words_until(Enum last) {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(desk::to_text(static_cast<Enum>(i)));
  return words;
}

template <class Enum>
std::optional<Enum> word(ObjectReader& fields, std::string_view field, Enum last) {
  const auto given = fields.optional_word(field, words_until(last));
  return given ? desk::parse<Enum>(*given) : std::nullopt;
}

desk::Requester read_requester(ObjectReader fields) {
  desk::Requester requester;
  requester.name = fields.required_text("name", needed(kName));
  requester.email = fields.optional_text("email", kEmail).value_or("");
  requester.vip = fields.optional_boolean("vip").value_or(false);
  fields.done();
  return requester;
}

std::optional<base::Instant> instant(ObjectReader& fields, std::string_view field) {
  const auto text = fields.optional_text(field, {.min = 1, .max = 40, .lines = Lines::One});
  if (!text) return std::nullopt;
  const auto at = base::parse_rfc3339(*text);
  if (!at) fields.complain(field, "is no time like 2026-10-05T14:00:00Z");
  return at;
}

// How what is opened for another ticket's sake stands to it, where the body does not say.
desk::LinkKind usual_link(desk::TicketKind kind) {
  switch (kind) {
    case desk::TicketKind::Problem: return desk::LinkKind::CauseOf;
    case desk::TicketKind::Task: return desk::LinkKind::PartOf;
    case desk::TicketKind::VendorCase: return desk::LinkKind::VendorCaseFor;
    case desk::TicketKind::Incident:
    case desk::TicketKind::Request: break;
  }
  return desk::LinkKind::Follows;
}

desk::OpenVendorCase read_vendor_case(ObjectReader fields) {
  desk::OpenVendorCase there;
  there.vendor = desk::PartyName(fields.required_text("vendor", needed(kName)));
  there.reference = fields.optional_text("reference", kReference).value_or("");
  there.chase_at = instant(fields, "chase_at");
  fields.done();
  return there;
}

void read_period(ObjectReader& fields, app::NewLeave& leave) {
  constexpr TextRule kEdge{.min = 1, .max = 40, .lines = Lines::One};
  leave.from = fields.required_text("from", kEdge);
  leave.to = fields.required_text("to", kEdge);
  leave.note = fields.optional_text("note", {.max = app::kMaxLeaveNote, .lines = Lines::One}).value_or("");
}

}  // namespace

Decoded<SignIn> decode_sign_in(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    std::string email = fields.required_text("email", kEmail);
    return SignIn{.email = std::move(email), .password = base::Secret(fields.required_text("password", kPassword))};
  });
}

Decoded<desk::OpenTicket> decode_new_ticket(std::string_view body, desk::Source source) {
  return decode(body, [&](ObjectReader& fields) {
    desk::OpenTicket command;
    command.subject = fields.required_text("subject", {.min = 1, .max = desk::kMaxSubject, .lines = Lines::One});
    command.description = fields.optional_text("description", kText).value_or("");
    // A vendor case is opened for a ticket.
    command.kind = word(fields, "kind", desk::TicketKind::Task).value_or(desk::TicketKind::Incident);
    command.category = name<desk::CategoryName>(fields, "category");
    command.priority = name<desk::PriorityName>(fields, "priority");
    command.site = name<desk::SiteName>(fields, "site");
    command.department = name<desk::DepartmentName>(fields, "department");
    command.asset_class = name<desk::AssetClassName>(fields, "asset_class");
    command.source = word(fields, "source", desk::Source::Duty).value_or(source);
    if (auto requester = fields.optional_object("requester")) command.requester = read_requester(*std::move(requester));
    return command;
  });
}

Decoded<std::vector<desk::Command>> decode_ticket_edit(std::string_view body) {
  auto commands = decode(body, [](ObjectReader& fields) {
    std::vector<desk::Command> edits;
    if (const auto to = fields.optional_text("category", kName))
      edits.emplace_back(desk::ChangeCategory{desk::CategoryName(*to)});
    if (const auto to = fields.optional_text("priority", kName))
      edits.emplace_back(desk::ChangePriority{desk::PriorityName(*to)});
    return edits;
  });
  if (commands && commands->empty())
    return invalid({{"", "there is nothing to change: give `priority`, `category` or both"}});
  return commands;
}

Decoded<desk::AddComment> decode_comment(std::string_view body, desk::Visibility visibility) {
  return decode(body, [&](ObjectReader& fields) {
    desk::AddComment command;
    command.text = fields.required_text("text", kNeededText);
    command.visibility = word(fields, "visibility", desk::Visibility::Team).value_or(visibility);
    command.team = name<desk::TeamName>(fields, "team");
    if (!command.team.empty() && command.visibility != desk::Visibility::Team)
      fields.complain("team", "goes with visibility `team` only");
    return command;
  });
}

Decoded<desk::OfferHandoff> decode_handoff(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::OfferHandoff command;
    command.to_team = desk::TeamName(fields.required_text("to_team", needed(kName)));
    command.to_person = name<desk::PersonName>(fields, "to_person");
    command.note = fields.required_text("note", kNeededText);
    return command;
  });
}

Decoded<desk::Assign> decode_assign(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return desk::Assign{desk::PersonName(fields.required_text("to", needed(kName)))};
  });
}

Decoded<desk::FlagStrategic> decode_flag_strategic(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::FlagStrategic command;
    command.activity = name<desk::ActivityName>(fields, "activity");
    command.reason = fields.required_text("reason", kNeededText);
    return command;
  });
}

Decoded<desk::GiveRuling> decode_ruling(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::GiveRuling command;
    command.team = desk::TeamName(fields.required_text("team", needed(kName)));
    command.reason = fields.required_text("reason", kNeededText);
    return command;
  });
}

Decoded<std::string> decode_reason(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.required_text("reason", kNeededText); });
}

Decoded<std::string> decode_note(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.optional_text("note", kText).value_or(""); });
}

Decoded<desk::WaitingOn> decode_wait(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    const auto on = fields.required_word("on", words_until(desk::WaitingOn::Evidence));
    return desk::parse<desk::WaitingOn>(on).value_or(desk::WaitingOn::Requester);
  });
}

Decoded<app::NewLeave> decode_new_leave(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    leave.person = desk::PersonName(fields.required_text("person", needed(kName)));
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeave> decode_leave_change(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeaveFeed> decode_new_leave_feed(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeaveFeed feed;
    feed.person = desk::PersonName(fields.required_text("person", needed(kName)));
    feed.url = fields.required_text("url", {.min = 1, .max = app::kMaxFeedUrl, .lines = Lines::One});
    feed.label = fields.required_text("label", {.min = 1, .max = app::kMaxFeedLabel, .lines = Lines::One});
    return feed;
  });
}

Decoded<std::string> decode_label(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return fields.required_text("label", {.min = 1, .max = app::kMaxCalendarKeyLabel, .lines = Lines::One});
  });
}

Decoded<NamedLink> decode_link(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    const auto kind = fields.required_word("kind", words_until(desk::LinkKind::FollowedBy));
    return NamedLink{.kind = desk::parse<desk::LinkKind>(kind).value_or(desk::LinkKind::RelatesTo),
                     .ticket = fields.required_text("ticket", needed(kName))};
  });
}

Decoded<NamedMerge> decode_merge(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    NamedMerge merge;
    merge.into = fields.required_text("into", needed(kName));
    merge.reason = fields.optional_text("reason", kText).value_or("");
    return merge;
  });
}

Decoded<app::RelatedTicket> decode_related_ticket(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::RelatedTicket related;
    related.kind = word(fields, "kind", desk::TicketKind::VendorCase).value_or(desk::TicketKind::Incident);
    related.link = word(fields, "link", desk::LinkKind::FollowedBy).value_or(usual_link(related.kind));
    related.subject = fields.required_text("subject", {.min = 1, .max = desk::kMaxSubject, .lines = Lines::One});
    related.text = fields.optional_text("text", kText).value_or("");
    related.comment = static_cast<std::uint32_t>(
        fields.optional_integer("comment", {.min = 1, .max = std::numeric_limits<std::uint32_t>::max()}).value_or(0));
    related.category = name<desk::CategoryName>(fields, "category");
    related.priority = name<desk::PriorityName>(fields, "priority");
    if (auto there = fields.optional_object("vendor_case")) related.vendor_case = read_vendor_case(*std::move(there));
    return related;
  });
}

Decoded<desk::RecordChase> decode_chase(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::RecordChase chase;
    chase.said = fields.required_text("said", kNeededText);
    chase.reference = fields.optional_text("reference", kReference).value_or("");
    chase.passed_to = name<desk::PartyName>(fields, "passed_to");
    chase.chase_at = instant(fields, "chase_at");
    return chase;
  });
}

Decoded<desk::RecordVendorAnswer> decode_vendor_answer(std::string_view body) {
  return decode(
      body, [](ObjectReader& fields) { return desk::RecordVendorAnswer{fields.required_text("said", kNeededText)}; });
}

Decoded<desk::RecordRootCause> decode_root_cause(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::RecordRootCause{fields.required_text("cause", kNeededText)}; });
}

Decoded<desk::DeclareKnownError> decode_known_error(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return desk::DeclareKnownError{fields.required_text("workaround", kNeededText)};
  });
}

Decoded<desk::DeclareMajor> decode_declare_major(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::DeclareMajor command;
    command.scenario = fields.optional_text("scenario", kName).value_or("");
    command.reason = fields.required_text("reason", kNeededText);
    return command;
  });
}

Decoded<desk::GiveMajorRole> decode_major_role(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::GiveMajorRole command;
    const auto role = fields.required_word("role", words_until(desk::MajorRole::Decide));
    command.role = desk::parse<desk::MajorRole>(role).value_or(desk::MajorRole::Lead);
    command.person = desk::PersonName(fields.required_text("person", needed(kName)));
    command.decides = fields.optional_text("decides", kReference).value_or("");
    command.reason = fields.optional_text("reason", kText).value_or("");
    if (!command.decides.empty() && command.role != desk::MajorRole::Decide)
      fields.complain("decides", "goes with the role `decide` only");
    return command;
  });
}

Decoded<desk::NoteInTimeline> decode_timeline_note(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::NoteInTimeline{fields.required_text("text", kNeededText)}; });
}

Decoded<desk::SendMajorUpdate> decode_major_update(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::SendMajorUpdate command;
    const auto to = fields.required_word("to", words_until(desk::UpdateAudience::Leadership));
    command.to = desk::parse<desk::UpdateAudience>(to).value_or(desk::UpdateAudience::Requesters);
    command.text = fields.required_text("text", kNeededText);
    return command;
  });
}

Decoded<desk::StandDown> decode_stand_down(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return desk::StandDown{fields.required_text("note", kNeededText)}; });
}

Decoded<desk::ReviewMajor> decode_review(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::ReviewMajor{fields.required_text("text", kNeededText)}; });
}

Decoded<bool> decode_nothing(std::string_view body) {
  if (body.empty()) return true;
  return decode(body, [](ObjectReader&) { return true; });
}

}  // namespace tandem::wire
