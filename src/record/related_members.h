// The members of: what links tickets: relations, merges, cases at vendors, problems. See members.h. Private to this
// folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::TicketLinked> T>
void members(Io& io, T& linked) {
  io.required("link", linked.kind);  // `kind` is the event's
  io.required("other", linked.other);
  io.required("number", linked.number);
  io.optional("comment", linked.comment);
  io.optional("step", linked.step);
}

template <class Io, Either<desk::TicketUnlinked> T>
void members(Io& io, T& unlinked) {
  io.required("link", unlinked.kind);
  io.required("other", unlinked.other);
  io.required("number", unlinked.number);
  io.optional("reason", unlinked.reason);
}

template <class Io, Either<desk::TicketMerged> T>
void members(Io& io, T& merged) {
  io.required("into", merged.into);
  io.required("number", merged.number);
  io.optional("reason", merged.reason);
}

template <class Io, Either<desk::FollowerAdded> T>
void members(Io& io, T& added) {
  io.required("from", added.from);
  io.required("number", added.number);
  io.optional("name", added.name);
}

template <class Io, Either<desk::LinkedTicketMoved> T>
void members(Io& io, T& moved) {
  io.required("link", moved.kind);
  io.required("other", moved.other);
  io.required("number", moved.number);
  io.required("move", moved.move);
  io.optional("text", moved.text);
}

template <class Io, Either<desk::VendorCaseOpened> T>
void members(Io& io, T& opened) {
  io.required("vendor", opened.vendor);
  io.optional("reference", opened.reference);
  io.optional("chase_at", opened.chase_at);
}

template <class Io, Either<desk::VendorChased> T>
void members(Io& io, T& chased) {
  io.required("said", chased.said);
  io.required("vendor", chased.vendor);
  io.optional("reference", chased.reference);
  io.optional("chase_at", chased.chase_at);
}

template <class Io, Either<desk::VendorAnswered> T>
void members(Io& io, T& answered) {
  io.required("said", answered.said);
}

template <class Io, Either<desk::VendorChaseDue> T>
void members(Io& io, T& due) {
  io.required("reminder", due.reminder);
  io.optional("told", due.told);
  io.optional("next", due.next);
}

template <class Io, Either<desk::VendorLoopFound> T>
void members(Io& io, T& found) {
  io.required("reason", found.reason);
  io.optional("told", found.told);
}

template <class Io, Either<desk::RootCauseFound> T>
void members(Io& io, T& found) {
  io.required("cause", found.cause);
}

template <class Io, Either<desk::KnownErrorDeclared> T>
void members(Io& io, T& declared) {
  io.required("workaround", declared.workaround);
}

}  // namespace tandem::record
