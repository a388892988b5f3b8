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

# What the documents for users link to is there, but for the sources.
for document in README.md DATES.md LIMITS.md CHANGELOG.md tools/tutorial.md indexer/entities/name-lists.md; do
  folder=$(dirname "$prefix/share/doc/newsdex/$document")
  grep -o ']([^)#:]*)' "$folder/$(basename "$document")" | tr -d '])(' | sort -u | while read -r link; do
    case $link in include/* | tests/*) continue ;; esac
    [ -e "$folder/$link" ] || { echo "$document: no $link is installed" >&2; exit 1; }
  done
done

# The tutorial begins with a copy of its articles.
mkdir "$work/user"
cd "$work/user"
copy=$(grep -o 'cp -[a-zA-Z]* /usr/share/doc/newsdex/corpus [.]' "$prefix/share/doc/newsdex/tools/tutorial.md")
sh -c "$(echo "$copy" | sed "s#/usr/#$prefix/#")"
"$prefix/bin/newsdex-index" build corpus --db index 2>"$work/log" || { cat "$work/log"; exit 1; }
cd "$work"

# Only what is installed may be found: neither the sources nor the build folder.
cp -r "$source/tests/packages/example" "$work/example"
cmake -S "$work/example" -B "$work/example/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/example/build"
found=$("$work/example/build/most_named" "$source/corpus/articles" "$work/index" 'platform:telegram ban')
echo "$found"
echo "$found" | grep -q '^ *[0-9]* Hassan Rouhani$'
