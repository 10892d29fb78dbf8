// Request forms of an engagement's catalogue, as they are kept.
#pragma once

#include "app/leave_records.h"
#include "desk/request_form.h"

namespace tandem::app {

struct FormRecord {
  desk::RequestForm form;  // its id is given when it is kept
  desk::EngagementName engagement;
  Signature changed;  // the last time
  bool operator==(const FormRecord&) const = default;
};

}  // namespace tandem::app
