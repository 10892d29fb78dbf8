# How every translation unit of Tandem is compiled: one standard, one set of warnings, one precompiled
# header, the fast linker and the compiler cache. Nothing here knows a folder of src/.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(TANDEM_CCACHE ccache)
if(TANDEM_CCACHE)
  # Precompiled headers are cacheable only with these two: the sloppiness below and -fpch-preprocess (GCC). The folder's
  # name is kept out of the keys, so that a second checkout finds what the first compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
      "CCACHE_NOHASHDIR=1"
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
      "${TANDEM_CCACHE}")
endif()

find_program(TANDEM_MOLD mold)

add_library(tandem_compiler INTERFACE)
target_compile_features(tandem_compiler INTERFACE cxx_std_23)
target_include_directories(tandem_compiler INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(tandem_compiler INTERFACE
  _GLIBCXX_ASSERTIONS
  BOOST_ASIO_NO_DEPRECATED
  BOOST_ALLOW_DEPRECATED_HEADERS
  SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
target_compile_options(tandem_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wswitch-enum -Werror
  -fstack-protector-strong
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
  # GCC 12 reports these inside the standard library on correct code (GCC bugs 105562, 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>
  # libstdc++ 12's std::stable_sort uses get_temporary_buffer, which Clang reports as deprecated in our code.
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety -Wno-deprecated-declarations>)
# fmt belongs to every target because the precompiled header holds its core.
target_link_libraries(tandem_compiler INTERFACE fmt::fmt)
if(TANDEM_MOLD)
  target_link_options(tandem_compiler INTERFACE -fuse-ld=mold)
endif()

if(TANDEM_SANITIZE)
  target_compile_options(tandem_compiler INTERFACE -fsanitize=${TANDEM_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(tandem_compiler INTERFACE -fsanitize=${TANDEM_SANITIZE})
endif()

# The one precompiled header: the standard library as the project uses it. It is built once and reused.
add_library(tandem_pch OBJECT "${CMAKE_SOURCE_DIR}/cmake/pch.cpp")
target_link_libraries(tandem_pch PRIVATE tandem_compiler)
target_precompile_headers(tandem_pch PRIVATE "${CMAKE_SOURCE_DIR}/cmake/pch.h")
