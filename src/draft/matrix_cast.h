// Who the roles of a matrix become in an agreement. A column like `MSP` is a party with a team; a column like `IT
// manager` is a person of the client with a team around them. What kind of party a name means is a guess from words;
// every guess carries its reason, so that a person can see what to look at.
//
//   const MatrixCast cast = cast_roles(matrices);
//   cast.roles[cast.role_of[0][2]].team          // the team of the third role of the first matrix
//
// Names are kebab-case, different among teams and people together, and none is a word of the language. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "draft/matrix.h"
#include "policy/spec.h"

namespace tandem::draft {

struct CastParty {
  std::string key;
  std::string name;  // as the matrix writes it; empty: it does not
  policy::PartyKind kind = policy::PartyKind::Client;
  std::string reason;  // "`MSP` is a word for a provider"
};

struct CastRole {
  std::string name;  // as written
  std::size_t party = 0;
  std::string team;
  std::string person;      // a placeholder: the matrix names posts, an agreement people
  bool is_person = false;  // the name is that of a post: "CIO"
};

struct MatrixCast {
  std::vector<CastParty> parties;
  std::vector<CastRole> roles;
  std::vector<std::vector<std::size_t>> role_of;  // by matrix, then by its role: position in `roles`
};
[[nodiscard]] MatrixCast cast_roles(std::span<const Matrix> matrices);

// Hands out names: each is kebab-case, at most as long as told, and different from those handed out before.
class NameGiver {
 public:
  explicit NameGiver(std::vector<std::string> taken = {}) : taken_(std::move(taken)) {}
  // `otherwise` is taken where the text has no letters and digits of ASCII.
  std::string give(std::string_view text, std::string_view otherwise, std::size_t most = 40);

 private:
  std::vector<std::string> taken_;
  std::map<std::string, std::size_t, std::less<>> count_;
};

}  // namespace tandem::draft
