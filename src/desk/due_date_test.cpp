// By when a ticket is to be done. The client's team works from Monday to Friday, 8 to 18 in New York; the helpdesk
// always.
#include <doctest/doctest.h>

#include "calendar/date_text.h"
#include "desk/board.h"

namespace tandem::desk {
namespace {

// Of the client's office, opened on Monday 2026-10-05 at 10:00 in New York.
class Dated : public Board {
 public:
  explicit Dated(std::string_view category = "core-banking",
                 std::shared_ptr<const policy::Policy> policy = emergency_agreement())
      : Board(std::move(policy)), id(opens(category)) {}

  std::optional<RefusalKind> sets(std::string_view day, std::string_view reason = {}) {
    return does(person("dana"), id, SetDueDate{.date = calendar::parse_date(day), .reason = std::string(reason)});
  }
  [[nodiscard]] std::string due_at() const { return at(id).due ? local(at(id).due->at) : "never"; }
  [[nodiscard]] std::string local(base::Instant instant) const {
    return calendar::local_time_text(instant, policy().zone());
  }
  // What time tells until then, each with when.
  std::vector<std::string> passes_until(base::Instant end, TicketId ticket) {
    std::vector<std::string> told;
    for (auto next = Board::due(ticket); next && *next <= end; next = Board::due(ticket)) {
      now = std::max(now, *next);
      REQUIRE(does(system_actor(), ticket, PassTime{}) == std::nullopt);
      for (const Event& event : events.at(ticket)) {
        const auto* noticed = std::get_if<DueDateNoticed>(&event.data);
        if (noticed == nullptr || event.at != now) continue;
        std::string line = fmt::format("{} {}:", local(now), to_text(noticed->notice));
        for (const Told& one : noticed->told) line += fmt::format(" {}", one.person.text());
        told.push_back(std::move(line));
      }
    }
    now = end;
    return told;
  }
  TicketId id;
};

using Lines = std::vector<std::string>;

TEST_CASE("a due date is the end of the owning team's working day") {
  Dated board;
  REQUIRE(board.sets("2026-10-07") == std::nullopt);
  CHECK(board.due_at() == "Wed 2026-10-07 18:00");
  Dated always("workstation");
  REQUIRE(always.sets("2026-10-07") == std::nullopt);
  CHECK(always.due_at() == "Thu 2026-10-08 00:00");
}

TEST_CASE("a day off is due at the end of the working day before; when that is over, of the next one") {
  Dated board;
  REQUIRE(board.sets("2026-10-11") == std::nullopt);  // Sunday
  CHECK(board.due_at() == "Fri 2026-10-09 18:00");
  Dated late;
  late.now = kMonday + base::hours(24 * 5);  // Saturday
  REQUIRE(late.sets("2026-10-11") == std::nullopt);
  CHECK(late.due_at() == "Mon 2026-10-12 18:00");
}

TEST_CASE("people of both parties set it, on what is open, and change it with a reason") {
  Dated board;
  const auto day = calendar::parse_date("2026-10-07");
  CHECK(board.does(requester("ann@harbor.example"), board.id, SetDueDate{day, "soon"}) == RefusalKind::NotAMember);
  REQUIRE(board.does(person("sam"), board.id, SetDueDate{day, ""}) == std::nullopt);
  CHECK(board.sets("2026-10-08") == RefusalKind::EmptyText);
  CHECK(board.sets("2026-10-07", "again") == RefusalKind::NoChange);
  REQUIRE(board.sets("2026-10-08", "the contract begins later") == std::nullopt);
  CHECK(board.at(board.id).due->reason == "the contract begins later");
  REQUIRE(board.does(person("dana"), board.id, SetDueDate{{}, "it does not matter"}) == std::nullopt);
  CHECK(board.due_at() == "never");
  CHECK(board.does(person("dana"), board.id, SetDueDate{{}, "again"}) == RefusalKind::NoChange);
  REQUIRE(board.does(person("dana"), board.id, Resolve{"done"}) == std::nullopt);
  CHECK(board.sets("2026-10-08", "late") == RefusalKind::NotOpen);
}

TEST_CASE("a due date lies ahead, and not too far") {
  Dated board;
  CHECK(board.sets("2026-10-04") == RefusalKind::WrongTime);
  CHECK(board.sets("2026-10-05") == std::nullopt);
  CHECK(board.sets("2040-01-01", "later") == RefusalKind::WrongTime);
}

TEST_CASE("who has it is told a working day before and on the day; the leads when it is missed; each once") {
  Dated board;
  REQUIRE(board.does(person("luis"), board.id, Take{}) == std::nullopt);
  REQUIRE(board.sets("2026-10-12") == std::nullopt);  // a Monday
  const Lines told = board.passes_until(kMonday + base::hours(24 * 9), board.id);
  CHECK(told == Lines{"Fri 2026-10-09 08:00 soon: luis", "Mon 2026-10-12 08:00 today: luis",
                      "Mon 2026-10-12 18:00 missed: luis dana"});
}

TEST_CASE("where nobody in particular has it, the team is told") {
  policy::Spec spec = emergency_agreement()->spec();
  for (policy::Person& person : spec.people) {
    if (person.name != "nora" && person.name != "luis") continue;
    person.leave = {{kMonday - base::hours(24), kMonday + base::hours(24 * 20)}};
    person.leave_at = {policy::TextPlace{"leave.yaml", 1}};
  }
  Dated board("payroll", policy::Policy::make(std::move(spec)));  // of those two, who work at any hour
  REQUIRE(board.at(board.id).ownership.owner.person.empty());
  REQUIRE(board.sets("2026-10-07") == std::nullopt);
  const Lines told = board.passes_until(kMonday + base::hours(24 * 2), board.id);
  CHECK(told == Lines{"Tue 2026-10-06 00:00 soon: nora luis", "Wed 2026-10-07 00:00 today: nora luis"});
}

TEST_CASE("what has come already when it is set is not told, except that it is missed") {
  Dated board;
  REQUIRE(board.does(person("luis"), board.id, Take{}) == std::nullopt);
  REQUIRE(board.sets("2026-10-05") == std::nullopt);  // today
  CHECK(board.passes_until(kMonday + base::hours(24), board.id) == Lines{"Mon 2026-10-05 18:00 missed: luis dana"});
}

TEST_CASE("time that comes late tells only the gravest, and nothing when the work is done") {
  Dated board;
  REQUIRE(board.does(person("luis"), board.id, Take{}) == std::nullopt);
  REQUIRE(board.sets("2026-10-07") == std::nullopt);
  board.now = kMonday + base::hours(24 * 4);
  CHECK(board.passes_until(board.now, board.id).size() == 1);
  CHECK(board.at(board.id).due->told == DueNotice::Missed);
  Dated done;
  REQUIRE(done.sets("2026-10-07") == std::nullopt);
  REQUIRE(done.does(person("luis"), done.id, Resolve{"done"}) == std::nullopt);
  CHECK_FALSE(done.due(done.id).has_value());
}

TEST_CASE("another date is told anew") {
  Dated board;
  REQUIRE(board.does(person("luis"), board.id, Take{}) == std::nullopt);
  REQUIRE(board.sets("2026-10-06") == std::nullopt);
  REQUIRE(board.passes_until(kMonday + base::hours(24), board.id).size() == 1);
  REQUIRE(board.sets("2026-10-08", "later") == std::nullopt);
  CHECK(board.passes_until(kMonday + base::hours(24 * 4), board.id).size() == 3);
}

TEST_CASE("a new ticket has a date so many days from another, and never one that is over") {
  const auto due_of = [](std::optional<std::string_view> from, std::int32_t days) {
    Dated board;
    OpenTicket command = a_ticket("core-banking", "high");
    command.due = NewDueDate{.from = from ? calendar::parse_date(*from) : std::nullopt, .days = days};
    board.id = board.opens(person("sam"), command);
    return board.due_at();
  };
  CHECK(due_of("2026-10-20", -3) == "Fri 2026-10-16 18:00");
  CHECK(due_of("2026-10-20", 0) == "Tue 2026-10-20 18:00");
  CHECK(due_of("2026-10-05", -3) == "Mon 2026-10-05 18:00");
  CHECK(due_of(std::nullopt, 2) == "Wed 2026-10-07 18:00");
}

TEST_CASE("the ticket that an overdue step is part of hears of it") {
  Dated board;
  REQUIRE(board.does(person("luis"), board.id, Take{}) == std::nullopt);
  OpenTicket command = a_ticket("core-banking", "high");
  command.kind = TicketKind::Task;
  command.links = {{.kind = LinkKind::PartOf, .other = board.id}};
  command.due = NewDueDate{.from = calendar::parse_date("2026-10-06"), .days = 0};
  const TicketId step = board.opens(person("sam"), command);
  board.passes_until(kMonday + base::hours(24 * 2), step);
  const auto* moved = std::get_if<LinkedTicketMoved>(&board.events.at(board.id).back().data);
  REQUIRE(moved != nullptr);
  CHECK(moved->move == LinkedMove::Overdue);
  CHECK(board.at(board.id).links.front().step == StepState::Open);
}

}  // namespace
}  // namespace tandem::desk
