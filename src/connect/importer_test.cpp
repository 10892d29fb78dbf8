#include "connect/importer.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "desk/evolve.h"
#include "policy/example_spec.h"
#include "store/memory/memory_store.h"
#include "support/counting_ids.h"

using namespace tandem;
using connect::ImportReport;

namespace {

constexpr std::string_view kHeader =
    "number,incident_state,sys_mod_count,opened_at,sys_updated_at,category,priority,assignment_group,assigned_to\n";
const desk::EngagementName kEngagement("harbor-cu");

// A store with one engagement, and files to import into it.
class Fixture {
 public:
  Fixture()
      : policy_(policy::Policy::make(policy::example_spec())),
        path_(std::filesystem::temp_directory_path() / fmt::format("tandem-importer-test-{}.csv", getpid())) {
    const auto add = [](app::WriteTransaction& tx) {
      return tx.add_engagement(
          {.name = kEngagement,
           .display = "Harbor",
           .prefix = "HCU",
           .created_at = {},
           .agreement = {.root = "agreement.yaml", .files = {{"agreement.yaml", ""}}, .in_force_from = {}}});
    };
    REQUIRE(store_.write(add).has_value());
  }
  ~Fixture() { std::filesystem::remove(path_); }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  base::Result<ImportReport> try_import(std::string_view rows, std::string_view header = kHeader) {
    std::ofstream(path_, std::ios::binary) << header << rows;
    return connect::import_history(path_, kEngagement, store_, *policy_, ids_, {}, {.incidents_per_write = 2});
  }
  ImportReport import(std::string_view rows) { return try_import(rows).value(); }

  [[nodiscard]] app::QueuePage queue() {
    app::QueueQuery newest_first;
    newest_first.engagement = kEngagement;
    newest_first.order = app::QueueOrder::Newest;
    return store_.queue(newest_first).value();
  }
  [[nodiscard]] std::string dump() { return store_.dump_read_tables().value(); }
  [[nodiscard]] std::vector<app::StoredEvent> events() { return store_.events_after(kEngagement, 0, 1000).value(); }
  app::Store& store() { return store_; }
  const policy::Policy& policy() { return *policy_; }

 private:
  store::memory::MemoryStore store_;
  std::shared_ptr<const policy::Policy> policy_;
  test::CountingIds ids_;
  std::filesystem::path path_;
};

constexpr std::string_view kFirst = "INC1,New,0,1/3/2016 09:00,1/3/2016 09:05,Malware,1 - Critical,SOC,Mei\n";
constexpr std::string_view kSecond = "INC1,Active,1,1/3/2016 09:00,1/3/2016 09:10,Malware,1 - Critical,SOC,Mei\n";
constexpr std::string_view kThird = "INC1,Closed,2,1/3/2016 09:00,1/3/2016 10:00,Malware,1 - Critical,SOC,Mei\n";
constexpr std::string_view kOther = "INC2,New,0,1/3/2016 08:00,1/3/2016 08:05,Password reset,3 - Normal,Desk,?\n";

std::string joined(std::initializer_list<std::string_view> rows) {
  std::string text;
  for (const auto row : rows) text += row;
  return text;
}

}  // namespace

TEST_CASE("incidents become tickets, numbered by age, each with an owner") {
  Fixture fixture;
  const auto report = fixture.import(joined({kFirst, kSecond, kThird, kOther}));
  CHECK(report.rows == 4);
  CHECK(report.incidents == 2);
  CHECK(report.opened == 2);
  CHECK(report.events == fixture.events().size());
  const auto page = fixture.queue();
  REQUIRE(page.rows.size() == 2);
  CHECK(page.rows[1].number == 1);
  CHECK(page.rows[1].category.text() == "password-reset");
  CHECK(page.rows[1].owner.team.text() == "desk");
  CHECK(page.rows[0].owner.person.text() == "mei");
  CHECK(page.rows[0].state == desk::State::Closed);
  CHECK(page.rows[0].priority_rank == 0);
  CHECK(base::to_rfc3339(page.rows[0].updated_at) == "2016-03-01T15:00:00Z");
}

TEST_CASE("importing again writes nothing") {
  Fixture fixture;
  const std::string rows = joined({kFirst, kSecond, kThird, kOther});
  fixture.import(rows);
  const std::string before = fixture.dump();
  const auto report = fixture.import(rows);
  CHECK(report.events == 0);
  CHECK(report.unchanged == 2);
  CHECK(report.opened + report.continued + report.refused == 0);
  CHECK(fixture.dump() == before);
}

TEST_CASE("a file that has grown adds what is new, whole or by difference alone") {
  const std::string rows = joined({kFirst, kSecond, kThird, kOther});
  Fixture at_once;
  at_once.import(rows);
  for (const std::string& later : {rows, joined({kThird, kOther})}) {
    Fixture in_steps;
    in_steps.import(joined({kFirst, kSecond}));
    const auto report = in_steps.import(later);
    CHECK(report.continued == 1);
    CHECK(report.opened == 1);
    CHECK(in_steps.events().size() == at_once.events().size());
  }
}

TEST_CASE("a bad row leaves its incident out whole; repaired, it goes in") {
  Fixture fixture;
  const auto report = fixture.import(
      joined({kFirst, "INC1,Active,1,1/3/2016 09:00,never,Malware,1 - Critical,SOC,Mei\n", kThird, kOther}));
  CHECK(report.bad_rows == 1);
  CHECK(report.left_out == 1);
  CHECK(report.opened == 1);
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].line == 3);
  CHECK(fixture.import(joined({kFirst, kSecond, kThird, kOther})).opened == 1);
  CHECK(fixture.queue().rows.size() == 2);
}

TEST_CASE("a row that lost its number leaves no hole: repaired, the incident goes in whole") {
  Fixture whole;
  whole.import(joined({kFirst, kSecond, kThird, kOther}));
  Fixture fixture;
  const auto report = fixture.import(joined({kFirst, "\xFF" + std::string(kSecond), kThird, kOther}));
  CHECK(report.bad_rows == 1);
  CHECK(report.opened == 1);
  CHECK(fixture.import(joined({kFirst, kSecond, kThird, kOther})).opened == 1);
  CHECK(fixture.events().size() == whole.events().size());
}

TEST_CASE("what people did here since is not written over") {
  Fixture fixture;
  fixture.import(joined({kFirst, kSecond}));
  const auto id = fixture.store().find_number(kEngagement, 1).value().value();
  const auto comment = [&](app::WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(auto found, tx.ticket(kEngagement, id));
    desk::Ticket ticket = found.value();
    const desk::Event event{.at = ticket.updated_at + base::hours(1),
                            .actor = {.kind = desk::ActorKind::Person,
                                      .person = desk::PersonName("mei"),
                                      .party = desk::PartyName("northbeam"),
                                      .display = "Mei",
                                      .email = {}},
                            .data = desk::CommentAdded{.comment = 1, .team = {}, .text = "Working on it."}};
    TANDEM_TRY_DONE(desk::evolve(ticket, event));
    TANDEM_TRY_DONE(tx.append(kEngagement, ticket, 0, std::span(&event, 1)));
    return {};
  };
  REQUIRE(fixture.store().write(comment).has_value());
  const std::string before = fixture.dump();
  const auto report = fixture.import(joined({kFirst, kSecond, kThird}));
  CHECK(report.refused == 1);
  CHECK(report.events == 0);
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].message ==
        "INC1: somebody has worked on it here since it was imported: its newer rows are left out");
  CHECK(fixture.dump() == before);
  CHECK(fixture.import(joined({kFirst, kSecond})).refused == 0);  // nothing newer: nothing to leave out
}

TEST_CASE("a file that cannot be read changes nothing") {
  Fixture fixture;
  CHECK(fixture.try_import("", "number,priority\n").error().message.contains("lacks `incident_state`"));
  CHECK(fixture.events().empty());
}

TEST_CASE("a year of real incidents goes in, with the counts that are known of it") {
  const std::filesystem::path log =
      std::filesystem::path(TANDEM_ROOT) / "../shared/data/itsm/uci_incident_event_log.csv.xz";
  if (!std::filesystem::exists(log)) {
    MESSAGE("skipped: there is no ../shared/data/itsm/uci_incident_event_log.csv.xz");
    return;
  }
  const auto input = connect::open_input(log).value();
  const auto read = connect::read_servicenow_log(*input, calendar::Zone::find("Etc/UTC").value()).value();
  CHECK(read.rows == 141'712);
  CHECK(read.bad_rows == 0);
  REQUIRE(read.incidents.size() == 24'918);

  // The facts are counted on incidents opened before 2016-04-01.
  const auto april = base::parse_rfc3339("2016-04-01T00:00:00Z").value();
  std::uint64_t incidents = 0, events = 0, changes = 0, aba = 0, aba_incidents = 0;
  for (const auto& incident : read.incidents) {
    if (incident.rows.front().opened_at >= april) continue;
    ++incidents;
    events += incident.rows.size();
    std::vector<std::string_view> groups;
    for (const auto& row : incident.rows) {
      if (!row.group.empty() && (groups.empty() || groups.back() != row.group)) groups.push_back(row.group);
    }
    if (!groups.empty()) changes += groups.size() - 1;
    std::uint64_t back = 0;
    for (std::size_t i = 2; i < groups.size(); ++i) back += groups[i] == groups[i - 2] ? 1U : 0U;
    aba += back;
    aba_incidents += back > 0 ? 1U : 0U;
  }
  CHECK(incidents == 9202);
  CHECK(events == 59354);
  CHECK(changes == 8289);
  CHECK(aba == 1552);
  CHECK(aba_incidents == 902);
}
