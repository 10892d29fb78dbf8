# tandem_embed(<target> <header> <file>…): puts text files into the program, so that it needs nothing beside itself.
#
# Generates <header> (include it by that path) with one function
#   namespace tandem::embedded { std::string_view <name>(); }
# for each file; the name is the file's path below the source folder with everything but letters and digits as `_`. An
# array `<header>_files`, written in the same way, has them all by the names of the files without folder and ending.

function(tandem_embed target header)
  set(dir "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(declarations "")
  set(definitions "")
  set(table "")
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file NORMALIZE OUTPUT_VARIABLE path)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE relative)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" name "${relative}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    # As bytes: a raw string literal would depend on what the text contains.
    file(READ "${path}" bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    string(APPEND declarations "std::string_view ${name}();\n")
    cmake_path(GET path STEM LAST_ONLY file_stem)
    string(APPEND table "    {\"${file_stem}\", &${name}},\n")
    string(APPEND definitions
      "namespace { constexpr unsigned char bytes_${name}[] = {${bytes}0}; }\n"
      "std::string_view ${name}() { return {reinterpret_cast<const char*>(bytes_${name}), sizeof bytes_${name} - 1}; }\n")
  endforeach()
  string(REGEX REPLACE "[^A-Za-z0-9]" "_" stem "${header}")
  string(APPEND declarations
    "inline constexpr std::pair<std::string_view, std::string_view (*)()> ${stem}_files[] = {\n${table}};\n")
  file(CONFIGURE OUTPUT "${dir}/${header}" @ONLY CONTENT
    "#pragma once\n#include <string_view>\n#include <utility>\nnamespace tandem::embedded {\n${declarations}}\n")
  file(CONFIGURE OUTPUT "${dir}/${stem}.cpp" @ONLY CONTENT
    "#include \"${header}\"\nnamespace tandem::embedded {\n${definitions}}\n")
  target_sources(${target} PRIVATE "${dir}/${stem}.cpp")
  target_include_directories(${target} PRIVATE "${dir}")
endfunction()
