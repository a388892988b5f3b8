#!/bin/sh
# Makes the packages of a build, unpacks them and uses what they hold: SOURCE_FOLDER BUILD_FOLDER.
set -eu
source=$1
build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cpack --config "$build/CPackConfig.cmake" -B "$work/packages" >"$work/log" || { cat "$work/log"; exit 1; }
for package in "$work"/packages/*.deb; do
  dpkg-deb --field "$package" Package Depends
  dpkg-deb --extract "$package" "$work/root"
done
prefix=$work/root/usr
"$source/tests/transcripts/run.py" --bin "$prefix/bin" --source "$source" "$source/README.md"

# Only what is installed may be found: neither the sources nor the build folder.
cp -r "$source/tests/packages/example" "$work/example"
cmake -S "$work/example" -B "$work/example/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/example/build"
found=$("$work/example/build/most_named" "$source/corpus/articles" "$work/index" 'platform:telegram ban')
echo "$found"
echo "$found" | grep -q '^ *[0-9]* Hassan Rouhani$'
