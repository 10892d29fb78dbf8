#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {

Decoded<desk::AnswerChange> decode_change_answer(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::AnswerChange command;
    const auto answer = fields.required_word("answer", words_until(desk::ChangeAnswer::Object));
    command.answer = desk::parse<desk::ChangeAnswer>(answer).value_or(desk::ChangeAnswer::Agree);
    command.reason = fields.optional_text("reason", kText).value_or("");
    return command;
  });
}

Decoded<desk::RescheduleChange> decode_change_window(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::RescheduleChange command;
    command.from = fields.required_instant("from");
    command.to = fields.required_instant("to");
    command.reason = fields.required_text("reason", kNeededText);
    command.plan = fields.optional_text("plan", kText).value_or("");
    command.roll_back = fields.optional_text("roll_back", kText).value_or("");
    return command;
  });
}

Decoded<desk::FinishChange> decode_change_finish(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::FinishChange command;
    const auto outcome = fields.required_word("outcome", words_until(desk::ChangeOutcome::Partly));
    command.outcome = desk::parse<desk::ChangeOutcome>(outcome).value_or(desk::ChangeOutcome::Success);
    command.note = fields.optional_text("note", kText).value_or("");
    return command;
  });
}

Decoded<desk::ReviewChange> decode_change_review(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::ReviewChange{fields.required_text("text", kNeededText)}; });
}

}  // namespace tandem::wire
