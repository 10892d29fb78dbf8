// Exceptions: each silences one kind of finding at one place until a date, so that a known weakness stays written down
// with its reason instead of being looked over.
//
//   Silencer silencer(agreement, today);
//   silencer.pass(reports, findings);      // what is not silenced goes on
//   silencer.report(findings, …);          // expired and unused exceptions
//
// An exception holds up to and including its date. Without a day to compare with none has expired.
#pragma once

#include "agreement/checks/report.h"
#include "diag/finding.h"

namespace tandem::agreement {

class Silencer {
 public:
  Silencer(const Agreement& agreement, const std::optional<calendar::Date>& today);

  // Hands on the reports that no exception in force silences.
  void pass(const Reports& reports, diag::Findings& findings);

  // `everything_checked`: whether all checks could run; otherwise an exception may be unused for that reason alone.
  void report(diag::Findings& findings, bool everything_checked) const;

 private:
  struct Entry {
    const Exception* exception;
    bool expired;
    bool used = false;
  };
  std::vector<Entry> entries_;
};

}  // namespace tandem::agreement
