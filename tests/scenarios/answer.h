// What the server answers, as scenarios tell it.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/time.h"
#include "virtual_desk.h"

namespace tandem::scenarios {

// The text, or the JSON, at an RFC 6901 pointer. What is not there fails the test.
[[nodiscard]] std::string text_at(const boost::json::value& value, std::string_view pointer);
[[nodiscard]] base::Instant instant_at(const boost::json::value& value, std::string_view pointer);
[[nodiscard]] const boost::json::array& array_at(const boost::json::value& value, std::string_view name);

[[nodiscard]] std::string refusal_of(const Reply& reply);               // "refused 409 refused/not-open: …"
[[nodiscard]] std::string who_of(const boost::json::value& actor);      // "Sam Okafor", or "the desk"
[[nodiscard]] std::string owner_of(const boost::json::value& owner);    // "sam of desk", or "desk"
[[nodiscard]] std::string reason_of(const boost::json::value& reason);  // with its line of the agreement

// "sam on A take" → "sam", leaving "on A take".
[[nodiscard]] std::string take_word(std::string_view& rest);

}  // namespace tandem::scenarios
