// The events of one engagement for one caller, as a stream: what was missed since a position, then what comes; for
// those who may read the calendar and the agreement, that they have changed; and who has a ticket before them. Ends
// when the caller's session or membership does.
//
//   response.events = std::make_unique<LiveChanges>(api, credential, engagement, after, std::move(slot));
#pragma once

#include "http/api.h"
#include "http/event_source.h"

namespace tandem::http {

class LiveChanges final : public EventSource {
 public:
  // `after`: the last position the client has seen; nothing when it begins now.
  LiveChanges(Api& api, Credential credential, std::shared_ptr<const app::Engagement> engagement,
              std::optional<app::Position> after, StreamSlots::Slot slot);

  void start(std::function<void()> wake) override;
  [[nodiscard]] EventPiece next() override;

 private:
  [[nodiscard]] EventPiece begin(const app::Caller& caller);
  [[nodiscard]] EventPiece go_on(const app::Caller& caller);
  [[nodiscard]] bool may_know_of_calendar(const app::Caller& caller) const;
  void tell_of_calendar(const app::Caller& caller, EventPiece& piece);
  void tell_of_notices(const app::Caller& caller, EventPiece& piece);
  void tell_of_agreement(const app::Caller& caller, EventPiece& piece);
  void tell_of_presence(const app::Caller& caller, EventPiece& piece);

  Api* api_;
  Credential credential_;
  std::shared_ptr<const app::Engagement> engagement_;
  std::optional<app::Position> after_;
  bool has_begun_ = false;
  // That the client knows of. Nothing for one that comes back: what happened meanwhile is not known.
  std::optional<std::uint64_t> calendar_generation_;
  std::optional<std::uint64_t> unread_;  // the same of what they were told and have not read
  std::optional<std::uint64_t> agreement_generation_;
  std::uint64_t presence_generation_ = 0;  // whoever connects is told of everybody who is there
  StreamSlots::Slot slot_;
  std::unique_ptr<app::Feed::Subscription> subscription_;
};

}  // namespace tandem::http
