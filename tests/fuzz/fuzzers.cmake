# libFuzzer's program, for clang; tools/fuzz builds and runs it. NEWSDEX_FUZZ_TARGET names what it feeds.
set(fuzz_folder ${PROJECT_SOURCE_DIR}/tests/fuzz)
add_executable(newsdex-fuzz
  ${fuzz_folder}/fuzz_main.cpp ${fuzz_folder}/fuzz_targets.cpp ${fuzz_folder}/printer_target.cpp
  ${fuzz_folder}/query_target.cpp ${fuzz_folder}/reader_targets.cpp ${fuzz_folder}/segment_target.cpp
  ${fuzz_folder}/tagging_targets.cpp ${PROJECT_SOURCE_DIR}/tests/analysis/reference_analyzer.cpp)
target_include_directories(newsdex-fuzz PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(newsdex-fuzz PRIVATE newsdex_indexing newsdex_printing newsdex_query newsdex_options)
target_link_options(newsdex-fuzz PRIVATE -fsanitize=fuzzer)
