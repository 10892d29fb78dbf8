// Whether an answer can be a person's name. Somebody who answers for a service is a person: a department, a post
// without a name and a mailbox are how an offer says that nobody does.
//
//   could_be_a_person("Pia Park (Service manager)")   // true
//   could_be_a_person("IT department")                // false; so are "Service manager" and "help@helpco.example"
//
// A guess from the words alone, in favour of the answer: what is not known to be something else may be a name. Pure.
#pragma once

#include <string_view>

namespace tandem::draft {

[[nodiscard]] bool could_be_a_person(std::string_view words);

}  // namespace tandem::draft
