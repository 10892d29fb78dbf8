// The words of the language: every thing that is written as a map, and the keys it has. The readers take them from
// here, and so do the tests that hold the reference pages and the JSON Schema against the language.
//
//   Fields fields(binder, node, vocabulary::kTeam);
//   vocabulary::kTeam.what        // "a team": as messages name it
//   vocabulary::kTeam.keys()      // "party", "lead", "members" …
//
// Maps whose keys the author chooses (people by name, controls by number) are not here. Plain constants.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace tandem::agreement {

class Construct {
 public:
  // REQUIRES: at most kMostKeys keys, at least one.
  constexpr Construct(std::string_view named, std::initializer_list<std::string_view> keys)
      : what(named), count_(keys.size()) {
    std::size_t i = 0;
    for (const std::string_view key : keys) keys_[i++] = key;
  }
  [[nodiscard]] constexpr std::span<const std::string_view> keys() const { return {keys_.data(), count_}; }

  std::string_view what;  // with its article; things that occur once are named by their key: "`review`"

 private:
  static constexpr std::size_t kMostKeys = 40;
  std::array<std::string_view, kMostKeys> keys_{};
  std::size_t count_;
};

// The first key of each is the one that messages give as an example.
namespace vocabulary {

inline constexpr Construct kAgreement("an agreement",
                                      {"tandem",     "engagement",   "name",         "time_zone",     "effective",
                                       "review",     "parties",      "holiday_sets", "calendars",     "people",
                                       "teams",      "sites",        "departments",  "asset_classes", "functions",
                                       "categories", "routing",      "targets",      "escalations",   "handoffs",
                                       "disputes",   "decisions",    "scenarios",    "scope",         "communication",
                                       "cost",       "expect",       "rotations",    "leave",         "frameworks",
                                       "freezes",    "confidential", "trial",        "exceptions",    "include"});
inline constexpr Construct kReview("`review`", {"every", "by"});

inline constexpr Construct kParty("a party", {"kind", "name", "handled_by"});
inline constexpr Construct kHolidaySet("a holiday set", {"days", "based_on", "without", "observed"});
// Days of the week have more spellings than these: "tue,thu".
inline constexpr Construct kCalendar("a calendar",
                                     {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon-fri", "holidays", "closed",
                                      "open", "breaks", "time_zone", "any_of", "all_of", "without"});
inline constexpr Construct kPerson("a person", {"party", "name", "email", "title", "time_zone"});
inline constexpr Construct kTeam("a team", {"party", "lead", "members", "hours", "minimum", "cover"});
inline constexpr Construct kLeave("a leave", {"who", "from", "to"});

inline constexpr Construct kRotation("a rotation", {"team", "order", "turn", "starts", "ends", "only", "time_zone",
                                                    "layers", "overrides", "swaps", "temporary"});
inline constexpr Construct kLayer("a layer", {"name", "order", "turn", "starts", "ends", "only"});
inline constexpr Construct kOnly("`only`", {"mon-fri", "mon", "tue", "wed", "thu", "fri", "sat", "sun"});
inline constexpr Construct kOverride("an override", {"who", "from", "to"});
inline constexpr Construct kSwap("a swap", {"between", "from", "to"});
inline constexpr Construct kTemporary("a temporary schedule", {"from", "to", "shifts"});
inline constexpr Construct kShift("a shift", {"who", "from", "to"});

inline constexpr Construct kAssetClass("an asset class", {"requires"});
inline constexpr Construct kFunction("a function", {"kind", "security", "activities"});
inline constexpr Construct kActivity("an activity", {"responsible", "accountable", "deputy", "consulted", "informed",
                                                     "role", "may", "limits", "duty"});
inline constexpr Construct kLimits("`limits`", {"spend", "risk"});
inline constexpr Construct kDuty("a duty", {"every", "for", "evidence", "grace"});
inline constexpr Construct kDutyFor("`for`", {"asset_class"});

inline constexpr Construct kRule("a routing rule", {"name", "when", "to"});
inline constexpr Construct kWhen("`when`", {"category", "priority", "site", "department", "requester", "asset_class",
                                            "source", "hours", "load", "away"});
inline constexpr Construct kLoad("`load`", {"team", "open_per_person"});
inline constexpr Construct kTarget("a target", {"respond", "resolve", "clock"});
inline constexpr Construct kStep("an escalation step", {"after", "tell", "then"});
inline constexpr Construct kHandoffs("`handoffs`", {"accept_within", "bounces"});
inline constexpr Construct kDisputes("`disputes`", {"decide_within", "path"});
inline constexpr Construct kExpectation("an expectation", {"given", "owner", "accountable", "person"});
inline constexpr Construct kGiven("`given`", {"category", "priority", "site", "department", "requester", "asset_class",
                                              "source", "load", "away", "at"});

inline constexpr Construct kDecision("a decision", {"size", "by", "with", "within", "deadlock", "expires"});
inline constexpr Construct kScenario("a scenario", {"contain", "communicate", "recover", "decide", "updates"});
inline constexpr Construct kScope("`scope`", {"hours", "excluded", "requests"});
inline constexpr Construct kRequests("`requests`", {"by", "within"});
inline constexpr Construct kCommunication("`communication`", {"sync", "digest", "critical"});
inline constexpr Construct kSync("`sync`", {"every", "on", "who"});
inline constexpr Construct kDigest("`digest`", {"at", "to"});
inline constexpr Construct kCriticalNews("`critical`", {"tell"});
inline constexpr Construct kCost("`cost`", {"agreement", "fully_managed", "hire"});
inline constexpr Construct kControl("a control", {"implemented_by", "verified_by", "decides"});
inline constexpr Construct kFreeze("a freeze", {"name", "from", "to", "except"});
inline constexpr Construct kConfidential("a confidential category", {"read"});
inline constexpr Construct kTrial("`trial`", {"until", "exit"});
inline constexpr Construct kCriterion("an exit criterion", {"measure", "at_least", "at_most"});
inline constexpr Construct kException("an exception", {"allow", "at", "because", "until"});

// All of them.
inline constexpr std::array kAll = {
    &kAgreement, &kReview,       &kParty,    &kHolidaySet, &kCalendar,     &kPerson,    &kTeam,          &kLeave,
    &kRotation,  &kLayer,        &kOnly,     &kOverride,   &kSwap,         &kTemporary, &kShift,         &kAssetClass,
    &kFunction,  &kActivity,     &kLimits,   &kDuty,       &kDutyFor,      &kRule,      &kWhen,          &kLoad,
    &kTarget,    &kStep,         &kHandoffs, &kDisputes,   &kExpectation,  &kGiven,     &kDecision,      &kScenario,
    &kScope,     &kRequests,     &kSync,     &kDigest,     &kCriticalNews, &kCost,      &kCommunication, &kControl,
    &kFreeze,    &kConfidential, &kTrial,    &kCriterion,  &kException};

}  // namespace vocabulary
}  // namespace tandem::agreement
