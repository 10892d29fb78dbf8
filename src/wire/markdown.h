// Markdown as people write it in tickets, rendered to HTML that is safe to insert into a page, and the home of
// cmark-gfm.
//
//   render_markdown("**printer** on <fire>, see https://wiki.example/x");
//
// With tables, autolinks and strikethrough. Line breaks stay. Links lead to http, https and mailto only and are marked
// nofollow, noopener, noreferrer; images become links to them; HTML in the text is shown as the text it is. What is too
// long or too tangled to be rendered in reasonable time is shown as plain text. Thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace tandem::wire {

[[nodiscard]] std::string render_markdown(std::string_view text);

}  // namespace tandem::wire
