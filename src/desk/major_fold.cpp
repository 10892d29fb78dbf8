#include "desk/folds.h"

namespace tandem::desk {
namespace {

std::string no_major() {
  return "the ticket is no major incident";
}

MajorIncident::Cadence& cadence_of(MajorIncident& major, UpdateAudience audience) {
  return major.updates[static_cast<std::size_t>(audience)];
}

void note(MajorIncident& major, const Event& event, std::string text) {
  major.timeline.push_back({.at = event.at, .by = event.actor, .text = std::move(text)});
}

// "`otto` has the part `communicate`, in the place of `dana`: she is in the plane"
std::string told_of_part(const MajorRoleGiven& given) {
  const MajorPost& post = given.post;
  const std::string what = post.decides.empty() ? std::string() : fmt::format(" ({})", post.decides);
  const std::string& before = given.from_person.empty() ? given.from_team.text() : given.from_person.text();
  const std::string instead = before.empty() ? std::string() : fmt::format(", in the place of `{}`", before);
  return fmt::format("`{}` has the part `{}`{}{}: {}", post.person.text(), to_text(post.role), what, instead,
                     post.reason);
}

}  // namespace

std::string fold(Ticket& ticket, const Event& event, const MajorDeclared& declared) {
  if (!is_open(ticket.state)) return fmt::format("the ticket is {}", to_text(ticket.state));
  if (ticket.major && ticket.major->is_on()) return "it is a major incident already";
  // Declared again, it keeps what was written down before.
  std::vector<MajorIncident::Entry> timeline;
  if (ticket.major) timeline = std::move(ticket.major->timeline);
  const MajorIncident::Cadence first{.due = declared.update_due, .step = 0};
  ticket.major = MajorIncident{.declared = declared,
                               .declared_at = event.at,
                               .declared_by = event.actor,
                               .posts = declared.posts,
                               .timeline = std::move(timeline),
                               .updates = {first, first},
                               .stood_down_at = {},
                               .reviewed_at = {},
                               .review = {}};
  note(*ticket.major, event, declared.reason);
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const MajorRoleGiven& given) {
  if (!ticket.major) return no_major();
  note(*ticket.major, event, told_of_part(given));
  auto& posts = ticket.major->posts;
  const auto same = std::ranges::find_if(
      posts, [&](const MajorPost& post) { return post.role == given.post.role && post.decides == given.post.decides; });
  if (same == posts.end()) {
    posts.push_back(given.post);
  } else {
    *same = given.post;
  }
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const TimelineNoted& noted) {
  if (!ticket.major) return no_major();
  note(*ticket.major, event, noted.text);
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const MajorUpdateSent& sent) {
  if (!ticket.major) return no_major();
  if (!ticket.major->is_on()) return "it is stood down";
  cadence_of(*ticket.major, sent.to) = {.due = sent.next_due, .step = 0};
  note(*ticket.major, event, fmt::format("To {}: {}", to_text(sent.to), sent.text));
  if (sent.to == UpdateAudience::Requesters)
    ticket.major->told_requesters = MajorIncident::Entry{.at = event.at, .by = event.actor, .text = sent.text};
  return {};
}

std::string fold(Ticket& ticket, const Event&, const MajorUpdateOverdue& overdue) {
  if (!ticket.major) return no_major();
  if (!ticket.major->is_on()) return "it is stood down";
  cadence_of(*ticket.major, overdue.to) = {.due = overdue.next, .step = overdue.step};
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const MajorStoodDown& down) {
  if (!ticket.major) return no_major();
  if (!ticket.major->is_on()) return "it is stood down already";
  ticket.major->stood_down_at = event.at;
  for (auto& update : ticket.major->updates) update = {};
  note(*ticket.major, event, down.note);
  return {};
}

std::string fold(Ticket& ticket, const Event& event, const MajorReviewed& reviewed) {
  if (!ticket.major) return no_major();
  if (ticket.major->is_on()) return "it is not stood down";
  ticket.major->review = reviewed.text;
  ticket.major->reviewed_at = event.at;
  return {};
}

}  // namespace tandem::desk
