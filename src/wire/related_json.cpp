#include "wire/related_json.h"

#include "wire/markdown.h"
#include "wire/parts.h"

namespace tandem::wire {
namespace {

void write_link(Writer& json, const app::LinkView& view, std::string_view prefix) {
  json.begin_object();
  json.field("kind", desk::to_text(view.link.kind));
  json.field_or_null("ticket", view.is_hidden ? std::string() : view.link.other.text());
  json.field_or_null("number", view.is_hidden ? std::string() : app::format_number(prefix, view.link.number));
  json.field("comment", view.link.comment == 0 ? std::nullopt : std::optional(view.link.comment));
  json.field("awaited", view.link.awaited);
  json.field("step", view.link.step ? std::optional(desk::to_text(*view.link.step)) : std::nullopt);
  json.field("due_at", view.due_at);
  json.field("major_since", view.major_since);
  json.field("at", view.link.at);
  json.field_or_null("ticket_kind", view.is_hidden ? std::string_view() : desk::to_text(view.kind));
  json.field_or_null("state", view.is_hidden ? std::string_view() : desk::to_text(view.state));
  json.key("owner");
  if (view.owner.team.empty()) {
    json.null();
  } else {
    write(json, view.owner);
  }
  json.key("ask");
  if (view.ask) {
    write(json, *view.ask);
  } else {
    json.null();
  }
  json.field_or_null("subject", view.subject);
  json.field_or_null("workaround", view.workaround);
  json.field_or_null("workaround_html", view.workaround.empty() ? std::string() : render_markdown(view.workaround));
  json.end_object();
}

void write_followers(Writer& json, const desk::Ticket& ticket) {
  json.begin_array();
  for (const desk::Follower& follower : ticket.followers) {
    json.begin_object();
    json.field("ticket", follower.from.text());
    json.field("name", follower.name);
    json.end_object();
  }
  json.end_array();
}

void write_vendor_case(Writer& json, const std::optional<desk::VendorCase>& vendor_case) {
  if (!vendor_case) return json.null();
  json.begin_object();
  json.field("vendor", vendor_case->vendor);
  json.field_or_null("reference", vendor_case->reference);
  json.key("trail");
  json.begin_array();
  for (const desk::PartyName& vendor : vendor_case->trail) json.value(vendor);
  json.end_array();
  json.field("chases", vendor_case->chases);
  json.field("reminders", vendor_case->reminders);
  json.field("chase_at", vendor_case->chase_at);
  json.field("due_since", vendor_case->due_since);
  json.field("answered_at", vendor_case->answered_at);
  json.field_or_null("said", vendor_case->said);
  json.field_or_null("loop", vendor_case->loop);
  json.end_object();
}

void write_problem(Writer& json, const std::optional<desk::Problem>& problem) {
  if (!problem) return json.null();
  json.begin_object();
  json.field_or_null("root_cause", problem->root_cause);
  json.field_or_null("workaround", problem->workaround);
  json.field_or_null("workaround_html",
                     problem->workaround.empty() ? std::string() : render_markdown(problem->workaround));
  json.field("known_since", problem->known_since);
  json.end_object();
}

void write_post(Writer& json, const desk::MajorPost& post) {
  json.begin_object();
  json.field("role", desk::to_text(post.role));
  json.field_or_null("decides", post.decides);
  json.field_or_null("team", post.team);
  json.field_or_null("person", post.person);
  json.field("reason", post.reason);
  json.field_or_null("file", post.file);
  json.field("line", post.file.empty() ? std::nullopt : std::optional(post.line));
  json.end_object();
}

void write_cadence(Writer& json, const desk::MajorIncident::Cadence& cadence) {
  json.begin_object();
  json.field("due", cadence.due);
  json.field("late", cadence.step > 0);
  json.end_object();
}

void write_updates(Writer& json, std::span<const desk::MajorIncident::Cadence, 2> updates) {
  json.begin_object();
  for (const desk::UpdateAudience to : {desk::UpdateAudience::Requesters, desk::UpdateAudience::Leadership}) {
    json.key(desk::to_text(to));
    write_cadence(json, updates[static_cast<std::size_t>(to)]);
  }
  json.end_object();
}

void write_active(Writer& json, const app::ActiveMajor& major, std::string_view prefix) {
  json.begin_object();
  json.field("ticket", major.ticket.text());
  json.field("number", app::format_number(prefix, major.number));
  json.field("subject", major.subject);
  json.field("since", major.since);
  json.key("lead");
  if (major.lead) {
    json.begin_object();
    json.field_or_null("team", major.lead->team);
    json.field_or_null("person", major.lead->person);
    json.end_object();
  } else {
    json.null();
  }
  json.key("updates");
  // The agreement's own cadence is the teams' business.
  if (major.since) {
    write_updates(json, major.updates);
  } else {
    json.null();
  }
  json.key("told");
  if (major.told) {
    json.begin_object();
    json.field("at", major.told->at);
    json.field("text", major.told->text);
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_major(Writer& json, const std::optional<desk::MajorIncident>& major) {
  if (!major) return json.null();
  json.begin_object();
  json.field_or_null("scenario", major->declared.scenario);
  json.field("reason", major->declared.reason);
  json.key("declared_by");
  write(json, major->declared_by);
  json.field("declared_at", major->declared_at);
  json.key("told");
  write(json, std::span<const desk::Told>(major->declared.told));
  json.key("posts");
  json.begin_array();
  for (const desk::MajorPost& post : major->posts) write_post(json, post);
  json.end_array();
  json.key("timeline");
  json.begin_array();
  for (const desk::MajorIncident::Entry& entry : major->timeline) {
    json.begin_object();
    json.field("at", entry.at);
    json.key("by");
    write(json, entry.by);
    json.field("text", entry.text);
    json.end_object();
  }
  json.end_array();
  json.key("updates");
  write_updates(json, major->updates);
  json.field("update_seconds", desk::update_interval(major->declared) / base::seconds(1));
  json.field("stood_down_at", major->stood_down_at);
  json.field("reviewed_at", major->reviewed_at);
  json.field_or_null("review", major->review);
  json.end_object();
}

}  // namespace

void write_related(Writer& json, const app::TicketView& view) {
  const std::string& prefix = view.engagement->record.prefix;
  json.key("links");
  json.begin_array();
  for (const app::LinkView& link : view.links) write_link(json, link, prefix);
  json.end_array();
  json.key("followers");
  write_followers(json, view.ticket);
  json.field("merged_into", view.ticket.merged_into ? std::optional(view.ticket.merged_into->text()) : std::nullopt);
  json.key("vendor_case");
  write_vendor_case(json, view.ticket.vendor_case);
  json.key("problem");
  write_problem(json, view.ticket.problem);
  json.key("major");
  write_major(json, view.ticket.major);
}

std::string encode(std::span<const app::KnownError> errors, std::string_view prefix) {
  Writer json;
  json.begin_object();
  json.key("known_errors");
  json.begin_array();
  for (const app::KnownError& error : errors) {
    json.begin_object();
    json.field("ticket", error.ticket.text());
    json.field("number", app::format_number(prefix, error.number));
    json.field("subject", error.subject);
    json.field("workaround", error.workaround);
    json.field("workaround_html", render_markdown(error.workaround));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::ActiveMajor> majors, std::string_view prefix) {
  Writer json;
  json.begin_object();
  json.key("majors");
  json.begin_array();
  for (const app::ActiveMajor& major : majors) write_active(json, major, prefix);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
