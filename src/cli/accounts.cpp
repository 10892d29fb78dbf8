#include "app/accounts.h"

#include "app/engagements.h"
#include "cli/commands.h"
#include "cli/password.h"

namespace tandem::cli {
namespace {

app::Role role_of(std::string_view word) {
  if (word == "member") return app::Role::Member;
  return word == "auditor" ? app::Role::Auditor : app::Role::Requester;
}

// Who they would be in the agreement must exist, or they would see everything and own nothing.
base::Result<void> check_membership(const CreateAccount& command, app::Store& store, const base::Clock& clock) {
  if (command.engagement.empty()) return {};
  app::Engagements engagements(store, clock);
  TANDEM_TRY_DONE(engagements.load());
  const auto engagement = engagements.find(desk::EngagementName(command.engagement));
  if (!engagement)
    return base::fail(base::ErrorCode::NotFound,
                      fmt::format("there is no engagement `{}` in this database", command.engagement));
  if (role_of(command.role) != app::Role::Member) return {};
  if (command.person.empty())
    return base::fail(base::ErrorCode::BadInput, "a member is a person of the agreement: name them with --person");
  if (!engagement->policy->find_person(command.person)) {
    return base::fail(base::ErrorCode::NotFound,
                      fmt::format("the agreement of `{}` has no person `{}`", command.engagement, command.person));
  }
  return {};
}

}  // namespace

int run(const CreateAccount& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  if (const auto checked = check_membership(command, **store, environment.clock); !checked)
    return could_not_run(environment, checked.error().message);
  const auto password = read_password(environment);
  if (!password) return could_not_run(environment, password.error().message);
  app::Accounts accounts(**store, environment.clock, environment.ids);
  const auto account = accounts.create(command.email, command.name, *password);
  if (!account) return could_not_run(environment, account.error().message);
  if (!command.engagement.empty()) {
    const auto joined = accounts.join(account->email, desk::EngagementName(command.engagement), role_of(command.role),
                                      desk::PersonName(command.person));
    if (!joined) return could_not_run(environment, joined.error().message);
  }
  fmt::print(environment.out, "{} may sign in\n", account->email);
  return kDone;
}

int run(const SetPassword& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  const auto password = read_password(environment);
  if (!password) return could_not_run(environment, password.error().message);
  app::Accounts accounts(**store, environment.clock, environment.ids);
  if (const auto set = accounts.set_password(command.email, *password); !set)
    return could_not_run(environment, set.error().message);
  fmt::print(environment.out, "the password of {} is set\n", command.email);
  return kDone;
}

int run(const CreateToken& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Accounts accounts(**store, environment.clock, environment.ids);
  std::optional<base::Instant> expires_at;
  if (command.days) expires_at = environment.clock.now() + base::hours(24 * *command.days);
  const auto token = accounts.create_token(command.email, command.label, expires_at);
  if (!token) return could_not_run(environment, token.error().message);
  fmt::print(environment.out, "{}\n", token->token.reveal());
  return kDone;
}

int run(const ListTokens& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Accounts accounts(**store, environment.clock, environment.ids);
  const auto tokens = accounts.tokens_of(command.email);
  if (!tokens) return could_not_run(environment, tokens.error().message);
  for (const app::TokenRecord& token : *tokens) {
    const std::string until = token.expires_at ? "until " + base::to_rfc3339(*token.expires_at) : "until it is removed";
    fmt::print(environment.out, "{}  {}  since {}, {}\n", token.id.text(), token.label,
               base::to_rfc3339(token.created_at), until);
  }
  return kDone;
}

int run(const RemoveToken& command, const Environment& environment) {
  const auto store = open_existing(environment, command.database);
  if (!store) return could_not_run(environment, store.error().message);
  app::Accounts accounts(**store, environment.clock, environment.ids);
  if (const auto removed = accounts.remove_token(command.email, command.id); !removed)
    return could_not_run(environment, removed.error().message);
  fmt::print(environment.out, "the token is removed\n");
  return kDone;
}

}  // namespace tandem::cli
