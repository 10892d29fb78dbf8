#include "app/notices.h"

#include <unordered_map>

#include "app/agreement_narrative.h"
#include "app/agreement_record.h"
#include "app/entry.h"
#include "app/narrative.h"
#include "app/recorded_clashes.h"

namespace tandem::app {
namespace {

constexpr std::size_t kExcerpt = 160;  // in bytes, to the end of a letter

std::string excerpt_of(std::string_view text) {
  if (text.size() <= kExcerpt) return std::string(text);
  std::size_t end = kExcerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("{}…", text.substr(0, end));
}

// A ticket that notices are about, as the caller reads it.
struct Told {
  std::optional<MembershipRecord> reading;
  std::optional<desk::Ticket> ticket;
  std::vector<StoredEvent> events;
};

base::Result<Told> look_up(Store& store, const Caller& caller, const MembershipRecord& membership,
                           const policy::Policy& policy, desk::TicketId id) {
  Told told;
  TANDEM_TRY(told.ticket, store.ticket(membership.engagement, id));
  const auto& ticket = told.ticket;
  if (!ticket) return told;
  told.reading = reads_as(caller, membership, *ticket, policy);
  if (!told.reading) return told;
  TANDEM_TRY(told.events, store.history(membership.engagement, id));
  for (StoredEvent& stored : told.events) {
    if (is_hidden_file(stored.event, *ticket, *told.reading, policy)) hide_file(stored.event);
    TANDEM_TRY_DONE(hide_clashes(store, {caller, membership, policy}, stored.event));
    const auto other = other_in(stored.event);
    if (!other) continue;
    TANDEM_TRY(const auto there, store.ticket(membership.engagement, *other));
    if (there && hides_other(caller, membership, *there, policy)) hide_other(stored.event);
  }
  return told;
}

// Nothing: the caller may not know of the event (any more).
std::optional<NoticeView> view_of(const NoticeRecord& record, const Told& told, const policy::Policy& policy) {
  if (!told.reading) return std::nullopt;
  const auto stored = std::ranges::find(told.events, record.notice.version, &StoredEvent::version);
  if (stored == told.events.end() || !may_see(*told.reading, stored->event)) return std::nullopt;
  const desk::Event& event = stored->event;
  NoticeView view{.id = record.id,
                  .kind = record.notice.kind,
                  .at = record.at,
                  .is_read = record.read_at.has_value(),
                  .about = AboutTicket{.id = record.ticket, .number = told.ticket->facts.number},
                  .subject = told.ticket->facts.subject,
                  .actor = event.actor.display,
                  .text = narrate(event, *told.ticket, policy),
                  .is_whole = is_whole_sentence(event.data),
                  .excerpt = {}};
  if (const auto* assigned = std::get_if<desk::OwnerAssigned>(&event.data);
      assigned != nullptr && told.reading->role == Role::Requester)
    view.text = narrate_owner(assigned->ownership, policy);
  if (const auto* comment = std::get_if<desk::CommentAdded>(&event.data)) {
    const desk::Comment written{.number = comment->comment,
                                .at = event.at,
                                .author = event.actor,
                                .visibility = comment->visibility,
                                .team = comment->team,
                                .text = {}};
    if (may_see(*told.reading, written, policy)) view.excerpt = excerpt_of(comment->text);
  }
  return view;
}

// The agreement that notices are about.
struct ToldAgreement {
  std::vector<StoredAgreementEvent> events;
  desk::AgreementLife life;
};

base::Result<ToldAgreement> look_up_agreement(Store& store, const desk::EngagementName& engagement) {
  // Versions first, as Agreements::read_life has it.
  TANDEM_TRY(const auto versions, store.agreements(engagement));
  TANDEM_TRY(auto events, store.agreement_events(engagement));
  TANDEM_TRY(auto life, read_agreement_life(events, versions));
  return ToldAgreement{.events = std::move(events), .life = std::move(life)};
}

std::optional<NoticeView> view_of(const NoticeRecord& record, const ToldAgreement& told, const policy::Policy& policy) {
  const auto stored = std::ranges::find(told.events, record.notice.version, &StoredAgreementEvent::version);
  if (stored == told.events.end()) return std::nullopt;
  const desk::AgreementEvent& event = stored->event;
  const AboutAgreement about = about_of(event.data, told.life);
  NoticeView view{.id = record.id,
                  .kind = record.notice.kind,
                  .at = record.at,
                  .is_read = record.read_at.has_value(),
                  .about = about,
                  .subject = subject_of(about, told.life),
                  .actor = event.actor.display,
                  .text = narrate(event, policy),
                  .is_whole = is_whole_sentence(event.data),
                  .excerpt = {}};
  if (const auto* comment = std::get_if<desk::DraftCommented>(&event.data)) view.excerpt = excerpt_of(comment->text);
  return view;
}

}  // namespace

struct Notices::Scope {
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;
  NoticeQuery query;  // who they are and what is hidden from them
};

Outcome<Notices::Scope> Notices::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  NoticeQuery query{.engagement = engagement,
                    .readers = readers_of(caller, *membership),
                    .hidden_categories = hidden_from(*membership, *found->policy),
                    .hidden_except_requester = caller.email,
                    .hides_agreement = !may_read_agreement(*membership)};
  return Scope{.membership = *membership, .engagement = std::move(found), .query = std::move(query)};
}

Outcome<NoticePage> Notices::list(const Caller& caller, const desk::EngagementName& engagement,
                                  const NoticeFilter& filter) const {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const policy::Policy& policy = *scope->engagement->policy;
  NoticeQuery query = scope->query;
  query.unread_only = filter.unread_only;
  query.limit = filter.limit;
  query.before = filter.before;
  const auto records = store_->notices(query);
  if (!records) return failed(records.error());
  const auto unread = store_->count_unread(scope->query);
  if (!unread) return failed(unread.error());

  NoticePage page{.notices = {}, .unread = *unread, .next = 0};
  std::unordered_map<desk::TicketId, Told> tickets;
  std::optional<ToldAgreement> agreement;
  for (const NoticeRecord& record : *records) {
    if (record.ticket == kAgreementEvents) {
      if (!agreement) {
        auto fresh = look_up_agreement(*store_, engagement);
        if (!fresh) return failed(fresh.error());
        agreement = *std::move(fresh);
      }
      if (auto view = view_of(record, *agreement, policy)) page.notices.push_back(*std::move(view));
      continue;
    }
    auto told = tickets.find(record.ticket);
    if (told == tickets.end()) {
      auto fresh = look_up(*store_, caller, scope->membership, policy, record.ticket);
      if (!fresh) return failed(fresh.error());
      told = tickets.emplace(record.ticket, *std::move(fresh)).first;
    }
    if (auto view = view_of(record, told->second, policy)) page.notices.push_back(*std::move(view));
  }
  if (records->size() == filter.limit) page.next = records->back().id;
  return page;
}

Outcome<std::uint64_t> Notices::unread(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto unread = store_->count_unread(scope->query);
  if (!unread) return failed(unread.error());
  return *unread;
}

Outcome<std::uint64_t> Notices::read(const Caller& caller, const desk::EngagementName& engagement, std::uint64_t first,
                                     std::uint64_t last) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto written = store_->write([&](WriteTransaction& tx) {
    return tx.read_notices(engagement, scope->query.readers, first, last, clock_->now());
  });
  if (!written) return failed(written.error());
  return unread(caller, engagement);
}

}  // namespace tandem::app
