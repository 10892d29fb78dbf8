#include "app/calendar_keys.h"
#include "app/macros.h"
#include "desk/decide.h"
#include "desk/ticket.h"
#include "wire/request_body.h"
#include "wire/requests.h"

namespace tandem::wire {
namespace {

constexpr std::array<std::string_view, 2> kBulkEnds{"resolve", "close"};

// What is no tag is the desk's to refuse: it says what one is.
std::vector<std::string> read_tags(ObjectReader& fields, std::string_view field) {
  std::vector<std::string> tags;
  for (ValueReader& each : fields.optional_list(field, {.max = desk::kMaxTags}))
    tags.push_back(each.text({.min = 1, .max = kName.max, .lines = Lines::One}).value_or(""));
  return tags;
}

}  // namespace

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

}  // namespace tandem::wire
