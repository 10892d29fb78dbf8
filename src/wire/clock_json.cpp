#include "wire/clock_json.h"

#include "wire/names.h"
#include "wire/parts.h"

namespace tandem::wire {
namespace {

void write(Writer& json, const desk::Segment& segment, std::optional<base::Instant> to) {
  json.begin_object();
  json.field("from", segment.from);
  json.field("to", to);
  json.field("party", segment.party);
  json.field("team", segment.team);
  json.field("state", desk::to_text(segment.state));
  json.field("waiting_on", segment.waiting_on ? std::optional(desk::to_text(*segment.waiting_on)) : std::nullopt);
  json.field("priority", segment.priority);
  json.field("ball", desk::to_text(desk::ball(segment)));
  json.end_object();
}

void write(Writer& json, const desk::Charge& charge) {
  json.begin_object();
  json.field("ball", desk::to_text(charge.ball));
  json.field_or_null("party", charge.party);
  json.field_or_null("team", charge.team);
  json.field_or_null("calendar", std::string_view(charge.calendar));
  json.field("open_seconds", charge.open ? std::optional(whole_seconds(*charge.open)) : std::nullopt);
  json.field("real_seconds", whole_seconds(charge.real));
  json.field("counted_seconds", whole_seconds(charge.counted));
  json.field("percent", charge.percent);
  json.end_object();
}

}  // namespace

void write(Writer& json, std::span<const desk::TargetView> targets) {
  json.begin_array();
  for (const desk::TargetView& target : targets) {
    const desk::Reading& reading = target.reading;
    const std::int64_t goal = whole_seconds(reading.goal);
    const std::int64_t elapsed = whole_seconds(reading.elapsed);
    json.begin_object();
    json.field("name", desk::to_text(reading.kind));
    json.field("text", target.text);
    json.field("clock", target.clock);
    json.field("state", desk::to_text(reading.state));
    json.field("goal_seconds", goal);
    json.field("elapsed_seconds", elapsed);
    json.field("remaining_seconds", goal - elapsed);
    json.field("paused_seconds", whole_seconds(reading.paused));
    json.field("due_at", reading.due);
    json.field("due_if_resumed_at", reading.due_if_resumed);
    json.field("paused_since", reading.paused_since);
    json.field("met_at", reading.met_at);
    json.key("warnings");
    json.begin_array();
    for (const desk::Warning& warning : target.warnings) {
      json.begin_object();
      json.field("percent", warning.percent);
      json.field("at", warning.at);
      json.end_object();
    }
    json.end_array();
    json.key("reasons");
    write(json, std::span<const desk::Reason>(target.reasons));
    json.end_object();
  }
  json.end_array();
}

void write_held(Writer& json, const app::TicketView& view) {
  const std::span<const desk::Segment> segments = view.ticket.segments;
  if (segments.empty()) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("segments");
  json.begin_array();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    write(json, segments[i], i + 1 < segments.size() ? std::optional(segments[i + 1].from) : std::nullopt);
  }
  json.end_array();
  json.key("charges");
  json.begin_array();
  for (const desk::Charge& charge : view.charges) write(json, charge);
  json.end_array();
  json.end_object();
}

}  // namespace tandem::wire
