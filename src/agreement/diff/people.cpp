#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_people(const Reading& text) {
  std::vector<Described> out;
  for (const Person& person : text.agreement().people) {
    out.push_back({text.name(Space::Person, person.key.value),
                   person.key.at,
                   {{"party", text.name(Space::Party, person.party)},
                    {"name", words(person.name)},
                    {"email", words(person.email)},
                    {"title", words(person.title)},
                    {"time zone", words(person.time_zone)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff
