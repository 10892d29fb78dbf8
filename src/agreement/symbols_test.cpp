#include "agreement/symbols.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "agreement/compile.h"

namespace tandem::agreement {
namespace {

struct Indexed {
  Compiled compiled;

  explicit Indexed(std::map<std::string, std::string> files)
      : compiled(compile_bundle({.root = "a.yaml", .files = std::move(files)}, {.depth = Depth::Text, .index = true})) {
    REQUIRE(compiled.index.has_value());
  }
  explicit Indexed(const std::string& text) : Indexed(std::map<std::string, std::string>{{"a.yaml", text}}) {}

  // "line:column!" for the declaration, "line:column" for each use; with the file when there are more.
  [[nodiscard]] std::string places(Space space, std::string_view name) const {
    const auto symbol = compiled.index->symbols.find(space, name);
    if (!symbol) return "unknown";
    std::vector<std::string> all;
    for (const Occurrence* seen : compiled.index->symbols.occurrences(*symbol)) {
      const auto place = compiled.sources.place(seen->at);
      all.push_back(fmt::format("{}{}:{}{}", compiled.sources.size() > 1 ? std::string(place.file) + ":" : "",
                                place.line, place.column, seen->declares ? "!" : ""));
    }
    return fmt::format("{}", fmt::join(all, " "));
  }
  [[nodiscard]] std::string letters(Space space, std::string_view name) const {
    std::string all;
    for (const Occurrence* seen : compiled.index->symbols.occurrences(*compiled.index->symbols.find(space, name))) {
      all += fmt::format("[{}]", compiled.sources.text(seen->at));
    }
    return all;
  }
};

constexpr std::string_view kText = R"(people:
  dana: {party: harbor}
  luis: {party: 'harbor'}
parties:
  harbor: {kind: client, name: Harbor, handled_by: dana}
calendars:
  office: {mon: "08:00-17:00"}
  more: {any_of: [office]}
teams:
  it: {party: harbor, lead: dana, members: ["dana", luis], hours: office, cover: [it]}
functions:
  help:
    activities:
      first: {responsible: it, accountable: [dana, it], consulted: luis}
categories:
  hardware:
    laptop: help.first
  other: "help.first"
routing:
  - {when: {category: hardware.laptop, hours: not office, away: luis}, to: it}
targets:
  high: {clock: office}
escalations:
  high: [{after: 5 min, tell: [lead, it, dana], then: default}]
  default: [{after: 5 min, tell: dana}]
handoffs: {accept_within: {high: 5 min, default: 30 min}}
confidential: {other: {read: dana}}
exceptions:
  - {allow: no-deputy, at: help.first, because: x, until: 2027-01-01}
  - {allow: never-open, at: calendars.office, because: x, until: 2027-01-01}
)";

TEST_CASE("every name is found where it is declared and where it is used") {
  const Indexed text{std::string(kText)};
  CHECK(text.places(Space::Party, "harbor") == "2:17 3:18 5:3! 10:15");
  CHECK(text.places(Space::Calendar, "office") == "7:3! 8:19 10:67 20:51 22:17 30:39");
  CHECK(text.places(Space::Activity, "help.first") == "14:7! 17:13 18:11 29:28");
  CHECK(text.places(Space::Category, "hardware.laptop") == "17:5! 20:23");
  CHECK(text.places(Space::CategoryGroup, "hardware") == "16:3!");
  CHECK(text.places(Space::Category, "other") == "18:3! 27:16");
  CHECK(text.places(Space::Function, "help") == "12:3!");
  CHECK(text.places(Space::Priority, "high") == "22:3! 24:3 26:28");
  CHECK(text.places(Space::EscalationPath, "high") == "24:3!");
  CHECK(text.places(Space::EscalationPath, "default") == "24:55 25:3!");
  CHECK(text.places(Space::Team, "it") == "10:3! 10:83 14:28 14:52 20:76 24:38");
  CHECK(text.places(Space::Person, "nobody") == "unknown");
}

TEST_CASE("the letters of a name are without its quotes") {
  const Indexed text{std::string(kText)};
  CHECK(text.letters(Space::Party, "harbor") == "[harbor][harbor][harbor][harbor]");
  CHECK(text.letters(Space::Activity, "help.first") == "[first][help.first][help.first][help.first]");
  CHECK(text.letters(Space::Person, "luis") == "[luis][luis][luis][luis]");
}

TEST_CASE("what stands at a place is found, also behind its last letter") {
  const Indexed text{std::string(kText)};
  const auto names_at = [&](std::string_view words, std::size_t into) {
    const auto offset = kText.find(words);
    REQUIRE(offset != std::string_view::npos);
    std::string all;
    const auto& symbols = text.compiled.index->symbols;
    for (const Occurrence* seen : symbols.at({}, static_cast<std::uint32_t>(offset + into))) {
      all += fmt::format("[{} {}]", noun(symbols.symbol(seen->symbol).space), symbols.symbol(seen->symbol).name);
    }
    return all;
  };
  CHECK(names_at("dana: {", 0) == "[person dana]");
  CHECK(names_at("dana: {", 4) == "[person dana]");
  CHECK(names_at("dana: {", 5).empty());
  CHECK(names_at("high: [{", 2) == "[escalation path high][priority high]");
}

TEST_CASE("names are found across the files of an agreement") {
  const Indexed text({{"a.yaml", "include: [people.yaml]\nteams: {it: {lead: dana}}\n"},
                      {"people.yaml", "people:\n  dana: {party: x}\n"}});
  CHECK(text.places(Space::Person, "dana") == "a.yaml:2:20 people.yaml:2:3!");
  REQUIRE(text.compiled.index->inclusions.size() == 1);
  CHECK(text.compiled.sources.text(text.compiled.index->inclusions.front().at) == "people.yaml");
  CHECK(text.compiled.sources.name(text.compiled.index->inclusions.front().file) == "people.yaml");
}

TEST_CASE("what may stand at a place is what the binder asked for") {
  const Indexed text{std::string(kText)};
  const Places& places = text.compiled.index->places;
  const auto offset_of = [&](std::string_view words) {
    const auto at = kText.find(words);
    REQUIRE(at != std::string_view::npos);
    return static_cast<std::uint32_t>(at);
  };
  const auto* handler = places.value_at({}, offset_of("dana}\ncal"));
  REQUIRE(handler != nullptr);
  CHECK(handler->expected.spaces == std::vector{Space::Person});
  const auto* tell = places.value_at({}, offset_of("lead, it"));
  REQUIRE(tell != nullptr);
  CHECK(tell->expected.spaces == std::vector{Space::Team, Space::Person});
  CHECK(tell->expected.words == std::vector<std::string_view>{"on-duty", "lead"});
  const auto* allow = places.value_at({}, offset_of("no-deputy"));
  REQUIRE(allow != nullptr);
  CHECK(std::ranges::find(allow->expected.words, "no-deputy") != allow->expected.words.end());
  CHECK(std::ranges::find(allow->expected.words, "syntax") == allow->expected.words.end());
  const auto* key = places.key_at({}, offset_of("members"));
  REQUIRE(key != nullptr);
  CHECK(key->construct == &vocabulary::kTeam);
  const auto* path = places.key_at({}, offset_of("default: [{"));
  REQUIRE(path != nullptr);
  CHECK(path->construct == nullptr);
  CHECK(path->expected.spaces == std::vector{Space::Priority});
  CHECK(places.key_at({}, offset_of("dana: {")) == nullptr);
}

TEST_CASE("nothing is noted when nobody asks") {
  const Compiled compiled = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", std::string(kText)}}}, {});
  CHECK_FALSE(compiled.index.has_value());
}

}  // namespace
}  // namespace tandem::agreement
