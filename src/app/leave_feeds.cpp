#include "app/leave_feeds.h"

#include <set>

#include "app/leave_scope.h"
#include "app/recorded_leave.h"
#include "base/log.h"
#include "base/utf8.h"
#include "calendar/icalendar.h"

namespace tandem::app {
namespace {

// webcal is what calendars call https when they want to be subscribed to.
std::string plain_url(std::string_view url) {
  constexpr std::string_view kWebcal = "webcal://";
  if (url.starts_with(kWebcal)) return fmt::format("https://{}", url.substr(kWebcal.size()));
  return std::string(url);
}

bool is_visible_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool touches(const base::Interval& a, const base::Interval& b) {
  return a.from < b.to && b.from < a.to;
}

}  // namespace

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  const std::string_view name = url.substr(0, scheme);
  if (name != "http" && name != "https") return {};
  std::string_view authority = url.substr(scheme + 3);
  authority = authority.substr(0, authority.find_first_of("/?#\\"));
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (authority.starts_with('[')) return std::string(authority.substr(0, authority.find(']') + 1));
  return std::string(authority.substr(0, authority.find(':')));
}

Outcome<LeaveFeedEntry> LeaveFeeds::add(const Author& author, const desk::EngagementName& engagement,
                                        const NewLeaveFeed& wanted) {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_write()) return forbidden("calendars are added by the two teams");
  const std::string url = plain_url(wanted.url);
  std::vector<FieldProblem> problems;
  const bool is_known = scope->policy().find_person(wanted.person.text()).has_value();
  if (!is_known)
    problems.push_back({"/person", fmt::format("names nobody of the agreement: `{}`", wanted.person.text())});
  if (host_of(url).empty() || url.size() > kMaxFeedUrl || !is_visible_ascii(url)) {
    problems.push_back({"/url", fmt::format("is an address of http or https with at most {} characters", kMaxFeedUrl)});
  }
  if (wanted.label.empty() || base::count_code_points(wanted.label) > kMaxFeedLabel || !is_one_line(wanted.label))
    problems.push_back({"/label", fmt::format("is one line of 1 to {} characters", kMaxFeedLabel)});
  if (is_known && !scope->may_record(wanted.person)) return forbidden(std::string(kNotTheirLeave));
  if (!problems.empty()) return invalid(std::move(problems));

  const LeaveFeedRecord feed{.id = LeaveFeedId(ids_->next(scope->signature.at.unix_ms())),
                             .engagement = engagement,
                             .person = wanted.person,
                             .url = url,
                             .label = wanted.label,
                             .added = scope->signature,
                             .removed = std::nullopt,
                             .fetched_at = std::nullopt,
                             .etag = {},
                             .last_modified = {},
                             .error = {},
                             .error_since = std::nullopt};
  bool is_one_too_many = false;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(const auto feeds, tx.leave_feeds(engagement));
    const auto own = std::ranges::count_if(
        feeds, [&](const LeaveFeedRecord& each) { return each.person == wanted.person && !each.removed; });
    is_one_too_many = std::cmp_greater_equal(own, kMaxFeedsOfPerson);
    if (is_one_too_many) return {};
    return tx.add_leave_feed(feed);
  });
  if (!written) return failed(written.error());
  if (is_one_too_many)
    return invalid({{"/person", fmt::format("has {} calendars already: remove one", kMaxFeedsOfPerson)}});
  return LeaveFeedEntry{.record = feed, .host = host_of(url), .may_remove = true};
}

Outcome<std::vector<LeaveFeedEntry>> LeaveFeeds::list(const Author& author,
                                                      const desk::EngagementName& engagement) const {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_read()) return forbidden("who is away is for the two teams");
  auto feeds = store_->leave_feeds(engagement);
  if (!feeds) return failed(feeds.error());
  std::vector<LeaveFeedEntry> entries;
  for (LeaveFeedRecord& feed : *feeds) {
    if (feed.removed) continue;
    std::string host = host_of(feed.url);
    const bool may_remove = scope->may_write() && scope->may_record(feed.person);
    entries.push_back({.record = std::move(feed), .host = std::move(host), .may_remove = may_remove});
  }
  return entries;
}

Outcome<> LeaveFeeds::remove(const Author& author, const desk::EngagementName& engagement, LeaveFeedId id) {
  const auto scope = enter_leave(author, *engagements_, engagement, clock_->now());
  if (!scope) return std::unexpected(scope.error());
  if (!scope->may_write()) return forbidden("calendars are removed by the two teams");
  const auto feeds = store_->leave_feeds(engagement);
  if (!feeds) return failed(feeds.error());
  const auto found = std::ranges::find(*feeds, id, &LeaveFeedRecord::id);
  if (found == feeds->end()) return not_found("there is no such calendar");
  if (!scope->may_record(found->person)) return forbidden(std::string(kNotTheirLeave));
  if (found->removed) return {};
  LeaveFeedRecord removed = *found;
  removed.removed = scope->signature;
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.update_leave_feed(removed));
    TANDEM_TRY(const auto leave, tx.leave(engagement, LeaveHistory::InForce));
    for (const LeaveRecord& each : leave) {
      if (each.feed && each.feed->feed == id) TANDEM_TRY_DONE(tx.remove_leave(engagement, each.id, scope->signature));
    }
    return {};
  });
  if (!written) return failed(written.error());
  if (const auto taken = engagements_->take_up_leave(engagement); !taken) return failed(taken.error());
  return {};
}

bool LeaveFeeds::is_due(const LeaveFeedRecord& feed, base::Instant now) const {
  if (feed.removed) return false;
  const std::scoped_lock lock(mutex_);
  const auto tried = tried_.find(feed.id);
  if (tried != tried_.end()) return tried->second + kRefreshFeedsEvery <= now;
  // After a restart: what was read within the hour is fresh enough, and what failed is tried again.
  return !feed.error.empty() || !feed.fetched_at || *feed.fetched_at + kRefreshFeedsEvery <= now;
}

base::Result<void> LeaveFeeds::refresh_due(const std::stop_token& stopping) {
  for (const auto& engagement : engagements_->all()) {
    TANDEM_TRY(const auto feeds, store_->leave_feeds(engagement->record.name));
    for (const LeaveFeedRecord& feed : feeds) {
      if (stopping.stop_requested()) return {};
      const auto now = clock_->now();
      if (!is_due(feed, now)) continue;
      {
        const std::scoped_lock lock(mutex_);
        tried_[feed.id] = now;
      }
      TANDEM_TRY_DONE(refresh(*engagement, feed, stopping));
    }
  }
  return {};
}

base::Result<void> LeaveFeeds::refresh(const Engagement& engagement, LeaveFeedRecord feed,
                                       const std::stop_token& stopping) {
  const auto now = clock_->now();
  const base::Interval window{now - kFeedReachesBack, now + kFeedReachesAhead};
  auto answer = source_->fetch({.url = feed.url, .etag = feed.etag, .last_modified = feed.last_modified}, stopping);
  if (stopping.stop_requested()) return {};
  base::Result<std::vector<Found>> found;
  if (!answer) {
    found = std::unexpected(answer.error());
  } else if (!answer->is_unchanged) {
    found = read(engagement, feed, answer->bytes, window);
  }
  if (!found) {
    base::log_warn("feed-unreadable", {{"engagement", engagement.record.name.text()},
                                       {"feed", feed.id.text()},
                                       {"host", host_of(feed.url)},
                                       {"error", found.error().message}});
    feed.error = found.error().message;
    if (!feed.error_since) feed.error_since = now;
    return store_->write([&](WriteTransaction& tx) { return tx.update_leave_feed(feed); });
  }
  feed.fetched_at = now;
  feed.error.clear();
  feed.error_since.reset();
  if (answer->is_unchanged) return store_->write([&](WriteTransaction& tx) { return tx.update_leave_feed(feed); });
  feed.etag = std::move(answer->etag);
  feed.last_modified = std::move(answer->last_modified);
  return replace(engagement, feed, *found, window);
}

base::Result<std::vector<LeaveFeeds::Found>> LeaveFeeds::read(const Engagement& engagement, const LeaveFeedRecord& feed,
                                                              std::string_view bytes, base::Interval window) const {
  const calendar::Zone zone = zone_of(feed.person.text(), engagement.agreed->spec());
  TANDEM_TRY(const auto calendar, calendar::read_icalendar(bytes, {.window = window, .zone = zone}));
  std::vector<Found> all;
  for (const calendar::FeedEvent& event : calendar.events) {
    for (const calendar::EventSpan& span : event.spans) {
      if (!calendar::is_leave(event, span)) continue;
      // Cut to what is looked at: an absence without end is as good as one that lasts for two years.
      base::Interval during = calendar::interval_of(span, zone);
      during.to = std::min(during.to, window.to);
      if (during.from >= during.to || during.to - during.from > kFeedReachesAhead) continue;
      all.push_back({.event = event.uid, .period = leave_period_text(during, zone)});
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.size() > kMaxLeaveOfFeed) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("the calendar has more than {} absences: is it one person's?", kMaxLeaveOfFeed));
  }
  return all;
}

base::Result<void> LeaveFeeds::replace(const Engagement& engagement, const LeaveFeedRecord& feed,
                                       const std::vector<Found>& found, base::Interval window) {
  const desk::EngagementName& name = engagement.record.name;
  const Signature by{.account = std::nullopt, .person = {}, .display = feed.label, .at = clock_->now()};
  const auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(const auto feeds, tx.leave_feeds(name));
    const auto stored = std::ranges::find(feeds, feed.id, &LeaveFeedRecord::id);
    if (stored == feeds.end() || stored->removed) return {};  // removed while it was read
    std::set<Found> wanted(found.begin(), found.end());
    TANDEM_TRY(const auto leave, tx.leave(name, LeaveHistory::InForce));
    for (const LeaveRecord& each : leave) {
      if (!each.feed || each.feed->feed != feed.id) continue;
      if (wanted.erase({.event = each.feed->event, .period = {.from = each.from, .to = each.to}}) > 0) continue;
      TANDEM_TRY(const auto during, period_of(each, engagement.agreed->spec()));
      // What is over and out of sight is not missing from the calendar.
      if (touches(during, window)) TANDEM_TRY_DONE(tx.remove_leave(name, each.id, by));
    }
    for (const Found& each : wanted) {
      TANDEM_TRY_DONE(tx.add_leave({.id = LeaveId(ids_->next(by.at.unix_ms())),
                                    .engagement = name,
                                    .person = feed.person,
                                    .from = each.period.from,
                                    .to = each.period.to,
                                    .note = {},
                                    .feed = FeedEvent{.feed = feed.id, .event = each.event},
                                    .recorded = by,
                                    .removed = std::nullopt}));
    }
    return tx.update_leave_feed(feed);
  });
  if (!written) return written;
  return engagements_->take_up_leave(name);
}

}  // namespace tandem::app
