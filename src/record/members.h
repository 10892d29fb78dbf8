// What each part of an event is made of, in the order in which it is written: the one description that Writer and
// Reader both follow, so that they cannot differ. Private to this folder.
//
// A member added later is optional and stands last, so that records written before read as its default. Nothing here is
// renamed, moved or removed: that is a new version of the format.
#pragma once

#include <concepts>

#include "desk/event.h"

namespace tandem::record {

// T is Struct, const when it is written.
template <class T, class Struct>
concept Either = std::same_as<std::remove_const_t<T>, Struct>;

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

// Planned changes ---------------------------------------------------------------------------------------------------

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

template <class Io, Either<desk::WatchStarted> T>
void members(Io& io, T& started) {
  io.required("person", started.person);
}

template <class Io, Either<desk::WatchEnded> T>
void members(Io& io, T& ended) {
  io.required("person", ended.person);
}

template <class Io, Either<desk::TagsChanged> T>
void members(Io& io, T& changed) {
  io.optional("added", changed.added);
  io.optional("removed", changed.removed);
}

template <class Io, Either<desk::ServiceRated> T>
void members(Io& io, T& rated) {
  io.required("verdict", rated.verdict);
  io.optional("words", rated.words);
  io.required("party", rated.party);
  io.required("team", rated.team);
}

template <class Io, Either<desk::Cost> T>
void members(Io& io, T& cost) {
  io.required("hundredths", cost.hundredths);
  io.required("currency", cost.currency);
}

template <class Io, Either<desk::DecisionOption> T>
void members(Io& io, T& option) {
  io.required("name", option.name);
  io.optional("words", option.words);
  io.optional("cost", option.cost);
  io.optional("risk", option.risk);
  io.optional("action", option.action);
}

template <class Io, Either<desk::DecisionRef> T>
void members(Io& io, T& ref) {
  io.required("ticket", ref.ticket);
  io.required("number", ref.number);
}

template <class Io, Either<desk::AcceptedRisk> T>
void members(Io& io, T& risk) {
  io.required("what", risk.what);
  io.optional("treatment", risk.treatment);
}

template <class Io, Either<desk::PolicyException> T>
void members(Io& io, T& exception) {
  io.required("policy", exception.policy);
  io.optional("scope", exception.scope);
}

template <class Io, Either<desk::Recommendation> T>
void members(Io& io, T& recommendation) {
  io.required("side", recommendation.side);
  io.required("person", recommendation.person);
  io.required("option", recommendation.option);
  io.required("text", recommendation.text);
}

template <class Io, Either<desk::DecisionAsked> T>
void members(Io& io, T& asked) {
  io.required("decision", asked.kind);  // `kind` is the event's
  io.optional("big", asked.big);
  io.required("question", asked.question);
  io.required("options", asked.options);
  io.optional("evidence", asked.evidence);
  io.optional("deadline", asked.deadline);
  io.optional("by", asked.by);
  io.optional("deadlock", asked.deadlock);
  io.optional("heard", asked.heard);
  io.optional("consulted", asked.consulted);
  io.required("sides", asked.sides);
  io.required("reasons", asked.reasons);
  io.optional("renews", asked.renews);
}

template <class Io, Either<desk::AdviceGiven> T>
void members(Io& io, T& given) {
  io.required("text", given.text);
}

template <class Io, Either<desk::RecommendationSealed> T>
void members(Io& io, T& written) {
  io.required("side", written.side);
  io.required("option", written.option);
  io.required("text", written.text);
  io.required("salt", written.salt);
}

template <class Io, Either<desk::RecommendationsOpened> T>
void members(Io& io, T& opened) {
  io.required("recommendations", opened.recommendations);
}

template <class Io, Either<desk::DecisionPassedOn> T>
void members(Io& io, T& passed) {
  io.required("why", passed.why);
  io.optional("to", passed.to);
  io.optional("option", passed.option);
  io.optional("reason", passed.reason);
  io.optional("limit", passed.limit);
  io.optional("told", passed.told);
  io.optional("file", passed.file);
  io.optional("line", passed.line);
}

template <class Io, Either<desk::DecisionTaken> T>
void members(Io& io, T& taken) {
  io.required("option", taken.option);
  io.required("reason", taken.reason);
  io.optional("conditions", taken.conditions);
  io.required("owner", taken.owner);
  io.optional("lapses_at", taken.lapses_at);
  io.optional("remind_at", taken.remind_at);
  io.optional("risk", taken.risk);
  io.optional("exception", taken.exception);
  io.optional("told", taken.told);
  io.required("agreement_version", taken.agreement_version);
}

template <class Io, Either<desk::LapseReminded> T>
void members(Io& io, T& reminded) {
  io.optional("told", reminded.told);
}

template <class Io, Either<desk::DecisionLapsed> T>
void members(Io& io, T& lapsed) {
  io.optional("told", lapsed.told);
}

template <class Io, Either<desk::DecisionReplaced> T>
void members(Io& io, T& replaced) {
  io.required("by", replaced.by);
}

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

template <class Io, Either<desk::FileAttached> T>
void members(Io& io, T& attached) {
  io.required("file", attached.file);
  io.required("name", attached.name);
  io.required("sha256", attached.hash);
  io.required("size", attached.size);
  io.required("media_type", attached.media_type);
  io.required("visibility", attached.visibility);
  io.optional("team", attached.team);
  io.optional("comment", attached.comment);
}

template <class Io, Either<desk::FileRemoved> T>
void members(Io& io, T& removed) {
  io.required("file", removed.file);
  io.required("name", removed.name);
  io.required("visibility", removed.visibility);
  io.optional("team", removed.team);
  io.required("reason", removed.reason);
}

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

template <class Io, Either<desk::Uncovered> T>
void members(Io& io, T& uncovered) {
  io.required("what", uncovered.kind);
  io.optional("subject", uncovered.subject);
  io.optional("text", uncovered.text);
}

template <class Io, Either<desk::CoverWanted> T>
void members(Io& io, T& wanted) {
  io.required("leave", wanted.leave);
  io.optional("uncovered", wanted.uncovered);
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

// Forms of the catalogue, which are no events (form_record.h) ------------------------------------------------------

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
