#include "http/live_changes.h"

#include "wire/event_json.h"

namespace tandem::http {
namespace {

constexpr std::size_t kBatch = 200;
constexpr std::string_view kRetry = "retry: 2000\n\n";  // milliseconds before a browser connects again

}  // namespace

LiveChanges::LiveChanges(Api& api, Credential credential, std::shared_ptr<const app::Engagement> engagement,
                         std::optional<app::Position> after, StreamSlots::Slot slot)
    : api_(&api),
      credential_(std::move(credential)),
      engagement_(std::move(engagement)),
      after_(after),
      slot_(std::move(slot)) {}

void LiveChanges::start(std::function<void()> wake) {
  subscription_ = api_->use_cases.feed.subscribe(engagement_->record.name, std::move(wake));
}

EventPiece LiveChanges::next() {
  // Asked anew each time: a stream must not outlive the right to it.
  const auto identity = identify(credential_, api_->use_cases.accounts);
  if (!identity) {
    // A store that is busy is no reason to send anybody away.
    const bool is_over = identity.error().kind == app::FailureKind::Unauthenticated;
    return {.text = {}, .more = false, .end = is_over};
  }
  if (!has_begun_) return begin(identity->caller);
  return go_on(identity->caller);
}

// The first piece: where the client stands. One that missed too much, or knows a position of another store, starts
// over.
EventPiece LiveChanges::begin(const app::Caller& caller) {
  const auto last = api_->use_cases.store.last_position();
  if (!last) return {.text = {}, .more = false, .end = true};
  has_begun_ = true;
  EventPiece piece{.text = std::string(kRetry), .more = true, .end = false};
  if (!after_) {
    calendar_generation_ = api_->use_cases.feed.calendar_generation(engagement_->record.name);
    if (const auto unread = api_->use_cases.notices.unread(caller, engagement_->record.name)) unread_ = *unread;
    agreement_generation_ = api_->use_cases.feed.agreement_generation(engagement_->record.name);
    after_ = *last;
    wire::append_position(piece.text, *last);
    return piece;
  }
  const auto missed =
      api_->use_cases.feed.changes(caller, engagement_->record.name, *after_, limits::kMaxReplayedChanges + 1);
  if (!missed) return {.text = {}, .more = false, .end = true};
  if (missed->more || missed->changes.size() > limits::kMaxReplayedChanges || *after_ > *last) {
    after_ = *last;
    wire::append_reset(piece.text, *last);
  }
  return piece;
}

EventPiece LiveChanges::go_on(const app::Caller& caller) {
  const auto batch = api_->use_cases.feed.changes(caller, engagement_->record.name, *after_, kBatch);
  if (!batch) return {.text = {}, .more = false, .end = batch.error().kind == app::FailureKind::NotFound};
  EventPiece piece{.text = {}, .more = batch->more, .end = false};
  const wire::EngagementLabel label{engagement_->record.name.text(), engagement_->record.prefix};
  for (const app::LiveChange& each : batch->changes) wire::append_event(piece.text, each, label);
  const bool ends_with_it = !batch->changes.empty() && batch->changes.back().position == batch->read_until;
  if (batch->read_until > *after_ && !ends_with_it) wire::append_position(piece.text, batch->read_until);
  after_ = std::max(*after_, batch->read_until);
  tell_of_calendar(caller, piece);
  tell_of_notices(caller, piece);
  tell_of_agreement(caller, piece);
  tell_of_presence(caller, piece);
  return piece;
}

void LiveChanges::tell_of_notices(const app::Caller& caller, EventPiece& piece) {
  const auto unread = api_->use_cases.notices.unread(caller, engagement_->record.name);
  if (!unread || *unread == unread_) return;
  unread_ = *unread;
  wire::append_unread(piece.text, *unread);
}

bool LiveChanges::may_know_of_calendar(const app::Caller& caller) const {
  const auto* membership = caller.membership(engagement_->record.name);
  return membership != nullptr && app::may_read_calendar(*membership);
}

void LiveChanges::tell_of_calendar(const app::Caller& caller, EventPiece& piece) {
  const auto generation = api_->use_cases.feed.calendar_generation(engagement_->record.name);
  if (generation == calendar_generation_) return;
  calendar_generation_ = generation;
  if (may_know_of_calendar(caller)) wire::append_calendar_changed(piece.text);
}

void LiveChanges::tell_of_agreement(const app::Caller& caller, EventPiece& piece) {
  const auto generation = api_->use_cases.feed.agreement_generation(engagement_->record.name);
  if (generation == agreement_generation_) return;
  agreement_generation_ = generation;
  const auto* membership = caller.membership(engagement_->record.name);
  if (membership != nullptr && app::may_read_agreement(*membership)) wire::append_agreement_changed(piece.text);
}

void LiveChanges::tell_of_presence(const app::Caller& caller, EventPiece& piece) {
  const auto changes = api_->use_cases.presence.changes(caller, engagement_->record.name, presence_generation_);
  presence_generation_ = changes.generation;
  for (const app::TicketPresence& each : changes.tickets) wire::append_presence(piece.text, each);
}

}  // namespace tandem::http
