// The query of a request, read strictly: what a handler did not ask for is a mistake of the caller and is named.
//
//   QueryReader query(request.query);
//   const auto view = query.word("view");            // at most once
//   const auto states = query.words("state");        // any number of times
//   const auto limit = query.number("limit", 1, 200);
//   if (!query.finish()) return bad_query(query.problems());
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/failure.h"
#include "calendar/zone.h"

namespace tandem::http {

class QueryReader {
 public:
  explicit QueryReader(std::string_view query);

  [[nodiscard]] std::optional<std::string> word(std::string_view name);
  [[nodiscard]] std::vector<std::string> words(std::string_view name);
  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name, std::uint64_t least, std::uint64_t most);
  [[nodiscard]] std::optional<bool> flag(std::string_view name);           // "true" or "false"
  [[nodiscard]] std::optional<calendar::Date> day(std::string_view name);  // "2026-12-21", of 1970 to 2199
  // The first complaint of a parameter stands: what follows from it is not told.
  void complain(std::string_view name, std::string message);

  // Names what nobody asked for. False when there was any problem.
  [[nodiscard]] bool finish();
  [[nodiscard]] const std::vector<app::FieldProblem>& problems() const { return problems_; }

 private:
  struct Parameter {
    std::string name;
    std::string value;
    bool asked = false;
  };
  std::vector<Parameter> parameters_;
  std::vector<app::FieldProblem> problems_;
};

}  // namespace tandem::http
