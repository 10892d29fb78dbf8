#include "desk/request_form.h"

#include "base/plain_text.h"
#include "base/utf8.h"
#include "calendar/date_text.h"
#include "desk/command.h"
#include "desk/confidential.h"
#include "desk/decide.h"
#include "desk/folds.h"
#include "desk/placeholder.h"
#include "policy/policy.h"

namespace tandem::desk {
namespace {

using Faults = std::vector<FormFault>;

bool is_field_name(std::string_view text) {
  return text.size() <= kMaxFieldName && is_placeholder_word(text);
}

bool is_too_long(std::string_view text, std::size_t limit) {
  return text.size() > limit && base::count_code_points(text) > limit;
}

// Control characters; in a text of many lines line breaks and tabs are none.
bool has_control(std::string_view text, bool many_lines) {
  return std::ranges::any_of(text, [&](char c) {
    const bool is_break = c == '\n' || c == '\r' || c == '\t';
    return (static_cast<unsigned char>(c) < 0x20 && !(many_lines && is_break)) || c == 0x7f;
  });
}

const FormField* find_field(const RequestForm& form, std::string_view name) {
  const auto found = std::ranges::find(form.fields, name, &FormField::name);
  return found == form.fields.end() ? nullptr : &*found;
}

// What is wrong with a form, part by part.
class FormCheck {
 public:
  FormCheck(const RequestForm& form, const policy::Policy& policy) : form_(form), policy_(policy) {}

  Faults run() && {
    text("/title", form_.title, kMaxFormTitle, /*needed=*/true);
    text("/description", form_.description, kMaxFormText, /*needed=*/false);
    category("/category", form_.category);
    if (!form_.priority.empty() && !policy_.find_priority(form_.priority.text()))
      add("/priority", fmt::format("the agreement has no priority `{}`", form_.priority.text()));
    text("/subject", form_.subject, kMaxSubject, /*needed=*/false);
    placeholders("/subject", form_.subject, /*one_line=*/true);
    if (form_.fields.size() > kMaxFields) add("/fields", fmt::format("a form has at most {} fields", kMaxFields));
    if (form_.steps.size() > kMaxSteps) add("/steps", fmt::format("a checklist has at most {} steps", kMaxSteps));
    for (std::size_t i = 0; i < form_.fields.size(); ++i) field(i);
    for (std::size_t i = 0; i < form_.steps.size(); ++i) step(i);
    return std::move(faults_);
  }

 private:
  void add(std::string pointer, std::string message) {
    faults_.push_back({.pointer = std::move(pointer), .message = std::move(message)});
  }
  void text(std::string pointer, const std::string& text, std::size_t limit, bool needed) {
    if (needed && base::trimmed(text).empty()) return add(std::move(pointer), "is empty");
    if (is_too_long(text, limit)) add(std::move(pointer), fmt::format("has more than {} characters", limit));
  }
  void category(std::string pointer, const CategoryName& name) {
    if (name.empty()) return add(std::move(pointer), "is needed: it says whose work it is");
    if (!is_category(name, policy_))
      add(std::move(pointer), fmt::format("the agreement has no category `{}`", name.text()));
  }
  void placeholders(const std::string& pointer, std::string_view text, bool one_line) {
    const FormField* field = nullptr;  // of the last placeholder that was looked at
    const auto word = find_unknown_placeholder(text, [&](std::string_view one) {
      field = find_field(form_, one);
      return field != nullptr && !(one_line && field->kind == FieldKind::LongText);
    });
    if (!word) return;
    add(pointer, field == nullptr ? fmt::format("`{{{}}}` stands for no field of the form", *word)
                                  : fmt::format("`{{{}}}` is a long text, and this is one line", *word));
  }
  void field(std::size_t at) {
    const FormField& field = form_.fields[at];
    const std::string pointer = fmt::format("/fields/{}", at);
    if (!is_field_name(field.name)) {
      add(fmt::format("{}/name", pointer),
          fmt::format("is a word of lower case letters, digits and `_`, at most {}", kMaxFieldName));
    } else if (find_field(form_, field.name) != &field) {
      add(fmt::format("{}/name", pointer), fmt::format("there are two fields `{}`", field.name));
    }
    text(fmt::format("{}/label", pointer), field.label, kMaxLabel, /*needed=*/true);
    text(fmt::format("{}/hint", pointer), field.hint, kMaxFormText, /*needed=*/false);
    choices(fmt::format("{}/choices", pointer), field);
  }
  void choices(const std::string& pointer, const FormField& field) {
    if (field.kind != FieldKind::Choice) {
      if (!field.choices.empty()) add(pointer, "go with a field of kind `choice` only");
      return;
    }
    if (field.choices.empty()) return add(pointer, "there is nothing to choose from");
    if (field.choices.size() > kMaxChoices) return add(pointer, fmt::format("are at most {}", kMaxChoices));
    for (auto one = field.choices.begin(); one != field.choices.end(); ++one) {
      const auto place = fmt::format("{}/{}", pointer, one - field.choices.begin());
      text(place, *one, kMaxAnswer, /*needed=*/true);
      if (base::trimmed(*one) != *one) add(place, "begins or ends with a space");
      if (std::find(field.choices.begin(), one, *one) != one) add(place, fmt::format("`{}` is there twice", *one));
    }
  }
  void step(std::size_t at) {
    const FormStep& step = form_.steps[at];
    const std::string pointer = fmt::format("/steps/{}", at);
    text(fmt::format("{}/title", pointer), step.title, kMaxSubject, /*needed=*/true);
    placeholders(fmt::format("{}/title", pointer), step.title, /*one_line=*/true);
    text(fmt::format("{}/text", pointer), step.text, kMaxStepText, /*needed=*/false);
    placeholders(fmt::format("{}/text", pointer), step.text, /*one_line=*/false);
    category(fmt::format("{}/category", pointer), step.category);
    if (step.days < -kMostDays || step.days > kMostDays)
      add(fmt::format("{}/days", pointer), fmt::format("is at most {} days before or after", kMostDays));
    if (step.counts_from.empty()) return;
    const FormField* from = find_field(form_, step.counts_from);
    if (from == nullptr || from->kind != FieldKind::Date)
      add(fmt::format("{}/counts_from", pointer), fmt::format("the form has no date `{}`", step.counts_from));
  }

  const RequestForm& form_;
  const policy::Policy& policy_;
  Faults faults_;
};

// Whether the text is a decimal number as people write one: "-3", "12.50".
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto point = text.find('.');
  const auto is_digits = [](std::string_view digits) {
    return !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (point == std::string_view::npos) return is_digits(text);
  return is_digits(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

// What is wrong with one answer that is there; empty: nothing.
std::string wrong_with(const FormField& field, std::string_view value, std::string_view email) {
  const bool is_long = field.kind == FieldKind::LongText;
  const std::size_t limit = is_long ? kMaxLongAnswer : kMaxAnswer;
  if (is_too_long(value, limit)) return fmt::format("has more than {} characters", limit);
  if (has_control(value, is_long)) return is_long ? "has control characters" : "is one line";
  if (!email.empty() && field.kind != FieldKind::Person) return "is no person: it has no address";
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText: return {};
    case FieldKind::Choice:
      return std::ranges::find(field.choices, value) == field.choices.end() ? "is none of the choices" : "";
    case FieldKind::YesNo: return value == "yes" || value == "no" ? "" : "is `true` or `false`";
    case FieldKind::Number: return value.size() <= kMaxNumber && is_number(value) ? "" : "is not a number";
    case FieldKind::Date: {
      const auto date = calendar::parse_date(value);
      if (!date) return "is not a date (2026-12-31)";
      if (calendar::is_planned(*date)) return {};
      return fmt::format("is of {} to {}", calendar::kFirstPlannedYear, calendar::kLastPlannedYear);
    }
    case FieldKind::Person: return email.empty() || is_address(email) ? "" : "has no address that mail could go to";
  }
  return {};
}

// Which fields are asked for.
using Wanted = std::function<bool(const FormField&)>;

std::expected<FormFilled, Faults> take_answers(const RequestForm& form, std::span<const Answer> answers,
                                               const Wanted& wanted) {
  Faults faults;
  const auto add = [&](std::string_view field, std::string message) {
    faults.push_back({.pointer = fmt::format("/answers/{}", field), .message = std::move(message)});
  };
  FormFilled filled{.form = form.id, .title = form.title, .answers = {}};
  for (const FormField& field : form.fields) {
    if (!wanted(field)) continue;
    const auto found = std::ranges::find(answers, field.name, &Answer::field);
    const std::string_view value = found == answers.end() ? std::string_view() : base::trimmed(found->value);
    const std::string_view email = found == answers.end() ? std::string_view() : base::trimmed(found->email);
    if (value.empty()) {
      if (field.required || !email.empty()) add(field.name, fmt::format("`{}` is needed", field.label));
      continue;
    }
    if (auto wrong = wrong_with(field, value, email); !wrong.empty()) {
      add(field.name, fmt::format("`{}` {}", field.label, wrong));
      continue;
    }
    const std::string plain = field.kind == FieldKind::LongText ? base::plain_text(value) : base::plain_line(value);
    const std::string_view seen = base::trimmed(plain);
    if (seen.empty()) {
      if (field.required) add(field.name, fmt::format("`{}` is needed", field.label));
      continue;
    }
    filled.answers.push_back({.field = field.name,
                              .label = field.label,
                              .kind = field.kind,
                              .value = std::string(seen),
                              .email = std::string(email)});
  }
  for (auto one = answers.begin(); one != answers.end(); ++one) {
    const FormField* field = find_field(form, one->field);
    if (field == nullptr || !wanted(*field)) {
      add(one->field, fmt::format("`{}` is not asked for", one->field));
    } else if (std::find_if(answers.begin(), one, [&](const Answer& a) { return a.field == one->field; }) != one) {
      add(one->field, fmt::format("`{}` is answered twice", field->label));
    }
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return filled;
}

// At most `limit` code points of well-formed UTF-8, the last an ellipsis where some are left out.
std::string shortened(std::string text, std::size_t limit) {
  if (!is_too_long(text, limit)) return text;
  std::size_t points = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins_one = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins_one && ++points == limit) break;
  }
  text.resize(end);
  return fmt::format("{}…", text);
}

}  // namespace

std::vector<FormFault> faults_of(const RequestForm& form, const policy::Policy& policy) {
  return FormCheck(form, policy).run();
}

std::expected<Filled, std::vector<FormFault>> fill(const RequestForm& form, std::span<const Answer> answers) {
  auto filled = take_answers(form, answers, [](const FormField&) { return true; });
  if (!filled) return std::unexpected(std::move(filled).error());
  std::string subject = fill_in(form.subject, form, *filled, kMaxSubject);
  if (subject.empty()) subject = form.title;
  return Filled{.subject = std::move(subject), .event = *std::move(filled)};
}

std::expected<FormFilled, std::vector<FormFault>> fill_for_steps(const RequestForm& form,
                                                                 std::span<const Answer> answers) {
  return take_answers(form, answers, [&](const FormField& field) {
    return std::ranges::find(form.steps, field.name, &FormStep::counts_from) != form.steps.end();
  });
}

std::string fill_in(std::string_view text, const RequestForm& form, const FormFilled& filled, std::size_t limit) {
  const std::string result = fill_placeholders(text, [&](std::string_view word) -> std::optional<std::string> {
    if (find_field(form, word) == nullptr) return std::nullopt;
    const auto answer = std::ranges::find(filled.answers, word, &FormAnswer::field);
    return answer == filled.answers.end() ? std::string() : answer->value;
  });
  return shortened(std::string(base::trimmed(result)), limit);
}

std::optional<calendar::Date> date_in(const FormFilled& filled, std::string_view field) {
  const auto answer = std::ranges::find(filled.answers, field, &FormAnswer::field);
  if (answer == filled.answers.end() || answer->kind != FieldKind::Date) return std::nullopt;
  return calendar::parse_date(answer->value);
}

std::string fold(Ticket& ticket, const Event&, const FormFilled& filled) {
  if (ticket.facts.kind != TicketKind::Request) return "the ticket is no request";
  if (ticket.form) return "a form is filled in already";
  ticket.form = filled;
  return {};
}

}  // namespace tandem::desk
