// Engagements and their agreements, accounts, memberships, sessions and tokens.
#include "store/memory/memory_transaction.h"

namespace tandem::store::memory {

base::Result<std::vector<app::EngagementRecord>> MemoryStore::engagements() {
  const std::scoped_lock lock(mutex_);
  std::vector<app::EngagementRecord> records;
  for (const auto& [name, stored] : state_->engagements) records.push_back(stored.record);
  return records;
}

base::Result<std::vector<app::AgreementVersion>> MemoryStore::agreements(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return std::vector<app::AgreementVersion>();
  std::vector<app::AgreementVersion> all = found->second.earlier;
  all.push_back(found->second.record.agreement);
  return all;
}

base::Result<std::optional<app::AccountRecord>> MemoryStore::account(app::AccountId id) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->accounts.find(id);
  return found == state_->accounts.end() ? std::nullopt : std::optional(found->second);
}

base::Result<std::optional<app::AccountRecord>> MemoryStore::find_account(std::string_view email) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, account] : state_->accounts) {
    if (account.email == email) return account;
  }
  return std::nullopt;
}

base::Result<std::vector<app::MembershipRecord>> MemoryStore::memberships(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::MembershipRecord> memberships;
  for (const auto& [key, membership] : state_->memberships) {
    if (key.first == account) memberships.push_back(membership);
  }
  return memberships;
}

base::Result<std::vector<app::MembershipRecord>> MemoryStore::members(const desk::EngagementName& engagement) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::MembershipRecord> memberships;
  for (const auto& [key, membership] : state_->memberships) {
    if (key.second == engagement) memberships.push_back(membership);
  }
  return memberships;
}

base::Result<std::optional<app::SessionRecord>> MemoryStore::session(const app::SecretHash& secret) {
  const std::scoped_lock lock(mutex_);
  const auto found = state_->sessions.find(secret);
  return found == state_->sessions.end() ? std::nullopt : std::optional(found->second);
}

base::Result<std::optional<app::TokenRecord>> MemoryStore::token(const app::SecretHash& secret) {
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, token] : state_->tokens) {
    if (token.secret == secret) return token;
  }
  return std::nullopt;
}

base::Result<std::vector<app::TokenRecord>> MemoryStore::tokens(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  std::vector<app::TokenRecord> tokens;
  for (const auto& [id, token] : state_->tokens) {
    if (token.account == account) tokens.push_back(token);
  }
  return tokens;
}

base::Result<void> MemoryStore::Transaction::add_engagement(const app::EngagementRecord& engagement) {
  for (const auto& [name, other] : state_->engagements) {
    if (name == engagement.name)
      return base::fail(base::ErrorCode::Conflict, fmt::format("there is already an engagement `{}`", name.text()));
    if (other.record.prefix == engagement.prefix) {
      return base::fail(base::ErrorCode::Conflict,
                        fmt::format("the prefix {} is taken by `{}`", engagement.prefix, name.text()));
    }
  }
  set(state_->engagements, engagement.name,
      StoredEngagement{.record = engagement,
                       .earlier = {},
                       .tickets = {},
                       .by_number = {},
                       .by_external_key = {},
                       .due = {},
                       .life = {},
                       .texts = {},
                       .contents = {},
                       .leaves = {},
                       .in_work = {}});
  return {};
}

base::Result<void> MemoryStore::Transaction::add_agreement(const desk::EngagementName& engagement,
                                                           const app::AgreementVersion& agreement) {
  const auto found = state_->engagements.find(engagement);
  if (found == state_->engagements.end()) return no_engagement(engagement);
  app::EngagementRecord record = found->second.record;
  if (agreement.version != record.agreement.version + 1) {
    return base::fail(base::ErrorCode::Conflict, fmt::format("`{}` is at version {} of its agreement",
                                                             engagement.text(), record.agreement.version));
  }
  auto earlier = found->second.earlier;
  earlier.push_back(std::exchange(record.agreement, agreement));
  assign(found->second.earlier, std::move(earlier));
  assign(found->second.record, std::move(record));
  return {};
}

base::Result<void> MemoryStore::Transaction::add_account(const app::AccountRecord& account) {
  for (const auto& [id, other] : state_->accounts) {
    if (id == account.id || other.email == account.email) {
      return base::fail(base::ErrorCode::Conflict, fmt::format("there is already an account for {}", account.email));
    }
  }
  set(state_->accounts, account.id, account);
  return {};
}

base::Result<void> MemoryStore::Transaction::set_password(app::AccountId account, std::string_view password_hash) {
  const auto found = state_->accounts.find(account);
  if (found == state_->accounts.end()) return no_account();
  assign(found->second.password_hash, std::string(password_hash));
  const auto sessions = state_->sessions;
  for (const auto& [secret, session] : sessions) {
    if (session.account == account) set(state_->sessions, secret, std::nullopt);
  }
  return {};
}

base::Result<void> MemoryStore::Transaction::put_membership(const app::MembershipRecord& membership) {
  if (!state_->accounts.contains(membership.account)) return no_account();
  if (!state_->engagements.contains(membership.engagement)) return no_engagement(membership.engagement);
  set(state_->memberships, {membership.account, membership.engagement}, membership);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_membership(app::AccountId account,
                                                               const desk::EngagementName& engagement) {
  set(state_->memberships, {account, engagement}, std::nullopt);
  return {};
}

base::Result<void> MemoryStore::Transaction::add_session(const app::SessionRecord& session) {
  if (!state_->accounts.contains(session.account)) return no_account();
  if (state_->sessions.contains(session.secret))
    return base::fail(base::ErrorCode::Conflict, "there is already such a session");
  set(state_->sessions, session.secret, session);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_session(const app::SecretHash& secret) {
  set(state_->sessions, secret, std::nullopt);
  return {};
}

base::Result<void> MemoryStore::Transaction::add_token(const app::TokenRecord& token) {
  if (!state_->accounts.contains(token.account)) return no_account();
  for (const auto& [id, other] : state_->tokens) {
    if (id == token.id || other.secret == token.secret)
      return base::fail(base::ErrorCode::Conflict, "there is already such a token");
  }
  set(state_->tokens, token.id, token);
  return {};
}

base::Result<void> MemoryStore::Transaction::remove_token(app::TokenId token) {
  set(state_->tokens, token, std::nullopt);
  return {};
}

}  // namespace tandem::store::memory
