#include "app/narrative.h"

#include "desk/ticket.h"

namespace tandem::app {
namespace {

std::string owner_words(const desk::Owner& owner, const policy::Policy& policy) {
  if (owner.person.empty()) return fmt::format("`{}`", owner.team.text());
  return fmt::format("{} of `{}`", display_of(owner.person, policy), owner.team.text());
}

std::string_view cause_words(desk::AssignmentCause cause) {
  switch (cause) {
    case desk::AssignmentCause::Opened: return "as it was opened";
    case desk::AssignmentCause::PriorityChanged: return "as its priority changed";
    case desk::AssignmentCause::CategoryChanged: return "as its category changed";
    case desk::AssignmentCause::HandoffAccepted: return "as the hand-off was accepted";
    case desk::AssignmentCause::Taken: return "as it was taken";
    case desk::AssignmentCause::Reopened: return "as it was reopened";
    case desk::AssignmentCause::Reconsidered: return "as the circumstances changed";
    case desk::AssignmentCause::Recorded: return "as the imported history records";
  }
  return "";
}

std::string_view waiting_words(desk::WaitingOn on) {
  switch (on) {
    case desk::WaitingOn::Requester: return "the requester";
    case desk::WaitingOn::Vendor: return "a vendor";
    case desk::WaitingOn::Problem: return "a known problem";
    case desk::WaitingOn::Evidence: return "evidence";
  }
  return "";
}

struct Narrator {
  const policy::Policy& policy;

  std::string operator()(const desk::TicketOpened& e) const {
    return fmt::format("opened it for {} as `{}`, priority `{}`", e.requester.name, e.category.text(),
                       e.priority.text());
  }
  std::string operator()(const desk::OwnerAssigned& e) const {
    return fmt::format("{} owns it, {} is accountable, {}", owner_words(e.ownership.owner, policy),
                       display_of(e.ownership.accountable, policy), cause_words(e.cause));
  }
  std::string operator()(const desk::CommentAdded& e) const {
    switch (e.visibility) {
      case desk::Visibility::Requester: return "answered the requester";
      case desk::Visibility::Both: return "wrote a note for both teams";
      case desk::Visibility::Team: return fmt::format("wrote a note for `{}` only", e.team.text());
    }
    return "";
  }
  std::string operator()(const desk::PriorityChanged& e) const {
    return fmt::format("changed the priority from `{}` to `{}`", e.from.text(), e.to.text());
  }
  std::string operator()(const desk::CategoryChanged& e) const {
    return fmt::format("changed the category from `{}` to `{}`", e.from.text(), e.to.text());
  }
  std::string operator()(const desk::HandoffOffered& e) const {
    const desk::Owner to{.party = e.to_party, .team = e.to_team, .person = e.to_person};
    return fmt::format("offered it to {}: {}", owner_words(to, policy), e.note);
  }
  std::string operator()(const desk::HandoffAccepted&) const { return "accepted the hand-off"; }
  std::string operator()(const desk::HandoffDeclined& e) const {
    return fmt::format("declined the hand-off: {}", e.reason);
  }
  std::string operator()(const desk::HandoffWithdrawn&) const { return "withdrew the hand-off"; }
  std::string operator()(const desk::HandoffExpired&) const {
    return "nobody accepted the hand-off in time: the giver keeps it";
  }
  std::string operator()(const desk::WorkStarted&) const { return "started work"; }
  std::string operator()(const desk::WaitStarted& e) const {
    return fmt::format("is waiting on {}", waiting_words(e.on));
  }
  std::string operator()(const desk::TicketResolved& e) const {
    return e.note.empty() ? std::string("resolved it") : fmt::format("resolved it: {}", e.note);
  }
  std::string operator()(const desk::TicketReopened& e) const { return fmt::format("reopened it: {}", e.reason); }
  std::string operator()(const desk::TicketClosed&) const { return "closed it"; }
};

}  // namespace

std::string narrate(const desk::Event& event, const policy::Policy& policy) {
  return std::visit(Narrator{policy}, event.data);
}

std::string display_of(const desk::PersonName& person, const policy::Policy& policy) {
  const auto index = policy.find_person(person.text());
  return index ? policy.person(*index).display : person.text();
}

}  // namespace tandem::app
