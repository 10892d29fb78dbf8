#include "agreement/repair.h"

#include <doctest/doctest.h>

#include <set>

#include "diag/edits.h"

namespace tandem::agreement {
namespace {

namespace fs = std::filesystem;

using Found = std::multiset<std::pair<diag::Kind, std::string>>;

Found found_in(const Compiled& compiled) {
  Found found;
  for (const diag::Finding& finding : compiled.findings.all()) found.emplace(finding.kind, finding.message);
  return found;
}

std::string shown(const Found& found) {
  std::string text;
  for (const auto& [kind, message] : found) text += fmt::format("{}: {}\n", diag::info(kind).name, message);
  return text;
}

Bundle of(std::string text) {
  return {.root = "a.yaml", .files = {{"a.yaml", std::move(text)}}};
}

std::vector<fs::path> goldens() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(TANDEM_ROOT) / "tests" / "golden")) {
    const bool is_folder = entry.is_directory() && fs::exists(entry.path() / "agreement.yaml");
    if (is_folder || entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

// The texts with one repair made.
Bundle with(const Compiled& compiled, const diag::Repair& repair) {
  Bundle bundle = compiled.bundle;
  std::map<source::FileId, std::vector<diag::Edit>> by_file;
  for (const diag::Edit& edit : repair.edits) by_file[edit.at.file].push_back(edit);
  for (const auto& [file, edits] : by_file) {
    bundle.files[std::string(compiled.sources.name(file))] = diag::with_edits(compiled.sources.text(file), edits);
  }
  return bundle;
}

// What the repair of one finding must bring about: the finding goes, and nothing comes.
void check_promise(const Compiled& compiled, const diag::Finding& finding, const Options& options) {
  CAPTURE(finding.message);
  CAPTURE(finding.repair->words);
  Found before = found_in(compiled);
  const Compiled after = compile_bundle(with(compiled, *finding.repair), options);
  const auto here = before.find({finding.kind, finding.message});
  REQUIRE(here != before.end());
  before.erase(here);
  for (const auto& left : found_in(after)) {
    // Advice may lead on to the next question; what is done unasked may not.
    const bool is_sure = finding.repair->confidence == diag::Confidence::Sure;
    if (!is_sure && diag::info(left.first).level != diag::Level::Error) continue;
    const auto was_there = before.find(left);
    if (was_there != before.end()) {
      before.erase(was_there);
    } else {
      FAIL_CHECK(fmt::format("came with the repair: {}: {}", diag::info(left.first).name, left.second));
    }
  }
}

TEST_CASE("a repair of a golden removes its finding and brings no other") {
  std::size_t sure = 0;
  std::size_t likely = 0;
  for (const fs::path& path : goldens()) {
    CAPTURE(path.filename().string());
    const auto loaded = compile_path(path.string(), {});
    REQUIRE(loaded.has_value());
    // The goldens that have errors hide what the compiled policy shows; it must not count as brought.
    const Options options{.rehearsal = loaded->findings.has_errors() ? Rehearsal::Skip : Rehearsal::Run};
    const Compiled compiled = compile_bundle(loaded->bundle, options);
    for (const diag::Finding& finding : compiled.findings.all()) {
      if (!finding.repair || finding.repair->edits.empty()) continue;
      ++(finding.repair->confidence == diag::Confidence::Sure ? sure : likely);
      check_promise(compiled, finding, options);
    }
  }
  CHECK(sure >= 15);
  CHECK(likely >= 15);
}

TEST_CASE("every edit lies in its file, and those of one repair do not collide") {
  for (const fs::path& path : goldens()) {
    CAPTURE(path.filename().string());
    const auto compiled = compile_path(path.string(), {});
    REQUIRE(compiled.has_value());
    for (const diag::Finding& finding : compiled->findings.all()) {
      if (!finding.repair) continue;
      CHECK_FALSE(finding.repair->words.empty());
      const auto& edits = finding.repair->edits;
      for (std::size_t i = 0; i < edits.size(); ++i) {
        REQUIRE(static_cast<std::size_t>(edits[i].at.file) < compiled->sources.size());
        CHECK(edits[i].at.begin <= edits[i].at.end);
        CHECK(edits[i].at.end <= compiled->sources.text(edits[i].at.file).size());
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(diag::collide(edits[i], edits[j]));
      }
    }
  }
}

TEST_CASE("after the sure repairs of a golden none is left, and what is left was there before") {
  for (const fs::path& path : goldens()) {
    CAPTURE(path.filename().string());
    const auto before = compile_path(path.string(), {});
    REQUIRE(before.has_value());
    const Repaired repaired = repair(before->bundle, {}, diag::Confidence::Sure);
    CHECK(repaired.taken_back.empty());
    for (const diag::Finding& finding : repaired.compiled.findings.all()) {
      const bool is_sure = finding.repair && finding.repair->confidence == diag::Confidence::Sure;
      CHECK_FALSE((is_sure && !finding.repair->edits.empty()));
    }
    CHECK(found_in(compile_bundle(repaired.bundle, {})) == found_in(repaired.compiled));
    CHECK(repaired.done.empty() == (repaired.bundle.files == before->bundle.files));
  }
}

constexpr std::string_view kAgreement = R"(tandem: 1
engagement: acme
name: Acme
time_zone: America/New_York
effective: 2026-10-01
review: {every: 3 months, by: [ann, pia]}
disputes: {decide_within: 1 business day, path: [[ann, pia]]}
parties: {acme: {kind: client, name: Acme}, helpco: {kind: provider, name: Helpco}}
calendars: {always: {mon-sun: "00:00-24:00"}}
people:
  ann: {party: acme, name: Ann}
  bob: {party: acme, name: Bob}
  pia: {party: helpco, name: Pia}
  pat: {party: helpco, name: Pat}
teams:
  it:   {party: acme, lead: ann, members: [ann, bob], hours: always, cover: [desk]}
  desk: {party: helpco, lead: pia, members: [pia, pat], hours: always}
functions:
  care:
    activities:
      routine:
        responsible: desk
        accountable: pia
        deputy: pat
      business: {responsible: it, accountable: ann, deputy: bob}
categories: {application: care.business, other: care.routine}
targets: {normal: {respond: 1 hour, clock: always}}
)";

std::string changed(std::string_view from, std::string_view to) {
  std::string text(kAgreement);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string repaired_text(const std::string& text, diag::Confidence least = diag::Confidence::Sure) {
  return repair(of(text), {}, least).bundle.files.at("a.yaml");
}

TEST_CASE("the agreement of these tests has nothing to repair") {
  const Compiled compiled = compile_bundle(of(std::string(kAgreement)), {});
  INFO(shown(found_in(compiled)));
  CHECK(compiled.findings.all().empty());
}

TEST_CASE("slips are repaired where they stand") {
  CHECK(repaired_text(changed("members: [pia", "membrs: [pia")) == kAgreement);
  CHECK(repaired_text(changed("categories:", "catgories:")) == kAgreement);
  CHECK(repaired_text(changed("responsible: it", "responsible: ti")) == std::string(kAgreement));
  CHECK(repaired_text(changed("kind: client", "kind: 'cleint'")) == kAgreement);
  CHECK(repaired_text(changed("accountable: ann,", "accountable: [ann],")) == kAgreement);
}

TEST_CASE("several slips are repaired together, and what they hid is told") {
  const std::string text = changed("deputy: pat\n", "deputty: patt\n");
  const Repaired repaired = repair(of(text), {}, diag::Confidence::Sure);
  CHECK(repaired.bundle.files.at("a.yaml") == kAgreement);
  REQUIRE(repaired.done.size() == 2);
  CHECK(repaired.done[0].before == "deputty");
  CHECK(repaired.done[0].after == "deputy");
  CHECK(repaired.done[0].line == 24);
  CHECK(repaired.done[1].after == "pat");
}

TEST_CASE("a likely repair is made only when it is asked for") {
  const std::string text = changed("        deputy: pat\n", "");
  CHECK(repaired_text(text) == text);
  CHECK(repaired_text(text, diag::Confidence::Likely) == kAgreement);
  const std::string in_braces = changed(", deputy: bob", "");
  CHECK(repaired_text(in_braces, diag::Confidence::Likely) == kAgreement);
}

TEST_CASE("a key that is left empty gets its value where it stands") {
  CHECK(repaired_text(changed("deputy: pat", "deputy:"), diag::Confidence::Likely) == kAgreement);
}

TEST_CASE("what is missing at the top is written behind the rest") {
  const std::string text = changed("review: {every: 3 months, by: [ann, pia]}\n", "");
  const std::string repaired = repaired_text(text, diag::Confidence::Likely);
  CHECK(repaired.contains("\nreview: {every: 3 months, by: [ann, pia]}"));
  CHECK(compile_bundle(of(repaired), {}).findings.all().empty());
}

TEST_CASE("a repair that would bring an error is taken back") {
  // The slip is nearest to a day that has its hours already.
  const std::string text = changed("{mon-sun:", "{mon: \"08:00-09:00\", mon-frii: \"09:00-10:00\", sun:");
  const Repaired repaired = repair(of(text), {}, diag::Confidence::Sure);
  CHECK(repaired.bundle.files.at("a.yaml") == text);
  CHECK(repaired.done.empty());
  REQUIRE(repaired.taken_back.size() == 1);
  CHECK(repaired.taken_back[0].message == "unknown key `mon-frii` in a calendar");
}

TEST_CASE("a name that a list has already is not what a slip beside it means") {
  CHECK(repaired_text(changed("members: [ann, bob]", "members: [ann, anm]")).contains("[ann, anm]"));
}

TEST_CASE("a repair that uncovers hours is taken back, also when there were other errors that are proved") {
  // The advice for a team that can never act is a lower minimum, with which it is closed at night.
  std::string text = changed("hours: always, cover: [desk]}", "hours: day, minimum: 3}");
  text.replace(text.find("calendars: {"), 12, "calendars: {day: {mon-fri: \"08:00-17:00\"}, ");
  const Compiled before = compile_bundle(of(text), {});
  REQUIRE(before.findings.has_errors());
  const Repaired repaired = repair(of(text), {}, diag::Confidence::Likely);
  for (const diag::Finding& finding : repaired.compiled.findings.all())
    CHECK(finding.kind != diag::Kind::UncoveredHours);
}

TEST_CASE("one repair that is taken back does not keep the others from being made") {
  std::string text = changed("{mon-sun:", "{mon: \"08:00-09:00\", mon-frii: \"09:00-10:00\", sun:");
  text.replace(text.find("deputy: pat"), 11, "deputy: ptt");
  const Repaired repaired = repair(of(text), {}, diag::Confidence::Sure);
  CHECK(repaired.done.size() == 1);
  CHECK(repaired.taken_back.size() == 1);
  CHECK(repaired.bundle.files.at("a.yaml").contains("deputy: pat"));
}

}  // namespace
}  // namespace tandem::agreement
