#include "store/sqlite/registry.h"

#include "base/check.h"
#include "store/sqlite/read_tables.h"

namespace tandem::store::sqlite {
namespace {

app::Role role_of(std::string_view text) {
  if (text == "member") return app::Role::Member;
  return text == "auditor" ? app::Role::Auditor : app::Role::Requester;
}

constexpr std::string_view kAccountColumns = "id, email, display, password_hash, created_at";
app::AccountRecord account_of(const Statement& row) {
  return {.id = app::AccountId(row.id(0)),
          .email = std::string(row.text(1)),
          .display = std::string(row.text(2)),
          .password_hash = std::string(row.text(3)),
          .created_at = row.instant(4)};
}

constexpr std::string_view kMembershipColumns =
    "m.account, e.name, m.role, m.person FROM memberships m JOIN engagements e ON e.id = m.engagement";
app::MembershipRecord membership_of(const Statement& row) {
  return {.account = app::AccountId(row.id(0)),
          .engagement = desk::EngagementName(row.text(1)),
          .role = role_of(row.text(2)),
          .person = desk::PersonName(row.text(3))};
}

constexpr std::string_view kTokenColumns = "id, secret, account, label, created_at, expires_at";
app::TokenRecord token_of(const Statement& row) {
  return {.id = app::TokenId(row.id(0)),
          .secret = read_hash(row, 1),
          .account = app::AccountId(row.id(2)),
          .label = std::string(row.text(3)),
          .created_at = row.instant(4),
          .expires_at = row.is_null(5) ? std::nullopt : std::optional(row.instant(5))};
}

// The one row a bound statement gives, or nothing.
template <class T>
base::Result<std::optional<T>> one(Statement& statement, T (*read)(const Statement&)) {
  TANDEM_TRY(const bool found, statement.step());
  if (!found) return std::nullopt;
  std::optional<T> value(read(statement));
  statement.reset();
  return value;
}

template <class T>
base::Result<std::vector<T>> all(Statement& statement, T (*read)(const Statement&)) {
  std::vector<T> values;
  for (;;) {
    TANDEM_TRY(const bool more, statement.step());
    if (!more) return values;
    values.push_back(read(statement));
  }
}

// From its three columns on.
std::optional<app::AgreementSeal> read_seal(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return app::AgreementSeal{.texts = read_hash(row, column),
                            .compiled = read_hash(row, column + 1),
                            .format = static_cast<std::uint32_t>(row.integer(column + 2))};
}

base::Result<void> read_files(Connection& connection, std::int64_t engagement, app::AgreementVersion& agreement) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT name, text FROM agreement_files WHERE engagement = ? AND version = ?"));
  row->bind(1, engagement);
  row->bind(2, static_cast<std::int64_t>(agreement.version));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) return {};
    agreement.files.emplace(row->text(0), row->text(1));
  }
}

}  // namespace

void bind_hash(Statement& statement, int parameter, const app::SecretHash& hash) {
  statement.bind_blob(parameter, {reinterpret_cast<const char*>(hash.data()), hash.size()});
}

app::SecretHash read_hash(const Statement& row, int column) {
  app::SecretHash hash{};
  const std::string_view bytes = row.blob(column);
  TANDEM_ENSURE(bytes.size() == hash.size());
  std::ranges::transform(bytes, hash.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  return hash;
}

std::string_view role_text(app::Role role) {
  switch (role) {
    case app::Role::Member: return "member";
    case app::Role::Requester: return "requester";
    case app::Role::Auditor: return "auditor";
  }
  return "requester";
}

base::Result<void> must_exist(Connection& connection, app::AccountId account) {
  TANDEM_TRY(const auto found, read_account(connection, account));
  if (!found) return base::fail(base::ErrorCode::NotFound, "there is no such account");
  return {};
}

base::Result<std::vector<app::EngagementRecord>> read_engagements(Connection& connection) {
  std::vector<app::EngagementRecord> records;
  std::vector<std::int64_t> ids;
  TANDEM_TRY(
      auto* row,
      connection.prepare(
          "SELECT e.id, e.name, e.display, e.prefix, e.created_at, a.version, a.root, "
          "a.in_force_from, a.texts_hash, a.compiled_hash, a.compiled_format FROM engagements e JOIN agreements a "
          "ON a.engagement = e.id AND a.version = (SELECT max(version) FROM "
          "agreements WHERE engagement = e.id) ORDER BY e.name"));
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) break;
    ids.push_back(row->integer(0));
    records.push_back({.name = desk::EngagementName(row->text(1)),
                       .display = std::string(row->text(2)),
                       .prefix = std::string(row->text(3)),
                       .created_at = row->instant(4),
                       .agreement = {.version = static_cast<std::uint32_t>(row->integer(5)),
                                     .root = std::string(row->text(6)),
                                     .files = {},
                                     .in_force_from = row->instant(7),
                                     .seal = read_seal(*row, 8)}});
  }
  for (std::size_t i = 0; i < ids.size(); ++i) TANDEM_TRY_DONE(read_files(connection, ids[i], records[i].agreement));
  return records;
}

base::Result<std::vector<app::AgreementVersion>> read_agreements(Connection& connection,
                                                                 const desk::EngagementName& engagement) {
  std::vector<app::AgreementVersion> versions;
  TANDEM_TRY(const auto id, find_engagement(connection, engagement));
  if (!id) return versions;
  TANDEM_TRY(auto* row,
             connection.prepare(
                 "SELECT version, root, in_force_from, texts_hash, compiled_hash, compiled_format FROM agreements "
                 "WHERE engagement = ? ORDER BY version"));
  row->bind(1, *id);
  for (;;) {
    TANDEM_TRY(const bool more, row->step());
    if (!more) break;
    versions.push_back({.version = static_cast<std::uint32_t>(row->integer(0)),
                        .root = std::string(row->text(1)),
                        .files = {},
                        .in_force_from = row->instant(2),
                        .seal = read_seal(*row, 3)});
  }
  for (app::AgreementVersion& version : versions) TANDEM_TRY_DONE(read_files(connection, *id, version));
  return versions;
}

base::Result<std::optional<app::AccountRecord>> read_account(Connection& connection, app::AccountId id) {
  static const std::string sql = fmt::format("SELECT {} FROM accounts WHERE id = ?", kAccountColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind_id(1, id.bits());
  return one(*row, account_of);
}

base::Result<std::optional<app::AccountRecord>> find_account(Connection& connection, std::string_view email) {
  static const std::string sql = fmt::format("SELECT {} FROM accounts WHERE email = ?", kAccountColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind(1, email);
  return one(*row, account_of);
}

base::Result<std::vector<app::MembershipRecord>> read_memberships(Connection& connection, app::AccountId account) {
  static const std::string sql = fmt::format("SELECT {} WHERE m.account = ? ORDER BY e.name", kMembershipColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind_id(1, account.bits());
  return all(*row, membership_of);
}

base::Result<std::vector<app::MembershipRecord>> read_members(Connection& connection,
                                                              const desk::EngagementName& engagement) {
  static const std::string sql = fmt::format("SELECT {} WHERE e.name = ? ORDER BY m.account", kMembershipColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind(1, engagement.text());
  return all(*row, membership_of);
}

base::Result<std::optional<app::SessionRecord>> read_session(Connection& connection, const app::SecretHash& secret) {
  TANDEM_TRY(auto* row,
             connection.prepare("SELECT account, csrf, created_at, expires_at FROM sessions WHERE secret = ?"));
  bind_hash(*row, 1, secret);
  TANDEM_TRY(const bool found, row->step());
  if (!found) return std::nullopt;
  app::SessionRecord session{.secret = secret,
                             .account = app::AccountId(row->id(0)),
                             .csrf = std::string(row->text(1)),
                             .created_at = row->instant(2),
                             .expires_at = row->instant(3)};
  row->reset();
  return session;
}

base::Result<std::optional<app::TokenRecord>> read_token(Connection& connection, const app::SecretHash& secret) {
  static const std::string sql = fmt::format("SELECT {} FROM tokens WHERE secret = ?", kTokenColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  bind_hash(*row, 1, secret);
  return one(*row, token_of);
}

base::Result<std::vector<app::TokenRecord>> read_tokens(Connection& connection, app::AccountId account) {
  static const std::string sql = fmt::format("SELECT {} FROM tokens WHERE account = ? ORDER BY id", kTokenColumns);
  TANDEM_TRY(auto* row, connection.prepare(sql));
  row->bind_id(1, account.bits());
  return all(*row, token_of);
}

}  // namespace tandem::store::sqlite
