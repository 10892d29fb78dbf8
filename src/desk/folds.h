// The folds of the nouns that have a file of their own. Each looks before it changes anything, and returns what
// contradicts the ticket, or an empty text. Private to this folder.
#pragma once

#include "desk/ticket.h"

namespace tandem::desk {

// The number of the next one; they count from 1.
[[nodiscard]] std::uint32_t next_comment(const Ticket& ticket);

[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const TicketLinked& linked);  // link.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const TicketUnlinked& unlinked);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const TicketMerged& merged);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const FollowerAdded& added);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const LinkedTicketMoved& moved);

[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const VendorCaseOpened& opened);  // vendor_case.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const VendorChased& chased);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const VendorAnswered& answered);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const VendorChaseDue& due);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const VendorLoopFound& found);

[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const RootCauseFound& found);  // problem.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const KnownErrorDeclared& declared);

[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorDeclared& declared);  // major_fold.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorRoleGiven& given);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const TimelineNoted& noted);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorUpdateSent& sent);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorUpdateOverdue& overdue);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorStoodDown& down);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const MajorReviewed& reviewed);

[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const FileAttached& attached);  // attachment.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const FileRemoved& removed);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const FormFilled& filled);  // request_form.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const ChecklistStarted& started);  // checklist.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const FoundNotNeeded& found);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const DueDateSet& set);  // due_date.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const DueDateNoticed& noticed);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event,
                               const ActionRecorded& recorded);  // action_answer.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const ActionAnswered& answered);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const CoverWanted& wanted);  // leave_cover.cpp
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const CoverReminded& reminded);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const CoverArranged& arranged);
// Of a task that is open again: nothing is arranged, and the desk does not close it for what it knew before.
void reopen_cover(LeaveCover& cover);
[[nodiscard]] std::string fold(Ticket& ticket, const Event& event, const DecisionUsed& used);  // decision_use.cpp

}  // namespace tandem::desk
