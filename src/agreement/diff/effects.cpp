#include "agreement/diff/effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "agreement/diff/week_words.h"
#include "base/check.h"
#include "calendar/interval_set.h"

namespace tandem::agreement::diff {
namespace {

using proof::Bits;

class Telling {
 public:
  explicit Telling(const JointWork& work) : work_(work), sides_(work.sides()), words_(work) {}

  std::vector<FoundEffect> run() {
    for (OwnerChange& change : owner_changes(work_)) add(std::move(change));
    for (AccountableChange& change : accountable_changes(work_)) add(std::move(change));
    add_duties();
    std::ranges::stable_sort(
        found_, [](const FoundEffect& a, const FoundEffect& b) { return a.effect.weight > b.effect.weight; });
    return std::move(found_);
  }

 private:
  void add(OwnerChange change) {
    FoundEffect found{.effect = effect_of(EffectKind::Owner, change.where),
                      .owner_before = change.before,
                      .owner_after = change.after};
    found.effect.before = holder_words(change.before);
    found.effect.after = holder_words(change.after);
    if (!change.before.gap) found.effect.party_before = party_before(change.before.team);
    if (!change.after.gap) found.effect.party_after = sides_.party_of_team(change.after.team);
    found.where = std::move(change.where);
    found_.push_back(std::move(found));
  }

  void add(AccountableChange change) {
    FoundEffect found{.effect = effect_of(EffectKind::Accountable, change.where),
                      .person_before = change.before,
                      .person_after = change.after};
    name_people(found, change.before, change.after);
    found.where = std::move(change.where);
    found_.push_back(std::move(found));
  }

  Effect effect_of(EffectKind kind, const Rounded& where) {
    Effect effect{.kind = kind, .what = words_.of(where.where), .work = words_.work(where.where)};
    effect.when = words_.when(where.where);
    if (where.except) {
      const std::string exception = fmt::format(", but not {}", words_.of_exception(*where.except, where.where));
      effect.what += exception;
      effect.work += exception;
    }
    effect.total = total(std::get<Bits>(where.where[JointWork::kMoment]));
    effect.weight = weight(where.where) - (where.except ? weight(*where.except) : 0);
    return effect;
  }

  double weight(const proof::Box& box) const {
    double share = 1;
    for (std::size_t column = 0; column < JointWork::kMoment; ++column) {
      const Bits& bits = std::get<Bits>(box[column]);
      share *= static_cast<double>(bits.count()) / static_cast<double>(bits.size());
    }
    return share * static_cast<double>(total(std::get<Bits>(box[JointWork::kMoment])).count());
  }

  base::Duration total(const Bits& kinds) const {
    base::Duration total{};
    for (const std::uint32_t kind : kinds) total += sides_.moments().kinds()[kind].total;
    return total;
  }

  std::string holder_words(Holder holder) const {
    const std::string& team = sides_.team(holder.team).name;
    return holder.gap ? fmt::format("nobody ({} keeps it)", team) : team;
  }

  // By the old text, under the name that the party has afterwards.
  std::string party_before(std::uint32_t team) const {
    const policy::Spec& before = sides_.before().spec();
    for (std::uint32_t i = 0; i < before.teams.size(); ++i) {
      if (sides_.before().joint(policy::TeamIndex{i}) == team)
        return sides_.naming().name_after(Space::Party, before.parties[before.teams[i].party.value].name);
    }
    base::check_failed("a team that acts before is of the old text");
  }

  // Somebody whom the new text does not have is called as the old one does.
  void name_people(FoundEffect& found, std::uint32_t before, std::uint32_t after) const {
    const auto party = [&](const Side& side, std::uint32_t joint) {
      for (std::uint32_t i = 0; i < side.spec().people.size(); ++i) {
        if (side.joint(policy::PersonIndex{i}) != joint) continue;
        const std::string& name = side.spec().parties[side.spec().people[i].party.value].name;
        return &side == &sides_.before() ? sides_.naming().name_after(Space::Party, name) : name;
      }
      return std::string();
    };
    found.effect.before = sides_.person(before).display;
    found.effect.after = sides_.person(after).display;
    found.effect.party_before = party(sides_.before(), before);
    found.effect.party_after = party(sides_.after(), after);
  }

  // Who is on duty in teams that both texts have, where at least one of them has a rotation for it.
  void add_duties() {
    const policy::Spec& after = sides_.after().spec();
    for (std::uint32_t i = 0; i < after.teams.size(); ++i) {
      const auto was = sides_.naming().before_of(Space::Team, i);
      if (!was) continue;
      const policy::Team& before = sides_.before().spec().teams[*was];
      if (before.rotation || after.teams[i].rotation) add_duty({*was}, {i});
    }
  }

  static constexpr std::uint32_t kNobody = policy::PersonIndex::kNone;

  // Time by who has the duty; what is nobody's is none's.
  static std::map<std::uint32_t, calendar::IntervalSet> duty_of(const Side& side, policy::TeamIndex team,
                                                                base::Interval horizon) {
    std::map<std::uint32_t, std::vector<base::Interval>> by_person;
    std::vector<base::Interval> all;
    for (const policy::DutyShift& shift : side.policy().duty_shifts(team, horizon)) {
      by_person[side.joint(shift.person)].push_back(shift.during);
      all.push_back(shift.during);
    }
    std::map<std::uint32_t, calendar::IntervalSet> out;
    for (auto& [person, intervals] : by_person) out.emplace(person, calendar::IntervalSet(std::move(intervals)));
    out.emplace(kNobody, calendar::IntervalSet(std::move(all)).complement(horizon));
    return out;
  }

  void add_duty(policy::TeamIndex before, policy::TeamIndex after) {
    const base::Interval horizon = sides_.moments().horizon();
    const auto was = duty_of(sides_.before(), before, horizon);
    const auto is = duty_of(sides_.after(), after, horizon);
    for (const auto& [old_person, old_time] : was) {
      for (const auto& [new_person, new_time] : is) {
        if (old_person == new_person) continue;
        const calendar::IntervalSet both = old_time & new_time;
        if (both.empty()) continue;
        FoundEffect found;
        found.effect = {.kind = EffectKind::Duty,
                        .what = fmt::format("duty of {} {}", sides_.team(after.value).name,
                                            week_words(both.intervals(), horizon, sides_.after().policy().zone())),
                        .work = {},
                        .when = {},
                        .before = duty_words(old_person),
                        .after = duty_words(new_person),
                        .party_before = party_before(sides_.before().joint(before)),
                        .party_after = sides_.party_of_team(after.value),
                        .total = both.total()};
        found.effect.weight = static_cast<double>(both.total().count()) / kDutyWeight;
        found_.push_back(std::move(found));
      }
    }
  }

  std::string duty_words(std::uint32_t person) const {
    return person == kNobody ? "nobody" : sides_.person(person).display;
  }

  // Who of a team has the duty matters less to the parties than which team acts.
  static constexpr double kDutyWeight = 100;

  const JointWork& work_;
  const Sides& sides_;
  WorkWords words_;
  std::vector<FoundEffect> found_;
};

}  // namespace

std::vector<FoundEffect> find_effects(const JointWork& work) {
  return Telling(work).run();
}

}  // namespace tandem::agreement::diff
