#include "desk/change_rules.h"
#include "desk/decision_rules.h"
#include "desk/resolution.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

std::optional<Refusal> may_open(const Circumstances& given) {
  if (given.actor.kind != ActorKind::Person) return std::nullopt;
  const auto person = given.policy.find_person(given.actor.person.text());
  if (person && is_of_a_party(given.policy, *person)) return std::nullopt;
  return refuse(RefusalKind::NotAMember, {},
                "only people of the client or a provider, and requesters, may open tickets");
}

// Empty is "unknown" and always fine.
template <class Word, class Found>
std::optional<Refusal> must_be_known(const Word& word, const std::optional<Found>& found, RefusalKind kind,
                                     std::string_view field, std::string_view what) {
  if (word.empty() || found) return std::nullopt;
  return refuse(kind, field, fmt::format("the agreement has no {} `{}`", what, word.text()));
}

std::optional<Refusal> check_words(const OpenTicket& command, const policy::Policy& policy) {
  if (!command.category.empty() && !is_category(command.category, policy)) {
    return refuse(RefusalKind::UnknownCategory, "category",
                  fmt::format("the agreement has no category `{}`", command.category.text()));
  }
  if (auto no = must_be_known(command.priority, policy.find_priority(command.priority.text()),
                              RefusalKind::UnknownPriority, "priority", "priority")) {
    return no;
  }
  if (auto no = must_be_known(command.site, policy.find_site(command.site.text()), RefusalKind::UnknownSite, "site",
                              "site")) {
    return no;
  }
  if (auto no = must_be_known(command.department, policy.find_department(command.department.text()),
                              RefusalKind::UnknownDepartment, "department", "department")) {
    return no;
  }
  return must_be_known(command.asset_class, policy.find_asset_class(command.asset_class.text()),
                       RefusalKind::UnknownAssetClass, "asset_class", "asset class");
}

// A category that is confidential and nothing else is kept as it is called, and goes where `other` does.
CategoryName category_name(const CategoryName& category, const policy::Policy& policy) {
  return is_confidential(category, policy) ? category
                                           : CategoryName(policy.category(category_in(category, policy)).name);
}

// An agreement without targets has no priorities: the ticket then has none either.
PriorityName priority_name(policy::PriorityIndex priority, const policy::Policy& policy) {
  return priority.is_none() ? PriorityName() : PriorityName(policy.priority(priority).priority);
}

// A ticket of kind `decision` says what is to be decided, and no other does.
std::optional<Refusal> check_kind(const OpenTicket& command) {
  const bool is_decision = command.kind == TicketKind::Decision;
  if (is_decision == command.decision.has_value()) return std::nullopt;
  return bad_decision("decision", is_decision ? "a decision says what is to be decided"
                                              : "only a ticket of kind `decision` says what is to be decided");
}

}  // namespace

Decision open(const OpenTicket& command, const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  if (auto no = may_open(circumstances)) return *std::move(no);
  if (auto no = check_text(command.subject, "subject", "the subject", kMaxSubject, Emptiness::Refused))
    return *std::move(no);
  if (auto no = check_text(command.description, "description", "the description", kMaxText, Emptiness::Allowed)) {
    return *std::move(no);
  }
  if (auto no = check_words(command, policy)) return *std::move(no);
  if (auto no = check_kind(command)) return *std::move(no);
  std::optional<ChangePlan> plan;
  if (command.kind == TicketKind::Change || command.change) {
    auto taken = take_plan(command, circumstances);
    if (auto* no = std::get_if<Refusal>(&taken)) return std::move(*no);
    plan = std::get<ChangePlan>(std::move(taken));
  }

  const CategoryName category = plan && command.category.empty() ? category_of(*plan, policy) : command.category;
  TicketOpened opened{.number = command.number,
                      .kind = command.kind,
                      .subject = command.subject,
                      .description = command.description,
                      .requester = command.requester,
                      .category = category_name(category, policy),
                      .priority = priority_name(priority_in(command.priority, policy), policy),
                      .site = command.site,
                      .department = command.department,
                      .asset_class = command.asset_class,
                      .source = command.source,
                      .external = command.external};
  OwnerAssigned assigned{
      .cause = AssignmentCause::Opened,
      .ownership = plan ? change_ownership(*policy.find_activity(plan->activity.text()), circumstances.actor.person,
                                           circumstances)
                        : resolve_ownership(opened, policy, circumstances.now, circumstances.workload)};
  std::optional<DecisionAsked> asked;
  if (command.decision) {
    auto answer =
        ask_decision({.command = *command.decision, .ownership = assigned.ownership, .circumstances = circumstances});
    if (auto* no = std::get_if<Refusal>(&answer)) return std::move(*no);
    asked = std::get<DecisionAsked>(std::move(answer));
    opened.requester.email.clear();  // it is between the two teams: nobody reads it as its requester
  }
  Events events;
  events.reserve(3);
  events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = std::move(opened)});
  events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = std::move(assigned)});
  if (plan) std::ranges::move(plan_change(*std::move(plan), circumstances), std::back_inserter(events));
  if (asked) events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = *std::move(asked)});
  return events;
}

}  // namespace tandem::desk
