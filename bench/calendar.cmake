# Business time: between instants, due instants, and what compiling a calendar costs in time and memory.
add_executable(calendar_bench "${CMAKE_CURRENT_LIST_DIR}/calendar_bench.cpp")
target_link_libraries(calendar_bench PRIVATE tandem_calendar benchmark::benchmark)
target_precompile_headers(calendar_bench REUSE_FROM tandem_pch)
