#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

constexpr std::size_t kMaxAnswers = 4 * desk::kMaxFields;

std::vector<desk::FormField> read_form_fields(ObjectReader& fields) {
  std::vector<desk::FormField> all;
  for (ValueReader& each : fields.optional_list("fields", {.max = desk::kMaxFields})) {
    ObjectReader one = each.object();
    desk::FormField field;
    field.name = one.required_text("name", {.max = desk::kMaxFieldName, .lines = Lines::One});
    field.label = one.required_text("label", {.max = desk::kMaxLabel, .lines = Lines::One});
    const auto kind = one.required_word("kind", words_until(desk::FieldKind::Person));
    field.kind = desk::parse<desk::FieldKind>(kind).value_or(desk::FieldKind::Text);
    field.required = one.optional_boolean("required").value_or(false);
    for (ValueReader& choice : one.optional_list("choices", {.max = desk::kMaxChoices}))
      field.choices.push_back(choice.text({.max = desk::kMaxAnswer, .lines = Lines::One}).value_or(""));
    field.hint = one.optional_text("hint", {.max = desk::kMaxFormText}).value_or("");
    one.done();
    all.push_back(std::move(field));
  }
  return all;
}

std::vector<desk::FormStep> read_form_steps(ObjectReader& fields) {
  constexpr json::IntegerRule kDays{.min = -desk::kMostDays, .max = desk::kMostDays};
  std::vector<desk::FormStep> all;
  for (ValueReader& each : fields.optional_list("steps", {.max = desk::kMaxSteps})) {
    ObjectReader one = each.object();
    desk::FormStep step;
    step.title = one.required_text("title", {.max = desk::kMaxSubject, .lines = Lines::One});
    step.text = one.optional_text("text", {.max = desk::kMaxStepText}).value_or("");
    step.category = name<desk::CategoryName>(one, "category");
    step.counts_from = one.optional_text("counts_from", kName).value_or("");
    step.days = static_cast<std::int32_t>(one.optional_integer("days", kDays).value_or(0));
    one.done();
    all.push_back(std::move(step));
  }
  return all;
}

// A text, a number, true or false; of a person an object with name and email. Null is no answer.
desk::Answer read_answer(std::string field, ValueReader in) {
  desk::Answer answer{.field = std::move(field), .value = {}};
  const json::Value& value = in.value();
  if (value.is_bool()) {
    answer.value = value.get_bool() ? "yes" : "no";
  } else if (value.is_int64()) {
    answer.value = fmt::format("{}", value.get_int64());
  } else if (value.is_uint64()) {
    answer.value = fmt::format("{}", value.get_uint64());
  } else if (value.is_double()) {
    answer.value = fmt::format("{}", value.get_double());
  } else if (value.is_object()) {
    ObjectReader person = in.object();
    answer.value = person.optional_text("name", kName).value_or("");
    answer.email = person.optional_text("email", kEmail).value_or("");
    person.done();
  } else {
    answer.value = in.text({.max = desk::kMaxLongAnswer}).value_or("");
  }
  return answer;
}

// By the field's name: `pointer` is that of the whole.
std::vector<desk::Answer> read_answers(ObjectReader& fields, std::vector<json::Problem>& problems) {
  std::vector<desk::Answer> answers;
  const auto given = fields.optional("answers");
  if (!given) return answers;
  if (!given->value().is_object()) {
    fields.complain("answers", "must be an object: each field's name and its answer");
    return answers;
  }
  const json::Object& object = given->value().get_object();
  if (object.size() > kMaxAnswers) {
    fields.complain("answers", fmt::format("has more than {} answers", kMaxAnswers));
    return answers;
  }
  for (const auto& [field, value] : object) {
    if (value.is_null()) continue;
    const std::string key(field.data(), field.size());
    answers.push_back(read_answer(key, ValueReader(value, fmt::format("/answers/{}", key), problems)));
  }
  return answers;
}

Decoded<app::FormRequest> decode_answers(std::string_view body, bool opens) {
  const auto value = parse(body);
  if (!value) return std::unexpected(value.error());
  std::vector<json::Problem> problems;
  ObjectReader fields(value->get_object(), "", problems);
  app::FormRequest request;
  request.form = fields.required_text("form", needed(kName));
  request.answers = read_answers(fields, problems);
  if (opens) {
    if (auto there = fields.optional_object("requester")) request.requester = read_requester(*std::move(there));
    request.site = name<desk::SiteName>(fields, "site");
    request.department = name<desk::DepartmentName>(fields, "department");
    request.source = word(fields, "source", desk::Source::Api).value_or(desk::Source::Portal);
  }
  fields.done();
  if (!problems.empty()) return invalid(problems);
  return request;
}

}  // namespace

Decoded<desk::RequestForm> decode_form(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::RequestForm form;
    form.title = fields.required_text("title", {.max = desk::kMaxFormTitle, .lines = Lines::One});
    form.description = fields.optional_text("description", {.max = desk::kMaxFormText}).value_or("");
    form.category = name<desk::CategoryName>(fields, "category");
    form.priority = name<desk::PriorityName>(fields, "priority");
    form.asked_by = word(fields, "asked_by", desk::AskedBy::Teams).value_or(desk::AskedBy::Everybody);
    form.offered = fields.optional_boolean("offered").value_or(true);
    form.subject = fields.optional_text("subject", {.max = desk::kMaxSubject, .lines = Lines::One}).value_or("");
    form.fields = read_form_fields(fields);
    form.steps = read_form_steps(fields);
    return form;
  });
}

Decoded<app::FormRequest> decode_form_request(std::string_view body) {
  return decode_answers(body, /*opens=*/true);
}

Decoded<app::FormRequest> decode_checklist_start(std::string_view body) {
  return decode_answers(body, /*opens=*/false);
}

Decoded<desk::SetDueDate> decode_due_date(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::SetDueDate command{.date = {}, .reason = {}};
    if (!fields.has("date")) fields.complain("date", "is missing: a date (2026-12-31), or null for none");
    if (const auto text = fields.optional_text("date", kName)) {
      command.date = calendar::parse_date(*text);
      if (!command.date) fields.complain("date", "is not a date (2026-12-31)");
    }
    command.reason = fields.optional_text("reason", kText).value_or("");
    return command;
  });
}

}  // namespace tandem::wire
