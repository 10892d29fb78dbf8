// Accounts, sessions and tokens: who somebody is. Passwords are argon2id hashes; cookies and tokens are random, and
// the store keeps only their SHA-256.
//
//   auto session = accounts.sign_in(email, password);        // ~20 ms: on a worker, never on an I/O thread
//   auto caller = accounts.caller_of_session(cookie);
//
// Thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "app/caller.h"
#include "app/failure.h"
#include "app/store.h"
#include "base/id.h"
#include "base/secret.h"
#include "base/time.h"

namespace tandem::app {

struct StartedSession {
  base::Secret cookie;
  SessionRecord record;
  Caller caller;
};
struct KnownSession {
  SessionRecord record;
  Caller caller;
};
struct MadeToken {
  base::Secret token;  // "tdm_…", shown once
  TokenRecord record;
};

class Accounts {
 public:
  static constexpr base::Duration kSessionLength = base::hours(12);

  Accounts(Store& store, const base::Clock& clock, base::IdSource& ids) : store_(&store), clock_(&clock), ids_(&ids) {}

  // Wrong address and wrong password are the same failure and take the same time. After 10 failures within 15
  // minutes for one address, further tries for it are TooMany until the window has passed.
  [[nodiscard]] Outcome<StartedSession> sign_in(std::string_view email, const base::Secret& password);
  [[nodiscard]] Outcome<> sign_out(std::string_view cookie);
  [[nodiscard]] Outcome<KnownSession> caller_of_session(std::string_view cookie);
  [[nodiscard]] Outcome<Caller> caller_of_token(std::string_view token);
  // For what stands for an account in another way (CalendarKeys). REQUIRES: whoever asks has been recognised.
  [[nodiscard]] Outcome<Caller> caller_of_account(AccountId id) { return caller(id); }

  // For the command line. `email` becomes lower case; Invalid when it is no address, Stale when it is taken.
  [[nodiscard]] Outcome<AccountRecord> create(std::string_view email, std::string_view display,
                                              const base::Secret& password);
  [[nodiscard]] Outcome<> set_password(std::string_view email, const base::Secret& password);
  [[nodiscard]] Outcome<> join(std::string_view email, const desk::EngagementName& engagement, Role role,
                               const desk::PersonName& person);
  [[nodiscard]] Outcome<MadeToken> create_token(std::string_view email, std::string_view label,
                                                std::optional<base::Instant> expires_at);
  [[nodiscard]] Outcome<std::vector<TokenRecord>> tokens_of(std::string_view email);
  [[nodiscard]] Outcome<> remove_token(std::string_view email, std::string_view token_id);

 private:
  [[nodiscard]] Outcome<Caller> caller(AccountId id);
  [[nodiscard]] Outcome<AccountRecord> known_account(std::string_view email);
  // How long this address must wait before it may try again; zero: not at all.
  [[nodiscard]] base::Duration wait_of(const std::string& email, base::Instant now);

  Store* store_;
  const base::Clock* clock_;
  base::IdSource* ids_;
  struct Failures {
    std::uint32_t count = 0;
    base::Instant since;
  };
  std::mutex mutex_;
  std::map<std::string, Failures> failures_;
};

}  // namespace tandem::app
