// The port to calendars elsewhere: fetches the text behind an address.
//
//   auto answer = source.fetch({.url = feed.url, .etag = feed.etag, .last_modified = feed.last_modified}, stopping);
//
// `connect` fetches over HTTP; tests hand out texts of their own.
#pragma once

#include <stop_token>
#include <string>

#include "base/error.h"

namespace tandem::app {

struct FeedRequest {
  std::string url;            // may hold a password: an error never repeats it
  std::string etag;           // of the last answer that was read; empty: there is none
  std::string last_modified;  // the same
};

struct FeedAnswer {
  bool is_unchanged = false;  // what was read last is still right, and `bytes` are empty
  std::string bytes;
  std::string etag;
  std::string last_modified;
};

class FeedSource {
 public:
  virtual ~FeedSource() = default;
  // Waits for the answer, for some tens of seconds at most; gives up early when asked to stop. The message of an error
  // is for whoever looks after the feed: "the server answered 404". Thread-safe.
  [[nodiscard]] virtual base::Result<FeedAnswer> fetch(const FeedRequest& request, const std::stop_token& stopping) = 0;
};

}  // namespace tandem::app
