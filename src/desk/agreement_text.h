// The texts of an agreement as its life knows them: by their hashes. What a hash stands for is kept beside the events,
// so that whoever signs a hash has signed exactly these bytes.
//
// `hash` is what `sha256sum agreement.yaml people.yaml | sha256sum` prints, the root first and then the others by name:
// one number for the root, the names and every byte of every file. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/id.h"

namespace tandem::desk {

// SHA-256 as 64 small letters and digits.
using TextHash = base::Name<struct TextHashTag>;

struct AgreementFile {
  std::string name;  // relative to the agreement's folder, with `/`
  TextHash hash;
  bool operator==(const AgreementFile&) const = default;
};

struct AgreementText {
  std::string root;                  // the file to begin with: "agreement.yaml"
  std::vector<AgreementFile> files;  // by name
  TextHash hash;                     // of all of them
  bool operator==(const AgreementText&) const = default;
};

}  // namespace tandem::desk
