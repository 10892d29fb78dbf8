#include "app/decision_records.h"

#include "app/cursor_text.h"

namespace tandem::app {
namespace {

std::string dumped(std::optional<base::Instant> at) {
  return at ? fmt::format("{}", at->unix_us()) : "-";
}

}  // namespace

std::optional<DecisionRow> decision_row(const desk::Ticket& ticket) {
  if (!ticket.decision) return std::nullopt;
  const desk::DecisionRequest& decision = *ticket.decision;
  DecisionRow row{.id = ticket.id,
                  .number = ticket.facts.number,
                  .subject = ticket.facts.subject,
                  .kind = decision.asked.kind,
                  .big = decision.asked.big,
                  .standing = desk::standing_of(ticket),
                  .overdue = decision.overdue,
                  .decider = decision.outcome ? decision.outcome->by.person : desk::decider_of(ticket),
                  .asked_at = decision.asked_at,
                  .deadline = decision.asked.deadline,
                  .decided_at = {},
                  .chosen = {},
                  .risk = {},
                  .treatment = {},
                  .exempt_from = {},
                  .exempt = {},
                  .owner = {},
                  .lapses_at = {},
                  .reminded = decision.reminded_at.has_value(),
                  .renews = decision.asked.renews ? decision.asked.renews->number : 0,
                  .replaced_by = decision.replaced_by ? decision.replaced_by->number : 0};
  if (!decision.outcome) return row;
  const desk::DecisionTaken& taken = decision.outcome->taken;
  row.decided_at = decision.outcome->at;
  row.chosen = decision.asked.options[taken.option - 1].name;
  row.owner = taken.owner;
  row.lapses_at = taken.lapses_at;
  if (taken.risk) {
    row.risk = taken.risk->what;
    row.treatment = taken.risk->treatment;
  }
  if (taken.exception) {
    row.exempt_from = taken.exception->policy;
    row.exempt = taken.exception->scope;
  }
  return row;
}

base::Instant moment_of(const DecisionRow& row) {
  return row.decided_at.value_or(row.asked_at);
}

std::string to_text(const DecisionCursor& cursor) {
  switch (cursor.order) {
    case DecisionOrder::Newest: return fmt::format("n{}", cursor.number);
    case DecisionOrder::Lapse: return fmt::format("l{}.{}", cursor.lapses_us, cursor.number);
  }
  return {};
}

DecisionCursor cursor_behind(const DecisionRow& row, DecisionOrder order) {
  return {.order = order, .lapses_us = row.lapses_at ? row.lapses_at->unix_us() : 0, .number = row.number};
}

base::Result<DecisionCursor> parse_cursor(std::string_view text, DecisionOrder order) {
  DecisionCursor cursor{.order = order};
  bool good = take(text, order == DecisionOrder::Newest ? 'n' : 'l');
  if (order == DecisionOrder::Lapse) good = good && take_number(text, cursor.lapses_us) && take(text, '.');
  good = good && take_number(text, cursor.number) && text.empty();
  // A store keeps the number with its sign turned round.
  good = good && cursor.number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (!good) return base::fail(base::ErrorCode::BadInput, "`after` is not the cursor of a page in this order");
  return cursor;
}

std::string dump_line(const desk::EngagementName& engagement, const DecisionRow& row) {
  return fmt::format(
      "{}|decision|{}|{}|{}|{}|big={}|{}|overdue={}|{}|asked={}|due={}|decided={}|{}|{}|{}|{}|{}|{}|"
      "lapses={}|reminded={}|renews={}|by={}\n",
      engagement.text(), row.number, row.id.text(), row.subject, row.kind.text(), row.big, desk::to_text(row.standing),
      row.overdue, row.decider.text(), row.asked_at.unix_us(), dumped(row.deadline), dumped(row.decided_at), row.chosen,
      row.risk, row.treatment, row.exempt_from, row.exempt, row.owner.text(), dumped(row.lapses_at), row.reminded,
      row.renews, row.replaced_by);
}

}  // namespace tandem::app
