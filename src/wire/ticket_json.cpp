#include "wire/ticket_json.h"

#include "app/narrative.h"
#include "desk/confidential.h"
#include "wire/action_json.h"
#include "wire/catalogue_json.h"
#include "wire/change_json.h"
#include "wire/clock_json.h"
#include "wire/decision_json.h"
#include "wire/file_json.h"
#include "wire/markdown.h"
#include "wire/names.h"
#include "wire/parts.h"
#include "wire/related_json.h"

namespace tandem::wire {
namespace {

// The fields that a ticket and its line in a queue have in common.
struct Row {
  std::string id;
  std::string number;
  std::string_view subject;
  desk::State state;
  std::optional<desk::WaitingOn> waiting_on;
  const desk::PriorityName& priority;
  std::uint32_t priority_rank;
  const desk::CategoryName& category;
  const desk::SiteName& site;
  const desk::Owner& owner;
  const desk::PersonName& accountable;
  bool gap;
  const desk::Requester& requester;
  base::Instant opened_at;
  base::Instant updated_at;
  std::uint32_t version;
};

void write_fields(Writer& json, const Row& row) {
  json.field("id", row.id);
  json.field("number", row.number);
  json.field("subject", row.subject);
  json.field("state", desk::to_text(row.state));
  json.field("waiting_on", row.waiting_on ? std::optional(desk::to_text(*row.waiting_on)) : std::nullopt);
  json.field("priority", row.priority);
  json.field("priority_rank", row.priority_rank);
  json.field("category", row.category);
  json.field_or_null("site", row.site);
  json.key("owner");
  write(json, row.owner);
  json.field("accountable", row.accountable);
  json.field("gap", row.gap);
  json.key("requester");
  write(json, row.requester);
  json.field("opened_at", row.opened_at);
  json.field("updated_at", row.updated_at);
  json.field("version", row.version);
}

void write_comments(Writer& json, std::span<const desk::Comment> comments) {
  json.begin_array();
  for (const desk::Comment& each : comments) {
    json.begin_object();
    json.field("number", each.number);
    json.field("at", each.at);
    json.key("author");
    write(json, each.author);
    json.field("visibility", desk::to_text(each.visibility));
    json.field_or_null("team", each.team);
    // A comment is never empty: where the text is, the reader may not read it.
    json.field_or_null("text", each.text);
    json.field_or_null("html", each.text.empty() ? std::string() : render_markdown(each.text));
    json.end_object();
  }
  json.end_array();
}

void write_handoff(Writer& json, const std::optional<desk::PendingHandoff>& handoff) {
  if (!handoff) {
    json.null();
    return;
  }
  const desk::HandoffOffered& offer = handoff->offer;
  json.begin_object();
  json.field("epoch", offer.epoch);
  json.key("from");
  write(json, offer.from);
  json.field("to_party", offer.to_party);
  json.field("to_team", offer.to_team);
  json.field_or_null("to_person", offer.to_person);
  json.field("note", offer.note);
  json.key("offered_by");
  write(json, handoff->offered_by);
  json.field("offered_at", handoff->offered_at);
  json.field("expires_at", offer.expires_at);
  json.end_object();
}

void write_people(Writer& json, std::span<const desk::PersonName> people) {
  json.begin_array();
  for (const desk::PersonName& person : people) json.value(person.text());
  json.end_array();
}

void write_words(Writer& json, std::span<const std::string> words) {
  json.begin_array();
  for (const std::string& word : words) json.value(word);
  json.end_array();
}

void write_satisfaction(Writer& json, const std::optional<desk::Satisfaction>& satisfaction) {
  if (!satisfaction) {
    json.null();
    return;
  }
  json.begin_object();
  json.field("verdict", desk::to_text(satisfaction->verdict));
  json.field("words", satisfaction->words);
  json.field("at", satisfaction->at);
  json.end_object();
}

void write_escalation(Writer& json, const desk::Escalation& escalation) {
  json.begin_object();
  json.field("since", escalation.since);
  json.field("steps_taken", static_cast<std::uint32_t>(escalation.taken.size()));
  json.field("acknowledged_at", escalation.acknowledged_at);
  json.field_or_null("acknowledged_by", escalation.acknowledged_by);
  json.end_object();
}

void write_dispute(Writer& json, const desk::Ticket& ticket) {
  const std::optional<desk::Dispute>& dispute = ticket.dispute;
  if (!dispute) {
    json.null();
    return;
  }
  json.begin_object();
  json.field("kind", desk::to_text(dispute->raised.kind));
  json.field("reason", dispute->raised.reason);
  json.key("raised_by");
  write(json, dispute->raised_by);
  json.field("raised_at", dispute->raised_at);
  json.field("step", dispute->step);
  json.field("steps", static_cast<std::uint32_t>(dispute->raised.path.size()));
  json.field("question", ticket.last_question);
  json.key("deciders");
  write_people(json, dispute->deciders());
  json.field("due", dispute->due);
  json.key("rulings");
  json.begin_array();
  for (const desk::Dispute::Ruling& ruling : dispute->rulings) {
    json.begin_object();
    json.field("person", ruling.person);
    json.field("team", ruling.team);
    json.field("reason", ruling.reason);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_allowed(Writer& json, const app::Allowed& allowed) {
  json.begin_object();
  json.field("comment", allowed.comment);
  json.field("note", allowed.note);
  json.field("take", allowed.take);
  json.field("edit", allowed.edit);
  json.field("handoff", allowed.handoff);
  json.field("accept", allowed.accept);
  json.field("decline", allowed.decline);
  json.field("withdraw", allowed.withdraw);
  json.field("wait", allowed.wait);
  json.field("resume", allowed.resume);
  json.field("resolve", allowed.resolve);
  json.field("reopen", allowed.reopen);
  json.field("close", allowed.close);
  json.field("assign", allowed.assign);
  json.field("release", allowed.release);
  json.field("acknowledge", allowed.acknowledge);
  json.field("flag_strategic", allowed.flag_strategic);
  json.field("dispute", allowed.dispute);
  json.field("rule", allowed.rule);
  json.field("withdraw_dispute", allowed.withdraw_dispute);
  json.key("change");
  write_allowed_change(json, allowed.change);
  json.field("watch", allowed.watch);
  json.field("unwatch", allowed.unwatch);
  json.field("tag", allowed.tag);
  json.field("rate", allowed.rate);
  json.field("advise", allowed.advise);
  json.field("recommend", allowed.recommend);
  json.field("decide", allowed.decide);
  json.field("link", allowed.link);
  json.field("merge", allowed.merge);
  json.field("open_related", allowed.open_related);
  json.field("ask_vendor", allowed.ask_vendor);
  json.field("chase", allowed.chase);
  json.field("vendor_answer", allowed.vendor_answer);
  json.field("root_cause", allowed.root_cause);
  json.field("known_error", allowed.known_error);
  json.field("declare_major", allowed.declare_major);
  json.field("major_part", allowed.major_part);
  json.field("stand_down", allowed.stand_down);
  json.field("review", allowed.review);
  json.field("attach", allowed.attach);
  json.field("start_checklist", allowed.start_checklist);
  json.field("not_needed", allowed.not_needed);
  json.field("set_due", allowed.set_due);
  json.field("record_action", allowed.record_action);
  json.field("arrange_cover", allowed.arrange_cover);
  json.end_object();
}

// The major incident that the row is, or is a part of.
void write_major_of(Writer& json, const app::QueueRow& row, const app::QueuePage& page, std::string_view prefix) {
  const app::QueueRow* major = row.major_since ? &row : nullptr;
  if (major == nullptr && row.part_of) {
    const auto whole = std::ranges::find(page.majors, *row.part_of, &app::QueueRow::id);
    if (whole != page.majors.end()) major = &*whole;
  }
  if (major == nullptr) return json.null();
  json.begin_object();
  json.field("number", app::format_number(prefix, major->number));
  json.field("since", major->major_since);
  json.end_object();
}

void write_unanswered(Writer& json, const std::optional<app::UnansweredActions>& unanswered) {
  if (!unanswered) return json.null();
  json.begin_object();
  json.field("since", unanswered->since);
  json.field("action", unanswered->name);
  json.field("by", unanswered->by);
  json.field_or_null("asked", unanswered->asked);
  json.field("count", unanswered->count);
  json.end_object();
}

void write_external(Writer& json, const std::optional<desk::ExternalKey>& external) {
  if (!external) return json.null();
  json.begin_object();
  json.field("system", external->system);
  json.field("key", external->key);
  json.end_object();
}

// What the queue has of it too.
void write_row(Writer& json, const app::TicketView& view) {
  const desk::Ticket& ticket = view.ticket;
  const desk::TicketOpened& facts = ticket.facts;
  const policy::Policy& policy = *view.engagement->policy;
  const auto rank = policy.find_priority(facts.priority.text());
  write_fields(json, {.id = ticket.id.text(),
                      .number = app::format_number(view.engagement->record.prefix, facts.number),
                      .subject = facts.subject,
                      .state = ticket.state,
                      .waiting_on = ticket.waiting_on,
                      .priority = facts.priority,
                      // A priority that the agreement no longer has comes after all it has.
                      .priority_rank = rank ? rank->value : static_cast<std::uint32_t>(policy.spec().targets.size()),
                      .category = facts.category,
                      .site = facts.site,
                      .owner = ticket.ownership.owner,
                      .accountable = ticket.ownership.accountable,
                      .gap = ticket.ownership.gap,
                      .requester = facts.requester,
                      .opened_at = ticket.opened_at,
                      .updated_at = ticket.updated_at,
                      .version = ticket.version});
}

}  // namespace

std::string encode(const app::TicketView& view) {
  const desk::Ticket& ticket = view.ticket;
  const desk::TicketOpened& facts = ticket.facts;
  const policy::Policy& policy = *view.engagement->policy;
  Writer json;
  json.reserve(4096);
  json.begin_object();
  write_row(json, view);
  json.field("engagement", view.engagement->record.name);
  json.field("kind", desk::to_text(facts.kind));
  json.field("description", facts.description);
  json.field("description_html", render_markdown(facts.description));
  json.field_or_null("department", facts.department);
  json.field_or_null("asset_class", facts.asset_class);
  json.field("source", desk::to_text(facts.source));
  json.key("external");
  write_external(json, facts.external);
  json.field("activity", ticket.ownership.activity);
  json.field("agreement_version", ticket.ownership.agreement_version);
  json.key("reasons");
  write(json, ticket.ownership.reasons);
  json.field("as_of", view.as_of);
  json.key("targets");
  write(json, view.targets);
  json.key("held");
  write_held(json, view);
  json.key("comments");
  write_comments(json, ticket.comments);
  json.field("hidden_notes", view.hidden_notes);
  json.key("handoff");
  write_handoff(json, ticket.handoff);
  json.key("escalation");
  write_escalation(json, ticket.escalation);
  json.field_or_null("strategic", ticket.strategic.value_or(desk::ActivityName()));
  json.key("dispute");
  write_dispute(json, ticket);
  json.key("change");
  write_change(json, view);
  json.key("decision");
  write_decision(json, view);
  json.field("resolved_at", ticket.resolved_at);
  json.field("confidential", desk::is_confidential(facts.category, policy));
  json.key("watchers");
  write_people(json, ticket.watchers);
  json.key("tags");
  write_words(json, ticket.tags);
  json.key("satisfaction");
  write_satisfaction(json, ticket.satisfaction);
  write_related(json, view);
  write_files(json, view);
  write_request(json, view);
  json.field("vip_since", facts.vip_since);
  write_actions_and_cover(json, view);
  json.key("allowed");
  write_allowed(json, view.allowed);
  json.end_object();
  return json.take();
}

std::string encode(const app::QueuePage& page, std::string_view prefix) {
  Writer json;
  json.reserve(64 + page.rows.size() * 768);
  json.begin_object();
  json.key("tickets");
  json.begin_array();
  for (const app::QueueRow& row : page.rows) {
    json.begin_object();
    write_fields(json, {.id = row.id.text(),
                        .number = app::format_number(prefix, row.number),
                        .subject = row.subject,
                        .state = row.state,
                        .waiting_on = row.waiting_on,
                        .priority = row.priority,
                        .priority_rank = row.priority_rank,
                        .category = row.category,
                        .site = row.site,
                        .owner = row.owner,
                        .accountable = row.accountable,
                        .gap = row.gap,
                        .requester = row.requester,
                        .opened_at = row.opened_at,
                        .updated_at = row.updated_at,
                        .version = row.version});
    json.field_or_null("handoff_to", row.handoff_to);
    json.field("comments", row.public_comments);
    json.key("tags");
    write_words(json, row.tags);
    json.field("kind", desk::to_text(row.kind));
    json.key("major");
    write_major_of(json, row, page, prefix);
    json.field_or_null("vendor", row.vendor);
    json.field("chase_at", row.chase_at);
    json.key("unanswered");
    write_unanswered(json, row.unanswered);
    json.end_object();
  }
  json.end_array();
  json.field_or_null("next", page.next);
  json.end_object();
  return json.take();
}

std::string encode(const app::WhyNow& why) {
  const desk::Ownership& recorded = why.view.ticket.ownership;
  Writer json;
  json.reserve(2048);
  json.begin_object();
  json.field("ticket", why.view.ticket.id.text());
  json.key("owner");
  write(json, recorded.owner);
  json.field("accountable", recorded.accountable);
  json.field("activity", recorded.activity);
  json.field("agreement_version", recorded.agreement_version);
  json.field("gap", recorded.gap);
  json.key("reasons");
  write(json, recorded.reasons);
  json.field("decided_at", why.decided_at);
  json.field("cause", desk::to_text(why.cause));
  json.field("vip_since", why.view.ticket.facts.vip_since);
  json.key("now");
  json.begin_object();
  json.key("owner");
  write(json, why.now.owner);
  json.field("accountable", why.now.accountable);
  json.field("gap", why.now.gap);
  json.key("reasons");
  write(json, why.now.reasons);
  json.end_object();
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::HistoryLine> history) {
  Writer json;
  json.reserve(64 + history.size() * 512);
  json.begin_object();
  json.key("entries");
  json.begin_array();
  for (const app::HistoryLine& line : history) {
    const auto* assigned = std::get_if<desk::OwnerAssigned>(&line.event.data);
    json.begin_object();
    json.field("version", line.version);
    json.field("at", line.event.at);
    json.key("actor");
    write(json, line.event.actor);
    json.field("kind", desk::name_of(line.event.data));
    json.field("text", line.text);
    json.field("whole", app::is_whole_sentence(line.event.data));
    json.key("owner");
    if (assigned != nullptr) {
      write(json, assigned->ownership.owner);
    } else {
      json.null();
    }
    json.field_or_null("accountable", assigned != nullptr ? assigned->ownership.accountable : desk::PersonName());
    json.key("reasons");
    write(json, assigned != nullptr ? std::span<const desk::Reason>(assigned->ownership.reasons)
                                    : std::span<const desk::Reason>());
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string encode(std::span<const app::BulkLine> lines) {
  Writer json;
  json.begin_object();
  json.key("results");
  json.begin_array();
  for (const app::BulkLine& line : lines) {
    json.begin_object();
    json.field("ticket", line.asked);
    const bool is_hidden = !line.outcome && line.outcome.error().kind == app::FailureKind::Hidden;
    json.field("done", line.outcome.has_value() || is_hidden);
    json.field_or_null("detail", line.outcome || is_hidden ? std::string() : line.outcome.error().message);
    json.field("version", line.outcome ? std::optional(line.outcome->ticket.version) : std::nullopt);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace tandem::wire
