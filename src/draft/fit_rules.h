// questions/fit_weights.yaml as typed values. Lives as long as the program.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "draft/condition.h"
#include "draft/fit.h"

namespace tandem::draft {

struct WeightLine {
  Clause is;
  std::string because;
  std::vector<int> points;  // by way
};

// Something that holds of the way `of` (or of all: empty) when the condition does.
struct FitRule {
  std::string of;
  Condition when;
  std::string because;
  std::string what_to_do;
};

struct FitTemplate {
  std::string name;
  Condition when;
};

struct FitRules {
  std::vector<FitWay> ways;
  std::size_t enough = 0;
  std::vector<std::pair<std::string, std::vector<WeightLine>>> weights;  // by question, in the order of the file
  std::vector<FitRule> excluded;
  std::vector<FitRule> first;
  std::vector<FitRule> contradictions;
  std::vector<FitTemplate> templates;
};

[[nodiscard]] const FitRules& fit_rules();

}  // namespace tandem::draft
