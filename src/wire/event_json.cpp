#include "wire/event_json.h"

#include "wire/writer.h"

namespace tandem::wire {
namespace {

void write_people(Writer& json, std::span<const app::PresentPerson> people) {
  json.key("people");
  json.begin_array();
  for (const app::PresentPerson& each : people) {
    json.begin_object();
    json.field("person", each.person);
    json.field("display", each.display);
    json.field("doing", app::to_text(each.doing));
    json.field("works", each.works);
    json.field("since", each.since);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string encode(const app::LiveChange& change, const EngagementLabel& engagement) {
  Writer json;
  json.begin_object();
  json.field("position", change.position);
  json.field("engagement", engagement.name);
  json.field("ticket", change.ticket.text());
  json.field("number", app::format_number(engagement.prefix, change.number));
  json.field("version", change.version);
  json.field("kind", change.kind);
  json.field("at", change.at);
  json.field("actor", change.actor);
  json.end_object();
  return json.take();
}

// JSON text as we write it has no line breaks, so one data line holds it.
void append_event(std::string& stream, const app::LiveChange& change, const EngagementLabel& engagement) {
  stream += fmt::format("id: {}\nevent: change\ndata: {}\n\n", change.position, encode(change, engagement));
}

void append_position(std::string& stream, app::Position position) {
  stream += fmt::format("id: {}\n\n", position);
}

void append_calendar_changed(std::string& stream) {
  stream += "event: calendar\ndata: {}\n\n";
}

void append_unread(std::string& stream, std::uint64_t unread) {
  stream += fmt::format("event: notices\ndata: {{\"unread\":{}}}\n\n", unread);
}

void append_agreement_changed(std::string& stream) {
  stream += "event: agreement\ndata: {}\n\n";
}

void append_presence(std::string& stream, const app::TicketPresence& presence) {
  Writer json;
  json.begin_object();
  json.field("ticket", presence.ticket.text());
  write_people(json, presence.people);
  json.end_object();
  stream += fmt::format("event: presence\ndata: {}\n\n", json.take());
}

std::string encode(std::span<const app::PresentPerson> people) {
  Writer json;
  json.begin_object();
  write_people(json, people);
  json.end_object();
  return json.take();
}

void append_reset(std::string& stream, app::Position position) {
  stream += fmt::format("id: {}\nevent: reset\ndata: {{}}\n\n", position);
}

}  // namespace tandem::wire
