#include "agreement/diff/text_changes.h"

#include <fmt/format.h>

#include "agreement/diff/describe.h"

namespace tandem::agreement::diff {
namespace {

Topic topic_of(Space space) {
  switch (space) {
    case Space::Party: return Topic::Parties;
    case Space::Person: return Topic::People;
    case Space::Team: return Topic::Teams;
    case Space::Calendar:
    case Space::HolidaySet: return Topic::Calendars;
    case Space::Rotation: return Topic::Rotations;
    case Space::Function:
    case Space::Activity: return Topic::Activities;
    case Space::CategoryGroup:
    case Space::Category: return Topic::Categories;
    case Space::Site:
    case Space::Department:
    case Space::AssetClass: return Topic::Things;
    case Space::Priority: return Topic::Targets;
    case Space::EscalationPath: return Topic::Escalations;
    case Space::Decision: return Topic::Decisions;
  }
  return Topic::Agreement;
}

class TextComparison {
 public:
  TextComparison(const Reading& before, const Reading& after) : before_(before), after_(after) {}

  std::vector<TextChange> run() {
    compare<&describe_agreement>(Topic::Agreement, {"the", "the"});
    compare<&describe_parties>(Topic::Parties, {"party", "parties"});
    compare<&describe_people>(Topic::People, {"person", "people"});
    compare<&describe_teams>(Topic::Teams, {"team", "teams"});
    compare<&describe_calendars>(Topic::Calendars, {"calendar", "calendars"});
    compare<&describe_holiday_sets>(Topic::Calendars, {"holiday set", "holiday sets"});
    compare<&describe_rotations>(Topic::Rotations, {"rotation", "rotations"});
    compare<&describe_layers>(Topic::Rotations, {"layer of", "layers of"});
    compare<&describe_leave>(Topic::Leave, {"leave of", "leave of"});
    compare<&describe_sites>(Topic::Things, {"site", "sites"});
    compare<&describe_departments>(Topic::Things, {"department", "departments"});
    compare<&describe_asset_classes>(Topic::Things, {"asset class", "asset classes"});
    compare<&describe_functions>(Topic::Activities, {"function", "functions"});
    compare<&describe_activities>(Topic::Activities, {"activity", "activities"});
    compare<&describe_categories>(Topic::Categories, {"category", "categories"});
    compare<&describe_rules>(Topic::Routing, {"routing rule", "routing rules"});
    append(compare_rule_order(before_, after_));
    compare<&describe_targets>(Topic::Targets, {"priority", "priorities"});
    compare<&describe_escalations>(Topic::Escalations, {"escalation of", "escalations of"});
    compare<&describe_handoffs>(Topic::Handoffs, {"rules of", "rules of"});
    compare<&describe_disputes>(Topic::Handoffs, {"path of", "path of"});
    compare<&describe_decisions>(Topic::Decisions, {"decision", "decisions"});
    compare<&describe_scenarios>(Topic::Scenarios, {"scenario", "scenarios"});
    compare<&describe_scope>(Topic::Scope, {"the", "the"});
    compare<&describe_communication>(Topic::Communication, {"the", "the"});
    compare<&describe_cost>(Topic::Cost, {"the", "the"});
    compare<&describe_controls>(Topic::Controls, {"control", "controls"});
    compare<&describe_freezes>(Topic::Freezes, {"freeze", "freezes"});
    compare<&describe_confidential>(Topic::Confidential, {"confidential", "confidential"});
    compare<&describe_trial>(Topic::Trial, {"the", "the"});
    compare<&describe_exceptions>(Topic::Exceptions, {"exception", "exceptions"});
    return std::move(changes_);
  }

 private:
  template <auto Describe>
  void compare(Topic topic, Noun noun) {
    append(diff::compare(topic, noun, Describe(before_), Describe(after_)));
  }
  void append(std::vector<TextChange> more) {
    changes_.insert(changes_.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
  }

  const Reading& before_;
  const Reading& after_;
  std::vector<TextChange> changes_;
};

}  // namespace

std::vector<TextChange> text_changes(const Agreement& before, const Agreement& after, const Naming& naming) {
  std::vector<TextChange> changes;
  for (const Rename& rename : naming.renames()) {
    changes.push_back({topic_of(rename.space),
                       fmt::format("{} {} is now called {}", noun(rename.space), rename.before, rename.after),
                       rename.before_at, rename.after_at});
  }
  std::vector<TextChange> others = TextComparison(Reading(before, naming), Reading(after)).run();
  changes.insert(changes.end(), std::move_iterator(others.begin()), std::move_iterator(others.end()));
  std::ranges::stable_sort(changes, {}, &TextChange::topic);
  return changes;
}

}  // namespace tandem::agreement::diff
