# The desk's own cost: decide, evolve, replay, encode, decode.
add_executable(desk_bench "${CMAKE_CURRENT_LIST_DIR}/desk_bench.cpp" "${CMAKE_SOURCE_DIR}/src/desk/example_agreement.cpp")
target_link_libraries(desk_bench PRIVATE tandem_compiler tandem_desk tandem_record benchmark::benchmark)
target_precompile_headers(desk_bench REUSE_FROM tandem_pch)
