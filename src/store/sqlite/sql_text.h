// A statement that grows piece by piece, with the parameters of its pieces. Private to this folder.
//
//   Sql sql;
//   sql.add("SELECT key FROM tickets WHERE engagement = ?", engagement);
//   add_any_of(sql, "priority", query.priorities);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desk/names.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

using Value = std::variant<std::int64_t, std::string>;

struct Sql {
  std::string text;
  std::vector<Value> values;

  void add(std::string_view piece) { text += piece; }
  void add(std::string_view piece, Value value) {
    text += piece;
    values.push_back(std::move(value));
  }
  // The values must live until the statement has been stepped to its end.
  void bind_to(Statement& statement) const {
    for (std::size_t i = 0; i < values.size(); ++i)
      std::visit([&](const auto& value) { statement.bind(static_cast<int>(i) + 1, value); }, values[i]);
  }
};

// Nothing where nothing is wanted.
template <class T>
void add_any_of(Sql& sql, std::string_view column, const std::vector<T>& wanted) {
  if (wanted.empty()) return;
  sql.add(fmt::format(" AND {} IN (", column));
  for (std::size_t i = 0; i < wanted.size(); ++i) sql.add(i == 0 ? "?" : ", ?", wanted[i].text());
  sql.add(")");
}

// What is of none of the categories.
inline void add_none_of(Sql& sql, std::string_view column, std::span<const desk::CategoryName> hidden) {
  if (hidden.empty()) return;
  sql.add(fmt::format(" AND {} NOT IN (", column));
  for (std::size_t i = 0; i < hidden.size(); ++i) sql.add(i == 0 ? "?" : ", ?", hidden[i].text());
  sql.add(")");
}

}  // namespace tandem::store::sqlite
