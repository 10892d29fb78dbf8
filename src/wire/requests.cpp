#include "wire/requests.h"

#include <boost/json/value.hpp>

#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "json/reader.h"

namespace tandem::wire {
namespace {

using json::Lines;
using json::ObjectReader;
using json::TextRule;
using json::ValueReader;

constexpr std::size_t kMaxDepth = 16;                            // no body of ours nests deeper than 4
constexpr std::int64_t kMostHundredths = std::int64_t{1} << 53;  // what every JSON reader can tell apart
constexpr TextRule kName{.max = 200, .lines = Lines::One};
constexpr TextRule kEmail{.max = 254, .lines = Lines::One};               // RFC 5321, 4.5.3.1
constexpr TextRule kPassword{.max = 1024, .unseen = json::Unseen::Kept};  // may hold anything: it is only compared
constexpr TextRule kText{.max = desk::kMaxText};
constexpr TextRule kReference{.max = desk::kMaxReference, .lines = Lines::One};
constexpr TextRule kNeededText{.min = 1, .max = desk::kMaxText};

TextRule needed(TextRule rule) {
  rule.min = 1;
  return rule;
}

Problem malformed(std::string detail) {
  return {.type = "malformed-json",
          .title = "The body is not well-formed JSON",
          .status = 400,
          .detail = std::move(detail)};
}

// One problem is said whole in the detail, as there is often nobody who looks for its field.
std::string detail_of(const std::vector<json::Problem>& problems) {
  if (problems.size() > 1) return fmt::format("{} fields cannot be taken as they are", problems.size());
  const auto& [pointer, message] = problems.front();
  return pointer.empty() ? message : fmt::format("`{}` {}", pointer.substr(1), message);
}

std::unexpected<Problem> invalid(const std::vector<json::Problem>& problems) {
  Problem problem{.type = "invalid-request",
                  .title = "The request cannot be taken as it is",
                  .status = 422,
                  .detail = detail_of(problems)};
  for (const json::Problem& each : problems) problem.errors.push_back({each.pointer, each.message});
  return std::unexpected(std::move(problem));
}

Decoded<json::Value> parse(std::string_view body) {
  if (body.empty()) return std::unexpected(malformed("the body is empty; a JSON object is needed"));
  auto value = json::parse(body, {.bytes = body.size(), .depth = kMaxDepth});
  if (!value) {
    const json::ParseError& error = value.error();
    return std::unexpected(malformed(fmt::format("line {}, column {}: {}", error.line, error.column, error.message)));
  }
  if (!value->is_object()) return invalid({{"", "the body must be an object"}});
  return *std::move(value);
}

// Parses the body, lets `read` take its fields, and answers with what it read or with everything that was wrong.
template <class Read>
auto decode(std::string_view body, Read read) -> Decoded<std::invoke_result_t<Read, ObjectReader&>> {
  const auto value = parse(body);
  if (!value) return std::unexpected(value.error());
  std::vector<json::Problem> problems;
  ObjectReader fields(value->get_object(), "", problems);
  auto result = read(fields);
  fields.done();
  if (!problems.empty()) return invalid(problems);
  return result;
}

template <class Name>
Name name(ObjectReader& fields, std::string_view field) {
  return Name(fields.optional_text(field, kName).value_or(""));
}

// The words of an enumeration, up to the last that a request may use.
template <class Enum>
std::vector<std::string_view> words_until(Enum last) {
  std::vector<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(desk::to_text(static_cast<Enum>(i)));
  return words;
}

template <class Enum>
std::optional<Enum> word(ObjectReader& fields, std::string_view field, Enum last) {
  const auto given = fields.optional_word(field, words_until(last));
  return given ? desk::parse<Enum>(*given) : std::nullopt;
}

desk::Requester read_requester(ObjectReader fields) {
  desk::Requester requester;
  requester.name = fields.required_text("name", needed(kName));
  requester.email = fields.optional_text("email", kEmail).value_or("");
  requester.vip = fields.optional_boolean("vip").value_or(false);
  fields.done();
  return requester;
}

constexpr std::array<std::string_view, 2> kBulkEnds{"resolve", "close"};

// What is no tag is the desk's to refuse: it says what one is.
std::vector<std::string> read_tags(ObjectReader& fields, std::string_view field) {
  std::vector<std::string> tags;
  for (ValueReader& each : fields.optional_list(field, {.max = desk::kMaxTags}))
    tags.push_back(each.text({.min = 1, .max = kName.max, .lines = Lines::One}).value_or(""));
  return tags;
}

std::optional<desk::Cost> read_cost(std::optional<ObjectReader> fields) {
  if (!fields) return std::nullopt;
  desk::Cost cost;
  cost.hundredths =
      static_cast<std::uint64_t>(fields->required_integer("hundredths", {.min = 0, .max = kMostHundredths}));
  cost.currency = fields->required_text("currency", {.min = 3, .max = 3, .lines = Lines::One});
  fields->done();
  return cost;
}

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

std::uint32_t read_option_number(ObjectReader& fields) {
  return static_cast<std::uint32_t>(
      fields.required_integer("option", {.min = 1, .max = static_cast<std::int64_t>(desk::kMaxOptions)}));
}

// How what is opened for another ticket's sake stands to it, where the body does not say.
desk::LinkKind usual_link(desk::TicketKind kind) {
  switch (kind) {
    case desk::TicketKind::Problem: return desk::LinkKind::CauseOf;
    case desk::TicketKind::Task: return desk::LinkKind::PartOf;
    case desk::TicketKind::VendorCase: return desk::LinkKind::VendorCaseFor;
    case desk::TicketKind::Incident:
    case desk::TicketKind::Request:
    case desk::TicketKind::Change:
    case desk::TicketKind::Decision: break;
  }
  return desk::LinkKind::Follows;
}

desk::OpenVendorCase read_vendor_case(ObjectReader fields) {
  desk::OpenVendorCase there;
  there.vendor = desk::PartyName(fields.required_text("vendor", needed(kName)));
  there.reference = fields.optional_text("reference", kReference).value_or("");
  there.chase_at = fields.optional_instant("chase_at");
  fields.done();
  return there;
}

void read_period(ObjectReader& fields, app::NewLeave& leave) {
  constexpr TextRule kEdge{.min = 1, .max = 40, .lines = Lines::One};
  leave.from = fields.required_text("from", kEdge);
  leave.to = fields.required_text("to", kEdge);
  leave.note = fields.optional_text("note", {.max = app::kMaxLeaveNote, .lines = Lines::One}).value_or("");
}

NamedLink read_link(ObjectReader& fields) {
  const auto kind = fields.required_word("kind", words_until(desk::LinkKind::FollowedBy));
  return {.kind = desk::parse<desk::LinkKind>(kind).value_or(desk::LinkKind::RelatesTo),
          .ticket = fields.required_text("ticket", needed(kName)),
          .reason = {}};
}

// Each one line and not empty.
template <class Word>
std::vector<Word> read_words(ObjectReader& fields, std::string_view field) {
  std::vector<Word> words;
  for (json::ValueReader& each : fields.optional_list(field, {.max = desk::kMaxTouched}))
    words.emplace_back(each.text(needed(kName)).value_or(""));
  return words;
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

Decoded<SignIn> decode_sign_in(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    std::string email = fields.required_text("email", kEmail);
    return SignIn{.email = std::move(email), .password = base::Secret(fields.required_text("password", kPassword))};
  });
}

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

Decoded<app::NewLeave> decode_new_leave(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    leave.person = desk::PersonName(fields.required_text("person", needed(kName)));
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeave> decode_leave_change(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeave leave;
    read_period(fields, leave);
    return leave;
  });
}

Decoded<app::NewLeaveFeed> decode_new_leave_feed(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::NewLeaveFeed feed;
    feed.person = desk::PersonName(fields.required_text("person", needed(kName)));
    feed.url = fields.required_text("url", {.min = 1, .max = app::kMaxFeedUrl, .lines = Lines::One});
    feed.label = fields.required_text("label", {.min = 1, .max = app::kMaxFeedLabel, .lines = Lines::One});
    return feed;
  });
}

Decoded<std::string> decode_label(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return fields.required_text("label", {.min = 1, .max = app::kMaxCalendarKeyLabel, .lines = Lines::One});
  });
}

Decoded<desk::Watch> decode_watch(std::string_view body) {
  if (body.empty()) return desk::Watch{};
  return decode(body, [](ObjectReader& fields) { return desk::Watch{name<desk::PersonName>(fields, "person")}; });
}

Decoded<desk::ChangeTags> decode_tags(std::string_view body) {
  auto change = decode(body, [](ObjectReader& fields) {
    return desk::ChangeTags{.add = read_tags(fields, "add"), .remove = read_tags(fields, "remove")};
  });
  if (change && change->add.empty() && change->remove.empty())
    return invalid({{"", "there is nothing to change: give `add`, `remove` or both"}});
  return change;
}

Decoded<desk::RateService> decode_rating(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::RateService command;
    command.verdict = desk::parse<desk::Verdict>(fields.required_word("verdict", words_until(desk::Verdict::Bad)))
                          .value_or(desk::Verdict::Good);
    command.words = fields.optional_text("words", kText).value_or("");
    return command;
  });
}

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

Decoded<BulkEdit> decode_bulk_edit(std::string_view body) {
  auto decoded = decode(body, [](ObjectReader& fields) {
    BulkEdit edit;
    for (ValueReader& each : fields.required_list("tickets", {.min = 1, .max = app::kMaxBulk}))
      edit.tickets.push_back(each.text({.min = 1, .max = 100, .lines = Lines::One}).value_or(""));
    auto& commands = edit.commands;
    if (const auto to = fields.optional_text("category", kName))
      commands.emplace_back(desk::ChangeCategory{desk::CategoryName(*to)});
    if (const auto to = fields.optional_text("priority", kName))
      commands.emplace_back(desk::ChangePriority{desk::PriorityName(*to)});
    if (const auto to = fields.optional_text("assign", kName))
      commands.emplace_back(desk::Assign{desk::PersonName(*to)});
    desk::ChangeTags tags{.add = read_tags(fields, "add_tags"), .remove = read_tags(fields, "remove_tags")};
    if (!tags.add.empty() || !tags.remove.empty()) commands.emplace_back(std::move(tags));
    const auto end = fields.optional_word("end", kBulkEnds);
    auto note = fields.optional_text("note", kText);
    if (note && end != "resolve") fields.complain("note", "goes with end `resolve` only");
    if (end == "resolve") commands.emplace_back(desk::Resolve{std::move(note).value_or("")});
    if (end == "close") commands.emplace_back(desk::Close{});
    return edit;
  });
  if (decoded && decoded->commands.empty()) {
    return invalid({{"", "there is nothing to change: give `assign`, `priority`, `category`, tags or `end`"}});
  }
  return decoded;
}

Decoded<app::MacroRecord> decode_macro(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::MacroRecord macro;
    macro.team = name<desk::TeamName>(fields, "team");
    macro.title = fields.required_text("title", {.min = 1, .max = app::kMaxMacroTitle, .lines = Lines::One});
    macro.text = fields.optional_text("text", kText).value_or("");
    macro.visibility = word(fields, "visibility", desk::Visibility::Both).value_or(desk::Visibility::Requester);
    macro.take = fields.optional_boolean("take").value_or(false);
    macro.priority = name<desk::PriorityName>(fields, "priority");
    macro.tags = read_tags(fields, "tags");
    constexpr json::Choice<app::MacroEnd> kEnds[]{{"nothing", app::MacroEnd::Nothing},
                                                  {"wait", app::MacroEnd::Wait},
                                                  {"resolve", app::MacroEnd::Resolve},
                                                  {"close", app::MacroEnd::Close}};
    macro.end = fields.optional_choice("end", kEnds).value_or(app::MacroEnd::Nothing);
    const auto on = word(fields, "waiting_on", desk::WaitingOn::Evidence);
    if (on && macro.end != app::MacroEnd::Wait) fields.complain("waiting_on", "goes with end `wait` only");
    macro.waiting_on = on.value_or(desk::WaitingOn::Requester);
    return macro;
  });
}

Decoded<NoticesRead> decode_notices_read(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::IntegerRule kId{.min = 0, .max = std::int64_t{1} << 53};  // what every JSON reader can tell apart
    NoticesRead read;
    read.last = static_cast<std::uint64_t>(fields.required_integer("last", kId));
    read.first = static_cast<std::uint64_t>(fields.optional_integer("first", kId).value_or(0));
    return read;
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

Decoded<NamedLink> decode_link(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return read_link(fields); });
}

Decoded<NamedLink> decode_unlink(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    NamedLink link = read_link(fields);
    link.reason = fields.optional_text("reason", kText).value_or("");
    return link;
  });
}

Decoded<NamedMerge> decode_merge(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    NamedMerge merge;
    merge.into = fields.required_text("into", needed(kName));
    merge.reason = fields.optional_text("reason", kText).value_or("");
    return merge;
  });
}

Decoded<app::RelatedTicket> decode_related_ticket(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    app::RelatedTicket related;
    related.kind = word(fields, "kind", desk::TicketKind::VendorCase).value_or(desk::TicketKind::Incident);
    related.link = word(fields, "link", desk::LinkKind::FollowedBy).value_or(usual_link(related.kind));
    related.subject = fields.required_text("subject", {.min = 1, .max = desk::kMaxSubject, .lines = Lines::One});
    related.text = fields.optional_text("text", kText).value_or("");
    related.comment = static_cast<std::uint32_t>(
        fields.optional_integer("comment", {.min = 1, .max = std::numeric_limits<std::uint32_t>::max()}).value_or(0));
    related.category = name<desk::CategoryName>(fields, "category");
    related.priority = name<desk::PriorityName>(fields, "priority");
    if (auto there = fields.optional_object("vendor_case")) related.vendor_case = read_vendor_case(*std::move(there));
    return related;
  });
}

Decoded<desk::RecordChase> decode_chase(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::RecordChase chase;
    chase.said = fields.required_text("said", kNeededText);
    chase.reference = fields.optional_text("reference", kReference).value_or("");
    chase.passed_to = name<desk::PartyName>(fields, "passed_to");
    chase.chase_at = fields.optional_instant("chase_at");
    return chase;
  });
}

Decoded<desk::RecordVendorAnswer> decode_vendor_answer(std::string_view body) {
  return decode(
      body, [](ObjectReader& fields) { return desk::RecordVendorAnswer{fields.required_text("said", kNeededText)}; });
}

Decoded<desk::RecordRootCause> decode_root_cause(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::RecordRootCause{fields.required_text("cause", kNeededText)}; });
}

Decoded<desk::DeclareKnownError> decode_known_error(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    return desk::DeclareKnownError{fields.required_text("workaround", kNeededText)};
  });
}

Decoded<desk::DeclareMajor> decode_declare_major(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::DeclareMajor command;
    command.scenario = fields.optional_text("scenario", kName).value_or("");
    command.reason = fields.required_text("reason", kNeededText);
    return command;
  });
}

Decoded<desk::GiveMajorRole> decode_major_role(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::GiveMajorRole command;
    const auto role = fields.required_word("role", words_until(desk::MajorRole::Decide));
    command.role = desk::parse<desk::MajorRole>(role).value_or(desk::MajorRole::Lead);
    command.person = desk::PersonName(fields.required_text("person", needed(kName)));
    command.decides = fields.optional_text("decides", kReference).value_or("");
    command.reason = fields.optional_text("reason", kText).value_or("");
    if (!command.decides.empty() && command.role != desk::MajorRole::Decide)
      fields.complain("decides", "goes with the role `decide` only");
    return command;
  });
}

Decoded<desk::NoteInTimeline> decode_timeline_note(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::NoteInTimeline{fields.required_text("text", kNeededText)}; });
}

Decoded<desk::SendMajorUpdate> decode_major_update(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    desk::SendMajorUpdate command;
    const auto to = fields.required_word("to", words_until(desk::UpdateAudience::Leadership));
    command.to = desk::parse<desk::UpdateAudience>(to).value_or(desk::UpdateAudience::Requesters);
    command.text = fields.required_text("text", kNeededText);
    return command;
  });
}

Decoded<desk::StandDown> decode_stand_down(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return desk::StandDown{fields.required_text("note", kNeededText)}; });
}

Decoded<desk::ReviewMajor> decode_review(std::string_view body) {
  return decode(body,
                [](ObjectReader& fields) { return desk::ReviewMajor{fields.required_text("text", kNeededText)}; });
}

Decoded<bool> decode_nothing(std::string_view body) {
  if (body.empty()) return true;
  return decode(body, [](ObjectReader&) { return true; });
}

namespace {

constexpr std::uint32_t kMaxNumber = 1'000'000'000;

app::DraftText read_draft(ObjectReader& fields) {
  app::DraftText draft;
  draft.title = fields.required_text("title", {.min = 1, .max = desk::kMaxDraftTitle, .lines = Lines::One});
  draft.based_on = static_cast<std::uint32_t>(fields.required_integer("based_on", {.min = 1, .max = kMaxNumber}));
  draft.root = fields.required_text("root", needed(kName));
  for (json::ValueReader& each : fields.required_list("files", {.min = 1, .max = app::kMaxAgreementFiles})) {
    ObjectReader file = each.object();
    std::string name = file.required_text("name", needed(kName));
    // What is signed is the text as it was written; the compiler says what is wrong in it.
    std::string text = file.required_text("text", {.max = agreement::kFileBytes, .unseen = json::Unseen::Kept});
    file.done();
    if (!draft.files.emplace(std::move(name), std::move(text)).second) each.complain("is there twice");
  }
  return draft;
}

}  // namespace

Decoded<std::variant<app::DraftText, RulingOf>> decode_new_draft(std::string_view body) {
  return decode(body, [](ObjectReader& fields) -> std::variant<app::DraftText, RulingOf> {
    if (fields.has("ruling")) return RulingOf{fields.required_text("ruling", needed(kName))};
    return read_draft(fields);
  });
}

Decoded<app::DraftText> decode_draft(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return read_draft(fields); });
}

Decoded<desk::CommentOnDraft> decode_draft_comment(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::IntegerRule kFromOne{.min = 1, .max = kMaxNumber};
    desk::CommentOnDraft command;
    command.revision = static_cast<std::uint32_t>(fields.optional_integer("revision", kFromOne).value_or(0));
    command.file = fields.optional_text("file", kName).value_or("");
    command.line = static_cast<std::uint32_t>(fields.optional_integer("line", kFromOne).value_or(0));
    command.text = fields.required_text("text", {.min = 1, .max = desk::kMaxDraftComment});
    if (command.line > 0 && command.file.empty()) fields.complain("line", "goes with a `file`");
    return command;
  });
}

Decoded<desk::TextHash> decode_seen_text(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr std::size_t kDigits = 64;
    return desk::TextHash(fields.required_text("texts_sha256", {.min = kDigits, .max = kDigits, .lines = Lines::One}));
  });
}

Decoded<std::string> decode_optional_reason(std::string_view body) {
  return decode(body, [](ObjectReader& fields) { return fields.optional_text("reason", kText).value_or(""); });
}

Decoded<app::PresenceWord> decode_presence(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr json::Choice<app::Doing> kDoing[] = {
        {"viewing", app::Doing::Viewing}, {"typing", app::Doing::Typing}, {"gone", app::Doing::Gone}};
    app::PresenceWord word;
    word.doing = fields.required_choice("doing", kDoing);
    word.window = fields.required_text("window", {.min = 1, .max = app::kMaxWindowName, .lines = Lines::One});
    return word;
  });
}

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

Decoded<app::NewVip> decode_new_vip(std::string_view body) {
  return decode(body, [](ObjectReader& fields) {
    constexpr TextRule kVipText{.max = app::kMaxVipText, .lines = Lines::One};
    app::NewVip vip;
    vip.email = fields.required_text("email", needed(kEmail));
    vip.name = fields.optional_text("name", kVipText).value_or("");
    vip.note = fields.optional_text("note", kVipText).value_or("");
    return vip;
  });
}

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
