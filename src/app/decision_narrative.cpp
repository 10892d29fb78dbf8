#include "app/decision_narrative.h"

#include "app/narrative.h"
#include "app/narrative_words.h"

namespace tandem::app {
namespace {

// 'option 2 ("Leave it as it is")'
std::string option_words(std::uint32_t option, const desk::DecisionRequest& decision) {
  const auto& options = decision.asked.options;
  if (option == 0 || option > options.size()) return fmt::format("option {}", option);
  return fmt::format("option {} (\"{}\")", option, options[option - 1].name);
}

// What lapses, as a subject: 'the accepted risk "six stations without patches"'.
std::string lapsing_words(const desk::DecisionRequest& decision) {
  if (!decision.outcome) return "what was decided";
  const desk::DecisionTaken& taken = decision.outcome->taken;
  if (taken.risk) return fmt::format("the accepted risk \"{}\"", taken.risk->what);
  if (taken.exception) return fmt::format("the exception from \"{}\"", taken.exception->policy);
  return fmt::format("the decision for {}", option_words(taken.option, decision));
}

// " on Tue 2026-12-01 00:00 (America/New_York)", or nothing.
std::string lapse_time(const desk::DecisionRequest& decision, const policy::Policy& policy) {
  const bool lapses = decision.outcome && decision.outcome->taken.lapses_at;
  return lapses ? fmt::format(" on {}", time_words(*decision.outcome->taken.lapses_at, policy)) : std::string();
}

}  // namespace

std::string narrate_decision(const desk::DecisionAsked& e, const desk::DecisionRequest&, const policy::Policy& policy) {
  const std::string who = e.by.empty() ? std::string("whoever is closest") : display_of(e.by, policy);
  return fmt::format(
      "asked for a decision (`{}`): {} decides{}{}", e.kind.text(), who,
      e.consulted.empty() ? std::string() : fmt::format(", {} asked for advice", spoken_told(e.consulted, policy)),
      e.renews ? fmt::format("; it renews {}", ticket_words(e.renews->number)) : std::string());
}

std::string narrate_decision(const desk::AdviceGiven& e, const desk::DecisionRequest&, const policy::Policy&) {
  return fmt::format("advised: {}", e.text);
}

// Never what it says: that is for one side until all have written.
std::string narrate_decision(const desk::RecommendationSealed& e, const desk::DecisionRequest&, const policy::Policy&) {
  return fmt::format("wrote the recommendation of `{}`; it is sealed until every side has written", e.side.text());
}

std::string narrate_decision(const desk::RecommendationsOpened& e, const desk::DecisionRequest& decision,
                             const policy::Policy& policy) {
  std::string text = "every side has written: the recommendations are open";
  if (!e.without.empty()) {
    std::string without;
    for (const desk::PartyName& side : e.without)
      without += fmt::format("{}`{}`", without.empty() ? "" : ", ", side.text());
    text = fmt::format(
        "every side that may read it has written: the recommendations are open without {}, of which nobody may",
        without);
  }
  for (const desk::Recommendation& one : e.recommendations) {
    text += fmt::format("; {} of `{}` would take {}: {}", display_of(one.person, policy), one.side.text(),
                        option_words(one.option, decision), one.text);
  }
  return text;
}

std::string narrate_decision(const desk::DecisionPassedOn& e, const desk::DecisionRequest& decision,
                             const policy::Policy& policy) {
  const std::string who = e.to.empty() ? std::string("whoever has the say keeps it")
                                       : fmt::format("{} decides now", display_of(e.to, policy));
  const std::string reached = told_words(e.told, policy);
  switch (e.why) {
    case desk::PassedOnBecause::Disagreement: return fmt::format("the sides differ: {}{}", who, reached);
    case desk::PassedOnBecause::Deadline: return fmt::format("nobody decided in time: {}{}", who, reached);
    case desk::PassedOnBecause::Confidential:
      return fmt::format("it is confidential, and whose say it was may not read it: {}{}", who, reached);
    case desk::PassedOnBecause::Authority:
      return fmt::format("{} was proposed ({}), but {}: {}{}", option_words(e.option, decision), e.reason, e.limit, who,
                         reached);
  }
  return "";
}

std::string narrate_decision(const desk::DecisionTaken& e, const desk::DecisionRequest& decision,
                             const policy::Policy& policy) {
  std::string text = fmt::format("decided for {}: {}", option_words(e.option, decision), e.reason);
  if (!e.conditions.empty()) text += fmt::format("; on condition: {}", e.conditions);
  if (e.risk) text += fmt::format("; accepted the risk: {}", e.risk->what);
  if (e.exception) text += fmt::format("; granted an exception from {}", e.exception->policy);
  if (e.lapses_at) {
    text += fmt::format("; {} owns it until it lapses on {}", display_of(e.owner, policy),
                        time_words(*e.lapses_at, policy));
  }
  return text + told_words(e.told, policy);
}

std::string narrate_decision(const desk::LapseReminded& e, const desk::DecisionRequest& decision,
                             const policy::Policy& policy) {
  const std::string when = lapse_time(decision, policy);
  return fmt::format("{} lapses{}{}", lapsing_words(decision), when.empty() ? " soon" : when,
                     told_words(e.told, policy));
}

std::string narrate_decision(const desk::DecisionLapsed& e, const desk::DecisionRequest& decision,
                             const policy::Policy& policy) {
  return fmt::format("{} lapsed{}{}", lapsing_words(decision), lapse_time(decision, policy),
                     told_words(e.told, policy));
}

std::string narrate_decision(const desk::DecisionReplaced& e, const desk::DecisionRequest&, const policy::Policy&) {
  return fmt::format("{} took its place", ticket_words(e.by.number));
}

std::string narrate_decision(const desk::DecisionUsed& e, const desk::DecisionRequest&, const policy::Policy&) {
  const std::string cost = e.cost ? fmt::format(", for {}", desk::spoken_cost(*e.cost)) : std::string();
  return fmt::format("did what was decided, on {}{}", ticket_words(e.number), cost);
}

}  // namespace tandem::app
