#include "app/service_reports.h"

#include <fstream>
#include <sstream>

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;
using desk::Figure;

namespace {

calendar::Date day(std::string_view text) {
  return *calendar::parse_date(text);
}

class ReportWorld : public TestWorld {
 public:
  void at(const char* instant) { clock.set(*base::parse_rfc3339(instant)); }
  TicketView opens(std::string category, std::string priority = {}) {
    desk::OpenTicket command;
    command.subject = "Locked out";
    command.category = desk::CategoryName(std::move(category));
    command.priority = desk::PriorityName(std::move(priority));
    auto opened = tickets.open(requester("nora"), name, std::move(command), {});
    REQUIRE(opened);
    return *opened;
  }
  void does(const std::string& who, const TicketView& ticket, const desk::Command& wanted) {
    const Caller caller = who == "nora" ? requester(who) : member(who);
    const auto done = command(caller, ticket, wanted);
    REQUIRE_MESSAGE(done.has_value(), (done ? std::string() : done.error().message));
  }
  // The story that docs/reports.md tells, in New York's time: four hours behind.
  void tells_the_example() {
    at("2026-10-05T14:00:00Z");
    const TicketView first = opens("password", "critical");
    at("2026-10-05T14:10:00Z");
    does("sam", first, desk::Take{});
    at("2026-10-05T14:30:00Z");
    does("sam", first, desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "the account is theirs"});
    at("2026-10-05T14:34:00Z");
    does("luis", first, desk::AcceptHandoff{1});
    at("2026-10-05T15:00:00Z");
    does("luis", first, desk::Wait{desk::WaitingOn::Vendor});
    at("2026-10-05T16:30:00Z");
    does("luis", first, desk::Resume{});
    at("2026-10-05T20:00:00Z");
    does("luis", first, desk::Resolve{"unlocked"});
    const TicketView second = opens("banking");
    at("2026-10-05T20:30:00Z");
    does("luis", second, desk::Take{});
    at("2026-10-06T13:00:00Z");
    does("nora", first, desk::RateService{desk::Verdict::Good, "thanks"});
    at("2026-10-20T12:00:00Z");
  }
  ReportView report(const Caller& caller, desk::Grouping grouping = desk::Grouping::Team,
                    const char* from = "2026-10-05", const char* to = "2026-10-07") {
    auto view = reports.of(caller, name, {.from = day(from), .to = day(to), .grouping = grouping});
    REQUIRE(view);
    return *std::move(view);
  }

  ServiceReports reports{store, engagements, clock};
};

std::string minutes_of(std::int64_t microseconds) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(base::Duration(microseconds)).count();
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

// The lines that are not all zero, as the document's table has them.
std::string table(const ReportView& view) {
  std::vector<const desk::Figures*> columns;
  std::string text = "| figure |";
  for (const auto& [line, figures] : view.report.lines()) {
    text += fmt::format(" {} |", line.team.text());
    columns.push_back(&figures);
  }
  const desk::Figures total = view.report.total();
  columns.push_back(&total);
  text += " total |\n|---|";
  for (std::size_t i = 0; i < columns.size(); ++i) text += "---|";
  text += "\n";
  for (std::size_t i = 0; i < desk::kFigures; ++i) {
    const auto figure = static_cast<Figure>(i);
    if (total[figure] == 0) continue;
    text += fmt::format("| `{}` |", desk::to_text(figure));
    for (const desk::Figures* each : columns) {
      const std::int64_t amount = (*each)[figure];
      text += desk::unit_of(figure) == desk::FigureUnit::Time ? fmt::format(" {} |", minutes_of(amount))
                                                              : fmt::format(" {} |", amount);
    }
    text += "\n";
  }
  return text;
}

std::string document() {
  const std::ifstream file(std::string(TANDEM_ROOT) + "/docs/reports.md");
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void keep_inquiries_from_most(TestWorld& world) {
  world.adopt_with("confidential: {inquiry: {read: [dana, otto]}}\n");
}

}  // namespace

TEST_CASE("the example of the document, to the minute") {
  ReportWorld world;
  world.tells_the_example();
  const ReportView view = world.report(world.member("dana"));
  const std::string made = table(view);
  CAPTURE(made);
  CHECK(document().contains(made));
  CHECK(view.report.total().median_to_accept() == base::minutes(4));
  CHECK_FALSE(view.leaves_out_confidential);
}

TEST_CASE("days are those of the engagement's time zone, and a day that is not over is counted until now") {
  ReportWorld world;
  world.at("2026-10-06T03:59:00Z");  // still Monday there
  world.opens("password");
  world.at("2026-10-06T04:00:00Z");
  world.opens("password");
  world.at("2026-10-06T05:00:00Z");
  const auto sam = world.member("sam");
  CHECK(world.report(sam, desk::Grouping::Team, "2026-10-05", "2026-10-06").report.total()[Figure::Opened] == 1);
  const ReportView both = world.report(sam, desk::Grouping::Team, "2026-10-05", "2026-10-07");
  CHECK(both.report.total()[Figure::Opened] == 2);
  CHECK(both.period.to == world.clock.now());
  CHECK(base::Duration(both.report.total()[Figure::Held]) == base::minutes(61 + 60));
  // Days to come are empty, and what is open then is not known.
  const ReportView later = world.report(sam, desk::Grouping::Team, "2026-10-08", "2026-10-09");
  CHECK(later.report.lines().empty());
  CHECK(later.period.from == later.period.to);
}

TEST_CASE("behind every number stand the tickets that add up to it") {
  ReportWorld world;
  world.tells_the_example();
  world.opens("password");
  world.at("2026-10-21T12:00:00Z");
  const auto dana = world.member("dana");
  for (const auto grouping : {desk::Grouping::Party, desk::Grouping::Team, desk::Grouping::Person,
                              desk::Grouping::Category, desk::Grouping::Priority}) {
    const ReportQuestion question{.from = day("2026-10-05"), .to = day("2026-11-01"), .grouping = grouping};
    const auto view = world.reports.of(dana, world.name, question);
    for (std::size_t i = 0; i < desk::kFigures; ++i) {
      const auto figure = static_cast<Figure>(i);
      CAPTURE(desk::to_text(figure));
      const auto behind = [&](std::optional<desk::ReportLine> line) {
        const auto found =
            world.reports.behind(dana, world.name, question, {.line = std::move(line), .figure = figure});
        REQUIRE(found);
        std::int64_t sum = 0;
        for (const TicketBehind& ticket : found->tickets) {
          CHECK(ticket.amount > 0);
          sum += ticket.amount;
        }
        CHECK(sum == found->total);
        CHECK(found->count == found->tickets.size());
        return sum;
      };
      for (const auto& [line, figures] : view->report.lines()) CHECK(behind(line) == figures[figure]);
      CHECK(behind(std::nullopt) == view->report.total()[figure]);
    }
  }
  const auto held = world.reports.behind(dana, world.name, {.from = day("2026-10-05"), .to = day("2026-10-07")},
                                         {.line = {}, .figure = Figure::Held});
  REQUIRE(held->tickets.size() == 2);
  CHECK(held->tickets[0].number == 2);  // the longest first
  CHECK(held->tickets[1].subject == "Locked out");
}

TEST_CASE("what is confidential to the reader is in no number, and the answer says so whether there is any or not") {
  ReportWorld world;
  keep_inquiries_from_most(world);
  const auto otto = world.member("otto");
  const auto of = [&](const Caller& who) { return world.report(who, desk::Grouping::Category); };
  world.at("2026-10-05T16:00:00Z");
  for (const auto& who : {world.member("sam"), world.auditor()}) {
    CHECK(of(who).leaves_out_confidential);
    CHECK(of(who).report.lines().empty());
  }
  world.opens("inquiry");
  world.at("2026-10-05T18:00:00Z");
  for (const auto& who : {world.member("sam"), world.auditor()}) {
    CHECK(of(who).leaves_out_confidential);
    CHECK(of(who).report.lines().empty());
    const auto behind = world.reports.behind(who, world.name, {.from = day("2026-10-05"), .to = day("2026-10-06")},
                                             {.line = {}, .figure = Figure::Opened});
    CHECK(behind->count == 0);
    CHECK(behind->tickets.empty());
  }
  CHECK_FALSE(of(otto).leaves_out_confidential);
  CHECK(of(otto).report.total()[Figure::Opened] == 1);
  CHECK(of(otto).report.lines().begin()->first.category.text() == "inquiry");
  // Who has the database in their hands reads all of it.
  const auto at_command_line =
      world.reports.of(CommandLine{}, world.name, {.from = day("2026-10-05"), .to = day("2026-10-06")});
  REQUIRE(at_command_line);
  CHECK_FALSE(at_command_line->leaves_out_confidential);
  CHECK(at_command_line->report.total()[Figure::Opened] == 1);
}

TEST_CASE("a line of a category that is confidential and nothing else is there for those who may read it") {
  ReportWorld world;
  keep_inquiries_from_most(world);
  const auto line = [&](const Caller& who, std::string_view category) {
    const ReportQuestion question{
        .from = day("2026-10-05"), .to = day("2026-10-06"), .grouping = desk::Grouping::Category};
    const desk::ReportLine asked{
        .party = {}, .team = {}, .person = {}, .category = desk::CategoryName(category), .priority = {}};
    const auto behind = world.reports.behind(who, world.name, question, {.line = asked, .figure = Figure::Opened});
    return behind ? std::string("none") : behind.error().fields.front().message;
  };
  CHECK(line(world.member("otto"), "inquiry") == "none");
  CHECK(line(world.member("otto"), "moon") ==
        "there is no category `moon`: there are `password`, `banking`, `other`, `inquiry`");
  for (const auto& who : {world.member("sam"), world.auditor()}) {
    CHECK(line(who, "inquiry") == "there is no category `inquiry`: there are `password`, `banking`, `other`");
    CHECK(line(who, "password") == "none");
  }
}

TEST_CASE("who asked for confidential work themselves reads it as a requester, and that counts nothing") {
  ReportWorld world;
  keep_inquiries_from_most(world);
  desk::OpenTicket command;
  command.subject = "Something is missing";
  command.category = desk::CategoryName("inquiry");
  const auto sam = world.member("sam");
  const auto opened = world.tickets.open(sam, world.name, std::move(command), {});
  REQUIRE(opened);
  REQUIRE(world.tickets.get(sam, world.name, opened->ticket.id.text()));
  world.at("2026-10-05T18:00:00Z");
  CHECK(world.report(sam).report.lines().empty());
  CHECK(world.report(world.member("dana")).report.total()[Figure::Opened] == 1);
}

TEST_CASE("the report is for both teams and the auditor, and about some days") {
  ReportWorld world;
  const ReportQuestion question{.from = day("2026-10-05"), .to = day("2026-10-06")};
  CHECK(world.reports.of(world.auditor(), world.name, question));
  CHECK(world.reports.of(world.requester("nora"), world.name, question).error().kind == FailureKind::Forbidden);
  CHECK(world.reports.of(world.stranger(), world.name, question).error().kind == FailureKind::NotFound);
  const FigureAsked asked{.line = {}, .figure = Figure::Opened};
  CHECK(world.reports.behind(world.requester("nora"), world.name, question, asked).error().kind ==
        FailureKind::Forbidden);
  CHECK(world.reports.behind(world.stranger(), world.name, question, asked).error().kind == FailureKind::NotFound);
  for (const auto& [from, to] :
       {std::pair("2026-10-05", "2026-10-05"), {"2026-10-05", "2026-10-04"}, {"2026-10-05", "2027-10-07"}}) {
    const auto refused = world.reports.of(world.auditor(), world.name, {.from = day(from), .to = day(to)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == FailureKind::Invalid);
    CHECK(refused.error().fields.front().pointer == "/to");
  }
  CHECK(world.reports.of(world.auditor(), world.name, {.from = day("2026-10-05"), .to = day("2027-10-06")}));
}
