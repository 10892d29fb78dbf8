# What it costs to say what a ticket's clocks show.
add_executable(clock_bench "${CMAKE_CURRENT_LIST_DIR}/clock_bench.cpp" "${CMAKE_SOURCE_DIR}/src/desk/example_agreement.cpp")
target_link_libraries(clock_bench PRIVATE tandem_compiler tandem_desk benchmark::benchmark)
target_precompile_headers(clock_bench REUSE_FROM tandem_pch)
