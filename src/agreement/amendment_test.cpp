#include "agreement/amendment.h"

#include <doctest/doctest.h>

#include "policy/policy.h"

namespace tandem::agreement {
namespace {

constexpr std::string_view kHead = R"(tandem: 1
engagement: harbor-cu
name: Harbor Credit Union and Northbeam IT
time_zone: America/New_York
effective: 2026-01-01
parties: {harbor: {kind: client, name: Harbor}, northbeam: {kind: provider, name: Northbeam}}
calendars: {always: {mon-sun: "00:00-24:00"}}
people: {dana: {party: harbor, name: Dana}, sam: {party: northbeam, name: Sam}}
teams:
  harbor-it: {party: harbor, lead: dana, members: [dana], hours: always}
  desk:      {party: northbeam, lead: sam, members: [sam], hours: always}
functions:
  help-desk:
    kind: operational
    activities:
      routine:  {responsible: desk,      accountable: sam}   # by and large
      banking:  {responsible: harbor-it, accountable: dana}
categories: {password: help-desk.routine, core-banking: help-desk.banking, other: help-desk.routine}
targets: {normal: {respond: 4 hours, resolve: 3 days, clock: always}}
)";

Compiled compiled(const std::string& text) {
  auto result = compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}},
                               {.today = std::nullopt, .rehearsal = Rehearsal::Skip});
  REQUIRE(result.policy);
  return result;
}

std::string owner_of(const std::string& text, std::string_view category) {
  const Compiled result = compiled(text);
  const policy::Policy& policy = *result.policy;
  policy::Facts facts;
  facts.category = *policy.find_category(category);
  facts.priority = policy.default_priority();
  const auto answer = policy.evaluate(facts, *base::parse_rfc3339("2026-10-05T14:00:00Z"));
  return policy.team(answer.team).name;
}

TEST_CASE("a category that has its activity alone gets it by one word, and the rest of the text stays as it is") {
  const std::string before(kHead);
  const auto amended = give_category(compiled(before), "core-banking", "desk", "ruling on HCU-12");
  REQUIRE(amended);
  std::string expected = before;
  expected.replace(expected.find("harbor-it, accountable: dana"), 9, "desk");
  CHECK(amended->bundle.files.at("agreement.yaml") == expected);
  CHECK(amended->words == "`help-desk.banking` is the responsibility of `desk`");
  CHECK(owner_of(amended->bundle.files.at("agreement.yaml"), "core-banking") == "desk");
}

TEST_CASE("a category that shares its activity gets a rule before the others, in the form of the list") {
  const std::string rule = "{name: ruling on HCU-12, when: {category: password}, to: harbor-it}";
  struct Form {
    std::string before, after;
  };
  const std::string old = "{name: banks, when: {category: core-banking}, to: harbor-it}";
  for (const Form& form :
       {Form{"", "routing: [" + rule + "]\n"},
        Form{"routing:\n  - " + old + "   # as ever\n", "routing:\n  - " + rule + "\n  - " + old + "   # as ever\n"},
        Form{"routing:\n- name: banks\n  when: {category: core-banking}\n  to: harbor-it\n",
             "routing:\n- " + rule + "\n- name: banks\n  when: {category: core-banking}\n  to: harbor-it\n"},
        Form{"routing: [" + old + "]\n", "routing: [" + rule + ", " + old + "]\n"}}) {
    CAPTURE(form.before);
    const auto amended =
        give_category(compiled(std::string(kHead) + form.before), "password", "harbor-it", "ruling on HCU-12");
    REQUIRE(amended);
    const std::string& text = amended->bundle.files.at("agreement.yaml");
    CHECK(text == std::string(kHead) + form.after);
    CHECK(owner_of(text, "password") == "harbor-it");
    CHECK(owner_of(text, "other") == "desk");
  }
}

TEST_CASE("what is so already, or is not of the agreement, is not amended") {
  const Compiled before = compiled(std::string(kHead));
  CHECK_FALSE(give_category(before, "core-banking", "harbor-it", "x"));
  CHECK_FALSE(give_category(before, "no-such", "harbor-it", "x"));
  CHECK_FALSE(give_category(before, "password", "no-such", "x"));
}

}  // namespace
}  // namespace tandem::agreement
