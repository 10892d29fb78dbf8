// Words of an agreement in Markdown: whatever somebody called a thing, it is shown as it reads.
#pragma once

#include <string>
#include <string_view>

namespace tandem::lsp {

[[nodiscard]] std::string plain(std::string_view words);  // signs of Markdown lose their meaning
[[nodiscard]] std::string code(std::string_view words);   // `words`
// The text of a Markdown made of these, for clients that show none.
[[nodiscard]] std::string without_signs(std::string_view markdown);

}  // namespace tandem::lsp
