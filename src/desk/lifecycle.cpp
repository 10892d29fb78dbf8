#include "desk/change_rules.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

// What a checklist has behind it stays done while the whole is: whoever wants a step again wants the whole again.
std::optional<Refusal> may_be_open_in_whole(const Case& given) {
  const auto id = whole_of(given.ticket);
  const Related* whole = id ? given.other(*id) : nullptr;
  if (whole == nullptr || whole->takes_steps) return std::nullopt;
  return refuse(RefusalKind::NotOpen, {},
                fmt::format("what it is a step of is {}: reopen that first", to_text(whole->state)));
}

// A vendor is asked for the sake of a ticket that somebody works on: what it was merged into has cases of its own.
std::optional<Refusal> may_be_asked_again(const Case& given) {
  const auto& links = given.ticket.links;
  const auto link = std::ranges::find(links, LinkKind::VendorCaseFor, &Link::kind);
  const Related* asking = link == links.end() ? nullptr : given.other(link->other);
  if (asking == nullptr || !asking->merged_into) return std::nullopt;
  return refuse(RefusalKind::AlreadyMerged, {},
                "the ticket that it is for is merged into another: ask the vendor for that one, or reopen this one's "
                "ticket first");
}

}  // namespace

Events leave(const Case& given, EventData last) {
  Events events;
  withdraw_pending(given, events);
  settle_dispute(SettledBy::Resolution, given.ticket.ownership.owner.team, given, events);
  withdraw_change(given, events);
  events.push_back(given.event(std::move(last)));
  return events;
}

Decision decide_on(const Wait& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("set it to wait")) return *std::move(no);
  if (given.ticket.waiting_on == command.on) {
    return refuse(RefusalKind::NoChange, "on",
                  fmt::format("the ticket is already waiting on the {}", to_text(command.on)));
  }
  return Events{given.event(WaitStarted{.on = command.on})};
}

Decision decide_on(const Resume&, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("resume it")) return *std::move(no);
  if (given.ticket.state != State::Waiting) {
    return refuse(RefusalKind::NotWaiting, {}, "the ticket is not waiting for anything");
  }
  return Events{given.event(WorkStarted{})};
}

Decision decide_on(const Resolve& command, const Case& given) {
  if (auto no = must_be_open(given.ticket)) return *std::move(no);
  if (auto no = given.standing.must_own("resolve it")) return *std::move(no);
  if (auto no = check_text(command.note, "note", "the note", kMaxText, Emptiness::Allowed)) return *std::move(no);
  // The note of a task for cover is what was arranged.
  if (given.ticket.cover) return decide_on(ArrangeCover{.text = command.note, .by = {}}, given);
  if (auto no = may_leave_change(given.ticket, Leaving::Resolve)) return *std::move(no);
  if (auto no = must_have_no_open_steps(given.ticket)) return *std::move(no);
  if (auto no = must_be_stood_down(given.ticket)) return *std::move(no);
  return leave(given, TicketResolved{.note = command.note});
}

Decision decide_on(const Reopen& command, const Case& given) {
  if (is_open(given.ticket.state))
    return refuse(RefusalKind::AlreadyOpen, {}, "the ticket is open: there is nothing to reopen");
  if (!given.standing.is_requester()) {
    if (auto no = given.standing.must_belong("reopen it, besides its requester")) return *std::move(no);
  }
  if (auto no = check_text(command.reason, "reason", "the reason", kMaxText, Emptiness::Refused)) return *std::move(no);
  if (auto no = may_be_open_in_whole(given)) return *std::move(no);
  if (auto no = may_be_asked_again(given)) return *std::move(no);
  Events events{given.event(TicketReopened{.reason = command.reason})};
  take_back_merging(given, events);
  events.push_back(given.event(OwnerAssigned{.cause = AssignmentCause::Reopened,
                                             .ownership = ownership_anew(given.ticket, given.circumstances)}));
  return events;
}

Decision decide_on(const Close&, const Case& given) {
  if (given.ticket.state == State::Closed) return refuse(RefusalKind::NotOpen, {}, "the ticket is closed already");
  if (given.actor().kind != ActorKind::System) {
    if (auto no = given.standing.must_own("close it")) return *std::move(no);
    if (given.ticket.state != State::Resolved) {
      return refuse(RefusalKind::NotResolved, {}, "the ticket is not resolved: resolve it first");
    }
  }
  if (auto no = may_leave_change(given.ticket, Leaving::Close)) return *std::move(no);
  if (auto no = must_have_no_open_steps(given.ticket)) return *std::move(no);
  if (auto no = must_be_reviewed(given.ticket)) return *std::move(no);
  return leave(given, TicketClosed{});
}

}  // namespace tandem::desk
