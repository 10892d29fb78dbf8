#include "agreement/diff/history.h"

#include <algorithm>

#include "policy/escalation.h"

namespace tandem::agreement::diff {
namespace {

using proof::Bits;

// As it was written, or else as the agreement would spell it.
template <class Index>
std::optional<Index> find(const policy::Policy& policy, const policy::PastWord& word,
                          std::optional<Index> (policy::Policy::*by_name)(std::string_view) const) {
  const auto as_written = (policy.*by_name)(word.written);
  return as_written ? as_written : (policy.*by_name)(word.spelt);
}

policy::Facts facts_of(const policy::Policy& policy, const policy::PastWork& item) {
  using policy::Policy;
  return {
      .category = find(policy, item.category, &Policy::find_category).value_or(policy.other()),
      .priority = find(policy, item.priority, &Policy::find_priority).value_or(policy.default_priority()),
      .site = find(policy, item.site, &Policy::find_site).value_or(policy::SiteIndex::none()),
      .department = find(policy, item.department, &Policy::find_department).value_or(policy::DepartmentIndex::none()),
      .asset_class =
          find(policy, item.asset_class, &Policy::find_asset_class).value_or(policy::AssetClassIndex::none()),
      .requester = item.requester,
      .source = item.source};
}

// One item as one of the texts answers for it.
struct Answered {
  policy::Facts facts;
  Holder owner;
  std::uint32_t accountable = 0;
  std::optional<base::Instant> respond{};
  std::optional<base::Instant> resolve{};
};

Answered answer(const Side& side, const policy::PastWork& item) {
  const policy::Policy& policy = side.policy();
  Answered out{.facts = facts_of(policy, item), .owner = {}};
  const policy::Answer answer = policy.evaluate(out.facts, item.opened);
  out.owner = {side.joint(answer.team), answer.gap};
  out.accountable = side.joint(answer.accountable);
  if (out.facts.priority.is_none()) return out;
  const policy::Target& target = policy.priority(out.facts.priority);
  const auto due = [&](const std::optional<policy::TargetTime>& time) {
    return time ? policy::run_out(policy.spec(), target, *time, item.opened) : std::nullopt;
  };
  out.respond = due(target.respond);
  out.resolve = due(target.resolve);
  return out;
}

// Whether the box has the work, by its facts and, where the horizon has one like it, by its moment. Nothing is open.
class Places {
 public:
  explicit Places(const JointWork& work) : work_(work) {}

  [[nodiscard]] bool has(const proof::Box& where, const Answered& before, const Answered& after,
                         std::optional<std::uint32_t> moment) const {
    if (!column(where, JointWork::kCategory, before.facts.category.value, after.facts.category.value)) return false;
    if (!column(where, JointWork::kPriority, before.facts.priority.value, after.facts.priority.value)) return false;
    if (!column(where, JointWork::kSite, before.facts.site.value, after.facts.site.value)) return false;
    if (!column(where, JointWork::kDepartment, before.facts.department.value, after.facts.department.value))
      return false;
    if (!column(where, JointWork::kAssetClass, before.facts.asset_class.value, after.facts.asset_class.value))
      return false;
    const auto kind = [&](std::size_t at, auto value) {
      return std::get<Bits>(where[at]).has(static_cast<std::size_t>(value));
    };
    if (!kind(JointWork::kRequester, after.facts.requester) || !kind(JointWork::kSource, after.facts.source))
      return false;
    return !moment || std::get<Bits>(where[JointWork::kMoment]).has(*moment);
  }

 private:
  [[nodiscard]] bool column(const proof::Box& where, std::size_t at, std::uint32_t before, std::uint32_t after) const {
    const auto values = work_.values(at);
    const auto found = std::ranges::find_if(
        values, [&](const JointValue& value) { return value.before == before && value.after == after; });
    return found != values.end() && std::get<Bits>(where[at]).has(static_cast<std::size_t>(found - values.begin()));
  }

  const JointWork& work_;
};

bool tells(const FoundEffect& effect, const Answered& before, const Answered& after) {
  switch (effect.effect.kind) {
    case EffectKind::Owner: return effect.owner_before == before.owner && effect.owner_after == after.owner;
    case EffectKind::Accountable:
      return effect.person_before == before.accountable && effect.person_after == after.accountable;
    case EffectKind::Duty: return false;
  }
  return false;
}

}  // namespace

PastWorkMoved history(const JointWork& work, std::span<const FoundEffect> effects,
                      std::span<const policy::PastWork> items) {
  PastWorkMoved moved{.items = items.size(), .by_effect = std::vector<std::uint64_t>(effects.size())};
  const Places places(work);
  for (const policy::PastWork& item : items) {
    const Answered before = answer(work.sides().before(), item);
    const Answered after = answer(work.sides().after(), item);
    const bool owner = before.owner != after.owner;
    const bool accountable = before.accountable != after.accountable;
    const bool respond = before.respond != after.respond;
    const bool resolve = before.resolve != after.resolve;
    moved.owner += owner ? 1 : 0;
    moved.accountable += accountable ? 1 : 0;
    moved.respond += respond ? 1 : 0;
    moved.resolve += resolve ? 1 : 0;
    moved.any += owner || accountable || respond || resolve ? 1 : 0;
    if (!owner && !accountable) continue;
    const auto moment = work.sides().kind_at(item.opened);
    bool told = false;
    for (std::size_t i = 0; i < effects.size(); ++i) {
      const FoundEffect& effect = effects[i];
      if (!tells(effect, before, after) || !places.has(effect.where->where, before, after, moment)) continue;
      if (effect.where->except && moment && places.has(*effect.where->except, before, after, moment)) continue;
      ++moved.by_effect[i];
      told = true;
    }
    moved.elsewhere += told ? 0 : 1;
  }
  return moved;
}

}  // namespace tandem::agreement::diff
