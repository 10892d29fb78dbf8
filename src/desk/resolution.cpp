#include "desk/resolution.h"

#include "desk/change_rules.h"
#include "desk/confidential.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

policy::WorkSource source_in(Source source) {
  switch (source) {
    case Source::Portal: return policy::WorkSource::Portal;
    case Source::Email: return policy::WorkSource::Email;
    case Source::Api: return policy::WorkSource::Api;
    case Source::Alert: return policy::WorkSource::Alert;
    case Source::Duty: return policy::WorkSource::Duty;
  }
  return policy::WorkSource::Portal;
}

}  // namespace

policy::PriorityIndex priority_in(const PriorityName& name, const policy::Policy& policy) {
  return policy.find_priority(name.text()).value_or(policy.default_priority());
}

policy::CategoryIndex category_in(const CategoryName& name, const policy::Policy& policy) {
  return policy.find_category(name.text()).value_or(policy.other());
}

policy::ActivityIndex activity_of(const Ticket& ticket, const policy::Policy& policy) {
  if (const auto strategic = ticket.strategic ? policy.find_activity(ticket.strategic->text()) : std::nullopt)
    return *strategic;
  if (const auto changed = ticket.change ? policy.find_activity(ticket.change->plan.activity.text()) : std::nullopt)
    return *changed;
  return policy.category(category_in(ticket.facts.category, policy)).activity;
}

policy::Facts facts_in(const TicketOpened& facts, const policy::Policy& policy, const policy::Workload& workload) {
  return {.category = category_in(facts.category, policy),
          .priority = priority_in(facts.priority, policy),
          .site = policy.find_site(facts.site.text()).value_or(policy::SiteIndex::none()),
          .department = policy.find_department(facts.department.text()).value_or(policy::DepartmentIndex::none()),
          .asset_class = policy.find_asset_class(facts.asset_class.text()).value_or(policy::AssetClassIndex::none()),
          .requester = facts.requester.vip ? policy::RequesterKind::Vip : policy::RequesterKind::Standard,
          .source = source_in(facts.source),
          .workload = workload};
}

Reason in_words(const policy::Reason& reason, const policy::Policy& policy) {
  return {.kind = std::string(policy::to_text(reason.kind)),
          .text = policy::explain(policy, reason),
          .file = reason.at.file,
          .line = reason.at.line};
}

Ownership in_words(const policy::Answer& answer, std::span<const policy::Reason> reasons,
                   const policy::Policy& policy) {
  const policy::Team& team = policy.team(answer.team);
  Ownership ownership{
      .owner = {.party = PartyName(policy.party(team.party).name),
                .team = TeamName(team.name),
                .person = answer.person.is_none() ? PersonName() : PersonName(policy.person(answer.person).name)},
      .accountable = PersonName(policy.person(answer.accountable).name),
      .activity = ActivityName(policy.activity(answer.activity).name),
      .agreement_version = policy.spec().version,
      .gap = answer.gap,
      .reasons = {}};
  ownership.reasons.reserve(reasons.size());
  for (const policy::Reason& reason : reasons) ownership.reasons.push_back(in_words(reason, policy));
  return ownership;
}

Ownership ownership_anew(const Ticket& ticket, const Circumstances& circumstances) {
  if (ticket.change) {
    if (const auto activity = circumstances.policy.find_activity(ticket.change->plan.activity.text()))
      return change_ownership(*activity, ticket.change->planned_by.person, ticket.facts.category, circumstances);
  }
  if (ticket.vendor_case) {
    // Where the ticket that it is for is known, it may have gone on meanwhile.
    const auto link = std::ranges::find(ticket.links, LinkKind::VendorCaseFor, &Link::kind);
    const auto& known = circumstances.related;
    const auto found = link == ticket.links.end() ? known.end() : std::ranges::find(known, link->other, &Related::id);
    return vendor_case_ownership(ticket.vendor_case->vendor,
                                 found == known.end() ? ticket.ownership.owner : found->owner, ticket.facts,
                                 circumstances);
  }
  if (ticket.cover) {
    const CoverWanted& wanted = ticket.cover->wanted;
    return cover_ownership(wanted.leave.person, wanted.uncovered, ticket.facts, circumstances);
  }
  return resolve_ownership(ticket.facts, circumstances.policy, circumstances.now, circumstances.workload);
}

Ownership resolve_ownership(const TicketOpened& facts, const policy::Policy& policy, base::Instant at,
                            const policy::Workload& workload) {
  policy::Trace trace;
  const policy::Answer answer = policy.evaluate(facts_in(facts, policy, workload), at, &trace);
  return kept_with_readers(in_words(answer, trace.reasons(), policy), facts.category, policy, at);
}

}  // namespace tandem::desk
