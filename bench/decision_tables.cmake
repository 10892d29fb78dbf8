# What it takes to check decision tables: the kernel of `tandem check` alone.
add_executable(decision_tables_bench "${CMAKE_CURRENT_LIST_DIR}/decision_tables_bench.cpp")
target_include_directories(decision_tables_bench PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(decision_tables_bench PRIVATE tandem_compiler tandem_proof benchmark::benchmark)
target_precompile_headers(decision_tables_bench REUSE_FROM tandem_pch)
