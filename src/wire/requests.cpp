#include "wire/requests.h"

#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"

namespace tandem::wire {
namespace {

desk::DecisionOption read_option(ObjectReader fields) {
  desk::DecisionOption option;
  option.name = fields.required_text("name", {.min = 1, .max = desk::kMaxOptionName, .lines = Lines::One});
  option.words = fields.optional_text("words", kText).value_or("");
  option.cost = read_cost(fields.optional_object("cost"));
  option.risk = word(fields, "risk", desk::RiskLevel::High);
  option.action = fields.optional_text("action", kName).value_or("");
  fields.done();
  return option;
}

desk::NewDecision read_decision(ObjectReader fields) {
  desk::NewDecision decision;
  decision.kind = desk::DecisionKindName(fields.required_text("kind", needed(kName)));
  decision.question = fields.required_text("question", kNeededText);
  for (json::ValueReader& option : fields.required_list("options", {.min = 2, .max = desk::kMaxOptions}))
    decision.options.push_back(read_option(option.object()));
  decision.evidence = fields.optional_text("evidence", kText).value_or("");
  decision.deadline = fields.optional_instant("deadline");
  for (json::ValueReader& person : fields.optional_list("consult", {.max = desk::kMaxAsked}))
    decision.consult.emplace_back(person.text(needed(kName)).value_or(""));
  if (const auto renews = fields.optional_text("renews", kName)) {
    decision.renews = desk::TicketId::parse(*renews);
    if (!decision.renews) fields.complain("renews", "is the id of a ticket");
  }
  fields.done();
  return decision;
}

desk::ChangePlan read_plan(ObjectReader fields) {
  desk::ChangePlan plan;
  plan.kind = word(fields, "kind", desk::ChangeKind::Emergency).value_or(desk::ChangeKind::Normal);
  plan.activity = name<desk::ActivityName>(fields, "activity");
  plan.action = fields.optional_text("action", kName).value_or("");
  plan.from = fields.required_instant("from");
  plan.to = fields.required_instant("to");
  plan.sites = read_words<desk::SiteName>(fields, "sites");
  plan.asset_classes = read_words<desk::AssetClassName>(fields, "asset_classes");
  plan.assets = read_words<std::string>(fields, "assets");
  plan.plan = fields.required_text("plan", kNeededText);
  plan.roll_back = fields.required_text("roll_back", kNeededText);
  plan.risk = word(fields, "risk", desk::ChangeRisk::High).value_or(desk::ChangeRisk::Low);
  plan.decision = name<desk::DecisionKindName>(fields, "decision");
  fields.done();
  return plan;
}

}  // namespace

Decoded<desk::OpenTicket> decode_new_ticket(std::string_view body, desk::Source source) {
  return decode(body, [&](ObjectReader& fields) {
    desk::OpenTicket command;
    command.subject = fields.required_text("subject", {.min = 1, .max = desk::kMaxSubject, .lines = Lines::One});
    command.description = fields.optional_text("description", kText).value_or("");
    // A vendor case is opened for a ticket.
    command.kind = word(fields, "kind", desk::TicketKind::Task).value_or(desk::TicketKind::Incident);
    command.category = name<desk::CategoryName>(fields, "category");
    command.priority = name<desk::PriorityName>(fields, "priority");
    command.site = name<desk::SiteName>(fields, "site");
    command.department = name<desk::DepartmentName>(fields, "department");
    command.asset_class = name<desk::AssetClassName>(fields, "asset_class");
    command.source = word(fields, "source", desk::Source::Duty).value_or(source);
    if (auto requester = fields.optional_object("requester")) command.requester = read_requester(*std::move(requester));
    if (auto change = fields.optional_object("change")) command.change = read_plan(*std::move(change));
    if (auto decision = fields.optional_object("decision")) command.decision = read_decision(*std::move(decision));
    return command;
  });
}

Decoded<std::vector<desk::Command>> decode_ticket_edit(std::string_view body) {
  auto commands = decode(body, [](ObjectReader& fields) {
    std::vector<desk::Command> edits;
    if (const auto to = fields.optional_text("category", kName))
      edits.emplace_back(desk::ChangeCategory{desk::CategoryName(*to)});
    if (const auto to = fields.optional_text("priority", kName))
      edits.emplace_back(desk::ChangePriority{desk::PriorityName(*to)});
    return edits;
  });
  if (commands && commands->empty())
    return invalid({{"", "there is nothing to change: give `priority`, `category` or both"}});
  return commands;
}

Decoded<desk::AddComment> decode_comment(std::string_view body, desk::Visibility visibility) {
  return decode(body, [&](ObjectReader& fields) {
    desk::AddComment command;
    command.text = fields.required_text("text", kNeededText);
    command.visibility = word(fields, "visibility", desk::Visibility::Team).value_or(visibility);
    command.team = name<desk::TeamName>(fields, "team");
    if (!command.team.empty() && command.visibility != desk::Visibility::Team)
      fields.complain("team", "goes with visibility `team` only");
    return command;
  });
}

Decoded<desk::OfferHandoff> decode_handoff(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::OfferHandoff command;
    command.to_team = desk::TeamName(fields.required_text("to_team", needed(kName)));
    command.to_person = name<desk::PersonName>(fields, "to_person");
    command.note = fields.required_text("note", kNeededText);
    return command;
  });
}

Decoded<desk::Assign> decode_assign(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return desk::Assign{desk::PersonName(fields.required_text("to", needed(kName)))};
  });
}

Decoded<desk::FlagStrategic> decode_flag_strategic(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::FlagStrategic command;
    command.activity = name<desk::ActivityName>(fields, "activity");
    command.reason = fields.required_text("reason", kNeededText);
    return command;
  });
}

Decoded<desk::GiveRuling> decode_ruling(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::GiveRuling command;
    command.team = desk::TeamName(fields.required_text("team", needed(kName)));
    command.reason = fields.required_text("reason", kNeededText);
    const auto question =
        fields.optional_integer("question", {.min = 1, .max = std::numeric_limits<std::uint32_t>::max()});
    if (question) command.question = static_cast<std::uint32_t>(*question);
    return command;
  });
}

Decoded<std::string> decode_reason(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.required_text("reason", kNeededText); });
}

Decoded<std::string> decode_note(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.optional_text("note", kText).value_or(""); });
}

Decoded<desk::WaitingOn> decode_wait(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    const auto on = fields.required_word("on", words_until(desk::WaitingOn::Evidence));
    return desk::parse<desk::WaitingOn>(on).value_or(desk::WaitingOn::Requester);
  });
}

Decoded<bool> decode_nothing(std::string_view body) {
  if (body.empty()) return true;
  return decode(body, [](ObjectReader&) { return true; });
}

Decoded<std::string> decode_optional_reason(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.optional_text("reason", kText).value_or(""); });
}

}  // namespace tandem::wire
