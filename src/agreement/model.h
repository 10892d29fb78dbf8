// The whole agreement as typed values, each with its place in the text; every key of the language is here, also those
// that nothing acts on yet. References are positions in the vectors of the same Agreement, in the order of the text,
// and lowering keeps that order.
//
//   const Compiled compiled = compile_bundle(bundle, options);      // compile.h
//   for (const Team& team : compiled.agreement->teams) …
//
// Plain values: what the text gets wrong is marked in its Field and reported elsewhere.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/calendars.h"
#include "agreement/governance.h"
#include "agreement/matrix.h"
#include "agreement/parties.h"
#include "agreement/room.h"
#include "agreement/rotations.h"
#include "agreement/service.h"

namespace tandem::agreement {

// A top-level key of the text.
struct Section {
  Presence presence = Presence::Absent;
  source::Range at{};  // the key; of an absent section: where findings about the agreement as a whole point
};

struct Agreement {
  source::Range at{};  // where findings about the agreement as a whole point: the key `engagement`, else the first
  std::map<std::string, Section, std::less<>> sections;  // those that stand in the text
  [[nodiscard]] Section section(std::string_view key) const {
    const auto found = sections.find(key);
    return found == sections.end() ? Section{Presence::Absent, at} : found->second;
  }

  std::optional<Room> room;             // at its top, in the first file
  std::optional<Room> categories_room;  // in `categories`

  Field<std::string> engagement;
  Field<std::string> name;
  Field<std::string> time_zone;
  Field<calendar::Date> effective;
  Field<Review> review;

  std::vector<Party> parties;
  std::vector<HolidaySetText> holiday_sets;
  std::vector<CalendarText> calendars;
  std::vector<Person> people;
  std::vector<Team> teams;
  std::vector<RotationText> rotations;
  std::vector<Leave> leave;
  std::vector<Located<std::string>> sites;
  std::vector<Located<std::string>> departments;
  std::vector<AssetClass> asset_classes;

  std::vector<Function> functions;
  std::vector<Activity> activities;
  std::vector<Category> categories;

  std::vector<RoutingRule> routing;
  std::vector<TargetText> targets;  // the priorities, most urgent first
  std::vector<EscalationPath> escalations;
  Field<Handoffs> handoffs;
  Field<Disputes> disputes;
  std::vector<Expectation> expect;

  std::vector<Decision> decisions;
  std::vector<Scenario> scenarios;
  Field<Scope> scope;
  Field<Communication> communication;
  Field<Cost> cost;
  std::vector<Framework> frameworks;
  std::vector<Freeze> freezes;
  std::vector<Confidential> confidential;
  Field<Trial> trial;
  std::vector<Exception> exceptions;
};

}  // namespace tandem::agreement
