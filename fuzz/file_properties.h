// What must hold of names and types of files, whoever sends them. The first line of the input is a name, the second a
// type as it is claimed, the rest the content.
//
//   hold_file(bytes);             // throws base::InternalError when a property is broken
//
// A cleaned name is short, well-formed, points nowhere, has no controls and stays as it is when cleaned again; the
// header made of it is one line that holds no more than its two parameters. What is shown inside a page is a picture by
// its first bytes; whatever else comes back is of three types that no browser runs.
#pragma once

#include <string_view>

namespace tandem::fuzz {

void hold_file(std::string_view input);

}  // namespace tandem::fuzz
