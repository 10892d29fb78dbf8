# The desk over a long time: a million timers, and a year of real incidents folded anew.
add_executable(desk_year_bench "${CMAKE_CURRENT_LIST_DIR}/desk_year_bench.cpp")
target_link_libraries(desk_year_bench PRIVATE tandem_compiler tandem_app tandem_agreement tandem_connect tandem_store_memory benchmark::benchmark)
target_compile_definitions(desk_year_bench PRIVATE TANDEM_ROOT="${CMAKE_SOURCE_DIR}")
target_precompile_headers(desk_year_bench REUSE_FROM tandem_pch)
