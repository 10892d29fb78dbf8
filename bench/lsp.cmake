# How long an editor waits: from a keystroke to its findings, to completion and to hover.
add_executable(lsp_bench "${CMAKE_CURRENT_LIST_DIR}/lsp_bench.cpp")
target_link_libraries(lsp_bench PRIVATE tandem_lsp benchmark::benchmark)
target_precompile_headers(lsp_bench REUSE_FROM tandem_pch)
