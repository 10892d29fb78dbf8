// Leave from people's own calendars: addresses of iCalendar feeds, read every hour. What is leave in them counts like
// leave that was recorded, and is changed where it comes from.
//
//   auto added = feeds.add(caller, engagement, {.person = sam, .url = "https://…/sam.ics", .label = "own calendar"});
//   feeds.refresh_due(stopping);                     // FeedKeeper does, every minute
//
// Leave is what takes whole days and is busy, and whatever says "out of office". A meeting is no leave, nor is what is
// free, tentative or work elsewhere. Titles are not taken over: they are nobody's business.
//
// A feed that cannot be read keeps the leave that was read last and says since when. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "app/engagements.h"
#include "app/feed_source.h"
#include "app/leave.h"

namespace tandem::app {

inline constexpr base::Duration kRefreshFeedsEvery = base::hours(1);
inline constexpr base::Duration kFeedReachesBack = base::hours(31 * 24);
inline constexpr base::Duration kFeedReachesAhead = base::hours(730 * 24);
inline constexpr std::size_t kMaxFeedsOfPerson = 5;
inline constexpr std::size_t kMaxLeaveOfFeed = 2'000;
inline constexpr std::size_t kMaxFeedUrl = 2'000;
inline constexpr std::size_t kMaxFeedLabel = 100;

struct NewLeaveFeed {
  desk::PersonName person;
  std::string url;  // http, https, or webcal, which is https
  std::string label;
};

struct LeaveFeedEntry {
  LeaveFeedRecord record;
  std::string host;  // all that is shown of the address
  bool may_remove = false;
};

class LeaveFeeds {
 public:
  LeaveFeeds(Store& store, Engagements& engagements, FeedSource& source, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), engagements_(&engagements), source_(&source), clock_(&clock), ids_(&ids) {}

  // Who may record the person's leave may add its source. It is read when it is next due: at once.
  [[nodiscard]] Outcome<LeaveFeedEntry> add(const Author& author, const desk::EngagementName& engagement,
                                            const NewLeaveFeed& wanted);
  // Those in force, for whoever may read the calendar.
  [[nodiscard]] Outcome<std::vector<LeaveFeedEntry>> list(const Author& author,
                                                          const desk::EngagementName& engagement) const;
  // With the leave that came from it. That it is removed already is what was asked for.
  [[nodiscard]] Outcome<> remove(const Author& author, const desk::EngagementName& engagement, LeaveFeedId id);

  // Reads every feed whose hour has come, one after another. The error is the store's; what is wrong with a feed is
  // kept with it. Not from two threads at once.
  [[nodiscard]] base::Result<void> refresh_due(const std::stop_token& stopping);

 private:
  struct Found {  // an event's leave as it is kept
    std::string event;
    PeriodText period;
    auto operator<=>(const Found&) const = default;
  };
  [[nodiscard]] bool is_due(const LeaveFeedRecord& feed, base::Instant now) const;
  [[nodiscard]] base::Result<void> refresh(const Engagement& engagement, LeaveFeedRecord feed,
                                           const std::stop_token& stopping);
  [[nodiscard]] base::Result<std::vector<Found>> read(const Engagement& engagement, const LeaveFeedRecord& feed,
                                                      std::string_view bytes, base::Interval window) const;
  [[nodiscard]] base::Result<void> replace(const Engagement& engagement, const LeaveFeedRecord& feed,
                                           const std::vector<Found>& found, base::Interval window);

  Store* store_;
  Engagements* engagements_;
  FeedSource* source_;
  const base::Clock* clock_;
  base::IdSource* ids_;
  mutable std::mutex mutex_;
  std::map<LeaveFeedId, base::Instant> tried_;  // by this program; guarded by mutex_
};

// "calendar.example" of "https://me:secret@calendar.example:8443/x.ics". Empty when it is no address of http or https.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace tandem::app
