// Exceptions: each silences one kind of finding at one place until a date, so that a known weakness stays written down
// with its reason instead of being looked over.
//
//   Silencer silencer(agreement, today);
//   silencer.pass(reports, findings);      // what is not silenced goes on
//   silencer.report(findings, …);          // expired and unused exceptions
//
// An exception holds up to and including its date. Without a day to compare with none has expired.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/checks/report.h"
#include "diag/finding.h"

namespace tandem::agreement {

// Borrows the agreement.
class Silencer {
 public:
  Silencer(const Agreement& agreement, const std::optional<calendar::Date>& today);

  // Hands on the reports that no exception in force silences. What cannot be allowed is handed on with a note at each
  // exception that names it.
  void pass(const Reports& reports, diag::Findings& findings);

  // Those that are in force and have silenced something, in the order of the text.
  [[nodiscard]] std::vector<Exception> granted() const;

  // Of a kind that was not looked for, that nothing is silenced says nothing.
  void pass_over(diag::Kind kind) { not_looked_for_.insert(kind); }

  // `everything_checked`: whether all checks could run; otherwise an exception may be unused for that reason alone, and
  // is neither told of as unused nor, when it has expired, called needless.
  void report(diag::Findings& findings, bool everything_checked) const;

 private:
  [[nodiscard]] diag::Repair without(const Exception& exception, std::string words) const;

  std::set<diag::Kind> not_looked_for_;
  struct Entry {
    const Exception* exception;
    bool expired;
    bool used = false;
  };
  const Agreement& agreement_;
  std::vector<source::Range> places_;  // of all exceptions
  std::vector<Entry> entries_;
  std::map<std::pair<diag::Kind, std::string_view>, std::vector<std::size_t>> positions_;  // in entries_, by place
};

}  // namespace tandem::agreement
