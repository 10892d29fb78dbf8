#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"
#include "base/check.h"

namespace tandem::agreement::diff {
namespace {

std::string_view to_text(policy::PartyKind kind) {
  switch (kind) {
    case policy::PartyKind::Client: return "client";
    case policy::PartyKind::Provider: return "provider";
    case policy::PartyKind::Vendor: return "vendor";
  }
  base::check_failed("a party is of one of the kinds");
}

}  // namespace

std::vector<Described> describe_parties(const Reading& text) {
  std::vector<Described> out;
  for (const Party& party : text.agreement().parties) {
    out.push_back({text.name(Space::Party, party.key.value),
                   party.key.at,
                   {{"kind", std::string(to_text(party.kind.value))},
                    {"name", words(party.name)},
                    {"handled by", text.name(Space::Person, party.handled_by)}}});
  }
  return out;
}

}  // namespace tandem::agreement::diff
