#include "desk/ripple.h"

#include "desk/folds.h"
#include "desk/rules.h"

namespace tandem::desk {
namespace {

// What one event says to others. `after` is the ticket as all events of the step left it.
class Telling {
 public:
  Telling(const Ticket& after, std::vector<Ripple>& ripples) : after_(after), ripples_(ripples) {}

  void operator()(const TicketLinked& e) {
    tell(e.other, {.what = News::What::Linked,
                   .kind = inverse(e.kind),
                   .step = e.kind == LinkKind::PartOf ? step_of(after_) : std::nullopt});
  }
  void operator()(const TicketUnlinked& e) {
    tell(e.other, {.what = News::What::Unlinked, .kind = inverse(e.kind), .text = e.reason});
  }
  void operator()(const OwnerAssigned& e) {
    tell_all(LinkKind::HasVendorCase, {.what = News::What::Owned, .owner = e.ownership.owner});
  }
  void operator()(const TicketMerged& e) {
    tell(e.into, {.what = News::What::Merged, .kind = LinkKind::HasDuplicate, .requester = after_.facts.requester});
    tell_whole(LinkedMove::Closed, e.reason);
  }
  void operator()(const LinkedTicketMoved& e) {
    // A duplicate of a duplicate hears of the one that survives both.
    if (e.kind == LinkKind::DuplicateOf) tell_followers(e.move, e.text);
  }
  void operator()(const TicketResolved& e) {
    tell_of(LinkedMove::Resolved, e.note);
    if (after_.major)
      tell_all(LinkKind::HasPart, {.what = News::What::Solved, .text = e.note, .owner = after_.ownership.owner});
  }
  void operator()(const TicketClosed&) {
    tell_of(after_.not_needed.empty() ? LinkedMove::Closed : LinkedMove::NotNeeded, after_.not_needed);
  }
  // Why is between who reopened it and the teams: who asked for the same is another person.
  void operator()(const TicketReopened& e) {
    tell_teams(LinkedMove::Reopened, e.reason);
    tell_followers(LinkedMove::Reopened, {});
  }
  void operator()(const VendorChased& e) { tell_case(LinkedMove::Awaited, e.said); }
  void operator()(const VendorAnswered& e) { tell_case(LinkedMove::Answered, e.said); }
  void operator()(const KnownErrorDeclared& e) {
    tell_all(LinkKind::CauseOf, {.what = News::What::Moved, .move = LinkedMove::Workaround, .text = e.workaround});
  }
  void operator()(const MajorUpdateSent& e) {
    if (e.to == UpdateAudience::Requesters) tell_all(LinkKind::HasPart, {.what = News::What::Answered, .text = e.text});
  }
  void operator()(const ActionRecorded& e) {
    if (!e.decided_by) return;
    tell(e.decided_by->ticket, {.what = News::What::Used,
                                .used = {.ticket = after_.id,
                                         .number = after_.facts.number,
                                         .action = e.action,
                                         .done_at = e.done_at,
                                         .cost = e.cost}});
  }
  void operator()(const DueDateNoticed& e) {
    if (e.notice == DueNotice::Missed) tell_whole(LinkedMove::Overdue, {});
  }
  void operator()(const auto&) {}

 private:
  void tell(TicketId to, News news) {
    news.from = after_.id;
    news.number = after_.facts.number;
    ripples_.push_back({.to = to, .news = std::move(news)});
  }
  // To all that the ticket stands to in this way.
  void tell_all(LinkKind kind, const News& news) {
    for (const Link& link : after_.links) {
      if (link.kind != kind) continue;
      News one = news;
      one.kind = inverse(kind);
      tell(link.other, std::move(one));
    }
  }
  void tell_followers(LinkedMove move, const std::string& text) {
    for (const Follower& follower : after_.followers) {
      tell(follower.from, {.what = News::What::Moved, .kind = LinkKind::DuplicateOf, .move = move, .text = text});
    }
  }
  void tell_case(LinkedMove move, const std::string& text) {
    tell_all(LinkKind::VendorCaseFor, {.what = News::What::Moved, .move = move, .text = text});
  }
  // What the ticket is part of.
  void tell_whole(LinkedMove move, const std::string& text) {
    tell_all(LinkKind::PartOf, {.what = News::What::Moved, .move = move, .text = text});
  }
  void tell_of(LinkedMove move, const std::string& text) {
    tell_teams(move, text);
    tell_followers(move, text);
  }
  void tell_teams(LinkedMove move, const std::string& text) {
    tell_whole(move, text);
    tell_case(move, text);
    tell_all(LinkKind::CauseOf, {.what = News::What::Moved, .move = move, .text = text});
  }

  const Ticket& after_;
  std::vector<Ripple>& ripples_;
};

class Hearing {
 public:
  Hearing(const News& news, const Case& given) : news_(news), given_(given) {}

  Events run() && {
    switch (news_.what) {
      case News::What::Linked: linked(); break;
      case News::What::Unlinked: unlinked(); break;
      case News::What::Merged: merged(); break;
      case News::What::Moved: moved(); break;
      case News::What::Answered: answered(); break;
      case News::What::Solved: solved(); break;
      case News::What::Owned: owned(); break;
      case News::What::Used: used(); break;
    }
    return std::move(events_);
  }

 private:
  [[nodiscard]] const Ticket& ticket() const { return given_.ticket; }
  [[nodiscard]] const Link* link() const {
    const auto found = std::ranges::find_if(
        ticket().links, [&](const Link& one) { return one.kind == news_.kind && one.other == news_.from; });
    return found == ticket().links.end() ? nullptr : &*found;
  }
  void add(EventData data) { events_.push_back(given_.event(std::move(data))); }

  void linked() {
    if (link() != nullptr) return;
    add(TicketLinked{
        .kind = news_.kind, .other = news_.from, .number = news_.number, .comment = 0, .step = news_.step});
    if (news_.kind == LinkKind::HasVendorCase) wait_on_vendor();
  }
  void unlinked() {
    if (link() == nullptr) return;
    add(TicketUnlinked{.kind = news_.kind, .other = news_.from, .number = news_.number, .reason = news_.text});
  }
  void merged() {
    const auto& followers = ticket().followers;
    if (std::ranges::find(followers, news_.from, &Follower::from) != followers.end()) return;
    add(FollowerAdded{.from = news_.from, .number = news_.number, .name = news_.requester.name});
  }

  void moved() {
    const Link* stands = link();
    if (stands == nullptr) return;
    switch (news_.kind) {
      case LinkKind::DuplicateOf:
        if (ticket().merged_into == news_.from) tell_by_itself();
        return;
      case LinkKind::HasVendorCase: return vendor_case_moved(*stands);
      case LinkKind::CausedBy: return problem_moved();
      case LinkKind::HasPart: return step_moved(*stands);
      case LinkKind::RelatesTo:
      case LinkKind::HasDuplicate:
      case LinkKind::PartOf:
      case LinkKind::CauseOf:
      case LinkKind::VendorCaseFor:
      case LinkKind::Follows:
      case LinkKind::FollowedBy: return;
    }
  }
  [[nodiscard]] LinkedTicketMoved what_moved() const {
    return {.kind = news_.kind, .other = news_.from, .number = news_.number, .move = news_.move, .text = news_.text};
  }
  void tell() { add(what_moved()); }
  // Whoever asked for the duplicate does not learn who did something to what another person asked for.
  void tell_by_itself() { events_.push_back({.at = given_.now(), .actor = system_actor(), .data = what_moved()}); }
  void vendor_case_moved(const Link& stands) {
    const bool awaited = news_.move == LinkedMove::Awaited || news_.move == LinkedMove::Reopened;
    if (awaited == stands.awaited) return;
    tell();
    if (awaited) return wait_on_vendor();
    const bool is_last = std::ranges::count_if(ticket().links, &Link::awaited) == 1;
    if (is_last) go_on_from(WaitingOn::Vendor);
  }
  void problem_moved() {
    if (!is_open(ticket().state)) return;
    tell();
    if (news_.move == LinkedMove::Resolved || news_.move == LinkedMove::Closed) go_on_from(WaitingOn::Problem);
  }
  // What is no step of a checklist, and a step that is closed after it was done, is no news.
  void step_moved(const Link& stands) {
    if (!stands.step) return;
    const bool is_done = stands.step != StepState::Open;
    if (is_done != (news_.move == LinkedMove::Reopened)) return;
    tell();
  }
  void wait_on_vendor() {
    if (is_open(ticket().state) && ticket().state != State::Waiting) add(WaitStarted{.on = WaitingOn::Vendor});
  }
  void go_on_from(WaitingOn on) {
    if (ticket().waiting_on == on) add(WorkStarted{});
  }

  // What somebody complains of: everything else ends by itself.
  [[nodiscard]] bool is_affected() const {
    const TicketKind kind = ticket().facts.kind;
    const bool is_complaint = kind == TicketKind::Incident || kind == TicketKind::Request;
    return link() != nullptr && is_open(ticket().state) && is_complaint;
  }
  // Somebody of another team is on it: they are told, and resolve it themselves.
  [[nodiscard]] bool is_on_with_others() const {
    return ticket().state == State::Active && ticket().ownership.owner.team != news_.owner.team;
  }
  void answered() {
    if (!is_affected() || news_.text.empty()) return;
    add(CommentAdded{.comment = next_comment(ticket()),
                     .visibility = Visibility::Requester,
                     .team = {},
                     .text = news_.text,
                     .mentions = {}});
  }
  void solved() {
    if (!is_affected() || ticket().major || must_have_no_open_steps(ticket())) return;
    if (is_on_with_others()) return tell();
    for (Event& event : leave(given_, TicketResolved{.note = news_.text})) events_.push_back(std::move(event));
  }
  void used() {
    if (!ticket().decision) return;
    const bool is_known = std::ranges::any_of(ticket().decision->uses, [&](const DecisionRequest::Use& one) {
      return one.used.ticket == news_.used.ticket && one.used.action == news_.used.action;
    });
    if (!is_known) add(news_.used);
  }
  // A vendor case that nobody is named for is kept by the team that has its ticket, wherever that goes.
  void owned() {
    if (link() == nullptr || !is_open(ticket().state) || !ticket().vendor_case) return;
    Ownership next =
        vendor_case_ownership(ticket().vendor_case->vendor, news_.owner, ticket().facts, given_.circumstances);
    const bool is_named = next.owner.team != news_.owner.team;
    if (is_named || next.owner.team == ticket().ownership.owner.team) return;
    assign_anew(AssignmentCause::Reconsidered, std::move(next), ticket().facts.category, given_, events_);
  }

  const News& news_;
  const Case& given_;
  Events events_;
};

}  // namespace

std::vector<Ripple> ripples(const Ticket& after, std::span<const Event> events) {
  std::vector<Ripple> all;
  for (const Event& event : events) std::visit(Telling(after, all), event.data);
  return all;
}

Events hear(const Ticket& ticket, const News& news, const Circumstances& circumstances) {
  const Case given{.ticket = ticket, .circumstances = circumstances, .standing = Standing(ticket, circumstances)};
  return Hearing(news, given).run();
}

}  // namespace tandem::desk
