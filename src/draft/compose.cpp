#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "agreement/amounts.h"
#include "base/check.h"
#include "calendar/date_text.h"
#include "draft/arrangement.h"
#include "draft/built_in.h"
#include "draft/example_times.h"
#include "draft/formatted.h"
#include "draft/layer_set.h"
#include "draft/people_lines.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

// Replaces `${name}` by its value, again and again, for values may speak of values. What people wrote is taken as it
// is.
class Values {
 public:
  explicit Values(const Cast& cast) : cast_(cast) {}

  // Later wins: what the caller says over what a layer says over what the file has.
  void set(std::string_view name, std::string value) {
    values_.insert_or_assign(std::string(name), Value{.text = std::move(value), .is_literal = false});
  }
  void set_literal(std::string_view name, std::string value) {
    values_.insert_or_assign(std::string(name), Value{.text = std::move(value), .is_literal = true});
  }

  void add_item(const std::string& name, const std::string& item) {
    auto& items = items_[name];
    if (std::ranges::find(items, item) == items.end()) items.push_back(item);
  }

  [[nodiscard]] const std::vector<std::string>& items(const std::string& name) { return items_[name]; }

  [[nodiscard]] std::string replaced(std::string_view text, int depth = 0) {
    constexpr int kDeepest = 8;
    TANDEM_CHECK(depth < kDeepest);
    std::string out;
    while (true) {
      const auto begin = text.find("${");
      out += text.substr(0, begin);
      if (begin == std::string_view::npos) return out;
      const auto end = text.find('}', begin);
      TANDEM_CHECK(end != std::string_view::npos);
      out += value_of(text.substr(begin + 2, end - begin - 2), depth + 1);
      text.remove_prefix(end + 1);
    }
  }

  // Groups of the cast that the text speaks of.
  [[nodiscard]] const std::set<std::string, std::less<>>& groups_used() const { return groups_used_; }

 private:
  std::string value_of(std::string_view name, int depth) {
    if (const auto found = values_.find(name); found != values_.end()) {
      const Value& value = found->second;
      return value.is_literal ? value.text : replaced(value.text, depth);
    }
    if (const auto found = items_.find(name); found != items_.end()) return list_of(found->second, depth);
    const auto dot = name.find('.');
    TANDEM_CHECK(dot != std::string_view::npos);
    return of_group(group_of(cast_, name.substr(0, dot)), name.substr(dot + 1));
  }

  // Two items may come to the same word once they are spelled out.
  std::string list_of(const std::vector<std::string>& items, int depth) {
    std::vector<std::string> words;
    for (const std::string& item : items) {
      auto word = replaced(item, depth);
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
    return fmt::format("{}", fmt::join(words, ", "));
  }

  std::string of_group(const CastGroup& group, std::string_view what) {
    groups_used_.insert(group.name);
    TANDEM_CHECK(!group.people.empty());
    const auto& people = group.people;
    if (what == "lead") return people.front().key;
    if (what == "last") return people.back().key;
    if (what == "deputy") return deputy_of(cast_, group).key;
    // Of the advisors the second does compliance, and the first answers for them meanwhile.
    if (what == "compliance") return people.size() > 1 ? people[1].key : people.front().key;
    if (what == "compliance-deputy") return people.size() > 1 ? people.front().key : deputy_of(cast_, group).key;
    std::vector<std::string_view> keys;
    for (const CastMember& one : people) keys.push_back(one.key);
    // By night the others of the same list: who has the day in a week is not who has its nights.
    if (what == "nights") std::ranges::rotate(keys, keys.end() - 1);
    TANDEM_CHECK(what == "members" || what == "nights");
    return fmt::format("{}", fmt::join(keys, ", "));
  }

  struct Value {
    std::string text;
    bool is_literal = false;
  };

  const Cast& cast_;
  std::map<std::string, Value, std::less<>> values_;
  std::map<std::string, std::vector<std::string>, std::less<>> items_;
  std::set<std::string, std::less<>> groups_used_;
};

using Slots = std::map<std::string, std::string, std::less<>>;

std::string permission_lines(const DraftRequest& request) {
  std::string out;
  std::size_t width = 16;
  for (const Permission& one : request.ask_first) width = std::max(width, one.name.size());
  for (const Permission& one : request.ask_first) {
    out += fmt::format("  {:<{}} {{size: big, by: ${{it.lead}}, within: {}}}\n", one.name + ":", width + 1, one.within);
  }
  if (out.empty()) return out;
  return "  # What ${provider} asks your IT lead for before doing it, each time.\n" + out;
}

std::string exit_lines(const DraftRequest& request) {
  const std::vector<ExitLine> usual = {
      {"respond-on-time", "at_least: 90 %"}, {"ownerless-minutes", "at_most: 0"}, {"satisfaction", "at_least: 80 %"}};
  std::string out;
  for (const ExitLine& line : request.exit.empty() ? usual : request.exit) {
    out += fmt::format("    - {{measure: {}, {}}}\n", line.measure, line.bound);
  }
  return out;
}

std::string cost_lines(const DraftRequest& request) {
  if (request.cost.empty()) {
    return "# What it costs beside the other ways, in your own figures, so that the choice can be looked at again:\n"
           "#   cost: {agreement: 5200 ${currency} per month, fully_managed: 12800 ${currency} per month, hire: 98000 "
           "${currency} per year}\n";
  }
  return fmt::format(
      "# What it costs beside the other ways, so that the choice can be looked at again.\ncost: {{{}}}\n",
      fmt::join(request.cost, ", "));
}

Slots fill_slots(const DraftRequest& request, const std::vector<Layer>& layers) {
  Slots slots;
  slots["permissions"] = permission_lines(request);
  slots["exit"] = exit_lines(request);
  slots["cost"] = cost_lines(request);
  for (const Layer& layer : layers) {
    for (const auto& [slot, text] : layer.slots) slots[slot] += text;
  }
  return slots;
}

// The base text with its places filled, sections without content left out. `@@ people` stays, for who is needed is
// known last.
std::string fill_base(const Slots& slots) {
  std::string out;
  std::string section;
  bool in_section = false;
  bool section_is_filled = false;
  for (const auto part : std::views::split(built_in_text("base"), '\n')) {
    const std::string_view line(part.begin(), part.end());
    std::string& into = in_section ? section : out;
    if (line == "@section") {
      in_section = true;
      section_is_filled = false;
    } else if (line == "@end") {
      if (section_is_filled) out += section;
      section.clear();
      in_section = false;
    } else if (line.starts_with("@@ ") && line != "@@ people") {
      const auto found = slots.find(line.substr(3));
      if (found == slots.end() || found->second.empty()) continue;
      into += found->second;
      section_is_filled = true;
    } else {
      into += std::string(line) + '\n';
    }
  }
  return out;
}

// At most two blank lines together, and none at the end.
std::string without_gaps(std::string_view text) {
  std::string out;
  std::size_t blank = 0;
  for (const auto part : std::views::split(text, '\n')) {
    const std::string_view line(part.begin(), part.end());
    blank = line.empty() ? blank + 1 : 0;
    if (blank < 3) out += std::string(line) + '\n';
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

// A short name for a party: the first word of the business's own name, where that says enough.
std::string party_name(std::string_view business) {
  constexpr std::array<std::string_view, 6> kReserved = {"lead", "on-duty", "nobody", "closest", "surge", "default"};
  constexpr std::size_t kEnough = 4;
  const std::string name = name_of(business);
  const std::string first = name.substr(0, name.find('-'));
  if (first.size() >= kEnough && std::ranges::find(kReserved, first) == kReserved.end()) return first;
  return std::ranges::find(kReserved, name) == kReserved.end() ? name : "";
}

std::pair<std::string, std::string> party_names(const DraftRequest& request) {
  std::string client = party_name(request.client);
  std::string provider = party_name(request.provider);
  if (client.empty() || client == provider) client = "client";
  if (provider.empty() || provider == client) provider = client == "provider" ? "the-provider" : "provider";
  return {client, provider};
}

void set_values(const DraftRequest& request, const std::vector<Layer>& layers, Values& values) {
  for (const yaml::Entry& entry : built_in_tree("variables").root.map()->entries) {
    values.set(entry.key, entry.value.scalar()->text);
  }
  values.add_item("critical.tell", "it");
  values.add_item("escalation.people", "${it.lead}");
  std::set<std::string> settled;
  for (const Layer& layer : layers) {
    for (const auto& [name, value] : layer.values) {
      const bool is_only_one = settled.insert(name).second;
      TANDEM_CHECK(is_only_one);
      values.set(name, value);
    }
    for (const auto& [name, item] : layer.items) values.add_item(name, item);
  }
  values.add_item("critical.tell", "${leaders.lead}");
  // Where nobody of the provider works around the clock, it is two of the client's.
  if (values.items("escalation.people").size() == 1) values.add_item("escalation.people", "${it.deputy}");

  const auto [client, provider] = party_names(request);
  const ExampleTimes times = example_times(request);
  values.set_literal("about", comment_lines(request.about));
  values.set_literal("client", request.client);
  values.set_literal("client.key", client);
  values.set_literal("client.yaml", yaml_word(request.client));
  values.set_literal("provider", request.provider);
  values.set_literal("provider.key", provider);
  values.set_literal("provider.yaml", yaml_word(request.provider));
  const std::size_t column = std::max(client.size(), provider.size()) + 1;
  values.set("client.column", fmt::format("{:<{}}", client + ":", column));
  values.set("provider.column", fmt::format("{:<{}}", provider + ":", column));
  const std::string engagement = name_of(request.client);
  values.set_literal("engagement", engagement.empty() ? client : engagement);
  values.set_literal("title", yaml_word(request.client + " and " + request.provider));
  values.set_literal("zone", request.time_zone);
  values.set_literal("currency", request.currency);
  const auto& windows = request.office_windows;
  const std::string hours = fmt::format("\"{}\"", fmt::join(windows, "\", \""));
  const std::string office = windows.size() == 1 ? hours : fmt::format("[{}]", hours);
  values.set_literal("office", fmt::format("{}: {}", yaml_word(request.office_days), office));
  values.set("holidays.key", request.holidays.empty() ? "" : ", holidays: " + request.holidays);
  values.set("effective", calendar::iso_date(request.effective));
  values.set("trial.until", calendar::iso_date(times.trial_end));
  values.set("first-monday", calendar::iso_date(times.first_monday));
  values.set("at.office", times.in_office_hours);
  values.set("at.night", times.at_night);
  for (const auto& [name, value] : request.values) values.set_literal(name, value);
}

}  // namespace

std::string compose(const DraftRequest& request) {
  const std::vector<Layer> layers = complete_layers(request.layers);
  Values values(request.cast);
  set_values(request, layers, values);
  const std::string base = fill_base(fill_slots(request, layers));
  constexpr std::string_view kPlace = "@@ people\n";
  const auto place = base.find(kPlace);
  TANDEM_CHECK(place != std::string::npos);
  const std::string before = values.replaced(std::string_view(base).substr(0, place));
  const std::string after = values.replaced(std::string_view(base).substr(place + kPlace.size()));
  const auto [client, provider] = party_names(request);
  const std::string people = people_lines(request.cast, values.groups_used(), {.client = client, .provider = provider});
  return formatted(without_gaps(before + people + after));
}

}  // namespace tandem::draft
