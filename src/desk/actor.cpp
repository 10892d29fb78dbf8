#include "desk/actor.h"

namespace tandem::desk {

Actor system_actor() {
  return {.kind = ActorKind::System, .person = {}, .party = {}, .display = "Tandem", .email = {}};
}

namespace {

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string plain_address(std::string address) {
  for (char& c : address) c = small(c);
  return address;
}

bool same_address(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, small, small);
}

}  // namespace tandem::desk
