// Live changes. The store tells the feed what was committed; subscribers are told that something is new and read it
// from the store themselves, so that a slow one holds nobody up and a fast burst costs one wake-up.
//
//   auto subscription = feed.subscribe(engagement, [strand]{ post(strand, …); });
//   … feed.changes(caller, engagement, last_position) …
//
// Thread-safe. The callback must be quick and must not call the feed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/store.h"

namespace tandem::app {

struct LiveChange {
  Position position = 0;
  desk::TicketId ticket;
  std::uint64_t number = 0;  // human number without prefix
  std::uint32_t version = 0;
  std::string kind;
  base::Instant at;
  std::string actor;  // display name
};

// What a caller is told who could read a ticket until its category became confidential: that it is gone for them.
inline constexpr std::string_view kTicketHidden = "ticket-hidden";

class Feed {
 public:
  Feed(Store& store, const Engagements& engagements) : store_(&store), engagements_(&engagements) {}

  // Given to Store::observe.
  void committed(std::span<const Change> changes);
  // Given to Engagements::observe_leave: who is there has changed.
  void calendar_changed(const desk::EngagementName& engagement);
  // How often that was so since this program started; only grows. A reader who finds another number looks anew.
  [[nodiscard]] std::uint64_t calendar_generation(const desk::EngagementName& engagement) const;

  // The same for the life of the agreement: a draft, a comment, a signature, a version.
  void agreement_changed(const desk::EngagementName& engagement);
  [[nodiscard]] std::uint64_t agreement_generation(const desk::EngagementName& engagement) const;

  // Given to Presence::observe: wakes whoever listens.
  void presence_changed(const desk::EngagementName& engagement);

  class Subscription {
   public:
    Subscription(Feed& feed, std::uint64_t id) : feed_(&feed), id_(id) {}
    ~Subscription();
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

   private:
    Feed* feed_;
    std::uint64_t id_;
  };
  [[nodiscard]] std::unique_ptr<Subscription> subscribe(desk::EngagementName engagement, std::function<void()> wake);
  [[nodiscard]] std::size_t subscribers() const;

  // What the caller may know of the changes behind `after`, at most `limit`, and how far was read. The position moves
  // on over changes the caller may not see.
  struct Batch {
    std::vector<LiveChange> changes;
    Position read_until = 0;
    bool more = false;
  };
  [[nodiscard]] Outcome<Batch> changes(const Caller& caller, const desk::EngagementName& engagement, Position after,
                                       std::size_t limit);

 private:
  struct Listener {
    desk::EngagementName engagement;
    std::function<void()> wake;
  };
  Store* store_;
  const Engagements* engagements_;
  mutable std::mutex mutex_;
  std::uint64_t next_id_ = 1;
  std::map<std::uint64_t, Listener> listeners_;
  // How often something changed that is not a ticket; wakes whoever listens to the engagement.
  using Generations = std::map<desk::EngagementName, std::uint64_t>;
  void change(Generations& generations, const desk::EngagementName& engagement);
  [[nodiscard]] std::uint64_t generation(const Generations& generations, const desk::EngagementName& engagement) const;

  Generations calendar_generations_;
  Generations agreement_generations_;
};

}  // namespace tandem::app
