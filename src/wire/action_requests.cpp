#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {

Decoded<NamedAction> decode_action(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    NamedAction named;
    desk::RecordAction& action = named.action;
    action.name = fields.required_text("name", {.min = 1, .max = desk::kMaxActionName, .lines = Lines::One});
    action.on = fields.optional_text("on", {.max = desk::kMaxActionTarget, .lines = Lines::One}).value_or("");
    action.done_at = fields.required_instant("done_at");
    action.cost = read_cost(fields.optional_object("cost"));
    action.risk = word(fields, "risk", desk::RiskLevel::High);
    action.reason = fields.optional_text("reason", kText).value_or("");
    named.decided_by = fields.optional_text("decided_by", kName).value_or("");
    return named;
  });
}

Decoded<desk::AnswerAction> decode_action_answer(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::AnswerAction command;
    const auto answer = fields.required_word("answer", words_until(desk::ActionAnswer::Dispute));
    command.answer = desk::parse<desk::ActionAnswer>(answer).value_or(desk::ActionAnswer::Acknowledge);
    command.words = fields.optional_text("words", kText).value_or("");
    return command;
  });
}

Decoded<desk::ArrangeCover> decode_cover(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::ArrangeCover command;
    command.text = fields.required_text("text", kNeededText);
    command.by = name<desk::PersonName>(fields, "by");
    return command;
  });
}

}  // namespace tandem::wire
