#include "app/leave_feeds.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

base::Instant at(std::string_view text) {
  const auto instant = base::parse_rfc3339(text);
  REQUIRE(instant);
  return *instant;
}

std::string event(std::string_view uid, std::string_view lines) {
  return fmt::format("BEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20261001T000000Z\r\n{}SUMMARY:doctor\r\nEND:VEVENT\r\n", uid,
                     lines);
}
std::string calendar_of(const std::vector<std::string>& events) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
  for (const std::string& each : events) text += each;
  return text + "END:VCALENDAR\r\n";
}
std::string days(std::string_view uid, std::string_view from, std::string_view end) {
  return event(uid, fmt::format("DTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\n", from, end));
}

// Answers what it is told to, and keeps what it was asked.
class FakeSource final : public FeedSource {
 public:
  base::Result<FeedAnswer> fetch(const FeedRequest& request, const std::stop_token&) override {
    asked.push_back(request);
    return answer;
  }
  void tells(const std::vector<std::string>& events) {
    answer = FeedAnswer{.is_unchanged = false, .bytes = calendar_of(events), .etag = "\"1\"", .last_modified = "Mon"};
  }
  base::Result<FeedAnswer> answer = FeedAnswer{};
  std::vector<FeedRequest> asked;
};

struct FeedWorld : TestWorld {
  FeedWorld() : feeds(store, engagements, source, clock, ids), leave(store, engagements, clock, ids) {}

  LeaveFeedEntry add(const Caller& who, std::string_view person = "sam") {
    auto added = feeds.add(who, name, {.person = desk::PersonName(person), .url = kUrl, .label = "own calendar"});
    REQUIRE(added);
    return *added;
  }
  FailureKind refused(const Caller& who, std::string_view person, std::string url = std::string(kUrl),
                      std::string label = "own calendar") {
    const auto added =
        feeds.add(who, name, {.person = desk::PersonName(person), .url = std::move(url), .label = std::move(label)});
    REQUIRE_FALSE(added);
    return added.error().kind;
  }
  void refresh() { REQUIRE(feeds.refresh_due({})); }
  void refresh_next_hour() {
    clock.advance(kRefreshFeedsEvery);
    refresh();
  }
  // "sam 2026-10-12 2026-10-13; "
  std::string listed() {
    std::string all;
    for (const auto entries = leave.list(CommandLine{}, name, {}); const LeaveEntry& each : *entries)
      all += fmt::format("{} {} {}; ", each.person.text(), each.period.from, each.period.to);
    return all;
  }
  LeaveFeedRecord stored() { return store.leave_feeds(name)->front(); }
  bool is_present(std::string_view person, std::string_view when) {
    const auto now = engagements.find(name);
    return now->policy->is_present(*now->policy->find_person(person), at(when));
  }

  static constexpr const char* kUrl = "https://sam:secret@calendar.example:8443/sam.ics?token=x";
  FakeSource source;
  LeaveFeeds feeds;
  Leave leave;
};

}  // namespace

TEST_CASE("whole days that are busy and what is out of office are leave, meetings are not") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({
      days("a", "20261012", "20261014"),
      event("b",
            "DTSTART;TZID=America/New_York:20261015T130000\r\nDTEND;TZID=America/New_York:20261015T170000\r\n"
            "X-MICROSOFT-CDO-BUSYSTATUS:OOF\r\n"),
      event("meeting", "DTSTART:20261016T140000Z\r\nDTEND:20261016T150000Z\r\n"),
      event("free", "DTSTART;VALUE=DATE:20261019\r\nTRANSP:TRANSPARENT\r\n"),
      event("maybe", "DTSTART;VALUE=DATE:20261020\r\nSTATUS:TENTATIVE\r\n"),
      event("home", "DTSTART;VALUE=DATE:20261021\r\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE\r\n"),
      event("gone", "DTSTART;VALUE=DATE:20261022\r\nSTATUS:CANCELLED\r\n"),
      event("weekly", "DTSTART;VALUE=DATE:20261106\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n"),
  });
  CHECK(world.is_present("sam", "2026-10-12T14:00:00Z"));
  world.refresh();
  CHECK(world.listed() ==
        "sam 2026-10-12 2026-10-13; sam 2026-10-15 13:00 2026-10-15 17:00; sam 2026-11-06 2026-11-06; "
        "sam 2026-11-13 2026-11-13; ");
  CHECK_FALSE(world.is_present("sam", "2026-10-12T14:00:00Z"));
  CHECK(world.is_present("sam", "2026-10-16T14:30:00Z"));
  const auto entries = world.leave.list(world.member("dana"), world.name, {});
  CHECK(entries->front().record->note.empty());  // a title is nobody's business
  CHECK(entries->front().record->recorded.display == "own calendar");
}

TEST_CASE("a feed is read at once, then every hour, and asked whether it has changed") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({days("a", "20261012", "20261014")});
  world.refresh();
  REQUIRE(world.source.asked.size() == 1);
  CHECK(world.source.asked[0].url == FeedWorld::kUrl);
  CHECK(world.source.asked[0].etag.empty());
  CHECK(world.stored().fetched_at == world.clock.now());

  world.clock.advance(base::minutes(59));
  world.refresh();
  CHECK(world.source.asked.size() == 1);
  world.source.answer = FeedAnswer{.is_unchanged = true, .bytes = {}, .etag = {}, .last_modified = {}};
  world.clock.advance(base::minutes(1));
  world.refresh();
  REQUIRE(world.source.asked.size() == 2);
  CHECK(world.source.asked[1].etag == "\"1\"");
  CHECK(world.source.asked[1].last_modified == "Mon");
  CHECK(world.stored().fetched_at == world.clock.now());
  CHECK(world.stored().etag == "\"1\"");
  CHECK(world.listed() == "sam 2026-10-12 2026-10-13; ");

  // A restart within the hour asks nobody.
  LeaveFeeds again(world.store, world.engagements, world.source, world.clock, world.ids);
  REQUIRE(again.refresh_due({}));
  CHECK(world.source.asked.size() == 2);
}

TEST_CASE("what a calendar no longer has is removed, what is new is recorded, and the rest stays untouched") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({days("a", "20261012", "20261014"), days("b", "20261019", "20261020")});
  world.refresh();
  const auto before = world.store.leave(world.name, LeaveHistory::InForce).value();
  world.source.tells({days("b", "20261019", "20261020"), days("a", "20261012", "20261013")});
  world.refresh_next_hour();
  CHECK(world.listed() == "sam 2026-10-12 2026-10-12; sam 2026-10-19 2026-10-19; ");
  const auto whole = world.store.leave(world.name, LeaveHistory::Whole).value();
  REQUIRE(whole.size() == 3);
  CHECK(std::ranges::count(whole, before[1]) == 1);
  CHECK(whole[0].removed->at == world.clock.now());
  CHECK(world.is_present("sam", "2026-10-13T14:00:00Z"));
}

TEST_CASE("what is over stays when it falls out of the part of time that is read") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({days("a", "20261001", "20261002")});
  world.refresh();
  CHECK(world.listed() == "sam 2026-10-01 2026-10-01; ");
  world.clock.advance(kFeedReachesBack + base::hours(48));
  world.refresh();
  CHECK(world.listed() == "sam 2026-10-01 2026-10-01; ");
}

TEST_CASE("a feed that cannot be read keeps its leave and says since when") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({days("a", "20261012", "20261014")});
  world.refresh();
  const auto good = world.clock.now();
  world.source.answer = base::fail(base::ErrorCode::Io, "the server there answered 503");
  world.refresh_next_hour();
  const auto failed_at = world.clock.now();
  CHECK(world.stored().error == "the server there answered 503");
  CHECK(world.stored().error_since == failed_at);
  CHECK(world.stored().fetched_at == good);
  world.source.answer =
      FeedAnswer{.is_unchanged = false, .bytes = "<html>sign in</html>", .etag = {}, .last_modified = {}};
  world.refresh_next_hour();
  CHECK(world.stored().error != "the server there answered 503");
  CHECK(world.stored().error_since == failed_at);
  CHECK(world.stored().etag == "\"1\"");
  CHECK(world.listed() == "sam 2026-10-12 2026-10-13; ");

  world.source.tells({days("a", "20261012", "20261014")});
  world.refresh_next_hour();
  CHECK(world.stored().error.empty());
  CHECK(world.stored().error_since == std::nullopt);
}

TEST_CASE("a calendar of more absences than one person has is refused whole") {
  FeedWorld world;
  world.add(world.member("sam"));
  std::vector<std::string> many;
  for (std::size_t i = 0; i <= kMaxLeaveOfFeed; ++i)
    many.push_back(days(fmt::format("u{}", i), "20261012", "20261013"));
  world.source.tells(many);
  world.refresh();
  CHECK(world.listed().empty());
  CHECK(world.stored().error.contains("more than 2000 absences"));
}

TEST_CASE("an absence without end lasts as far as is looked") {
  FeedWorld world;
  world.add(world.member("sam"));
  world.source.tells({days("a", "20261012", "20991231")});
  world.refresh();
  CHECK_FALSE(world.is_present("sam", "2027-10-12T14:00:00Z"));
  CHECK(world.is_present("sam", "2028-10-12T14:00:00Z"));
}

TEST_CASE(
    "feeds are added and removed by whoever may record the person's leave, and their address is shown to nobody") {
  FeedWorld world;
  const auto own = world.add(world.member("sam"));
  CHECK(own.host == "calendar.example");
  world.add(world.member("sam"), "otto");
  CHECK(world.refused(world.member("otto"), "sam") == FailureKind::Forbidden);
  CHECK(world.refused(world.auditor(), "sam") == FailureKind::Forbidden);
  CHECK(world.refused(world.requester("sam"), "sam") == FailureKind::Forbidden);
  CHECK(world.refused(world.stranger(), "dana") == FailureKind::NotFound);
  CHECK(world.refused(world.member("sam"), "nobody") == FailureKind::Invalid);
  for (const char* url :
       {"", "ftp://x/y", "file:///etc/passwd", "https://", "https:///x", "https://a b/", "gopher://x"})
    CHECK(world.refused(world.member("sam"), "sam", url) == FailureKind::Invalid);
  CHECK(world.refused(world.member("sam"), "sam", FeedWorld::kUrl, "") == FailureKind::Invalid);
  CHECK(world.refused(world.member("sam"), "sam", FeedWorld::kUrl, "a\nb") == FailureKind::Invalid);
  const auto webcal = world.feeds.add(CommandLine{}, world.name,
                                      {.person = desk::PersonName("sam"), .url = "webcal://x.example/y", .label = "w"});
  REQUIRE(webcal);
  CHECK(webcal->record.url == "https://x.example/y");
  for (int i = 0; i < 3; ++i) world.add(world.member("sam"));
  CHECK(world.refused(world.member("sam"), "sam") == FailureKind::Invalid);

  const auto seen = world.feeds.list(world.auditor(), world.name);
  REQUIRE(seen);
  CHECK(seen->size() == 6);
  CHECK(std::ranges::none_of(*seen, &LeaveFeedEntry::may_remove));
  CHECK(world.feeds.list(world.requester("nora"), world.name).error().kind == FailureKind::Forbidden);
  CHECK(world.feeds.remove(world.member("otto"), world.name, own.record.id).error().kind == FailureKind::Forbidden);
  CHECK(world.feeds.remove(world.member("sam"), world.name, LeaveFeedId({.high = 1, .low = 1})).error().kind ==
        FailureKind::NotFound);
}

TEST_CASE("removing a feed removes the leave that came from it, and no other") {
  FeedWorld world;
  const auto feed = world.add(world.member("sam"));
  world.source.tells({days("a", "20261012", "20261014")});
  world.refresh();
  REQUIRE(world.leave.record(world.member("sam"), world.name,
                             {.person = desk::PersonName("sam"), .from = "2026-10-26", .to = "2026-10-26", .note = {}},
                             {}));
  REQUIRE(world.feeds.remove(world.member("sam"), world.name, feed.record.id));
  REQUIRE(world.feeds.remove(world.member("sam"), world.name, feed.record.id));
  CHECK(world.listed() == "sam 2026-10-26 2026-10-26; ");
  CHECK(world.is_present("sam", "2026-10-12T14:00:00Z"));
  CHECK(world.feeds.list(world.member("sam"), world.name)->empty());
  world.refresh_next_hour();
  CHECK(world.source.asked.size() == 1);
}

TEST_CASE("hosts are read from addresses as browsers read them") {
  CHECK(host_of("https://me:pass@calendar.example:8443/x?y#z") == "calendar.example");
  CHECK(host_of("http://calendar.example") == "calendar.example");
  CHECK(host_of("https://a@b@c.example/") == "c.example");
  CHECK(host_of("https://[2001:db8::1]:8443/x") == "[2001:db8::1]");
  CHECK(host_of("https://c.example\\@evil.example/") == "c.example");
  for (const char* none : {"", "calendar.example", "ftp://x/", "https://", "://x"}) CHECK(host_of(none).empty());
}
