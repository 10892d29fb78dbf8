// What a plan must be, and whose a planned change is.
#include "base/utf8.h"
#include "desk/change_findings.h"
#include "desk/change_people.h"
#include "desk/change_rules.h"
#include "desk/planning.h"
#include "desk/resolution.h"

namespace tandem::desk {
namespace {

Refusal unfit(std::string_view field, std::string message) {
  return refuse(RefusalKind::UnfitPlan, fmt::format("change/{}", field), std::move(message));
}

// Each of a list is known to the agreement and named once.
template <class Word, class Known>
std::optional<Refusal> check_listed(const std::vector<Word>& words, RefusalKind unknown, std::string_view field,
                                    std::string_view what, Known known) {
  if (words.size() > kMaxTouched) return unfit(field, fmt::format("at most {} can be named", kMaxTouched));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!known(words[i].text())) {
      return refuse(unknown, fmt::format("change/{}", field),
                    fmt::format("the agreement has no {} `{}`", what, words[i].text()));
    }
    const auto before = words.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(words.begin(), before, words[i]) != before)
      return unfit(field, fmt::format("`{}` is named twice", words[i].text()));
  }
  return std::nullopt;
}

std::optional<Refusal> check_assets(const std::vector<std::string>& assets) {
  if (assets.size() > kMaxTouched) return unfit("assets", fmt::format("at most {} can be named", kMaxTouched));
  for (std::size_t i = 0; i < assets.size(); ++i) {
    const std::string& asset = assets[i];
    if (asset.find_first_not_of(" \t") == std::string::npos) return unfit("assets", "the name of an asset is empty");
    if (asset.find_first_of("\r\n") != std::string::npos) return unfit("assets", "the name of an asset is one line");
    if (base::count_code_points(asset) > kMaxAssetName)
      return unfit("assets", fmt::format("the name of an asset has at most {} characters", kMaxAssetName));
    for (std::size_t j = 0; j < i; ++j) {
      if (is_same_asset(assets[j], asset)) return unfit("assets", fmt::format("`{}` is named twice", asset));
    }
  }
  return std::nullopt;
}

std::optional<Refusal> check_touched(const ChangePlan& plan, const policy::Policy& policy) {
  if (plan.sites.empty() && plan.asset_classes.empty() && plan.assets.empty())
    return unfit("assets", "say what is touched: sites, asset classes or assets");
  if (auto no = check_listed(plan.sites, RefusalKind::UnknownSite, "sites", "site",
                             [&](const std::string& name) { return policy.find_site(name).has_value(); })) {
    return no;
  }
  if (auto no = check_listed(plan.asset_classes, RefusalKind::UnknownAssetClass, "asset_classes", "asset class",
                             [&](const std::string& name) { return policy.find_asset_class(name).has_value(); })) {
    return no;
  }
  return check_assets(plan.assets);
}

std::optional<Refusal> check_texts(const ChangePlan& plan) {
  if (auto no = check_text(plan.plan, "change/plan", "the plan", kMaxText, Emptiness::Refused)) return no;
  return check_text(plan.roll_back, "change/roll_back", "the roll-back plan", kMaxText, Emptiness::Refused);
}

std::optional<Refusal> check_words(const ChangePlan& plan, const policy::Policy& policy) {
  const auto activity = activity_in(plan, policy);
  if (!activity) {
    return refuse(RefusalKind::UnknownActivity, "change/activity",
                  fmt::format("the agreement has no activity `{}`", plan.activity.text()));
  }
  const policy::Activity& found = policy.activity(*activity);
  const std::vector<std::string>& may = found.authority.may;
  if (!plan.action.empty() && std::ranges::find(may, plan.action) == may.end())
    return unfit("action", fmt::format("`{}` may not do `{}` unasked", found.name, plan.action));
  if (plan.kind == ChangeKind::Standard && !is_unasked(plan, found)) {
    return unfit("kind",
                 plan.action.empty()
                     ? fmt::format("a standard change is an action that `{}` may do unasked: name it", found.name)
                     : fmt::format("its risk is more than `{}` may take alone", found.name));
  }
  if (!plan.decision.empty() && !policy.find_decision(plan.decision.text()))
    return unfit("decision", fmt::format("the agreement has no kind of decision `{}`", plan.decision.text()));
  return std::nullopt;
}

std::optional<Refusal> may_plan(const Circumstances& circumstances) {
  if (circumstances.actor.kind == ActorKind::Person || circumstances.actor.kind == ActorKind::Import)
    return std::nullopt;
  return refuse(RefusalKind::NotAMember, {}, "only people of the client or a provider plan changes");
}

}  // namespace

std::optional<Refusal> check_window(base::Interval window, base::Instant now, std::string_view prefix) {
  const auto wrong = [&](std::string_view field, std::string message) {
    return refuse(RefusalKind::UnfitPlan, fmt::format("{}{}", prefix, field), std::move(message));
  };
  if (window.to <= window.from) return wrong("to", "the window ends before it begins");
  if (window.to <= now) return wrong("to", "the window is over");
  if (window.to - window.from > kLongestWindow) return wrong("to", "a window is at most 90 days long");
  return std::nullopt;
}

std::variant<ChangePlan, Refusal> take_plan(const OpenTicket& command, const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  if (command.kind != TicketKind::Change) return unfit("kind", "only a ticket of kind `change` has a plan");
  if (!command.change) return unfit("plan", "a change needs its plan");
  if (auto no = may_plan(circumstances)) return *std::move(no);
  ChangePlan plan = *command.change;
  if (plan.activity.empty())
    plan.activity = ActivityName(policy.activity(policy.category(category_in(command.category, policy)).activity).name);
  if (auto no = check_words(plan, policy)) return *std::move(no);
  if (auto no = check_window(plan.window(), circumstances.now, "change/")) return *std::move(no);
  if (auto no = check_touched(plan, policy)) return *std::move(no);
  if (auto no = check_texts(plan)) return *std::move(no);
  return plan;
}

CategoryName category_of(const ChangePlan& plan, const policy::Policy& policy) {
  const auto activity = activity_in(plan, policy);
  for (const policy::Category& category : policy.spec().categories) {
    if (activity && category.activity == *activity) return CategoryName(category.name);
  }
  return {};
}

Ownership change_ownership(policy::ActivityIndex index, const PersonName& planner, const CategoryName& category,
                           const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  const policy::Activity& activity = policy.activity(index);
  const policy::TeamIndex team = activity.responsible;
  policy::Trace trace;
  const auto accountable = policy.accountable_for(index, circumstances.now, &trace);
  const auto themselves = policy.find_person(planner.text());
  const bool is_planners =
      themselves && policy.is_member(team, *themselves) && policy.is_present(*themselves, circumstances.now);
  const auto person = is_planners ? *themselves : policy.person_for(team, circumstances.now, circumstances.workload);
  Ownership ownership{
      .owner = {.party = PartyName(policy.party(policy.team(team).party).name),
                .team = TeamName(policy.team(team).name),
                .person = person.is_none() ? PersonName() : PersonName(policy.person(person).name)},
      .accountable = PersonName(policy.person(accountable).name),
      .activity = ActivityName(activity.name),
      .agreement_version = policy.spec().version,
      .gap = person.is_none(),
      .reasons = {{.kind = std::string(policy::to_text(policy::ReasonKind::ActivityResponsible)),
                   .text = fmt::format("a change of `{}` is `{}`'s at any hour", activity.name, policy.team(team).name),
                   .file = activity.responsible_at.file,
                   .line = activity.responsible_at.line}}};
  for (const policy::Reason& why : trace.reasons()) ownership.reasons.push_back(in_words(why, policy));
  return kept_with_readers(std::move(ownership), category, policy, circumstances.now);
}

Events plan_change(ChangePlan plan, const CategoryName& category, const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  const auto event = [&](EventData data) {
    return Event{.at = circumstances.now, .actor = circumstances.actor, .data = std::move(data)};
  };
  auto asked = consulted_about(plan, circumstances.actor, category, policy);
  const auto due = asked.empty() ? std::nullopt : std::optional(answers_due(plan, policy, circumstances.now));
  auto approved = approve_unasked(plan, std::nullopt, category, circumstances);
  Events events{event(ChangePlanned{.plan = std::move(plan), .asked = std::move(asked), .answers_due = due})};
  if (approved) events.push_back(event(*std::move(approved)));
  return events;
}

}  // namespace tandem::desk
