// What must hold of the language server, whatever an editor sends. Lines of the input that begin with `%%%% ` divide
// it: the first part is the text of an agreement that is opened, each further part one message's content as it is.
// Places in the middle and at the end of the text are asked about in every way.
//
//   hold_lsp(bytes);             // throws base::InternalError when a property is broken
//
// Every answer is JSON-RPC with a result or an error, requests are answered once each, no answer tells of a bug, and
// places lie in the text, from left to right.
#pragma once

#include <string_view>

namespace tandem::fuzz {

void hold_lsp(std::string_view input);

}  // namespace tandem::fuzz
