// What a matrix becomes in an agreement, before it is text: functions with activities, the rules that scopes call for,
// and for everything the words that tell a person what to look at. Internal to draft/'s matrices.
//
// An activity has one accountable person in an agreement. Where the letters A of a row have scopes, the row becomes one
// activity for each, and one that nobody answers for where the scopes leave something out. Where only letters R have
// scopes the row stays one activity, and routing rules send each part to its team.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "draft/matrix.h"
#include "draft/matrix_cast.h"

namespace tandem::draft {

struct PlannedActivity {
  std::string key;
  std::string title;  // as the matrix writes it, and the scope
  std::string category;
  std::optional<std::string> responsible;  // a team
  std::vector<std::string> accountable;    // people; none and several are as the matrix has them
  std::vector<std::string> consulted;      // teams
  std::vector<std::string> informed;
  std::vector<std::string> remarks;  // what could not be said otherwise, each a sentence without full stop
};

struct PlannedFunction {
  std::string key;
  std::string title;
  bool strategic = false;
  bool security = false;
  std::vector<PlannedActivity> activities;
};

struct PlannedRule {
  std::string name;
  std::string category;
  Scope scope;
  std::string team;
};

struct MatrixPlan {
  MatrixCast cast;
  std::vector<PlannedFunction> functions;
  std::vector<PlannedRule> rules;
  ScopeSpace scopes;
  std::string other;         // function.activity that takes what nobody classified; never empty
  bool other_sorts = false;  // its name says that it sorts work out: a service desk, triage
};

// REQUIRES: there is a matrix with an activity.
[[nodiscard]] MatrixPlan plan_agreement(std::span<const Matrix> matrices);

}  // namespace tandem::draft
