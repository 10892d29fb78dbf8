# What it takes to tell what another text of a large agreement changes for whom.
add_executable(diff_bench "${CMAKE_CURRENT_LIST_DIR}/diff_bench.cpp")
target_link_libraries(diff_bench PRIVATE tandem_agreement benchmark::benchmark)
target_precompile_headers(diff_bench REUSE_FROM tandem_pch)
