// Forms of the catalogue: what one may be, and what answers it takes.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "desk/board.h"

namespace tandem::desk {
namespace {

FormField field(std::string_view name, FieldKind kind, bool required = false) {
  FormField one;
  one.name = name;
  one.label = fmt::format("The {}", name);
  one.kind = kind;
  one.required = required;
  if (kind == FieldKind::Choice) one.choices = {"laptop", "tablet"};
  return one;
}

RequestForm starter() {
  RequestForm form;
  form.id = FormId(base::IdBits{.high = 4, .low = 1});
  form.title = "New starter";
  form.category = CategoryName("workstation");
  form.subject = "New starter: {name}";
  form.fields = {field("name", FieldKind::Text, true), field("about", FieldKind::LongText),
                 field("device", FieldKind::Choice),   field("vpn", FieldKind::YesNo),
                 field("screens", FieldKind::Number),  field("start", FieldKind::Date, true),
                 field("manager", FieldKind::Person)};
  form.steps = {
      {.title = "Mailbox for {name}", .category = CategoryName("workstation"), .counts_from = "start", .days = -3}};
  return form;
}

Answer said(std::string_view name, std::string_view value, std::string_view email = {}) {
  return {.field = std::string(name), .value = std::string(value), .email = std::string(email)};
}

std::vector<std::string> pointers(const std::vector<FormFault>& faults) {
  std::vector<std::string> all;
  for (const FormFault& fault : faults) all.push_back(fault.pointer);
  return all;
}

// The faults of a form that was changed.
template <class Change>
std::vector<std::string> faults_after(Change change) {
  RequestForm form = starter();
  change(form);
  return pointers(faults_of(form, *example_agreement()));
}

using Pointers = std::vector<std::string>;

TEST_CASE("a form is taken as the agreement and its own words allow") {
  CHECK(faults_of(starter(), *example_agreement()).empty());
  CHECK(faults_after([](RequestForm& form) { form.title = " "; }) == Pointers{"/title"});
  CHECK(faults_after([](RequestForm& form) { form.category = CategoryName("moon"); }) == Pointers{"/category"});
  CHECK(faults_after([](RequestForm& form) { form.category = {}; }) == Pointers{"/category"});
  CHECK(faults_after([](RequestForm& form) { form.priority = PriorityName("now"); }) == Pointers{"/priority"});
  CHECK(faults_after([](RequestForm& form) { form.subject = "For {nobody}"; }) == Pointers{"/subject"});
  CHECK(faults_after([](RequestForm& form) { form.subject = "For {about}"; }) == Pointers{"/subject"});
  CHECK(faults_after([](RequestForm& form) { form.subject = "Braces {} and {Name} stay"; }).empty());
  CHECK(faults_after([](RequestForm& form) { form.description.assign(kMaxFormText + 1, 'x'); }) ==
        Pointers{"/description"});
}

TEST_CASE("each field and each step of a form is looked at, and every fault is told") {
  CHECK(faults_after([](RequestForm& form) { form.fields[1].name = "name"; }) == Pointers{"/fields/1/name"});
  CHECK(faults_after([](RequestForm& form) { form.fields[1].name = "9 lives"; }) == Pointers{"/fields/1/name"});
  CHECK(faults_after([](RequestForm& form) { form.fields[1].label = ""; }) == Pointers{"/fields/1/label"});
  CHECK(faults_after([](RequestForm& form) { form.fields[1].choices = {"a"}; }) == Pointers{"/fields/1/choices"});
  CHECK(faults_after([](RequestForm& form) { form.fields[2].choices = {}; }) == Pointers{"/fields/2/choices"});
  CHECK(faults_after([](RequestForm& form) { form.fields[2].choices = {"a", "b", "a"}; }) ==
        Pointers{"/fields/2/choices/2"});
  CHECK(faults_after([](RequestForm& form) { form.steps[0].counts_from = "name"; }) ==
        Pointers{"/steps/0/counts_from"});
  CHECK(faults_after([](RequestForm& form) { form.steps[0].days = kMostDays + 1; }) == Pointers{"/steps/0/days"});
  CHECK(faults_after([](RequestForm& form) { form.steps[0].category = CategoryName("moon"); }) ==
        Pointers{"/steps/0/category"});
  CHECK(faults_after([](RequestForm& form) { form.steps[0].title = "{moon}"; }) == Pointers{"/steps/0/title"});
  CHECK(faults_after([](RequestForm& form) {
          form.title.clear();
          form.fields[0].label.clear();
          form.steps[0].title.clear();
        }) == Pointers{"/title", "/fields/0/label", "/steps/0/title"});
}

TEST_CASE("a form has at most so many fields and steps") {
  CHECK(faults_after([](RequestForm& form) {
          for (std::size_t i = form.fields.size(); i <= kMaxFields; ++i)
            form.fields.push_back(field(fmt::format("f{}", i), FieldKind::Text));
        }) == Pointers{"/fields"});
  CHECK(faults_after([](RequestForm& form) { form.steps.resize(kMaxSteps + 1, form.steps[0]); }) == Pointers{"/steps"});
}

TEST_CASE("an answer is kept without what nobody sees, and one that is nothing else is none") {
  const auto filled =
      fill(starter(), std::vector<Answer>{said("name", "Ada\u202E Byr\u2066on"), said("about", "a\u202Eb\n\u2067c"),
                                          said("start", "2026-11-02"), said("device", "tablet")});
  REQUIRE(filled.has_value());
  CHECK(filled->subject == "New starter: Ada Byron");
  const auto about = std::ranges::find(filled->event.answers, "about", &FormAnswer::field);
  REQUIRE(about != filled->event.answers.end());
  CHECK(about->value == "ab\n\u2067c");
  CHECK_FALSE(fill(starter(), std::vector<Answer>{said("name", "\u202E\u200B"), said("start", "2026-11-02"),
                                                  said("device", "tablet")})
                  .has_value());
}

TEST_CASE("answers are kept in the order of the fields, with the labels of the day, and fill in the subject") {
  const std::vector<Answer> answers{
      said("start", "2026-11-02"),  said("manager", "Dana Whitfield", "dana@harbor.example"),
      said("name", "  Ada Byron "), said("vpn", "yes"),
      said("screens", "-2.50"),     said("device", "tablet"),
      said("about", "two\nlines")};
  const auto filled = fill(starter(), answers);
  REQUIRE(filled.has_value());
  CHECK(filled->subject == "New starter: Ada Byron");
  std::vector<std::string> kept;
  for (const FormAnswer& answer : filled->event.answers)
    kept.push_back(fmt::format("{}={}{}", answer.label, answer.value, answer.email.empty() ? "" : " @"));
  CHECK(kept == std::vector<std::string>{"The name=Ada Byron", "The about=two\nlines", "The device=tablet",
                                         "The vpn=yes", "The screens=-2.50", "The start=2026-11-02",
                                         "The manager=Dana Whitfield @"});
  CHECK(filled->event.title == "New starter");
  CHECK(date_in(filled->event, "start") == calendar::parse_date("2026-11-02"));
  CHECK_FALSE(date_in(filled->event, "name").has_value());
}

TEST_CASE("every wrong answer is named by its field") {
  const auto filled =
      fill(starter(), std::vector<Answer>{said("about", "bell\a"), said("device", "car"), said("vpn", "maybe"),
                                          said("screens", "many"), said("start", "2026-02-30"),
                                          said("manager", "Dana", "dana"), said("moon", "full")});
  REQUIRE_FALSE(filled.has_value());
  CHECK(pointers(filled.error()) == Pointers{"/answers/name", "/answers/about", "/answers/device", "/answers/vpn",
                                             "/answers/screens", "/answers/start", "/answers/manager",
                                             "/answers/moon"});
  CHECK(filled.error().front().message == "`The name` is needed");
}

TEST_CASE("what an answer may be, kind by kind") {
  const auto wrong = [](std::string_view name, std::string_view value, std::string_view email = {}) {
    std::vector<Answer> answers{said("name", "Ada"), said("start", "2026-11-02")};
    std::erase_if(answers, [&](const Answer& one) { return one.field == name; });
    answers.push_back(said(name, value, email));
    return !fill(starter(), answers).has_value();
  };
  CHECK_FALSE(wrong("name", std::string(kMaxAnswer, 'x')));
  CHECK(wrong("name", std::string(kMaxAnswer + 1, 'x')));
  CHECK(wrong("name", "two\nlines"));
  CHECK(wrong("name", "Ada", "ada@harbor.example"));
  CHECK(wrong("about", std::string(kMaxLongAnswer + 1, 'x')));
  for (const char* number : {"0", "12", "-3", "0.5"}) CHECK_FALSE(wrong("screens", number));
  for (const char* number : {"-", "1.", ".5", "1e3", "1,5", "0x1"}) CHECK(wrong("screens", number));
  for (const char* date : {"1969-12-31", "2200-01-01", "2.11.2026", "2026-11-2"}) CHECK(wrong("start", date));
  for (const char* address : {"a@", "@b", "a b@c", "a@b@c", "<a@b>"}) CHECK(wrong("manager", "Dana", address));
  CHECK_FALSE(wrong("manager", "Dana"));
  CHECK(wrong("manager", "", "dana@harbor.example"));
}

TEST_CASE("an answer given twice is refused, and an empty one is none") {
  const auto twice =
      fill(starter(), std::vector<Answer>{said("name", "Ada"), said("start", "2026-11-02"), said("name", "Eve")});
  REQUIRE_FALSE(twice.has_value());
  CHECK(pointers(twice.error()) == Pointers{"/answers/name"});
  const auto empty =
      fill(starter(), std::vector<Answer>{said("name", "Ada"), said("start", "2026-11-02"), said("device", " ")});
  REQUIRE(empty.has_value());
  CHECK(empty->event.answers.size() == 2);
}

TEST_CASE("what is filled in is not looked at again, and a long subject is shortened") {
  RequestForm form = starter();
  const auto filled = fill(form, std::vector<Answer>{said("name", "{start}"), said("start", "2026-11-02")});
  REQUIRE(filled.has_value());
  CHECK(filled->subject == "New starter: {start}");
  form.subject = "{name}{name}";
  const auto longest =
      fill(form, std::vector<Answer>{said("name", fmt::format("{:é>150}", "")), said("start", "2026-11-02")});
  REQUIRE(longest.has_value());
  CHECK(base::count_code_points(longest->subject) == kMaxSubject);
  CHECK(longest->subject.ends_with("é…"));
  form.subject = "{device}";
  CHECK(fill(form, std::vector<Answer>{said("name", "Ada"), said("start", "2026-11-02")})->subject == "New starter");
}

TEST_CASE("for a checklist on a ticket that is there only its dates are asked") {
  const auto dates = fill_for_steps(starter(), std::vector<Answer>{said("start", "2026-11-02")});
  REQUIRE(dates.has_value());
  CHECK(dates->answers.size() == 1);
  CHECK(pointers(fill_for_steps(starter(), {}).error()) == Pointers{"/answers/start"});
  CHECK(pointers(
            fill_for_steps(starter(), std::vector<Answer>{said("start", "2026-11-02"), said("name", "Ada")}).error()) ==
        Pointers{"/answers/name"});
}

TEST_CASE("a form is filled in to open a request, and nothing else") {
  Board board;
  const auto filled = fill(starter(), std::vector<Answer>{said("name", "Ada"), said("start", "2026-11-02")});
  OpenTicket command = a_ticket("workstation", "high");
  command.form = filled->event;
  CHECK_FALSE(board.tries_to_open(requester("ann@harbor.example"), command).has_value());
  command.kind = TicketKind::Request;
  const TicketId id = board.opens(requester("ann@harbor.example"), command);
  CHECK(board.at(id).form == filled->event);
  CHECK(board.latest(id) == Names{"ticket-opened", "owner-assigned", "form-filled"});
}

}  // namespace
}  // namespace tandem::desk
