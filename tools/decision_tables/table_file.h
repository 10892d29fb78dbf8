// Decision tables as a JSON file has them:
//
//   {"tables": [{"id": "hours",
//                "columns": [{"name": "site", "kind": "enum", "domain": ["east", "west"]},
//                            {"name": "minute", "kind": "num", "domain": {"from": 0, "to_exclusive": 1440}}],
//                "rules": [{"when": [["east"], [0, 720]], "owner": "desk"}]}]}
//
// A cell of an enum column lists values of its domain; one of a num column is a half-open range of whole numbers
// within the domain. A list of tables, or one table, may stand for the whole. Other fields are not looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "proof/table.h"

namespace tandem::decision_tables {

struct TableColumn {
  std::string name{};
  std::vector<std::string> values{};  // enum: the domain; num: empty
  proof::Column column{};
};

struct DecisionTable {
  std::string id{};
  std::vector<TableColumn> columns{};
  std::vector<proof::Box> rules{};
  std::vector<std::uint32_t> owners{};  // by rule: equal numbers are equal owners
};

// BadInput names every mistake with its place (RFC 6901), at most twenty.
[[nodiscard]] base::Result<std::vector<DecisionTable>> read_tables(std::string_view json);

}  // namespace tandem::decision_tables
