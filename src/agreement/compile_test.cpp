#include "agreement/compile.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "diag/render.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = TANDEM_ROOT;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The YAML blocks of the language's page, in order.
std::vector<std::string> page_blocks() {
  const std::string page = text_of(kRoot / "docs" / "language" / "README.md");
  std::vector<std::string> blocks;
  constexpr std::string_view kOpen = "```yaml\n";
  for (auto at = page.find(kOpen); at != std::string::npos; at = page.find(kOpen, at + 1)) {
    const auto begin = at + kOpen.size();
    blocks.push_back(page.substr(begin, page.find("```", begin) - begin));
  }
  return blocks;
}

std::string reference_text() {
  const auto blocks = page_blocks();
  REQUIRE(blocks.size() >= 2);
  return blocks[0] + blocks[1];
}

Compiled compile_text(const std::string& text, const Options& options = {}) {
  return compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, options);
}

std::string shown(const Compiled& compiled) {
  return diag::render_text(compiled.findings, compiled.sources, diag::Colour::Off);
}

base::Instant local(const policy::Policy& policy, std::string_view text) {
  const auto time = *calendar::parse_local_time(text);
  return calendar::Zone::find(policy.spec().time_zone)->to_instant(time.date, time.time_of_day);
}

TEST_CASE("the agreement of the language's page compiles with every key of the language") {
  const Compiled compiled = compile_text(reference_text());
  CAPTURE(shown(compiled));
  CHECK(compiled.findings.count(diag::Level::Error) == 0);
  REQUIRE(compiled.policy);
  CHECK(compiled.engagement == "harbor-cu");
  const Agreement& agreement = *compiled.agreement;
  CHECK(agreement.parties.size() == 3);
  CHECK(agreement.people.size() == 8);
  CHECK(agreement.teams.size() == 3);
  CHECK(agreement.activities.size() == 8);
  CHECK(agreement.routing.size() == 2);
  CHECK(agreement.rotations.size() == 1);
  CHECK(agreement.leave.size() == 1);
  CHECK(agreement.frameworks.size() == 1);
  CHECK(agreement.freezes.size() == 1);
  CHECK(agreement.confidential.size() == 1);
  CHECK(agreement.trial.value.exit.value.size() == 2);
  CHECK(agreement.exceptions.size() == 1);
  CHECK(agreement.scope.value.hours.value.size() == 2);
  CHECK(agreement.communication.value.sync.value.who.value.size() == 2);
  CHECK(agreement.cost.value.hire.value.hundredths == 9'800'000);
  CHECK(agreement.handoffs.value.bounces.value == 2);
  CHECK(agreement.disputes.value.path.value.size() == 2);
}

TEST_CASE("a note says what a name names instead, and a suggestion what it may have meant") {
  std::string text = reference_text();
  const auto swap = [&](std::string_view from, std::string_view to) { text.replace(text.find(from), from.size(), to); };
  swap("to: harbor-it}", "to: priya}");
  swap("critical: [{after", "critcal: [{after");
  const Compiled compiled = compile_text(text);
  const auto with = [&](std::string_view message) {
    const auto found = std::ranges::find(compiled.findings.all(), message, &diag::Finding::message);
    REQUIRE(found != compiled.findings.all().end());
    return *found;
  };
  const auto team = with("there is no team `priya`");
  REQUIRE(team.notes.size() == 1);
  CHECK(team.notes[0].message == "`priya` is a person, not a team");
  CHECK_FALSE(team.repair);
  const auto priority = with("there is no priority `critcal`");
  CHECK(priority.notes.empty());
  CHECK(priority.repair->words == "did you mean `critical`?");
}

TEST_CASE("an exception for what no exception allows is noted beside it") {
  const auto compiled = compile_path((kRoot / "tests" / "golden" / "vendor-as-owner.yaml").string(), {});
  REQUIRE(compiled.has_value());
  std::size_t noted = 0;
  for (const diag::Finding& finding : compiled->findings.all()) {
    for (const diag::RelatedNote& note : finding.notes) {
      if (note.message != "no exception allows this: the desk cannot run with it") continue;
      ++noted;
      CHECK(finding.message.contains("`care.printing`"));
      CHECK(compiled->sources.text(note.at) == "no-owner");
    }
  }
  CHECK(noted == 1);
}

TEST_CASE("the examples compile without a finding") {
  for (const auto name : {"harbor-cu", "quarry-dental"}) {
    CAPTURE(name);
    const auto compiled =
        compile_path((kRoot / "examples" / name).string(), {.today = calendar::parse_date("2026-10-01")});
    REQUIRE(compiled.has_value());
    CAPTURE(shown(*compiled));
    CHECK(compiled->findings.all().empty());
    CHECK(compiled->policy);
    CHECK(compiled->engagement == name);
  }
}

TEST_CASE("lowering keeps the order and the places of the text") {
  const Compiled compiled = compile_text(reference_text(), {.version = 7});
  REQUIRE(compiled.policy);
  const policy::Spec& spec = compiled.policy->spec();
  CHECK(spec.version == 7);
  CHECK(spec.teams[1].name == "desk");
  CHECK(spec.teams[1].at.file == "agreement.yaml");
  CHECK(compiled.sources.line(source::FileId{0}, spec.teams[1].at.line).contains("desk:      {party: northbeam"));
  CHECK(compiled.sources.line(source::FileId{0}, spec.rules[1].at.line).contains("name: overflow"));
  CHECK(spec.rules[1].load->open_per_person == 12);
  CHECK(spec.activities[4].name == "endpoint-security.remediation");
  CHECK(spec.targets[0].respond->minutes == 15);
  CHECK(spec.targets[2].respond->unit == policy::TargetTime::Unit::Business);
  // Most days of `office` are open for nine and a half hours.
  CHECK(spec.targets[2].resolve->minutes == 3 * 570);
  CHECK(spec.handoffs.accept_within[0] == base::minutes(5));
  CHECK_FALSE(spec.handoffs.accept_within[1].has_value());
  CHECK(spec.handoffs.accept_within_default == base::minutes(30));
}

TEST_CASE("leave is whole days, the last one included") {
  const Compiled compiled = compile_text(reference_text());
  REQUIRE(compiled.policy);
  const policy::Policy& policy = *compiled.policy;
  const auto dana = *policy.find_person("dana");
  CHECK(policy.is_present(dana, local(policy, "2026-12-20 23:59")));
  CHECK_FALSE(policy.is_present(dana, local(policy, "2026-12-21 00:00")));
  CHECK_FALSE(policy.is_present(dana, local(policy, "2027-01-02 23:59")));
  CHECK(policy.is_present(dana, local(policy, "2027-01-03 00:00")));
}

TEST_CASE("hours follow the calendar's days, closings and holidays") {
  const Compiled compiled = compile_text(reference_text());
  REQUIRE(compiled.policy);
  const policy::Policy& policy = *compiled.policy;
  const auto it = *policy.find_team("harbor-it");
  const auto open = [&](std::string_view at) { return policy.is_open(it, local(policy, at)); };
  CHECK(open("2026-10-05 08:00"));
  CHECK_FALSE(open("2026-10-05 17:30"));
  CHECK(open("2026-10-10 11:59"));
  CHECK_FALSE(open("2026-10-11 10:00"));
  CHECK_FALSE(open("2026-10-12 10:00"));  // a federal holiday
  CHECK_FALSE(open("2026-12-24 10:00"));  // closed by name
}

TEST_CASE("overrides of a rotation are whole days as well") {
  const Compiled compiled = compile_text(reference_text());
  REQUIRE(compiled.policy);
  const policy::Policy& policy = *compiled.policy;
  const auto soc = *policy.find_team("soc");
  const auto duty = [&](std::string_view at) {
    return policy.person(policy.person_for(soc, local(policy, at), {})).name;
  };
  CHECK(duty("2026-10-05 09:00") == "mei");
  CHECK(duty("2026-10-12 09:00") == "otto");
  CHECK(duty("2026-11-28 23:00") == "otto");
}

TEST_CASE("the longest turns, the earliest start and a day that a zone left out are no mistakes") {
  std::string text = reference_text();
  const auto put = [&](std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  };
  put("turn: 1 week, starts: \"2026-10-05 09:00\"", "turn: 366 days, starts: \"0001-01-01 09:00\"");
  put("time_zone: America/New_York", "time_zone: Pacific/Apia");
  put("from: 2026-12-21, to: 2027-01-02", "from: 2011-12-30, to: 2011-12-30");
  const Compiled compiled = compile_text(text);
  CAPTURE(shown(compiled));
  REQUIRE(compiled.policy);
  CHECK(compiled.policy->person(*compiled.policy->find_person("dana")).leave.empty());
  const auto soc = *compiled.policy->find_team("soc");
  // The turn that began on 2026-03-12 is the 2022nd, which is the second one's.
  CHECK(compiled.policy
            ->duty_shifts(soc,
                          {local(*compiled.policy, "2026-10-05 00:00"), local(*compiled.policy, "2026-10-06 00:00")})[0]
            .person == *compiled.policy->find_person("otto"));
}

TEST_CASE("a calendar's own zone decides its hours") {
  std::string text = reference_text();
  const std::string from = "office: {mon-fri";
  text.replace(text.find(from), from.size(), "office: {time_zone: America/Los_Angeles, mon-fri");
  const Compiled compiled = compile_text(text);
  CAPTURE(shown(compiled));
  REQUIRE(compiled.agreement);
  const auto& calendar = compiled.agreement->calendars[0];
  CHECK(calendar.time_zone.value == "America/Los_Angeles");
}

TEST_CASE("a bundle is what was read, and compiles to the same") {
  const auto from_disk = compile_path((kRoot / "examples" / "harbor-cu").string(), {});
  REQUIRE(from_disk.has_value());
  CHECK(from_disk->bundle.root == "agreement.yaml");
  CHECK(from_disk->bundle.files.size() == 1);
  const Compiled again = compile_bundle(from_disk->bundle, {});
  REQUIRE(again.policy);
  CHECK(again.policy->spec().teams.size() == from_disk->policy->spec().teams.size());
}

TEST_CASE("a text that was in force once is compiled without trying it out again") {
  std::string text = reference_text();
  const std::string held = "owner: soc, accountable: mei";
  text.replace(text.find(held), held.size(), "owner: desk, accountable: mei");
  const Compiled tried = compile_text(text);
  CHECK(tried.findings.count(diag::Level::Error) == 1);
  CHECK_FALSE(tried.policy);
  const Compiled stored = compile_text(text, {.version = 7, .rehearsal = Rehearsal::Skip});
  CAPTURE(shown(stored));
  REQUIRE(stored.policy);
  CHECK(stored.policy->spec().version == 7);
  CHECK_FALSE(compile_text(text + "nothing: more\n", {.rehearsal = Rehearsal::Skip}).policy);
}

TEST_CASE("findings name files as they were given") {
  const fs::path golden = kRoot / "tests" / "golden" / "no-deputy.yaml";
  const auto compiled = compile_path(golden.string(), {});
  REQUIRE(compiled.has_value());
  CHECK(compiled->sources.name(source::FileId{0}) == golden.string());
  CHECK(compiled->bundle.root == "no-deputy.yaml");
}

TEST_CASE("what is not there is an error of the world") {
  const auto compiled = compile_path((kRoot / "examples" / "nowhere").string(), {});
  REQUIRE_FALSE(compiled.has_value());
  CHECK(compiled.error().code == base::ErrorCode::NotFound);
  const Compiled empty = compile_bundle({}, {});
  CHECK(empty.findings.has_errors());
  CHECK_FALSE(empty.policy);
}

}  // namespace
}  // namespace tandem::agreement
