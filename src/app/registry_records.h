// What a store keeps besides tickets: engagements with their agreement versions, accounts and who belongs where,
// sessions and tokens. Plain records; secrets are stored only as hashes.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "desk/names.h"

namespace tandem::app {

using AccountId = base::Id<struct AccountTag>;
using TokenId = base::Id<struct TokenTag>;

// SHA-256.
using Digest = std::array<std::uint8_t, 32>;

// What was put in force, so that it can be told later whether it still is the same (agreement_seal.h).
struct AgreementSeal {
  Digest texts{};            // of the texts
  Digest compiled{};         // of the form that they compiled to then
  std::uint32_t format = 1;  // of that form: policy::kBytesFormat
  bool operator==(const AgreementSeal&) const = default;
};

// The texts of one agreement version as they were signed: root file and every included one, by relative name.
struct AgreementVersion {
  std::uint32_t version = 1;
  std::string root;                          // "agreement.yaml"
  std::map<std::string, std::string> files;  // name → text
  base::Instant in_force_from;
  std::optional<AgreementSeal> seal{};  // nothing: adopted by a Tandem that kept none
  bool operator==(const AgreementVersion&) const = default;
};

struct EngagementRecord {
  desk::EngagementName name;  // `harbor-cu`; unique
  std::string display;        // "Harbor Credit Union and Northbeam IT"
  std::string prefix;         // of human numbers: "HCU"; unique
  base::Instant created_at;
  AgreementVersion agreement;  // the version in force
  bool operator==(const EngagementRecord&) const = default;
};

struct AccountRecord {
  AccountId id;
  std::string email;  // lower case; unique
  std::string display;
  std::string password_hash;  // argon2id, PHC string; empty: cannot sign in with a password
  base::Instant created_at;
  bool operator==(const AccountRecord&) const = default;
};

// Member: a person of the agreement. Requester: an end user, sees and opens their own tickets. Auditor: reads all
// that both teams may read, writes nothing.
enum class Role : std::uint8_t { Member, Requester, Auditor };

struct MembershipRecord {
  AccountId account;
  desk::EngagementName engagement;
  Role role = Role::Requester;
  desk::PersonName person;  // Member: who they are in the agreement
  bool operator==(const MembershipRecord&) const = default;
};

// Of the cookie's or token's value.
using SecretHash = Digest;

struct SessionRecord {
  SecretHash secret;
  AccountId account;
  std::string csrf;  // what a browser must send in X-CSRF-Token with every change
  base::Instant created_at;
  base::Instant expires_at;
  bool operator==(const SessionRecord&) const = default;
};

struct TokenRecord {
  TokenId id;
  SecretHash secret;
  AccountId account;
  std::string label;
  base::Instant created_at;
  std::optional<base::Instant> expires_at;
  bool operator==(const TokenRecord&) const = default;
};

}  // namespace tandem::app
