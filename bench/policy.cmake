# How long it takes to say who owns a piece of work, and why.
add_executable(policy_bench "${CMAKE_CURRENT_LIST_DIR}/policy_bench.cpp" "${CMAKE_SOURCE_DIR}/src/policy/example_spec.cpp")
target_include_directories(policy_bench PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(policy_bench PRIVATE tandem_policy benchmark::benchmark)
target_precompile_headers(policy_bench REUSE_FROM tandem_pch)
