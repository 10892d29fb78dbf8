# What it takes to prove a large agreement, from its text to its findings.
add_executable(check_bench "${CMAKE_CURRENT_LIST_DIR}/check_bench.cpp")
target_link_libraries(check_bench PRIVATE tandem_agreement benchmark::benchmark)
target_precompile_headers(check_bench REUSE_FROM tandem_pch)
