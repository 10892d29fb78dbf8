// Why the desk said no. A refusal is an answer, not an error: the ticket stays exactly as it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tandem::desk {

enum class RefusalKind : std::uint8_t {
  UnknownCategory,  // the agreement has no such word: `field` names the field, the message the word
  UnknownPriority,
  UnknownSite,
  UnknownDepartment,
  UnknownAssetClass,
  UnknownTeam,
  UnknownPerson,
  EmptyText,  // a subject, comment, note or reason that must not be empty; `field` says which
  TextTooLong,
  NotOpen,      // the ticket is resolved or closed
  AlreadyOpen,  // reopening what is open
  NotTheOwner,  // only a member of the owning team may do this
  NotAMember,  // the actor (or the person named in `field`) is not of the team, or not of the parties, that may do this
  AlreadyYours,    // taking what one has, handing to the team that has it
  HandoffPending,  // one hand-off at a time
  NoSuchHandoff,   // nothing pending under that epoch: it was answered, withdrawn or has expired
  NothingDue,      // time would do nothing now
  NotWaiting,
  NotResolved,  // closing what is still worked on
  NoChange,     // the value is what it was
  PersonAway,   // the person named is on leave
  UnknownActivity,
  DisputeOpen,      // whose ticket it is is in dispute
  NoSuchDispute,    // nothing is in dispute, or what is answered is not asked any more
  NoDisputePath,    // the agreement does not say who decides disputes
  NotADecider,      // others decide now
  UnfitPlan,        // what is planned cannot be taken: `field` says which part
  NotAChange,       // the ticket is no planned change
  WrongPhase,       // the change is not there yet, or is over
  NotConsulted,     // others are asked about the change
  AnswersMissing,   // not all who are consulted have answered
  Objected,         // somebody who is consulted objects
  NotTheApprover,   // somebody else approves it
  Frozen,           // its window lies in a freeze
  ChangeClash,      // another change stands in its way
  OutsideWindow,    // not now
  ReviewMissing,    // an emergency is reviewed before its ticket is closed
  NotAReader,       // somebody who may not read it: it is confidential, or the note is of another team
  BadTag,           // no word, or too many
  UnknownDecision,  // the agreement has no such kind of decision
  BadDecision,      // an option, a time or another decision that cannot be; `field` says which
  NoSuchDecision,   // the ticket is no decision
  AlreadyDecided,
  NotHeard,        // somebody must be heard first
  AboveAuthority,  // nobody who is named may decide so much
  // The life of an agreement (agreement_life.h):
  NoSuchDraft,     // or it can no longer be changed
  NoSuchProposal,  // or it is no longer open
  NoSuchVersion,
  ProposalOpen,   // the draft is proposed
  DraftOutdated,  // another version was agreed since the draft was begun
  AnotherText,    // the text is another one than whoever acts has seen
  TextHasErrors,
  NotASignatory,  // the agreement in force names others who sign
  AlreadySigned,
  NoSuchTicket,  // the other ticket is not there
  NoSuchLink,
  CannotLink,     // the two cannot stand in this relation
  AlreadyMerged,  // it is closed into another ticket
  WrongKind,      // the command is for tickets of another kind
  WrongTime,      // a chase in the past, or too far away
  UnknownVendor,
  UnknownScenario,
  AlreadyMajor,
  NotMajor,     // it is no major incident
  MajorOpen,    // it is not stood down
  NotReviewed,  // a major incident is closed only after its review
  BadFile,      // a file that cannot be taken: `field` says why
  TooManyFiles,
  NoSuchFile,    // or it was removed
  StepsOpen,     // of its checklist
  MustBeAsked,   // it is more than may be done alone: the message says whom to ask
  BadAction,     // a cost, or too many; `field` says which
  NoSuchAction,  // or nobody has to answer for it
};
[[nodiscard]] std::string_view to_text(RefusalKind kind);  // "not-the-owner"

struct Refusal {
  RefusalKind kind;
  std::string field;    // of the command, in the API's spelling; may be empty
  std::string message;  // one sentence for the person who asked
};

}  // namespace tandem::desk
