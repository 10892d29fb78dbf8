#include "desk/refusal.h"

#include "base/check.h"

namespace tandem::desk {

std::string_view to_text(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::UnknownCategory: return "unknown-category";
    case RefusalKind::UnknownPriority: return "unknown-priority";
    case RefusalKind::UnknownSite: return "unknown-site";
    case RefusalKind::UnknownDepartment: return "unknown-department";
    case RefusalKind::UnknownAssetClass: return "unknown-asset-class";
    case RefusalKind::UnknownTeam: return "unknown-team";
    case RefusalKind::UnknownPerson: return "unknown-person";
    case RefusalKind::EmptyText: return "empty-text";
    case RefusalKind::TextTooLong: return "text-too-long";
    case RefusalKind::NotOpen: return "not-open";
    case RefusalKind::AlreadyOpen: return "already-open";
    case RefusalKind::NotTheOwner: return "not-the-owner";
    case RefusalKind::NotAMember: return "not-a-member";
    case RefusalKind::AlreadyYours: return "already-yours";
    case RefusalKind::HandoffPending: return "handoff-pending";
    case RefusalKind::NoSuchHandoff: return "no-such-handoff";
    case RefusalKind::NothingDue: return "nothing-due";
    case RefusalKind::NotWaiting: return "not-waiting";
    case RefusalKind::NotResolved: return "not-resolved";
    case RefusalKind::NoChange: return "no-change";
    case RefusalKind::PersonAway: return "person-away";
    case RefusalKind::UnknownActivity: return "unknown-activity";
    case RefusalKind::DisputeOpen: return "dispute-open";
    case RefusalKind::NoSuchDispute: return "no-such-dispute";
    case RefusalKind::NoDisputePath: return "no-dispute-path";
    case RefusalKind::NotADecider: return "not-a-decider";
    case RefusalKind::UnfitPlan: return "unfit-plan";
    case RefusalKind::NotAChange: return "not-a-change";
    case RefusalKind::WrongPhase: return "wrong-phase";
    case RefusalKind::NotConsulted: return "not-consulted";
    case RefusalKind::AnswersMissing: return "answers-missing";
    case RefusalKind::Objected: return "objected";
    case RefusalKind::NotTheApprover: return "not-the-approver";
    case RefusalKind::Frozen: return "frozen";
    case RefusalKind::ChangeClash: return "change-clash";
    case RefusalKind::OutsideWindow: return "outside-window";
    case RefusalKind::ReviewMissing: return "review-missing";
    case RefusalKind::NotAReader: return "not-a-reader";
    case RefusalKind::BadTag: return "bad-tag";
    case RefusalKind::UnknownDecision: return "unknown-decision";
    case RefusalKind::BadDecision: return "bad-decision";
    case RefusalKind::NoSuchDecision: return "no-such-decision";
    case RefusalKind::AlreadyDecided: return "already-decided";
    case RefusalKind::NotHeard: return "not-heard";
    case RefusalKind::AboveAuthority: return "above-authority";
    case RefusalKind::NoSuchDraft: return "no-such-draft";
    case RefusalKind::NoSuchProposal: return "no-such-proposal";
    case RefusalKind::NoSuchVersion: return "no-such-version";
    case RefusalKind::ProposalOpen: return "proposal-open";
    case RefusalKind::DraftOutdated: return "draft-outdated";
    case RefusalKind::AnotherText: return "another-text";
    case RefusalKind::TextHasErrors: return "text-has-errors";
    case RefusalKind::NotASignatory: return "not-a-signatory";
    case RefusalKind::AlreadySigned: return "already-signed";
    case RefusalKind::NoSuchTicket: return "no-such-ticket";
    case RefusalKind::NoSuchLink: return "no-such-link";
    case RefusalKind::CannotLink: return "cannot-link";
    case RefusalKind::AlreadyMerged: return "already-merged";
    case RefusalKind::WrongKind: return "wrong-kind";
    case RefusalKind::WrongTime: return "wrong-time";
    case RefusalKind::UnknownVendor: return "unknown-vendor";
    case RefusalKind::UnknownScenario: return "unknown-scenario";
    case RefusalKind::AlreadyMajor: return "already-major";
    case RefusalKind::NotMajor: return "not-major";
    case RefusalKind::MajorOpen: return "major-open";
    case RefusalKind::NotReviewed: return "not-reviewed";
    case RefusalKind::BadFile: return "bad-file";
    case RefusalKind::TooManyFiles: return "too-many-files";
    case RefusalKind::NoSuchFile: return "no-such-file";
    case RefusalKind::StepsOpen: return "steps-open";
    case RefusalKind::MustBeAsked: return "must-be-asked";
    case RefusalKind::BadAction: return "bad-action";
    case RefusalKind::NoSuchAction: return "no-such-action";
  }
  base::check_failed("a refusal is of one of the kinds");
}

}  // namespace tandem::desk
