#include "draft/matrix_scope.h"

#include <doctest/doctest.h>

using namespace tandem::draft;

namespace {

// What a remark narrows to, in our words; empty: a note.
std::string scope(std::string_view words) {
  const Remark remark = read_remark(words);
  return to_text(remark.scope, remark.style.value_or(SeverityStyle::Sev));
}

// What the remarks leave out of a matrix that also has the further ones.
std::string gap(std::vector<std::string_view> remarks, std::vector<std::string_view> elsewhere = {}) {
  ScopeSpace space;
  std::vector<Scope> scopes;
  for (const std::string_view words : remarks) {
    const Remark remark = read_remark(words);
    scopes.push_back(remark.scope);
    space.add(remark);
  }
  for (const std::string_view words : elsewhere) space.add(read_remark(words));
  std::string out;
  for (const Scope& missing : left_out(scopes, space))
    out += fmt::format("{}{}", out.empty() ? "" : "; ", to_text(missing, space.style));
  return out;
}

bool clash(std::string_view one, std::string_view other) {
  return overlap(read_remark(one).scope, read_remark(other).scope);
}

}  // namespace

TEST_CASE("Severities are read as people write them") {
  CHECK(scope("Sev 1-2") == "Sev 1-2");
  CHECK(scope("Sev1–2") == "Sev 1-2");
  CHECK(scope("Sev 1 - Sev 2") == "Sev 1-2");
  CHECK(scope("Sev-1") == "Sev 1");
  CHECK(scope("SEV 3") == "Sev 3");
  CHECK(scope("P1/P2") == "P1-2");
  CHECK(scope("P1-P3") == "P1-3");
  CHECK(scope("P1, P4") == "P1, 4");
  CHECK(scope("Severity 1, 2 and 3") == "severity 1-3");
  CHECK(scope("priority 2 to 4") == "priority 2-4");
  CHECK(scope("Sev 1 & 2 only") == "Sev 1-2");
  CHECK(scope("S1/S2") == "Sev 1-2");
  CHECK(scope("critical and high") == "critical, high");
  CHECK(scope("High priority") == "high");
}

TEST_CASE("Words beside a scope are a note, and the scope counts") {
  CHECK(scope("Sev 3-4 Triage") == "Sev 3-4");
  CHECK(scope("Forensics, Sev 1-2") == "Sev 1-2");
  CHECK(scope("Sev 1-2 Alerts Only") == "Sev 1-2");
}

TEST_CASE("Hours are read as people write them") {
  CHECK(scope("business hours") == "business hours");
  CHECK(scope("Office hours only") == "business hours");
  CHECK(scope("after-hours") == "after hours");
  CHECK(scope("Out of hours") == "after hours");
  CHECK(scope("outside business hours") == "after hours");
  CHECK(scope("OOH") == "after hours");
  CHECK(scope("nights and weekends") == "after hours");
  CHECK(scope("weekends") == "weekends");
  CHECK(scope("Sev 1-2, after hours") == "Sev 1-2, after hours");
}

TEST_CASE("Sites are read where they are called so") {
  CHECK(scope("site Harbor East") == "site harbor east");
  CHECK(scope("sites A and B") == "sites a, b");
  CHECK(scope("Berlin office") == "site berlin");
  CHECK(scope("Plant 2") == "site 2");
}

TEST_CASE("Everything else in brackets is a note") {
  for (const char* words : {"Technical Input",
                            "Reviews SIEM Config & Major Alerts",
                            "Approves Major Changes",
                            "S3 buckets",
                            "L1",
                            "Level 2 support",
                            "Owns OT Policy",
                            "on-site",
                            "Sev 3+",
                            "24x7",
                            "critical systems",
                            "high-level design",
                            "Night shift lead",
                            "Hands-on, incl. OT issue intake",
                            "P 1",
                            "v1.2",
                            "phase 1",
                            "1-2",
                            "Holidays calendar",
                            "Ops Lead",
                            "all sites",
                            ""}) {
    CAPTURE(words);
    CHECK_FALSE(read_remark(words).is_scope());
  }
}

TEST_CASE("Disjoint scopes do not clash, others do") {
  CHECK_FALSE(clash("Sev 1-2", "Sev 3-4"));
  CHECK_FALSE(clash("Sev 3-4 Triage", "Forensics, Sev 1-2"));
  CHECK(clash("Sev 1-2", "Sev 2-3"));
  CHECK(clash("Sev 1-2", ""));
  CHECK(clash("Ops Reports", "Security Reports"));
  CHECK_FALSE(clash("business hours", "after hours"));
  CHECK(clash("after hours", "weekends"));
  CHECK(clash("Sev 1-2", "after hours"));
  CHECK_FALSE(clash("Sev 1, business hours", "Sev 1, after hours"));
  CHECK_FALSE(clash("site A", "site B"));
  CHECK_FALSE(clash("Sev 2 and above", "Sev 3 and below"));
  CHECK(clash("Sev 2 and above", "Sev 1"));
}

TEST_CASE("What scopes leave out is told") {
  CHECK(gap({"Sev 1-2", "Sev 3-4"}).empty());
  CHECK(gap({"Sev 1-2", "Sev 4"}) == "Sev 3");
  CHECK(gap({"Sev 1-2"}, {"Sev 3-4"}) == "Sev 3-4");
  CHECK(gap({"Sev 1-2"}) == "other severities");
  CHECK(gap({"Sev 1-4"}).empty());
  CHECK(gap({"P1"}, {"P4"}) == "P2-4");
  CHECK(gap({"Sev 2 and below"}, {"Sev 1"}) == "Sev 1");
  CHECK(gap({"Sev 1-2", "Technical input"}).empty());
  CHECK(gap({"business hours", "after hours"}).empty());
  CHECK(gap({"business hours"}) == "after hours");
  CHECK(gap({"business hours", "nights and weekends"}).empty());
  CHECK(gap({"business hours", "nights"}) == "weekends");
  CHECK(gap({"Sev 1-2, after hours", "business hours"}, {"Sev 3"}) == "Sev 3, after hours");
  CHECK(gap({"business hours", "nights and weekends"}, {"after hours"}).empty());
  CHECK(gap({"business hours", "nights and weekends"}, {"holidays"}) == "holidays");
  CHECK(gap({"site A", "site B"}).empty());
  CHECK(gap({"site A"}, {"site B"}) == "site b");
  CHECK(gap({"site A"}) == "other sites");
  CHECK(gap({}).empty());
}

TEST_CASE("Gaps agree with asking every point, on random scopes") {
  std::uint64_t state = 20261126;
  const auto random = [&state](std::uint64_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33) % below;
  };
  for (int round = 0; round < 2'000; ++round) {
    ScopeSpace space;
    for (std::size_t i = 1; i <= 4; ++i) space.severities.set(i);
    space.sites = {"a", "b", "c"};
    space.hours = HoursSet(0b1111);
    std::vector<Scope> scopes(1 + random(4));
    for (Scope& scope : scopes) {
      if (random(2) == 0) scope.severities = Severities((1 + random(15)) << 1);
      if (random(2) == 0) scope.hours = HoursSet(1 + random(15));
      if (random(3) == 0) scope.sites = {std::string(1, static_cast<char>('a' + random(3)))};
    }
    const std::vector<Scope> missing = left_out(scopes, space);
    for (std::size_t severity = 1; severity <= 4; ++severity) {
      for (std::size_t hour = 0; hour < 4; ++hour) {
        for (const char* site : {"a", "b", "c"}) {
          Scope point;
          point.severities.set(severity);
          point.hours.set(hour);
          point.sites = {site};
          const auto covers = [&](const Scope& scope) { return overlap(scope, point); };
          REQUIRE(std::ranges::any_of(scopes, covers) != std::ranges::any_of(missing, covers));
        }
      }
    }
  }
}
