// From the joined tree to the typed Agreement. Every key and every reference is read here; what is wrong becomes a
// finding and a Field marked Wrong.
//
//   Agreement agreement = bind(*loaded.root, loaded.complete, findings);
//
// Pure apart from the findings it adds; linear in the text.
#pragma once

#include "agreement/model.h"
#include "agreement/text_index.h"
#include "diag/finding.h"
#include "yaml/node.h"

namespace tandem::agreement {

// `complete` is false when a part of the text could not be read: then what is absent is not complained about.
// `index`, when there is one, gets every name and every key; the caller settles it.
[[nodiscard]] Agreement bind(const yaml::Node& root, bool complete, diag::Findings& findings,
                             TextIndex* index = nullptr);

}  // namespace tandem::agreement
