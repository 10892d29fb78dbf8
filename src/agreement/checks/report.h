// What the checks find, each with the dotted place that an exception names: "backup.monitoring" for an activity,
// "teams.harbor-it" or just "harbor-it" for a team, "review" for a section as a whole.
//
//   reports.add(diag::Kind::NoDeputy, {"functions", activity.name}, activity.key.at, "…").suggest("…");
//   reports.insist(diag::Kind::NoOwner, …);      // the same, and no exception allows it
//
// Single-threaded; the references that add() gives stay good.
#pragma once

#include <deque>
#include <string>

#include "agreement/model.h"
#include "diag/finding.h"

namespace tandem::agreement {

struct ReportPlace {
  std::string section;
  std::string name;        // empty: the section as a whole
  std::string position{};  // of what may have no name of its own, from 1: "3"
  // Every way to write it.
  [[nodiscard]] std::vector<std::string> spellings() const {
    if (name.empty()) return {section};
    std::vector<std::string> all = {name, section + "." + name};
    if (!position.empty()) all.push_back(section + "." + position);
    return all;
  }
};

struct Report {
  ReportPlace place;
  diag::Finding finding;
  bool can_be_allowed = true;
};

class Reports {
 public:
  diag::Finding& add(diag::Kind kind, ReportPlace place, source::Range at, std::string message) {
    reports_.push_back(
        {std::move(place),
         {.kind = kind, .at = at, .message = std::move(message), .notes = {}, .counterexample = {}, .repair = {}}});
    return reports_.back().finding;
  }
  // What the desk could not run with, of a kind that may be allowed elsewhere.
  diag::Finding& insist(diag::Kind kind, ReportPlace place, source::Range at, std::string message) {
    diag::Finding& finding = add(kind, std::move(place), at, std::move(message));
    reports_.back().can_be_allowed = false;
    return finding;
  }
  [[nodiscard]] const std::deque<Report>& all() const { return reports_; }

 private:
  std::deque<Report> reports_;
};

}  // namespace tandem::agreement
