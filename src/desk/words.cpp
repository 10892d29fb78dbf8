// The words of the desk's enumerations, as records, the API and people read them.
#include "desk/agreement_life.h"
#include "desk/notice.h"
#include "desk/ticket.h"
#include "policy/governance.h"
#include "policy/work_words.h"

namespace tandem::desk {
namespace {

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 4> kActorKinds{"person", "requester", "system", "import"};
constexpr std::array<std::string_view, 5> kStates{"new", "active", "waiting", "resolved", "closed"};
constexpr std::array<std::string_view, 4> kWaitingOn{"requester", "vendor", "problem", "evidence"};
constexpr std::array<std::string_view, 3> kVisibilities{"requester", "both", "team"};
constexpr std::array<std::string_view, 7> kTicketKinds{"incident", "request", "change",     "decision",
                                                       "problem",  "task",    "vendor-case"};
constexpr std::array<std::string_view, 13> kCauses{
    "opened",   "priority-changed", "category-changed", "handoff-accepted", "taken",
    "reopened", "reconsidered",     "assigned",         "released",         "strategic",
    "ruled",    "new-version",      "recorded"};
constexpr std::array<std::string_view, 2> kDisputeKinds{"not-ours", "bounced"};
constexpr std::array<std::string_view, 5> kSettledBy{"ruling", "handoff", "change", "resolution", "withdrawal"};
constexpr std::array<std::string_view, 2> kTargetKinds{"respond", "resolve"};
constexpr std::array<std::string_view, 3> kChangeKinds{"normal", "standard", "emergency"};
constexpr std::array<std::string_view, 3> kChangeRisks{"low", "medium", "high"};
constexpr std::array<std::string_view, 7> kChangePhases{"proposed",    "approved", "running",  "finished",
                                                        "rolled-back", "lapsed",   "withdrawn"};
constexpr std::array<std::string_view, 2> kChangeAnswers{"agree", "object"};
constexpr std::array<std::string_view, 2> kChangeOutcomes{"success", "partly"};
constexpr std::array<std::string_view, 5> kApprovalGrounds{"standard", "authority", "accountable", "decider",
                                                           "deadlock"};
constexpr std::array<std::string_view, 5> kChangeFindings{"freeze", "freeze-excepted", "clash", "business-hours",
                                                          "nobody-there"};
constexpr std::array<std::string_view, 4> kChangeNotices{"answers-missing", "overrun", "review-soon", "review-due"};

constexpr std::array<std::string_view, 2> kVerdicts{"good", "bad"};
constexpr std::array<std::string_view, 31> kNoticeKinds{
    "mentioned",       "major-part",    "major",          "ruling-asked", "answer-asked", "signature-asked",
    "escalated",       "target-warned", "chase-due",      "cover-wanted", "due-date",     "steps-done",
    "offered",         "offer-expired", "reopened",       "assigned",     "moved-away",   "changed",
    "waiting-for-you", "answered",      "offer-answered", "settled",      "done-alone",   "decided",
    "agreement",       "lapsing",       "resolved",       "linked",       "rated",        "watch-added",
    "watched"};

constexpr std::array<std::string_view, 3> kRiskLevels{"low", "medium", "high"};
constexpr std::array<std::string_view, 4> kPassedOnBecause{"disagreement", "deadline", "authority", "confidential"};
constexpr std::array<std::string_view, 5> kDecisionStandings{"open", "dropped", "decided", "lapsed", "replaced"};
constexpr std::array<std::string_view, 5> kProposalEnds{"agreed", "refused", "withdrawn", "changed", "overtaken"};
constexpr std::array<std::string_view, 4> kDraftStates{"open", "proposed", "agreed", "dropped"};
constexpr std::array<std::string_view, 11> kLinkKinds{
    "relates-to", "duplicate-of",    "has-duplicate",   "part-of", "has-part",   "caused-by",
    "cause-of",   "vendor-case-for", "has-vendor-case", "follows", "followed-by"};
constexpr std::array<std::string_view, 8> kLinkedMoves{"resolved", "closed",     "reopened",   "answered",
                                                       "awaited",  "workaround", "not-needed", "overdue"};
constexpr std::array<std::string_view, 5> kMajorRoles{"lead", "contain", "communicate", "recover", "decide"};
constexpr std::array<std::string_view, 2> kUpdateAudiences{"requesters", "leadership"};
constexpr std::array<std::string_view, 7> kFieldKinds{"text",   "long-text", "choice", "yes-no",
                                                      "number", "date",      "person"};
constexpr std::array<std::string_view, 2> kAskedBy{"everybody", "teams"};
constexpr std::array<std::string_view, 3> kStepStates{"open", "done", "not-needed"};
constexpr std::array<std::string_view, 3> kDueNotices{"soon", "today", "missed"};
constexpr std::array<std::string_view, 2> kActionAnswers{"acknowledge", "dispute"};

// The table of an enumeration, found by its type.
constexpr const auto& words_of(ActorKind) {
  return kActorKinds;
}
constexpr const auto& words_of(State) {
  return kStates;
}
constexpr const auto& words_of(WaitingOn) {
  return kWaitingOn;
}
constexpr const auto& words_of(Visibility) {
  return kVisibilities;
}
constexpr const auto& words_of(TicketKind) {
  return kTicketKinds;
}
constexpr const auto& words_of(AssignmentCause) {
  return kCauses;
}
constexpr const auto& words_of(DisputeKind) {
  return kDisputeKinds;
}
constexpr const auto& words_of(SettledBy) {
  return kSettledBy;
}
constexpr const auto& words_of(TargetKind) {
  return kTargetKinds;
}

constexpr const auto& words_of(ChangeKind) {
  return kChangeKinds;
}
constexpr const auto& words_of(ChangeRisk) {
  return kChangeRisks;
}
constexpr const auto& words_of(ChangePhase) {
  return kChangePhases;
}
constexpr const auto& words_of(ChangeAnswer) {
  return kChangeAnswers;
}
constexpr const auto& words_of(ChangeOutcome) {
  return kChangeOutcomes;
}
constexpr const auto& words_of(ApprovalGround) {
  return kApprovalGrounds;
}
constexpr const auto& words_of(ChangeFindingKind) {
  return kChangeFindings;
}
constexpr const auto& words_of(ChangeNotice) {
  return kChangeNotices;
}

constexpr const auto& words_of(Verdict) {
  return kVerdicts;
}
constexpr const auto& words_of(NoticeKind) {
  return kNoticeKinds;
}

constexpr const auto& words_of(RiskLevel) {
  return kRiskLevels;
}
constexpr const auto& words_of(PassedOnBecause) {
  return kPassedOnBecause;
}
constexpr const auto& words_of(DecisionStanding) {
  return kDecisionStandings;
}

constexpr const auto& words_of(ProposalEnd) {
  return kProposalEnds;
}

constexpr const auto& words_of(LinkKind) {
  return kLinkKinds;
}
constexpr const auto& words_of(LinkedMove) {
  return kLinkedMoves;
}
constexpr const auto& words_of(MajorRole) {
  return kMajorRoles;
}
constexpr const auto& words_of(UpdateAudience) {
  return kUpdateAudiences;
}

constexpr const auto& words_of(FieldKind) {
  return kFieldKinds;
}
constexpr const auto& words_of(AskedBy) {
  return kAskedBy;
}
constexpr const auto& words_of(StepState) {
  return kStepStates;
}
constexpr const auto& words_of(DueNotice) {
  return kDueNotices;
}
constexpr const auto& words_of(ActionAnswer) {
  return kActionAnswers;
}

static_assert(kActorKinds.size() == static_cast<std::size_t>(ActorKind::Import) + 1);
static_assert(kStates.size() == static_cast<std::size_t>(State::Closed) + 1);
static_assert(kWaitingOn.size() == static_cast<std::size_t>(WaitingOn::Evidence) + 1);
static_assert(kVisibilities.size() == static_cast<std::size_t>(Visibility::Team) + 1);

// Where work comes from is a word of the agreement's language: policy/ has the table.
constexpr policy::WorkSource in_language(Source source) {
  return static_cast<policy::WorkSource>(source);
}
static_assert(in_language(Source::Portal) == policy::WorkSource::Portal);
static_assert(in_language(Source::Email) == policy::WorkSource::Email);
static_assert(in_language(Source::Api) == policy::WorkSource::Api);
static_assert(in_language(Source::Alert) == policy::WorkSource::Alert);
static_assert(in_language(Source::Duty) == policy::WorkSource::Duty);
static_assert(kTicketKinds.size() == static_cast<std::size_t>(TicketKind::VendorCase) + 1);
static_assert(kDisputeKinds.size() == static_cast<std::size_t>(DisputeKind::Bounced) + 1);
static_assert(kSettledBy.size() == static_cast<std::size_t>(SettledBy::Withdrawal) + 1);
static_assert(kNoticeKinds.size() == static_cast<std::size_t>(NoticeKind::Watched) + 1);
static_assert(kVerdicts.size() == static_cast<std::size_t>(Verdict::Bad) + 1);
static_assert(kRiskLevels.size() == static_cast<std::size_t>(RiskLevel::High) + 1);
static_assert(static_cast<std::uint8_t>(RiskLevel::Low) == static_cast<std::uint8_t>(policy::Risk::Low));
static_assert(static_cast<std::uint8_t>(RiskLevel::High) == static_cast<std::uint8_t>(policy::Risk::High));
static_assert(kPassedOnBecause.size() == static_cast<std::size_t>(PassedOnBecause::Confidential) + 1);
static_assert(kDecisionStandings.size() == static_cast<std::size_t>(DecisionStanding::Replaced) + 1);
static_assert(kProposalEnds.size() == static_cast<std::size_t>(ProposalEnd::Overtaken) + 1);
static_assert(kDraftStates.size() == static_cast<std::size_t>(DraftState::Dropped) + 1);
static_assert(kCauses.size() == static_cast<std::size_t>(AssignmentCause::Recorded) + 1);
static_assert(kTargetKinds.size() == static_cast<std::size_t>(TargetKind::Resolve) + 1);
static_assert(kChangeKinds.size() == static_cast<std::size_t>(ChangeKind::Emergency) + 1);
static_assert(kChangeRisks.size() == static_cast<std::size_t>(ChangeRisk::High) + 1);
static_assert(kChangePhases.size() == static_cast<std::size_t>(ChangePhase::Withdrawn) + 1);
static_assert(kChangeAnswers.size() == static_cast<std::size_t>(ChangeAnswer::Object) + 1);
static_assert(kChangeOutcomes.size() == static_cast<std::size_t>(ChangeOutcome::Partly) + 1);
static_assert(kApprovalGrounds.size() == static_cast<std::size_t>(ApprovalGround::Deadlock) + 1);
static_assert(kChangeFindings.size() == static_cast<std::size_t>(ChangeFindingKind::NobodyThere) + 1);
static_assert(kChangeNotices.size() == static_cast<std::size_t>(ChangeNotice::ReviewDue) + 1);
static_assert(kLinkKinds.size() == static_cast<std::size_t>(LinkKind::FollowedBy) + 1);
static_assert(kLinkedMoves.size() == static_cast<std::size_t>(LinkedMove::Overdue) + 1);
static_assert(kMajorRoles.size() == static_cast<std::size_t>(MajorRole::Decide) + 1);
static_assert(kUpdateAudiences.size() == static_cast<std::size_t>(UpdateAudience::Leadership) + 1);
static_assert(kFieldKinds.size() == static_cast<std::size_t>(FieldKind::Person) + 1);
static_assert(kAskedBy.size() == static_cast<std::size_t>(AskedBy::Teams) + 1);
static_assert(kStepStates.size() == static_cast<std::size_t>(StepState::NotNeeded) + 1);
static_assert(kDueNotices.size() == static_cast<std::size_t>(DueNotice::Missed) + 1);
static_assert(kActionAnswers.size() == static_cast<std::size_t>(ActionAnswer::Dispute) + 1);

}  // namespace

std::string_view to_text(ActorKind kind) {
  return word(kActorKinds, kind);
}
std::string_view to_text(State state) {
  return word(kStates, state);
}
std::string_view to_text(WaitingOn on) {
  return word(kWaitingOn, on);
}
std::string_view to_text(Visibility visibility) {
  return word(kVisibilities, visibility);
}
std::string_view to_text(Source source) {
  return policy::to_text(in_language(source));
}
std::string_view to_text(TicketKind kind) {
  return word(kTicketKinds, kind);
}
std::string_view to_text(AssignmentCause cause) {
  return word(kCauses, cause);
}
std::string_view to_text(DisputeKind kind) {
  return word(kDisputeKinds, kind);
}
std::string_view to_text(SettledBy by) {
  return word(kSettledBy, by);
}
std::string_view to_text(TargetKind kind) {
  return word(kTargetKinds, kind);
}

std::string_view to_text(ChangeKind kind) {
  return word(kChangeKinds, kind);
}
std::string_view to_text(ChangeRisk risk) {
  return word(kChangeRisks, risk);
}
std::string_view to_text(ChangePhase phase) {
  return word(kChangePhases, phase);
}
std::string_view to_text(ChangeAnswer answer) {
  return word(kChangeAnswers, answer);
}
std::string_view to_text(ChangeOutcome outcome) {
  return word(kChangeOutcomes, outcome);
}
std::string_view to_text(ApprovalGround ground) {
  return word(kApprovalGrounds, ground);
}
std::string_view to_text(ChangeFindingKind kind) {
  return word(kChangeFindings, kind);
}
std::string_view to_text(ChangeNotice notice) {
  return word(kChangeNotices, notice);
}

std::string_view to_text(Verdict verdict) {
  return word(kVerdicts, verdict);
}
std::string_view to_text(NoticeKind kind) {
  return word(kNoticeKinds, kind);
}

std::string_view to_text(RiskLevel level) {
  return word(kRiskLevels, level);
}
std::string_view to_text(PassedOnBecause why) {
  return word(kPassedOnBecause, why);
}
std::string_view to_text(DecisionStanding standing) {
  return word(kDecisionStandings, standing);
}

std::string_view to_text(ProposalEnd end) {
  return word(kProposalEnds, end);
}
std::string_view to_text(DraftState state) {
  return word(kDraftStates, state);
}

std::string_view to_text(LinkKind kind) {
  return word(kLinkKinds, kind);
}
std::string_view to_text(LinkedMove move) {
  return word(kLinkedMoves, move);
}
std::string_view to_text(MajorRole role) {
  return word(kMajorRoles, role);
}
std::string_view to_text(UpdateAudience audience) {
  return word(kUpdateAudiences, audience);
}

std::string_view to_text(FieldKind kind) {
  return word(kFieldKinds, kind);
}
std::string_view to_text(AskedBy asked_by) {
  return word(kAskedBy, asked_by);
}
std::string_view to_text(StepState state) {
  return word(kStepStates, state);
}
std::string_view to_text(DueNotice notice) {
  return word(kDueNotices, notice);
}
std::string_view to_text(ActionAnswer answer) {
  return word(kActionAnswers, answer);
}

template <class Enum>
std::optional<Enum> parse(std::string_view text) {
  const auto& words = words_of(Enum{});
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

template <>
std::optional<Source> parse<Source>(std::string_view text) {
  const auto found = policy::find_work_source(text);
  return found ? std::optional(static_cast<Source>(*found)) : std::nullopt;
}

template std::optional<ActorKind> parse<ActorKind>(std::string_view);
template std::optional<State> parse<State>(std::string_view);
template std::optional<WaitingOn> parse<WaitingOn>(std::string_view);
template std::optional<Visibility> parse<Visibility>(std::string_view);
template std::optional<TicketKind> parse<TicketKind>(std::string_view);
template std::optional<AssignmentCause> parse<AssignmentCause>(std::string_view);
template std::optional<DisputeKind> parse<DisputeKind>(std::string_view);
template std::optional<SettledBy> parse<SettledBy>(std::string_view);
template std::optional<TargetKind> parse<TargetKind>(std::string_view);
template std::optional<ChangeKind> parse<ChangeKind>(std::string_view);
template std::optional<ChangeRisk> parse<ChangeRisk>(std::string_view);
template std::optional<ChangePhase> parse<ChangePhase>(std::string_view);
template std::optional<ChangeAnswer> parse<ChangeAnswer>(std::string_view);
template std::optional<ChangeOutcome> parse<ChangeOutcome>(std::string_view);
template std::optional<ApprovalGround> parse<ApprovalGround>(std::string_view);
template std::optional<ChangeFindingKind> parse<ChangeFindingKind>(std::string_view);
template std::optional<ChangeNotice> parse<ChangeNotice>(std::string_view);
template std::optional<Verdict> parse<Verdict>(std::string_view);
template std::optional<NoticeKind> parse<NoticeKind>(std::string_view);
template std::optional<RiskLevel> parse<RiskLevel>(std::string_view);
template std::optional<PassedOnBecause> parse<PassedOnBecause>(std::string_view);
template std::optional<DecisionStanding> parse<DecisionStanding>(std::string_view);
template std::optional<ProposalEnd> parse<ProposalEnd>(std::string_view);
template std::optional<LinkKind> parse<LinkKind>(std::string_view);
template std::optional<LinkedMove> parse<LinkedMove>(std::string_view);
template std::optional<MajorRole> parse<MajorRole>(std::string_view);
template std::optional<UpdateAudience> parse<UpdateAudience>(std::string_view);
template std::optional<FieldKind> parse<FieldKind>(std::string_view);
template std::optional<AskedBy> parse<AskedBy>(std::string_view);
template std::optional<StepState> parse<StepState>(std::string_view);
template std::optional<DueNotice> parse<DueNotice>(std::string_view);
template std::optional<ActionAnswer> parse<ActionAnswer>(std::string_view);

}  // namespace tandem::desk
