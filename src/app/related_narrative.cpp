#include "app/related_narrative.h"

#include "app/narrative_words.h"

namespace tandem::app {
namespace {

// How the two stand to each other, as a sentence: "#2 is part of it".
std::string link_words(desk::LinkKind kind, const std::string& other) {
  switch (kind) {
    case desk::LinkKind::RelatesTo: return fmt::format("it relates to {}", other);
    case desk::LinkKind::DuplicateOf: return fmt::format("it is a duplicate of {}", other);
    case desk::LinkKind::HasDuplicate: return fmt::format("{} is a duplicate of it", other);
    case desk::LinkKind::PartOf: return fmt::format("it is part of {}", other);
    case desk::LinkKind::HasPart: return fmt::format("{} is part of it", other);
    case desk::LinkKind::CausedBy: return fmt::format("{} is the cause of it", other);
    case desk::LinkKind::CauseOf: return fmt::format("it is the cause of {}", other);
    case desk::LinkKind::VendorCaseFor: return fmt::format("it is the vendor case for {}", other);
    case desk::LinkKind::HasVendorCase: return fmt::format("{} is its vendor case", other);
    case desk::LinkKind::Follows: return fmt::format("it follows from {}", other);
    case desk::LinkKind::FollowedBy: return fmt::format("{} follows from it", other);
  }
  return "";
}

// The other by what it is to this one: "#2, which is part of it,".
std::string linked_words(desk::LinkKind kind, const std::string& other) {
  switch (kind) {
    case desk::LinkKind::RelatesTo: return fmt::format("{}, which it relates to,", other);
    case desk::LinkKind::DuplicateOf: return fmt::format("{}, which it is a duplicate of,", other);
    case desk::LinkKind::HasDuplicate: return fmt::format("{}, which is a duplicate of it,", other);
    case desk::LinkKind::PartOf: return fmt::format("{}, which it is part of,", other);
    case desk::LinkKind::HasPart: return fmt::format("{}, which is part of it,", other);
    case desk::LinkKind::CausedBy: return fmt::format("{}, which is the cause of it,", other);
    case desk::LinkKind::CauseOf: return fmt::format("{}, which it is the cause of,", other);
    case desk::LinkKind::VendorCaseFor: return fmt::format("{}, which it is the vendor case for,", other);
    case desk::LinkKind::HasVendorCase: return fmt::format("{}, which is its vendor case,", other);
    case desk::LinkKind::Follows: return fmt::format("{}, which it follows from,", other);
    case desk::LinkKind::FollowedBy: return fmt::format("{}, which follows from it,", other);
  }
  return "";
}

std::string_view move_words(desk::LinkedMove move) {
  switch (move) {
    case desk::LinkedMove::Resolved: return "is resolved";
    case desk::LinkedMove::Closed: return "is closed";
    case desk::LinkedMove::Reopened: return "is open again";
    case desk::LinkedMove::Answered: return "is answered";
    case desk::LinkedMove::Awaited: return "is not answered after all";
    case desk::LinkedMove::Workaround: return "is a known error";
    case desk::LinkedMove::NotNeeded: return "is not needed";
    case desk::LinkedMove::Overdue: return "is overdue";
  }
  return "";
}

// " (their 4711)", or nothing.
std::string numbered(const std::string& reference) {
  return reference.empty() ? std::string() : fmt::format(" (their {})", reference);
}

}  // namespace

std::string narrate_related(const desk::TicketLinked& e, const policy::Policy&) {
  const std::string from = e.comment == 0 ? std::string() : fmt::format(" (out of its comment {})", e.comment);
  return fmt::format("linked it: {}{}", link_words(e.kind, ticket_words(e.number)), from);
}

std::string narrate_related(const desk::TicketUnlinked& e, const policy::Policy&) {
  const std::string what = fmt::format("took back that {}", link_words(e.kind, ticket_words(e.number)));
  return e.reason.empty() ? what : fmt::format("{}: {}", what, e.reason);
}

std::string narrate_related(const desk::TicketMerged& e, const policy::Policy&) {
  return e.reason.empty() ? fmt::format("closed it, because {} is the same", ticket_words(e.number))
                          : fmt::format("closed it, because {} is the same: {}", ticket_words(e.number), e.reason);
}

std::string narrate_related(const desk::FollowerAdded& e, const policy::Policy&) {
  if (e.number == 0) return fmt::format("whoever asked for {} hears of it", ticket_words(e.number));
  return fmt::format("{}, who asked for {}, hears of it", e.name, ticket_words(e.number));
}

std::string narrate_related(const desk::LinkedTicketMoved& e, const policy::Policy&) {
  const std::string what = fmt::format("{} {}", linked_words(e.kind, ticket_words(e.number)), move_words(e.move));
  return e.text.empty() ? what : fmt::format("{}: {}", what, e.text);
}

std::string narrate_related(const desk::VendorCaseOpened& e, const policy::Policy&) {
  return fmt::format("asked `{}`{}", e.vendor.text(), numbered(e.reference));
}

std::string narrate_related(const desk::VendorChased& e, const policy::Policy&) {
  return fmt::format("chased `{}`{}: {}", e.vendor.text(), numbered(e.reference), e.said);
}

std::string narrate_related(const desk::VendorAnswered& e, const policy::Policy&) {
  return fmt::format("wrote down the vendor's answer: {}", e.said);
}

std::string narrate_related(const desk::VendorChaseDue& e, const policy::Policy& policy) {
  return fmt::format("it is time to chase the vendor (reminder {}){}", e.reminder, told_words(e.told, policy));
}

std::string narrate_related(const desk::VendorLoopFound& e, const policy::Policy& policy) {
  return fmt::format("{}{}", e.reason, told_words(e.told, policy));
}

std::string narrate_related(const desk::RootCauseFound& e, const policy::Policy&) {
  return fmt::format("found the cause: {}", e.cause);
}

std::string narrate_related(const desk::KnownErrorDeclared& e, const policy::Policy&) {
  return fmt::format("made it a known error, with a way around it: {}", e.workaround);
}

}  // namespace tandem::app
