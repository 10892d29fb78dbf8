#include "app/queue_projection.h"

#include "base/check.h"

namespace tandem::app {
namespace {

constexpr std::array<std::pair<char, QueueOrder>, 3> kOrders{
    {{'u', QueueOrder::Urgency}, {'n', QueueOrder::Newest}, {'c', QueueOrder::Updated}}};

char letter_of(QueueOrder order) {
  return std::ranges::find(kOrders, order, &std::pair<char, QueueOrder>::second)->first;
}

// Words of one event and who may find the ticket by them.
enum class Audience : std::uint8_t { Requester, Both, Team };
struct Piece {
  Audience audience = Audience::Requester;
  desk::TeamName team;
  std::string text;
};

Piece between_teams(std::string text) {
  return {.audience = Audience::Both, .team = {}, .text = std::move(text)};
}

std::optional<Piece> piece(desk::Visibility visibility, const desk::TeamName& team, const std::string& text) {
  switch (visibility) {
    case desk::Visibility::Requester: return Piece{.audience = Audience::Requester, .team = {}, .text = text};
    case desk::Visibility::Both: return Piece{.audience = Audience::Both, .team = {}, .text = text};
    case desk::Visibility::Team: return Piece{.audience = Audience::Team, .team = team, .text = text};
  }
  return std::nullopt;
}

struct PieceOf {
  std::optional<Piece> operator()(const desk::TicketOpened& e) const {
    std::string text =
        fmt::format("{}\n{}\n{} {}\n{}", e.subject, e.description, e.requester.name, e.requester.email, e.number);
    if (e.external) text += "\n" + e.external->key;
    return Piece{.audience = Audience::Requester, .team = {}, .text = std::move(text)};
  }
  std::optional<Piece> operator()(const desk::CommentAdded& e) const { return piece(e.visibility, e.team, e.text); }
  std::optional<Piece> operator()(const desk::HandoffOffered& e) const { return between_teams(e.note); }
  std::optional<Piece> operator()(const desk::HandoffDeclined& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::TicketResolved& e) const {
    return Piece{.audience = Audience::Requester, .team = {}, .text = e.note};
  }
  std::optional<Piece> operator()(const desk::TicketReopened& e) const {
    return Piece{.audience = Audience::Requester, .team = {}, .text = e.reason};
  }
  std::optional<Piece> operator()(const desk::WorkReleased& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::StrategicFlagged& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::DisputeRaised& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::RulingGiven& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::ChangePlanned& e) const {
    std::string text = fmt::format("{}\n{}", e.plan.plan, e.plan.roll_back);
    for (const std::string& asset : e.plan.assets) text += "\n" + asset;
    return between_teams(std::move(text));
  }
  std::optional<Piece> operator()(const desk::ChangeRescheduled& e) const {
    return between_teams(fmt::format("{}\n{}\n{}", e.reason, e.plan, e.roll_back));
  }
  std::optional<Piece> operator()(const desk::ChangeAnswered& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::ChangeApproved& e) const { return between_teams(e.note); }
  std::optional<Piece> operator()(const desk::ChangeFinished& e) const { return between_teams(e.note); }
  std::optional<Piece> operator()(const desk::ChangeRolledBack& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::ChangeReviewed& e) const { return between_teams(e.text); }
  std::optional<Piece> operator()(const desk::ChangeWithdrawn& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::ServiceRated& e) const {
    return Piece{.audience = Audience::Requester, .team = {}, .text = e.words};
  }
  std::optional<Piece> operator()(const desk::DecisionAsked& e) const {
    std::string text = fmt::format("{}\n{}\n{}", e.kind.text(), e.question, e.evidence);
    for (const desk::DecisionOption& option : e.options) text += fmt::format("\n{}\n{}", option.name, option.words);
    return between_teams(std::move(text));
  }
  std::optional<Piece> operator()(const desk::AdviceGiven& e) const { return between_teams(e.text); }
  // Nobody finds a ticket by what is sealed; it is found when it is open.
  std::optional<Piece> operator()(const desk::RecommendationSealed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::RecommendationsOpened& e) const {
    std::string text;
    for (const desk::Recommendation& one : e.recommendations) text += one.text + "\n";
    return between_teams(std::move(text));
  }
  std::optional<Piece> operator()(const desk::DecisionPassedOn& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::DecisionTaken& e) const {
    std::string text = fmt::format("{}\n{}", e.reason, e.conditions);
    if (e.risk) text += fmt::format("\n{}\n{}", e.risk->what, e.risk->treatment);
    if (e.exception) text += fmt::format("\n{}\n{}", e.exception->policy, e.exception->scope);
    return between_teams(std::move(text));
  }
  // What follows has no words of people, or none that were not there before.
  std::optional<Piece> operator()(const desk::LapseReminded&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::DecisionLapsed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::DecisionReplaced&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TicketMerged& e) const {
    return Piece{.audience = Audience::Requester, .team = {}, .text = e.reason};
  }
  std::optional<Piece> operator()(const desk::VendorCaseOpened& e) const { return between_teams(e.reference); }
  std::optional<Piece> operator()(const desk::VendorChased& e) const {
    return between_teams(fmt::format("{}\n{}", e.said, e.reference));
  }
  std::optional<Piece> operator()(const desk::VendorAnswered& e) const { return between_teams(e.said); }
  std::optional<Piece> operator()(const desk::RootCauseFound& e) const { return between_teams(e.cause); }
  std::optional<Piece> operator()(const desk::KnownErrorDeclared& e) const { return between_teams(e.workaround); }
  std::optional<Piece> operator()(const desk::MajorDeclared& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::MajorRoleGiven& e) const { return between_teams(e.post.reason); }
  std::optional<Piece> operator()(const desk::TimelineNoted& e) const { return between_teams(e.text); }
  std::optional<Piece> operator()(const desk::MajorUpdateSent& e) const { return between_teams(e.text); }
  std::optional<Piece> operator()(const desk::MajorStoodDown& e) const { return between_teams(e.note); }
  std::optional<Piece> operator()(const desk::MajorReviewed& e) const { return between_teams(e.text); }
  // What follows has no words of people, or none that were not there before.
  std::optional<Piece> operator()(const desk::FormFilled& e) const {
    std::string text = e.title;
    for (const desk::FormAnswer& answer : e.answers) text += fmt::format("\n{} {}", answer.value, answer.email);
    return Piece{.audience = Audience::Requester, .team = {}, .text = std::move(text)};
  }
  std::optional<Piece> operator()(const desk::FoundNotNeeded& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::DueDateSet& e) const { return between_teams(e.reason); }
  std::optional<Piece> operator()(const desk::ChecklistStarted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::DueDateNoticed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TicketLinked&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TicketUnlinked&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::FollowerAdded&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::LinkedTicketMoved&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::VendorChaseDue&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::VendorLoopFound&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::MajorUpdateOverdue&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::Acknowledged&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::EscalationStepTaken&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::DisputeMovedOn&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::DisputeSettled&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TargetWarned&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::OwnerAssigned&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::PriorityChanged&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::CategoryChanged&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::HandoffAccepted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::HandoffWithdrawn&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::HandoffExpired&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::WorkStarted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::WaitStarted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TicketClosed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::ChangeStarted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::ChangeLapsed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::ChangeNoticed&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::WatchStarted&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::WatchEnded&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::TagsChanged&) const { return std::nullopt; }
  // A file is found by its name, by who may read it.
  std::optional<Piece> operator()(const desk::FileAttached& e) const { return piece(e.visibility, e.team, e.name); }
  std::optional<Piece> operator()(const desk::FileRemoved&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::ActionRecorded& e) const {
    return between_teams(fmt::format("{}\n{}\n{}", e.name, e.on, e.reason));
  }
  std::optional<Piece> operator()(const desk::ActionAnswered& e) const { return between_teams(e.words); }
  std::optional<Piece> operator()(const desk::CoverWanted& e) const { return between_teams(e.leave.person.text()); }
  std::optional<Piece> operator()(const desk::CoverReminded&) const { return std::nullopt; }
  std::optional<Piece> operator()(const desk::CoverArranged& e) const {
    return between_teams(fmt::format("{}\n{}", e.text, e.by.text()));
  }
  std::optional<Piece> operator()(const desk::DecisionUsed&) const { return std::nullopt; }
};

void append_word(std::string& column, std::string_view word) {
  if (!column.empty()) column += ' ';
  column += word;
}

template <class Number>
bool take_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<desk::TicketId> parent_of(const desk::Ticket& ticket) {
  const auto link = std::ranges::find(ticket.links, desk::LinkKind::PartOf, &desk::Link::kind);
  return link == ticket.links.end() ? std::nullopt : std::optional(link->other);
}

std::optional<base::Instant> chase_of(const desk::Ticket& ticket) {
  const auto& vendor_case = ticket.vendor_case;
  if (!vendor_case || !desk::is_open(ticket.state) || vendor_case->answered_at) return std::nullopt;
  return vendor_case->due_since ? vendor_case->due_since : vendor_case->chase_at;
}

std::optional<UnansweredActions> unanswered_of(const desk::Ticket& ticket) {
  std::optional<UnansweredActions> found;
  for (const desk::DoneAction& one : ticket.actions) {
    if (!one.is_open()) continue;
    if (!found)
      found = {
          .since = one.at, .name = one.recorded.name, .by = one.by.display, .asked = one.recorded.asked, .count = 0};
    ++found->count;
  }
  return found;
}

std::optional<base::Instant> major_since(const desk::Ticket& ticket) {
  if (!ticket.major || !ticket.major->is_on()) return std::nullopt;
  return ticket.major->declared_at;
}

QueueRow queue_row(const desk::Ticket& ticket, std::uint32_t priority_rank) {
  const auto is_public = [](const desk::Comment& c) { return c.visibility != desk::Visibility::Team; };
  return {
      .id = ticket.id,
      .number = ticket.facts.number,
      .version = ticket.version,
      .subject = ticket.facts.subject,
      .state = ticket.state,
      .waiting_on = ticket.waiting_on,
      .priority = ticket.facts.priority,
      .priority_rank = priority_rank,
      .category = ticket.facts.category,
      .site = ticket.facts.site,
      .owner = ticket.ownership.owner,
      .accountable = ticket.ownership.accountable,
      .gap = ticket.ownership.gap,
      .requester = ticket.facts.requester,
      .handoff_pending = ticket.handoff.has_value(),
      .handoff_to = ticket.handoff ? ticket.handoff->offer.to_team : desk::TeamName(),
      .public_comments = static_cast<std::uint32_t>(std::ranges::count_if(ticket.comments, is_public)),
      .opened_at = ticket.opened_at,
      .updated_at = ticket.updated_at,
      .tags = ticket.tags,
      .watchers = ticket.watchers,
      .kind = ticket.facts.kind,
      .part_of = parent_of(ticket),
      .major_since = major_since(ticket),
      .vendor = ticket.vendor_case ? ticket.vendor_case->vendor : desk::PartyName(),
      .chase_at = chase_of(ticket),
      .unanswered = unanswered_of(ticket),
  };
}

void add_words(SearchText& text, const desk::Event& event) {
  const auto piece = std::visit(PieceOf{}, event.data);
  if (!piece) return;
  if (std::holds_alternative<desk::KnownErrorDeclared>(event.data)) append_word(text.internal, kKnownErrorWord);
  for (const std::string& word : search_words(piece->text, piece->text.size())) {
    switch (piece->audience) {
      case Audience::Requester: append_word(text.shared, word); break;
      case Audience::Both: append_word(text.internal, word); break;
      case Audience::Team: append_word(text.team, team_word(piece->team, word)); break;
    }
  }
}

std::string team_word(const desk::TeamName& team, std::string_view word) {
  std::string prefixed = team.text();
  std::ranges::replace(prefixed, '-', '_');
  return prefixed + "__" + std::string(word);
}

std::string dump_line(const desk::EngagementName& engagement, const QueueRow& row) {
  const auto& waits = row.unanswered;
  return fmt::format(
      "{}|{}|{}|v{}|{}|{}|{}|{}#{}|{}|{}|{}/{}/{}|{}|gap={}|{}<{}>vip={}|offer={}:{}|{}|{}|{}|{}|{}|{}|part={}|"
      "major={}|{}@{}{}\n",
      engagement.text(), row.number, row.id.text(), row.version, row.subject, desk::to_text(row.state),
      row.waiting_on ? desk::to_text(*row.waiting_on) : std::string_view("-"), row.priority.text(), row.priority_rank,
      row.category.text(), row.site.text(), row.owner.party.text(), row.owner.team.text(), row.owner.person.text(),
      row.accountable.text(), row.gap, row.requester.name, row.requester.email, row.requester.vip, row.handoff_pending,
      row.handoff_to.text(), row.public_comments, row.opened_at.unix_us(), row.updated_at.unix_us(),
      as_column(row.tags), as_column(row.watchers), desk::to_text(row.kind),
      row.part_of ? row.part_of->text() : std::string("-"), row.major_since ? row.major_since->unix_us() : 0,
      row.vendor.text(), row.chase_at ? row.chase_at->unix_us() : 0,
      waits ? fmt::format("|unanswered={}:{} by {}, {}@{}", waits->count, waits->name, waits->by, waits->asked.text(),
                          waits->since.unix_us())
            : std::string());
}

std::string dump_line(const desk::EngagementName& engagement, const RatingRow& rating) {
  const desk::ServiceRated& rated = rating.rated;
  return fmt::format("{}|rated|{}|v{}|{}|{}|{}/{}|{}\n", engagement.text(), rating.number, rating.version,
                     rating.at.unix_us(), desk::to_text(rated.verdict), rated.party.text(), rated.team.text(),
                     rated.words);
}

std::string dump_line(const NoticeRecord& record) {
  const desk::Notice& notice = record.notice;
  return fmt::format("{}|told|{}|{}|{}|{}|v{}|{}|{}\n", record.engagement.text(), notice.to.person.text(),
                     notice.to.email, desk::to_text(notice.kind), record.ticket.text(), notice.version,
                     record.at.unix_us(), record.read_at ? record.read_at->unix_us() : 0);
}

std::string dump_line(const desk::EngagementName& engagement, std::uint64_t ticket, std::uint32_t file,
                      const desk::ContentHash& hash) {
  return fmt::format("{}|file|{}|{}|{}\n", engagement.text(), ticket, file, hash.text());
}

std::string as_column(std::span<const std::string> words) {
  std::string column;
  for (const std::string& word : words) column += fmt::format("{}{} ", column.empty() ? " " : "", word);
  return column;
}
std::string as_column(std::span<const desk::PersonName> people) {
  std::vector<std::string> words;
  for (const desk::PersonName& person : people) words.push_back(person.text());
  return as_column(words);
}

std::vector<std::string> words_of_column(std::string_view column) {
  std::vector<std::string> words;
  for (const auto part : std::views::split(column, ' ')) {
    if (!part.empty()) words.emplace_back(part.begin(), part.end());
  }
  return words;
}

std::string dump_line(const desk::EngagementName& engagement, const desk::ScheduledChange& change) {
  std::string touched;
  for (const desk::SiteName& site : change.sites) touched += fmt::format(" site={}", site.text());
  for (const desk::AssetClassName& one : change.asset_classes) touched += fmt::format(" class={}", one.text());
  for (const std::string& asset : change.assets) touched += fmt::format(" asset={}", asset);
  return fmt::format("{}|change|{}|{}|{}|{}|{}|{}|{}-{}|{}/{}/{}|{}|{}|{}\n", engagement.text(), change.number,
                     change.ticket.text(), change.subject, desk::to_text(change.kind), desk::to_text(change.phase),
                     desk::to_text(change.risk), change.from.unix_us(), change.to.unix_us(), change.owner.party.text(),
                     change.owner.team.text(), change.owner.person.text(), change.activity.text(),
                     change.decision.text(), touched);
}

std::vector<std::string> search_words(std::string_view text, std::size_t limit) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && words.size() < limit) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(byte - 'A' + 'a');
    } else if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

std::string to_text(const QueueCursor& cursor) {
  switch (cursor.order) {
    case QueueOrder::Urgency: return fmt::format("u{}.{}", cursor.priority_rank, cursor.number);
    case QueueOrder::Newest: return fmt::format("n{}", cursor.number);
    case QueueOrder::Updated: return fmt::format("c{}.{}", cursor.updated_us, cursor.number);
  }
  return {};
}

QueueCursor cursor_behind(const QueueRow& row, QueueOrder order) {
  return {
      .order = order, .priority_rank = row.priority_rank, .updated_us = row.updated_at.unix_us(), .number = row.number};
}

base::Result<QueueCursor> parse_cursor(std::string_view text, QueueOrder order) {
  QueueCursor cursor{.order = order};
  bool good = take(text, letter_of(order));
  switch (order) {
    case QueueOrder::Urgency: good = good && take_number(text, cursor.priority_rank) && take(text, '.'); break;
    case QueueOrder::Newest: break;
    case QueueOrder::Updated: good = good && take_number(text, cursor.updated_us) && take(text, '.'); break;
  }
  good = good && take_number(text, cursor.number) && text.empty();
  // Stores keep both with the sign turned round.
  constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
  good = good && cursor.number <= static_cast<std::uint64_t>(kLargest) && cursor.updated_us >= -kLargest;
  if (!good) return base::fail(base::ErrorCode::BadInput, "`after` is not the cursor of a page in this order");
  return cursor;
}

QueueOrder effective_order(const QueueQuery& query) {
  return query.search.empty() ? query.order : QueueOrder::Newest;
}

}  // namespace tandem::app
