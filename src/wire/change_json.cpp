#include "wire/change_json.h"

#include "wire/parts.h"

namespace tandem::wire {
namespace {

template <class Word>
void write_words(Writer& json, std::string_view key, const std::vector<Word>& words) {
  json.key(key);
  json.begin_array();
  for (const Word& word : words) json.value(word);
  json.end_array();
}

void write_consulted(Writer& json, const desk::PlannedChange& change) {
  json.key("consulted");
  json.begin_array();
  for (const desk::Consulted& one : change.asked) {
    const auto* answer = change.answer_of(one);
    json.begin_object();
    json.field_or_null("team", one.team);
    json.field_or_null("person", one.person);
    json.field("answer", answer != nullptr ? std::optional(desk::to_text(answer->answer)) : std::nullopt);
    json.field_or_null("reason", answer != nullptr ? std::string_view(answer->reason) : std::string_view());
    json.field_or_null("answered_by", answer != nullptr ? std::string_view(answer->by.display) : std::string_view());
    json.field("answered_at", answer != nullptr ? std::optional(answer->at) : std::nullopt);
    json.end_object();
  }
  json.end_array();
}

void write_findings(Writer& json, std::span<const desk::ChangeFinding> findings, std::string_view prefix) {
  json.key("findings");
  json.begin_array();
  for (const desk::ChangeFinding& each : findings) {
    json.begin_object();
    json.field("kind", desk::to_text(each.kind));
    json.field("blocks", each.blocks);
    json.field("text", each.text);
    json.field_or_null("ticket", each.number == 0 ? std::string() : app::format_number(prefix, each.number));
    json.field_or_null("file", each.file);
    json.field("line", each.line == 0 ? std::nullopt : std::optional(each.line));
    json.end_object();
  }
  json.end_array();
}

void write_approval(Writer& json, const std::optional<desk::PlannedChange::Approval>& approval) {
  json.key("approval");
  if (!approval) return json.null();
  json.begin_object();
  json.key("by");
  write(json, approval->by);
  json.field("at", approval->at);
  json.field("ground", desk::to_text(approval->approved.ground));
  json.field_or_null("note", approval->approved.note);
  json.key("told");
  write(json, std::span<const desk::Told>(approval->approved.told));
  json.end_object();
}

void write_review(Writer& json, const std::optional<desk::PlannedChange::Review>& review) {
  json.key("review");
  if (!review) return json.null();
  json.begin_object();
  json.field("due", review->due);
  json.field("done_at", review->done_at);
  json.field_or_null("by", review->by.display);
  json.field_or_null("text", review->text);
  json.end_object();
}

void write_row(Writer& json, const desk::ScheduledChange& change, std::string_view prefix) {
  json.begin_object();
  json.field("ticket", change.ticket.text());
  json.field("number", app::format_number(prefix, change.number));
  json.field("subject", change.subject);
  json.field("kind", desk::to_text(change.kind));
  json.field("phase", desk::to_text(change.phase));
  json.field("risk", desk::to_text(change.risk));
  json.field("from", change.from);
  json.field("to", change.to);
  json.key("owner");
  write(json, change.owner);
  json.field("activity", change.activity);
  json.field_or_null("decision", change.decision);
  write_words(json, "sites", change.sites);
  write_words(json, "asset_classes", change.asset_classes);
  write_words(json, "assets", change.assets);
  json.end_object();
}

void write_freeze(Writer& json, const app::ChangeSchedule::Freeze& freeze) {
  json.begin_object();
  json.field_or_null("name", freeze.name);
  json.field("from", freeze.during.from);
  json.field("to", freeze.during.to);
  write_words(json, "except", freeze.except);
  json.field_or_null("file", freeze.at.file);
  json.field("line", freeze.at.line == 0 ? std::nullopt : std::optional(freeze.at.line));
  json.end_object();
}

}  // namespace

void write_change(Writer& json, const app::TicketView& view) {
  if (!view.ticket.change) return json.null();
  const desk::PlannedChange& change = *view.ticket.change;
  const desk::ChangePlan& plan = change.plan;
  json.begin_object();
  json.field("kind", desk::to_text(plan.kind));
  json.field("phase", desk::to_text(change.phase));
  json.field("activity", plan.activity);
  json.field_or_null("action", plan.action);
  json.field("from", plan.from);
  json.field("to", plan.to);
  write_words(json, "sites", plan.sites);
  write_words(json, "asset_classes", plan.asset_classes);
  write_words(json, "assets", plan.assets);
  json.field("plan", plan.plan);
  json.field("roll_back", plan.roll_back);
  json.field("risk", desk::to_text(plan.risk));
  json.field_or_null("decision", plan.decision);
  json.key("planned_by");
  write(json, change.planned_by);
  json.field("planned_at", change.planned_at);
  json.field("rescheduled", change.rescheduled);
  write_consulted(json, change);
  json.field("answers_due", change.answers_due);
  write_findings(json, view.change_findings, view.engagement->record.prefix);
  write_approval(json, change.approval);
  json.field("started_at", change.started_at);
  json.field("ended_at", change.ended_at);
  json.field("outcome", change.outcome ? std::optional(desk::to_text(*change.outcome)) : std::nullopt);
  json.field_or_null("closing_words", change.closing_words);
  write_review(json, change.review);
  json.end_object();
}

void write_allowed_change(Writer& json, const app::AllowedChange& allowed) {
  json.begin_object();
  json.field("answer", allowed.answer);
  json.field("approve", allowed.approve);
  json.field("reschedule", allowed.reschedule);
  json.field("start", allowed.start);
  json.field("finish", allowed.finish);
  json.field("roll_back", allowed.roll_back);
  json.field("review", allowed.review);
  json.field("withdraw", allowed.withdraw);
  json.end_object();
}

std::string encode(const app::ChangeSchedule& schedule) {
  Writer json;
  json.reserve(256 + schedule.changes.size() * 512);
  json.begin_object();
  json.field("from", schedule.part.from);
  json.field("to", schedule.part.to);
  json.key("changes");
  json.begin_array();
  for (const desk::ScheduledChange& each : schedule.changes) write_row(json, each, schedule.engagement->record.prefix);
  json.end_array();
  json.key("freezes");
  json.begin_array();
  for (const app::ChangeSchedule::Freeze& each : schedule.freezes) write_freeze(json, each);
  json.end_array();
  json.key("clashes");
  json.begin_array();
  for (const app::ChangeSchedule::Clash& each : schedule.clashes) {
    json.begin_object();
    json.field("first", each.first.text());
    json.field("second", each.second.text());
    json.field("both_touch", each.both_touch);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
