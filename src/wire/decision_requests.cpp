#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

std::uint32_t read_option_number(ObjectReader& fields) {
  return static_cast<std::uint32_t>(
      fields.required_integer("option", {.min = 1, .max = static_cast<std::int64_t>(desk::kMaxOptions)}));
}

}  // namespace

Decoded<desk::GiveAdvice> decode_advice(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return desk::GiveAdvice{fields.required_text("text", kNeededText)}; });
}

Decoded<desk::Recommend> decode_recommendation(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::Recommend command;
    command.option = read_option_number(fields);
    command.text = fields.required_text("text", kNeededText);
    return command;
  });
}

Decoded<desk::TakeDecision> decode_taken_decision(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::TakeDecision command;
    command.option = read_option_number(fields);
    command.reason = fields.required_text("reason", kNeededText);
    command.conditions = fields.optional_text("conditions", kText).value_or("");
    command.until = fields.optional_instant("until");
    command.owner = name<desk::PersonName>(fields, "owner");
    if (auto risk = fields.optional_object("risk")) {
      command.risk.emplace();
      command.risk->what = risk->required_text("what", kNeededText);
      command.risk->treatment = risk->optional_text("treatment", kText).value_or("");
      risk->done();
    }
    if (auto exception = fields.optional_object("exception")) {
      command.exception.emplace();
      command.exception->policy = exception->required_text("policy", kNeededText);
      command.exception->scope = exception->optional_text("scope", kText).value_or("");
      exception->done();
    }
    return command;
  });
}

}  // namespace tandem::wire
