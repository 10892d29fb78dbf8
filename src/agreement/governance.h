// How the parties decide, plan for the worst, talk, pay and review, as the text says it. Plain values.
#pragma once

#include "agreement/amounts.h"
#include "agreement/days.h"
#include "agreement/located.h"
#include "diag/finding.h"

namespace tandem::agreement {

struct Review {
  source::Range at{};
  Field<Length> every;
  Field<std::vector<PersonRef>> by;
};

enum class DecisionSize : std::uint8_t { Small, Big };

struct Decider {
  bool closest = false;  // whoever is closest to the work
  PersonRef person;
};

struct Decision {
  Located<std::string> key;
  Field<DecisionSize> size;
  Field<Decider> by;
  Field<std::vector<PersonRef>> with;
  Field<Length> within;
  Field<PersonRef> deadlock;
  Field<Length> expires;
};

struct NamedDecider {
  Located<std::string> key;
  Field<PersonRef> who;
};

struct Scenario {
  Located<std::string> key;
  Field<TeamOrPerson> contain;
  Field<TeamOrPerson> communicate;
  Field<TeamOrPerson> recover;
  Field<std::vector<NamedDecider>> decide;
  Field<Length> updates;
};

struct PartyHours {
  Located<std::string> key;
  policy::PartyIndex party{};  // none: `surge`
  Field<HoursPer> amount;
};

struct ScopeRequests {
  Field<std::vector<PersonRef>> by;
  Field<Length> within;
};

struct Scope {
  Field<std::vector<PartyHours>> hours;
  Field<std::vector<Located<std::string>>> excluded;
  Field<ScopeRequests> requests;
};

struct SyncMeeting {
  Field<Length> every;
  Field<WeekMoment> on;
  Field<std::vector<TeamOrPerson>> who;
};
struct Digest {
  Field<base::Duration> at;  // time of day
  Field<std::vector<TeamOrPerson>> to;
};
struct CriticalNews {
  Field<std::vector<TeamOrPerson>> tell;
};
struct Communication {
  Field<SyncMeeting> sync;
  Field<Digest> digest;
  Field<CriticalNews> critical;
};

struct Cost {
  Field<Money> agreement;
  Field<Money> fully_managed;
  Field<Money> hire;
};

struct Control {
  Located<std::string> key;  // the framework's own identifier, any text
  Field<ActivityRef> implemented_by;
  Field<ActivityRef> verified_by;
  Field<PersonRef> decides;
};
struct Framework {
  Located<std::string> key;
  std::vector<Control> controls;
};

struct Freeze {
  source::Range at;
  Field<std::string> name;
  FromTo during;
  Field<std::vector<DecisionRef>> except;
};

struct Confidential {
  Located<std::string> key;
  Field<std::vector<PersonRef>> read;
};

struct ExitCriterion {
  source::Range at;
  Field<std::string> measure;
  Field<Measure> at_least;
  Field<Measure> at_most;
};
struct Trial {
  Field<calendar::Date> until;
  Field<std::vector<ExitCriterion>> exit;
};

struct Exception {
  source::Range at;
  Field<diag::Kind> allow;
  Field<std::string> place;  // "backup.monitoring"
  Field<std::string> because;
  Field<calendar::Date> until;
};

}  // namespace tandem::agreement
