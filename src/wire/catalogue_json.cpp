#include "wire/catalogue_json.h"

namespace tandem::wire {
namespace {

void write_field(Writer& json, const desk::FormField& field) {
  json.begin_object();
  json.field("name", field.name);
  json.field("label", field.label);
  json.field("kind", desk::to_text(field.kind));
  json.field("required", field.required);
  json.key("choices");
  json.begin_array();
  for (const std::string& choice : field.choices) json.value(choice);
  json.end_array();
  json.field_or_null("hint", field.hint);
  json.end_object();
}

void write_step(Writer& json, const desk::FormStep& step) {
  json.begin_object();
  json.field("title", step.title);
  json.field("text", step.text);
  json.field("category", step.category);
  json.field_or_null("counts_from", step.counts_from);
  json.field("days", std::int64_t{step.days});
  json.end_object();
}

void write(Writer& json, const app::FormRecord& record) {
  const desk::RequestForm& form = record.form;
  json.begin_object();
  json.field("id", form.id.text());
  json.field("title", form.title);
  json.field("description", form.description);
  json.field("category", form.category);
  json.field_or_null("priority", form.priority);
  json.field("asked_by", desk::to_text(form.asked_by));
  json.field("offered", form.offered);
  json.field("subject", form.subject);
  json.key("fields");
  json.begin_array();
  for (const desk::FormField& field : form.fields) write_field(json, field);
  json.end_array();
  json.key("steps");
  json.begin_array();
  for (const desk::FormStep& step : form.steps) write_step(json, step);
  json.end_array();
  json.field("changed_by", record.changed.display);
  json.field("changed_at", record.changed.at);
  json.end_object();
}

void write_form(Writer& json, const std::optional<desk::FormFilled>& filled) {
  if (!filled) return json.null();
  json.begin_object();
  json.field("id", filled->form.text());
  json.field("title", filled->title);
  json.key("answers");
  json.begin_array();
  for (const desk::FormAnswer& answer : filled->answers) {
    json.begin_object();
    json.field("field", answer.field);
    json.field("label", answer.label);
    json.field("kind", desk::to_text(answer.kind));
    json.field("value", answer.value);
    json.field_or_null("email", answer.email);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// With what the reader may not read: that there is such a step, and whether it is done, is theirs to know.
void write_checklist(Writer& json, const app::TicketView& view) {
  std::array<std::uint32_t, 3> by_state{};
  for (const app::LinkView& link : view.links) {
    if (link.link.step) ++by_state[static_cast<std::size_t>(*link.link.step)];
  }
  const std::uint32_t steps = by_state[0] + by_state[1] + by_state[2];
  // What was started stays so when its steps are taken off: it is not started again.
  if (steps == 0 && view.ticket.checklists.empty()) return json.null();
  json.begin_object();
  json.field("steps", steps);
  json.field("open", by_state[static_cast<std::size_t>(desk::StepState::Open)]);
  json.field("done", by_state[static_cast<std::size_t>(desk::StepState::Done)]);
  json.field("not_needed", by_state[static_cast<std::size_t>(desk::StepState::NotNeeded)]);
  json.key("started");
  json.begin_array();
  for (const desk::StartedChecklist& started : view.ticket.checklists) {
    json.begin_object();
    json.field("form", started.form.text());
    json.field("title", started.title);
    json.field("at", started.at);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_due(Writer& json, const std::optional<desk::DueDate>& due) {
  if (!due) return json.null();
  json.begin_object();
  json.field("at", due->at);
  json.field_or_null("reason", due->reason);
  json.field("told", due->told ? std::optional(desk::to_text(*due->told)) : std::nullopt);
  json.end_object();
}

}  // namespace

std::string encode(const app::FormRecord& record) {
  Writer json;
  write(json, record);
  return json.take();
}

std::string encode(std::span<const app::FormRecord> records) {
  Writer json;
  json.begin_object();
  json.key("forms");
  json.begin_array();
  for (const app::FormRecord& record : records) write(json, record);
  json.end_array();
  json.end_object();
  return json.take();
}

void write_request(Writer& json, const app::TicketView& view) {
  json.key("form");
  write_form(json, view.ticket.form);
  json.key("checklist");
  write_checklist(json, view);
  json.field_or_null("not_needed", view.ticket.not_needed);
  json.key("due");
  write_due(json, view.ticket.due);
}

}  // namespace tandem::wire
