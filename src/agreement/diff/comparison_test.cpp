// The wording of differences: one change of a small agreement each, and every line that is told of it.
#include "agreement/diff/comparison.h"

#include <doctest/doctest.h>

#include "diag/render.h"

namespace tandem::agreement::diff {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kText = R"(tandem: 1
engagement: acme
name: Acme and Keel
time_zone: America/New_York
effective: 2026-10-01
review: {every: 3 months, by: [ann]}
parties:
  acme: {kind: client, name: Acme}
  keel: {kind: provider, name: Keel Services}
calendars:
  office: {mon-fri: "08:00-17:00"}
  always: {mon-sun: "00:00-24:00"}
people:
  ann: {party: acme, name: Ann Ames, email: ann@acme.example}
  bob: {party: acme, name: Bob Burke}
  kim: {party: keel, name: Kim Kern}
  lea: {party: keel, name: Lea Lund}
teams:
  it:   {party: acme, lead: ann, members: [ann, bob], hours: office, cover: [desk]}
  desk: {party: keel, lead: kim, members: [kim, lea], hours: always}
sites: [main, east]
functions:
  work:
    activities:
      routine: {responsible: desk, accountable: kim, deputy: lea}
      special: {responsible: it, accountable: ann, deputy: bob}
categories:
  password: work.routine
  printer: work.routine
  bank: work.special
  other: work.routine
routing:
  - {name: busy, when: {category: bank, load: {team: it, open_per_person: 10}}, to: desk}
targets:
  high:   {respond: 1 hour, clock: always}
  normal: {respond: 4 business hours, clock: office}
escalations:
  default: [{after: 30 min, tell: [ann, kim]}]
disputes: {decide_within: 2 days, path: [ann]}
)";

Compiled compiled(const std::string& text) {
  auto out = compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, {});
  CAPTURE(diag::render_text(out.findings, out.sources, diag::Colour::Off));
  REQUIRE(out.policy);
  return out;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct Told {
  Lines effects, texts, stakes;
};

Told told(const std::string& before, const std::string& after) {
  const Compiled was = compiled(before);
  const Compiled is = compiled(after);
  const Comparison comparison(was, is, horizon_of(is, std::nullopt));
  Told out;
  for (const Effect& effect : comparison.effects()) {
    out.effects.push_back(fmt::format("{}: {}: {} → {}; {}", to_text(effect.kind), effect.what, effect.before,
                                      effect.after, hours_words(effect, comparison.horizon())));
  }
  for (const TextChange& change : comparison.texts()) out.texts.push_back(change.words);
  for (const Stake& stake : comparison.stakes()) {
    for (const std::string& words : stake.gains) out.stakes.push_back(stake.party + " gains " + words);
    for (const std::string& words : stake.loses) out.stakes.push_back(stake.party + " loses " + words);
  }
  CHECK(comparison.empty() == (out.effects.empty() && out.texts.empty()));
  return out;
}

Told change(std::string_view from, std::string_view to) {
  const std::string text(kText);
  return told(text, with(text, from, to));
}

}  // namespace

TEST_CASE("texts that differ in comments, order and spelling agree") {
  const std::string text(kText);
  CHECK(told(text, text + "# nothing\n").texts == Lines{});
  const Told swapped = told(text, with(with(text, "  password: work.routine\n", ""), "  bank: work.special\n",
                                       "  bank: work.special\n  password: work.routine\n"));
  CHECK(swapped.effects == Lines{});
  CHECK(swapped.texts == Lines{});
  CHECK(change("{respond: 1 hour, clock", "{respond: 1 hours, clock").texts == Lines{});
}

TEST_CASE("a rule for one category at one site outside of hours") {
  const Told told = change(
      "routing:\n", "routing:\n  - {name: east, when: {category: password, site: east, hours: not office}, to: it}\n");
  // Outside of its hours the team is closed and the desk covers: nothing changes for anybody.
  CHECK(told.effects == Lines{});
  CHECK(told.texts == Lines{"routing rule `east` is new: category password, site east, hours not office, to it"});

  const Told day = change(
      "routing:\n", "routing:\n  - {name: east, when: {category: password, site: east, hours: office}, to: it}\n");
  CHECK(day.effects == Lines{"owner: password at east while `office` is open: desk → it; 45 hours a week"});
  CHECK(day.stakes == Lines{"acme gains password at east while `office` is open; 45 hours a week",
                            "keel loses password at east while `office` is open; 45 hours a week"});
}

TEST_CASE("an activity that goes to another team takes its categories along in one line") {
  const Told told = change("routine: {responsible: desk, accountable: kim, deputy: lea}",
                           "routine: {responsible: it, accountable: ann, deputy: lea}");
  CHECK(told.effects == Lines{"accountable: password, printer and other: Kim Kern → Ann Ames; 168 hours a week",
                              "owner: password, printer and other while `office` is open: desk → it; 45 hours a week"});
  CHECK(told.texts == Lines{"activity work.routine: responsible desk → it; accountable kim → ann"});
}

TEST_CASE("all work but some is told by what it is not") {
  const Told told =
      change("  - {name: busy, when: {category: bank, load: {team: it, open_per_person: 10}}, to: desk}",
             "  - {name: busy, when: {category: bank, load: {team: it, open_per_person: 10}}, to: desk}\n"
             "  - {name: days, when: {category: [password, printer, other], hours: office, priority: high, "
             "source: [email, api, alert, duty]}, to: it}");
  CHECK(told.effects ==
        Lines{"owner: high password, printer and other not by portal while `office` is open: desk → it; "
              "45 hours a week"});
}

TEST_CASE("a threshold of load tells the range between old and new") {
  const Told told = change("open_per_person: 10", "open_per_person: 4");
  CHECK(told.effects == Lines{"owner: bank while it has 4 to 9 open items per person and `office` is open: it → desk; "
                              "45 hours a week"});
  CHECK(told.texts ==
        Lines{"routing rule `busy`: load 10 or more open per person in it → 4 or more open per person in it"});
}

TEST_CASE("hours that change are told by the old and the new calendar") {
  const Told told =
      change("office: {mon-fri: \"08:00-17:00\"}", "office: {mon-fri: \"08:00-17:00\", sat: \"09:00-12:00\"}");
  CHECK(told.effects ==
        Lines{"owner: bank while it has fewer than 10 open items per person and the new `office` is open "
              "and the old `office` is closed: desk → it; 3 hours a week"});
  CHECK(told.texts == Lines{"calendar office: hours mon-fri 08:00-17:00 → mon-fri 08:00-17:00, sat 09:00-12:00"});
}

TEST_CASE("a team without cover leaves a gap") {
  const Told told = change(", hours: office, cover: [desk]}", ", hours: always, minimum: 2}");
  CHECK(told.texts == Lines{"team it: hours office → always; minimum 1 → 2; cover desk → none"});
  CHECK(told.effects ==
        Lines{"owner: bank while it has fewer than 10 open items per person and `office` is closed: desk → it; "
              "123 hours a week"});
}

TEST_CASE("leave changes who answers and who acts while it lasts") {
  const Told told = change("disputes:", "leave: [{who: ann, from: 2026-12-21, to: 2026-12-27}]\ndisputes:");
  CHECK(told.effects == Lines{"accountable: bank while Ann Ames is away: Ann Ames → Bob Burke; 3.2 hours a week"});
  CHECK(told.texts == Lines{"leave of ann is new: 2026-12-21 to 2026-12-27"});
}

TEST_CASE("what has another name and the same content was renamed") {
  std::string text(kText);
  text = with(text, "  kim: {party", "  kk: {party");
  for (const std::string_view from : {"lead: kim", "accountable: kim", "[ann, kim]", "members: [kim"})
    text = with(text, from, std::string(from.substr(0, from.find("kim"))) + "kk" + (from.ends_with("]") ? "]" : ""));
  text = with(text, "  desk: {party", "  service-desk: {party");
  for (const std::string_view from : {"cover: [desk]", "responsible: desk", "to: desk"})
    text = with(text, from,
                std::string(from.substr(0, from.find("desk"))) + "service-desk" + (from.ends_with("]") ? "]" : ""));
  text = with(text, "  bank: work.special", "  banking: work.special");
  text = with(text, "category: bank", "category: banking");
  const Told renamed = told(std::string(kText), text);
  CHECK(renamed.effects == Lines{});
  CHECK(renamed.texts == Lines{"person kim is now called kk", "team desk is now called service-desk",
                               "category bank is now called banking"});
}

TEST_CASE("a category that comes or goes is told, and whose it is") {
  const Told told = change("  other: work.routine", "  wifi: work.special\n  other: work.routine");
  CHECK(told.effects == Lines{});
  CHECK(told.texts == Lines{"category wifi is new: activity work.special"});
  CHECK(told.stakes == Lines{"acme gains the new category wifi"});
}

TEST_CASE("promises, escalation, hand-offs and money are told as the text has them") {
  CHECK(change("normal: {respond: 4 business hours", "normal: {respond: 2 business hours, resolve: 2 business days")
            .texts ==
        Lines{"priority normal: respond 4 business hours → 2 business hours; resolve none → 2 business days"});
  CHECK(change("[{after: 30 min, tell: [ann, kim]}]", "[{after: 30 min, tell: lead}, {after: 1 hour, tell: ann}]")
            .texts == Lines{"escalation of default: after 30 min ann, kim → after 30 min lead, after 1 hour ann"});
  CHECK(change("disputes:", "handoffs: {accept_within: 15 min}\ndisputes:").texts ==
        Lines{"rules of hand-offs: accept within 30 min → 15 min"});
  CHECK(change("disputes:", "handoffs: {accept_within: 30 min}\ndisputes:").texts == Lines{});
  CHECK(change("disputes:", "cost: {agreement: 5200 USD per month}\ndisputes:").texts ==
        Lines{"the cost is new: agreement 5200 USD per month"});
  CHECK(change("path: [ann]", "path: [ann, [ann, kim]]").texts ==
        Lines{"path of disputes: path ann → ann, then ann, kim"});
  CHECK(change("accountable: kim, deputy: lea}",
               "accountable: kim, deputy: lea, may: [restart], limits: {spend: 250 USD}}")
            .texts == Lines{"activity work.routine: may none → restart; spend limit none → 250 USD"});
}

TEST_CASE("the order of rules is told when it differs") {
  const std::string two =
      with(std::string(kText), "routing:\n", "routing:\n  - {name: east, when: {site: east}, to: it}\n");
  const std::string other = with(with(two, "  - {name: east, when: {site: east}, to: it}\n", ""), "targets:\n",
                                 "  - {name: east, when: {site: east}, to: it}\ntargets:\n");
  const Told told = diff::told(two, other);
  CHECK(told.texts == Lines{"routing rules are asked in another order: `busy` and `east`"});
  CHECK(told.effects ==
        Lines{"owner: bank at east while it has 10 or more open items per person and `office` is open: it → desk; "
              "45 hours a week"});
}

TEST_CASE("past work is put to both texts and found in the lines") {
  const Compiled was = compiled(std::string(kText));
  const Compiled is =
      compiled(with(with(std::string(kText), "routing:\n",
                         "routing:\n  - {name: east, when: {category: password, site: east, hours: office}, to: it}\n"),
                    "{respond: 1 hour", "{respond: 2 hours"));
  const Comparison comparison(was, is, horizon_of(is, std::nullopt));
  const auto at = [&](std::string_view text) {
    const auto local = calendar::parse_local_time(text);
    return is.policy->zone().to_instant(local->date, local->time_of_day);
  };
  const std::vector<PastWork> items{
      {.opened = at("2019-03-04 10:00"), .category = "password", .site = "east"},                       // another owner
      {.opened = at("2019-03-04 20:00"), .category = "password", .site = "east"},                       // closed
      {.opened = at("2019-03-04 10:00"), .category = "password", .site = "nowhere"},                    // another site
      {.opened = at("2019-03-04 10:00"), .category = "password", .priority = "high", .site = "east"}};  // and due later
  const PastWorkMoved moved = comparison.history(items);
  CHECK(moved.items == 4);
  CHECK(moved.owner == 2);
  CHECK(moved.accountable == 0);
  CHECK(moved.respond == 1);
  CHECK(moved.resolve == 0);
  CHECK(moved.any == 2);
  CHECK(moved.by_effect == std::vector<std::uint64_t>{2});
  CHECK(moved.elsewhere == 0);
}

TEST_CASE("the horizon begins with the new text, or today when that has held for longer than a year") {
  const Compiled is = compiled(std::string(kText));
  const auto date = [](std::string_view text) { return *calendar::parse_date(text); };
  const auto first = [&](std::optional<calendar::Date> today) {
    const base::Interval horizon = horizon_of(is, today);
    return base::to_rfc3339(horizon.from) + " " + base::to_rfc3339(horizon.to);
  };
  CHECK(first(std::nullopt) == "2026-10-01T04:00:00Z 2027-10-01T04:00:00Z");
  CHECK(first(date("2026-12-01")) == "2026-10-01T04:00:00Z 2027-10-01T04:00:00Z");
  CHECK(first(date("2028-02-29")) == "2028-02-29T05:00:00Z 2029-02-28T05:00:00Z");
}

}  // namespace tandem::agreement::diff
