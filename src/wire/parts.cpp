#include "wire/parts.h"

namespace tandem::wire {

void write(Writer& json, const desk::Owner& owner) {
  json.begin_object();
  json.field("party", owner.party);
  json.field("team", owner.team);
  json.field_or_null("person", owner.person);
  json.end_object();
}

void write(Writer& json, const desk::Actor& actor) {
  json.begin_object();
  json.field("kind", desk::to_text(actor.kind));
  json.field_or_null("person", actor.person);
  json.field_or_null("party", actor.party);
  json.field("display", actor.display);
  json.end_object();
}

void write(Writer& json, const desk::Requester& requester) {
  json.begin_object();
  json.field("name", requester.name);
  json.field("email", requester.email);
  json.field("vip", requester.vip);
  json.end_object();
}

void write(Writer& json, std::span<const desk::Reason> reasons) {
  json.begin_array();
  for (const desk::Reason& each : reasons) {
    json.begin_object();
    json.field("kind", each.kind);
    json.field("text", each.text);
    json.field_or_null("file", std::string_view(each.file));
    json.field("line", each.line == 0 ? std::nullopt : std::optional(each.line));
    json.end_object();
  }
  json.end_array();
}

void write(Writer& json, std::span<const desk::Told> told) {
  json.begin_array();
  for (const desk::Told& one : told) {
    json.begin_object();
    json.field("person", one.person);
    json.field("as", one.as);
    json.field("away", one.away);
    json.end_object();
  }
  json.end_array();
}

void write(Writer& json, const std::optional<desk::Cost>& cost) {
  if (!cost) return json.null();
  json.begin_object();
  json.field("hundredths", cost->hundredths);
  json.field("currency", cost->currency);
  json.end_object();
}

std::int64_t whole_seconds(base::Duration length) {
  return std::chrono::floor<std::chrono::seconds>(length).count();
}

}  // namespace tandem::wire
