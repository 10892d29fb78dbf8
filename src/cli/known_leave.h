// Leave that calendars elsewhere know of, for `tandem check --leave`: what a text does not say, and what can close a
// team all the same.
//
//   KnownLeave known(policy->spec(), horizon.during);
//   TANDEM_TRY_DONE(known.add("dana=dana.ics"));       // a person's own calendar
//   TANDEM_TRY_DONE(known.add("team-leave.ics"));      // one that several share
//   options.leave = known.leave();
//
// Of a person's own calendar all leave is theirs. Of any other an event is the leave of those of its attendees whose
// e-mail address the agreement has and who did not decline, or, where it has no attendees, of its organizer; where the
// calendar bears a person's name or address, of that person. Leave is what the desk takes for it
// (calendar::is_leave).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agreement/compile.h"
#include "base/error.h"

namespace tandem::cli {

class KnownLeave {
 public:
  // Borrows the Spec.
  KnownLeave(const policy::Spec& spec, base::Interval horizon) : spec_(spec), horizon_(horizon) {}

  // Reads a file. An error tells what the person who gave it should do: it is not there, is no calendar, names nobody.
  [[nodiscard]] base::Result<> add(std::string_view given);

  [[nodiscard]] const std::vector<agreement::FurtherLeave>& leave() const { return leave_; }
  // What could not be used, one line each.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  const policy::Spec& spec_;
  base::Interval horizon_;
  std::vector<agreement::FurtherLeave> leave_;
  std::vector<std::string> remarks_;
};

}  // namespace tandem::cli
