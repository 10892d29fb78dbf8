// Who was told of what: kept with the events, read by whom it is for, and standing through everything that is made
// anew.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

const desk::Reader kSam{.person = desk::PersonName("sam"), .email = {}};
const desk::Reader kMei{.person = desk::PersonName("mei"), .email = {}};
const desk::Reader kAnn{.person = {}, .email = "ann@harbor.example"};

desk::Notice notice(const desk::Reader& to, desk::NoticeKind kind = desk::NoticeKind::Answered,
                    std::uint32_t version = 1) {
  return {.to = to, .kind = kind, .version = version};
}

void tell(StoreDesk& desk, const desk::Ticket& ticket, const std::vector<desk::Notice>& notices) {
  REQUIRE(desk.store().write(
      [&](app::WriteTransaction& tx) { return tx.add_notices(kHarbor, ticket.id, desk.now, notices); }));
}

app::NoticeQuery of(std::vector<desk::Reader> readers) {
  return {.engagement = kHarbor, .readers = std::move(readers)};
}

std::vector<app::NoticeRecord> read(StoreDesk& desk, const app::NoticeQuery& query) {
  auto records = desk.store().notices(query);
  REQUIRE(records);
  return *std::move(records);
}

std::uint64_t unread(StoreDesk& desk, const app::NoticeQuery& query) {
  const auto count = desk.store().count_unread(query);
  REQUIRE(count);
  return *count;
}

}  // namespace

TEST_CASE_TEMPLATE("everybody finds what they were told, the newest first, and nobody else's", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  tell(desk, ticket, {notice(kSam, desk::NoticeKind::Offered, 2), notice(kAnn)});
  desk.now = desk.now + base::minutes(1);
  tell(desk, ticket, {notice(kSam, desk::NoticeKind::Mentioned, 3)});
  const auto told = read(desk, of({kSam}));
  REQUIRE(told.size() == 2);
  CHECK(told[0].id > told[1].id);
  CHECK(told[0].notice == notice(kSam, desk::NoticeKind::Mentioned, 3));
  CHECK(told[0].at == desk.now);
  CHECK(told[0].ticket == ticket.id);
  CHECK_FALSE(told[0].read_at.has_value());
  CHECK(read(desk, of({kAnn})).size() == 1);
  CHECK(read(desk, of({kSam, kAnn})).size() == 3);
  CHECK(read(desk, of({kMei})).empty());
  CHECK(read(desk, of({})).empty());
  CHECK(unread(desk, of({kSam})) == 2);
  CHECK(unread(desk, of({})) == 0);
  // A person and an address that read alike are not the same reader.
  CHECK(read(desk, of({{.person = {}, .email = "sam"}})).empty());
  CHECK(read(desk, of({{.person = desk::PersonName("ann@harbor.example"), .email = {}}})).empty());
}

TEST_CASE_TEMPLATE("pages of any size list the same", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  for (std::uint32_t i = 1; i <= 7; ++i)
    tell(desk, ticket, {notice(kSam, desk::NoticeKind::Answered, i), notice(kMei)});
  const auto all = read(desk, of({kSam}));
  REQUIRE(all.size() == 7);
  for (const std::size_t limit : {1U, 2U, 3U, 7U}) {
    auto query = of({kSam});
    query.limit = limit;
    std::vector<app::NoticeRecord> paged;
    for (;;) {
      const auto page = read(desk, query);
      if (page.empty()) break;
      paged.insert(paged.end(), page.begin(), page.end());
      query.before = page.back().id;
    }
    CHECK(paged == all);
  }
}

TEST_CASE_TEMPLATE("what is read is one's own, once, and between the ids", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  for (int i = 0; i < 4; ++i) tell(desk, ticket, {notice(kSam), notice(kMei)});
  const auto told = read(desk, of({kSam}));
  const auto mark = [&](std::uint64_t first, std::uint64_t last) {
    REQUIRE(desk.store().write(
        [&](app::WriteTransaction& tx) { return tx.read_notices(kHarbor, std::vector{kSam}, first, last, desk.now); }));
  };
  mark(told[1].id, told[1].id);
  CHECK(unread(desk, of({kSam})) == 3);
  CHECK(unread(desk, of({kMei})) == 4);
  const base::Instant first_read = desk.now;
  desk.now = desk.now + base::hours(1);
  mark(0, told[1].id);
  CHECK(unread(desk, of({kSam})) == 1);
  CHECK(read(desk, of({kSam}))[1].read_at == first_read);
  auto only_unread = of({kSam});
  only_unread.unread_only = true;
  CHECK(read(desk, only_unread).size() == 1);
  mark(0, std::numeric_limits<std::uint64_t>::max());
  CHECK(unread(desk, of({kSam})) == 0);
}

TEST_CASE_TEMPLATE("what is hidden is neither listed nor counted, but for who asked for it", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto open = desk.opens({.category = "workstation"});
  const auto hidden = desk.opens({.category = "malware"});
  tell(desk, open, {notice(kSam)});
  tell(desk, hidden, {notice(kSam)});
  auto query = of({kSam});
  query.hidden_categories = {desk::CategoryName("malware"), desk::CategoryName("payroll")};
  CHECK(read(desk, query).size() == 1);
  CHECK(unread(desk, query) == 1);
  query.hidden_except_requester = "ann@harbor.example";
  CHECK(unread(desk, query) == 2);
  query.hidden_except_requester = "bob@harbor.example";
  CHECK(unread(desk, query) == 1);
  // A change of the category hides and shows at once.
  REQUIRE(desk.does(open, desk::person("sam"), desk::ChangeCategory{desk::CategoryName("payroll")}) == std::nullopt);
  CHECK(unread(desk, query) == 0);
}

TEST_CASE_TEMPLATE("what is told of the agreement is among the rest, but for who may not read it", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  tell(desk, desk.opens({.category = "workstation"}), {notice(kSam)});
  const std::vector of_the_agreement{notice(kSam, desk::NoticeKind::SignatureAsked, 5)};
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) {
    return tx.add_notices(kHarbor, app::kAgreementEvents, desk.now, of_the_agreement);
  }));
  const auto told = read(desk, of({kSam}));
  REQUIRE(told.size() == 2);
  CHECK(told.front().ticket == app::kAgreementEvents);
  CHECK(told.front().notice == of_the_agreement.front());
  // It has no category that could be hidden.
  auto query = of({kSam});
  query.hidden_categories = {desk::CategoryName("workstation")};
  CHECK(read(desk, query).size() == 1);
  CHECK(unread(desk, query) == 1);
  query.hides_agreement = true;
  CHECK(read(desk, query).empty());
  CHECK(unread(desk, query) == 0);
  CHECK(desk.store().notices_of(kHarbor, app::kAgreementEvents, 5)->size() == 1);
  // It stands through a rebuild as every other does.
  const std::string before = desk.dump();
  REQUIRE(desk.store().rebuild());
  CHECK(desk.dump() == before);
  const auto unknown = desk.store().write([&](app::WriteTransaction& tx) {
    return tx.add_notices(kUnknownEngagement, app::kAgreementEvents, desk.now, of_the_agreement);
  });
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("a write that fails tells nobody, and what is not there is not found", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  const std::vector notices{notice(kSam)};
  const auto failed = desk.store().write([&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY_DONE(tx.add_notices(kHarbor, ticket.id, desk.now, notices));
    return base::fail(base::ErrorCode::BadInput, "no");
  });
  CHECK_FALSE(failed);
  CHECK(unread(desk, of({kSam})) == 0);
  const auto code = [&](const desk::EngagementName& engagement, desk::TicketId id) {
    const auto done = desk.store().write(
        [&](app::WriteTransaction& tx) { return tx.add_notices(engagement, id, desk.now, notices); });
    REQUIRE_FALSE(done);
    return done.error().code;
  };
  CHECK(code(kUnknownEngagement, ticket.id) == base::ErrorCode::NotFound);
  CHECK(code(kHarbor, desk.next_id()) == base::ErrorCode::NotFound);
}

TEST_CASE_TEMPLATE("who was told of one event is found, and whether they have read it", Place, TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  const auto other = desk.opens();
  tell(desk, ticket, {notice(kSam, desk::NoticeKind::DoneAlone, 2), notice(kMei, desk::NoticeKind::DoneAlone, 2)});
  tell(desk, ticket, {notice(kSam, desk::NoticeKind::Answered, 3)});
  tell(desk, other, {notice(kSam, desk::NoticeKind::DoneAlone, 2)});
  const auto first = desk.store().notices_of(kHarbor, ticket.id, 2);
  REQUIRE(first);
  REQUIRE(first->size() == 2);
  REQUIRE(desk.store().write([&](app::WriteTransaction& tx) {
    return tx.read_notices(kHarbor, std::vector{kMei}, first->back().id, first->back().id, desk.now);
  }));
  const auto told = desk.store().notices_of(kHarbor, ticket.id, 2);
  REQUIRE(told);
  REQUIRE(told->size() == 2);
  CHECK(told->front().notice.to == kSam);
  CHECK_FALSE(told->front().read_at);
  CHECK(told->back().notice.to == kMei);
  CHECK(told->back().read_at == desk.now);
  CHECK(desk.store().notices_of(kHarbor, ticket.id, 9)->empty());
  CHECK(desk.store().notices_of(kUnknownEngagement, ticket.id, 2)->empty());
}

TEST_CASE_TEMPLATE("notices stand through a rebuild, read as they were, until they are old", Place,
                   TANDEM_EVERY_STORE) {
  Place place;
  StoreDesk desk(place.store());
  const auto ticket = desk.opens();
  tell(desk, ticket, {notice(kSam), notice(kMei)});
  REQUIRE(desk.store().write(
      [&](app::WriteTransaction& tx) { return tx.read_notices(kHarbor, std::vector{kMei}, 0, 99, desk.now); }));
  const std::string before = desk.dump();
  CHECK(before.contains("|told|sam||answered|"));
  REQUIRE(desk.store().rebuild());
  CHECK(desk.dump() == before);
  const auto forget = [&](base::Instant now) {
    REQUIRE(desk.store().write([&](app::WriteTransaction& tx) { return tx.forget_expired(now); }));
  };
  forget(desk.now + app::kKeepNoticesFor - base::seconds(1));
  CHECK(unread(desk, of({kSam})) == 1);
  forget(desk.now + app::kKeepNoticesFor);
  CHECK(unread(desk, of({kSam})) == 0);
}
