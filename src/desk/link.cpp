#include "desk/link.h"

#include "base/check.h"
#include "desk/change_rules.h"
#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

const Link* find_link(const Ticket& ticket, LinkKind kind, TicketId other) {
  const auto found =
      std::ranges::find_if(ticket.links, [&](const Link& link) { return link.kind == kind && link.other == other; });
  return found == ticket.links.end() ? nullptr : &*found;
}

bool has_parent(const Ticket& ticket) {
  return std::ranges::find(ticket.links, LinkKind::PartOf, &Link::kind) != ticket.links.end();
}

Refusal no_such_ticket(std::string_view field) {
  return refuse(RefusalKind::NoSuchTicket, field, "there is no such ticket");
}

Refusal cannot_link(std::string message) {
  return refuse(RefusalKind::CannotLink, {}, std::move(message));
}

// Relations that must not lead back to where they begin.
bool is_ordered(LinkKind kind) {
  return kind != LinkKind::RelatesTo;
}

std::optional<Refusal> check_room(const Ticket& ticket, const Related& other) {
  if (ticket.links.size() < kMaxLinks && other.links < kMaxLinks) return std::nullopt;
  return cannot_link(fmt::format("a ticket has at most {} links", kMaxLinks));
}

// What is told about a major incident, and what resolves it, happens to its parts: whoever has the part lets it be one.
std::optional<Refusal> may_share_fate(LinkKind kind, const Related& other, const Case& given) {
  const bool joins = kind == LinkKind::PartOf && other.is_major;
  const bool takes = kind == LinkKind::HasPart && given.ticket.major && given.ticket.major->is_on();
  if (!joins && !takes) return std::nullopt;
  const TeamName& part = joins ? given.ticket.ownership.owner.team : other.owner.team;
  const TeamName& whole = joins ? other.owner.team : given.ticket.ownership.owner.team;
  if (given.standing.is_member(part) || given.standing.is_member(whole)) return std::nullopt;
  return refuse(RefusalKind::NotTheOwner, {},
                fmt::format("only {}, which has the part, or {}, which has the major incident, puts the two together",
                            spoken_team(given.policy(), part), spoken_team(given.policy(), whole)));
}

// Whatever the agreement and the two tickets' kinds allow, there is one link of a kind, no circle, and an end.
std::optional<Refusal> check_between(LinkKind kind, const Ticket& ticket, const Related& other) {
  if (find_link(ticket, kind, other.id) != nullptr) {
    return refuse(RefusalKind::NoChange, "kind", "the two are linked so already");
  }
  if (is_ordered(kind) && (other.leads_back || find_link(ticket, inverse(kind), other.id) != nullptr)) {
    return cannot_link(fmt::format("`{}` would go round in a circle", to_text(kind)));
  }
  if (kind == LinkKind::PartOf && has_parent(ticket)) return cannot_link("it is part of another ticket already");
  return check_room(ticket, other);
}

// What becomes a step is open or done by itself, and what it becomes a step of is not over.
std::optional<Refusal> may_become_step(LinkKind kind, const Ticket& ticket, const Related& other) {
  if (kind == LinkKind::PartOf && ticket.facts.kind == TicketKind::Task && ticket.merged_into)
    return cannot_link("it is merged into another: that one may be a step");
  if (kind == LinkKind::HasPart && other.step && !takes_steps(ticket))
    return cannot_link(fmt::format("the ticket is {}: reopen it before it gets a step", to_text(ticket.state)));
  return std::nullopt;
}

// Whether a vendor is still asked for its sake: the case would be left with a ticket that nobody works on.
bool has_open_vendor_case(const Case& given) {
  return std::ranges::any_of(given.ticket.links, [&](const Link& link) {
    const Related* other = link.kind == LinkKind::HasVendorCase ? given.other(link.other) : nullptr;
    return other != nullptr && is_open(other->state);
  });
}

std::optional<Refusal> may_merge(const MergeTicket& command, const Case& given) {
  const Ticket& ticket = given.ticket;
  if (ticket.merged_into) return refuse(RefusalKind::AlreadyMerged, {}, "it is merged already: reopen it first");
  if (auto no = must_be_open(ticket)) return no;
  if (auto no = given.standing.must_own("merge it into another")) return no;
  if (ticket.vendor_case) return cannot_link("a vendor case belongs to its ticket: it is no duplicate");
  if (whole_of(ticket))
    return cannot_link("a step is no duplicate: do it, or have it closed as not needed or taken off the checklist");
  if (find_link(ticket, LinkKind::PartOf, command.into) != nullptr)
    return cannot_link("a part is no duplicate of its whole: resolve it");
  if (has_open_vendor_case(given))
    return cannot_link(
        "a vendor is still asked for it: close that case first, or merge the other ticket into this one");
  if (ticket.major) return cannot_link("a major incident is no duplicate: merge the other one into it");
  if (auto no = may_leave_change(ticket, Leaving::Close)) return no;
  if (auto no = must_have_no_open_steps(ticket)) return no;
  if (command.into == ticket.id) return cannot_link("a ticket is no duplicate of itself");
  const Related* survivor = given.other(command.into);
  if (survivor == nullptr) return no_such_ticket("into");
  if (survivor->merged_into) {
    return refuse(RefusalKind::AlreadyMerged, "into", "that ticket is merged into another: merge into that one");
  }
  if (survivor->state == State::Closed) return cannot_link("that ticket is closed: reopen it first");
  if (survivor->kind == TicketKind::VendorCase) return cannot_link("a vendor case belongs to its ticket");
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Allowed)) return no;
  if (find_link(ticket, LinkKind::DuplicateOf, command.into) != nullptr) return std::nullopt;
  return check_between(LinkKind::DuplicateOf, ticket, *survivor);
}

// Off a checklist: with a reason, by whoever has the whole.
std::optional<Refusal> may_take_off(const UnlinkTicket& command, const Link& link, const Case& given) {
  const bool is_whole = command.kind == LinkKind::HasPart && link.step;
  const bool is_step = command.kind == LinkKind::PartOf && given.ticket.facts.kind == TicketKind::Task;
  if (!is_whole && !is_step) return check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Allowed);
  const Related* other = given.other(command.other);
  if (other == nullptr) return no_such_ticket("ticket");
  const ChecklistSide mine = side_of(given.ticket);
  const ChecklistSide theirs = side_of(*other);
  if (auto no = must_have_whole(is_whole ? mine : theirs, is_whole ? theirs : mine, "takes a step off the checklist",
                                given)) {
    return no;
  }
  return check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused);
}

StepState step_after(LinkedMove move, StepState before) {
  switch (move) {
    case LinkedMove::Resolved:
    case LinkedMove::Closed: return StepState::Done;
    case LinkedMove::NotNeeded: return StepState::NotNeeded;
    case LinkedMove::Reopened: return StepState::Open;
    case LinkedMove::Answered:
    case LinkedMove::Awaited:
    case LinkedMove::Workaround:
    case LinkedMove::Overdue: break;
  }
  return before;
}

}  // namespace

LinkKind inverse(LinkKind kind) {
  switch (kind) {
    case LinkKind::RelatesTo: return LinkKind::RelatesTo;
    case LinkKind::DuplicateOf: return LinkKind::HasDuplicate;
    case LinkKind::HasDuplicate: return LinkKind::DuplicateOf;
    case LinkKind::PartOf: return LinkKind::HasPart;
    case LinkKind::HasPart: return LinkKind::PartOf;
    case LinkKind::CausedBy: return LinkKind::CauseOf;
    case LinkKind::CauseOf: return LinkKind::CausedBy;
    case LinkKind::VendorCaseFor: return LinkKind::HasVendorCase;
    case LinkKind::HasVendorCase: return LinkKind::VendorCaseFor;
    case LinkKind::Follows: return LinkKind::FollowedBy;
    case LinkKind::FollowedBy: return LinkKind::Follows;
  }
  base::check_failed("a link is of one of the kinds");
}

std::vector<LinkTicket> named_by(const Ticket& ticket, const Command& command) {
  if (const auto* link = std::get_if<LinkTicket>(&command)) return {*link};
  if (const auto* unlink = std::get_if<UnlinkTicket>(&command))
    return {{.kind = LinkKind::RelatesTo, .other = unlink->other}};
  if (const auto* merge = std::get_if<MergeTicket>(&command)) {
    std::vector<LinkTicket> named{{.kind = LinkKind::DuplicateOf, .other = merge->into}};
    for (const Link& link : ticket.links) {
      if (link.kind == LinkKind::HasVendorCase && link.other != merge->into)
        named.push_back({.kind = LinkKind::RelatesTo, .other = link.other});
    }
    return named;
  }
  if (const auto* done = std::get_if<RecordAction>(&command); done != nullptr && done->decided_by)
    return {{.kind = LinkKind::RelatesTo, .other = *done->decided_by}};
  if (!std::holds_alternative<Reopen>(command) && !std::holds_alternative<CloseNotNeeded>(command)) return {};
  const LinkKind owned = ticket.vendor_case ? LinkKind::VendorCaseFor : LinkKind::PartOf;
  const auto found = std::ranges::find(ticket.links, owned, &Link::kind);
  if (found == ticket.links.end()) return {};
  return {{.kind = LinkKind::RelatesTo, .other = found->other}};
}

Related related_of(const Ticket& other, bool leads_back) {
  return {.id = other.id,
          .number = other.facts.number,
          .kind = other.facts.kind,
          .state = other.state,
          .owner = other.ownership.owner,
          .accountable = other.ownership.accountable,
          .category = other.facts.category,
          .merged_into = other.merged_into,
          .has_parent = has_parent(other),
          .is_major = other.major && other.major->is_on(),
          .takes_steps = takes_steps(other),
          .links = other.links.size(),
          .step = step_of(other),
          .decided = decided_in(other),
          .leads_back = leads_back};
}

std::optional<StepState> step_in(LinkKind kind, const Related& other) {
  return kind == LinkKind::HasPart ? other.step : std::nullopt;
}

std::optional<Refusal> check_link(LinkKind kind, TicketKind mine, const Related& other) {
  const bool i_am_problem = mine == TicketKind::Problem;
  const bool it_is_problem = other.kind == TicketKind::Problem;
  switch (kind) {
    case LinkKind::CausedBy:
      if (it_is_problem && !i_am_problem) return std::nullopt;
      return cannot_link("only a problem is the cause of tickets, and not of other problems");
    case LinkKind::CauseOf:
      if (i_am_problem && !it_is_problem) return std::nullopt;
      return cannot_link("only a problem is the cause of tickets, and not of other problems");
    case LinkKind::HasPart:
      if (other.has_parent) return cannot_link("that ticket is part of another already");
      if (other.step && other.merged_into)
        return cannot_link("that ticket is merged into another: that one may be a step");
      return std::nullopt;
    case LinkKind::PartOf:
      if (mine != TicketKind::Task || other.takes_steps) return std::nullopt;
      return cannot_link(fmt::format("that ticket is {}: reopen it before it gets a step, or let the task follow it",
                                     to_text(other.state)));
    case LinkKind::RelatesTo:
    case LinkKind::DuplicateOf:
    case LinkKind::HasDuplicate:
    case LinkKind::VendorCaseFor:
    case LinkKind::HasVendorCase:
    case LinkKind::Follows:
    case LinkKind::FollowedBy: return std::nullopt;
  }
  base::check_failed("a link is of one of the kinds");
}

Decision decide_on(const LinkTicket& command, const Case& given) {
  if (auto no = given.standing.must_belong("link tickets")) return *std::move(no);
  if (command.kind == LinkKind::VendorCaseFor || command.kind == LinkKind::HasVendorCase) {
    return cannot_link("a vendor case is opened for its ticket, and stays with it");
  }
  if (command.other == given.ticket.id) return cannot_link("a ticket is not linked with itself");
  const Related* other = given.other(command.other);
  if (other == nullptr) return no_such_ticket("ticket");
  if (auto no = check_link(command.kind, given.ticket.facts.kind, *other)) return *std::move(no);
  if (auto no = check_between(command.kind, given.ticket, *other)) return *std::move(no);
  if (auto no = may_become_step(command.kind, given.ticket, *other)) return *std::move(no);
  if (auto no = may_share_fate(command.kind, *other, given)) return *std::move(no);
  return Events{given.event(TicketLinked{.kind = command.kind,
                                         .other = command.other,
                                         .number = other->number,
                                         .comment = 0,
                                         .step = step_in(command.kind, *other)})};
}

Decision decide_on(const UnlinkTicket& command, const Case& given) {
  if (auto no = given.standing.must_belong("unlink tickets")) return *std::move(no);
  const Link* link = find_link(given.ticket, command.kind, command.other);
  if (link == nullptr) return refuse(RefusalKind::NoSuchLink, {}, "the two are not linked so");
  if (command.kind == LinkKind::VendorCaseFor || command.kind == LinkKind::HasVendorCase) {
    return cannot_link("a vendor case stays with its ticket");
  }
  const auto& followers = given.ticket.followers;
  const bool survives = command.kind == LinkKind::HasDuplicate &&
                        std::ranges::find(followers, command.other, &Follower::from) != followers.end();
  if (survives || (command.kind == LinkKind::DuplicateOf && given.ticket.merged_into == command.other)) {
    return refuse(RefusalKind::AlreadyMerged, {}, "the duplicate is merged: reopen it to take that back");
  }
  if (auto no = may_take_off(command, *link, given)) return *std::move(no);
  return Events{given.event(
      TicketUnlinked{.kind = command.kind, .other = command.other, .number = link->number, .reason = command.reason})};
}

Decision decide_on(const MergeTicket& command, const Case& given) {
  if (auto no = may_merge(command, given)) return *std::move(no);
  const std::uint64_t number = given.other(command.into)->number;
  Events events;
  if (find_link(given.ticket, LinkKind::DuplicateOf, command.into) == nullptr) {
    events.push_back(given.event(
        TicketLinked{.kind = LinkKind::DuplicateOf, .other = command.into, .number = number, .comment = 0}));
  }
  for (Event& event : leave(given, TicketMerged{.into = command.into, .number = number, .reason = command.reason}))
    events.push_back(std::move(event));
  return events;
}

void take_back_merging(const Case& given, Events& events) {
  const auto& into = given.ticket.merged_into;
  if (!into) return;
  const Link* link = find_link(given.ticket, LinkKind::DuplicateOf, *into);
  TANDEM_ENSURE(link != nullptr);
  events.push_back(
      given.event(TicketUnlinked{.kind = LinkKind::DuplicateOf, .other = *into, .number = link->number, .reason = {}}));
}

std::string fold(Ticket& ticket, const Event& event, const TicketLinked& linked) {
  if (linked.other == ticket.id) return "the ticket is linked with itself";
  if (find_link(ticket, linked.kind, linked.other) != nullptr)
    return fmt::format("it is `{}` {} already", to_text(linked.kind), linked.number);
  if (linked.step && linked.kind != LinkKind::HasPart) return "only a part is a step of its checklist";
  ticket.links.push_back({.kind = linked.kind,
                          .other = linked.other,
                          .number = linked.number,
                          .comment = linked.comment,
                          .awaited = linked.kind == LinkKind::HasVendorCase,
                          .step = linked.step,
                          .at = event.at});
  return {};
}

std::string fold(Ticket& ticket, const Event&, const TicketUnlinked& unlinked) {
  const Link* link = find_link(ticket, unlinked.kind, unlinked.other);
  if (link == nullptr) return fmt::format("it is not `{}` {}", to_text(unlinked.kind), unlinked.number);
  if (unlinked.kind == LinkKind::DuplicateOf && ticket.merged_into == unlinked.other)
    return "it would stay merged into what it is no duplicate of";
  ticket.links.erase(ticket.links.begin() + (link - ticket.links.data()));
  if (unlinked.kind == LinkKind::HasDuplicate)
    std::erase_if(ticket.followers, [&](const Follower& one) { return one.from == unlinked.other; });
  return {};
}

std::string fold(Ticket& ticket, const Event&, const TicketMerged& merged) {
  if (!is_open(ticket.state)) return fmt::format("the ticket is {}", to_text(ticket.state));
  if (ticket.handoff || ticket.dispute) return "a hand-off or a dispute would be left open";
  if (auto left = left_of_change(ticket, Leaving::Close); !left.empty()) return left;
  if (find_link(ticket, LinkKind::DuplicateOf, merged.into) == nullptr)
    return fmt::format("it is no duplicate of {}", merged.number);
  ticket.merged_into = merged.into;
  ticket.state = State::Closed;
  ticket.waiting_on.reset();
  return {};
}

std::string fold(Ticket& ticket, const Event&, const FollowerAdded& added) {
  if (find_link(ticket, LinkKind::HasDuplicate, added.from) == nullptr)
    return fmt::format("{} is no duplicate of it", added.number);
  if (std::ranges::find(ticket.followers, added.from, &Follower::from) != ticket.followers.end())
    return fmt::format("the requester of {} follows it already", added.number);
  ticket.followers.push_back({.from = added.from, .name = added.name});
  return {};
}

std::string fold(Ticket& ticket, const Event&, const LinkedTicketMoved& moved) {
  const auto link = std::ranges::find_if(
      ticket.links, [&](const Link& one) { return one.kind == moved.kind && one.other == moved.other; });
  if (link == ticket.links.end()) return fmt::format("it is not `{}` {}", to_text(moved.kind), moved.number);
  if (moved.kind == LinkKind::HasPart && link->step) link->step = step_after(moved.move, *link->step);
  if (moved.kind != LinkKind::HasVendorCase) return {};
  link->awaited = moved.move == LinkedMove::Awaited || moved.move == LinkedMove::Reopened;
  return {};
}

}  // namespace tandem::desk
