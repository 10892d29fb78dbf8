// The members of: major incidents. See members.h. Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::MajorPost> T>
void members(Io& io, T& post) {
  io.required("role", post.role);
  io.optional("decides", post.decides);
  io.optional("team", post.team);
  io.optional("person", post.person);
  io.optional("reason", post.reason);
  io.optional("file", post.file);
  io.optional("line", post.line);
}

template <class Io, Either<desk::MajorDeclared> T>
void members(Io& io, T& declared) {
  io.optional("scenario", declared.scenario);
  io.required("reason", declared.reason);
  io.optional("told", declared.told);
  io.optional("posts", declared.posts);
  io.required("update_due", declared.update_due);
  io.optional("update_minutes", declared.update_minutes);
}

template <class Io, Either<desk::MajorRoleGiven> T>
void members(Io& io, T& given) {
  io.required("post", given.post);
  io.optional("from_team", given.from_team);
  io.optional("from_person", given.from_person);
}

template <class Io, Either<desk::TimelineNoted> T>
void members(Io& io, T& noted) {
  io.required("text", noted.text);
}

template <class Io, Either<desk::MajorUpdateSent> T>
void members(Io& io, T& sent) {
  io.required("to", sent.to);
  io.required("text", sent.text);
  io.optional("told", sent.told);
  io.required("next_due", sent.next_due);
}

template <class Io, Either<desk::MajorUpdateOverdue> T>
void members(Io& io, T& overdue) {
  io.required("to", overdue.to);
  io.required("step", overdue.step);
  io.optional("told", overdue.told);
  io.optional("next", overdue.next);
}

template <class Io, Either<desk::MajorStoodDown> T>
void members(Io& io, T& down) {
  io.required("note", down.note);
}

template <class Io, Either<desk::MajorReviewed> T>
void members(Io& io, T& reviewed) {
  io.required("text", reviewed.text);
}

}  // namespace tandem::record
