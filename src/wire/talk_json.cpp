#include "wire/talk_json.h"

#include "app/engagements.h"
#include "wire/writer.h"

namespace tandem::wire {
namespace {

void write(Writer& json, const app::AboutAgreement& about) {
  const auto number = [&](std::string_view key, std::uint32_t value) {
    json.field(key, value == 0 ? std::nullopt : std::optional(value));
  };
  json.begin_object();
  number("draft", about.draft);
  number("proposal", about.proposal);
  number("version", about.version);
  json.end_object();
}

void write(Writer& json, const app::NoticeView& notice, std::string_view prefix) {
  json.begin_object();
  json.field("id", notice.id);
  json.field("kind", desk::to_text(notice.kind));
  json.field("at", notice.at);
  json.field("read", notice.is_read);
  const auto* ticket = std::get_if<app::AboutTicket>(&notice.about);
  json.field("ticket", ticket == nullptr ? std::nullopt : std::optional(ticket->id.text()));
  json.field("number", ticket == nullptr ? std::nullopt : std::optional(app::format_number(prefix, ticket->number)));
  json.key("agreement");
  if (const auto* agreement = std::get_if<app::AboutAgreement>(&notice.about)) {
    write(json, *agreement);
  } else {
    json.null();
  }
  json.field("subject", notice.subject);
  json.field("actor", notice.actor);
  json.field("text", notice.text);
  json.field("whole", notice.is_whole);
  json.field_or_null("excerpt", notice.excerpt);
  json.end_object();
}

std::string_view to_text(app::MacroEnd end) {
  switch (end) {
    case app::MacroEnd::Nothing: return "nothing";
    case app::MacroEnd::Wait: return "wait";
    case app::MacroEnd::Resolve: return "resolve";
    case app::MacroEnd::Close: return "close";
  }
  return "nothing";
}

void write(Writer& json, const app::MacroRecord& macro) {
  json.begin_object();
  json.field("id", macro.id.text());
  json.field_or_null("team", macro.team);
  json.field("title", macro.title);
  json.field("text", macro.text);
  json.field("visibility", desk::to_text(macro.visibility));
  json.field("take", macro.take);
  json.field_or_null("priority", macro.priority);
  json.key("tags");
  json.begin_array();
  for (const std::string& tag : macro.tags) json.value(tag);
  json.end_array();
  json.field("end", to_text(macro.end));
  json.field("waiting_on",
             macro.end == app::MacroEnd::Wait ? std::optional(desk::to_text(macro.waiting_on)) : std::nullopt);
  json.field("changed_by", macro.changed.display);
  json.field("changed_at", macro.changed.at);
  json.end_object();
}

}  // namespace

std::string encode(const app::NoticePage& page, std::string_view prefix) {
  Writer json;
  json.reserve(64 + page.notices.size() * 512);
  json.begin_object();
  json.key("notices");
  json.begin_array();
  for (const app::NoticeView& each : page.notices) write(json, each, prefix);
  json.end_array();
  json.field("unread", page.unread);
  json.field("next", page.next > 0 ? std::optional(page.next) : std::nullopt);
  json.end_object();
  return json.take();
}

std::string encode_unread(std::uint64_t unread) {
  Writer json;
  json.begin_object();
  json.field("unread", unread);
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::MonthOfRatings> months) {
  Writer json;
  json.begin_object();
  json.key("months");
  json.begin_array();
  for (const app::MonthOfRatings& month : months) {
    json.begin_object();
    json.field("month", month.month);
    json.field("good", month.good);
    json.field("bad", month.bad);
    json.key("teams");
    json.begin_array();
    for (const app::TeamRatings& team : month.teams) {
      json.begin_object();
      json.field("party", team.party);
      json.field("team", team.team);
      json.field("good", team.good);
      json.field("bad", team.bad);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(const app::MacroRecord& macro) {
  Writer json;
  write(json, macro);
  return json.take();
}

std::string encode(std::span<const app::MacroRecord> macros) {
  Writer json;
  json.begin_object();
  json.key("macros");
  json.begin_array();
  for (const app::MacroRecord& macro : macros) write(json, macro);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
