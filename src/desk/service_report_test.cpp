#include "desk/service_report.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"
#include "desk/scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;
using base::minutes;

namespace {

// A life as its parts say, without the events that it would come from.
struct Had {
  base::Instant from;
  const char* team = "helpdesk";
  const char* person = "sam";
  State state = State::Active;
  bool offered = false;
};

TicketLife life_of(const std::vector<Had>& parts) {
  std::vector<Part> segments;
  for (const Had& had : parts) {
    const char* party = std::string_view(had.team) == "helpdesk" ? "northbeam" : "harbor";
    segments.push_back({.from = had.from, .state = had.state, .party = party, .team = had.team});
  }
  TicketLife life{.ticket = timed(segments), .holdings = {}, .handoffs = {}, .ratings = {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    life.holdings.push_back({.from = parts[i].from,
                             .belongs = {.owner = {.party = PartyName(segments[i].party),
                                                   .team = TeamName(parts[i].team),
                                                   .person = PersonName(parts[i].person)},
                                         .category = CategoryName("workstation"),
                                         .priority = PriorityName("normal")},
                             .state = parts[i].state,
                             .waiting_on = {},
                             .is_offered = parts[i].offered});
  }
  return life;
}

std::string shares(const std::vector<ChargedPart>& parts) {
  std::string text;
  for (const ChargedPart& part : parts) text += fmt::format("{} {}; ", part.to.owner.person.text(), part.percent);
  return text;
}

}  // namespace

TEST_CASE("every figure has a name of its own, and is found by it") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kFigures; ++i) {
    const auto figure = static_cast<Figure>(i);
    names.insert(to_text(figure));
    CHECK(find_figure(to_text(figure)) == figure);
    CHECK((unit_of(figure) == FigureUnit::Time) == to_text(figure).ends_with("_seconds"));
    CHECK((unit_of(figure) == FigureUnit::Percent) == to_text(figure).ends_with("_percent"));
  }
  CHECK(names.size() == kFigures);
  CHECK_FALSE(find_figure("held"));
  for (const char* grouping : {"party", "team", "person", "category", "priority"})
    CHECK(to_text(*find_grouping(grouping)) == grouping);
  CHECK_FALSE(find_grouping("site"));
}

TEST_CASE("a line says what its grouping asks for and nothing else") {
  const Belonging belonging{.owner = {PartyName("harbor"), TeamName("harbor-it"), PersonName("luis")},
                            .category = CategoryName("payroll"),
                            .priority = PriorityName("high")};
  CHECK(line_of(belonging, Grouping::Party) == ReportLine{.party = PartyName("harbor")});
  CHECK(line_of(belonging, Grouping::Team) == ReportLine{.party = PartyName("harbor"), .team = TeamName("harbor-it")});
  CHECK(line_of(belonging, Grouping::Person) == ReportLine{.party = PartyName("harbor"), .person = PersonName("luis")});
  CHECK(line_of(belonging, Grouping::Category) == ReportLine{.category = CategoryName("payroll")});
  CHECK(line_of(belonging, Grouping::Priority) == ReportLine{.priority = PriorityName("high")});
}

TEST_CASE("the median is the one in the middle, or the mean of the two") {
  Figures figures;
  CHECK(figures.median_to_accept() == std::nullopt);
  figures.accepted_after = {minutes(9)};
  CHECK(figures.median_to_accept() == minutes(9));
  figures.accepted_after = {minutes(30), minutes(2), minutes(4)};
  CHECK(figures.median_to_accept() == minutes(4));
  figures.accepted_after = {minutes(30), minutes(2), minutes(4), minutes(6)};
  CHECK(figures.median_to_accept() == minutes(5));
}

TEST_CASE("a miss is charged to those who held the ticket while its clock ran, whoever has it when it is over") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  // Ten business hours: three of Sam's on Monday, five of Luis's, two of Dana's on Tuesday.
  const TicketLife life = life_of({{.from = kMonday},
                                   {.from = kMonday + hours(3), .team = "harbor-it", .person = "luis"},
                                   {.from = kMonday + hours(12), .team = "harbor-it", .person = "dana"}});
  CHECK(shares(charge_miss(TargetKind::Resolve, life, history, kMonday + hours(24))) == "sam 30; luis 50; dana 20; ");
  // Who has it again has one part.
  const TicketLife back = life_of({{.from = kMonday},
                                   {.from = kMonday + hours(3), .team = "harbor-it", .person = "luis"},
                                   {.from = kMonday + hours(4)}});
  CHECK(shares(charge_miss(TargetKind::Resolve, back, history, kMonday + hours(24))) == "sam 90; luis 10; ");
}

TEST_CASE("parts of a miss are whole and add up to it, and what nobody's time was is the holder's") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  const TicketLife thirds = life_of({{.from = kMonday, .person = "a"},
                                     {.from = kMonday + minutes(200), .person = "b"},
                                     {.from = kMonday + minutes(400), .person = "c"}});
  // 200, 200 and 80 minutes on Monday and 120 on Tuesday.
  CHECK(shares(charge_miss(TargetKind::Resolve, thirds, history, kMonday + hours(24))) == "a 34; b 33; c 33; ");
  // Opened on Saturday, made late before the office ever opened.
  const TicketLife idle = life_of({{.from = kMonday + hours(24 * 5), .person = "a"}});
  CHECK(shares(charge_miss(TargetKind::Resolve, idle, history, kMonday + hours(24 * 5 + 1))) == "a 100; ");
}

TEST_CASE("time is counted while the ticket is open, in the hours of whoever has it") {
  const Versions versions = usual_agreement();
  const TicketLife life = life_of({{.from = kMonday},
                                   {.from = kMonday + hours(1), .offered = true},
                                   {.from = kMonday + hours(2), .team = "harbor-it", .person = "luis"},
                                   {.from = kMonday + hours(26), .team = "harbor-it", .state = State::Resolved}});
  const auto lines =
      figures_of(life, AgreementHistory(versions), {kMonday - hours(1), kMonday + hours(99)}, Grouping::Team);
  REQUIRE(lines.size() == 2);
  const Figures& harbor = lines.at({.party = PartyName("harbor"), .team = TeamName("harbor-it")});
  const Figures& helpdesk = lines.at({.party = PartyName("northbeam"), .team = TeamName("helpdesk")});
  const auto in_minutes = [](const Figures& figures, Figure figure) {
    return base::Duration(figures[figure]) / minutes(1);
  };
  CHECK(in_minutes(helpdesk, Figure::Held) == 120);
  CHECK(in_minutes(helpdesk, Figure::Working) == 60);
  CHECK(in_minutes(helpdesk, Figure::OnOffer) == 60);
  CHECK(helpdesk[Figure::Opened] == 1);
  CHECK(in_minutes(harbor, Figure::Held) == 24 * 60);
  // 12:00 to 18:00, and 08:00 to 12:00.
  CHECK(in_minutes(harbor, Figure::HeldBusiness) == 10 * 60);
  CHECK(harbor[Figure::Resolved] == 1);
  CHECK(harbor[Figure::OpenAtEnd] == 0);
}

TEST_CASE("a period in which nothing was open, and one of no length, have no lines") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  const TicketLife life = life_of({{.from = kMonday}, {.from = kMonday + hours(1), .state = State::Resolved}});
  CHECK(figures_of(life, history, {kMonday - hours(9), kMonday}, Grouping::Team).empty());
  CHECK(figures_of(life, history, {kMonday + hours(2), kMonday + hours(9)}, Grouping::Team).empty());
  CHECK(figures_of(life, history, {kMonday, kMonday}, Grouping::Team).empty());
}
