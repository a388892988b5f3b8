# libFuzzer's program, for clang; NEWSDEX_FUZZ_TARGET names what it feeds:
#   cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo \
#     -DNEWSDEX_FUZZERS=ON -DNEWSDEX_SANITIZE=address,undefined,fuzzer-no-link
#   cmake --build build/fuzz --target fuzz_readers
#   mkdir found
#   NEWSDEX_FUZZ_TARGET=html build/fuzz/bin/fuzz_readers -max_total_time=120 found tests/fuzz/corpus/html
add_executable(fuzz_readers ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_main.cpp ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_targets.cpp)
target_include_directories(fuzz_readers PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(fuzz_readers PRIVATE newsdex_reading newsdex_options)
target_link_options(fuzz_readers PRIVATE -fsanitize=fuzzer)
