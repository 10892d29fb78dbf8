#include "draft/person_name.h"

#include <algorithm>
#include <array>

#include "base/plain_text.h"
#include "draft/words.h"

namespace tandem::draft {
namespace {

// What the last word of a name is never. `Manager` and its like are posts.
constexpr std::array<std::string_view, 40> kNoSurnames = {
    "department", "dept",       "desk",        "team",    "teams",         "support",    "helpdesk",   "office",
    "group",      "staff",      "hotline",     "mailbox", "inbox",         "queue",      "operations", "service",
    "services",   "management", "leadership",  "company", "inc",           "llc",        "ltd",        "gmbh",
    "plc",        "provider",   "vendor",      "noc",     "soc",           "manager",    "director",   "engineer",
    "engineers",  "technician", "technicians", "officer", "administrator", "consultant", "specialist", "coordinator"};

}  // namespace

bool could_be_a_person(std::string_view words) {
  if (words.contains('@')) return false;
  const std::string_view name = base::trimmed(words.substr(0, words.find('(')));
  const auto parts = parts_of(name, " .-_/");
  if (parts.empty()) return false;
  const bool is_team = parts.size() > 1 && (lower_case(parts.front()) == "team" || lower_case(parts.front()) == "our");
  // `It` is a name in more than one language, `IT` in none.
  return !is_team && parts.back() != "IT" &&
         std::ranges::find(kNoSurnames, lower_case(parts.back())) == kNoSurnames.end();
}

}  // namespace tandem::draft
