# What it costs to ask who is on duty, and to list a year of shifts.
add_executable(rotation_bench "${CMAKE_CURRENT_LIST_DIR}/rotation_bench.cpp")
target_link_libraries(rotation_bench PRIVATE tandem_compiler tandem_calendar benchmark::benchmark)
target_precompile_headers(rotation_bench REUSE_FROM tandem_pch)
