#include "connect/servicenow_story.h"

#include <doctest/doctest.h>

#include "desk/evolve.h"
#include "policy/example_spec.h"

using namespace tandem;
using connect::LogIncident;
using connect::Story;
using connect::UnknownWords;
using Lines = std::vector<std::string>;

namespace {

const policy::Policy& agreement() {
  static const auto policy = policy::Policy::make(policy::example_spec());
  return *policy;
}

constexpr std::string_view kHeader =
    "number,incident_state,sys_mod_count,opened_at,sys_updated_at,category,priority,assignment_group,assigned_to,"
    "subcategory,u_symptom,caller_id,"
    "location,contact_type,sys_updated_by\n";

// One row of the incident INC7, opened at noon in New York: what is left empty is unknown.
struct Row {
  std::string_view time;  // "2/3/2016 12:05"
  std::string_view state;
  std::string_view group = "";
  std::string_view person = "";
  std::string_view category = "Core banking";
  std::string_view priority = "2 - High";
};

connect::ServiceNowLog log_of(std::span<const Row> rows, std::string_view opened = "2/3/2016 12:00") {
  std::string text(kHeader);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    text += fmt::format("INC7,{},{},{},{},{},{},{},{},Login,Symptom 3,Caller 9,Main Street,Email,Updated by 4\n",
                        row.state, i, opened, row.time, row.category, row.priority, row.group, row.person);
  }
  const auto input = connect::make_text_input(std::move(text));
  return connect::read_servicenow_log(*input, calendar::Zone::find("America/New_York").value()).value();
}

const desk::TicketId kId(base::IdBits{.high = 1, .low = 1});

Story told(std::initializer_list<Row> rows) {
  UnknownWords unknown;
  const auto log = log_of(rows);
  auto story = connect::open_story(log.incidents.at(0), kId, agreement(), unknown).value();
  connect::give_number(story, 1);
  // What is told can be folded again from the beginning.
  CHECK(desk::replay(kId, story.events).value() == story.ticket);
  return story;
}

// "12:05 owner-assigned desk/sam": New York time, and who has it where that is the news.
Lines lines(std::span<const desk::Event> events) {
  Lines out;
  const auto zone = calendar::Zone::find("America/New_York").value();
  for (const auto& event : events) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(zone.to_local(event.at).time_of_day).count();
    std::string line = fmt::format("{:02}:{:02} {}", minutes / 60, minutes % 60, desk::name_of(event.data));
    if (const auto* assigned = std::get_if<desk::OwnerAssigned>(&event.data)) {
      line += fmt::format(" {} {}/{}", desk::to_text(assigned->cause), assigned->ownership.owner.team.text(),
                          assigned->ownership.owner.person.text());
    }
    if (const auto* wait = std::get_if<desk::WaitStarted>(&event.data))
      line += fmt::format(" {}", desk::to_text(wait->on));
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

TEST_CASE("an incident opens as the agreement says, with the log's words and times") {
  const Story story = told({{"2/3/2016 12:05", "New"}});
  CHECK(lines(story.events) == Lines{"12:00 ticket-opened", "12:00 owner-assigned opened harbor-it/dana"});
  const auto& facts = story.ticket.facts;
  CHECK(facts.subject == "Core banking / Login: Symptom 3");
  CHECK(facts.category.text() == "core-banking");
  CHECK(facts.priority.text() == "high");
  CHECK(facts.site.text() == "main-street");
  CHECK(facts.requester.name == "Caller 9");
  CHECK(facts.source == desk::Source::Email);
  CHECK(facts.external == desk::ExternalKey{"servicenow", "INC7"});
  CHECK(story.ticket.ownership.accountable.text() == "dana");
  CHECK(story.events[0].actor.kind == desk::ActorKind::Import);
  CHECK(story.events[0].actor.display == "Updated by 4 (ServiceNow)");
}

TEST_CASE("states become the desk's, once each") {
  const Story story = told({{"2/3/2016 12:05", "New"},
                            {"2/3/2016 12:06", "Active"},
                            {"2/3/2016 12:07", "Active"},
                            {"2/3/2016 12:08", "Awaiting User Info"},
                            {"2/3/2016 12:09", "Awaiting Vendor"},
                            {"2/3/2016 12:10", "Awaiting Problem"},
                            {"2/3/2016 12:11", "Awaiting Evidence"},
                            {"2/3/2016 12:12", "-100"},
                            {"2/3/2016 12:13", "New"},
                            {"2/3/2016 12:14", "Active"},
                            {"2/3/2016 12:15", "Resolved"},
                            {"2/3/2016 12:16", "Active"},
                            {"2/3/2016 12:17", "Resolved"},
                            {"2/3/2016 12:18", "Closed"},
                            {"2/3/2016 12:19", "Resolved"},
                            {"2/3/2016 12:20", "Closed"}});
  CHECK(lines(std::span(story.events).subspan(2)) ==
        Lines{"12:06 work-started", "12:08 wait-started requester", "12:09 wait-started vendor",
              "12:10 wait-started problem", "12:11 wait-started evidence", "12:14 work-started",
              "12:15 ticket-resolved", "12:16 ticket-reopened", "12:16 work-started", "12:17 ticket-resolved",
              "12:18 ticket-closed"});
  CHECK(story.ticket.state == desk::State::Closed);
  CHECK(story.ticket.reopened == 1);
}

TEST_CASE("the owner is the log's, and the reasons say what the agreement alone would have named") {
  const Story story = told({{"2/3/2016 12:05", "New", "Desk", "Sam"}, {"2/3/2016 12:06", "Active", "SOC"}});
  CHECK(lines(story.events) == Lines{"12:00 ticket-opened", "12:00 owner-assigned opened harbor-it/dana",
                                     "12:05 owner-assigned recorded desk/sam", "12:06 owner-assigned recorded soc/",
                                     "12:06 work-started"});
  const auto& ownership = story.ticket.ownership;
  CHECK(ownership.owner.party.text() == "northbeam");
  CHECK(ownership.accountable.text() == "dana");  // the activity's, whoever works on it
  REQUIRE(!ownership.reasons.empty());
  CHECK(ownership.reasons.back().kind == "recorded");
  CHECK(ownership.reasons.back().text ==
        "the log has `soc` as the owner (line 3); the agreement alone would have named `harbor-it`");
}

TEST_CASE("the first time the log names the group the agreement chose is said, and no more") {
  const Story story =
      told({{"2/3/2016 12:05", "New", "Harbor IT"}, {"2/3/2016 12:06", "New", "Harbor IT"}, {"2/3/2016 12:07", "New"}});
  CHECK(lines(std::span(story.events).subspan(2)) == Lines{"12:05 owner-assigned recorded harbor-it/dana"});
  CHECK(story.ticket.ownership.reasons.back().text ==
        "the log has `harbor-it` as the owner (line 2), as the agreement says");
}

TEST_CASE("a person counts where the agreement has them in the team") {
  const Story story = told({{"2/3/2016 12:05", "New", "Desk", "Mei"},
                            {"2/3/2016 12:06", "New", "Desk", "Otto"},
                            {"2/3/2016 12:07", "New", "Desk"}});
  CHECK(lines(std::span(story.events).subspan(2)) ==
        Lines{"12:05 owner-assigned recorded desk/", "12:06 owner-assigned recorded desk/otto"});
}

TEST_CASE("a person without a group is at work, and the agreement still names the owner") {
  const Story story = told({{"2/3/2016 12:05", "New", "", "Luis"}, {"2/3/2016 12:06", "New", "", "", "Malware"}});
  CHECK(lines(std::span(story.events).subspan(2)) == Lines{"12:05 owner-assigned recorded harbor-it/luis",
                                                           "12:06 category-changed",
                                                           "12:06 owner-assigned category-changed soc/mei"});
  const auto& reasons = std::get<desk::OwnerAssigned>(story.events[2].data).ownership.reasons;
  CHECK(reasons.back().kind == "taken");
  CHECK(reasons.back().text == "the log has Luis at work on it (line 2)");
}

TEST_CASE("a changed category asks the agreement again until the log has named an owner") {
  const Story before = told({{"2/3/2016 12:05", "New"}, {"2/3/2016 12:06", "New", "", "", "Malware"}});
  CHECK(lines(std::span(before.events).subspan(2)) ==
        Lines{"12:06 category-changed", "12:06 owner-assigned category-changed soc/mei"});
  CHECK(before.ticket.ownership.accountable.text() == "mei");

  const Story after =
      told({{"2/3/2016 12:05", "New", "Desk"}, {"2/3/2016 12:06", "New", "", "", "Malware", "1 - Critical"}});
  CHECK(lines(std::span(after.events).subspan(3)) ==
        Lines{"12:06 priority-changed", "12:06 category-changed", "12:06 owner-assigned category-changed desk/"});
  CHECK(after.ticket.ownership.accountable.text() == "mei");
  CHECK(after.ticket.facts.priority.text() == "critical");
}

TEST_CASE("words the agreement does not know are counted and do no harm") {
  UnknownWords unknown;
  const auto log = log_of(std::array<Row, 2>{{{"2/3/2016 12:05", "New", "Group 99", "Nobody", "Coffee", "9 - Never"},
                                              {"2/3/2016 12:06", "New", "Group 99", "", "Coffee", "9 - Never"}}});
  const auto story = connect::open_story(log.incidents.at(0), kId, agreement(), unknown).value();
  CHECK(story.ticket.facts.category.text() == "other");
  CHECK(story.ticket.facts.priority.text() == "normal");
  CHECK(story.ticket.ownership.owner.team.text() == "desk");
  CHECK(story.events.size() == 2);
  CHECK(unknown.at("assignment group `Group 99`") == 2);
  CHECK(unknown.contains("category `Coffee`"));
  CHECK(unknown.contains("priority `9 - Never`"));
}

TEST_CASE("an incident that was written to before it was opened begins with the earlier time") {
  UnknownWords unknown;
  const auto log = log_of(std::array<Row, 2>{{{"2/3/2016 11:30", "New"}, {"2/3/2016 12:30", "Closed"}}});
  const auto story = connect::open_story(log.incidents.at(0), kId, agreement(), unknown).value();
  CHECK(lines(story.events) ==
        Lines{"11:30 ticket-opened", "11:30 owner-assigned opened harbor-it/dana", "12:30 ticket-closed"});
}

TEST_CASE("continuing tells what is new and nothing twice") {
  const std::array<Row, 5> rows{{{"2/3/2016 12:05", "New", "Desk"},
                                 {"2/3/2016 12:06", "Active", "Desk"},
                                 {"2/3/2016 12:06", "Active", "SOC"},
                                 {"2/3/2016 12:06", "Active", "Desk"},
                                 {"2/3/2016 12:09", "Resolved", "Desk"}}};
  UnknownWords unknown;
  const auto whole = log_of(rows);
  const auto once = connect::open_story(whole.incidents.at(0), kId, agreement(), unknown).value();
  for (std::size_t n = 1; n <= rows.size(); ++n) {
    CAPTURE(n);
    const auto part = log_of(std::span(rows).first(n));
    const auto first = connect::open_story(part.incidents.at(0), kId, agreement(), unknown).value();
    const auto again =
        connect::continue_story(part.incidents.at(0), first.ticket, first.events.back().at, agreement(), unknown)
            .value();
    CHECK(again.events.empty());
    const auto rest =
        connect::continue_story(whole.incidents.at(0), first.ticket, first.events.back().at, agreement(), unknown)
            .value();
    CHECK(rest.ticket.state == once.ticket.state);
    CHECK(rest.ticket.ownership.owner == once.ticket.ownership.owner);
  }
}

TEST_CASE("log words become an agreement's words") {
  CHECK(connect::agreement_word("Category 26") == "category-26");
  CHECK(connect::agreement_word("3 - Moderate") == "moderate");
  CHECK(connect::agreement_word("  Opened by  8 ") == "opened-by-8");
  CHECK(connect::agreement_word("é?") == "");
}
