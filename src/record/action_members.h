// The members of: what was done alone, and cover that is arranged. See members.h. Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::ActionRecorded> T>
void members(Io& io, T& recorded) {
  io.required("action", recorded.action);
  io.required("name", recorded.name);
  io.optional("on", recorded.on);
  io.required("done_at", recorded.done_at);
  io.optional("cost", recorded.cost);
  io.optional("risk", recorded.risk);
  io.optional("team", recorded.team);
  io.optional("activity", recorded.activity);
  io.optional("because", recorded.because);
  io.optional("file", recorded.file);
  io.optional("line", recorded.line);
  io.optional("reason", recorded.reason);
  io.optional("asked", recorded.asked);
  io.optional("told", recorded.told);
  io.optional("agreement_version", recorded.agreement_version);
  io.optional("decided_by", recorded.decided_by);
}

template <class Io, Either<desk::ActionAnswered> T>
void members(Io& io, T& answered) {
  io.required("action", answered.action);
  io.required("answer", answered.answer);
  io.optional("words", answered.words);
}

template <class Io, Either<desk::LeaveInSight> T>
void members(Io& io, T& leave) {
  io.required("id", leave.leave);
  io.required("person", leave.person);
  io.required("from", leave.from);
  io.required("to", leave.to);
  io.required("begins", leave.begins);
}

template <class Io, Either<desk::CoverWanted> T>
void members(Io& io, T& wanted) {
  io.required("leave", wanted.leave);
  io.optional("uncovered", wanted.uncovered);
  io.optional("why", wanted.why);
}

template <class Io, Either<desk::CoverReminded> T>
void members(Io& io, T& reminded) {
  io.optional("told", reminded.told);
}

template <class Io, Either<desk::CoverArranged> T>
void members(Io& io, T& arranged) {
  io.required("text", arranged.text);
  io.optional("by", arranged.by);
}

}  // namespace tandem::record
