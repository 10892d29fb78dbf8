// The request catalogue: what people ask for again and again is a form with fields. What is answered is checked here,
// whole, and every wrong answer is named; what was asked and answered is an event of the ticket that it opens, in the
// words of that day, so that history stands whatever becomes of the form.
//
//   if (auto faults = faults_of(form, policy); !faults.empty()) …          // when the form is kept
//   const auto filled = fill(form, answers);                               // or every fault of the answers
//   OpenTicket command{…, .subject = filled->subject, .form = filled->event};
//
// `{name}` in a subject and in the steps of a checklist stands for the answer to the field of that name; what is filled
// in is not looked at again. What a form's checklist does is checklist.h. Pure.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"
#include "desk/names.h"

namespace tandem::policy {
class Policy;
}

namespace tandem::desk {

using FormId = base::Id<struct FormTag>;

enum class FieldKind : std::uint8_t { Text, LongText, Choice, YesNo, Number, Date, Person };
[[nodiscard]] std::string_view to_text(FieldKind kind);  // "long-text"
// Who may ask: end users as well, or people of the two teams only.
enum class AskedBy : std::uint8_t { Everybody, Teams };
[[nodiscard]] std::string_view to_text(AskedBy asked_by);

// Lengths in code points.
inline constexpr std::size_t kMaxFormTitle = 100;
inline constexpr std::size_t kMaxFormText = 2'000;  // of a description or hint
inline constexpr std::size_t kMaxFields = 40;
inline constexpr std::size_t kMaxFieldName = 40;  // bytes
inline constexpr std::size_t kMaxLabel = 200;
inline constexpr std::size_t kMaxChoices = 50;
inline constexpr std::size_t kMaxSteps = 50;
inline constexpr std::size_t kMaxStepText = 10'000;
inline constexpr std::int32_t kMostDays = 365;  // that a step is due before or after the date that it counts from
inline constexpr std::size_t kMaxAnswer = 200;  // of a line, a name
inline constexpr std::size_t kMaxLongAnswer = 10'000;
inline constexpr std::size_t kMaxNumber = 30;  // bytes

struct FormField {
  std::string name;  // of letters in lower case, digits and `_`, beginning with a letter
  std::string label;
  FieldKind kind = FieldKind::Text;
  bool required = false;
  std::vector<std::string> choices{};  // exactly with FieldKind::Choice
  std::string hint{};
  bool operator==(const FormField&) const = default;
};

// A step of the checklist: who does it follows from its category by the agreement, and from nothing else.
struct FormStep {
  std::string title;
  std::string text{};
  CategoryName category{};
  std::string counts_from{};  // a field of kind Date; empty: the day on which the checklist is started
  std::int32_t days = 0;      // later than that; negative: before
  bool operator==(const FormStep&) const = default;
};

struct RequestForm {
  FormId id{base::IdBits{}};
  std::string title;
  std::string description{};
  CategoryName category{};
  PriorityName priority{};  // empty: the agreement's default
  AskedBy asked_by = AskedBy::Everybody;
  bool offered = true;
  std::string subject{};  // with placeholders; empty: the title
  std::vector<FormField> fields{};
  std::vector<FormStep> steps{};
  bool operator==(const RequestForm&) const = default;
};

// One thing that cannot be taken as it is.
struct FormFault {
  std::string pointer;  // RFC 6901, into the form or into the request: "/fields/2/name", "/answers/start"
  std::string message;
  bool operator==(const FormFault&) const = default;
};

struct Answer {
  std::string field;
  std::string value;    // as text: "yes", "3.5", "2026-12-01", a person's name
  std::string email{};  // of a person; may be empty
  bool operator==(const Answer&) const = default;
};

// Events ------------------------------------------------------------------------------------------------------------

struct FormAnswer {
  std::string field;
  std::string label;
  FieldKind kind = FieldKind::Text;
  std::string value;
  std::string email{};
  bool operator==(const FormAnswer&) const = default;
};
struct FormFilled {
  FormId form{base::IdBits{}};
  std::string title;
  std::vector<FormAnswer> answers;  // in the order of the fields; those that were left empty are not there
  bool operator==(const FormFilled&) const = default;
};

// -------------------------------------------------------------------------------------------------------------------

// All that is wrong with a form under the agreement, in the order of its parts. O(its size).
[[nodiscard]] std::vector<FormFault> faults_of(const RequestForm& form, const policy::Policy& policy);

struct Filled {
  std::string subject;  // of the ticket, at most kMaxSubject code points
  FormFilled event;
};
// All that is wrong with the answers, by the field. REQUIRES: the form has no faults.
[[nodiscard]] std::expected<Filled, std::vector<FormFault>> fill(const RequestForm& form,
                                                                 std::span<const Answer> answers);
// Only the dates that the form's checklist counts from, for starting it on a ticket that is there. The same faults.
[[nodiscard]] std::expected<FormFilled, std::vector<FormFault>> fill_for_steps(const RequestForm& form,
                                                                               std::span<const Answer> answers);

// The text with every placeholder of the form's fields filled in; what was not answered is left out, and so is blank
// space around it all. At most `limit` code points, an ellipsis for the rest.
[[nodiscard]] std::string fill_in(std::string_view text, const RequestForm& form, const FormFilled& filled,
                                  std::size_t limit);
// Nothing: the field was not answered, or is none of dates.
[[nodiscard]] std::optional<calendar::Date> date_in(const FormFilled& filled, std::string_view field);

}  // namespace tandem::desk
