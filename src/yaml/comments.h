// Where the comments of a text stand. libyaml drops them; the tree knows exactly where every key and value is, and what
// lies between those is only punctuation, space and comments, so nothing is scanned twice and a `#` in quotes or in a
// block of text is never taken for a comment.
//
//   for (const Comment& comment : find_comments(text, *root)) text_of(comment.at);      // "# who may read it"
//
// Linear in the text. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace tandem::yaml {

struct Comment {
  source::Range at;       // from the `#` to the last character that is not a space
  bool own_line = false;  // nothing but space stands before it on its line
};

// In the order of the text. REQUIRES: `root` is the tree of `text`, and reading it found no mistake (what stands behind
// a duplicate key is in no tree).
[[nodiscard]] std::vector<Comment> find_comments(std::string_view text, const Node& root);

}  // namespace tandem::yaml
