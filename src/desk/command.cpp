#include "desk/command.h"

namespace tandem::desk {
namespace {

// In the order of Command's alternatives.
constexpr auto kNames = std::to_array<std::string_view>({
    "add-comment",
    "take",
    "change-priority",
    "change-category",
    "offer-handoff",
    "accept-handoff",
    "decline-handoff",
    "withdraw-handoff",
    "wait",
    "resume",
    "resolve",
    "reopen",
    "close",
    "pass-time",
    "assign",
    "release",
    "acknowledge",
    "flag-strategic",
    "raise-dispute",
    "give-ruling",
    "withdraw-dispute",
    "answer-change",
    "approve-change",
    "reschedule-change",
    "start-change",
    "finish-change",
    "roll-back-change",
    "review-change",
    "withdraw-change",
    "watch",
    "unwatch",
    "change-tags",
    "rate-service",
    "give-advice",
    "recommend",
    "take-decision",
    "replace-decision",
    "link-ticket",
    "unlink-ticket",
    "merge-ticket",
    "record-chase",
    "record-vendor-answer",
    "record-root-cause",
    "declare-known-error",
    "declare-major",
    "give-major-role",
    "note-in-timeline",
    "send-major-update",
    "stand-down",
    "review-major",
    "start-checklist",
    "close-not-needed",
    "set-due-date",
    "attach-file",
    "remove-file",
    "record-action",
    "answer-action",
    "keep-cover",
    "arrange-cover",
});
static_assert(kNames.size() == std::variant_size_v<CommandAlternatives>);

}  // namespace

Command::Command() = default;
Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

template <base::AlternativeOf<CommandAlternatives> T>
[[gnu::noinline]] Command::Command(T alternative)
    : CommandAlternatives(std::in_place_type<T>, std::move(alternative)) {}

// Uses every alternative's constructor, so that all of them are compiled here for other files.
template <class Alternatives>
struct EveryCommand;
template <class... T>
struct EveryCommand<std::variant<T...>> {
  static std::array<Command, sizeof...(T)> make() { return {Command(T())...}; }
};
template struct EveryCommand<CommandAlternatives>;

std::string_view name_of(const Command& command) {
  return kNames[command.index()];
}

}  // namespace tandem::desk
