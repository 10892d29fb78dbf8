// The registry's rows: engagements and agreements, accounts and memberships, sessions and tokens.
#pragma once

#include <optional>
#include <vector>

#include "app/registry_records.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

void bind_hash(Statement& statement, int parameter, const app::SecretHash& hash);
[[nodiscard]] app::SecretHash read_hash(const Statement& row, int column);
[[nodiscard]] std::string_view role_text(app::Role role);
// NotFound when there is no such account.
[[nodiscard]] base::Result<void> must_exist(Connection& connection, app::AccountId account);

[[nodiscard]] base::Result<std::vector<app::EngagementRecord>> read_engagements(Connection& connection);
[[nodiscard]] base::Result<std::vector<app::AgreementVersion>> read_agreements(Connection& connection,
                                                                               const desk::EngagementName& engagement);
[[nodiscard]] base::Result<std::optional<app::AccountRecord>> read_account(Connection& connection, app::AccountId id);
[[nodiscard]] base::Result<std::optional<app::AccountRecord>> find_account(Connection& connection,
                                                                           std::string_view email);
[[nodiscard]] base::Result<std::vector<app::MembershipRecord>> read_memberships(Connection& connection,
                                                                                app::AccountId account);
[[nodiscard]] base::Result<std::vector<app::MembershipRecord>> read_members(Connection& connection,
                                                                            const desk::EngagementName& engagement);
[[nodiscard]] base::Result<std::optional<app::SessionRecord>> read_session(Connection& connection,
                                                                           const app::SecretHash& secret);
[[nodiscard]] base::Result<std::optional<app::TokenRecord>> read_token(Connection& connection,
                                                                       const app::SecretHash& secret);
[[nodiscard]] base::Result<std::vector<app::TokenRecord>> read_tokens(Connection& connection, app::AccountId account);

}  // namespace tandem::store::sqlite
