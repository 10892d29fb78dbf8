// The members of: planned changes. See members.h. Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

template <class Io, Either<desk::ChangePlan> T>
void members(Io& io, T& plan) {
  io.required("change", plan.kind);
  io.required("activity", plan.activity);
  io.optional("action", plan.action);
  io.required("from", plan.from);
  io.required("to", plan.to);
  io.optional("sites", plan.sites);
  io.optional("asset_classes", plan.asset_classes);
  io.optional("assets", plan.assets);
  io.required("plan", plan.plan);
  io.required("roll_back", plan.roll_back);
  io.required("risk", plan.risk);
  io.optional("decision", plan.decision);
}

template <class Io, Either<desk::Consulted> T>
void members(Io& io, T& consulted) {
  io.optional("team", consulted.team);
  io.optional("person", consulted.person);
}

template <class Io, Either<desk::ChangeFinding> T>
void members(Io& io, T& finding) {
  io.required("finding", finding.kind);
  io.optional("blocks", finding.blocks);
  io.required("text", finding.text);
  io.optional("number", finding.number);
  io.optional("file", finding.file);
  io.optional("line", finding.line);
}

template <class Io, Either<desk::ChangePlanned> T>
void members(Io& io, T& planned) {
  io.required("plan", planned.plan);
  io.optional("asked", planned.asked);
  io.optional("answers_due", planned.answers_due);
}

template <class Io, Either<desk::ChangeRescheduled> T>
void members(Io& io, T& rescheduled) {
  io.required("from", rescheduled.from);
  io.required("to", rescheduled.to);
  io.required("reason", rescheduled.reason);
  io.optional("plan", rescheduled.plan);
  io.optional("roll_back", rescheduled.roll_back);
  io.optional("asked", rescheduled.asked);
  io.optional("answers_due", rescheduled.answers_due);
}

template <class Io, Either<desk::ChangeAnswered> T>
void members(Io& io, T& answered) {
  io.required("as", answered.as);
  io.required("answer", answered.answer);
  io.optional("reason", answered.reason);
}

template <class Io, Either<desk::ChangeApproved> T>
void members(Io& io, T& approved) {
  io.required("ground", approved.ground);
  io.optional("note", approved.note);
  io.optional("findings", approved.findings);
  io.optional("told", approved.told);
}

template <class Io, Either<desk::ChangeStarted> T>
void members(Io& io, T& started) {
  io.optional("told", started.told);
}

template <class Io, Either<desk::ChangeFinished> T>
void members(Io& io, T& finished) {
  io.required("outcome", finished.outcome);
  io.optional("note", finished.note);
  io.optional("told", finished.told);
  io.optional("review_due", finished.review_due);
}

template <class Io, Either<desk::ChangeRolledBack> T>
void members(Io& io, T& rolled_back) {
  io.required("reason", rolled_back.reason);
  io.optional("told", rolled_back.told);
  io.optional("review_due", rolled_back.review_due);
}

template <class Io, Either<desk::ChangeReviewed> T>
void members(Io& io, T& reviewed) {
  io.required("text", reviewed.text);
}

template <class Io, Either<desk::ChangeWithdrawn> T>
void members(Io& io, T& withdrawn) {
  io.optional("reason", withdrawn.reason);
}

template <class Io, Either<desk::ChangeLapsed> T>
void members(Io& io, T& lapsed) {
  io.optional("told", lapsed.told);
}

template <class Io, Either<desk::ChangeNoticed> T>
void members(Io& io, T& noticed) {
  io.required("notice", noticed.notice);
  io.optional("told", noticed.told);
}

}  // namespace tandem::record
