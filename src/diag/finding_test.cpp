#include "diag/finding.h"

#include <doctest/doctest.h>

using namespace tandem::diag;
using tandem::source::FileId;
using tandem::source::Range;

namespace {

std::string suggestion(std::string_view word, std::vector<std::string_view> candidates) {
  return std::string(did_you_mean(word, candidates).value_or("-"));
}

std::string names(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all())
    text += fmt::format("{}@{} ", info(finding.kind).name, finding.at.begin);
  return text;
}

Range at(std::uint32_t begin) {
  return {FileId{0}, begin, begin + 1};
}

}  // namespace

TEST_CASE("every kind has its own name and is found by it") {
  std::set<std::string_view> seen;
  for (const KindInfo& kind : all_kinds()) {
    CHECK(seen.insert(kind.name).second);
    CHECK(find_kind(kind.name) == kind.kind);
    CHECK(info(kind.kind).name == kind.name);
    CHECK_FALSE(kind.summary.empty());
  }
  CHECK(find_kind("no-such-kind") == std::nullopt);
}

TEST_CASE("a slip finds its word") {
  CHECK(suggestion("membrs", {"name", "members", "manager"}) == "members");
  CHECK(suggestion("nmae", {"name", "members"}) == "name");  // two letters swapped: one slip
  CHECK(suggestion("accuontable", {"accountable", "responsible"}) == "accountable");
  CHECK(suggestion("colour", {"calendar", "teams"}) == "-");
  CHECK(suggestion("ab", {"cd"}) == "-");
  CHECK(suggestion("a", {"b"}) == "-");
  CHECK(suggestion("", {"b"}) == "-");
  CHECK(suggestion("id", {"ids"}) == "ids");
  CHECK(suggestion(std::string(65, 'a'), {"a"}) == "-");
  CHECK(suggestion(std::string(64, 'a'), {std::string_view("b")}) == "-");
  CHECK(suggestion("team", {"teams", "tea"}) == "teams");  // the first of equally near ones
}

TEST_CASE("findings carry notes and a suggestion") {
  Findings findings;
  findings.add(Kind::UnknownKey, at(7), "unknown key `membrs`")
      .note(at(1), "in this team")
      .suggest("did you mean `members`?");
  const Finding& finding = findings.all().front();
  CHECK(finding.notes.at(0).message == "in this team");
  CHECK(finding.repair->words == "did you mean `members`?");
  CHECK(finding.repair->edits.empty());
  CHECK(finding.repair->confidence == Confidence::Likely);
  CHECK(finding.level() == Level::Error);
}

TEST_CASE("a repair holds its edits as data") {
  Findings findings;
  findings.add(Kind::UnknownKey, at(7), "unknown key `membrs`")
      .suggest({.words = "did you mean `members`?", .edits = {{at(7), "members"}}, .confidence = Confidence::Sure});
  const Finding& finding = findings.all().front();
  CHECK(finding.repair->confidence == Confidence::Sure);
  CHECK(finding.repair->edits == std::vector{Edit{at(7), "members"}});
  CHECK(to_text(Confidence::Sure) == "sure");
  CHECK(to_text(Confidence::Likely) == "likely");
}

TEST_CASE("errors come first, then the order of the text; too many of a kind are counted") {
  Findings findings;
  findings.add(Kind::NoDeputy, at(1), "w1");
  findings.add(Kind::UnknownKey, at(9), "e9");
  findings.add(Kind::NoDeputy, at(0), "w0");
  findings.add(Kind::UnknownKey, at(3), "e3");
  findings.add(Kind::BadValue, at(5), "b5");
  findings.add(Kind::UnknownKey, at(4), "e4");
  CHECK(findings.has_errors());
  CHECK(findings.count(Level::Error) == 4);
  CHECK(findings.count(Level::Warning) == 2);

  findings.arrange(0);
  CHECK(names(findings) == "unknown-key@3 unknown-key@4 bad-value@5 unknown-key@9 no-deputy@0 no-deputy@1 ");
  CHECK(findings.left_out() == 0);
  findings.arrange(1);
  CHECK(names(findings) == "unknown-key@3 bad-value@5 no-deputy@0 ");
  CHECK(findings.left_out() == 3);

  findings.remove_if([](const Finding& finding) { return finding.level() == Level::Error; });
  CHECK(names(findings) == "no-deputy@0 ");
  CHECK_FALSE(findings.has_errors());
}

TEST_CASE("a finding may be lowered, and is counted and arranged so") {
  Findings findings;
  findings.add(Kind::NoResponsible, {}, "lowered").lower_to(Level::Warning);
  findings.add(Kind::NoAccountable, {}, "as its kind");
  findings.arrange(0);
  CHECK(findings.all().front().message == "as its kind");
  CHECK(findings.count(Level::Error) == 1);
  CHECK(findings.count(Level::Warning) == 1);
}
