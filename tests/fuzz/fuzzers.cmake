# libFuzzer's programs, fuzz_TARGET each, for clang:
#   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo \
#     -DNEWSDEX_FUZZERS=ON -DNEWSDEX_SANITIZE=address,undefined,fuzzer-no-link
#   cmake --build build/fuzz --target fuzzers
#   mkdir -p found && build/fuzz/bin/fuzz_html -max_total_time=120 found tests/fuzz/corpus/html
add_custom_target(fuzzers)
foreach(target any html feed table json jsonl front-matter wire reuters mail mbox text mapping)
  add_executable(fuzz_${target} ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_main.cpp ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_targets.cpp)
  target_compile_definitions(fuzz_${target} PRIVATE NEWSDEX_FUZZ_TARGET="${target}")
  target_include_directories(fuzz_${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(fuzz_${target} PRIVATE newsdex_reading newsdex_options)
  target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers fuzz_${target})
endforeach()
