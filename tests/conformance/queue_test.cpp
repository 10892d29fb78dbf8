// Queues: which tickets, in which order, and on through the pages.
#include "conformance/places.h"
#include "conformance/store_desk.h"

using namespace tandem;

namespace {

using desk::person;
constexpr auto kOpen = {desk::State::New, desk::State::Active, desk::State::Waiting};

// 1 normal workstation (helpdesk, taken by sam) · 2 critical workstation (soc) · 3 high payroll (harbor-apps) ·
// 4 normal malware (soc, taken by mei, offered to harbor-it) · 5 critical core-banking (harbor-it), resolved ·
// 6 normal workstation of bob (helpdesk, waits) · 7 high workstation (helpdesk, sam's, offered to otto of soc)
struct Harbor {
  explicit Harbor(app::Store& store) : desk(store) {
    add({.category = "workstation", .priority = "normal"}, "sam", {desk::Take{}});
    add({.category = "workstation", .priority = "critical"}, "", {});
    add({.category = "payroll", .priority = "high"}, "", {});
    add({.category = "malware", .priority = "normal"}, "mei",
        {desk::Take{}, desk::OfferHandoff{.to_team = desk::TeamName("harbor-it"), .to_person = {}, .note = "yours"}});
    add({.category = "core-banking", .priority = "critical"}, "dana", {desk::Resolve{"done"}});
    add({.category = "workstation", .priority = "normal", .email = "bob@harbor.example"}, "otto",
        {desk::Take{}, desk::Wait{desk::WaitingOn::Requester}});
    add({.category = "workstation", .priority = "high"}, "sam",
        {desk::Take{},
         desk::OfferHandoff{.to_team = desk::TeamName("soc"), .to_person = desk::PersonName("otto"), .note = "look"}});
  }
  void add(const StoreDesk::Opening& opening, std::string_view who, const std::vector<desk::Command>& commands) {
    desk.now = desk.now + base::minutes(1);
    tickets.push_back(desk.opens(opening));
    for (const auto& command : commands) {
      desk.now = desk.now + base::seconds(1);
      REQUIRE(desk.does(tickets.back(), person(who), command) == std::nullopt);
    }
  }
  [[nodiscard]] Numbers numbers(app::QueueQuery query) {
    for (const std::size_t limit : {1U, 2U, 3U, 200U}) {
      query.limit = limit;
      const auto found = desk.numbers(query);
      if (limit == 1) first = found;
      REQUIRE(found == first);  // pages of any size list the same
    }
    return first;
  }

  StoreDesk desk;
  std::vector<desk::Ticket> tickets;
  Numbers first;
};

}  // namespace

TEST_CASE_TEMPLATE("every order lists every ticket once", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  CHECK(harbor.numbers({.order = app::QueueOrder::Urgency}) == Numbers{5, 2, 7, 3, 6, 4, 1});
  CHECK(harbor.numbers({.order = app::QueueOrder::Newest}) == Numbers{7, 6, 5, 4, 3, 2, 1});
  CHECK(harbor.numbers({.order = app::QueueOrder::Updated}) == Numbers{7, 6, 5, 4, 3, 2, 1});
  harbor.desk.now = harbor.desk.now + base::hours(1);
  REQUIRE(harbor.desk.does(harbor.tickets[1], person("mei"), desk::Take{}) == std::nullopt);
  REQUIRE(harbor.desk.does(harbor.tickets[2], person("nora"), desk::Take{}) == std::nullopt);  // at the same moment
  CHECK(harbor.numbers({.order = app::QueueOrder::Updated}) == Numbers{3, 2, 7, 6, 5, 4, 1});
  CHECK(harbor.numbers({.order = app::QueueOrder::Newest}) == Numbers{7, 6, 5, 4, 3, 2, 1});
}

TEST_CASE_TEMPLATE("a change of priority moves the ticket in the urgent queue", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  REQUIRE(harbor.desk.does(harbor.tickets[2], person("nora"), desk::ChangePriority{desk::PriorityName("critical")}) ==
          std::nullopt);
  CHECK(harbor.numbers({.states = kOpen}) == Numbers{3, 2, 7, 6, 4, 1});
  REQUIRE(harbor.desk.does(harbor.tickets[2], person("nora"), desk::ChangePriority{desk::PriorityName("normal")}) ==
          std::nullopt);
  CHECK(harbor.numbers({.states = kOpen}) == Numbers{2, 7, 6, 4, 3, 1});
}

TEST_CASE_TEMPLATE("filters ask for any of their values and all of them hold", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  const auto names = []<class Name>(std::initializer_list<std::string_view> texts, Name) {
    std::vector<Name> made;
    for (const auto text : texts) made.emplace_back(text);
    return made;
  };
  const auto teams = [&](std::initializer_list<std::string_view> texts) { return names(texts, desk::TeamName()); };
  for (const auto order : {app::QueueOrder::Urgency, app::QueueOrder::Newest, app::QueueOrder::Updated}) {
    const auto found = [&](app::QueueQuery query) {
      query.order = order;
      auto numbers = harbor.numbers(std::move(query));
      std::ranges::sort(numbers);
      return numbers;
    };
    CHECK(found({.states = kOpen}) == Numbers{1, 2, 3, 4, 6, 7});
    CHECK(found({.states = {desk::State::Resolved, desk::State::Closed}}) == Numbers{5});
    CHECK(found({.states = {desk::State::Closed}}) == Numbers{});
    CHECK(found({.states = {desk::State::Waiting, desk::State::Resolved}}) == Numbers{5, 6});
    CHECK(found({.priorities = names({"critical", "high"}, desk::PriorityName())}) == Numbers{2, 3, 5, 7});
    CHECK(found({.states = kOpen, .priorities = names({"critical"}, desk::PriorityName())}) == Numbers{2});
    CHECK(found({.categories = names({"malware", "payroll"}, desk::CategoryName())}) == Numbers{3, 4});
    CHECK(found({.parties = names({"harbor"}, desk::PartyName())}) == Numbers{3, 5});
    CHECK(found({.parties = names({"harbor", "northbeam"}, desk::PartyName())}) == Numbers{1, 2, 3, 4, 5, 6, 7});
    CHECK(found({.parties = names({"corebank"}, desk::PartyName())}) == Numbers{});

    // A team's queue holds what it owns and what is offered to it.
    CHECK(found({.teams = teams({"harbor-it"})}) == Numbers{4, 5});
    CHECK(found({.states = kOpen, .teams = teams({"harbor-it"})}) == Numbers{4});
    CHECK(found({.teams = teams({"soc"})}) == Numbers{2, 4, 7});
    CHECK(found({.teams = teams({"soc", "helpdesk"})}) ==
          Numbers{1, 2, 4, 6, 7});  // 7 belongs to one, is offered to the other
    CHECK(found({.teams = teams({"soc", "harbor-it"})}) == Numbers{2, 4, 5, 7});
    CHECK(found({.parties = names({"harbor"}, desk::PartyName()), .teams = teams({"harbor-it"})}) == Numbers{5});

    CHECK(found({.person = desk::PersonName("sam")}) == Numbers{1, 7});
    CHECK(found({.person = desk::PersonName("otto")}) == Numbers{6, 7});  // 7 is offered to otto by name
    CHECK(found({.person = desk::PersonName("dana")}) == Numbers{5});
    CHECK(found({.states = kOpen, .person = desk::PersonName("dana")}) == Numbers{});
    CHECK(found({.teams = teams({"soc"}), .person = desk::PersonName("sam")}) == Numbers{7});

    CHECK(found({.requester_email = "bob@harbor.example"}) == Numbers{6});
    CHECK(found({.requester_email = "ann@harbor.example"}) == Numbers{1, 2, 3, 4, 5, 7});
    CHECK(found({.requester_email = "nobody@harbor.example"}) == Numbers{});
    CHECK(found({.teams = teams({"helpdesk"}), .requester_email = "bob@harbor.example"}) == Numbers{6});
    CHECK(found({.teams = teams({"soc"}), .requester_email = "bob@harbor.example"}) == Numbers{});
    CHECK(found({.person = desk::PersonName("sam"), .requester_email = "bob@harbor.example"}) == Numbers{});
  }
}

TEST_CASE_TEMPLATE("a number asks for that ticket alone, under every other filter", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  for (const auto order : {app::QueueOrder::Urgency, app::QueueOrder::Newest, app::QueueOrder::Updated}) {
    const auto found = [&](app::QueueQuery query) {
      query.order = order;
      return harbor.numbers(std::move(query));
    };
    CHECK(found({.number = 4}) == Numbers{4});
    CHECK(found({.number = 5}) == Numbers{5});
    CHECK(found({.states = kOpen, .number = 5}).empty());
    CHECK(found({.person = desk::PersonName("sam"), .number = 7}) == Numbers{7});
    CHECK(found({.person = desk::PersonName("sam"), .number = 6}).empty());
    CHECK(found({.teams = {desk::TeamName("harbor-it")}, .number = 4}) == Numbers{4});  // offered to them
    CHECK(found({.requester_email = "bob@harbor.example", .number = 6}) == Numbers{6});
    CHECK(found({.requester_email = "bob@harbor.example", .number = 4}).empty());
    CHECK(found({.number = 4, .search = "screen"}) == Numbers{4});
    CHECK(found({.number = 4, .search = "printer"}).empty());
    for (const std::uint64_t unknown : {std::uint64_t{0}, std::uint64_t{8}, std::numeric_limits<std::uint64_t>::max()})
      CHECK(found({.number = unknown}).empty());
  }
}

TEST_CASE_TEMPLATE("a row says what the ticket says", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  const auto rows = harbor.desk.rows({.categories = {desk::CategoryName("malware")}});
  REQUIRE(rows.size() == 1);
  const auto ticket = harbor.desk.read(harbor.tickets[3]);
  const app::QueueRow expected{.id = ticket.id,
                               .number = 4,
                               .version = ticket.version,
                               .subject = "screen stays black",
                               .state = ticket.state,
                               .waiting_on = std::nullopt,
                               .priority = desk::PriorityName("normal"),
                               .priority_rank = 2,
                               .category = desk::CategoryName("malware"),
                               .site = {},
                               .owner = {desk::PartyName("northbeam"), desk::TeamName("soc"), desk::PersonName("mei")},
                               .accountable = desk::PersonName("mei"),
                               .gap = false,
                               .requester = {.name = "Ann Field", .email = "ann@harbor.example", .vip = false},
                               .handoff_pending = true,
                               .handoff_to = desk::TeamName("harbor-it"),
                               .public_comments = 0,
                               .opened_at = ticket.opened_at,
                               .updated_at = ticket.updated_at};
  CHECK(rows.front() == expected);

  const auto waiting = harbor.desk.rows({.states = {desk::State::Waiting}});
  REQUIRE(waiting.size() == 1);
  CHECK(waiting.front().waiting_on == desk::WaitingOn::Requester);
}

TEST_CASE_TEMPLATE("a cursor stays good while tickets come and go", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  app::QueueQuery query{.engagement = kHarbor, .limit = 3};
  const auto first = harbor.desk.store().queue(query);
  REQUIRE(first);
  REQUIRE(first->rows.back().number == 7);
  harbor.desk.opens({.priority = "critical"});  // before the cursor: is not seen on the way down
  harbor.desk.opens({.priority = "high"});      // before it as well: newer than 7
  harbor.desk.opens({.priority = "normal"});    // behind it
  REQUIRE(harbor.desk.does(harbor.tickets[6], person("sam"), desk::Resolve{"done"}) ==
          std::nullopt);  // the cursor's own row
  query.after = first->next;
  CHECK(harbor.desk.numbers(query) == Numbers{3, 10, 6, 4, 1});
}

TEST_CASE_TEMPLATE("what is no cursor is bad input", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  const auto code_of = [&](std::string_view after, app::QueueOrder order) -> std::optional<base::ErrorCode> {
    const auto page = harbor.desk.store().queue({.engagement = kHarbor, .order = order, .after = std::string(after)});
    return page ? std::nullopt : std::optional(page.error().code);
  };
  for (const std::string text : {"x", "u", "u1", "u1.", "u1.2x", "n1", "u-1.2", "u1.-2", " u1.2", "u99999999999.1",
                                 "u1.99999999999999999999", "u1.9223372036854775808", "u1.18446744073709551615"})
    CHECK_MESSAGE(code_of(text, app::QueueOrder::Urgency) == base::ErrorCode::BadInput, text);
  for (const std::string text : {"u1.2", "n", "n-1", "n1.1", "n9223372036854775808"})
    CHECK_MESSAGE(code_of(text, app::QueueOrder::Newest) == base::ErrorCode::BadInput, text);
  for (const std::string text : {"c1", "n1", "c.1", "c-9223372036854775808.1", "c9223372036854775808.1"})
    CHECK_MESSAGE(code_of(text, app::QueueOrder::Updated) == base::ErrorCode::BadInput, text);
}

TEST_CASE_TEMPLATE("a cursor of no row is a place between rows", Place, TANDEM_EVERY_STORE) {
  Place place;
  Harbor harbor(place.store());
  const auto from = [&](std::string_view after, app::QueueOrder order, std::string search = {}) {
    return harbor.desk.numbers({.search = std::move(search), .order = order, .after = std::string(after)});
  };
  CHECK(from("n9223372036854775807", app::QueueOrder::Newest) == Numbers{7, 6, 5, 4, 3, 2, 1});
  CHECK(from("n1000", app::QueueOrder::Newest, "screen") == Numbers{7, 6, 5, 4, 3, 2, 1});
  CHECK(from("n9223372036854775807", app::QueueOrder::Newest, "screen") == Numbers{7, 6, 5, 4, 3, 2, 1});
  CHECK(from("n0", app::QueueOrder::Newest).empty());
  CHECK(from("n0", app::QueueOrder::Newest, "screen").empty());
  CHECK(from("u1.1000", app::QueueOrder::Urgency) == Numbers{7, 3, 6, 4, 1});
  CHECK(from("u4294967295.5", app::QueueOrder::Urgency).empty());
  CHECK(from("c9223372036854775807.5", app::QueueOrder::Updated).size() == 7);
  CHECK(from("c-9223372036854775807.5", app::QueueOrder::Updated).empty());
}
