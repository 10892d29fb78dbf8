// The members of: decisions. See members.h. Private to this folder.
#pragma once

#include "desk/event.h"
#include "record/either.h"
#include "record/ticket_members.h"

namespace tandem::record {

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
  io.optional("without", opened.without);
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

template <class Io, Either<desk::DecisionUsed> T>
void members(Io& io, T& used) {
  io.required("ticket", used.ticket);
  io.required("number", used.number);
  io.required("action", used.action);
  io.required("done_at", used.done_at);
  io.optional("cost", used.cost);
}

}  // namespace tandem::record
