#include "app/ledgers.h"

#include "app/entry.h"
#include "app/recorded_clashes.h"
#include "record/event_record.h"

namespace tandem::app {
namespace {

// As app/caller.h has it: a note of a team is for that team, and everything else that both teams may read is here.
// What a side recommends is its own while it is sealed; the leaf, which everybody may have, is salted.
bool may_read(const MembershipRecord& membership, const desk::Event& event, const std::optional<desk::Ticket>& ticket,
              const policy::Policy& policy) {
  if (!may_see(membership, event) || !ticket || is_sealed(event, *ticket, membership, policy)) return false;
  if (is_hidden_file(event, *ticket, membership, policy)) return false;
  const auto* comment = std::get_if<desk::CommentAdded>(&event.data);
  return comment == nullptr || may_see(membership,
                                       desk::Comment{.number = comment->comment,
                                                     .at = event.at,
                                                     .author = event.actor,
                                                     .visibility = comment->visibility,
                                                     .team = comment->team,
                                                     .text = {}},
                                       policy);
}

}  // namespace

struct Ledgers::Scope {
  const MembershipRecord& membership;
  std::shared_ptr<const Engagement> engagement;
};

base::Result<std::optional<std::string>> Ledgers::readable_record(const Scope& scope, const Caller& caller,
                                                                  const std::optional<desk::Ticket>& ticket,
                                                                  const EventProof& proof) const {
  if (proof.event.ticket == kAgreementEvents) return proof.event.record;  // both teams write the agreement
  const policy::Policy& policy = *scope.engagement->policy;
  const auto reading = ticket ? reads_as(caller, scope.membership, *ticket, policy) : std::nullopt;
  TANDEM_TRY(auto event, record::decode(proof.event.record));
  if (!reading || !may_read(*reading, event, ticket, policy)) return std::nullopt;
  if (const auto other = other_in(event)) {  // which it names: where that one is confidential, nobody else reads it
    TANDEM_TRY(const auto there, store_->ticket(scope.membership.engagement, *other));
    if (there && hides_other(caller, scope.membership, *there, policy)) return std::nullopt;
  }
  TANDEM_TRY(const bool clashes, hide_clashes(*store_, {caller, scope.membership, policy}, event));
  if (clashes) return std::nullopt;
  return proof.event.record;
}

Outcome<Ledgers::Scope> Ledgers::enter(const Caller& caller, const desk::EngagementName& engagement) const {
  auto entry = enter_engagement(caller, *engagements_, engagement);
  if (!entry) return std::unexpected(entry.error());
  auto& [membership, found] = *entry;
  if (!may_read_ledger(*membership)) return forbidden("the ledger is for the two teams and the auditor");
  return Scope{.membership = *membership, .engagement = std::move(found)};
}

Outcome<SignedHead> Ledgers::head(const Caller& caller, const desk::EngagementName& engagement) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto head = current_head(*store_, engagement);
  if (!head) return failed(head.error());
  return sign_head(*std::move(head), *key_);
}

Outcome<SignedEventProof> Ledgers::event(const Caller& caller, const desk::EngagementName& engagement,
                                         std::string_view ticket, std::uint32_t version,
                                         std::optional<std::uint64_t> size) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto id = find_subject(*store_, scope->engagement->record, ticket);
  if (!id) return failed(id.error());
  const auto known = store_->ticket(engagement, *id);
  if (!known) return failed(known.error());
  const policy::Policy& policy = *scope->engagement->policy;
  const bool is_theirs =
      *id == kAgreementEvents || (*known && reads_as(caller, scope->membership, **known, policy).has_value());
  if (!is_theirs) return not_found("there is no such ticket");
  auto proof = prove_event(*store_, engagement, *id, version, size);
  if (!proof) return failed(proof.error());
  auto record = readable_record(*scope, caller, *known, *proof);
  if (!record) return failed(record.error());
  auto number = number_of(*store_, scope->engagement->record, *id);
  if (!number) return failed(number.error());
  SignedHead head = sign_head(proof->head, *key_);
  return SignedEventProof{
      .proof = *std::move(proof), .record = *std::move(record), .number = *std::move(number), .head = std::move(head)};
}

Outcome<SignedGrowthProof> Ledgers::growth(const Caller& caller, const desk::EngagementName& engagement,
                                           std::uint64_t first, std::optional<std::uint64_t> second) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto proof = prove_growth(*store_, engagement, first, second);
  if (!proof) return failed(proof.error());
  SignedHead head = sign_head(proof->second, *key_);
  return SignedGrowthProof{.proof = *std::move(proof), .head = std::move(head)};
}

base::Result<bool> is_withheld(Store& store, const desk::EngagementName& engagement, const RecordedEvent& event) {
  static const std::string kKind =
      fmt::format(R"("kind":"{}")", desk::name_of(desk::EventData(desk::RecommendationSealed{})));
  if (!event.record.contains(kKind)) return false;  // most are not, and need not be read
  TANDEM_TRY(const auto opened, record::decode(event.record));
  if (!std::holds_alternative<desk::RecommendationSealed>(opened.data)) return false;
  TANDEM_TRY(const auto ticket, store.ticket(engagement, event.ticket));
  return !ticket || !ticket->decision || !ticket->decision->opened_at;
}

SignedHead sign_head(ledger::Head head, const crypto::SigningKey& key) {
  std::string text = ledger::sign(head, key);
  ledger::Verifier verifier{.name = head.origin, .key = key.public_key()};
  return {.head = std::move(head), .text = std::move(text), .verifier = std::move(verifier)};
}

base::Result<desk::TicketId> find_subject(Store& store, const EngagementRecord& engagement, std::string_view ticket) {
  const auto missing = [&] { return base::fail(base::ErrorCode::NotFound, "there is no such ticket"); };
  if (ticket == kAgreementSubject) return kAgreementEvents;
  if (const auto id = desk::TicketId::parse(ticket)) {
    TANDEM_TRY(const auto known, store.ticket(engagement.name, *id));
    if (!known) return missing();
    return *id;
  }
  const auto number = parse_number(ticket, engagement.prefix);
  if (!number) return missing();
  TANDEM_TRY(const auto found, store.find_number(engagement.name, *number));
  if (!found) return missing();
  return *found;
}

base::Result<std::string> number_of(Store& store, const EngagementRecord& engagement, desk::TicketId id) {
  if (id == kAgreementEvents) return std::string(kAgreementSubject);
  TANDEM_TRY(const auto known, store.ticket(engagement.name, id));
  return format_number(engagement.prefix, known ? known->facts.number : 0);
}

}  // namespace tandem::app
