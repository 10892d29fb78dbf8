// What speaks against a change: freezes, other changes, business hours.
#include "desk/change_findings.h"

#include <doctest/doctest.h>

#include <random>

#include "desk/governed_agreement.h"

namespace tandem::desk {
namespace {

constexpr TicketId kSelf{base::IdBits{.high = 9, .low = 1}};
constexpr base::Instant kSaturday = kMonday + base::hours(24 * 5);

ChangePlan plan_at(base::Instant from, base::Instant to) {
  ChangePlan plan;
  plan.activity = ActivityName("core-banking.handling");
  plan.from = from;
  plan.to = to;
  plan.sites = {SiteName("main-street")};
  plan.assets = {"core-switch"};
  return plan;
}

ScheduledChange other(std::uint64_t number, ChangePhase phase, base::Instant from, base::Instant to) {
  return {.ticket = TicketId(base::IdBits{.high = 9, .low = number}),
          .number = number,
          .subject = "firmware",
          .phase = phase,
          .from = from,
          .to = to,
          .assets = {"Core-Switch"}};
}

std::vector<ChangeFindingKind> kinds_of(const std::vector<ChangeFinding>& findings) {
  std::vector<ChangeFindingKind> kinds;
  for (const ChangeFinding& one : findings) kinds.push_back(one.kind);
  return kinds;
}

using Kinds = std::vector<ChangeFindingKind>;

TEST_CASE("a freeze blocks what its window touches, up to its last moment and not after") {
  const auto policy = governed_agreement();
  const base::Instant begin = kMonday + base::hours(24 * 21);
  const base::Instant end = kMonday + base::hours(24 * 23);
  const auto blocks = [&](base::Instant from, base::Instant to) {
    const auto findings = change_findings(plan_at(from, to), kSelf, *policy, kMonday, {});
    return std::ranges::any_of(findings, &ChangeFinding::blocks);
  };
  CHECK_FALSE(blocks(begin - base::hours(2), begin));
  CHECK(blocks(begin - base::hours(2), begin + base::Duration(1)));
  CHECK(blocks(begin + base::hours(1), begin + base::hours(2)));
  CHECK(blocks(begin - base::hours(1), end + base::hours(1)));
  CHECK(blocks(end - base::Duration(1), end + base::hours(1)));
  CHECK_FALSE(blocks(end, end + base::hours(1)));
}

TEST_CASE("a freeze says its name and line, and excepts kinds of decisions and emergencies") {
  const auto policy = governed_agreement();
  ChangePlan plan = plan_at(kMonday + base::hours(24 * 21), kMonday + base::hours(24 * 21 + 1));
  const auto frozen = change_findings(plan, kSelf, *policy, kMonday, {});
  CHECK(frozen.front().kind == ChangeFindingKind::Freeze);
  CHECK(frozen.front().blocks);
  CHECK(frozen.front().text == "falls into the freeze `quarter end`");
  CHECK(frozen.front().line == 98);
  plan.decision = DecisionKindName("core-upgrade");
  CHECK(change_findings(plan, kSelf, *policy, kMonday, {}).front().blocks);
  plan.decision = DecisionKindName("restart-node");
  const auto excepted = change_findings(plan, kSelf, *policy, kMonday, {}).front();
  CHECK(excepted.kind == ChangeFindingKind::FreezeExcepted);
  CHECK_FALSE(excepted.blocks);
  CHECK(excepted.text == "falls into the freeze `quarter end`, which excepts `restart-node`");
  plan.decision = {};
  plan.kind = ChangeKind::Emergency;
  const auto emergency = change_findings(plan, kSelf, *policy, kMonday, {}).front();
  CHECK(emergency.kind == ChangeFindingKind::Freeze);
  CHECK_FALSE(emergency.blocks);
}

TEST_CASE("an approved or running change has the time, a proposed one is told, one that is over says nothing") {
  const auto policy = governed_agreement();
  const ChangePlan plan = plan_at(kSaturday, kSaturday + base::hours(2));
  const auto findings_with = [&](ChangePhase phase) {
    const std::vector others{other(7, phase, kSaturday + base::hours(1), kSaturday + base::hours(3))};
    return change_findings(plan, kSelf, *policy, kMonday, others);
  };
  for (const ChangePhase phase : {ChangePhase::Approved, ChangePhase::Running}) {
    const auto found = findings_with(phase);
    REQUIRE(found.front().kind == ChangeFindingKind::Clash);
    CHECK(found.front().blocks);
    CHECK(found.front().number == 7);
  }
  CHECK(findings_with(ChangePhase::Approved).front().text ==
        "ticket 7 (firmware, approved) is at the same time: both touch `core-switch`");
  const auto proposed = findings_with(ChangePhase::Proposed);
  REQUIRE(proposed.front().kind == ChangeFindingKind::Clash);
  CHECK_FALSE(proposed.front().blocks);
  for (const ChangePhase phase :
       {ChangePhase::Finished, ChangePhase::RolledBack, ChangePhase::Lapsed, ChangePhase::Withdrawn}) {
    CHECK(kinds_of(findings_with(phase)) == kinds_of(change_findings(plan, kSelf, *policy, kMonday, {})));
  }
}

TEST_CASE("a change does not clash with itself, nor with what touches something else or is at another time") {
  const auto policy = governed_agreement();
  const ChangePlan plan = plan_at(kSaturday, kSaturday + base::hours(2));
  const auto clashes = [&](const ScheduledChange& one) {
    const auto found = change_findings(plan, kSelf, *policy, kMonday, std::span(&one, 1));
    return std::ranges::find(found, ChangeFindingKind::Clash, &ChangeFinding::kind) != found.end();
  };
  ScheduledChange one = other(1, ChangePhase::Approved, kSaturday, kSaturday + base::hours(1));
  CHECK_FALSE(clashes(one));  // it is the change's own row
  one.ticket = TicketId(base::IdBits{.high = 9, .low = 2});
  CHECK(clashes(one));
  one.assets = {"edge-router"};
  CHECK_FALSE(clashes(one));
  one.sites = {SiteName("main-street")};
  CHECK(clashes(one));
  one.from = plan.to;
  one.to = plan.to + base::hours(1);
  CHECK_FALSE(clashes(one));
  one.asset_classes = {AssetClassName("laptop")};
  CHECK_FALSE(clashes(one));
}

TEST_CASE("a change that runs past its window has its time until it ends") {
  const ScheduledChange late = other(2, ChangePhase::Running, kMonday, kMonday + base::hours(1));
  const ScheduledChange next = other(3, ChangePhase::Approved, kMonday + base::hours(2), kMonday + base::hours(3));
  CHECK(clash_between(late, next, kMonday).empty());
  CHECK(clash_between(late, next, kMonday + base::hours(1)).empty());
  CHECK_FALSE(clash_between(late, next, kMonday + base::hours(2)).empty());
}

TEST_CASE("business hours and a team that is not there are told and block nothing") {
  const auto policy = governed_agreement();  // office: weekdays 8 to 18; harbor-it keeps office hours
  const auto by_day = change_findings(plan_at(kMonday, kMonday + base::hours(1)), kSelf, *policy, kMonday, {});
  CHECK(kinds_of(by_day) == Kinds{ChangeFindingKind::BusinessHours});
  CHECK_FALSE(by_day.front().blocks);
  CHECK(by_day.front().text == "falls into business hours (calendar `office`)");
  const auto at_night = change_findings(plan_at(kSaturday, kSaturday + base::hours(1)), kSelf, *policy, kMonday, {});
  CHECK(kinds_of(at_night) == Kinds{ChangeFindingKind::NobodyThere});
  CHECK(at_night.front().text == "`harbor-it` is not there when it begins");
  CHECK_FALSE(at_night.front().blocks);
}

// Windows of whole hours over two days; each hour of each is looked at.
class BruteForce {
 public:
  explicit BruteForce(base::Instant now) : now_(now) {}

  [[nodiscard]] bool clash(const ScheduledChange& a, const ScheduledChange& b) const {
    if (!shares(a, b) || !counts(a) || !counts(b)) return false;
    for (int hour = -1; hour < 100; ++hour) {
      const base::Instant at = kMonday + base::hours(hour) + base::minutes(30);
      if (takes(a, at) && takes(b, at)) return true;
    }
    return false;
  }

 private:
  static bool counts(const ScheduledChange& one) {
    return one.phase != ChangePhase::Finished && one.phase != ChangePhase::RolledBack &&
           one.phase != ChangePhase::Lapsed && one.phase != ChangePhase::Withdrawn;
  }
  [[nodiscard]] bool takes(const ScheduledChange& one, base::Instant at) const {
    return one.from <= at && (at < one.to || (one.phase == ChangePhase::Running && at <= now_));
  }
  static bool shares(const ScheduledChange& a, const ScheduledChange& b) {
    for (const auto& x : a.assets)
      for (const auto& y : b.assets)
        if (x == y) return true;
    for (const auto& x : a.sites)
      for (const auto& y : b.sites)
        if (x == y) return true;
    return false;
  }
  base::Instant now_;
};

TEST_CASE("clashes are what looking at every hour finds") {
  std::mt19937 random(20'261'005);
  const auto below = [&](std::uint32_t n) { return static_cast<std::int64_t>(random() % n); };
  const auto some = [&](std::initializer_list<std::string_view> names) {
    std::vector<std::string> chosen;
    for (const std::string_view name : names) {
      if (below(3) == 0) chosen.emplace_back(name);
    }
    return chosen;
  };
  const auto any = [&](std::uint64_t number) {
    const base::Instant from = kMonday + base::hours(below(48));
    ScheduledChange one = other(number, static_cast<ChangePhase>(below(7)), from, from + base::hours(1 + below(12)));
    one.assets = some({"a", "b", "c", "d"});
    for (const std::string& name : some({"x", "y", "z"})) one.sites.emplace_back(name);
    return one;
  };
  std::size_t clashing = 0;
  for (int round = 0; round < 20'000; ++round) {
    const base::Instant now = kMonday + base::hours(below(60)) + base::minutes(30);
    const ScheduledChange a = any(1);
    const ScheduledChange b = any(2);
    const bool expected = BruteForce(now).clash(a, b);
    REQUIRE(!clash_between(a, b, now).empty() == expected);
    REQUIRE(!clash_between(b, a, now).empty() == expected);
    clashing += expected ? 1U : 0U;
  }
  CHECK(clashing > 500);
  CHECK(clashing < 19'000);
}

}  // namespace
}  // namespace tandem::desk
