#include "store/sqlite/signature.h"

namespace tandem::store::sqlite {

app::Signature signature_of(const Statement& row, int first) {
  return {.account = row.is_null(first) ? std::nullopt : std::optional(app::AccountId(row.id(first))),
          .person = desk::PersonName(row.text(first + 1)),
          .display = std::string(row.text(first + 2)),
          .at = row.instant(first + 3)};
}

std::optional<app::Signature> maybe_signature_of(const Statement& row, int first) {
  return row.is_null(first + 3) ? std::nullopt : std::optional(signature_of(row, first));
}

void bind_signature(Statement& statement, int first, const app::Signature& signature) {
  signature.account ? statement.bind_id(first, signature.account->bits()) : statement.bind_null(first);
  statement.bind(first + 1, signature.person.text());
  statement.bind(first + 2, signature.display);
  statement.bind(first + 3, signature.at);
}

void bind_maybe(Statement& statement, int first, const std::optional<app::Signature>& signature) {
  if (signature) return bind_signature(statement, first, *signature);
  for (int i = 0; i < 4; ++i) statement.bind_null(first + i);
}

}  // namespace tandem::store::sqlite
