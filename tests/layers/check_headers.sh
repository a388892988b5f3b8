#!/bin/sh
# Compiles every public header on its own: COMPILER SOURCE_FOLDER.
set -eu
count=0
for header in "$2"/include/newsdex/*.hpp; do
  "$1" -std=c++20 -fsyntax-only -x c++ -I "$2/include" "$header"
  count=$((count + 1))
done
[ "$count" -gt 0 ]
echo "$count headers stand alone"
