#include "agreement/diff/sides.h"

#include <algorithm>
#include <numeric>

namespace tandem::agreement::diff {

using proof::Bits;

namespace {

// The calendars and the people of both, for their boundaries.
policy::Spec joined(const policy::Spec& before, const policy::Spec& after) {
  policy::Spec spec;
  spec.calendars = before.calendars;
  spec.calendars.insert(spec.calendars.end(), after.calendars.begin(), after.calendars.end());
  spec.people = before.people;
  spec.people.insert(spec.people.end(), after.people.begin(), after.people.end());
  return spec;
}

// Numbers of what stands before: the new text's, or behind all of those.
std::vector<std::uint32_t> joint_numbers(const Naming& naming, Space space, std::size_t before, std::size_t after) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < before; ++i)
    numbers.push_back(naming.after_of(space, i).value_or(static_cast<std::uint32_t>(after) + i));
  return numbers;
}

std::vector<std::uint32_t> own_numbers(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

}  // namespace

std::uint32_t Side::present(policy::TeamIndex team, std::uint32_t kind) const {
  const auto& members = spec().teams[team.value].members;
  return static_cast<std::uint32_t>(
      std::ranges::count_if(members, [&](policy::PersonIndex member) { return !is_away(member, kind); }));
}

std::uint32_t Side::accountable(policy::ActivityIndex index, std::uint32_t kind) const {
  const policy::Activity& activity = spec().activities[index.value];
  const bool deputised =
      is_away(activity.accountable, kind) && !activity.deputy.is_none() && !is_away(activity.deputy, kind);
  return joint(deputised ? activity.deputy : activity.accountable);
}

Bits Side::open_kinds(policy::CalendarIndex calendar) const {
  Bits kinds(moments_->kinds().size());
  for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
    if (is_open(calendar, kind)) kinds.add(kind);
  }
  return kinds;
}

Bits Side::away_kinds(policy::PersonIndex person) const {
  Bits kinds(moments_->kinds().size());
  for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
    if (is_away(person, kind)) kinds.add(kind);
  }
  return kinds;
}

void Side::find_holders() {
  const auto& teams = spec().teams;
  std::vector<bool> available(teams.size());
  for (std::uint32_t kind = 0; kind < moments_->kinds().size(); ++kind) {
    for (std::uint32_t i = 0; i < teams.size(); ++i)
      available[i] = is_open(teams[i].hours, kind) && present({i}, kind) >= teams[i].minimum;
    for (std::uint32_t i = 0; i < teams.size(); ++i) {
      Holder holder{joint_teams_[i], !available[i]};
      for (const policy::TeamIndex cover : teams[i].cover) {
        if (!holder.gap) break;
        if (available[cover.value]) holder = {joint_teams_[cover.value], false};
      }
      holders_.push_back(holder);
    }
  }
}

Sides::Sides(const policy::Policy& before, const policy::Policy& after, const Naming& naming, base::Interval horizon)
    : naming_(&naming), moments_(joined(before.spec(), after.spec()), horizon) {
  before_.policy_ = &before;
  before_.moments_ = &moments_;
  before_.joint_teams_ = joint_numbers(naming, Space::Team, before.spec().teams.size(), after.spec().teams.size());
  before_.joint_people_ = joint_numbers(naming, Space::Person, before.spec().people.size(), after.spec().people.size());
  after_.policy_ = &after;
  after_.moments_ = &moments_;
  after_.first_calendar_ = before.spec().calendars.size();
  after_.first_person_ = before.spec().people.size();
  after_.joint_teams_ = own_numbers(after.spec().teams.size());
  after_.joint_people_ = own_numbers(after.spec().people.size());
  before_.find_holders();
  after_.find_holders();
}

std::optional<std::uint32_t> Sides::kind_at(base::Instant at) const {
  Bits open(moments_.kinds().front().open_calendars.size());
  Bits away(moments_.kinds().front().away_people.size());
  for (const Side* side : {&before_, &after_}) {
    for (std::size_t i = 0; i < side->spec().calendars.size(); ++i) {
      if (side->spec().calendars[i].open.is_open(at)) open.add(side->first_calendar_ + i);
    }
    for (std::uint32_t i = 0; i < side->spec().people.size(); ++i) {
      if (!side->policy().is_present({i}, at)) away.add(side->first_person_ + i);
    }
  }
  const auto kinds = moments_.kinds();
  const auto found = std::ranges::find_if(
      kinds, [&](const proof::MomentKind& kind) { return kind.open_calendars == open && kind.away_people == away; });
  return found == kinds.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - kinds.begin()));
}

const policy::Team& Sides::team(std::uint32_t joint) const {
  const auto& after = after_.spec().teams;
  return joint < after.size() ? after[joint] : before_.spec().teams[joint - after.size()];
}

const policy::Person& Sides::person(std::uint32_t joint) const {
  const auto& after = after_.spec().people;
  return joint < after.size() ? after[joint] : before_.spec().people[joint - after.size()];
}

const std::string& Sides::party_of_team(std::uint32_t joint) const {
  const policy::Spec& spec = joint < after_.spec().teams.size() ? after_.spec() : before_.spec();
  return spec.parties[team(joint).party.value].name;
}

}  // namespace tandem::agreement::diff
