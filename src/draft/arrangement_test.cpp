#include "draft/arrangement.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "agreement/compile.h"
#include "diag/render.h"
#include "draft/built_in.h"
#include "draft/layer_set.h"

namespace tandem::draft {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr calendar::Date kEffective = std::chrono::year(2026) / 10 / 1;

DraftRequest request_of(const std::vector<std::string>& names) {
  auto request = mix(names);
  REQUIRE(request.has_value());
  request->client = "Harbor Credit Union";
  request->provider = "Northbeam IT";
  request->effective = kEffective;
  return *std::move(request);
}

agreement::Compiled compiled(const std::string& text, calendar::Date today = kEffective) {
  return agreement::compile_bundle({.root = "agreement.yaml", .files = {{"agreement.yaml", text}}}, {.today = today});
}

// What the check says about a text, empty when it says nothing at all.
std::string findings_of(const std::string& text, calendar::Date today = kEffective) {
  const auto result = compiled(text, today);
  return diag::render_text(result.findings, result.sources, diag::Colour::Off);
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const Arrangement& one : arrangements()) names.push_back(one.name);
  return names;
}

TEST_CASE("the ready-made arrangements are the seven") {
  CHECK(all_names() == std::vector<std::string>{"day-and-night", "compliance-overlay", "project-hands",
                                                "help-desk-overflow", "security-and-tools", "project-and-escalation",
                                                "full-hybrid"});
}

TEST_CASE("every arrangement, and every mix of arrangements, checks clean") {
  const auto names = all_names();
  for (unsigned chosen = 1; chosen < (1U << names.size()); ++chosen) {
    std::vector<std::string> mixed;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if ((chosen >> i & 1U) != 0) mixed.push_back(names[i]);
    }
    const std::string text = compose(request_of(mixed));
    CAPTURE(fmt::format("{}", fmt::join(mixed, ",")));
    const std::string findings = findings_of(text);
    REQUIRE(findings == "");
  }
}

TEST_CASE("the order in which arrangements are named changes what it says about itself, not what it says") {
  auto forth = request_of({"day-and-night", "compliance-overlay"});
  auto back = request_of({"compliance-overlay", "day-and-night"});
  forth.about = back.about = "";
  CHECK(compose(forth) == compose(back));
}

TEST_CASE("naming an arrangement twice is naming it once") {
  CHECK(compose(request_of({"project-hands", "project-hands"})) == compose(request_of({"project-hands"})));
}

TEST_CASE("drafts are clean on whatever day they take effect, also around holidays and at the ends of months") {
  for (int i = 0; i < 400; i += 3) {
    auto request = request_of({i % 2 == 0 ? "full-hybrid" : "help-desk-overflow"});
    request.effective = calendar::Date(sys_days(kEffective) + days(i));
    CAPTURE(i);
    REQUIRE(findings_of(compose(request), request.effective) == "");
  }
}

TEST_CASE("drafts are clean in every country there is") {
  for (const Country& country : countries()) {
    auto request = request_of({"full-hybrid"});
    request.holidays = country.holidays;
    request.time_zone = country.time_zone;
    request.currency = country.currency;
    CAPTURE(country.code);
    CHECK(findings_of(compose(request)) == "");
  }
}

TEST_CASE("a draft without holidays, and with office hours over midnight, is clean") {
  auto request = request_of({"day-and-night"});
  request.holidays = "";
  using Windows = std::vector<std::string>;
  for (const auto& [days_open, windows] :
       {std::pair{"mon-sun", Windows{"22:00-06:00"}}, std::pair{"sun-thu", Windows{"07:00-15:00"}},
        std::pair{"tue,sat", Windows{"00:00-05:00"}}, std::pair{"mon-sun", Windows{"06:00-22:00"}},
        std::pair{"mon-fri", Windows{"08:00-12:00", "13:00-17:00"}},
        std::pair{"mon-sun", Windows{"00:00-06:00", "07:00-22:00"}}}) {
    request.office_days = days_open;
    request.office_windows = windows;
    CAPTURE(days_open);
    CAPTURE(windows.front());
    CHECK(findings_of(compose(request)) == "");
  }
}

TEST_CASE("names of businesses may be anything that people call themselves") {
  for (const std::string name : {"Smith: Sons & Daughters", "\"Quoted\" #1", "東京電力", "O'Brien, Ltd.", "Lead", "yes",
                                 "- dash", "{x}", "The Provider", "a\\b"}) {
    auto request = request_of({"full-hybrid"});
    request.client = name;
    const std::string text = compose(request);
    CAPTURE(name);
    CHECK(findings_of(text) == "");
    const auto result = compiled(text);
    REQUIRE(result.agreement.has_value());
    CHECK(result.agreement->parties.front().name.value == name);
    request.provider = name;  // both the same
    CHECK(findings_of(compose(request)) == "");
  }
}

TEST_CASE("nothing of the making is left in the text") {
  for (const std::string& name : all_names()) {
    const std::string text = compose(request_of({name}));
    CAPTURE(name);
    CHECK_FALSE(text.contains("${"));
    CHECK_FALSE(text.contains("@@"));
    CHECK_FALSE(text.contains("@section"));
    CHECK_FALSE(text.contains("\n\n\n\n"));
    CHECK_FALSE(text.contains(" \n"));
    CHECK(text.ends_with('\n'));
    CHECK(text.starts_with("# An agreement between Harbor Credit Union and Northbeam IT\n"));
  }
}

TEST_CASE("every layer is used by an arrangement, by a need or by another layer") {
  std::set<std::string> used{"one-leader"};  // chosen by the first conversation alone
  for (const Arrangement& one : arrangements()) {
    for (const Layer& layer : complete_layers(one.layers)) used.insert(layer.name);
  }
  for (const std::string& name : words_under(built_in_tree("arrangements").root, "layers")) CHECK(used.contains(name));
}

TEST_CASE("a misspelt arrangement is told, with the nearest one") {
  CHECK(mix(std::vector<std::string>{"full-hybird"}).error() ==
        "there is no arrangement `full-hybird`: did you mean `full-hybrid`?");
  CHECK(
      mix(std::vector<std::string>{"x"}).error().starts_with("there is no arrangement `x`: there are day-and-night, "));
}

}  // namespace
}  // namespace tandem::draft
