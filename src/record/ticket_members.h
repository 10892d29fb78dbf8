// The members of what every ticket goes through: who has it, hand-offs, clocks, escalation, disputes (members.h).
// Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"

namespace tandem::record {

template <class Io, Either<desk::Actor> T>
void members(Io& io, T& actor) {
  io.required("kind", actor.kind);
  io.optional("person", actor.person);
  io.optional("party", actor.party);
  io.optional("display", actor.display);
  io.optional("email", actor.email);
}

template <class Io, Either<desk::Owner> T>
void members(Io& io, T& owner) {
  io.required("party", owner.party);
  io.required("team", owner.team);
  io.optional("person", owner.person);
}

template <class Io, Either<desk::Reason> T>
void members(Io& io, T& reason) {
  io.required("kind", reason.kind);
  io.required("text", reason.text);
  io.optional("file", reason.file);
  io.optional("line", reason.line);
}

template <class Io, Either<desk::Requester> T>
void members(Io& io, T& requester) {
  io.optional("name", requester.name);
  io.optional("email", requester.email);
  io.optional("vip", requester.vip);
}

template <class Io, Either<desk::ExternalKey> T>
void members(Io& io, T& external) {
  io.required("system", external.system);
  io.required("key", external.key);
}

template <class Io, Either<desk::TicketOpened> T>
void members(Io& io, T& opened) {
  io.required("number", opened.number);
  io.required("ticket_kind", opened.kind);  // `kind` is the event's
  io.required("subject", opened.subject);
  io.optional("description", opened.description);
  io.optional("requester", opened.requester);
  io.required("category", opened.category);
  io.required("priority", opened.priority);
  io.optional("site", opened.site);
  io.optional("department", opened.department);
  io.optional("asset_class", opened.asset_class);
  io.required("source", opened.source);
  io.optional("external", opened.external);
  io.optional("vip_since", opened.vip_since);
}

template <class Io, Either<desk::OwnerAssigned> T>
void members(Io& io, T& assigned) {
  auto& ownership = assigned.ownership;
  io.required("cause", assigned.cause);
  io.required("owner", ownership.owner);
  io.required("accountable", ownership.accountable);
  io.required("activity", ownership.activity);
  io.required("agreement_version", ownership.agreement_version);
  io.optional("gap", ownership.gap);
  io.required("reasons", ownership.reasons);
}

template <class Io, Either<desk::CommentAdded> T>
void members(Io& io, T& added) {
  io.required("comment", added.comment);
  io.required("visibility", added.visibility);
  io.optional("team", added.team);
  io.required("text", added.text);
  io.optional("mentions", added.mentions);
}

template <class Io, Either<desk::PriorityChanged> T>
void members(Io& io, T& changed) {
  io.required("from", changed.from);
  io.required("to", changed.to);
}

template <class Io, Either<desk::CategoryChanged> T>
void members(Io& io, T& changed) {
  io.required("from", changed.from);
  io.required("to", changed.to);
}

template <class Io, Either<desk::HandoffOffered> T>
void members(Io& io, T& offered) {
  io.required("epoch", offered.epoch);
  io.required("from", offered.from);
  io.required("to_team", offered.to_team);
  io.required("to_party", offered.to_party);
  io.optional("to_person", offered.to_person);
  io.optional("note", offered.note);
  io.required("expires_at", offered.expires_at);
}

template <class Io, Either<desk::HandoffAccepted> T>
void members(Io& io, T& accepted) {
  io.required("epoch", accepted.epoch);
}

template <class Io, Either<desk::HandoffDeclined> T>
void members(Io& io, T& declined) {
  io.required("epoch", declined.epoch);
  io.optional("reason", declined.reason);
}

template <class Io, Either<desk::HandoffWithdrawn> T>
void members(Io& io, T& withdrawn) {
  io.required("epoch", withdrawn.epoch);
}

template <class Io, Either<desk::HandoffExpired> T>
void members(Io& io, T& expired) {
  io.required("epoch", expired.epoch);
  io.optional("told", expired.told);
}

template <class Io, Either<desk::WorkStarted> T>
void members(Io&, T&) {}

template <class Io, Either<desk::WaitStarted> T>
void members(Io& io, T& wait) {
  io.required("on", wait.on);
}

template <class Io, Either<desk::TicketResolved> T>
void members(Io& io, T& resolved) {
  io.optional("note", resolved.note);
}

template <class Io, Either<desk::TicketReopened> T>
void members(Io& io, T& reopened) {
  io.optional("reason", reopened.reason);
}

template <class Io, Either<desk::TicketClosed> T>
void members(Io&, T&) {}

template <class Io, Either<desk::WorkReleased> T>
void members(Io& io, T& released) {
  io.required("reason", released.reason);
}

template <class Io, Either<desk::Acknowledged> T>
void members(Io&, T&) {}

template <class Io, Either<desk::Told> T>
void members(Io& io, T& told) {
  io.required("person", told.person);
  io.required("as", told.as);
  io.optional("away", told.away);
}

template <class Io, Either<desk::EscalationStepTaken> T>
void members(Io& io, T& taken) {
  io.required("step", taken.step);
  io.required("steps", taken.steps);
  io.required("priority", taken.priority);
  io.optional("told", taken.told);
  io.optional("file", taken.file);
  io.optional("line", taken.line);
  io.optional("due", taken.due);
}

template <class Io, Either<desk::StrategicFlagged> T>
void members(Io& io, T& flagged) {
  io.required("activity", flagged.activity);
  io.required("reason", flagged.reason);
}

template <class Io, Either<desk::DisputeRaised> T>
void members(Io& io, T& raised) {
  io.required("dispute", raised.kind);  // `kind` is the event's
  io.required("reason", raised.reason);
  io.required("path", raised.path);
  io.optional("due", raised.due);
}

template <class Io, Either<desk::RulingGiven> T>
void members(Io& io, T& given) {
  io.required("team", given.team);
  io.required("reason", given.reason);
}

template <class Io, Either<desk::DisputeMovedOn> T>
void members(Io& io, T& moved) {
  io.required("step", moved.step);
  io.optional("due", moved.due);
  io.optional("path", moved.path);
}

template <class Io, Either<desk::DisputeSettled> T>
void members(Io& io, T& settled) {
  io.required("by", settled.by);
  io.required("team", settled.team);
  io.optional("reason", settled.reason);
}

template <class Io, Either<desk::TargetWarned> T>
void members(Io& io, T& warned) {
  io.required("target", warned.target);
  io.required("percent", warned.percent);
  io.required("due", warned.due);
  io.optional("told", warned.told);
}

template <class Io, Either<desk::Uncovered> T>
void members(Io& io, T& uncovered) {
  io.required("what", uncovered.kind);
  io.optional("subject", uncovered.subject);
  io.optional("text", uncovered.text);
}

}  // namespace tandem::record
