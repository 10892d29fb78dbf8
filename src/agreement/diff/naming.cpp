#include "agreement/diff/naming.h"

#include <algorithm>

#include "agreement/diff/attributes.h"
#include "agreement/diff/describe.h"

namespace tandem::agreement::diff {

// Fills a Naming space by space, those first that others refer to, so that what others are made of reads alike.
class Naming::Matching {
 public:
  Matching(const Agreement& before, const Agreement& after, Naming& naming)
      : before_(before), after_(after), naming_(naming) {}

  void run() {
    match<&describe_parties>(Space::Party, {"kind", "name"});
    match<&describe_people>(Space::Person, {"email"});
    match<&describe_people>(Space::Person, {"name"});
    match<&describe_holiday_sets>(Space::HolidaySet, {});
    match<&describe_calendars>(Space::Calendar, {});
    match<&describe_teams>(Space::Team, {"party", "lead", "members", "hours", "minimum"});
    match<&describe_activities>(Space::Activity, {});
    match<&describe_categories>(Space::Category, {});
    match<&describe_targets>(Space::Priority, {});
    match<&describe_sites>(Space::Site, kNoContent);
    match<&describe_departments>(Space::Department, kNoContent);
    match<&describe_asset_classes>(Space::AssetClass, kNoContent);
    match<&describe_decisions>(Space::Decision, kNoContent);
    match<&describe_escalations>(Space::EscalationPath, kNoContent);
  }

 private:
  static inline const std::vector<std::string_view> kNoContent{"\x1f"};  // no attribute has the name

  // By name, and then what is left by those attributes; none named: by all of them.
  template <auto Describe>
  void match(Space space, const std::vector<std::string_view>& by) {
    Pairs& pairs = naming_.pairs_[static_cast<std::size_t>(space)];
    const std::vector<Described> before = Describe(Reading(before_, naming_));
    const std::vector<Described> after = Describe(Reading(after_));
    pairs.after.resize(before.size());
    pairs.before.resize(after.size());
    std::map<std::string_view, std::uint32_t> by_name;
    for (std::uint32_t i = 0; i < after.size(); ++i) by_name.emplace(after[i].name, i);
    for (std::uint32_t i = 0; i < before.size(); ++i) {
      if (const auto found = by_name.find(before[i].name); found != by_name.end()) pair(pairs, i, found->second);
    }
    match_content(space, pairs, before, after, by);
  }

  static void pair(Pairs& pairs, std::uint32_t before, std::uint32_t after) {
    pairs.after[before] = after;
    pairs.before[after] = before;
  }

  // Empty where the thing says nothing there: then nothing can be told by it.
  static std::string key_of(const Described& thing, const std::vector<std::string_view>& by) {
    std::string key;
    bool says = false;
    for (const Attribute& each : thing.attributes) {
      if (!by.empty() && std::ranges::find(by, each.name) == by.end()) continue;
      key += each.name + '\x1f' + each.words + '\x1e';
      says = says || !each.words.empty();
    }
    return says ? key : std::string();
  }

  void match_content(Space space, Pairs& pairs, const std::vector<Described>& before,
                     const std::vector<Described>& after, const std::vector<std::string_view>& by) {
    struct Candidates {
      std::vector<std::uint32_t> before, after;
    };
    std::map<std::string, Candidates> candidates;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
      if (!pairs.after[i]) candidates[key_of(before[i], by)].before.push_back(i);
    }
    for (std::uint32_t i = 0; i < after.size(); ++i) {
      if (!pairs.before[i]) candidates[key_of(after[i], by)].after.push_back(i);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const auto& [key, each] : candidates) {
      if (!key.empty() && each.before.size() == 1 && each.after.size() == 1)
        found.emplace_back(each.before.front(), each.after.front());
    }
    std::ranges::sort(found);
    for (const auto& [was, is] : found) {
      pair(pairs, was, is);
      // Before a thing is paired its name is read as it stands.
      pairs.names.emplace(before[was].name, after[is].name);
      naming_.renames_.push_back({space, before[was].name, after[is].name, before[was].at, after[is].at});
    }
  }

  const Agreement& before_;
  const Agreement& after_;
  Naming& naming_;
};

Naming::Naming(const Agreement& before, const Agreement& after) {
  Matching(before, after, *this).run();
}

std::optional<std::uint32_t> Naming::after_of(Space space, std::uint32_t before) const {
  return of(space).after[before];
}

std::optional<std::uint32_t> Naming::before_of(Space space, std::uint32_t after) const {
  return of(space).before[after];
}

const std::string& Naming::name_after(Space space, const std::string& before) const {
  const auto& names = of(space).names;
  const auto found = names.find(before);
  return found == names.end() ? before : found->second;
}

}  // namespace tandem::agreement::diff
