// Small random pairs of agreements, enumerated: every quarter of an hour of a day and a half, every combination of
// facts, every load that makes a difference, put to both evaluators. What changes there is what the comparison says,
// once, and the hours add up.
#include <doctest/doctest.h>

#include "agreement/diff/owners.h"
#include "proof/extent.h"
#include "proof/random_agreement.h"

namespace tandem::agreement::diff {
namespace {

using proof::Bits;
using proof::Box;
using proof::Span;

template <class Thing>
Thing keyed(const std::string& name) {
  Thing thing;
  thing.key.value = name;
  return thing;
}

// Only the names, which is all that a Naming needs to match them.
Agreement names_of(const policy::Spec& spec) {
  Agreement names;
  for (const auto& each : spec.parties) names.parties.push_back(keyed<Party>(each.name));
  for (const auto& each : spec.people) names.people.push_back(keyed<Person>(each.name));
  for (const auto& each : spec.teams) names.teams.push_back(keyed<Team>(each.name));
  for (const auto& each : spec.calendars) names.calendars.push_back(keyed<CalendarText>(each.name));
  for (const auto& each : spec.targets) names.targets.push_back(keyed<TargetText>(each.priority));
  for (const auto& each : spec.activities) names.activities.emplace_back().name = each.name;
  for (const auto& each : spec.categories) names.categories.push_back({.name = {each.name, {}}, .activity = {}});
  for (const auto& each : spec.sites) names.sites.push_back({each, {}});
  return names;
}

// A point of the joint space: positions in the columns.
using Point = std::vector<std::int64_t>;

bool has(const Box& box, const Point& point) {
  for (std::size_t i = 0; i < box.size(); ++i) {
    if (const auto* span = std::get_if<Span>(&box[i])) {
      if (point[i] < span->from || point[i] >= span->to) return false;
    } else if (!std::get<Bits>(box[i]).has(static_cast<std::size_t>(point[i]))) {
      return false;
    }
  }
  return true;
}

bool has(const Rounded& where, const Point& point) {
  return has(where.where, point) && !(where.except && has(*where.except, point));
}

class Pair {
 public:
  Pair(policy::Spec before, policy::Spec after, base::Interval horizon)
      : before_(policy::Policy::make(std::move(before))),
        after_(policy::Policy::make(std::move(after))),
        naming_(names_of(before_->spec()), names_of(after_->spec())),
        sides_(*before_, *after_, naming_, horizon),
        work_(sides_),
        owners_(owner_changes(work_)),
        accountable_(accountable_changes(work_)) {}

  void hold() {
    const base::Interval horizon = sides_.moments().horizon();
    for (base::Instant at = horizon.from; at < horizon.to; at = at + base::minutes(15)) {
      CAPTURE(base::to_rfc3339(at));
      Point point(work_.columns().size());
      const auto kind = sides_.kind_at(at);
      REQUIRE(kind);
      point[JointWork::kMoment] = *kind;
      each_point(point, 0, [&] { look_at(point, at); });
    }
    CHECK(told_hours() == counted_);
    CHECK(differing_ + same_ > 0);
  }
  [[nodiscard]] std::uint64_t differing() const { return differing_; }

 private:
  template <class Visit>
  void each_point(Point& point, std::size_t column, const Visit& visit) {
    if (column == point.size()) return visit();
    if (column == JointWork::kMoment) return each_point(point, column + 1, visit);
    const proof::Column& domain = work_.columns()[column];
    const std::int64_t end = domain.range ? domain.range->to : domain.count;
    for (point[column] = 0; point[column] < end; ++point[column]) each_point(point, column + 1, visit);
  }

  struct Asked {
    policy::Facts facts;
    std::vector<std::uint32_t> open_by_team;
  };
  Asked asked(const Side& side, const Point& point, std::uint32_t JointValue::* index) const {
    Asked out{.facts = {}, .open_by_team = std::vector<std::uint32_t>(side.spec().teams.size())};
    const auto value = [&](std::size_t column) {
      return work_.values(column)[static_cast<std::size_t>(point[column])].*index;
    };
    out.facts = {.category = {value(JointWork::kCategory)},
                 .priority = {value(JointWork::kPriority)},
                 .site = {value(JointWork::kSite)},
                 .department = {value(JointWork::kDepartment)},
                 .asset_class = {value(JointWork::kAssetClass)},
                 .requester = static_cast<policy::RequesterKind>(point[JointWork::kRequester]),
                 .source = static_cast<policy::WorkSource>(point[JointWork::kSource])};
    const auto kind = static_cast<std::uint32_t>(point[JointWork::kMoment]);
    for (std::size_t i = 0; i < work_.loads().size(); ++i) {
      const LoadColumn& load = work_.loads()[i];
      for (std::uint32_t team = 0; team < side.spec().teams.size(); ++team) {
        if (side.joint(policy::TeamIndex{team}) != load.team) continue;
        const std::uint32_t each = load.per_person ? std::max(side.present({team}, kind), 1U) : 1;
        out.open_by_team[team] = static_cast<std::uint32_t>(point[JointWork::kFirstLoad + i]) * each;
      }
    }
    return out;
  }

  struct Told {
    Holder holder;
    std::uint32_t accountable;
  };
  Told told(const Side& side, const Point& point, std::uint32_t JointValue::* index, base::Instant at) const {
    Asked question = asked(side, point, index);
    question.facts.workload.open_by_team = question.open_by_team;
    const policy::Answer answer = side.policy().evaluate(question.facts, at);
    return {{side.joint(answer.team), answer.gap}, side.joint(answer.accountable)};
  }

  void look_at(const Point& point, base::Instant at) {
    const Told was = told(sides_.before(), point, &JointValue::before, at);
    const Told is = told(sides_.after(), point, &JointValue::after, at);
    std::size_t owners = 0;
    for (const OwnerChange& change : owners_) {
      if (!has(change.where, point)) continue;
      ++owners;
      REQUIRE(change.before == was.holder);
      REQUIRE(change.after == is.holder);
    }
    REQUIRE(owners == (was.holder == is.holder ? 0 : 1));
    std::size_t people = 0;
    for (const AccountableChange& change : accountable_) {
      if (!has(change.where, point)) continue;
      ++people;
      REQUIRE(change.before == was.accountable);
      REQUIRE(change.after == is.accountable);
    }
    REQUIRE(people == (was.accountable == is.accountable ? 0 : 1));
    ++(owners == 1 ? differing_ : same_);
    if (owners == 1) counted_ += base::minutes(15);
  }

  [[nodiscard]] base::Duration hours_of(const Box& box) const {
    std::int64_t points = 1;
    for (std::size_t i = 0; i < box.size(); ++i) {
      if (i == JointWork::kMoment) continue;
      const auto* span = std::get_if<Span>(&box[i]);
      points *= span != nullptr ? span->to - span->from : static_cast<std::int64_t>(std::get<Bits>(box[i]).count());
    }
    return points * proof::hours_of(sides_.moments(), std::get<Bits>(box[JointWork::kMoment])).total;
  }

  // The time of every box, once for each combination of facts and load in it.
  [[nodiscard]] base::Duration told_hours() const {
    base::Duration total{};
    for (const OwnerChange& change : owners_) {
      total += hours_of(change.where.where);
      if (change.where.except) total -= hours_of(*change.where.except);
    }
    return total;
  }

  std::shared_ptr<const policy::Policy> before_, after_;
  Naming naming_;
  Sides sides_;
  JointWork work_;
  std::vector<OwnerChange> owners_;
  std::vector<AccountableChange> accountable_;
  std::uint64_t differing_ = 0, same_ = 0;
  base::Duration counted_{};
};

TEST_CASE("what changes between two random agreements is what an enumeration finds, and the hours add up") {
  std::uint64_t differing = 0;
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    proof::RandomAgreement random(seed);
    const base::Interval horizon = random.horizon();
    policy::Spec before = random.spec(horizon);
    policy::Spec after = random.spec(horizon);
    Pair pair(std::move(before), std::move(after), horizon);
    pair.hold();
    differing += pair.differing();
  }
  CHECK(differing > 0);
}

TEST_CASE("where only rules, members or hours were touched, the rest is left alone") {
  for (std::uint32_t seed = 100; seed < 116; ++seed) {
    CAPTURE(seed);
    proof::RandomAgreement random(seed);
    const base::Interval horizon = random.horizon();
    const policy::Spec before = random.spec(horizon);
    policy::Spec after = before;
    if (!after.rules.empty() && seed % 3 == 0) after.rules.erase(after.rules.begin());
    if (seed % 3 == 1) std::ranges::reverse(after.rules);
    if (seed % 3 == 2 && after.teams.front().members.size() > 1) after.teams.front().members.pop_back();
    if (seed % 4 == 0) after.teams.back().cover.clear();
    Pair(before, std::move(after), horizon).hold();
  }
}

TEST_CASE("an agreement differs nowhere from itself") {
  for (std::uint32_t seed = 200; seed < 220; ++seed) {
    CAPTURE(seed);
    proof::RandomAgreement random(seed);
    const base::Interval horizon = random.horizon();
    const policy::Spec spec = random.spec(horizon);
    const auto before = policy::Policy::make(spec);
    const auto after = policy::Policy::make(spec);
    const Naming naming(names_of(spec), names_of(spec));
    const Sides sides(*before, *after, naming, horizon);
    const JointWork work(sides);
    CHECK(owner_changes(work).empty());
    CHECK(accountable_changes(work).empty());
  }
}

}  // namespace
}  // namespace tandem::agreement::diff
