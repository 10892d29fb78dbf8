#include "base/plain_text.h"
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

// What only one kind needs comes with that kind and with no other. Work of the teams is opened by the teams.
std::optional<Refusal> check_kind(const OpenTicket& command, const Circumstances& given) {
  const bool is_decision = command.kind == TicketKind::Decision;
  if (is_decision != command.decision.has_value()) {
    return bad_decision("decision", is_decision ? "a decision says what is to be decided"
                                                : "only a ticket of kind `decision` says what is to be decided");
  }
  const bool is_teams = command.kind == TicketKind::Problem || command.kind == TicketKind::Task ||
                        command.kind == TicketKind::VendorCase || !command.links.empty();
  // The desk itself opens the steps of a checklist.
  const bool is_step = command.kind == TicketKind::Task && given.actor.kind == ActorKind::System;
  const bool by_a_team = given.actor.kind == ActorKind::Person || given.actor.kind == ActorKind::Import || is_step;
  if (is_teams && !by_a_team) {
    return refuse(RefusalKind::NotAMember, "kind",
                  fmt::format("only the teams open a {}, or link it with other tickets", to_text(command.kind)));
  }
  if (command.cover && (command.kind != TicketKind::Task || given.actor.kind != ActorKind::System))
    return refuse(RefusalKind::WrongKind, "kind", "cover for leave is a task that the desk itself opens");
  if (command.form && command.kind != TicketKind::Request)
    return refuse(RefusalKind::WrongKind, "kind", "a form is filled in to open a request");
  return check_vendor_case(command, given);
}

const Related* find_related(TicketId id, const Circumstances& given) {
  const auto found = std::ranges::find(given.related, id, &Related::id);
  return found == given.related.end() ? nullptr : &*found;
}

std::optional<Refusal> check_links(const OpenTicket& command, const Circumstances& given) {
  if (command.links.size() > kMaxLinks)
    return refuse(RefusalKind::CannotLink, "links", fmt::format("a ticket has at most {} links", kMaxLinks));
  std::size_t parents = 0;
  std::vector<LinkTicket> seen;
  for (const LinkTicket& link : command.links) {
    const Related* other = find_related(link.other, given);
    if (other == nullptr) return refuse(RefusalKind::NoSuchTicket, "links", "there is no such ticket");
    const bool twice = std::ranges::any_of(seen, [&](const LinkTicket& one) { return one.other == link.other; });
    if (twice || link.kind == LinkKind::HasVendorCase)
      return refuse(RefusalKind::CannotLink, "links", "a new ticket stands in one relation to another");
    seen.push_back(link);
    if (link.kind == LinkKind::PartOf && ++parents > 1)
      return refuse(RefusalKind::CannotLink, "links", "a ticket is part of one other");
    if (other->links >= kMaxLinks)
      return refuse(RefusalKind::CannotLink, "links", fmt::format("a ticket has at most {} links", kMaxLinks));
    if (auto no = check_link(link.kind, command.kind, *other)) return no;
  }
  return std::nullopt;
}

// The ticket that a vendor case is for: open, of a team that the actor is of, and no vendor case itself.
std::optional<Refusal> check_asked_for(const Related& other, const Circumstances& given) {
  if (!is_open(other.state)) return refuse(RefusalKind::NotOpen, {}, "the ticket that it is for is not open");
  if (other.kind == TicketKind::VendorCase)
    return refuse(RefusalKind::CannotLink, {}, "a vendor case is for a ticket, and not for another vendor case");
  if (given.actor.kind == ActorKind::Import) return std::nullopt;
  const auto team = given.policy.find_team(other.owner.team.text());
  const auto person = given.policy.find_person(given.actor.person.text());
  if (team && person && given.policy.is_member(*team, *person)) return std::nullopt;
  return refuse(RefusalKind::NotTheOwner, {},
                fmt::format("{} has the ticket: only its members ask a vendor for it",
                            spoken_team(given.policy, other.owner.team)));
}

const Related& asked_for(const OpenTicket& command, const Circumstances& given) {
  const auto link = std::ranges::find(command.links, LinkKind::VendorCaseFor, &LinkTicket::kind);
  return *find_related(link->other, given);
}

void append_rest(const OpenTicket& command, const Circumstances& given, Events& events) {
  const auto add = [&](EventData data) {
    events.push_back({.at = given.now, .actor = given.actor, .data = std::move(data)});
  };
  if (command.vendor_case) {
    const Owner owner = std::get<OwnerAssigned>(events[1].data).ownership.owner;
    add(open_vendor_case(*command.vendor_case, owner, given));
  }
  for (std::size_t i = 0; i < command.links.size(); ++i) {
    const LinkTicket& link = command.links[i];
    const Related& other = *find_related(link.other, given);
    add(TicketLinked{.kind = link.kind,
                     .other = link.other,
                     .number = other.number,
                     .comment = i == 0 ? command.from_comment : 0,
                     .step = step_in(link.kind, other)});
  }
  if (command.form) add(*command.form);
  if (command.due) {
    const TeamName& team = std::get<OwnerAssigned>(events[1].data).ownership.owner.team;
    add(new_due_date(*command.due, team, given));
  }
  if (command.cover) add(CoverWanted{.leave = command.cover->leave, .uncovered = command.cover->uncovered, .why = {}});
}

// Wherever it comes from: what is read of a ticket everywhere has nothing in it that nobody sees.
OpenTicket in_plain_words(OpenTicket command) {
  command.subject = base::plain_line(command.subject);
  command.description = base::plain_text(command.description);
  command.requester.name = base::plain_line(command.requester.name);
  return command;
}

Ownership first_ownership(const OpenTicket& command, const std::optional<ChangePlan>& plan, const TicketOpened& opened,
                          const Circumstances& given) {
  const policy::Policy& policy = given.policy;
  if (plan)
    return change_ownership(*policy.find_activity(plan->activity.text()), given.actor.person, opened.category, given);
  if (command.vendor_case)
    return vendor_case_ownership(command.vendor_case->vendor, asked_for(command, given).owner, opened, given);
  if (command.cover) return cover_ownership(command.cover->leave.person, command.cover->uncovered, opened, given);
  return resolve_ownership(opened, policy, given.now, given.workload);
}

}  // namespace

Decision open(const OpenTicket& given, const Circumstances& circumstances) {
  const policy::Policy& policy = circumstances.policy;
  const OpenTicket command = in_plain_words(given);
  if (auto no = may_open(circumstances)) return *std::move(no);
  if (auto no = check_text(command.subject, "subject", "the subject", kMaxSubject, Emptiness::Refused))
    return *std::move(no);
  if (auto no = check_text(command.description, "description", "the description", kMaxText, Emptiness::Allowed)) {
    return *std::move(no);
  }
  if (auto no = check_words(command, policy)) return *std::move(no);
  if (auto no = check_kind(command, circumstances)) return *std::move(no);
  if (auto no = check_links(command, circumstances)) return *std::move(no);
  if (command.vendor_case) {
    if (auto no = check_asked_for(asked_for(command, circumstances), circumstances)) return *std::move(no);
  }
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
                      .requester = {.name = command.requester.name,
                                    .email = plain_address(command.requester.email),
                                    .vip = command.requester.vip || circumstances.vip_since.has_value()},
                      .category = category_name(category, policy),
                      .priority = priority_name(priority_in(command.priority, policy), policy),
                      .site = command.site,
                      .department = command.department,
                      .asset_class = command.asset_class,
                      .source = command.source,
                      .external = command.external,
                      .vip_since = circumstances.vip_since};
  OwnerAssigned assigned{.cause = AssignmentCause::Opened,
                         .ownership = first_ownership(command, plan, opened, circumstances)};
  std::optional<DecisionAsked> asked;
  if (command.decision) {
    auto answer = ask_decision({.command = *command.decision,
                                .category = opened.category,
                                .ownership = assigned.ownership,
                                .circumstances = circumstances});
    if (auto* no = std::get_if<Refusal>(&answer)) return std::move(*no);
    asked = std::get<DecisionAsked>(std::move(answer));
    opened.requester.email.clear();  // it is between the two teams: nobody reads it as its requester
  }
  const CategoryName kept_as = opened.category;
  Events events;
  events.reserve(3);
  events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = std::move(opened)});
  events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = std::move(assigned)});
  if (plan) std::ranges::move(plan_change(*std::move(plan), kept_as, circumstances), std::back_inserter(events));
  if (asked) events.push_back({.at = circumstances.now, .actor = circumstances.actor, .data = *std::move(asked)});
  append_rest(command, circumstances, events);
  return events;
}

}  // namespace tandem::desk
