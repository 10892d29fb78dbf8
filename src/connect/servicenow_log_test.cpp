#include "connect/servicenow_log.h"

#include <doctest/doctest.h>

using namespace tandem;
using connect::LogState;
using connect::ServiceNowLog;

namespace {

constexpr std::string_view kHeader =
    "number,incident_state,sys_mod_count,opened_at,sys_updated_at,category,priority,assignment_group,assigned_to,"
    "closed_code\n";

base::Result<ServiceNowLog> read(std::string_view rows, std::string_view header = kHeader) {
  const auto input = connect::make_text_input(std::string(header) + std::string(rows));
  return connect::read_servicenow_log(*input, calendar::Zone::find("America/New_York").value());
}

// "INC1: 0 2 5" – the numbers of updates in their order.
std::string order_of(const connect::LogIncident& incident) {
  std::string text = fmt::format("{}:", incident.number);
  for (const auto& row : incident.rows) text += fmt::format(" {}", row.mod_count);
  return text;
}

}  // namespace

TEST_CASE("a row becomes typed, and ? is unknown") {
  const auto log =
      read("INC1,Awaiting Vendor,3,29/2/2016 01:16,29/2/2016 13:05,Category 55,3 - Moderate,?,Resolver 7,code 5\n")
          .value();
  REQUIRE(log.incidents.size() == 1);
  const auto& row = log.incidents[0].rows.at(0);
  CHECK(row.line == 2);
  CHECK(row.state == LogState::AwaitingVendor);
  CHECK(row.mod_count == 3);
  CHECK(base::to_rfc3339(row.opened_at) == "2016-02-29T06:16:00Z");
  CHECK(base::to_rfc3339(row.at) == "2016-02-29T18:05:00Z");
  CHECK(row.category == "Category 55");
  CHECK(row.priority == "3 - Moderate");
  CHECK(row.group.empty());
  CHECK(row.assigned_to == "Resolver 7");
  CHECK(row.caller.empty());
}

TEST_CASE("rows are gathered by incident and ordered by time, then by update count") {
  const auto log = read(
                       "INC2,New,0,2/3/2016 09:00,2/3/2016 09:00,c,p,g,a,x\n"
                       "INC1,Active,2,1/3/2016 09:00,1/3/2016 10:00,c,p,g,a,x\n"
                       "INC1,New,7,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC2,Active,1,2/3/2016 09:00,2/3/2016 09:30,c,p,g,a,x\n"
                       "INC1,Active,1,1/3/2016 09:00,1/3/2016 10:00,c,p,g,a,x\n")
                       .value();
  REQUIRE(log.incidents.size() == 2);
  CHECK(order_of(log.incidents[0]) == "INC1: 7 1 2");
  CHECK(order_of(log.incidents[1]) == "INC2: 0 1");
  CHECK(log.rows == 5);
}

TEST_CASE("missing columns are all named") {
  CHECK(read("", "number,opened_at,priority,category,assigned_to\n").error().message ==
        "line 1: the header of a ServiceNow incident log lacks `incident_state`, `sys_mod_count`, `sys_updated_at`, "
        "`assignment_group`");
  CHECK(read("", "number;opened_at\n").error().message.contains("separated by `;`"));
  CHECK(read("",
             "number,number,incident_state,sys_mod_count,opened_at,sys_updated_at,category,priority,assignment_group,"
             "assigned_to\n")
            .error()
            .message == "line 1: the column `number` is there twice");
  CHECK(read("", "").error().message.contains("empty"));
}

TEST_CASE("columns may stand in any order and more may be there") {
  const auto log = read("x,1/3/2016 09:00,Closed,4,p,INC9,c,g,a,1/3/2016 08:00\n",
                        "extra,sys_updated_at,incident_state,sys_mod_count,priority,number,category,assignment_group,"
                        "assigned_to,opened_at\n")
                       .value();
  REQUIRE(log.incidents.size() == 1);
  CHECK(log.incidents[0].number == "INC9");
  CHECK(log.incidents[0].rows[0].state == LogState::Closed);
}

TEST_CASE("bad rows are told with line and reason, and their incidents are left out whole") {
  const auto log = read(
                       "INC1,New,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC1,Active,1,1/3/2016 09:00,31/2/2016 09:00,c,p,g,a,x\n"
                       "INC2,New,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC3,Nowhere,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "?,New,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC4,New,many,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC5,New\n"
                       "INC6,New,0,?,1/3/2016 09:00,c,p,g,a,x\n"
                       "INC7,New,0,1/3/2016 09:00,1/3/2016 09:00,\xFF,p,g,a,x\n")
                       .value();
  REQUIRE(log.incidents.size() == 1);
  CHECK(log.incidents[0].number == "INC2");
  CHECK(log.rows == 9);
  CHECK(log.bad_rows == 7);
  CHECK(log.left_out == std::set<std::string, std::less<>>{"INC1", "INC3", "INC4", "INC5", "INC6", "INC7"});
  std::vector<std::string> problems;
  problems.reserve(log.problems.size());
  for (const auto& problem : log.problems) problems.push_back(fmt::format("{}: {}", problem.line, problem.message));
  CHECK(problems == std::vector<std::string>{
                        "3: `sys_updated_at` is `31/2/2016 09:00`, which is no time like `29/2/2016 01:16`",
                        "5: `incident_state` is `Nowhere`, which is no state of an incident",
                        "6: `number` is unknown: the row belongs to no incident",
                        "7: `sys_mod_count` is `many`, which is no count",
                        "8: the row has 2 fields, and the header 10",
                        "9: `opened_at` is unknown",
                        "10: field 6 is not UTF-8 (its byte 1)",
                    });
}

TEST_CASE("a row that cannot tell its incident leaves out those next to it") {
  const std::string zero = "INC0,New,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n";
  const std::string first = "INC1,New,0,1/3/2016 09:00,1/3/2016 09:00,c,p,g,a,x\n";
  const std::string third = "INC1,Closed,2,1/3/2016 09:00,1/3/2016 11:00,c,p,g,a,x\n";
  const std::string two = "INC2,New,0,2/3/2016 09:00,2/3/2016 09:00,c,p,g,a,x\n";
  const std::string rest = ",Active,1,1/3/2016 09:00,1/3/2016 10:00,c,p,g,a,x\n";
  const auto numbers = [](const ServiceNowLog& log) {
    std::vector<std::string> all;
    for (const auto& incident : log.incidents) all.emplace_back(incident.number);
    return all;
  };
  for (const std::string number : {"?", "", "\xFFINC1", "IN\"C1", "IN\"C1\"", "\"INC1"}) {
    CAPTURE(number);
    const std::string broken = number + rest;
    const auto within = read(zero + first + broken + third + two).value();
    CHECK(numbers(within) == std::vector<std::string>{"INC0", "INC2"});
    CHECK(within.left_out.contains("INC1"));
    // It may be the last of INC0 or the first of INC1.
    const auto between = read(zero + broken + broken + first + third + two).value();
    CHECK(numbers(between) == std::vector<std::string>{"INC2"});
    const auto at_the_end = read(zero + first + third + two + broken).value();
    CHECK(numbers(at_the_end) == std::vector<std::string>{"INC0", "INC1"});
  }
  // A readable number of an incident that is here is taken at its word.
  const auto later = read(first + two + "INC1,Active,1\n").value();
  CHECK(numbers(later) == std::vector<std::string>{"INC2"});
}

TEST_CASE("the first problems are kept and all are counted") {
  std::string rows;
  for (int i = 0; i < 50; ++i) rows += fmt::format("INC{},New\n", i);
  const auto log = read(rows).value();
  CHECK(log.bad_rows == 50);
  CHECK(log.problems.size() == ServiceNowLog::kProblemsKept);
}

TEST_CASE("log times are dates that exist") {
  CHECK(connect::parse_log_time("29/2/2016 01:16").has_value());
  CHECK(connect::parse_log_time("05/03/2016 00:00").has_value());
  for (const auto* text : {"", "?", "30/2/2016 01:16", "29/2/2015 01:16", "29/13/2016 01:16", "29/2/2016",
                           "29/2/2016 24:00", "29/2/2016 01:60", "29/2/2016 1:6", "29/2/16 01:16", "29-2-2016 01:16",
                           "29/2/2016 01:16 ", "129/2/2016 01:16", "1/1/1969 00:00"}) {
    CAPTURE(text);
    CHECK(!connect::parse_log_time(text).has_value());
  }
}
