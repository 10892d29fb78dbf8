# SQLite as the desk uses it: durable creations, pages of queues, searches, rebuild. `store_bench --tickets=1000000`.
add_executable(store_bench "${CMAKE_CURRENT_LIST_DIR}/store_bench.cpp" "${CMAKE_SOURCE_DIR}/src/desk/example_agreement.cpp")
target_link_libraries(store_bench PRIVATE tandem_compiler tandem_store_sqlite benchmark::benchmark)
target_precompile_headers(store_bench REUSE_FROM tandem_pch)
