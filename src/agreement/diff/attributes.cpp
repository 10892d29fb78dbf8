#include "agreement/diff/attributes.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "agreement/diff/listing.h"
#include "base/check.h"

namespace tandem::agreement::diff {
namespace {

const Described* find(const std::vector<Described>& things, std::string_view name) {
  const auto found = std::ranges::find(things, name, &Described::name);
  return found == things.end() ? nullptr : &*found;
}

// "responsible desk, accountable priya"
std::string said(const Described& thing) {
  std::string out;
  for (const Attribute& each : thing.attributes) {
    if (!each.words.empty()) Reading::append(out, each.name.empty() ? each.words : each.name + " " + each.words);
  }
  return out;
}

// "deputy sam → otto; evidence none → restore report"
std::string changed(const Described& before, const Described& after) {
  TANDEM_ENSURE(before.attributes.size() == after.attributes.size());
  const auto words = [](const std::string& text) { return text.empty() ? std::string_view("none") : text; };
  std::vector<std::string> out;
  for (std::size_t i = 0; i < before.attributes.size(); ++i) {
    const Attribute& was = before.attributes[i];
    const Attribute& is = after.attributes[i];
    if (was.words == is.words) continue;
    out.push_back(fmt::format("{}{}{} → {}", is.name, is.name.empty() ? "" : " ", words(was.words), words(is.words)));
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

struct Group {
  std::string change;
  std::vector<std::string> names;
  source::Range before{};
  source::Range after{};
};

}  // namespace

std::string_view to_text(Topic topic) {
  switch (topic) {
    case Topic::Agreement: return "agreement";
    case Topic::Parties: return "parties";
    case Topic::People: return "people";
    case Topic::Teams: return "teams";
    case Topic::Calendars: return "calendars";
    case Topic::Rotations: return "rotations";
    case Topic::Leave: return "leave";
    case Topic::Things: return "things";
    case Topic::Activities: return "activities";
    case Topic::Categories: return "categories";
    case Topic::Routing: return "routing";
    case Topic::Targets: return "targets";
    case Topic::Escalations: return "escalations";
    case Topic::Handoffs: return "handoffs";
    case Topic::Decisions: return "decisions";
    case Topic::Scenarios: return "scenarios";
    case Topic::Scope: return "scope";
    case Topic::Communication: return "communication";
    case Topic::Cost: return "cost";
    case Topic::Controls: return "controls";
    case Topic::Freezes: return "freezes";
    case Topic::Confidential: return "confidential";
    case Topic::Trial: return "trial";
    case Topic::Exceptions: return "exceptions";
  }
  base::check_failed("a change has one of the topics");
}

std::vector<TextChange> compare(Topic topic, Noun noun, const std::vector<Described>& before,
                                const std::vector<Described>& after) {
  std::vector<TextChange> out;
  std::vector<Group> groups;
  for (const Described& was : before) {
    const Described* is = find(after, was.name);
    if (is == nullptr) {
      out.push_back({topic, fmt::format("{} {} is gone", noun.one, was.name), was.at, std::nullopt});
      continue;
    }
    std::string change = changed(was, *is);
    if (change.empty()) continue;
    const auto same = std::ranges::find(groups, change, &Group::change);
    if (same == groups.end()) {
      groups.push_back({std::move(change), {was.name}, was.at, is->at});
    } else {
      same->names.push_back(was.name);
    }
  }
  for (const Described& is : after) {
    if (find(before, is.name) != nullptr) continue;
    const std::string words = said(is);
    out.push_back({topic, fmt::format("{} {} is new{}{}", noun.one, is.name, words.empty() ? "" : ": ", words),
                   std::nullopt, is.at});
  }
  for (Group& group : groups) {
    out.push_back(
        {topic,
         fmt::format("{} {}: {}", group.names.size() == 1 ? noun.one : noun.many, listing(group.names), group.change),
         group.before, group.after});
  }
  return out;
}

std::string content(const Described& thing) {
  std::string out;
  for (const Attribute& each : thing.attributes) out += each.name + '\x1f' + each.words + '\x1e';
  return out;
}

}  // namespace tandem::agreement::diff
