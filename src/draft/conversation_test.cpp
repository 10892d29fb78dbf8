#include "draft/conversation.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "agreement/compile.h"
#include "diag/render.h"

namespace tandem::draft {
namespace {

constexpr calendar::Date kToday = std::chrono::year(2026) / 9 / 14;

std::string findings_of(const std::string& text) {
  const auto result =
      agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, {.today = kToday});
  return diag::render_text(result.findings, result.sources, diag::Colour::Off);
}

Answers named_people() {
  Answers answers;
  answers.set("client", {"Harbor Credit Union"});
  answers.set("provider", {"Northbeam IT"});
  answers.set("it_people", {"Dana Whitfield (IT manager)", "Luis Ortega"});
  answers.set("leaders", {"Erin Cole (Chief operating officer)", "Paul Ames"});
  answers.set("provider_manager", {"Priya Raman"});
  answers.set("desk_people", {"Sam Okafor", "Hana Kim"});
  answers.set("security_people", {"Mei Tanaka", "Tariq Aziz"});
  answers.set("engineer_people", {"Lena Brandt", "Rafael Lima"});
  answers.set("tools_people", {"Jonas Weber", "Aisha Bello"});
  answers.set("project_people", {"Ines Duarte", "Kofi Mensah"});
  answers.set("advisor_people", {"Ruth Castellano", "Tom Byrne"});
  return answers;
}

const std::array<std::array<std::string, 3>, 9> kChoices = {{{"first_line", "us", "provider"},
                                                             {"overflow", "no", "yes"},
                                                             {"nights", "us", "provider"},
                                                             {"security", "us", "provider"},
                                                             {"tools", "us", "provider"},
                                                             {"hard_cases", "us", "provider"},
                                                             {"projects", "us", "provider"},
                                                             {"direction", "us", "provider"},
                                                             {"compliance", "no", "yes"}}};

TEST_CASE("whoever does what, the draft checks clean as soon as something is the provider's") {
  for (unsigned chosen = 0; chosen < (1U << kChoices.size()); ++chosen) {
    Answers answers = named_people();
    for (std::size_t i = 0; i < kChoices.size(); ++i)
      answers.set(kChoices[i][0], {kChoices[i][1 + (chosen >> i & 1U)]});
    const Conversation said = conversation(answers, kToday);
    const std::string findings = findings_of(compose(said.request));
    CAPTURE(chosen);
    if (chosen == 0) {
      CHECK(findings.contains("provider-scope-thin"));
      CHECK(said.open.size() == 1);
    } else {
      REQUIRE(findings == "");
      REQUIRE(said.open.empty());
    }
  }
}

TEST_CASE("a conversation in which nothing was said has a draft all the same, and says what is open") {
  const Conversation said = conversation({}, kToday);
  CHECK(findings_of(compose(said.request)) == "");
  CHECK(compose(said.request).contains("name: To be named"));
  CHECK(said.open.size() == 6);  // the provider's name, and by default five groups of people
}

TEST_CASE("names become short names that nobody else has") {
  Answers answers = named_people();
  answers.set("it_people", {"Dana Whitfield", "Dana Smith", "Desk Jockey", "山田"});
  const std::string text = compose(conversation(answers, kToday).request);
  CHECK(text.contains("members: [dana, dana-smith, desk-jockey, person-2]"));
  CHECK(findings_of(text) == "");
}

TEST_CASE("one leader breaks deadlocks and has the last word alone") {
  Answers answers = named_people();
  answers.set("leaders", {"Erin Cole"});
  const std::string text = compose(conversation(answers, kToday).request);
  CHECK(findings_of(text) == "");
  CHECK(text.contains("budget:           {size: big, by: erin, within: 10 business days}"));
}

TEST_CASE("one IT person alone is said to be alone") {
  Answers answers = named_people();
  answers.set("it_people", {"Dana Whitfield"});
  const Conversation said = conversation(answers, kToday);
  CHECK(said.open == std::vector<std::string>{
                         "only Dana Whitfield is named for your own IT people: nobody is there while they are away"});
}

TEST_CASE("what success is ends the trial") {
  Answers answers = named_people();
  answers.set("effective", {"2026-10-31"});
  answers.set("trial_months", {"4"});
  answers.set("on_time", {"95 %"});
  answers.set("strategic_share", {"40 %"});
  answers.set("worth_it", {"Dana takes a vacation: two weeks, no calls"});
  const std::string text = compose(conversation(answers, kToday).request);
  CHECK(findings_of(text) == "");
  CHECK(text.contains("  until: 2027-02-28"));
  CHECK(text.contains("- {measure: respond-on-time, at_least: 95 %}"));
  CHECK(text.contains("- {measure: strategic-share, at_least: 40 %}"));
  CHECK(text.contains("# What would make it worth it: Dana takes a vacation: two weeks, no calls\n"));
}

TEST_CASE("what the provider must not do alone stands in the text") {
  Answers answers = named_people();
  answers.set("ask_first", {"read-mail"});
  answers.set("night_action", {"no"});
  answers.set("spend", {"250 EUR"});
  answers.set("excluded", {"cabling: all of it", "printers"});
  const Conversation said = conversation(answers, kToday);
  const std::string text = compose(said.request);
  CHECK(findings_of(text) == "");
  CHECK(text.contains("read-mail: {size: big, by: dana, within: 1 business day}"));
  CHECK_FALSE(text.contains("firewall-change"));
  CHECK(text.contains("may: []"));
  CHECK(text.contains("excluded: [\"cabling: all of it\", printers]"));
  CHECK(said.open.size() == 1);
}

TEST_CASE("what people write is text, whatever it looks like") {
  Answers answers = named_people();
  answers.set("client", {"${it.lead} @@ people"});
  answers.set("provider", {"@@ people"});
  answers.set("worth_it", {"${nothing}"});
  const std::string text = compose(conversation(answers, kToday).request);
  CHECK(findings_of(text) == "");
  CHECK(text.contains("name: \"${it.lead} @@ people\""));
}

}  // namespace
}  // namespace tandem::draft
