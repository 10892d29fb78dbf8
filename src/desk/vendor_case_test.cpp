// What a vendor is asked for a ticket's sake.
#include <doctest/doctest.h>

#include "desk/board.h"

namespace tandem::desk {
namespace {

RecordChase a_chase(std::string_view said, std::string_view passed_to = {}) {
  return {.said = std::string(said), .reference = {}, .passed_to = PartyName(passed_to), .chase_at = {}};
}

// A ticket of the helpdesk, and its case at CoreBank, which luis keeps.
class AtVendor : public Board {
 public:
  AtVendor() : ticket(opens()), vendor_case(opens(person("sam"), a_vendor_case(ticket))) {}
  [[nodiscard]] const VendorCase& there() const { return *at(vendor_case).vendor_case; }
  void passes(base::Duration time) {
    now = now + time;
    static_cast<void>(does(system_actor(), vendor_case, PassTime{}));
  }

  TicketId ticket;
  TicketId vendor_case;
};

TEST_CASE("a vendor case is kept by who handles the vendor, and its ticket waits on the vendor") {
  AtVendor board;
  const Owner& owner = board.at(board.vendor_case).ownership.owner;
  CHECK(owner.team == TeamName("harbor-it"));
  CHECK(owner.person == PersonName("luis"));
  CHECK(board.at(board.vendor_case).ownership.reasons.front().text ==
        "luis of `harbor-it` keeps the cases of `corebank`");
  CHECK(board.links(board.ticket, board.vendor_case) == Kinds{LinkKind::HasVendorCase});
  CHECK(board.at(board.ticket).waiting_on == WaitingOn::Vendor);
  CHECK(board.at(board.ticket).ownership.owner.team == TeamName("helpdesk"));
}

TEST_CASE("where nobody handles the vendor, the team that has the ticket keeps its case") {
  policy::Spec spec = emergency_agreement()->spec();
  for (policy::Party& party : spec.parties) party.handled_by = policy::PersonIndex::none();
  Board board(policy::Policy::make(std::move(spec)));
  const TicketId ticket = board.opens();
  const TicketId vendor_case = board.opens(person("sam"), Board::a_vendor_case(ticket));
  CHECK(board.at(vendor_case).ownership.owner == board.at(ticket).ownership.owner);
}

TEST_CASE("the team that has a ticket asks vendors for it, and only vendors of the agreement") {
  Board board;
  const TicketId ticket = board.opens();
  CHECK_FALSE(board.tries_to_open(person("dana"), Board::a_vendor_case(ticket)).has_value());
  CHECK(board.said.starts_with("`helpdesk` of Northbeam IT has the ticket"));
  CHECK_FALSE(board.tries_to_open(person("sam"), Board::a_vendor_case(ticket, "northbeam")).has_value());
  OpenTicket alone = Board::a_vendor_case(ticket);
  alone.links.clear();
  CHECK_FALSE(board.tries_to_open(person("sam"), alone).has_value());
  OpenTicket late = Board::a_vendor_case(ticket);
  late.vendor_case->chase_at = board.now;
  CHECK_FALSE(board.tries_to_open(person("sam"), late).has_value());
  REQUIRE(board.does(person("sam"), ticket, Resolve{"done"}) == std::nullopt);
  CHECK_FALSE(board.tries_to_open(person("sam"), Board::a_vendor_case(ticket)).has_value());
}

TEST_CASE("an answer is told to the ticket, which goes on; asking again makes it wait again") {
  AtVendor board;
  REQUIRE(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"fixed in 4.2"}) == std::nullopt);
  CHECK(board.latest(board.ticket) == Names{"linked-ticket-moved", "work-started"});
  CHECK(board.at(board.ticket).state == State::Active);
  CHECK(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"again"}) == RefusalKind::NoChange);
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("it is not")) == std::nullopt);
  CHECK(board.at(board.ticket).waiting_on == WaitingOn::Vendor);
}

TEST_CASE("a ticket goes on when the last of its vendor cases has an answer or is done") {
  AtVendor board;
  const TicketId second = board.opens(person("sam"), Board::a_vendor_case(board.ticket, "netco"));
  REQUIRE(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"fixed"}) == std::nullopt);
  CHECK(board.at(board.ticket).waiting_on == WaitingOn::Vendor);
  REQUIRE(board.does(person("sam"), second, Resolve{"theirs was nothing"}) == std::nullopt);
  CHECK(board.at(board.ticket).state == State::Active);
  REQUIRE(board.does(person("sam"), second, Reopen{"it was something"}) == std::nullopt);
  CHECK(board.at(board.ticket).waiting_on == WaitingOn::Vendor);
}

TEST_CASE("a ticket that waits on its requester is left to wait on them") {
  Board board;
  const TicketId ticket = board.opens();
  REQUIRE(board.does(person("sam"), ticket, Wait{WaitingOn::Requester}) == std::nullopt);
  const TicketId vendor_case = board.opens(person("sam"), Board::a_vendor_case(ticket));
  REQUIRE(board.does(person("luis"), vendor_case, RecordVendorAnswer{"fixed"}) == std::nullopt);
  CHECK(board.at(ticket).waiting_on == WaitingOn::Requester);
}

TEST_CASE("the next chase is a working day of the owning team away, or when somebody chose") {
  AtVendor board;  // Monday 9:00 in New York; harbor-it has 8:00 to 18:00
  CHECK(board.there().chase_at == kMonday + base::hours(8));
  REQUIRE(
      board.does(
          person("luis"), board.vendor_case,
          RecordChase{.said = "on it", .reference = "CB-2", .passed_to = {}, .chase_at = kMonday + base::hours(30)}) ==
      std::nullopt);
  CHECK(board.there().chase_at == kMonday + base::hours(30));
  CHECK(board.there().reference == "CB-2");
  CHECK(board.does(person("luis"), board.vendor_case,
                   RecordChase{.said = "on it", .reference = {}, .passed_to = {}, .chase_at = kMonday}) ==
        RefusalKind::WrongTime);
}

TEST_CASE("at the time of the next chase the holder is reminded, then the lead, then who answers for the work") {
  AtVendor board;
  const auto reminded = [&] { return std::get<VendorChaseDue>(board.events.at(board.vendor_case).back().data); };
  CHECK(board.due(board.vendor_case) <= board.there().chase_at);
  board.passes(base::hours(8));
  CHECK(reminded().told == std::vector{PersonName("luis")});
  board.passes(base::hours(24));
  CHECK(reminded().reminder == 2);
  CHECK(reminded().told == std::vector{PersonName("dana")});
  board.passes(base::hours(24));
  CHECK(reminded().told == std::vector{board.at(board.vendor_case).ownership.accountable});
  CHECK(reminded().reminder == 3);
  const auto before = board.events.at(board.vendor_case).size();
  CHECK(board.does(system_actor(), board.vendor_case, PassTime{}) == RefusalKind::NothingDue);
  CHECK(board.events.at(board.vendor_case).size() == before);
}

TEST_CASE("a chase stays due since it first was, whoever is reminded, until it is recorded") {
  AtVendor board;
  const auto due = board.there().chase_at;
  CHECK_FALSE(board.there().due_since);
  board.passes(base::hours(9));
  CHECK(board.there().due_since == due);
  board.passes(base::hours(24));
  CHECK(board.there().reminders == 2);
  CHECK(board.there().due_since == due);
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("soon")) == std::nullopt);
  CHECK_FALSE(board.there().due_since);
  board.passes(base::hours(24));
  CHECK(board.there().due_since.has_value());
  REQUIRE(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"fixed"}) == std::nullopt);
  CHECK_FALSE(board.there().due_since);
}

TEST_CASE("what has an answer, or is done, is chased no more") {
  AtVendor board;
  REQUIRE(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"fixed"}) == std::nullopt);
  board.passes(base::hours(9));
  CHECK(board.there().reminders == 0);
  REQUIRE(board.does(person("luis"), board.vendor_case, Resolve{"fixed"}) == std::nullopt);
  CHECK_FALSE(board.due(board.vendor_case).has_value());
}

TEST_CASE("a case that is chased and chased is told to who answers for the work, once") {
  AtVendor board;
  for (std::uint32_t i = 1; i < kChasesUntilEscalation; ++i) {
    REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("soon")) == std::nullopt);
    CHECK(board.there().loop.empty());
  }
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("soon")) == std::nullopt);
  CHECK(board.latest(board.vendor_case) == Names{"vendor-chased", "vendor-loop-found"});
  CHECK(board.there().loop == "it was chased 3 times without an answer");
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("soon")) == std::nullopt);
  CHECK(board.latest(board.vendor_case) == Names{"vendor-chased"});
}

TEST_CASE("two vendors that send a case to each other are seen") {
  AtVendor board;
  CHECK(board.does(person("luis"), board.vendor_case, a_chase("ours", "corebank")) == RefusalKind::NoChange);
  CHECK(board.does(person("luis"), board.vendor_case, a_chase("theirs", "northbeam")) == RefusalKind::UnknownVendor);
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("it is the line", "netco")) == std::nullopt);
  CHECK(board.there().vendor == PartyName("netco"));
  CHECK(board.there().reference.empty());
  CHECK(board.there().loop.empty());
  REQUIRE(board.does(person("luis"), board.vendor_case, a_chase("it is the application", "corebank")) == std::nullopt);
  CHECK(board.there().loop == "`corebank` had it, it went to `netco`, and is sent back");
  const auto& found = std::get<VendorLoopFound>(board.events.at(board.vendor_case).back().data);
  CHECK(found.told == std::vector{board.at(board.vendor_case).ownership.accountable});
}

TEST_CASE("only the team that keeps a vendor case writes what the vendor said, and only there") {
  AtVendor board;
  CHECK(board.does(person("mei"), board.vendor_case, a_chase("on it")) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("sam"), board.ticket, a_chase("on it")) == RefusalKind::WrongKind);
  CHECK(board.does(person("luis"), board.vendor_case, a_chase(" ")) == RefusalKind::EmptyText);
  CHECK(board.does(person("luis"), board.vendor_case, UnlinkTicket{LinkKind::VendorCaseFor, board.ticket}) ==
        RefusalKind::CannotLink);
}

TEST_CASE("a vendor case stays with who handles the vendor, whatever the hour and whatever it is about") {
  AtVendor board;
  board.passes(base::hours(12));  // harbor-it is closed, and the helpdesk covers what it is about
  CHECK(board.at(board.vendor_case).ownership.owner.team == TeamName("harbor-it"));
  REQUIRE(board.does(person("luis"), board.vendor_case, ChangeCategory{CategoryName("malware")}) == std::nullopt);
  REQUIRE(board.does(person("luis"), board.vendor_case, ChangePriority{PriorityName("critical")}) == std::nullopt);
  CHECK(board.at(board.vendor_case).ownership.owner.person == PersonName("luis"));
  REQUIRE(board.does(person("luis"), board.vendor_case, Resolve{"fixed"}) == std::nullopt);
  REQUIRE(board.does(person("luis"), board.vendor_case, Reopen{"it is not"}) == std::nullopt);
  CHECK(board.at(board.vendor_case).ownership.owner.team == TeamName("harbor-it"));
  CHECK(board.there().chase_at == board.now);
}

TEST_CASE("a vendor case is handed to nobody: not offered, not disputed, not taken for strategic") {
  AtVendor board;
  const auto refused = [&](const Command& command) {
    CHECK(board.does(person("luis"), board.vendor_case, command) == RefusalKind::WrongKind);
    CHECK(board.said ==
          "a vendor case is kept by whom the agreement names for the vendor, or by the team that has its ticket: hand "
          "over that ticket, or give the case to a colleague");
  };
  refused(OfferHandoff{TeamName("helpdesk"), {}, "yours"});
  refused(RaiseDispute{"not ours"});
  refused(FlagStrategic{{}, "it is"});
  CHECK(board.does(person("luis"), board.vendor_case, Assign{PersonName("dana")}) == std::nullopt);
}

TEST_CASE("where nobody is named for the vendor, its case goes where its ticket goes, also when it is opened again") {
  policy::Spec spec = emergency_agreement()->spec();
  for (policy::Party& party : spec.parties) party.handled_by = policy::PersonIndex::none();
  Board board(policy::Policy::make(std::move(spec)));
  const TicketId ticket = board.opens();
  const TicketId open_case = board.opens(person("sam"), Board::a_vendor_case(ticket));
  const TicketId closed_case = board.opens(person("sam"), Board::a_vendor_case(ticket));
  REQUIRE(board.does(person("sam"), closed_case, Resolve{"fixed"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), ticket, OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
  REQUIRE(board.does(person("mei"), ticket, AcceptHandoff{1}) == std::nullopt);
  CHECK(board.at(open_case).ownership.owner == board.at(ticket).ownership.owner);
  CHECK(board.latest(open_case) == Names{"owner-assigned"});
  CHECK(board.latest(closed_case).empty());
  REQUIRE(board.does(person("priya"), closed_case, Reopen{"it is not"}) == std::nullopt);
  CHECK(board.at(closed_case).ownership.owner == board.at(ticket).ownership.owner);
  for (const auto& [id, there] : board.tickets) CHECK(*replay(id, board.events.at(id)) == there);
}

TEST_CASE("a vendor case that somebody is named for stays where it is when its ticket goes on") {
  AtVendor board;
  REQUIRE(board.does(person("sam"), board.ticket, OfferHandoff{TeamName("soc"), {}, "yours"}) == std::nullopt);
  REQUIRE(board.does(person("mei"), board.ticket, AcceptHandoff{1}) == std::nullopt);
  CHECK(board.at(board.vendor_case).ownership.owner.person == PersonName("luis"));
}

TEST_CASE("what a vendor is still asked for is merged into nothing; others are merged into it") {
  AtVendor board;
  const TicketId other = board.opens();
  CHECK(board.does(person("sam"), board.ticket, MergeTicket{.into = other, .reason = {}}) == RefusalKind::CannotLink);
  CHECK(board.said == "a vendor is still asked for it: close that case first, or merge the other ticket into this one");
  // An answer is no end: who keeps the case has not said that it is enough.
  REQUIRE(board.does(person("luis"), board.vendor_case, RecordVendorAnswer{"fixed"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.ticket, MergeTicket{.into = other, .reason = {}}) == RefusalKind::CannotLink);
  REQUIRE(board.does(person("luis"), board.vendor_case, Resolve{"fixed"}) == std::nullopt);
  CHECK(board.does(person("sam"), board.ticket, MergeTicket{.into = other, .reason = {}}) == std::nullopt);
  AtVendor survivor;
  const TicketId duplicate = survivor.opens();
  CHECK(survivor.does(person("sam"), duplicate, MergeTicket{.into = survivor.ticket, .reason = {}}) == std::nullopt);
}

TEST_CASE("a case whose ticket is merged into another is asked again once that ticket is") {
  AtVendor board;
  const TicketId other = board.opens();
  REQUIRE(board.does(person("luis"), board.vendor_case, Resolve{"fixed"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.ticket, MergeTicket{.into = other, .reason = {}}) == std::nullopt);
  const auto before = board.tickets;
  for (const Actor& actor : {person("luis"), person("sam"), requester("ann@harbor.example")})
    CHECK(board.does(actor, board.vendor_case, Reopen{"it is back"}) == RefusalKind::AlreadyMerged);
  CHECK(board.said.starts_with("the ticket that it is for is merged into another"));
  CHECK(board.tickets == before);
  // The other ticket asks by itself, and taking the merging back makes it possible again.
  CHECK(board.tries_to_open(person("sam"), Board::a_vendor_case(other)).has_value());
  REQUIRE(board.does(person("sam"), board.ticket, Reopen{"not the same after all"}) == std::nullopt);
  CHECK(board.does(person("luis"), board.vendor_case, Reopen{"it is back"}) == std::nullopt);
  CHECK(board.at(board.ticket).waiting_on == WaitingOn::Vendor);
}

}  // namespace
}  // namespace tandem::desk
