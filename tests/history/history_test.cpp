// The public ServiceNow log through the whole street: agreement compiled, incidents imported, every ticket looked at.
#include <doctest/doctest.h>

#include "agreement/compile.h"
#include "app/engagements.h"
#include "connect/importer.h"
#include "store/memory/memory_store.h"

using namespace tandem;

namespace {

const std::filesystem::path kRoot = TANDEM_ROOT;
const std::filesystem::path kLog = kRoot / "../shared/data/itsm/uci_incident_event_log.csv.xz";

agreement::Compiled compile_example() {
  return agreement::compile_path((kRoot / "examples/servicenow").string(), {}).value();
}

// The teams that owned a ticket one after the other, as the log recorded them.
std::vector<std::string> recorded_teams(std::span<const app::StoredEvent> history) {
  std::vector<std::string> teams;
  for (const auto& stored : history) {
    const auto* assigned = std::get_if<desk::OwnerAssigned>(&stored.event.data);
    if (assigned == nullptr) continue;
    const auto& reasons = assigned->ownership.reasons;
    if (std::ranges::find(reasons, "recorded", &desk::Reason::kind) == reasons.end()) continue;
    const auto& team = assigned->ownership.owner.team.text();
    if (teams.empty() || teams.back() != team) teams.push_back(team);
  }
  return teams;
}

}  // namespace

TEST_CASE("the agreement of the ServiceNow year compiles without an error or a warning") {
  const auto compiled = compile_example();
  for (const auto& finding : compiled.findings.all()) FAIL_CHECK(finding.message);
  REQUIRE(compiled.policy != nullptr);
  CHECK(compiled.policy->spec().teams.size() == 78);
}

TEST_CASE("every incident of the year has owner, accountable name and reasons, and its recorded hand-offs") {
  if (!std::filesystem::exists(kLog)) {
    MESSAGE("skipped: there is no ../shared/data/itsm/uci_incident_event_log.csv.xz");
    return;
  }
  const auto compiled = compile_example();
  store::memory::MemoryStore store;
  const auto clock = base::make_system_clock();
  app::Engagements engagements(store, *clock);
  const auto engagement =
      engagements.adopt(compiled.bundle, base::parse_rfc3339("2016-02-29T00:00:00Z").value()).value().engagement;
  const auto ids = base::make_random_ids();
  const auto& name = engagement->record.name;
  const auto report = connect::import_history(kLog, name, store, *engagement->policy, *ids).value();
  CHECK(report.rows == 141'712);
  CHECK(report.bad_rows == 0);
  CHECK(report.opened == 24'918);
  CHECK(report.refused == 0);
  CHECK(report.unknown_words.empty());

  // Counted on what is stored. The facts count incidents opened before 2016-04-01.
  const auto april = base::parse_rfc3339("2016-04-01T00:00:00Z").value();
  std::uint64_t incidents = 0, changes = 0, aba = 0, unowned = 0, unexplained = 0, open = 0;
  for (std::uint64_t number = 1; number <= report.opened; ++number) {
    const auto id = store.find_number(name, number).value();
    REQUIRE(id.has_value());
    const auto ticket = store.ticket(name, *id).value().value();
    const auto& ownership = ticket.ownership;
    unowned += ownership.owner.team.empty() || ownership.owner.party.empty() || ownership.accountable.empty() ? 1U : 0U;
    unexplained += ownership.reasons.empty() ? 1U : 0U;
    open += desk::is_open(ticket.state) ? 1U : 0U;
    if (ticket.opened_at >= april) continue;
    ++incidents;
    const auto teams = recorded_teams(store.history(name, *id).value());
    if (!teams.empty()) changes += teams.size() - 1;
    for (std::size_t i = 2; i < teams.size(); ++i) aba += teams[i] == teams[i - 2] ? 1U : 0U;
  }
  CHECK(unowned == 0);
  CHECK(unexplained == 0);
  CHECK(open == 0);
  CHECK(incidents == 9202);
  CHECK(changes == 8289);
  CHECK(aba == 1552);

  const auto again = connect::import_history(kLog, name, store, *engagement->policy, *ids).value();
  CHECK(again.events == 0);
  CHECK(again.unchanged == 24'918);
}
