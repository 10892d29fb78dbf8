#include "app/accounts.h"

#include <cctype>

#include "crypto/crypto.h"

namespace tandem::app {
namespace {

constexpr std::uint32_t kMaxFailures = 10;
constexpr base::Duration kFailureWindow = base::minutes(15);
constexpr std::size_t kMaxFailureRecords = 10'000;
constexpr std::size_t kMinPassword = 8;
constexpr std::string_view kTokenPrefix = "tdm_";

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool looks_like_address(std::string_view email) {
  const auto at = email.find('@');
  return email.size() <= 254 && at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
         email.find('@', at + 1) == std::string_view::npos &&
         std::ranges::none_of(email, [](unsigned char c) { return c <= ' ' || c == 0x7f; });
}

Failure unauthenticated(std::string message) {
  return {FailureKind::Unauthenticated, std::move(message), {}, {}};
}

Failure too_many(base::Duration wait) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  return {
      .kind = FailureKind::TooMany,
      .message = fmt::format("too many failed attempts: try again in {} minute{}", minutes, minutes == 1 ? "" : "s"),
      .fields = {},
      .refusal = {},
      .retry_after = wait};
}

}  // namespace

base::Duration Accounts::wait_of(const std::string& email, base::Instant now) {
  const std::scoped_lock lock(mutex_);
  const auto found = failures_.find(email);
  if (found == failures_.end()) return {};
  const base::Duration left = kFailureWindow - (now - found->second.since);
  if (left <= base::Duration::zero()) {
    failures_.erase(found);
    return {};
  }
  return found->second.count >= kMaxFailures ? left : base::Duration::zero();
}

Outcome<StartedSession> Accounts::sign_in(std::string_view email, const base::Secret& password) {
  const auto now = clock_->now();
  const std::string address = lower(email);
  if (const auto wait = wait_of(address, now); wait > base::Duration::zero()) return std::unexpected(too_many(wait));
  const auto found = store_->find_account(address);
  if (!found) return failed(found.error());
  const bool known = found->has_value();
  if (!crypto::verify_password(known ? (*found)->password_hash : std::string(), password)) {
    const std::scoped_lock lock(mutex_);
    if (failures_.size() >= kMaxFailureRecords) failures_.clear();
    auto& failures = failures_[address];
    if (failures.count++ == 0) failures.since = now;
    return std::unexpected(unauthenticated("the email or the password is wrong"));
  }
  {
    const std::scoped_lock lock(mutex_);
    failures_.erase(address);
  }
  auto who = caller((*found)->id);
  if (!who) return std::unexpected(who.error());
  base::Secret cookie = crypto::random_secret();
  const base::Secret csrf = crypto::random_secret();
  SessionRecord session{.secret = crypto::sha256(cookie.reveal()),
                        .account = (*found)->id,
                        .csrf = csrf.reveal(),
                        .created_at = now,
                        .expires_at = now + kSessionLength};
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.add_session(session); });
  if (!written) return failed(written.error());
  return StartedSession{.cookie = std::move(cookie), .record = std::move(session), .caller = *std::move(who)};
}

Outcome<> Accounts::sign_out(std::string_view cookie) {
  const auto secret = crypto::sha256(cookie);
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.remove_session(secret); });
  if (!written) return failed(written.error());
  return {};
}

Outcome<KnownSession> Accounts::caller_of_session(std::string_view cookie) {
  const auto found = store_->session(crypto::sha256(cookie));
  if (!found) return failed(found.error());
  if (!*found || (*found)->expires_at <= clock_->now())
    return std::unexpected(unauthenticated("the session has ended: sign in again"));
  auto who = caller((*found)->account);
  if (!who) return std::unexpected(who.error());
  return KnownSession{.record = **found, .caller = *std::move(who)};
}

Outcome<Caller> Accounts::caller_of_token(std::string_view token) {
  const auto found = store_->token(crypto::sha256(token));
  if (!found) return failed(found.error());
  if (!*found) return std::unexpected(unauthenticated("the token is not known: it was removed or never made"));
  if ((*found)->expires_at && *(*found)->expires_at <= clock_->now())
    return std::unexpected(unauthenticated("the token has expired"));
  return caller((*found)->account);
}

Outcome<Caller> Accounts::caller(AccountId id) {
  auto account = store_->account(id);
  if (!account) return failed(account.error());
  if (!*account) return std::unexpected(unauthenticated("the account no longer exists"));
  auto memberships = store_->memberships(id);
  if (!memberships) return failed(memberships.error());
  return Caller{.account = id,
                .email = (*account)->email,
                .display = (*account)->display,
                .memberships = *std::move(memberships)};
}

Outcome<AccountRecord> Accounts::known_account(std::string_view email) {
  auto account = store_->find_account(lower(email));
  if (!account) return failed(account.error());
  if (!*account) return not_found(fmt::format("there is no account for {}", email));
  return **std::move(account);
}

Outcome<AccountRecord> Accounts::create(std::string_view email, std::string_view display,
                                        const base::Secret& password) {
  const std::string address = lower(email);
  if (!looks_like_address(address)) return invalid("/email", fmt::format("`{}` is not an email address", address));
  if (display.empty()) return invalid("/display", "a name is needed");
  if (password.reveal().size() < kMinPassword)
    return invalid("/password", fmt::format("a password has at least {} characters", kMinPassword));
  auto hash = crypto::hash_password(password);
  if (!hash) return failed(hash.error());
  const auto now = clock_->now();
  AccountRecord account{.id = AccountId(ids_->next(now.unix_ms())),
                        .email = address,
                        .display = std::string(display),
                        .password_hash = *std::move(hash),
                        .created_at = now};
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.add_account(account); });
  if (!written) {
    if (written.error().code == base::ErrorCode::Conflict) {
      return std::unexpected(
          Failure{FailureKind::Stale, fmt::format("there is already an account for {}", address), {}, {}});
    }
    return failed(written.error());
  }
  return account;
}

Outcome<> Accounts::set_password(std::string_view email, const base::Secret& password) {
  if (password.reveal().size() < kMinPassword)
    return invalid("/password", fmt::format("a password has at least {} characters", kMinPassword));
  const auto account = known_account(email);
  if (!account) return std::unexpected(account.error());
  auto hash = crypto::hash_password(password);
  if (!hash) return failed(hash.error());
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.set_password(account->id, *hash); });
  if (!written) return failed(written.error());
  return {};
}

Outcome<> Accounts::join(std::string_view email, const desk::EngagementName& engagement, Role role,
                         const desk::PersonName& person) {
  const auto account = known_account(email);
  if (!account) return std::unexpected(account.error());
  const MembershipRecord membership{.account = account->id, .engagement = engagement, .role = role, .person = person};
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.put_membership(membership); });
  if (!written) return failed(written.error());
  return {};
}

Outcome<MadeToken> Accounts::create_token(std::string_view email, std::string_view label,
                                          std::optional<base::Instant> expires_at) {
  const auto account = known_account(email);
  if (!account) return std::unexpected(account.error());
  const auto now = clock_->now();
  base::Secret token(std::string(kTokenPrefix) + crypto::random_secret().reveal());
  TokenRecord record{.id = TokenId(ids_->next(now.unix_ms())),
                     .secret = crypto::sha256(token.reveal()),
                     .account = account->id,
                     .label = std::string(label),
                     .created_at = now,
                     .expires_at = expires_at};
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.add_token(record); });
  if (!written) return failed(written.error());
  return MadeToken{.token = std::move(token), .record = std::move(record)};
}

Outcome<std::vector<TokenRecord>> Accounts::tokens_of(std::string_view email) {
  const auto account = known_account(email);
  if (!account) return std::unexpected(account.error());
  auto tokens = store_->tokens(account->id);
  if (!tokens) return failed(tokens.error());
  return *std::move(tokens);
}

Outcome<> Accounts::remove_token(std::string_view email, std::string_view token_id) {
  const auto tokens = tokens_of(email);
  if (!tokens) return std::unexpected(tokens.error());
  const auto id = TokenId::parse(token_id);
  if (!id || std::ranges::find(*tokens, *id, &TokenRecord::id) == tokens->end())
    return not_found(fmt::format("{} has no token `{}`", email, token_id));
  const auto written = store_->write([&](WriteTransaction& tx) { return tx.remove_token(*id); });
  if (!written) return failed(written.error());
  return {};
}

}  // namespace tandem::app
