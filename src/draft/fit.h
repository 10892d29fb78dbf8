// Whether co-managed IT is right for a company: points for and against each of three ways, with the reasons in words,
// what contradicts itself, what has to be put right first, and which missing answers could change the verdict.
//
//   const FitReport report = assess_fit(answers);              // answers to questionnaire("fit")
//   if (report.outcome == FitOutcome::Fits) report.ways[report.best].title …
//
// Everything that weighs stands in questions/fit_weights.yaml, for people to read and to disagree with. Deterministic:
// the same answers give the same report. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draft/answers.h"
#include "draft/questionnaire.h"

namespace tandem::draft {

// One of the ways to run IT, in the order of the file.
struct FitWay {
  std::string name;   // "co-managed"
  std::string title;  // "Co-managed IT"
  std::string words;  // what it is
  std::string next;   // what to do when it fits
  int points = 0;
  std::string excluded_because{};  // empty: open
};

struct FitReason {
  std::string question;
  std::string because;
  std::vector<int> points;  // by way
};

// What has to be put right before the best way can go well.
struct FitFirst {
  std::string because;
  std::string what_to_do;
};

enum class FitOutcome : std::uint8_t {
  Fits,    // `best` is the way to go
  NotYet,  // it would be, after `first`
  Open,    // too little was answered to say
};

// An answer that is missing, and another verdict that it could bring.
struct FitChange {
  std::string question;
  std::string answer;  // "nobody has the time"
  FitOutcome outcome = FitOutcome::Open;
  std::size_t best = 0;
};

struct FitReport {
  FitOutcome outcome = FitOutcome::Open;
  std::vector<FitWay> ways;
  std::size_t best = 0;  // the open way with the most points; of several the first
  int lead = 0;          // over the next best of the open ways
  std::vector<FitReason> reasons;
  std::vector<FitFirst> first;  // of the best way
  std::vector<std::string> contradictions;
  std::vector<FitChange> changes;
  std::vector<std::string> missing;    // questions that arise and have no answer
  std::vector<std::string> templates;  // of arrangement.h, where co-managed IT fits
  std::size_t answered = 0;
  std::size_t asked = 0;   // questions that arise
  std::size_t enough = 0;  // answers that a verdict takes
};

[[nodiscard]] FitReport assess_fit(const Answers& answers);

// A line of the weights: what an answer is, and what it counts for each way.
struct FitWeight {
  std::string question;
  std::string is;  // as people read it: "below 15", "nobody has the time"
  std::string because;
  std::vector<int> points;
};
[[nodiscard]] std::vector<FitWeight> fit_weights();
[[nodiscard]] std::vector<FitWay> fit_ways();  // without points

}  // namespace tandem::draft
