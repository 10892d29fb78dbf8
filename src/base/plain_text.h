// What people write, without what nobody sees: controls, and the format characters that turn, hide or smuggle the text
// around them. A subject stands in lists, mails and sentences of ours, where one override (U+202E) makes the rest of
// the line read backwards: "invoice" + U+202E + "fdp.exe" shows as "invoiceexe.pdf".
//
//   command.subject = base::plain_line(subject);      // "screen\u202E stays black" → "screen stays black"
//   command.description = base::plain_text(text);     // lines stay, and so do isolates
//
// By Unicode's advice: one line has no explicit directional formatting at all (UTR #36, 2.4 and 3.6; UTS #39, 3.1), and
// longer text may isolate (UAX #9, 2.4.2), but not override or embed, which reach into what follows. Both keep the
// joiners U+200C and U+200D, without which Persian, Indic scripts and many emoji are not written correctly. Letters
// that look like others are not told apart here.
#pragma once

#include <string>
#include <string_view>

namespace tandem::base {

// Left out: controls (C0, DEL, C1), Bidi_Control, line and paragraph separators, zero width spaces, soft hyphens, and
// deprecated, interlinear and tag characters. Tabs and line breaks become blanks. REQUIRES: well-formed UTF-8; so is
// the answer. Cleaning what is clean changes nothing. O(size).
[[nodiscard]] std::string plain_line(std::string_view text);

// Left out: controls but for tabs and line breaks, embeddings and overrides (U+202A..U+202E), and deprecated,
// interlinear and tag characters. The rest as above.
[[nodiscard]] std::string plain_text(std::string_view text);

// Without the blanks, tabs and line breaks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Whether plain_line() leaves the code point out, controls aside.
[[nodiscard]] bool shows_nothing(char32_t code_point);

}  // namespace tandem::base
