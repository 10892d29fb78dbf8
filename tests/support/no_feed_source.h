// For worlds in which nothing is fetched: what a calendar feed's text becomes is tested where feeds are.
#pragma once

#include "app/feed_source.h"

namespace tandem::test {

class NoFeedSource final : public app::FeedSource {
 public:
  base::Result<app::FeedAnswer> fetch(const app::FeedRequest&, const std::stop_token&) override {
    return base::fail(base::ErrorCode::Io, "nothing answers there");
  }
};

}  // namespace tandem::test
