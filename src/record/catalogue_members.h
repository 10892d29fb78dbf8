// The members of: the request catalogue: forms, checklists, due dates. See members.h. Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::FormAnswer> T>
void members(Io& io, T& answer) {
  io.required("field", answer.field);
  io.required("label", answer.label);
  io.required("kind", answer.kind);
  io.required("value", answer.value);
  io.optional("email", answer.email);
}

template <class Io, Either<desk::FormFilled> T>
void members(Io& io, T& filled) {
  io.required("form", filled.form);
  io.required("title", filled.title);
  io.optional("answers", filled.answers);
}

template <class Io, Either<desk::ChecklistStarted> T>
void members(Io& io, T& started) {
  io.required("form", started.form);
  io.required("title", started.title);
}

template <class Io, Either<desk::FoundNotNeeded> T>
void members(Io& io, T& found) {
  io.required("reason", found.reason);
}

template <class Io, Either<desk::DueDateSet> T>
void members(Io& io, T& set) {
  io.optional("due", set.at);  // `at` is the event's
  io.optional("today", set.today);
  io.optional("soon", set.soon);
  io.optional("reason", set.reason);
}

template <class Io, Either<desk::DueDateNoticed> T>
void members(Io& io, T& noticed) {
  io.required("notice", noticed.notice);
  io.optional("told", noticed.told);
}

template <class Io, Either<desk::FormField> T>
void members(Io& io, T& field) {
  io.required("name", field.name);
  io.required("label", field.label);
  io.required("kind", field.kind);
  io.optional("required", field.required);
  io.optional("choices", field.choices);
  io.optional("hint", field.hint);
}

template <class Io, Either<desk::FormStep> T>
void members(Io& io, T& step) {
  io.required("title", step.title);
  io.optional("text", step.text);
  io.required("category", step.category);
  io.optional("counts_from", step.counts_from);
  io.optional("days", step.days);
}

template <class Io, Either<desk::RequestForm> T>
void members(Io& io, T& form) {
  io.required("id", form.id);
  io.required("title", form.title);
  io.optional("description", form.description);
  io.required("category", form.category);
  io.optional("priority", form.priority);
  io.required("asked_by", form.asked_by);
  io.required("offered", form.offered);
  io.optional("subject", form.subject);
  io.optional("fields", form.fields);
  io.optional("steps", form.steps);
}

}  // namespace tandem::record
