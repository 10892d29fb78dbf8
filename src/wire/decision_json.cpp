#include "wire/decision_json.h"

#include "wire/markdown.h"
#include "wire/parts.h"

namespace tandem::wire {
namespace {

void write_option(Writer& json, const desk::DecisionOption& option, std::uint32_t number) {
  json.begin_object();
  json.field("number", number);
  json.field("name", option.name);
  json.field("words", option.words);
  json.key("cost");
  write(json, option.cost);
  json.field("risk", option.risk ? std::optional(desk::to_text(*option.risk)) : std::nullopt);
  json.field_or_null("action", std::string_view(option.action));
  json.end_object();
}

// Whom was asked, with their answer.
void write_consulted(Writer& json, const desk::DecisionRequest& decision) {
  json.begin_array();
  for (const desk::Told& one : decision.asked.consulted) {
    const auto advice = std::ranges::find(decision.advice, one.person, &desk::DecisionRequest::Advice::person);
    const bool has_answered = advice != decision.advice.end();
    json.begin_object();
    json.field("person", one.person);
    json.field("as", one.as);
    json.field("away", one.away);
    json.field("advised_at", has_answered ? std::optional(advice->at) : std::nullopt);
    json.field_or_null("advice", has_answered ? std::string_view(advice->text) : std::string_view());
    json.end_object();
  }
  json.end_array();
}

// Of each side whether it has written; what, where the caller may read it. A recommendation is never empty.
void write_sides(Writer& json, const desk::DecisionRequest& decision) {
  json.begin_array();
  for (const desk::PartyName& side : decision.asked.sides) {
    const desk::DecisionRequest::Sealed* written = nullptr;
    for (const desk::DecisionRequest::Sealed& one : decision.recommendations) {
      if (one.recommendation.side == side) written = &one;
    }
    const bool is_readable = written != nullptr && !written->recommendation.text.empty();
    json.begin_object();
    json.field("party", side);
    json.field("written_at", written != nullptr ? std::optional(written->at) : std::nullopt);
    json.field_or_null("person", written != nullptr ? written->recommendation.person : desk::PersonName());
    json.field("option", is_readable ? std::optional(written->recommendation.option) : std::nullopt);
    json.field_or_null("text", is_readable ? std::string_view(written->recommendation.text) : std::string_view());
    json.end_object();
  }
  json.end_array();
}

void write_passed_on(Writer& json, const std::optional<desk::DecisionPassedOn>& passed) {
  if (!passed) return json.null();
  json.begin_object();
  json.field("why", desk::to_text(passed->why));
  json.field_or_null("to", passed->to);
  json.field("option", passed->option > 0 ? std::optional(passed->option) : std::nullopt);
  json.field_or_null("reason", std::string_view(passed->reason));
  json.field_or_null("limit", std::string_view(passed->limit));
  json.field_or_null("file", std::string_view(passed->file));
  json.field("line", passed->file.empty() ? std::nullopt : std::optional(passed->line));
  json.end_object();
}

void write_risk(Writer& json, std::string_view what, std::string_view treatment) {
  if (what.empty()) return json.null();
  json.begin_object();
  json.field("what", what);
  json.field("treatment", treatment);
  json.end_object();
}

void write_exception(Writer& json, std::string_view from, std::string_view scope) {
  if (from.empty()) return json.null();
  json.begin_object();
  json.field("policy", from);
  json.field("scope", scope);
  json.end_object();
}

void write_outcome(Writer& json, const std::optional<desk::DecisionRequest::Outcome>& outcome) {
  if (!outcome) return json.null();
  const desk::DecisionTaken& taken = outcome->taken;
  json.begin_object();
  json.field("option", taken.option);
  json.field("reason", taken.reason);
  json.field_or_null("conditions", std::string_view(taken.conditions));
  json.key("by");
  write(json, outcome->by);
  json.field("at", outcome->at);
  json.field("owner", taken.owner);
  json.field("lapses_at", taken.lapses_at);
  json.key("risk");
  write_risk(json, taken.risk ? taken.risk->what : "", taken.risk ? taken.risk->treatment : "");
  json.key("exception");
  write_exception(json, taken.exception ? taken.exception->policy : "", taken.exception ? taken.exception->scope : "");
  json.key("told");
  write(json, std::span<const desk::Told>(taken.told));
  json.field("agreement_version", taken.agreement_version);
  json.end_object();
}

// Also null where the caller may not read it.
void write_ref(Writer& json, const std::optional<desk::DecisionRef>& ref, std::string_view prefix) {
  if (!ref || ref->number == 0) return json.null();
  json.begin_object();
  json.field("ticket", ref->ticket.text());
  json.field("number", app::format_number(prefix, ref->number));
  json.end_object();
}

// What was done under it; the ticket is null where the caller may not read it.
void write_uses(Writer& json, const desk::DecisionRequest& decision, std::string_view prefix) {
  json.begin_array();
  for (const desk::DecisionRequest::Use& one : decision.uses) {
    const bool is_hidden = one.used.number == 0;
    json.begin_object();
    json.field_or_null("ticket", is_hidden ? std::string() : one.used.ticket.text());
    json.field_or_null("number", is_hidden ? std::string() : app::format_number(prefix, one.used.number));
    json.field("action", is_hidden ? std::nullopt : std::optional(one.used.action));
    json.field("done_at", one.used.done_at);
    json.key("cost");
    write(json, one.used.cost);
    json.key("by");
    write(json, one.by);
    json.field("recorded_at", one.at);
    json.end_object();
  }
  json.end_array();
}

void write_asked(Writer& json, const desk::DecisionAsked& asked) {
  json.field("kind", asked.kind);
  json.field("big", asked.big);
  json.field("question", asked.question);
  json.field("question_html", render_markdown(asked.question));
  json.field("evidence", asked.evidence);
  json.field("evidence_html", asked.evidence.empty() ? std::string() : render_markdown(asked.evidence));
  json.key("options");
  json.begin_array();
  for (std::uint32_t i = 0; i < asked.options.size(); ++i) write_option(json, asked.options[i], i + 1);
  json.end_array();
  json.field("deadline", asked.deadline);
  json.field_or_null("by", asked.by);
  json.field_or_null("deadlock", asked.deadlock);
  json.key("heard");
  json.begin_array();
  for (const desk::PersonName& person : asked.heard) json.value(person);
  json.end_array();
  json.key("reasons");
  write(json, asked.reasons);
}

void write_row(Writer& json, const app::DecisionRow& row, std::string_view prefix) {
  const auto number = [&](std::uint64_t of) { return of > 0 ? app::format_number(prefix, of) : std::string(); };
  json.begin_object();
  json.field("id", row.id.text());
  json.field("number", number(row.number));
  json.field("subject", row.subject);
  json.field("kind", row.kind);
  json.field("big", row.big);
  json.field("standing", desk::to_text(row.standing));
  json.field("overdue", row.overdue);
  json.field("decider", row.decider);
  json.field("asked_at", row.asked_at);
  json.field("deadline", row.deadline);
  json.field("decided_at", row.decided_at);
  json.field_or_null("chosen", std::string_view(row.chosen));
  json.key("risk");
  write_risk(json, row.risk, row.treatment);
  json.key("exception");
  write_exception(json, row.exempt_from, row.exempt);
  json.field_or_null("owner", row.owner);
  json.field("lapses_at", row.lapses_at);
  json.field("reminded", row.reminded);
  json.field_or_null("renews", std::string_view(number(row.renews)));
  json.field_or_null("replaced_by", std::string_view(number(row.replaced_by)));
  json.end_object();
}

}  // namespace

void write_decision(Writer& json, const app::TicketView& view) {
  if (!view.ticket.decision) return json.null();
  const desk::DecisionRequest& decision = *view.ticket.decision;
  const std::string& prefix = view.engagement->record.prefix;
  json.begin_object();
  write_asked(json, decision.asked);
  json.field("standing", desk::to_text(desk::standing_of(view.ticket)));
  json.field("decider", desk::decider_of(view.ticket));
  json.field("overdue", decision.overdue);
  json.key("asked_by");
  write(json, decision.asked_by);
  json.field("asked_at", decision.asked_at);
  json.key("consulted");
  write_consulted(json, decision);
  json.field_or_null("side", view.side);
  json.key("sides");
  write_sides(json, decision);
  json.field("opened_at", decision.opened_at);
  json.key("passed_on");
  write_passed_on(json, decision.passed_on);
  json.key("outcome");
  write_outcome(json, decision.outcome);
  json.field("reminded_at", decision.reminded_at);
  json.field("lapsed_at", decision.lapsed_at);
  json.key("renews");
  write_ref(json, decision.asked.renews, prefix);
  json.key("replaced_by");
  write_ref(json, decision.replaced_by, prefix);
  json.key("uses");
  write_uses(json, decision, prefix);
  json.key("left");
  write(json, desk::left_of(decision));
  json.end_object();
}

std::string encode(const app::DecisionPage& page, std::string_view prefix) {
  Writer json;
  json.reserve(64 + page.rows.size() * 640);
  json.begin_object();
  json.key("decisions");
  json.begin_array();
  for (const app::DecisionRow& row : page.rows) write_row(json, row, prefix);
  json.end_array();
  json.field_or_null("next", page.next);
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
