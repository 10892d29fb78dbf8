#include "draft/matrix_cast.h"

#include <algorithm>
#include <array>
#include <optional>

#include "draft/matrix_words.h"
#include "draft/plain_letters.h"

namespace tandem::draft {
namespace {

using policy::PartyKind;

constexpr std::array<std::string_view, 7> kClientWords = {"client",  "customer", "business",    "internal",
                                                          "inhouse", "company",  "organization"};
constexpr std::array<std::string_view, 14> kProviderWords = {
    "msp",     "mssp",       "provider", "providers",  "outsourcer",  "partner",    "supplier",
    "managed", "contractor", "external", "integrator", "consultancy", "consultant", "outsourced"};
constexpr std::array<std::string_view, 12> kVendorWords = {"vendor",       "vendors",   "isp",   "carrier",
                                                           "manufacturer", "microsoft", "aws",   "google",
                                                           "oracle",       "sap",       "cisco", "telco"};
constexpr std::array<std::string_view, 30> kPostWords = {
    "manager",     "director", "lead",     "leader",    "officer", "head",      "chief", "owner",
    "cio",         "cto",      "ciso",     "coo",       "ceo",     "cfo",       "cso",   "dpo",
    "architect",   "analyst",  "engineer", "developer", "master",  "writer",    "admin", "administrator",
    "coordinator", "sponsor",  "pm",       "po",        "dev",     "specialist"};

// The last word of `name` in the list, if any.
std::optional<std::string> word_in(std::string_view name, std::span<const std::string_view> list) {
  std::optional<std::string> found;
  for (const Word& word : words_of(name)) {
    if (is_one_of(word.text, list)) found = word.text;
  }
  return found;
}

bool is_post(std::string_view name) {
  const std::vector<Word> words = words_of(name.substr(0, name.find('(')));
  return !words.empty() &&
         (is_one_of(words.back().text, kPostWords) || words.front().text == "chief" || words.front().text == "head");
}

struct Guess {
  PartyKind kind;
  std::string reason;
};

std::optional<Guess> guess_from_words(std::string_view name) {
  if (const auto word = word_in(name, kVendorWords))
    return Guess{PartyKind::Vendor, fmt::format("`{}` is a vendor", *word)};
  if (const auto word = word_in(name, kProviderWords))
    return Guess{PartyKind::Provider, fmt::format("`{}` is a word for a provider", *word)};
  if (const auto word = word_in(name, kClientWords))
    return Guess{PartyKind::Client, fmt::format("`{}` is a word for the client", *word)};
  return std::nullopt;
}

// Whole words, as many as fit.
std::string kebab(std::string_view text, std::size_t most) {
  std::string out;
  bool gap = false;
  for (const char c : lower(in_ascii(text))) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c == '\'') continue;
    if (!plain) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += '-';
    gap = false;
    out += c;
  }
  if (out.size() <= most) return out;
  const std::size_t cut = out.rfind('-', most);
  return out.substr(0, cut == std::string::npos || cut == 0 ? most : cut);
}

class Caster {
 public:
  explicit Caster(std::span<const Matrix> matrices) : matrices_(matrices) {
    for (const Matrix& matrix : matrices) {
      for (const MatrixRole& role : matrix.roles) {
        const auto guess = guess_from_words(role.group.empty() ? role.name : role.group);
        client_is_named_ = client_is_named_ || (guess && guess->kind == PartyKind::Client && !is_post(role.name));
      }
    }
  }

  MatrixCast cast() {
    for (const Matrix& matrix : matrices_) {
      auto& positions = cast_.role_of.emplace_back();
      for (const MatrixRole& role : matrix.roles) positions.push_back(role_of(matrix, role));
    }
    if (std::ranges::none_of(cast_.parties, [](const CastParty& p) { return p.kind == PartyKind::Client; })) {
      cast_.parties.push_back({party_names_.give("client", "client"), "", PartyKind::Client,
                               "an agreement has a client, and the matrix names none"});
    }
    return std::move(cast_);
  }

 private:
  std::size_t role_of(const Matrix& matrix, const MatrixRole& role) {
    const std::string sought = lower(role.group) + "\n" + lower(role.name);
    const auto [known, added] = known_.try_emplace(sought, cast_.roles.size());
    if (!added) return known->second;
    CastRole made;
    made.name = role.name;
    made.is_person = is_post(role.name);
    made.party = party_of(matrix, role);
    if (made.is_person) {
      made.person = names_.give(role.name, "person");
      made.team = names_.give(made.person + "-team", "team");
    } else {
      made.team = names_.give(role.name, "team");
      made.person = names_.give(made.team + "-lead", "person");
    }
    cast_.roles.push_back(std::move(made));
    return known->second;
  }

  std::size_t party_of(const Matrix& matrix, const MatrixRole& role) {
    if (!role.group.empty()) return party_named(role.group, guess_or(role.group, matrix));
    const Guess guess = guess_or(role.name, matrix);
    if (guess.kind == PartyKind::Client) return client(role, guess);
    return party_named(role.name, guess);
  }

  [[nodiscard]] Guess guess_or(const std::string& name, const Matrix& matrix) const {
    if (is_post(name) && !word_in(name, kProviderWords))
      return {PartyKind::Client, "posts are the client's own people"};
    if (auto guess = guess_from_words(name)) return *std::move(guess);
    if (matrix.layout == MatrixLayout::Owners)
      return {PartyKind::Vendor, fmt::format("nothing in its name tells what `{}` is", name)};
    if (client_is_named_)
      return {PartyKind::Provider, fmt::format("the matrix names the client, so `{}` is somebody else", name)};
    return {PartyKind::Client, "nothing in the names of its teams says otherwise"};
  }

  // One client holds all of its own people and teams.
  std::size_t client(const MatrixRole& role, const Guess& guess) {
    const auto known = std::ranges::find(cast_.parties, PartyKind::Client, &CastParty::kind);
    if (known != cast_.parties.end()) return static_cast<std::size_t>(known - cast_.parties.begin());
    const bool is_its_name = word_in(role.name, kClientWords).has_value() && !is_post(role.name);
    cast_.parties.push_back({party_names_.give(is_its_name ? role.name : "client", "client"),
                             is_its_name ? role.name : std::string(), PartyKind::Client, guess.reason});
    return cast_.parties.size() - 1;
  }

  std::size_t party_named(const std::string& name, const Guess& guess) {
    const auto known =
        std::ranges::find_if(cast_.parties, [&](const CastParty& p) { return lower(p.name) == lower(name); });
    if (known != cast_.parties.end()) return static_cast<std::size_t>(known - cast_.parties.begin());
    cast_.parties.push_back({party_names_.give(name, "party"), name, guess.kind, guess.reason});
    return cast_.parties.size() - 1;
  }

  std::span<const Matrix> matrices_;
  bool client_is_named_ = false;
  MatrixCast cast_;
  std::map<std::string, std::size_t> known_;
  NameGiver party_names_{{"lead", "on-duty", "nobody", "closest", "surge", "default"}};
  NameGiver names_{{"lead", "on-duty", "nobody", "closest", "surge", "default"}};
};

}  // namespace

std::string NameGiver::give(std::string_view text, std::string_view otherwise, std::size_t most) {
  std::string name = kebab(text, most);
  if (name.empty()) name = otherwise;
  for (const std::string& word : taken_) count_.try_emplace(word, 1);
  taken_.clear();
  const auto [first, fresh] = count_.try_emplace(name, 1);
  if (fresh) return name;
  for (;;) {
    std::string numbered = fmt::format("{}-{}", name, ++first->second);
    if (count_.try_emplace(numbered, 1).second) return numbered;
  }
}

MatrixCast cast_roles(std::span<const Matrix> matrices) {
  return Caster(matrices).cast();
}

}  // namespace tandem::draft
