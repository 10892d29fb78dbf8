#include "app/calendar_keys.h"

#include "base/utf8.h"
#include "crypto/crypto.h"

namespace tandem::app {
namespace {

Outcome<> check_reader(const Caller& caller, const desk::EngagementName& engagement) {
  const auto* membership = caller.membership(engagement);
  if (membership == nullptr) return not_found("there is no such engagement");
  if (!may_read_calendar(*membership)) return forbidden("the calendar is for the two teams");
  return {};
}

std::unexpected<Failure> bad_label(std::string message) {
  return std::unexpected(Failure{FailureKind::Invalid, "`label` " + message, {{"/label", message}}, {}});
}

}  // namespace

Outcome<MadeCalendarKey> CalendarKeys::create(const Caller& caller, const desk::EngagementName& engagement,
                                              std::string_view label) {
  if (const auto may = check_reader(caller, engagement); !may) return std::unexpected(may.error());
  if (label.empty()) return bad_label("says what the key is for: \"phone\"");
  if (base::count_code_points(label) > kMaxCalendarKeyLabel)
    return bad_label(fmt::format("has at most {} characters", kMaxCalendarKeyLabel));
  const auto now = clock_->now();
  base::Secret key = crypto::random_secret();
  CalendarKeyRecord record{.id = CalendarKeyId(ids_->next(now.unix_ms())),
                           .secret = crypto::sha256(key.reveal()),
                           .account = caller.account,
                           .engagement = engagement,
                           .label = std::string(label),
                           .created_at = now};
  const auto existing = store_->calendar_keys(caller.account);
  if (!existing) return failed(existing.error());
  if (existing->size() >= kMaxCalendarKeys)
    return bad_label(fmt::format("would be one of more than {} keys: revoke one first", kMaxCalendarKeys));
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.add_calendar_key(record); });
  if (!written) return failed(written.error());
  return MadeCalendarKey{.key = std::move(key), .record = std::move(record)};
}

Outcome<std::vector<CalendarKeyRecord>> CalendarKeys::list(const Caller& caller,
                                                           const desk::EngagementName& engagement) {
  if (const auto may = check_reader(caller, engagement); !may) return std::unexpected(may.error());
  auto keys = store_->calendar_keys(caller.account);
  if (!keys) return failed(keys.error());
  std::erase_if(*keys, [&](const CalendarKeyRecord& key) { return key.engagement != engagement; });
  return *std::move(keys);
}

Outcome<> CalendarKeys::revoke(const Caller& caller, const desk::EngagementName& engagement, CalendarKeyId key) {
  const auto own = list(caller, engagement);
  if (!own) return std::unexpected(own.error());
  if (std::ranges::find(*own, key, &CalendarKeyRecord::id) == own->end())
    return not_found("there is no such calendar key");
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.remove_calendar_key(key); });
  if (!written) return failed(written.error());
  return {};
}

Outcome<OpenedCalendarKey> CalendarKeys::open(const desk::EngagementName& engagement, std::string_view key) {
  const auto found = store_->calendar_key(crypto::sha256(key));
  if (!found) return failed(found.error());
  if (!*found || (*found)->engagement != engagement)
    return std::unexpected(Failure{FailureKind::Unauthenticated, "this calendar key is not known", {}, {}});
  auto caller = accounts_->caller_of_account((*found)->account);
  if (!caller) return std::unexpected(caller.error());
  return OpenedCalendarKey{.record = **found, .caller = *std::move(caller)};
}

}  // namespace tandem::app
