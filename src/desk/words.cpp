// The words of the desk's enumerations, as records, the API and people read them.
#include "desk/ticket.h"
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
constexpr std::array<std::string_view, 5> kTicketKinds{"incident", "request", "problem", "task", "vendor-case"};
constexpr std::array<std::string_view, 12> kCauses{
    "opened",       "priority-changed", "category-changed", "handoff-accepted", "taken", "reopened",
    "reconsidered", "assigned",         "released",         "strategic",        "ruled", "recorded"};
constexpr std::array<std::string_view, 2> kDisputeKinds{"not-ours", "bounced"};
constexpr std::array<std::string_view, 5> kSettledBy{"ruling", "handoff", "change", "resolution", "withdrawal"};
constexpr std::array<std::string_view, 11> kLinkKinds{
    "relates-to", "duplicate-of",    "has-duplicate",   "part-of", "has-part",   "caused-by",
    "cause-of",   "vendor-case-for", "has-vendor-case", "follows", "followed-by"};
constexpr std::array<std::string_view, 6> kLinkedMoves{"resolved", "closed",  "reopened",
                                                       "answered", "awaited", "workaround"};
constexpr std::array<std::string_view, 5> kMajorRoles{"lead", "contain", "communicate", "recover", "decide"};
constexpr std::array<std::string_view, 2> kUpdateAudiences{"requesters", "leadership"};

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
static_assert(kCauses.size() == static_cast<std::size_t>(AssignmentCause::Recorded) + 1);
static_assert(kLinkKinds.size() == static_cast<std::size_t>(LinkKind::FollowedBy) + 1);
static_assert(kLinkedMoves.size() == static_cast<std::size_t>(LinkedMove::Workaround) + 1);
static_assert(kMajorRoles.size() == static_cast<std::size_t>(MajorRole::Decide) + 1);
static_assert(kUpdateAudiences.size() == static_cast<std::size_t>(UpdateAudience::Leadership) + 1);

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
template std::optional<LinkKind> parse<LinkKind>(std::string_view);
template std::optional<LinkedMove> parse<LinkedMove>(std::string_view);
template std::optional<MajorRole> parse<MajorRole>(std::string_view);
template std::optional<UpdateAudience> parse<UpdateAudience>(std::string_view);

}  // namespace tandem::desk
