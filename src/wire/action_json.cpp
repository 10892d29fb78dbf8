#include "wire/action_json.h"

#include "wire/parts.h"

namespace tandem::wire {
namespace {

void write_answer(Writer& json, const std::optional<desk::DoneAction::Answer>& answer) {
  if (!answer) return json.null();
  json.begin_object();
  json.field("answer", desk::to_text(answer->answer));
  json.field_or_null("words", std::string_view(answer->words));
  json.field("at", answer->at);
  json.key("by");
  write(json, answer->by);
  json.end_object();
}

// The members of an action's object; the object is the caller's.
void write_fields(Writer& json, const desk::DoneAction& action, bool may_answer, std::string_view prefix) {
  const desk::ActionRecorded& recorded = action.recorded;
  json.field("number", recorded.action);
  json.field("name", recorded.name);
  json.field_or_null("on", std::string_view(recorded.on));
  json.field("done_at", recorded.done_at);
  json.key("cost");
  write(json, recorded.cost);
  json.field("risk", recorded.risk ? std::optional(desk::to_text(*recorded.risk)) : std::nullopt);
  json.field("recorded_at", action.at);
  json.key("by");
  write(json, action.by);
  json.field_or_null("team", recorded.team);
  json.field_or_null("activity", recorded.activity);
  json.field("allowed", recorded.was_allowed());
  json.field("because", recorded.because);
  json.field_or_null("file", std::string_view(recorded.file));
  json.field("line", recorded.line > 0 ? std::optional(recorded.line) : std::nullopt);
  json.field("agreement_version", recorded.agreement_version);
  const auto& decision = recorded.decided_by;
  json.field_or_null("decided_by", decision ? app::format_number(prefix, decision->number) : std::string());
  json.field_or_null("reason", std::string_view(recorded.reason));
  json.field_or_null("asked", recorded.asked);
  json.key("told");
  write(json, std::span<const desk::Told>(recorded.told));
  json.key("answer");
  write_answer(json, action.answer);
  json.field("open", action.is_open());
  json.field("may_answer", may_answer);
}

void write_boundaries(Writer& json, const desk::Boundaries& boundaries) {
  json.begin_object();
  json.field("activity", boundaries.activity);
  json.field("team", boundaries.team);
  json.field("binds", boundaries.binds);
  json.field("is_theirs", boundaries.is_theirs);
  json.key("may");
  json.begin_array();
  for (const std::string& action : boundaries.may) json.value(action);
  json.end_array();
  json.field_or_null("spend", std::string_view(boundaries.spend));
  json.field_or_null("spent", std::string_view(boundaries.spent));
  json.field("risk", boundaries.risk ? std::optional(desk::to_text(*boundaries.risk)) : std::nullopt);
  json.field_or_null("file", std::string_view(boundaries.file));
  json.field("line", boundaries.line > 0 ? std::optional(boundaries.line) : std::nullopt);
  json.field_or_null("ask", boundaries.ask);
  json.field_or_null("decide", boundaries.decide);
  json.key("told");
  write(json, std::span<const desk::Told>(boundaries.told));
  json.end_object();
}

void write_cover(Writer& json, const std::optional<desk::LeaveCover>& cover) {
  if (!cover) return json.null();
  const desk::LeaveInSight& leave = cover->wanted.leave;
  json.begin_object();
  json.field("leave", leave.leave.text());
  json.field("person", leave.person);
  json.field("from", leave.from);
  json.field("to", leave.to);
  json.field("begins", leave.begins);
  json.key("uncovered");
  json.begin_array();
  for (const desk::Uncovered& one : cover->wanted.uncovered) {
    json.begin_object();
    json.field("kind", one.kind);
    json.field("subject", one.subject);
    json.field("text", one.text);
    json.end_object();
  }
  json.end_array();
  json.field("remind_at", cover->remind_at);
  json.key("arranged");
  if (cover->arranged) {
    json.begin_object();
    json.field("text", cover->arranged->text);
    json.field_or_null("by", cover->arranged->by);
    json.field("at", cover->arranged->at);
    json.key("who");
    write(json, cover->arranged->who);
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace

void write_actions_and_cover(Writer& json, const app::TicketView& view) {
  const std::string& prefix = view.engagement->record.prefix;
  json.key("actions");
  json.begin_array();
  for (const desk::DoneAction& one : view.ticket.actions) {
    const auto& answerable = view.answerable_actions;
    json.begin_object();
    write_fields(json, one, std::ranges::find(answerable, one.recorded.action) != answerable.end(), prefix);
    json.end_object();
  }
  json.end_array();
  json.key("cover");
  write_cover(json, view.ticket.cover);
}

std::string encode(const app::ActionsView& view) {
  const std::string& prefix = view.engagement->record.prefix;
  Writer json;
  json.begin_object();
  json.key("boundaries");
  write_boundaries(json, view.boundaries);
  json.key("actions");
  json.begin_array();
  for (const app::ActionsView::Line& line : view.lines) {
    json.begin_object();
    write_fields(json, line.action, line.may_answer, prefix);
    json.key("seen");
    json.begin_array();
    for (const desk::PersonName& person : line.seen) json.value(person);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
