#include "app/failure.h"

#include "base/log.h"

namespace tandem::app {

Failure from_error(const base::Error& error) {
  using base::ErrorCode;
  switch (error.code) {
    case ErrorCode::NotFound: return {FailureKind::NotFound, error.message, {}, {}};
    case ErrorCode::Conflict: return {FailureKind::Stale, error.message, {}, {}};
    case ErrorCode::Unavailable: return {FailureKind::Unavailable, error.message, {}, {}};
    case ErrorCode::BadInput: return {FailureKind::Invalid, error.message, {}, {}};
    case ErrorCode::Corrupt:
    case ErrorCode::Io:
    case ErrorCode::Unsupported: break;
  }
  base::log_error("use-case-failed", {{"error", error.message}});
  return {FailureKind::Internal, "something failed on the server; its log says what", {}, {}};
}

Failure from_refusal(const desk::Refusal& refusal) {
  using desk::RefusalKind;
  const auto invalid = [&] {
    Failure failure{FailureKind::Invalid, refusal.message, {}, refusal.kind};
    // Without a field it is about the whole: "/" would point at a member that has no name.
    if (!refusal.field.empty()) failure.fields.push_back({fmt::format("/{}", refusal.field), refusal.message});
    return failure;
  };
  switch (refusal.kind) {
    case RefusalKind::UnknownCategory:
    case RefusalKind::UnknownPriority:
    case RefusalKind::UnknownSite:
    case RefusalKind::UnknownDepartment:
    case RefusalKind::UnknownAssetClass:
    case RefusalKind::UnknownTeam:
    case RefusalKind::UnknownPerson:
    case RefusalKind::UnknownActivity:
    case RefusalKind::UnknownDecision:
    case RefusalKind::BadDecision:
    case RefusalKind::NoSuchTicket:
    case RefusalKind::WrongTime:
    case RefusalKind::UnknownVendor:
    case RefusalKind::UnknownScenario:
    case RefusalKind::EmptyText:
    case RefusalKind::UnfitPlan:
    case RefusalKind::BadTag:
    case RefusalKind::BadFile:
    case RefusalKind::BadAction:
    case RefusalKind::TextTooLong: return invalid();
    case RefusalKind::NotOpen:
    case RefusalKind::AlreadyOpen:
    case RefusalKind::NotTheOwner:
    case RefusalKind::NotAMember:
    case RefusalKind::AlreadyYours:
    case RefusalKind::HandoffPending:
    case RefusalKind::NoSuchHandoff:
    case RefusalKind::NothingDue:
    case RefusalKind::NotWaiting:
    case RefusalKind::NotResolved:
    case RefusalKind::NoChange:
    case RefusalKind::PersonAway:
    case RefusalKind::DisputeOpen:
    case RefusalKind::NoSuchDispute:
    case RefusalKind::NoDisputePath:
    case RefusalKind::NotADecider:
    case RefusalKind::NotAChange:
    case RefusalKind::WrongPhase:
    case RefusalKind::NotConsulted:
    case RefusalKind::AnswersMissing:
    case RefusalKind::Objected:
    case RefusalKind::NotTheApprover:
    case RefusalKind::Frozen:
    case RefusalKind::ChangeClash:
    case RefusalKind::OutsideWindow:
    case RefusalKind::ReviewMissing:
    case RefusalKind::NotAReader:
    case RefusalKind::NoSuchDecision:
    case RefusalKind::AlreadyDecided:
    case RefusalKind::NotHeard:
    case RefusalKind::AboveAuthority: break;
    case RefusalKind::NoSuchDraft:
    case RefusalKind::NoSuchProposal:
    case RefusalKind::NoSuchVersion:
    case RefusalKind::ProposalOpen:
    case RefusalKind::DraftOutdated:
    case RefusalKind::AnotherText:
    case RefusalKind::TextHasErrors:
    case RefusalKind::NotASignatory:
    case RefusalKind::AlreadySigned:
    case RefusalKind::NoSuchLink:
    case RefusalKind::CannotLink:
    case RefusalKind::AlreadyMerged:
    case RefusalKind::WrongKind:
    case RefusalKind::AlreadyMajor:
    case RefusalKind::NotMajor:
    case RefusalKind::MajorOpen:
    case RefusalKind::NotReviewed:
    case RefusalKind::TooManyFiles:
    case RefusalKind::NoSuchFile:
    case RefusalKind::StepsOpen:
    case RefusalKind::MustBeAsked:
    case RefusalKind::NoSuchAction: break;
  }
  return {FailureKind::Refused, refusal.message, {}, refusal.kind};
}

std::unexpected<Failure> failed(const base::Error& error) {
  return std::unexpected(from_error(error));
}

std::unexpected<Failure> forbidden(std::string message) {
  return std::unexpected(Failure{FailureKind::Forbidden, std::move(message), {}, {}});
}

std::unexpected<Failure> not_found(std::string message) {
  return std::unexpected(Failure{FailureKind::NotFound, std::move(message), {}, {}});
}

std::unexpected<Failure> invalid(std::string pointer, std::string message) {
  return std::unexpected(Failure{FailureKind::Invalid, message, {{std::move(pointer), message}}, {}});
}

std::unexpected<Failure> invalid(std::vector<FieldProblem> fields) {
  const auto& [pointer, message] = fields.front();
  std::string detail = fields.size() > 1 ? fmt::format("{} fields cannot be taken as they are", fields.size())
                                         : fmt::format("`{}` {}", pointer.substr(1), message);
  return std::unexpected(Failure{FailureKind::Invalid, std::move(detail), std::move(fields), {}});
}

}  // namespace tandem::app
