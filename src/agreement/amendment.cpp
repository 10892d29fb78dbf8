#include "agreement/amendment.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/edits.h"

namespace tandem::agreement {
namespace {

struct Change {
  diag::Edit edit;
  std::string words;
};

// `responsible` of the activity.
std::optional<Change> reassign(const Activity& activity, std::string_view team) {
  if (!activity.responsible.good()) return std::nullopt;
  return Change{.edit = {.at = activity.responsible.at, .text = std::string(team)},
                .words = fmt::format("`{}` is the responsibility of `{}`", activity.name, team)};
}

// What stands in the line before the item, when that is all that leads to it: the indentation and the dash.
std::optional<std::string_view> dash_before(const source::SourceMap& sources, source::Range item) {
  const std::string_view text = sources.text(item.file);
  const std::size_t start = text.substr(0, item.begin).rfind('\n') + 1;  // of no line break: 0
  const std::string_view lead = text.substr(start, item.begin - start);
  const std::size_t dash = lead.find_first_not_of(' ');
  const bool is_dash = dash != std::string_view::npos && lead[dash] == '-' &&
                       lead.substr(dash + 1).find_first_not_of(' ') == std::string_view::npos;
  return is_dash ? std::optional(lead) : std::nullopt;
}

// A rule before the first one, in the form in which the list is written; or the first section of its kind.
std::optional<Change> route(const Compiled& compiled, std::string_view category, std::string_view team,
                            std::string_view rule_name) {
  const Agreement& agreement = *compiled.agreement;
  const std::string rule = fmt::format("{{name: {}, when: {{category: {}}}, to: {}}}", rule_name, category, team);
  Change change{.edit = {},
                .words = fmt::format("a routing rule gives `{}` to `{}`, before the others", category, team)};
  if (agreement.routing.empty()) {
    if (agreement.section("routing").presence != Presence::Absent || !agreement.room) return std::nullopt;
    change.edit = agreement.room->write(Field<int>(), "routing", fmt::format("[{}]", rule));
    return change;
  }
  const source::Range first = agreement.routing.front().at;
  const auto dash = dash_before(compiled.sources, first);
  change.edit = {.at = {first.file, first.begin, first.begin},
                 .text = dash ? fmt::format("{}\n{}", rule, *dash) : fmt::format("{}, ", rule)};
  return change;
}

}  // namespace

std::optional<Amended> give_category(const Compiled& compiled, std::string_view category, std::string_view team,
                                     std::string_view rule_name) {
  const Agreement& agreement = *compiled.agreement;
  const auto found = std::ranges::find(agreement.categories, category,
                                       [](const Category& each) -> const std::string& { return each.name.value; });
  const bool has_team =
      std::ranges::any_of(compiled.policy->spec().teams, [&](const policy::Team& each) { return each.name == team; });
  if (found == agreement.categories.end() || !found->activity.good() || !has_team) return std::nullopt;
  const policy::ActivityIndex index = found->activity.value.index;
  const Activity& activity = agreement.activities[index.value];
  const auto categories_of_it = std::ranges::count_if(agreement.categories, [&](const Category& each) {
    return each.activity.good() && each.activity.value.index == index;
  });
  if (categories_of_it == 1 && activity.responsible.good() && activity.responsible.value.name == team)
    return std::nullopt;
  const auto change = categories_of_it == 1 ? reassign(activity, team) : route(compiled, category, team, rule_name);
  if (!change) return std::nullopt;

  const std::string& file = compiled.files[static_cast<std::size_t>(change->edit.at.file)];
  Amended amended{.bundle = compiled.bundle, .words = change->words};
  std::string& text = amended.bundle.files.at(file);
  text = diag::with_edits(text, std::span(&change->edit, 1));
  const Compiled after = compile_bundle(amended.bundle, {.today = std::nullopt, .rehearsal = Rehearsal::Skip});
  return after.policy ? std::optional(std::move(amended)) : std::nullopt;
}

}  // namespace tandem::agreement
