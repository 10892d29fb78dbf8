#include <fmt/ranges.h>

#include <algorithm>

#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"
#include "agreement/diff/listing.h"
#include "policy/work_words.h"

namespace tandem::agreement::diff {
namespace {

std::string hours(const Reading& text, const Conditions& when) {
  std::string out;
  for (const HoursCondition& each : when.hours.value)
    Reading::append(out, (each.open ? "" : "not ") + text.name(Space::Calendar, each.calendar.name));
  return out;
}

std::string load(const Reading& text, const Conditions& when) {
  if (!when.load.good()) return {};
  return fmt::format("{} or more open per person in {}", when.load.value.open_per_person.value,
                     text.name(Space::Team, when.load.value.team));
}

template <class Kind>
std::string kinds(const Field<std::vector<Kind>>& field) {
  std::string out;
  for (const Kind kind : field.value) Reading::append(out, policy::to_text(kind));
  return out;
}

std::string rule_name(const RoutingRule& rule, std::size_t position) {
  return rule.name.good() ? fmt::format("`{}`", rule.name.value) : fmt::format("{}", position + 1);
}

}  // namespace

std::vector<Described> describe_rules(const Reading& text) {
  std::vector<Described> out;
  for (const RoutingRule& rule : text.agreement().routing) {
    const Conditions& when = rule.when.value;
    out.push_back({rule_name(rule, out.size()),
                   rule.at,
                   {{"category", text.names(Space::Category, when.category.value)},
                    {"priority", text.names(Space::Priority, when.priority.value)},
                    {"site", text.names(Space::Site, when.site.value)},
                    {"department", text.names(Space::Department, when.department.value)},
                    {"requester", kinds(when.requester)},
                    {"asset class", text.names(Space::AssetClass, when.asset_class.value)},
                    {"source", kinds(when.source)},
                    {"hours", hours(text, when)},
                    {"load", load(text, when)},
                    {"away", text.names(Space::Person, when.away.value)},
                    {"to", text.name(Space::Team, rule.to)}}});
  }
  return out;
}

std::vector<TextChange> compare_rule_order(const Reading& before, const Reading& after) {
  const auto shared = [](const std::vector<Described>& all, const std::vector<Described>& others) {
    std::vector<std::string> names;
    for (const Described& rule : all) {
      if (std::ranges::find(others, rule.name, &Described::name) != others.end()) names.push_back(rule.name);
    }
    return names;
  };
  const auto was = describe_rules(before);
  const auto is = describe_rules(after);
  const auto order = shared(is, was);
  if (shared(was, is) == order) return {};
  return {{Topic::Routing, fmt::format("routing rules are asked in another order: {}", listing(order, "and", 12)),
           was.front().at, is.front().at}};
}

}  // namespace tandem::agreement::diff
