// Tickets that belong together, as use cases: opening one for the sake of another, showing both, and the known errors
// that may help with a new one.
#include "app/narrative.h"
#include "app/queue_projection.h"
#include "app/ticket_scope.h"
#include "base/check.h"

namespace tandem::app {
namespace {

constexpr std::size_t kMinSimilarWord = 4;  // bytes: shorter words say little
constexpr std::size_t kMatchesOfAWord = 50;

// The text of what is split off. A comment that the requester cannot read is not made readable by accident.
Outcome<std::string> text_of(const RelatedTicket& related, const desk::Ticket& ticket,
                             const MembershipRecord& membership, const policy::Policy& policy) {
  if (related.comment == 0) return related.text;
  const auto comment = std::ranges::find(ticket.comments, related.comment, &desk::Comment::number);
  if (comment == ticket.comments.end() || !may_see(membership, *comment, policy))
    return invalid("/comment", "there is no such comment");
  if (!related.text.empty()) return related.text;
  if (comment->visibility != desk::Visibility::Requester)
    return invalid("/text", "the requester cannot read that comment: write what they may read");
  return comment->text;
}

// What end users open is the requester's; what the teams open among themselves is whoever opens it.
bool stays_with_requester(desk::TicketKind kind) {
  return kind == desk::TicketKind::Incident || kind == desk::TicketKind::Request;
}

// Words that say what it is about, each once.
std::vector<std::string> similar_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::string& word : search_words(text, kMaxQueryWords * 4)) {
    if (words.size() == kMaxSimilarWords) break;
    if (word.size() >= kMinSimilarWord && std::ranges::find(words, word) == words.end())
      words.push_back(std::move(word));
  }
  return words;
}

// Whether a case of the agreement's first vendor could be opened for the ticket's sake.
bool may_ask_vendor(const desk::Ticket& ticket, const desk::Circumstances& circumstances) {
  const auto& parties = circumstances.policy.spec().parties;
  const auto vendor = std::ranges::find(parties, policy::PartyKind::Vendor, &policy::Party::kind);
  if (vendor == parties.end()) return false;
  const std::array related{desk::related_of(ticket, false)};
  desk::Circumstances with_ticket = circumstances;
  with_ticket.related = related;
  desk::OpenTicket command;
  command.kind = desk::TicketKind::VendorCase;
  command.subject = "?";
  command.requester = {.name = "?", .email = {}, .vip = false};
  command.category = ticket.facts.category;
  command.links = {{.kind = desk::LinkKind::VendorCaseFor, .other = ticket.id}};
  command.vendor_case = desk::OpenVendorCase{.vendor = desk::PartyName(vendor->name), .reference = {}, .chase_at = {}};
  return std::holds_alternative<desk::Events>(desk::open(command, with_ticket));
}

}  // namespace

void allow_related(Allowed& allowed, const MembershipRecord& membership, const desk::Ticket& ticket,
                   const desk::Circumstances& circumstances) {
  // Another ticket that nothing speaks against: what is asked is whether this one could be linked with any.
  base::IdBits bits = ticket.id.bits();
  bits.low ^= 1;
  const desk::Related other{.id = desk::TicketId(bits), .owner = ticket.ownership.owner};
  std::vector<desk::Related> related(circumstances.related.begin(), circumstances.related.end());
  related.push_back(other);
  desk::Circumstances with_other = circumstances;
  with_other.related = related;
  const auto can = [&](const desk::Command& command) {
    return may_command(membership, command) &&
           std::holds_alternative<desk::Events>(desk::decide(ticket, command, with_other));
  };
  allowed.link = can(desk::LinkTicket{.kind = desk::LinkKind::RelatesTo, .other = other.id});
  allowed.merge = can(desk::MergeTicket{.into = other.id, .reason = {}});
  allowed.open_related = may_open_related(membership) && allowed.link;
  allowed.ask_vendor = allowed.open_related && may_ask_vendor(ticket, circumstances);
  allowed.chase = can(desk::RecordChase{.said = "?", .reference = {}, .passed_to = {}, .chase_at = {}});
  allowed.vendor_answer = can(desk::RecordVendorAnswer{"?"});
  allowed.root_cause = can(desk::RecordRootCause{"?"});
  allowed.known_error = can(desk::DeclareKnownError{"?"});
  allowed.declare_major = can(desk::DeclareMajor{.scenario = {}, .reason = "?"});
  allowed.major_part = can(desk::NoteInTimeline{"?"});
  allowed.stand_down = can(desk::StandDown{"?"});
  allowed.review = can(desk::ReviewMajor{"?"});
  // Of a form that the ticket does not have yet.
  allowed.start_checklist = can(desk::StartChecklist{.form = desk::FormId(bits), .title = "?"});
  allowed.not_needed = can(desk::CloseNotNeeded{"?"});
  const auto tomorrow = std::chrono::floor<std::chrono::days>(circumstances.now.sys()) + std::chrono::days(2);
  allowed.set_due = can(desk::SetDueDate{.date = calendar::Date(tomorrow), .reason = "?"}) ||
                    (ticket.due && can(desk::SetDueDate{.date = {}, .reason = "?"}));
}

Outcome<desk::TicketId> Tickets::find_ticket(const Caller& caller, const desk::EngagementName& engagement,
                                             std::string_view ticket) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto found = read(*scope, ticket);
  if (!found) return std::unexpected(found.error());
  // What one reads as whoever asked for it is not there to be worked with.
  const auto reading = scope->of(*found);
  if (!reading || reading->membership.role != scope->membership.role) return std::unexpected(no_ticket().error());
  return found->id;
}

Outcome<std::vector<desk::Related>> Tickets::facts_about(const Scope& scope, const desk::Ticket& ticket) const {
  std::vector<desk::Related> facts;
  const auto whole = desk::whole_of(ticket);
  for (const desk::Link& link : ticket.links) {
    const bool is_asked = link.kind == desk::LinkKind::HasVendorCase || link.kind == desk::LinkKind::VendorCaseFor;
    if (link.other != whole && !is_asked) continue;
    const auto other = store_->ticket(scope.name(), link.other);
    if (!other) return failed(other.error());
    if (*other) facts.push_back(desk::related_of(**other, false));
  }
  return facts;
}

Outcome<std::vector<LinkView>> Tickets::view_links(const Scope& caller_scope, const Scope& reading,
                                                   const desk::Ticket& ticket) const {
  const bool is_requester = reading.membership.role == Role::Requester;
  std::vector<LinkView> views;
  for (const desk::Link& link : ticket.links) {
    if (is_requester && ticket.merged_into != link.other) continue;
    const auto other = store_->ticket(reading.name(), link.other);
    if (!other) return failed(other.error());
    if (!*other) continue;  // of a repeated answer: the ticket of then may name one that is not there any more
    const desk::Ticket& there = **other;
    if (caller_scope.hides(there)) {
      LinkView hidden{.link = link, .is_hidden = true};
      if (!is_requester && link.step == desk::StepState::Open) hidden.ask = whom_to_ask(there, reading.policy());
      views.push_back(std::move(hidden));
      continue;
    }
    LinkView view{.link = link, .kind = there.facts.kind, .state = there.state};
    if (!is_requester) {
      view.owner = there.ownership.owner;
      view.subject = there.facts.subject;
      if (there.problem) view.workaround = there.problem->workaround;
      if (there.due) view.due_at = there.due->at;
      view.major_since = major_since(there);
    }
    views.push_back(std::move(view));
  }
  return views;
}

Outcome<TicketView> Tickets::open_related(const Caller& caller, const desk::EngagementName& engagement,
                                          std::string_view ticket, const RelatedTicket& related,
                                          const CommandOptions& options) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto original = find(*scope, ticket);
  if (!original) return std::unexpected(original.error());
  const desk::TicketId id(ids_->next(clock_->now().unix_ms()));
  return write(*scope, options, [&](Step& step) -> base::Result<Decided> {
    TANDEM_TRY(const auto begun, step.begin(*original,
                                            {.is_given_to = may_open_related,
                                             .otherwise = "what belongs to a ticket is opened by the teams"},
                                            options));
    if (!begun) return Decided(std::unexpected(begun.error()));
    const auto text = text_of(related, *begun->ticket, begun->membership, scope->policy());
    if (!text) return Decided(std::unexpected(text.error()));
    const desk::TicketOpened& facts = begun->ticket->facts;
    desk::OpenTicket command{.number = 0,
                             .kind = related.kind,
                             .subject = related.subject,
                             .description = *text,
                             .requester = facts.requester,
                             .category = related.category.empty() ? facts.category : related.category,
                             .priority = related.priority.empty() ? facts.priority : related.priority,
                             .site = facts.site,
                             .department = facts.department,
                             .asset_class = facts.asset_class,
                             .source = desk::Source::Portal,
                             .external = {},
                             .change = {},
                             .decision = {},
                             .links = {{.kind = related.link, .other = *original}},
                             .from_comment = related.comment,
                             .vendor_case = related.vendor_case,
                             .form = {},
                             .due = {}};
    if (!stays_with_requester(related.kind))
      command.requester = {.name = caller.display, .email = caller.email, .vip = false};
    TANDEM_TRY(command.number, step.tx.next_number(scope->name()));
    TANDEM_TRY_DONE(step.read_vip(command.requester));
    TANDEM_TRY(const auto refusal, step.joint.open(id, command));
    if (refusal) return Decided(std::unexpected(from_refusal(*refusal)));
    return id;
  });
}

Outcome<std::vector<KnownError>> Tickets::known_errors(const Caller& caller, const desk::EngagementName& engagement,
                                                       const desk::CategoryName& category, std::string_view words) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  if (!may_read_known_errors(scope->membership)) return forbidden("known errors are for the two teams");
  QueueQuery query;
  query.engagement = scope->name();
  query.states = {desk::State::New, desk::State::Active, desk::State::Waiting};
  query.known_errors = true;
  query.hidden_categories = hidden_from(scope->membership, scope->policy());
  query.limit = kMatchesOfAWord;
  if (!category.empty()) query.categories = {category};
  // By how many of the words it is found; the newest first among equals.
  std::map<std::uint64_t, std::pair<std::size_t, desk::TicketId>, std::greater<>> found;
  for (const std::string& word : similar_words(words)) {
    query.search = word;
    const auto page = store_->queue(query);
    if (!page) return failed(page.error());
    for (const QueueRow& row : page->rows) ++found.try_emplace(row.number, 0, row.id).first->second.first;
  }
  std::vector<std::pair<std::size_t, desk::TicketId>> ranked;
  for (const auto& [number, match] : found) ranked.push_back(match);
  std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<std::size_t, desk::TicketId>::first);
  std::vector<KnownError> errors;
  for (const auto& [matches, id] : ranked) {
    if (errors.size() == kMaxKnownErrors) break;
    const auto ticket = store_->ticket(scope->name(), id);
    if (!ticket) return failed(ticket.error());
    if (!*ticket || !scope->of(**ticket) || !(*ticket)->problem) continue;
    errors.push_back({.ticket = id,
                      .number = (*ticket)->facts.number,
                      .subject = (*ticket)->facts.subject,
                      .workaround = (*ticket)->problem->workaround});
  }
  return errors;
}

}  // namespace tandem::app
