# tandem_layer(<folder> SOURCES … [DEPENDS <folder>…] [LIBRARIES <imported>…] [TESTS …] [TEST_DEPENDS <folder>…])
#
# One folder under src/ is one static library `tandem_<folder>` (slashes become underscores). TESTS are the
# *_test.cpp files beside the code; together they are one program `<folder>_test`, one CTest entry per case.
# DEPENDS must say the same as the folder's row in ARCHITECTURE.md; the layer check compares includes, not this.

function(tandem_layer folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES;TESTS;TEST_DEPENDS" ${ARGN})
  string(REPLACE "/" "_" name "${folder}")
  set(target "tandem_${name}")
  set(deps "")
  foreach(dep IN LISTS ARG_DEPENDS)
    string(REPLACE "/" "_" dep_name "${dep}")
    list(APPEND deps "tandem_${dep_name}")
  endforeach()
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PUBLIC tandem_compiler ${deps} PRIVATE ${ARG_LIBRARIES})
    target_precompile_headers(${target} REUSE_FROM tandem_pch)
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE tandem_compiler ${deps} ${ARG_LIBRARIES})
  endif()
  if(ARG_TESTS)
    set(test_deps "")
    foreach(dep IN LISTS ARG_TEST_DEPENDS)
      string(REPLACE "/" "_" dep_name "${dep}")
      list(APPEND test_deps "tandem_${dep_name}")
    endforeach()
    tandem_test(${name}_test SOURCES ${ARG_TESTS} LIBRARIES ${target} ${test_deps} ${ARG_LIBRARIES})
  endif()
endfunction()

# tandem_test(<name> SOURCES … LIBRARIES … [LABELS …]): a doctest program whose cases CTest lists one by one. A case that
# says "skipped: there is no …" counts as skipped and not as passed.
function(tandem_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES} "${CMAKE_SOURCE_DIR}/tests/support/doctest_main.cpp")
  target_link_libraries(${name} PRIVATE tandem_compiler doctest::doctest ${ARG_LIBRARIES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  # Tests are compiled far more often than their own code is worth optimising: a quarter of that time is saved.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_compile_definitions(${name} PRIVATE TANDEM_ROOT="${CMAKE_SOURCE_DIR}")
  target_precompile_headers(${name} REUSE_FROM tandem_pch)
  doctest_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES
    LABELS "unit;${ARG_LABELS}" TIMEOUT 120 SKIP_REGULAR_EXPRESSION "skipped: there is no ")
endfunction()
