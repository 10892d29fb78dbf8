// The bodies of requests as commands. What cannot be read is a problem that names every place: 400 when the body is not
// JSON at all, 422 when it does not say what is asked for.
//
//   auto command = decode_new_ticket(request.body, desk::Source::Api);
//   if (!command) return Response::problem(command.error());
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/agreements.h"
#include "app/catalogue.h"
#include "app/leave.h"
#include "app/leave_feeds.h"
#include "app/macro_records.h"
#include "app/presence.h"
#include "app/tickets.h"
#include "app/vips.h"
#include "base/secret.h"
#include "desk/command.h"
#include "wire/problem.h"

namespace tandem::wire {

template <class T>
using Decoded = std::expected<T, Problem>;

struct SignIn {
  std::string email;
  base::Secret password;
};

[[nodiscard]] Decoded<SignIn> decode_sign_in(std::string_view body);
// `source` and `visibility`: when the body leaves them out.
[[nodiscard]] Decoded<desk::OpenTicket> decode_new_ticket(std::string_view body, desk::Source source);
[[nodiscard]] Decoded<std::vector<desk::Command>> decode_ticket_edit(std::string_view body);
[[nodiscard]] Decoded<desk::AddComment> decode_comment(std::string_view body, desk::Visibility visibility);
[[nodiscard]] Decoded<desk::OfferHandoff> decode_handoff(std::string_view body);
[[nodiscard]] Decoded<desk::Assign> decode_assign(std::string_view body);
[[nodiscard]] Decoded<desk::FlagStrategic> decode_flag_strategic(std::string_view body);
[[nodiscard]] Decoded<desk::GiveRuling> decode_ruling(std::string_view body);
[[nodiscard]] Decoded<desk::AnswerChange> decode_change_answer(std::string_view body);
[[nodiscard]] Decoded<desk::RescheduleChange> decode_change_window(std::string_view body);
[[nodiscard]] Decoded<desk::FinishChange> decode_change_finish(std::string_view body);
[[nodiscard]] Decoded<desk::ReviewChange> decode_change_review(std::string_view body);
[[nodiscard]] Decoded<std::string> decode_reason(std::string_view body);
[[nodiscard]] Decoded<std::string> decode_note(std::string_view body);
[[nodiscard]] Decoded<desk::WaitingOn> decode_wait(std::string_view body);
[[nodiscard]] Decoded<app::NewLeave> decode_new_leave(std::string_view body);
[[nodiscard]] Decoded<app::NewLeave> decode_leave_change(std::string_view body);  // without the person
[[nodiscard]] Decoded<app::NewLeaveFeed> decode_new_leave_feed(std::string_view body);
[[nodiscard]] Decoded<std::string> decode_label(std::string_view body);
[[nodiscard]] Decoded<desk::Watch> decode_watch(std::string_view body);  // no body: oneself
[[nodiscard]] Decoded<desk::ChangeTags> decode_tags(std::string_view body);
[[nodiscard]] Decoded<desk::RateService> decode_rating(std::string_view body);
// A change of many tickets, as the commands that it is for each.
struct BulkEdit {
  std::vector<std::string> tickets;
  std::vector<desk::Command> commands;
};
[[nodiscard]] Decoded<BulkEdit> decode_bulk_edit(std::string_view body);
// Without id, engagement and who changed it.
[[nodiscard]] Decoded<app::MacroRecord> decode_macro(std::string_view body);
struct NoticesRead {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};
[[nodiscard]] Decoded<NoticesRead> decode_notices_read(std::string_view body);
[[nodiscard]] Decoded<desk::GiveAdvice> decode_advice(std::string_view body);
[[nodiscard]] Decoded<desk::Recommend> decode_recommendation(std::string_view body);  // without its salt
[[nodiscard]] Decoded<desk::TakeDecision> decode_taken_decision(std::string_view body);
// Another ticket is named as people name it; who asks finds it (app::Tickets::find_ticket).
struct NamedLink {
  desk::LinkKind kind = desk::LinkKind::RelatesTo;
  std::string ticket;
  std::string reason;  // of taking it back
};
struct NamedMerge {
  std::string into;
  std::string reason;
};
[[nodiscard]] Decoded<NamedLink> decode_link(std::string_view body);
[[nodiscard]] Decoded<NamedLink> decode_unlink(std::string_view body);
[[nodiscard]] Decoded<NamedMerge> decode_merge(std::string_view body);
[[nodiscard]] Decoded<app::RelatedTicket> decode_related_ticket(std::string_view body);
[[nodiscard]] Decoded<desk::RecordChase> decode_chase(std::string_view body);
[[nodiscard]] Decoded<desk::RecordVendorAnswer> decode_vendor_answer(std::string_view body);
[[nodiscard]] Decoded<desk::RecordRootCause> decode_root_cause(std::string_view body);
[[nodiscard]] Decoded<desk::DeclareKnownError> decode_known_error(std::string_view body);
[[nodiscard]] Decoded<desk::DeclareMajor> decode_declare_major(std::string_view body);
[[nodiscard]] Decoded<desk::GiveMajorRole> decode_major_role(std::string_view body);
[[nodiscard]] Decoded<desk::NoteInTimeline> decode_timeline_note(std::string_view body);
[[nodiscard]] Decoded<desk::SendMajorUpdate> decode_major_update(std::string_view body);
[[nodiscard]] Decoded<desk::StandDown> decode_stand_down(std::string_view body);
[[nodiscard]] Decoded<desk::ReviewMajor> decode_review(std::string_view body);
// For commands that take no body: nothing, or an empty object.
[[nodiscard]] Decoded<bool> decode_nothing(std::string_view body);

// A new draft: its text, or the ticket whose ruling is to become one.
struct RulingOf {
  std::string ticket;
};
[[nodiscard]] Decoded<std::variant<app::DraftText, RulingOf>> decode_new_draft(std::string_view body);
[[nodiscard]] Decoded<app::DraftText> decode_draft(std::string_view body);
[[nodiscard]] Decoded<desk::CommentOnDraft> decode_draft_comment(std::string_view body);  // without the draft's number
[[nodiscard]] Decoded<desk::TextHash> decode_seen_text(std::string_view body);
[[nodiscard]] Decoded<std::string> decode_optional_reason(std::string_view body);
[[nodiscard]] Decoded<app::PresenceWord> decode_presence(std::string_view body);

// The request catalogue. What a form or an answer may be is the desk's to say; here they only have the right shape.
[[nodiscard]] Decoded<desk::RequestForm> decode_form(std::string_view body);  // without its id
[[nodiscard]] Decoded<app::FormRequest> decode_form_request(std::string_view body);
[[nodiscard]] Decoded<app::FormRequest> decode_checklist_start(std::string_view body);
[[nodiscard]] Decoded<desk::SetDueDate> decode_due_date(std::string_view body);
[[nodiscard]] Decoded<app::NewVip> decode_new_vip(std::string_view body);

// What was done alone: a decision is named as people name it (app::Tickets::find_ticket).
struct NamedAction {
  desk::RecordAction action;  // without `decided_by`
  std::string decided_by;     // empty: none
};
[[nodiscard]] Decoded<NamedAction> decode_action(std::string_view body);
[[nodiscard]] Decoded<desk::AnswerAction> decode_action_answer(std::string_view body);  // without its number
[[nodiscard]] Decoded<desk::ArrangeCover> decode_cover(std::string_view body);

}  // namespace tandem::wire
