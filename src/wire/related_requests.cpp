#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

constexpr TextRule kReference{.max = desk::kMaxReference, .lines = Lines::One};

// How what is opened for another ticket's sake stands to it, where the body does not say.
desk::LinkKind usual_link(desk::TicketKind kind) {
  switch (kind) {
    case desk::TicketKind::Problem: return desk::LinkKind::CauseOf;
    case desk::TicketKind::Task: return desk::LinkKind::PartOf;
    case desk::TicketKind::VendorCase: return desk::LinkKind::VendorCaseFor;
    case desk::TicketKind::Incident:
    case desk::TicketKind::Request:
    case desk::TicketKind::Change:
    case desk::TicketKind::Decision: break;
  }
  return desk::LinkKind::Follows;
}

desk::OpenVendorCase read_vendor_case(ObjectReader fields) {
  desk::OpenVendorCase there;
  there.vendor = desk::PartyName(fields.required_text("vendor", needed(kName)));
  there.reference = fields.optional_text("reference", kReference).value_or("");
  there.chase_at = fields.optional_instant("chase_at");
  fields.done();
  return there;
}

NamedLink read_link(ObjectReader& fields) {
  const auto kind = fields.required_word("kind", words_until(desk::LinkKind::FollowedBy));
  return {.kind = desk::parse<desk::LinkKind>(kind).value_or(desk::LinkKind::RelatesTo),
          .ticket = fields.required_text("ticket", needed(kName)),
          .reason = {}};
}

}  // namespace

Decoded<NamedLink> decode_link(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return read_link(fields); });
}

Decoded<NamedLink> decode_unlink(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    NamedLink link = read_link(fields);
    link.reason = fields.optional_text("reason", kText).value_or("");
    return link;
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
    chase.chase_at = fields.optional_instant("chase_at");
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

}  // namespace tandem::wire
