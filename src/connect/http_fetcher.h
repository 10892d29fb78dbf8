// Fetches texts over HTTP and HTTPS: calendars of people, which stand on servers of others. Home of libcurl.
//
//   HttpFetcher fetcher({});
//   auto answer = fetcher.fetch({.url = "https://me:secret@calendar.example/me.ics", .etag = known}, stopping);
//
// Certificates are checked. At most three redirects, to http and https only and never from https to http; credentials
// go to the first host alone. At most 10 MiB, also decompressed, and 30 seconds in all. A name that leads to this
// machine or to its own link (loopback, link-local, where clouds keep their secrets) is refused by the address that is
// connected to, so that nobody who may name a calendar reaches what only the server should; networks of the house are
// let through, because calendars stand there. No error repeats the address or what was answered.
//
// Thread-safe: every fetch has a handle of its own.
#pragma once

#include <chrono>
#include <string>

#include "app/feed_source.h"

namespace tandem::connect {

struct HttpFetcherOptions {
  std::size_t max_bytes = std::size_t{10} << 20;
  std::chrono::milliseconds timeout{30'000};
  bool allow_this_machine = false;  // for tests, whose server is here
};

class HttpFetcher final : public app::FeedSource {
 public:
  explicit HttpFetcher(const HttpFetcherOptions& options);

  base::Result<app::FeedAnswer> fetch(const app::FeedRequest& request, const std::stop_token& stopping) override;

 private:
  HttpFetcherOptions options_;
};

}  // namespace tandem::connect
